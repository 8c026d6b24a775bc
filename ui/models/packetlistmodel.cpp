#include "ui/models/packetlistmodel.h"

#include "core/names/namefacts.h"
#include "ui/shared/marks.h"
#include "ui/shared/opencapture.h"

namespace vethscope {
namespace {

constexpr std::size_t cachedRows = 128; // more than a tall screen shows
constexpr int scanMilliseconds = 30;

} // namespace

PacketListModel::PacketListModel(const OpenCapture &capture, QObject *parent)
    : QAbstractTableModel(parent), m_capture(capture), m_columns(capture.registry()), m_cache(cachedRows)
{
    connect(&m_columns, &ListColumns::changed, this, &PacketListModel::arrange);
    connect(&m_sorter, &ListSorter::finished, this, &PacketListModel::useOrder);
    connect(&m_sorter, &ListSorter::progressed, this, &PacketListModel::sortProgressed);
    connect(&m_columns, &ListColumns::restyled, this, [this](int place) { emit headerDataChanged(Qt::Horizontal, place, place); });
    m_scanTimer.setInterval(scanMilliseconds);
    connect(&m_scanTimer, &QTimer::timeout, this, &PacketListModel::catchUp);
    connect(&capture, &OpenCapture::aboutToChange, this, [this] {
        letGo();
        m_flows.forget();
    });
    connect(&capture, &OpenCapture::changed, this, &PacketListModel::startAnew);
    connect(&capture, &OpenCapture::aboutToReread, this, &PacketListModel::letGoOfReading);
    connect(&capture, &OpenCapture::reread, this, &PacketListModel::showReading);
    connect(&capture, &OpenCapture::shownNamesChanged, this, [this] { updateRows({Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole}); });
    connect(&capture, &OpenCapture::flowsProgressed, this, [this] {
        forgetCached();
        updateRows({Qt::DisplayRole, Qt::AccessibleTextRole});
    });
    connect(&capture, &OpenCapture::pointsChanged, this, [this] { updateRows({Qt::DisplayRole, Qt::AccessibleTextRole}); });
    connect(&capture, &OpenCapture::progressed, this, &PacketListModel::catchUp);
    startAnew();
}

PacketListModel::~PacketListModel() = default;

int PacketListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_announced;
}

int PacketListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns.count();
}

void PacketListModel::setMarks(const Marks &marks)
{
    m_marks = &marks;
    connect(&marks, &Marks::changed, this, [this] { updateRows({markedRole}); });
}

void PacketListModel::setReferences(const Marks &references)
{
    m_references = &references;
    connect(&references, &Marks::changed, this, [this] { updateRows({Qt::DisplayRole, Qt::AccessibleTextRole}); });
}

void PacketListModel::setTimeStyle(const TimeStyle &style)
{
    m_timeStyle = style;
    updateRows({Qt::DisplayRole, Qt::AccessibleTextRole});
}

bool PacketListModel::isMarked(int row) const
{
    return m_marks && m_marks->count() > 0 && m_marks->contains(storeRow(row));
}

void PacketListModel::setPerspective(Perspective perspective)
{
    if (perspective == m_perspective)
        return;
    m_perspective = perspective;
    updateRows({Qt::DisplayRole, Qt::AccessibleTextRole});
}

void PacketListModel::updateRows(const QList<int> &roles)
{
    if (m_announced > 0)
        emit dataChanged(index(0, 0), index(m_announced - 1, columnCount() - 1), roles);
}

int PacketListModel::displayed(int place) const
{
    return m_scan ? int(m_scan->matches()[static_cast<std::size_t>(place)]) : place;
}

int PacketListModel::displayedFrom(int storeRow) const
{
    int low = 0;
    int high = m_announced;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (displayed(middle) < storeRow)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int PacketListModel::storeRow(int row) const
{
    return displayed(std::size_t(row) < m_places.size() ? int(m_places[std::size_t(row)]) : row);
}

int PacketListModel::rowOfDisplayed(int place) const
{
    return std::size_t(place) < m_rows.size() ? int(m_rows[std::size_t(place)]) : place;
}

int PacketListModel::rowOf(int storeRow) const
{
    const int place = displayedFrom(storeRow);
    return place < m_announced && displayed(place) == storeRow ? rowOfDisplayed(place) : -1;
}

int PacketListModel::nearestRow(int storeRow) const
{
    const int after = displayedFrom(storeRow);
    if (after == m_announced)
        return m_announced == 0 ? -1 : rowOfDisplayed(m_announced - 1);
    if (after == 0)
        return rowOfDisplayed(0);
    return rowOfDisplayed(displayed(after) - storeRow < storeRow - displayed(after - 1) ? after : after - 1);
}

PacketListModel::Cached &PacketListModel::cached(int row) const
{
    const int wanted = storeRow(row);
    Cached &cached = m_cache[static_cast<std::size_t>(wanted) % cachedRows];
    if (cached.storeRow != wanted) {
        cached.packet.load(m_capture.store(), m_capture.dissector(), static_cast<std::size_t>(wanted));
        cached.storeRow = wanted;
        cached.rule = unknownRule;
    }
    return cached;
}

const PacketRow &PacketListModel::packet(int row) const
{
    return cached(row).packet;
}

// The rows stay as they are.
void PacketListModel::arrange()
{
    sortBy(-1, Qt::AscendingOrder);
    beginResetModel();
    endResetModel();
}

void PacketListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void PacketListModel::forgetCached()
{
    for (Cached &cached : m_cache)
        cached.storeRow = -1;
}

} // namespace vethscope
