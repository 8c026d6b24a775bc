#pragma once

#include "core/dissect/layer.h"

#include <QWidget>

#include <optional>

class QAction;
class QCheckBox;
class QToolButton;

namespace vethscope {

/// The line above the tables: which packets count, whether names are shown, which scopes are listed, and the table to the clipboard.
class TrafficOptions : public QWidget
{
    Q_OBJECT

public:
    /// `showNames` is the menu's entry, one switch with the box here.
    explicit TrafficOptions(QAction &showNames, QWidget *parent);

    QCheckBox &limit() const { return *m_limit; }
    QCheckBox &names() const { return *m_names; }

    std::optional<Scope> scope() const { return m_scope; }
    void setScope(std::optional<Scope> scope);
    void setCopyEnabled(bool enabled);

signals:
    void limitToggled(bool limited);
    /// Only the rows of one scope, or all.
    void scopeChanged(std::optional<Scope> scope);
    void csvRequested();
    void jsonRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeScopes();
    void makeCopies();
    void followNames(QAction &action);
    void showScope();
    void retranslate();

    QToolButton *m_scopes;
    QCheckBox *m_limit;
    QCheckBox *m_names;
    QToolButton *m_copy;
    std::optional<Scope> m_scope;
};

} // namespace vethscope
