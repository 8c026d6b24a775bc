#include "ui/statistics/trafficwindow.h"

#include "ui/commands.h"
#include "ui/groupeddigits.h"
#include "ui/models/packetlistmodel.h"
#include "ui/opencapture.h"
#include "ui/preferences.h"
#include "ui/selection.h"
#include "ui/statistics/trafficcopy.h"
#include "ui/statistics/trafficmodel.h"
#include "ui/statistics/trafficview.h"
#include "ui/theme/palette.h"

#include <QActionGroup>
#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QScopedValueRollback>
#include <QScreen>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>

#include <numeric>

namespace vethscope {
namespace {

constexpr qint64 showAfterMilliseconds = 300; // what only flashes says nothing
constexpr std::size_t mostFiltered = 64;      // rows in one filter

const auto directions = std::to_array<std::pair<TrafficDirection, const char *>>({
    {TrafficDirection::AWithB, QT_TRANSLATE_NOOP("Traffic", "A ↔ B")},
    {TrafficDirection::AToB, QT_TRANSLATE_NOOP("Traffic", "A → B")},
    {TrafficDirection::BToA, QT_TRANSLATE_NOOP("Traffic", "B → A")},
    {TrafficDirection::AWithAny, QT_TRANSLATE_NOOP("Traffic", "A ↔ any")},
    {TrafficDirection::AToAny, QT_TRANSLATE_NOOP("Traffic", "A → any")},
    {TrafficDirection::AnyToA, QT_TRANSLATE_NOOP("Traffic", "any → A")},
    {TrafficDirection::BWithAny, QT_TRANSLATE_NOOP("Traffic", "B ↔ any")},
    {TrafficDirection::BToAny, QT_TRANSLATE_NOOP("Traffic", "B → any")},
    {TrafficDirection::AnyToB, QT_TRANSLATE_NOOP("Traffic", "any → B")},
});

} // namespace

TrafficWindow::TrafficWindow(TrafficSubject subject, const OpenCapture &capture, const PacketListModel &list, Selection &selection,
                             Commands &commands, Preferences &preferences)
    : QDialog(nullptr, Qt::Window), m_subject(subject), m_capture(capture), m_list(list), m_selection(selection), m_preferences(preferences),
      m_counter(subject, capture, list), m_scopes(new QToolButton(this)), m_limit(new QCheckBox(this)), m_names(new QCheckBox(this)),
      m_copy(new QToolButton(this)), m_tabs(new QTabWidget(this)), m_message(new QLabel(this)), m_pages(new QStackedWidget(this)),
      m_left(new QLabel(this)), m_activity(new QLabel(this)), m_progress(new QProgressBar(this)), m_cancel(new QToolButton(this))
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
    column->addWidget(makeOptions(commands));
    column->addWidget(m_pages, 1);
    column->addWidget(makeStatus());

    for (const Command command : {Command::ShowNames, Command::ZoomIn, Command::ZoomOut, Command::ZoomNormal})
        addAction(&commands[command]); // their keys hold here, too
    connect(&m_counter, &TrafficCounter::counted, this, &TrafficWindow::showTables);
    connect(&m_counter, &TrafficCounter::progressed, this, &TrafficWindow::showStatus);
    connect(&capture, &OpenCapture::changed, this, &TrafficWindow::retranslate);
    connect(&capture, &OpenCapture::pathsChanged, this, &TrafficWindow::retranslate);
    connect(&list, &QAbstractItemModel::modelReset, this, [this] {
        m_hidden = -1; // by a filter that is gone
        showStatus();
    });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_counter.isStopped())
            m_counter.countAnew();
        else
            m_counter.stop();
    });
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

