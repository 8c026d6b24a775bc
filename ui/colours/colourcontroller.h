#pragma once

#include <QObject>

class QMenu;

namespace vethscope {

class ColourRules;
class Commands;
class Registry;
class Selection;

/// What can be done with the colours of the packet list: the commands, and what menus of rows have of them.
class ColourController : public QObject
{
    Q_OBJECT

public:
    ColourController(ColourRules &rules, const Selection &selection, const Registry &registry, Commands &commands, QWidget &window);

    /// For the packet that is selected.
    void fillConversation(QMenu &menu);
    /// For what a row of the tree or a cell of the list says; empty where it is no filter.
    void fillFilter(QMenu &menu, const QString &filter);
    /// Shows the rules, with a new one above them where a filter is given.
    void editRules(const QString &filter = {});

private:
    void addColours(QMenu &menu, const QString &filter);
    QString conversation() const;
    void colourise(int number);

    ColourRules &m_rules;
    const Selection &m_selection;
    const Registry &m_registry;
    Commands &m_commands;
    QWidget &m_window;
};

} // namespace vethscope
