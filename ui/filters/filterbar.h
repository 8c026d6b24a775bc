#pragma once

#include "core/filter/filter.h"

#include <QFrame>

#include <optional>

class QLabel;
class QMenu;
class QToolButton;

namespace vethscope {

class FilterBookmarks;
class FilterEdit;
class FilterKeeper;
class KeptFilters;
class Preferences;
class Proposals;

/// The display filter: green while it is valid, yellow while it is a doubtful one, red while it is none; applied with Enter.
class FilterBar : public QFrame
{
    Q_OBJECT

public:
    FilterBar(const Registry &registry, Preferences &preferences, QWidget *parent = nullptr);

    QString expression() const;
    /// Writes the expression without applying it.
    void setExpression(const QString &expression);
    /// Applies what is written, if it is valid.
    void apply();
    /// Clears the line and shows all packets.
    void clear();
    /// Whether host facts give addresses names: without any, filters for names are doubtful.
    void setHostsKnown(bool known);
    void focusEdit();
    /// Begins a new filter with these characters, as if they had been typed here.
    void startTyping(const QString &text);
    /// Writes the expression and applies it, if it is valid; else the bar says why it is not.
    void use(const QString &expression);

    /// Keeps filters with names and as buttons.
    FilterKeeper &keeper() { return *m_keeper; }
    /// Where values that are proposed come from.
    Proposals &proposals();

signals:
    void applied(const Filter &filter);
    /// Why what is written is no filter, with its place; empty when it is one.
    void problemChanged(const QString &problem);
    /// What is doubtful in what is written, with its place; empty when nothing is.
    void doubtChanged(const QString &doubt);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void check();
    void adoptFont();
    void showState(const char *state);
    void showProblem(QString problem, QString doubt);
    QString told(const FilterError &error) const;
    int blanksBefore() const;
    void updateButtons();
    void fillRecent();
    void leaveOrClear();
    void retranslate();

    const Registry &m_registry;
    Preferences &m_preferences;
    KeptFilters *m_kept;
    FilterKeeper *m_keeper;
    FilterBookmarks *m_bookmarks;
    FilterEdit *m_edit;
    QLabel *m_error;
    QToolButton *m_apply;
    QToolButton *m_clear;
    QToolButton *m_recent;
    QToolButton *m_addButton;
    QMenu *m_recentMenu;
    std::optional<Filter> m_valid = Filter{};
    QString m_problem;
    QString m_doubt;
    bool m_hostsKnown = false;
    QString m_applied;
};

} // namespace vethscope
