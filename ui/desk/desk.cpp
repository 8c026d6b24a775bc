#include "ui/desk/desk.h"

#include "ui/hostfacts/importreportpanel.h"
#include "ui/panels/welcomepage.h"
#include "ui/shared/preferences.h"
#include "ui/topology/topologypanel.h"

#include <QBoxLayout>
#include <QDockWidget>
#include <QEvent>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTimer>

#include <utility>

namespace vethscope {

Desk::Desk(WelcomePage &welcome, Workspace &workspace, TopologyPanel &topology, ImportReportPanel &report, Commands &commands,
           const Preferences &preferences, QWidget *parent)
    : QMainWindow(parent, Qt::Widget), m_commands(commands), m_welcome(welcome), m_workspace(workspace), m_topology(topology), m_report(report),
      m_pages(new QStackedWidget(this)), m_topologyPage(new QWidget(this))
{
    auto *column = new QVBoxLayout(m_topologyPage);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(&welcome);
    m_pages->addWidget(&workspace);
    m_pages->addWidget(m_topologyPage);
    setCentralWidget(m_pages);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setContextMenuPolicy(Qt::NoContextMenu); // the View menu has the docks
    m_topologyDock = makeDock("topologyDock", topology, Qt::RightDockWidgetArea, Command::ShowTopology);
    m_reportDock = makeDock("reportDock", report, Qt::BottomDockWidgetArea, Command::ShowReport);
    resizeDocks({m_topologyDock}, {520}, Qt::Horizontal);
    resizeDocks({m_reportDock}, {240}, Qt::Vertical);
    restoreState(preferences.value(preference::docks).toByteArray());
    m_openAtLast = preferences.list(preference::openDocks);
    commands[Command::ShowTopology].setChecked(preferences.value(preference::showTopology, false).toBool());
    for (QDockWidget *dock : {m_topologyDock, m_reportDock})
        dock->hide();
    connect(&commands[Command::ShowTopology], &QAction::toggled, this, &Desk::placeTopology);
    connect(&commands[Command::ShowReport], &QAction::toggled, m_reportDock, &QWidget::setVisible);
    retranslate();
    showPage();
    placeTopology();
}

QDockWidget *Desk::makeDock(const char *name, QWidget &panel, Qt::DockWidgetArea area, Command command)
{
    auto *dock = new QDockWidget(this);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWidget(&panel);
    dock->installEventFilter(this);
    dock->setProperty("command", int(command));
    addDockWidget(area, dock);
    return dock;
}

void Desk::addDock(const char *name, QWidget &panel, Qt::DockWidgetArea area, Command command, int size)
{
    QDockWidget *const dock = makeDock(name, panel, area, command);
    m_docks.push_back(dock);
    const Qt::Orientation direction = area == Qt::RightDockWidgetArea ? Qt::Horizontal : Qt::Vertical;
    const bool isPlaced = restoreDockWidget(dock); // where it was when the window was closed last
    dock->hide();
    connect(&m_commands[command], &QAction::toggled, this, [this, dock, direction, size, isSized = isPlaced](bool shown) mutable {
        dock->setVisible(shown);
        if (shown && !std::exchange(isSized, true)) // it takes a size only once it is there
            QTimer::singleShot(0, this, [this, dock, direction, size] { resizeDocks({dock}, {size}, direction); });
    });
    retranslate();
    if (m_openAtLast.contains(dock->objectName()))
        m_commands[command].setChecked(true);
}

void Desk::arrange(vethscope::Layout layout)
{
    m_layout = layout;
    if (layout != vethscope::Layout::Topology)
        m_workspace.setLayout(layout);
    showPage();
    placeTopology();
    if (layout == vethscope::Layout::Topology)
        m_topology.setFocus();
}

void Desk::setCaptureOpen(bool isOpen)
{
    m_captureOpen = isOpen;
    showPage();
}

void Desk::showReport()
{
    m_commands[Command::ShowReport].setChecked(true);
    m_report.setFocus();
}

void Desk::showPage()
{
    if (m_layout == vethscope::Layout::Topology)
        m_pages->setCurrentWidget(m_topologyPage);
    else
        m_pages->setCurrentWidget(m_captureOpen ? static_cast<QWidget *>(&m_workspace) : &m_welcome);
}

void Desk::placeTopology()
{
    const bool onItsPage = m_layout == vethscope::Layout::Topology;
    m_commands[Command::ShowTopology].setEnabled(!onItsPage);
    if (onItsPage && m_topologyDock->widget()) {
        m_topologyDock->setWidget(nullptr);
        m_topologyPage->layout()->addWidget(&m_topology);
        m_topology.show();
    } else if (!onItsPage && !m_topologyDock->widget()) {
        m_topologyPage->layout()->removeWidget(&m_topology);
        m_topologyDock->setWidget(&m_topology);
    }
    m_topologyDock->setVisible(!onItsPage && m_commands[Command::ShowTopology].isChecked());
}

bool Desk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close)
        m_commands[Command(watched->property("command").toInt())].setChecked(false);
    return QMainWindow::eventFilter(watched, event);
}

void Desk::saveDocks(Preferences &preferences) const
{
    preferences.setValue(preference::docks, saveState());
    QStringList open;
    for (const QDockWidget *dock : m_docks)
        if (m_commands[Command(dock->property("command").toInt())].isChecked())
            open << dock->objectName();
    preferences.setValue(preference::openDocks, open);
    preferences.setValue(preference::showTopology, m_commands[Command::ShowTopology].isChecked());
}

void Desk::restoreDocks(const Preferences &preferences)
{
    const QStringList open = preferences.list(preference::openDocks);
    restoreState(preferences.value(preference::docks).toByteArray());
    for (QDockWidget *dock : m_docks) {
        QAction &action = m_commands[Command(dock->property("command").toInt())];
        action.setChecked(open.contains(dock->objectName()));
        dock->setVisible(action.isChecked());
    }
    m_reportDock->setVisible(m_commands[Command::ShowReport].isChecked());
    m_commands[Command::ShowTopology].setChecked(preferences.value(preference::showTopology, false).toBool());
    placeTopology();
}

void Desk::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void Desk::retranslate()
{
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&")); // languages without Latin letters have it behind the word
    m_topologyDock->setWindowTitle(tr("Topology"));
    m_reportDock->setWindowTitle(tr("Import Report"));
    for (QDockWidget *dock : m_docks)
        dock->setWindowTitle(m_commands[Command(dock->property("command").toInt())].text().remove(mnemonic));
}

} // namespace vethscope
