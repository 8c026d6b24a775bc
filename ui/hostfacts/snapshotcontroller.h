#pragma once

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

class QMainWindow;

namespace vethscope {

class Commands;
class MessageBar;
class Preferences;
class Snapshots;
struct Snapshot;

/// Brings host output into the window: dialogs, pasted text, and what is said about it afterwards.
class SnapshotController : public QObject
{
    Q_OBJECT

public:
    SnapshotController(Snapshots &snapshots, Commands &commands, MessageBar &messages, Preferences &preferences, QMainWindow &window,
                       std::function<bool()> topologyShown);

    void read(const QStringList &paths);
    void importFiles();
    void importFolder();
    /// What a dialog for files of host output offers.
    static QString fileFilters();
    /// Opens the box for pasted text, with what is in the clipboard.
    void paste();

signals:
    /// Facts have come, of the user's own.
    void imported();
    void topologyRequested();
    void reportRequested();

private:
    void tell(const std::vector<std::shared_ptr<const Snapshot>> &fresh);

    Snapshots &m_snapshots;
    MessageBar &m_messages;
    Preferences &m_preferences;
    QMainWindow &m_window;
    std::function<bool()> m_topologyShown;
};

} // namespace vethscope
