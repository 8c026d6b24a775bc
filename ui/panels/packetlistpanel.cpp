#include "ui/panels/packetlistpanel.h"

#include "ui/models/packetlistmodel.h"
#include "ui/panels/packetdelegate.h"
#include "ui/panels/packetminimap.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"
#include "ui/theme/leastpane.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t mostLines = 100'000; // a clipboard of more helps nobody

} // namespace

PacketListPanel::PacketListPanel(PacketListModel &model, const OpenCapture &capture, Selection &selection, QWidget *parent)
    : QWidget(parent), m_model(model), m_capture(capture), m_selection(selection), m_view(new QTableView(this)),
      m_delegate(new PacketDelegate(model, this))
{
    m_view->setModel(&model);
    m_view->setItemDelegate(m_delegate);
    leaveUnshaped(*m_view);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setShowGrid(false);
    m_view->setMinimumHeight(leastPane);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setCornerButtonEnabled(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionsMovable(true);
    m_view->horizontalHeader()->setFirstSectionMovable(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_view);
    row->addWidget(new PacketMinimap(model, *m_view->verticalScrollBar(), this));
    setFocusProxy(m_view);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &PacketListPanel::followCurrent);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (QGuiApplication::mouseButtons().testFlag(Qt::LeftButton) && m_view->horizontalHeader()->underMouse())
            m_widthsAreOurs = false;
    });
    connect(m_view->horizontalHeader(), &QHeaderView::sectionMoved, this, [this](int logical, int from, int to) {
        if (logical == to)
            return; // brought back to where the model has it
        QMetaObject::invokeMethod(this, [this, from, to] {
            m_view->horizontalHeader()->moveSection(to, from);
            moveColumn(from, to);
        }, Qt::QueuedConnection);
    });
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, &PacketListPanel::sortNext);
    connect(&model, &PacketListModel::sortProgressed, this, &PacketListPanel::showSorting);
    connect(&model.columns(), &ListColumns::changed, this, [this] {
        updateColumns();
        settle();
    });
    connect(&model.columns(), &ListColumns::restyled, this, &PacketListPanel::updateColumns);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &PacketListPanel::showMenu);
    connect(&selection, &Selection::packetChanged, this, &PacketListPanel::followSelection);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &PacketListPanel::keepPlace);
    connect(&capture, &OpenCapture::aboutToChange, this, [this] { m_awaited = -1; });
    for (const auto signal : {&OpenCapture::shownNamesChanged, &OpenCapture::pointsChanged})
        connect(&capture, signal, this, &PacketListPanel::updateColumns);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &PacketListPanel::settle);
    connect(&model, &PacketListModel::scanProgressed, this, &PacketListPanel::settle);
    connect(&capture, &OpenCapture::changed, this, &PacketListPanel::updateColumns);
    connect(&capture, &OpenCapture::finished, this, &PacketListPanel::updateColumns);
    connect(&capture, &OpenCapture::finished, this, &PacketListPanel::settle);
    updateFonts();
    retranslate();
}

void PacketListPanel::moveBy(int rows)
{
    if (m_model.rowCount() == 0)
        return;
    const QModelIndex current = m_view->currentIndex();
    const int from = current.isValid() ? current.row() : m_model.nearestRow(std::max(m_selection.row(), 0));
    selectRow(std::clamp(from + rows, 0, m_model.rowCount() - 1));
}

void PacketListPanel::moveToFirst()
{
    selectRow(0);
}

void PacketListPanel::moveToLast()
{
    selectRow(m_model.rowCount() - 1);
}

void PacketListPanel::moveToPacket(int storeRow)
{
    selectRow(m_model.nearestRow(storeRow));
}

void PacketListPanel::awaitPacket(int storeRow)
{
    m_awaited = storeRow;
    m_awaitedAt.reset();
    settle();
}

int PacketListPanel::heightFor(int rows) const
{
    return m_view->horizontalHeader()->sizeHint().height() + rows * m_view->verticalHeader()->defaultSectionSize();
}

void PacketListPanel::showMenu(const QPoint &position)
{
    if (m_selection.isEmpty())
        return;
    QMenu menu(this);
    emit contextMenuAboutToShow(&menu);
    if (!menu.isEmpty())
        menu.exec(m_view->viewport()->mapToGlobal(position));
}

