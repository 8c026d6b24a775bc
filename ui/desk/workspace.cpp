#include "ui/desk/workspace.h"

#include "core/session/savedcolumns.h"
#include "ui/bytes/hexpanel.h"
#include "ui/filters/filterbar.h"
#include "ui/filters/filterbuttons.h"
#include "ui/filters/filterkeeper.h"
#include "ui/filters/seensource.h"
#include "ui/find/findbar.h"
#include "ui/models/packetlistmodel.h"
#include "ui/models/packettreemodel.h"
#include "ui/panels/boxesstrip.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/gotobar.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/perspectivebutton.h"
#include "ui/shared/commands.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/panesplitter.h"
#include "ui/shared/preferences.h"
#include "ui/shared/selection.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int wholeShare = 10'000;
constexpr int listOfWindow = 40, listAtMost = 60; // hundredths of the window's height, and of what is shared, on the first start

// What the first of two panes has of both; `otherwise` while one of them is hidden.
int shareOf(const QSplitter &splitter, int otherwise)
{
    const QList<int> sizes = splitter.sizes();
    return sizes[0] > 0 && sizes[1] > 0 ? qRound(double(wholeShare) * sizes[0] / (sizes[0] + sizes[1])) : otherwise;
}

// The style decides how wide the handle is that stands between them.
void divide(QSplitter &splitter, int whole, int share)
{
    const QSize handle = splitter.handle(1)->sizeHint();
    const int room = whole - (splitter.orientation() == Qt::Horizontal ? handle.width() : handle.height());
    const int first = qRound(double(room) * share / wholeShare);
    splitter.setSizes({first, room - first});
}

} // namespace

Workspace::Workspace(const OpenCapture &capture, PacketListModel &model, Selection &selection, const Explanations &explanations, Commands &commands,
                     Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_filterBar(new FilterBar(capture.registry(), preferences, this)),
      m_goToBar(new GoToBar(this)), m_findBar(new FindBar(capture.registry(), this)), m_list(new PacketListPanel(model, capture, selection, this)),
      m_details(new DetailPanel(selection, this)), m_compare(new ComparePanel(selection, &explanations, this)), m_bytes(new HexPanel(selection, this)),
      m_boxes(new BoxesStrip(selection, this)), m_lower(new PaneSplitter(Qt::Horizontal, this)),
      m_pages(new QStackedWidget(this)), m_splitter(new PaneSplitter(Qt::Vertical, this))
{
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(12, 8, 12, 10);
    filterRow->setSpacing(8);
    auto *filterButtons = new FilterButtons(m_filterBar->keeper(), this);
    connect(filterButtons, &FilterButtons::chosen, m_filterBar, &FilterBar::use);
    new SeenSource(capture, m_filterBar->proposals(), this);
    filterRow->addWidget(m_filterBar, 1);
    filterRow->addWidget(filterButtons);
    filterRow->addWidget(new PerspectiveButton(commands.group(CommandGroup::Perspective), this));

    m_pages->addWidget(makeBrowse());
    m_pages->addWidget(m_compare);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pages);
    m_splitter->setStretchFactor(1, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(filterRow);
    column->addWidget(m_goToBar);
    column->addWidget(m_findBar);
    column->addWidget(m_splitter, 1);

    restoreState(preferences);
    connectSwitches(commands);
    connect(m_goToBar, &GoToBar::closed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_findBar, &FindBar::closed, m_list, qOverload<>(&QWidget::setFocus));
}

QWidget *Workspace::makeBrowse()
{
    m_lower->addWidget(m_details);
    m_lower->addWidget(m_bytes);
    m_lower->setStretchFactor(0, 55);
    m_lower->setStretchFactor(1, 45);
    m_boxes->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_lower, 1);
    auto *line = new QWidget(page);
    line->setObjectName(QStringLiteral("hairline"));
    line->setAttribute(Qt::WA_StyledBackground);
    line->setFixedHeight(1);
    column->addWidget(line);
    column->addWidget(m_boxes);
    return page;
}

