#pragma once

#include "ui/desk/workspace.h"
#include "ui/shared/commands.h"

#include <QMainWindow>

#include <vector>

class QDockWidget;
class QStackedWidget;

namespace vethscope {

class ImportReportPanel;
class TopologyPanel;
class WelcomePage;

/// What stands between the toolbar and the status bar: a page for the layout that is chosen, and docks beside it for the topology
/// and the import report. The topology is one panel: on a page of its own in its layout, in the dock in the others.
class Desk : public QMainWindow
{
    Q_OBJECT

public:
    Desk(WelcomePage &welcome, Workspace &workspace, TopologyPanel &topology, ImportReportPanel &report, Commands &commands,
         const Preferences &preferences, QWidget *parent = nullptr);

    vethscope::Layout arrangement() const { return m_layout; }
    void arrange(vethscope::Layout layout);
    void setCaptureOpen(bool isOpen);
    /// A dock of its own for a panel, which its command shows and hides; its title is the command's. At first it is so large, and later as
    /// large as it was, and open if it was.
    void addDock(const char *name, QWidget &panel, Qt::DockWidgetArea area, Command command, int size);
    /// Shows the import report and puts the focus into it.
    void showReport();

    void saveDocks(Preferences &preferences) const;
    /// The other way round, for all docks that are there.
    void restoreDocks(const Preferences &preferences);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QDockWidget *makeDock(const char *name, QWidget &panel, Qt::DockWidgetArea area, Command command);
    void showPage();
    void placeTopology();
    void retranslate();

    std::vector<QDockWidget *> m_docks; // that addDock() made

    Commands &m_commands;
    WelcomePage &m_welcome;
    Workspace &m_workspace;
    TopologyPanel &m_topology;
    QWidget &m_report;
    QStackedWidget *m_pages;
    QWidget *m_topologyPage;
    QDockWidget *m_topologyDock;
    QDockWidget *m_reportDock;
    vethscope::Layout m_layout = vethscope::Layout::Browse;
    bool m_captureOpen = false;
    QStringList m_openAtLast; // docks that were open when the window was closed last
};

} // namespace vethscope
