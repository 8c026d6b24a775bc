#pragma once

#include "core/protocols/decodeas.h"

#include <QDialog>

#include <optional>
#include <vector>

namespace vethscope {

class DecodeRulesEditor;

/// Analyze ▸ Decode As…: asks which protocols ports carry.
class DecodeAsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Starts with the rules that stand; `suggestion` is added and put under the cursor when it is not among them.
    DecodeAsDialog(const Registry &registry, const std::vector<DecodeRule> &rules, const std::optional<DecodeRule> &suggestion,
                   QWidget *parent = nullptr);

    /// The rules as they stand now; of two for one port the later one.
    std::vector<DecodeRule> rules() const;

private:
    DecodeRulesEditor *m_editor;
};

} // namespace vethscope