QWidget *TrafficWindow::makeOptions(Commands &commands)
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 10, 12, 8);
    row->setSpacing(18);
    row->addWidget(m_limit);
    row->addWidget(m_names);
    row->addStretch();
    row->addWidget(m_scopes);
    row->addWidget(m_copy);

    auto *scopes = new QMenu(m_scopes);
    auto *group = new QActionGroup(scopes);
    for (const std::optional<Scope> scope : {std::optional<Scope>(), std::optional(Scope::Underlay), std::optional(Scope::Overlay), std::optional(Scope::Native)}) {
        QAction *action = group->addAction(scopes->addAction(QString()));
        action->setCheckable(true);
        action->setData(scope ? QVariant(int(*scope)) : QVariant());
        connect(action, &QAction::triggered, this, [this, scope] { setScope(scope); });
    }
    m_scopes->setMenu(scopes);

    auto *copies = new QMenu(m_copy);
    connect(copies->addAction(QString()), &QAction::triggered, this, [this] { QApplication::clipboard()->setText(csv()); });
    connect(copies->addAction(QString()), &QAction::triggered, this, [this] { QApplication::clipboard()->setText(json()); });
    m_copy->setMenu(copies);

    for (QToolButton *button : {m_scopes, m_copy}) {
        button->setObjectName(QStringLiteral("perspective"));
        button->setPopupMode(QToolButton::InstantPopup);
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(m_limit, &QCheckBox::toggled, this, [this](bool limited) {
        m_counter.setLimited(limited);
        showStatus();
    });
    followNames(commands[Command::ShowNames]);
    return bar;
}

// The box and the menu's entry are one switch.
void TrafficWindow::followNames(QAction &action)
{
    const auto follow = [this, &action] {
        m_names->setChecked(action.isChecked());
        m_names->setEnabled(action.isEnabled());
        m_names->setToolTip(action.isEnabled() ? tr("Names instead of addresses (%1)").arg(action.shortcut().toString(QKeySequence::NativeText))
                                               : tr("Names come from host snapshots: File ▸ Import Host Snapshot"));
    };
    connect(&action, &QAction::changed, this, follow);
    connect(&action, &QAction::toggled, this, follow);
    connect(m_names, &QCheckBox::clicked, &action, &QAction::setChecked);
    follow();
}

