#include "ui/statistics/trafficwindow.h"

#include "ui/shared/commands.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/opencapture.h"
#include "ui/statistics/rowsfilter.h"
#include "ui/statistics/trafficcopy.h"
#include "ui/statistics/trafficmenu.h"
#include "ui/statistics/trafficmodel.h"
#include "ui/statistics/trafficoptions.h"
#include "ui/statistics/trafficpasses.h"
#include "ui/statistics/trafficview.h"

#include <QMenu>
#include <QScopedValueRollback>
#include <QTabWidget>

#include <algorithm>
#include <numeric>

namespace vethscope {

TrafficWindow::TrafficWindow(TrafficSubject subject, const WindowKind &kind, const WindowContext &context)
    : StatisticWindow(kind, context, {subject == TrafficSubject::Conversations ? 228 : 130, 80}, trafficPasses(subject), new TrafficOptions(context.commands[Command::ResolveNetwork])),
      m_subject(subject), m_options(static_cast<TrafficOptions *>(&options())), m_tabs(new QTabWidget(this))
{
    makeViews();
    setContent(*m_tabs);
    connect(m_options, &TrafficOptions::scopeChanged, this, &TrafficWindow::showScope);
    connect(m_options, &TrafficOptions::jsonRequested, this, [this] { copy(json()); });
}

std::shared_ptr<const TrafficTables> TrafficWindow::tables() const
{
    const auto counted = counter().counts<TrafficTables>();
    return counted ? counted : std::make_shared<const TrafficTables>();
}

void TrafficWindow::makeViews()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("trafficTabs"));
    for (const TrafficKind kind : trafficKinds) {
        auto *view = new TrafficView(m_subject, kind, context().capture, m_tabs);
        view->setFrameShape(QFrame::NoFrame);
        m_views[static_cast<std::size_t>(kind)] = view;
        m_tabs->addTab(view, kindName(kind));
        connect(view, &TrafficView::chosen, this, [this, view](int row) { jump(static_cast<int>(view->rows().row(row).firstRow)); });
        connect(view, &TrafficView::opened, this, [this, view](int row) { openPacket(static_cast<int>(view->rows().row(row).firstRow)); });
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

void TrafficWindow::showCounts()
{
    const auto counted = tables();
    for (TrafficView *view : m_views)
        view->rows().setTables(counted);
    if (!context().capture.isOpen() || counted->isEmpty())
        m_adopted = false;
    else if (!m_adopted)
        adoptTab();
    showTabs();
}

// The one that was looked at last, if it has rows; else IPv4; else the first that has some. While packets are counted a better one may still get rows.
void TrafficWindow::adoptTab()
{
    const QScopedValueRollback adopting(m_adopting, true);
    const auto isFilled = [this, counted = tables()](int tab) { return tab >= 0 && tab < m_tabs->count() && !counted->rows[static_cast<std::size_t>(tab)].empty(); };
    std::vector<int> wanted{remembered("tab", int(TrafficKind::Ipv4)).toInt(), int(TrafficKind::Ipv4)};
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        wanted.push_back(tab);
    const auto found = std::ranges::find_if(wanted, isFilled);
    if (found == wanted.end())
        return;
    m_tabs->setTabEnabled(*found, true);
    m_tabs->setCurrentIndex(*found);
    m_adopted = found == wanted.begin() || !counter().isCounting();
    showPage();
    if (m_adopted)
        currentView().setFocus();
}

void TrafficWindow::rememberTab()
{
    if (m_adopting)
        return;
    m_adopted = true;
    remember("tab", m_tabs->currentIndex());
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

bool TrafficWindow::hasRows() const
{
    return std::ranges::any_of(m_views, [](const TrafficView *view) { return view->rows().rowCount() > 0; });
}

bool TrafficWindow::canCopy() const
{
    return currentView().rows().rowCount() > 0;
}

QString TrafficWindow::whyNothing() const
{
    return m_options->scope()       ? tr("None of the counted packets has an Ethernet, IP, TCP or UDP header in this scope.")
           : counter().isLimited() ? tr("None of the displayed packets has an Ethernet, IP, TCP or UDP header.")
                                    : tr("None of the counted packets has an Ethernet, IP, TCP or UDP header.");
}

QString TrafficWindow::selectedFilter(TrafficDirection direction) const
{
    ScopesSeen seen = ScopesSeen::in(*tables());
    if (counter().isLimitWanted() || counter().isCounting() || counter().isStopped())
        seen.tunnels = true; // there may be others
    QStringList filters;
    for (const int row : currentView().selectedRows())
        filters << filterText(currentView().rows().row(row), direction, seen);
    return eitherOf(filters);
}

void TrafficWindow::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<int> rows = currentView().selectedRows();
    if (qsizetype(rows.size()) > mostFiltered)
        addTooManyRows(*menu);
    else
        addTrafficFilters(*menu, m_subject, [this](TrafficDirection direction, FilterUse use, FilterStep step) { emit filterRequested(selectedFilter(direction), use, step); });
    menu->addSeparator();
    connect(menu->addAction(tr("&Go to First Packet")), &QAction::triggered, this, [this] {
        if (const std::vector<int> selected = currentView().selectedRows(); !selected.empty())
            openPacket(static_cast<int>(currentView().rows().row(selected.front()).firstRow));
    });
    connect(menu->addAction(tr("&Copy as CSV")), &QAction::triggered, this, &TrafficWindow::copySelected);
    menu->popup(place);
}

void TrafficWindow::copySelected() const
{
    const std::vector<int> rows = currentView().selectedRows();
    if (!rows.empty())
        copy(csvOf(currentView().rows(), rows));
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

QWidget *TrafficWindow::firstFocus() const
{
    return &currentView();
}

void TrafficWindow::retranslate()
{
    StatisticWindow::retranslate();
    for (TrafficView *view : m_views)
        view->setAccessibleName(tr("%1: %2", "conversations of a protocol").arg(name(), kindName(view->rows().kind())));
    showTabs();
}

} // namespace vethscope
