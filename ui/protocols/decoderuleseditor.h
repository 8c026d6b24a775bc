#pragma once

#include "core/dissect/frame.h"
#include "core/dissect/layer.h"
#include "core/protocols/decodeas.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace vethscope {

/// Which protocol a UDP or TCP port carries, where it is not the registered one.
class DecodeRulesEditor : public QWidget
{
    Q_OBJECT

public:
    /// Starts with the rules that stand; `suggestion` is added and put under the cursor when it is not among them.
    DecodeRulesEditor(const Registry &registry, const std::vector<DecodeRule> &rules, const std::optional<DecodeRule> &suggestion,
                   QWidget *parent = nullptr);

    /// The rules as they stand now; of two for one port the later one.
    std::vector<DecodeRule> rules() const;

private:
    void add(const DecodeRule &rule);
    void removeCurrent();
    void fillProtocols(QComboBox &protocols, Claim::Kind kind, const Protocol *chosen) const;

    const Registry &m_registry;
    QTableWidget *m_table;
    QPushButton *m_remove;
};

} // namespace vethscope