QWidget *TrafficWindow::makeStatus()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("statusBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    m_left->setTextFormat(Qt::PlainText);
    m_left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_activity->setObjectName(QStringLiteral("muted"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(110, 4);
    m_progress->setRange(0, 1000);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 4, 12, 4);
    row->setSpacing(10);
    row->addWidget(m_left, 1);
    row->addWidget(m_activity);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    return bar;
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

void TrafficWindow::setScope(std::optional<Scope> scope)
{
    m_scope = scope;
    for (TrafficView *view : m_views)
        view->rows().setScope(scope);
    retranslate();
}

void TrafficWindow::showTables()
{
    for (TrafficView *view : m_views)
        view->rows().setTables(m_counter.tables());
    if (!m_capture.isOpen() || m_counter.tables()->rows == TrafficTables().rows)
        m_adopted = false;
    else if (!m_adopted)
        adoptTab();
    showTabs();
    showStatus();
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
    m_copy->setEnabled(any && currentView().rows().rowCount() > 0);
    m_message->setText(!m_capture.isOpen()        ? tr("No capture is open.")
                       : m_counter.isCounting()   ? tr("Counting packets…")
                       : m_scope                  ? tr("None of the counted packets has an Ethernet, IP, TCP or UDP header in this scope.")
                       : m_counter.isLimited()    ? tr("None of the displayed packets has an Ethernet, IP, TCP or UDP header.")
                                                  : tr("None of the counted packets has an Ethernet, IP, TCP or UDP header."));
}

void TrafficWindow::showStatus()
{
    const bool open = m_capture.isOpen();
    const bool counting = m_counter.isCounting();
    if (!counting)
        m_counting.invalidate();
    else if (!m_counting.isValid())
        m_counting.start();
    const bool shown = counting && m_counting.elapsed() >= showAfterMilliseconds;
    m_progress->setVisible(shown);
    m_activity->setVisible(shown);
    m_cancel->setVisible(shown || (open && m_counter.isStopped()));
    m_cancel->setText(m_counter.isStopped() ? tr("Count anew") : tr("Cancel"));
    m_cancel->setToolTip(m_counter.isStopped() ? tr("Start counting again") : tr("Stop counting; what is counted so far stays"));
    m_activity->setText(tr("Counting"));
    const std::size_t total = m_counter.total();
    m_progress->setValue(total > 0 ? int(1000.0 * double(m_counter.done()) / double(total)) : 0);

    QStringList parts;
    if (open && m_counter.isStopped())
        parts << tr("Counting was stopped: %1 of %2 packets are counted").arg(grouped(m_counter.done()), grouped(total));
    else if (open)
        parts << tr("Packets counted: %1").arg(grouped(std::min(m_counter.done(), total)));
    if (open && m_counter.isLimited())
        parts << tr("only displayed: %1", "a filter").arg(QString::fromStdString(m_list.filter().expression()));
    else if (open && m_limit->isChecked())
        parts << tr("there is no display filter");
    if (open && m_hidden >= 0)
        parts << tr("packet %1 is not displayed: the filter hides it").arg(m_hidden + 1);
    m_left->setText(parts.join(QStringLiteral(" · ")));
    m_left->setToolTip(m_left->text());
    showPage();
}

// The list keeps its place when the filter hides the packet; details and bytes show it all the same.
void TrafficWindow::jump(int row)
{
    const int packet = static_cast<int>(currentView().rows().row(row).firstRow);
    m_selection.setRow(packet);
    m_hidden = m_list.rowOf(packet) < 0 ? packet : -1;
    showStatus();
}

QString TrafficWindow::selectedFilter(TrafficDirection direction) const
{
    ScopesSeen seen = ScopesSeen::in(*m_counter.tables());
    if (m_limit->isChecked() || m_counter.isCounting() || m_counter.isStopped())
        seen.tunnels = true; // there may be others
    QStringList filters;
    for (const int row : currentView().selectedRows())
        filters << filterText(currentView().rows().row(row), direction, seen);
    filters.removeDuplicates();
    return filters.size() > 1 ? QLatin1Char('(') + filters.join(QStringLiteral(") || (")) + QLatin1Char(')') : filters.value(0);
}

void TrafficWindow::fillDirections(QMenu &uses, const QString &title, FilterStep step, FilterUse use)
{
    const auto request = [this, step, use](TrafficDirection direction) { emit filterRequested(selectedFilter(direction), use, step); };
    if (m_subject == TrafficSubject::Endpoints) {
        connect(uses.addAction(title), &QAction::triggered, this, [request] { request(TrafficDirection::AWithAny); });
        return;
    }
    QMenu *menu = uses.addMenu(title);
    for (const auto &[direction, text] : directions) {
        QAction *action = menu->addAction(QCoreApplication::translate("Traffic", text));
        connect(action, &QAction::triggered, this, [request, chosen = direction] { request(chosen); });
        if (direction == TrafficDirection::BToA || direction == TrafficDirection::AnyToA)
            menu->addSeparator();
    }
}

void TrafficWindow::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<int> rows = currentView().selectedRows();
    if (rows.size() > mostFiltered)
        menu->addAction(tr("A filter is made of %1 rows at most").arg(mostFiltered))->setEnabled(false);
    else
        addFilterMenus(*menu, [this](QMenu &uses, const QString &title, FilterStep step, FilterUse use) { fillDirections(uses, title, step, use); });
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
    m_hidden = -1;
    const QString title = m_subject == TrafficSubject::Conversations ? tr("Conversations") : tr("Endpoints");
    setWindowTitle(m_capture.isOpen() ? tr("%1 — %2", "what is listed, and of which capture").arg(title, m_capture.displayName()) : title);
    for (TrafficView *view : m_views)
        view->setAccessibleName(tr("%1: %2", "conversations of a protocol").arg(title, kindName(view->rows().kind())));
    m_limit->setText(tr("&Limit to display filter"));
    m_limit->setToolTip(tr("Count only the packets that the list displays"));
    m_names->setText(tr("Names"));
    m_copy->setText(tr("Copy") + QStringLiteral(" ▾"));
    m_copy->setAccessibleName(tr("Copy the whole table"));
    m_copy->setToolTip(tr("Copies all rows as they are sorted; Ctrl+C copies the selected ones"));
    m_copy->menu()->actions()[0]->setText(tr("Copy as &CSV"));
    m_copy->menu()->actions()[1]->setText(tr("Copy as &JSON"));
    for (QAction *action : m_scopes->menu()->actions()) {
        const QVariant scope = action->data();
        action->setText(scope.isValid() ? scopeName(Scope(scope.toInt())) : tr("All scopes"));
        action->setChecked(scope.isValid() ? m_scope == Scope(scope.toInt()) : !m_scope);
        if (action->isChecked())
            m_scopes->setText(action->text() + QStringLiteral(" ▾"));
    }
    m_scopes->setAccessibleName(tr("Which scopes are listed"));
    m_scopes->setToolTip(tr("Underlay: what the nodes see. Overlay: what the pods see. Native: no tunnel around it."));
    m_progress->setAccessibleName(tr("Counting"));
    showTabs();
    showStatus();
}

} // namespace vethscope
