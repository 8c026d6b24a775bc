#include "ui/statistics/trafficwindow.h"

#include "ui/commands.h"
#include "ui/groupeddigits.h"
#include "ui/models/packetlistmodel.h"
#include "ui/opencapture.h"
#include "ui/preferences.h"
#include "ui/selection.h"
#include "ui/statistics/trafficcopy.h"
#include "ui/statistics/trafficmenu.h"
#include "ui/statistics/trafficmodel.h"
#include "ui/statistics/trafficoptions.h"
#include "ui/statistics/trafficstatus.h"
#include "ui/statistics/trafficview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScreen>
#include <QStackedWidget>
#include <QTabWidget>

#include <numeric>

namespace vethscope {
namespace {

constexpr std::size_t mostFiltered = 64; // rows in one filter

} // namespace

TrafficWindow::TrafficWindow(TrafficSubject subject, const OpenCapture &capture, const PacketListModel &list, Selection &selection,
                             Commands &commands, Preferences &preferences)
    : QDialog(nullptr, Qt::Window), m_subject(subject), m_capture(capture), m_list(list), m_selection(selection), m_preferences(preferences),
      m_counter(subject, capture, list), m_options(new TrafficOptions(commands[Command::ShowNames], this)), m_tabs(new QTabWidget(this)),
      m_message(new QLabel(this)), m_pages(new QStackedWidget(this)), m_status(new TrafficStatus(m_counter, capture, list, this))
{
    setAttribute(Qt::WA_QuitOnClose, false);
    setObjectName(QStringLiteral("trafficWindow"));
    m_message->setObjectName(QStringLiteral("muted"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    makeViews();
    m_pages->addWidget(m_tabs);
    m_pages->addWidget(m_message);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_options);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);

    for (const Command command : {Command::ShowNames, Command::ZoomIn, Command::ZoomOut, Command::ZoomNormal})
        addAction(&commands[command]); // their keys hold here, too
    connect(&m_counter, &TrafficCounter::counted, this, &TrafficWindow::showTables);
    connect(&m_counter, &TrafficCounter::progressed, this, &TrafficWindow::showPage);
    connect(&capture, &OpenCapture::changed, this, &TrafficWindow::retranslate);
    connect(&capture, &OpenCapture::pathsChanged, this, &TrafficWindow::retranslate);
    connect(m_options, &TrafficOptions::limitToggled, &m_counter, &TrafficCounter::setLimited);
    connect(m_options, &TrafficOptions::scopeChanged, this, &TrafficWindow::showScope);
    connect(m_options, &TrafficOptions::csvRequested, this, [this] { QApplication::clipboard()->setText(csv()); });
    connect(m_options, &TrafficOptions::jsonRequested, this, [this] { QApplication::clipboard()->setText(json()); });
    retranslate();
    const int unit = fontMetrics().averageCharWidth();
    const QSize room = screen()->availableSize() * 0.94;
    resize(QSize(unit * (subject == TrafficSubject::Conversations ? 228 : 130), unit * 80).boundedTo(room));
    restoreGeometry(preferences.value(key("geometry")).toByteArray());
}

TrafficWindow::~TrafficWindow()
{
    m_preferences.setValue(key("geometry"), saveGeometry());
}

QString TrafficWindow::key(const char *of) const
{
    const QString &group = m_subject == TrafficSubject::Conversations ? preference::conversations : preference::endpoints;
    return group + QLatin1Char('/') + QLatin1String(of);
}

void TrafficWindow::makeViews()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("trafficTabs"));
    for (const TrafficKind kind : trafficKinds) {
        auto *view = new TrafficView(m_subject, kind, m_capture, m_tabs);
        view->setFrameShape(QFrame::NoFrame);
        m_views[static_cast<std::size_t>(kind)] = view;
        m_tabs->addTab(view, kindName(kind));
        connect(view, &TrafficView::chosen, this, &TrafficWindow::jump);
        connect(view, &TrafficView::opened, this, [this](int row) {
            jump(row);
            emit packetOpened();
        });
        connect(view, &TrafficView::copyRequested, this, &TrafficWindow::copySelected);
        connect(view, &TrafficView::menuRequested, this, &TrafficWindow::showMenu);
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        rememberTab();
        showPage();
    });
}

TrafficView &TrafficWindow::currentView() const
{
    return *m_views[static_cast<std::size_t>(m_tabs->currentIndex())];
}

QCheckBox &TrafficWindow::limit() const
{
    return m_options->limit();
}

QCheckBox &TrafficWindow::names() const
{
    return m_options->names();
}

void TrafficWindow::setScope(std::optional<Scope> scope)
{
    m_options->setScope(scope);
}

void TrafficWindow::showScope(std::optional<Scope> scope)
{
    for (TrafficView *view : m_views)
        view->rows().setScope(scope);
    showTabs();
}

void TrafficWindow::showTables()
{
    for (TrafficView *view : m_views)
        view->rows().setTables(m_counter.tables());
    if (!m_capture.isOpen() || m_counter.tables()->isEmpty())
        m_adopted = false;
    else if (!m_adopted)
        adoptTab();
    showTabs();
}