std::vector<int> PacketListPanel::selectedPackets() const
{
    std::vector<int> packets;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            packets.push_back(m_model.storeRow(row));
    std::ranges::sort(packets);
    const auto again = std::ranges::unique(packets);
    packets.erase(again.begin(), again.end());
    return packets;
}

QString PacketListPanel::line(int row) const
{
    QStringList cells;
    for (int column = 0; column < m_model.columnCount(); ++column)
        if (!m_view->isColumnHidden(column))
            cells << m_model.index(row, column).data().toString();
    return cells.join(QLatin1Char('\t'));
}

QString PacketListPanel::selectedLines() const
{
    const Copied copied = this->copied();
    QStringList lines;
    for (const int packet : copied.packets)
        lines << line(m_model.rowOf(packet));
    if (!copied.leftOut.isEmpty())
        lines << copied.leftOut;
    return lines.join(QLatin1Char('\n'));
}

PacketListPanel::Copied PacketListPanel::copied() const
{
    Copied copied{selectedPackets(), {}};
    if (copied.packets.size() > mostLines) {
        copied.leftOut = tr("… %1 more rows were not copied").arg(copied.packets.size() - mostLines);
        copied.packets.resize(mostLines);
    }
    return copied;
}

void PacketListPanel::selectRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    // Said in full: the view would look at the keys that are held, and with Ctrl+Down add the row to the selection.
    m_view->selectionModel()->setCurrentIndex(m_model.index(row, std::max(m_view->currentIndex().column(), 0)),
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void PacketListPanel::followCurrent(const QModelIndex &current)
{
    if (current.isValid() && !m_following)
        m_selection.setRow(m_model.storeRow(current.row()));
}

void PacketListPanel::followSelection()
{
    if (!m_selection.isEmpty() && m_selection.row() == m_awaited)
        return; // it is read again while the list is filled anew
    m_awaited = -1;
    const int row = m_selection.isEmpty() ? -1 : m_model.rowOf(m_selection.row());
    if (row == m_view->currentIndex().row())
        return;
    const QScopedValueRollback following(m_following, true);
    if (row >= 0)
        selectRow(row);
    else
        m_view->selectionModel()->clear();
}

// After the list was filled anew: the packet that was selected stays so, where the filter lets it
// through; else its neighbour takes its place. A capture that was just opened begins with its first packet.
void PacketListPanel::settle()
{
    if (m_model.rowCount() == 0)
        return;
    if (m_awaited < 0) {
        if (m_selection.isEmpty())
            selectRow(0);
        return;
    }
    const bool passed = m_model.displayed(m_model.rowCount() - 1) >= m_awaited;
    if (!passed && (m_model.isBehind() || !m_capture.isComplete()))
        return;
    moveToPacket(m_awaited);
    m_awaited = -1;
    m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
    if (m_awaitedAt)
        m_view->verticalScrollBar()->setValue(m_view->currentIndex().row() - *m_awaitedAt); // counts rows
}

// Before the list is filled anew: which packet is selected, and where on the screen it is.
void PacketListPanel::keepPlace()
{
    if (m_awaited >= 0)
        return;
    m_awaited = m_selection.row();
    const QRect place = m_view->visualRect(m_view->currentIndex());
    const bool inSight = m_awaited >= 0 && place.isValid() && m_view->viewport()->rect().contains(place.center());
    m_awaitedAt = inSight ? std::optional(m_view->currentIndex().row() - m_view->verticalScrollBar()->value()) : std::nullopt;
}

void PacketListPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (changesFonts(*event))
        updateFonts();
    QWidget::changeEvent(event);
}

void PacketListPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateColumns();
}

void PacketListPanel::updateFonts()
{
    m_delegate->updateFonts();
    m_view->verticalHeader()->setMinimumSectionSize(1);
    m_view->verticalHeader()->setDefaultSectionSize(qRound(QFontMetricsF(font()).height() * 1.62));
    updateColumns();
}

void PacketListPanel::retranslate()
{
    m_view->setAccessibleName(tr("Packet list"));
    m_model.retranslate();
}

} // namespace vethscope
