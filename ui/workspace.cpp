#include "ui/workspace.h"

#include "ui/commands.h"
#include "ui/models/packetlistmodel.h"
#include "ui/models/packettreemodel.h"
#include "ui/panels/boxesstrip.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/filterbar.h"
#include "ui/panels/gotobar.h"
#include "ui/panels/hexpanel.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/perspectivebutton.h"
#include "ui/opencapture.h"
#include "ui/preferences.h"
#include "ui/selection.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int handleWidth = 5;

QSplitter *makeSplitter(Qt::Orientation orientation, QWidget *parent)
{
    auto *splitter = new QSplitter(orientation, parent);
    splitter->setHandleWidth(handleWidth);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

} // namespace

Workspace::Workspace(const OpenCapture &capture, PacketListModel &model, Selection &selection, Commands &commands,
                     Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_filterBar(new FilterBar(capture.registry(), preferences, this)),
      m_goToBar(new GoToBar(this)), m_list(new PacketListPanel(model, capture, selection, this)),
      m_details(new DetailPanel(selection, this)), m_bytes(new HexPanel(selection, this)),
      m_boxes(new BoxesStrip(selection, this)), m_lower(makeSplitter(Qt::Horizontal, this)),
      m_pages(new QStackedWidget(this)), m_splitter(makeSplitter(Qt::Vertical, this))
{
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(12, 8, 12, 10);
    filterRow->setSpacing(8);
    filterRow->addWidget(m_filterBar, 1);
    filterRow->addWidget(new PerspectiveButton(commands.group(CommandGroup::Perspective), this));

    m_pages->addWidget(makeBrowse());
    m_pages->addWidget(new ComparePanel(selection, this));
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pages);
    m_splitter->setStretchFactor(1, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(filterRow);
    column->addWidget(m_goToBar);
    column->addWidget(m_splitter, 1);

    m_restored = preferences.value(preference::mainSplitter).toByteArray(); // its sizes mean something once there is a height
    m_lower->restoreState(preferences.value(preference::lowerSplitter).toByteArray());
    connectSwitches(commands);
    connect(m_goToBar, &GoToBar::closed, m_list, qOverload<>(&QWidget::setFocus));
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
    if (layout == m_layout)
        return;
    if (isVisible())
        m_sizes[int(m_layout)] = m_splitter->sizes();
    m_layout = layout;
    m_pages->setCurrentIndex(int(layout));
    if (isVisible())
        applySizes();
}

void Workspace::applySizes()
{
    const QList<int> &kept = m_sizes[int(m_layout)];
    if (kept.size() == 2) {
        m_splitter->setSizes(kept);
        return;
    }
    if (m_layout == Layout::Browse && m_splitter->restoreState(m_restored))
        return;
    const int height = m_splitter->height();
    const int rowHeight = m_list->heightFor(1) - m_list->heightFor(0);
    const int rows = m_layout == Layout::Browse ? std::max(4, (height * 29 / 100 - m_list->heightFor(0)) / rowHeight) : 5;
    const int list = m_list->heightFor(rows);
    m_splitter->setSizes({list, height - list});
}

void Workspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_wasShown = true;
    applySizes();
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

void Workspace::saveState(Preferences &preferences) const
{
    if (m_layout == Layout::Browse && m_wasShown)
        preferences.setValue(preference::mainSplitter, m_splitter->saveState());
    preferences.setValue(preference::lowerSplitter, m_lower->saveState());
}

} // namespace vethscope