void Workspace::connectSwitches(Commands &commands)
{
    const std::pair<Command, QWidget *> switches[] = {{Command::ShowList, m_list},
                                                      {Command::ShowDetails, m_details},
                                                      {Command::ShowBytes, m_bytes},
                                                      {Command::ShowBoxes, m_boxes}};
    for (const auto &[command, panel] : switches) {
        commands[command].setChecked(true);
        connect(&commands[command], &QAction::toggled, panel, &QWidget::setVisible);
    }
}

void Workspace::setLayout(Layout layout)
{
    if (layout == m_layout || layout == Layout::Topology)
        return;
    keepShares();
    m_applied = false;
    m_layout = layout;
    m_pages->setCurrentIndex(layout == Layout::Compare ? 1 : 0);
    if (isVisible())
        applyShares();
}

PaneShares Workspace::shares() const
{
    PaneShares shares = m_shares;
    if (!m_applied)
        return shares;
    int &list = m_layout == Layout::Compare ? shares.compareList : shares.list;
    list = shareOf(*m_splitter, list);
    if (m_layout == Layout::Browse)
        shares.details = shareOf(*m_lower, shares.details);
    return shares;
}

void Workspace::setShares(const PaneShares &wanted)
{
    keepShares();
    for (int PaneShares::*share : {&PaneShares::list, &PaneShares::compareList, &PaneShares::details})
        if (wanted.*share > 0)
            m_shares.*share = wanted.*share;
    m_applied = false;
    if (isVisible())
        applyShares();
}

void Workspace::keepShares()
{
    m_shares = shares();
}

// Shares mean something only once there is a room to share.
void Workspace::applyShares()
{
    m_applied = true;
    const int height = m_splitter->height();
    if (m_layout == Layout::Browse && m_shares.details > 0)
        divide(*m_lower, m_splitter->width(), m_shares.details);
    if (const int share = m_layout == Layout::Compare ? m_shares.compareList : m_shares.list; share > 0)
        return divide(*m_splitter, height, share);
    const int rowHeight = m_list->heightFor(1) - m_list->heightFor(0);
    const int wanted = std::min(window()->height() * listOfWindow / 100, height * listAtMost / 100) - m_list->heightFor(0);
    const int rows = m_layout == Layout::Browse ? std::max(4, (wanted + rowHeight - 1) / rowHeight) : 5;
    const int list = m_list->heightFor(rows);
    m_splitter->setSizes({list, height - list});
}

// Once for each layout: what the user makes of the panes afterwards stays when the window shows something else meanwhile.
void Workspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_applied)
        applyShares();
}

QString Workspace::copyText() const
{
    const QWidget *focus = focusWidget();
    const bool inPacket = focus && (m_details->isAncestorOf(focus) || m_bytes->isAncestorOf(focus));
    if (!inPacket || m_selection.isEmpty() || m_selection.node() < 0)
        return m_list->selectedLines();
    const PacketTreeModel &tree = m_details->model();
    return tree.indexOf(m_selection.node()).data(PacketTreeModel::SentenceRole).toString();
}

void Workspace::restoreState(const Preferences &preferences)
{
    m_shares = {preferences.value(preference::listShare).toInt(), preferences.value(preference::compareListShare).toInt(),
                preferences.value(preference::detailsShare).toInt()};
    auto columns = columnsOfText(preferences.value(preference::columns).toString().toStdString());
    m_list->setColumns(columns.empty() ? usualColumns() : std::move(columns));
    m_applied = false;
    if (isVisible())
        applyShares();
}

void Workspace::saveState(Preferences &preferences) const
{
    const PaneShares now = shares();
    preferences.setValue(preference::columns, QString::fromStdString(columnsText(m_list->columns())));
    preferences.setValue(preference::listShare, now.list);
    preferences.setValue(preference::compareListShare, now.compareList);
    preferences.setValue(preference::detailsShare, now.details);
}

} // namespace vethscope
