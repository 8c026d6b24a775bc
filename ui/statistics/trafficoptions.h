#pragma once

#include "core/dissect/layer.h"
#include "ui/statistics/countoptions.h"

#include <optional>

namespace vethscope {

class ListedChoice;

/// The line above the tables of conversations or endpoints: also whether names are shown, and which scopes are listed.
class TrafficOptions : public CountOptions
{
    Q_OBJECT

public:
    /// `showNames` is the menu's entry, one switch with the box here.
    explicit TrafficOptions(QAction &showNames);

    QCheckBox &names() const { return *m_names; }

    /// Only the rows of one scope, or all.
    std::optional<Scope> scope() const;
    void setScope(std::optional<Scope> scope);

signals:
    void scopeChanged(std::optional<Scope> scope);
    void jsonRequested();

protected:
    void retranslate() override;

private:
    void followNames(QAction &action);

    ListedChoice *m_scopes;
    QCheckBox *m_names;
    QAction *m_json;
};

} // namespace vethscope
