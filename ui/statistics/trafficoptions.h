#pragma once

#include "core/dissect/layer.h"
#include "ui/statistics/countoptions.h"

#include <optional>

namespace vethscope {

/// The line above the tables of conversations or endpoints: also whether names are shown, and which scopes are listed.
class TrafficOptions : public CountOptions
{
    Q_OBJECT

public:
    /// `showNames` is the menu's entry, one switch with the box here.
    explicit TrafficOptions(QAction &showNames);

    QCheckBox &names() const { return *m_names; }

    std::optional<Scope> scope() const { return m_scope; }
    void setScope(std::optional<Scope> scope);

signals:
    /// Only the rows of one scope, or all.
    void scopeChanged(std::optional<Scope> scope);
    void jsonRequested();

protected:
    void retranslate() override;

private:
    void makeScopes();
    void followNames(QAction &action);
    void showScope();

    QToolButton *m_scopes;
    QCheckBox *m_names;
    QAction *m_json;
    std::optional<Scope> m_scope;
};

} // namespace vethscope