// The one that was looked at last, if it has rows; else IPv4; else the first that has some.
void TrafficWindow::adoptTab()
{
    const QScopedValueRollback adopting(m_adopting, true);
    const auto hasRows = [this](int tab) { return tab >= 0 && tab < m_tabs->count() && !m_counter.tables()->rows[static_cast<std::size_t>(tab)].empty(); };
    std::vector<int> wanted{m_preferences.value(key("tab"), -1).toInt(), int(TrafficKind::Ipv4)};
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        wanted.push_back(tab);
    const auto found = std::ranges::find_if(wanted, hasRows);
    if (found == wanted.end())
        return;
    m_tabs->setTabEnabled(*found, true);
    m_tabs->setCurrentIndex(*found);
    m_adopted = true;
    m_pages->setCurrentWidget(m_tabs);
    currentView().setFocus();
}

void TrafficWindow::rememberTab()
{
    if (m_adopted && !m_adopting)
        m_preferences.setValue(key("tab"), m_tabs->currentIndex());
}

void TrafficWindow::showTabs()
{
    const QScopedValueRollback adopting(m_adopting, true);
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const int rows = m_views[static_cast<std::size_t>(tab)]->rows().rowCount();
        m_tabs->setTabText(tab, kindName(trafficKinds[static_cast<std::size_t>(tab)]) + QStringLiteral(" · ") + grouped(static_cast<std::uint64_t>(rows)));
        m_tabs->setTabEnabled(tab, rows > 0 || tab == m_tabs->currentIndex());
    }
    showPage();
}

void TrafficWindow::showPage()
{
    const bool any = std::ranges::any_of(m_views, [](const TrafficView *view) { return view->rows().rowCount() > 0; });
    m_pages->setCurrentWidget(any ? static_cast<QWidget *>(m_tabs) : m_message);
    m_options->setCopyEnabled(any && currentView().rows().rowCount() > 0);
    m_message->setText(!m_capture.isOpen()        ? tr("No capture is open.")
                       : m_counter.isCounting()   ? tr("Counting packets…")
                       : m_options->scope()       ? tr("None of the counted packets has an Ethernet, IP, TCP or UDP header in this scope.")
                       : m_counter.isLimited()    ? tr("None of the displayed packets has an Ethernet, IP, TCP or UDP header.")
                                                  : tr("None of the counted packets has an Ethernet, IP, TCP or UDP header."));
}

// The list keeps its place when the filter hides the packet; details and bytes show it all the same.
void TrafficWindow::jump(int row)
{
    const int packet = static_cast<int>(currentView().rows().row(row).firstRow);
    m_selection.setRow(packet);
    m_status->setHiddenPacket(m_list.rowOf(packet) < 0 ? packet : -1);
}

QString TrafficWindow::selectedFilter(TrafficDirection direction) const
{
    ScopesSeen seen = ScopesSeen::in(*m_counter.tables());
    if (m_counter.isLimitWanted() || m_counter.isCounting() || m_counter.isStopped())
        seen.tunnels = true; // there may be others
    QStringList filters;
    for (const int row : currentView().selectedRows())
        filters << filterText(currentView().rows().row(row), direction, seen);
    filters.removeDuplicates();
    return filters.size() > 1 ? QLatin1Char('(') + filters.join(QStringLiteral(") || (")) + QLatin1Char(')') : filters.value(0);
}

void TrafficWindow::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<int> rows = currentView().selectedRows();
    if (rows.size() > mostFiltered)
        menu->addAction(tr("A filter is made of %1 rows at most").arg(mostFiltered))->setEnabled(false);
    else
        addTrafficFilters(*menu, m_subject, [this](TrafficDirection direction, FilterUse use, FilterStep step) { emit filterRequested(selectedFilter(direction), use, step); });
    menu->addSeparator();
    connect(menu->addAction(tr("&Go to First Packet")), &QAction::triggered, this, [this] {
        if (const std::vector<int> selected = currentView().selectedRows(); !selected.empty()) {
            jump(selected.front());
            emit packetOpened();
        }
    });
    connect(menu->addAction(tr("&Copy as CSV")), &QAction::triggered, this, &TrafficWindow::copySelected);
    menu->popup(place);
}

void TrafficWindow::copySelected() const
{
    const std::vector<int> rows = currentView().selectedRows();
    if (!rows.empty())
        QApplication::clipboard()->setText(csvOf(currentView().rows(), rows));
}

std::vector<int> TrafficWindow::allRows() const
{
    std::vector<int> rows(static_cast<std::size_t>(currentView().rows().rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

QString TrafficWindow::csv() const
{
    return csvOf(currentView().rows(), allRows());
}

QString TrafficWindow::json() const
{
    return jsonOf(currentView().rows(), m_subject, allRows());
}

void TrafficWindow::present()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
    currentView().setFocus();
}

void TrafficWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_counter.setActive(true);
}

void TrafficWindow::hideEvent(QHideEvent *event)
{
    m_counter.setActive(false);
    QDialog::hideEvent(event);
}

void TrafficWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrafficWindow::retranslate()
{
    const QString title = m_subject == TrafficSubject::Conversations ? tr("Conversations") : tr("Endpoints");
    setWindowTitle(m_capture.isOpen() ? tr("%1 — %2", "what is listed, and of which capture").arg(title, m_capture.displayName()) : title);
    for (TrafficView *view : m_views)
        view->setAccessibleName(tr("%1: %2", "conversations of a protocol").arg(title, kindName(view->rows().kind())));
    m_status->setHiddenPacket(-1);
    showTabs();
}

} // namespace vethscope
