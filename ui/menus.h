#pragma once

#include <QMenuBar>

namespace vethscope {

class Commands;
class Preferences;

/// The menu bar: lays out the commands, and lists recent files and bundled samples.
class Menus : public QMenuBar
{
    Q_OBJECT

public:
    Menus(Commands &commands, const Preferences &preferences, QWidget *parent = nullptr);

signals:
    void openRequested(const QStringList &paths);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fillRecent(QMenu &menu);
    void fillSamples(QMenu &menu);

    Commands &m_commands;
    const Preferences &m_preferences;
};

} // namespace vethscope
