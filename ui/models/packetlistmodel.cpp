#include "ui/models/packetlistmodel.h"

#include "core/dissect/layerview.h"
#include "core/explain/interfacename.h"
#include "core/names/namefacts.h"
#include "ui/marks.h"
#include "ui/nametext.h"
#include "ui/opencapture.h"
#include "ui/theme/palette.h"
#include "ui/utf8text.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace vethscope {
namespace {

constexpr std::size_t cachedRows = 128; // more than a tall screen shows
constexpr int scanMilliseconds = 30;

struct ListColumn {
    Column column;
    const char *title;
    Qt::Alignment alignment = Qt::AlignLeft;
};

const auto columns = std::to_array<ListColumn>({
    {Column::Number, QT_TRANSLATE_NOOP("PacketListModel", "No.")},
    {Column::Time, QT_TRANSLATE_NOOP("PacketListModel", "Time")},
    {Column::Point, QT_TRANSLATE_NOOP("PacketListModel", "Point")},
    {Column::Layers, QT_TRANSLATE_NOOP("PacketListModel", "Layers")},
    {Column::Source, QT_TRANSLATE_NOOP("PacketListModel", "Source")},
    {Column::Destination, QT_TRANSLATE_NOOP("PacketListModel", "Destination")},
    {Column::Protocol, QT_TRANSLATE_NOOP("PacketListModel", "Protocol")},
    {Column::Length, QT_TRANSLATE_NOOP("PacketListModel", "Length")},
    {Column::Info, QT_TRANSLATE_NOOP("PacketListModel", "Info")},
});

QString columnText(Column column, const PacketRow &packet, Perspective perspective)
{
    TextBuffer printed;
    printColumn(column, packet, perspective, printed);
    return text({printed.data(), printed.size()});
}

} // namespace

PacketListModel::PacketListModel(const OpenCapture &capture, QObject *parent)
    : QAbstractTableModel(parent), m_capture(capture), m_cache(cachedRows)
{
    m_scanTimer.setInterval(scanMilliseconds);
    connect(&m_scanTimer, &QTimer::timeout, this, &PacketListModel::catchUp);
    connect(&capture, &OpenCapture::aboutToChange, this, &PacketListModel::letGo);
    connect(&capture, &OpenCapture::changed, this, &PacketListModel::startAnew);
    connect(&capture, &OpenCapture::aboutToReread, this, &PacketListModel::letGoOfReading);
    connect(&capture, &OpenCapture::reread, this, &PacketListModel::showReading);
    connect(&capture, &OpenCapture::shownNamesChanged, this, [this] { updateRows({Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole}); });
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
    return parent.isValid() ? 0 : int(columns.size());
}

QVariant PacketListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListColumn &column = columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return text(column.column, packet(index.row()));
    case Qt::AccessibleTextRole: {
        const QString text = spoken(column.column, packet(index.row()));
        return column.column == Column::Number && isMarked(index.row()) ? tr("%1, marked").arg(text) : text;
    }
    case markedRole:
        return isMarked(index.row());
    case Qt::ToolTipRole:
        return explanation(column.column, packet(index.row()));
    case Qt::TextAlignmentRole:
        return int(column.alignment | Qt::AlignVCenter);
    default:
        return {};
    }
}

// The name of whom the column's address belongs to; null for other columns, and when nobody is known to have it.
const Name *PacketListModel::nameIn(Column column, const PacketRow &packet) const
{
    const auto shown = shownAddress(column, packet.packet, m_perspective);
    return shown ? m_capture.names().find(LayerView(packet.frame, packet.packet, shown->layer).raw(*shown->field)) : nullptr;
}

// As the user says; of a file with several interfaces, their names stay.
QString PacketListModel::givenPoint(const PacketRow &packet) const
{
    const auto given = m_capture.pointOf(int(packet.frame.number) - 1);
    if (!given)
        return {};
    const PacketStore &store = m_capture.store();
    const bool hasOwn = given->interface.empty() || explain::keepsItsName(store, store.interfaceOf(packet.frame.number - 1));
    const std::string_view device = hasOwn ? packet.frame.pointInterface : std::string_view(given->interface), node = given->node.empty() ? packet.frame.pointNode : std::string_view(given->node);
    return QStringLiteral("%1 %2").arg(vethscope::text(node), vethscope::text(device)).trimmed();
}

QString PacketListModel::text(Column column, const PacketRow &packet) const
{
    if (column == Column::Point)
        if (const QString given = givenPoint(packet); !given.isEmpty())
            return given;
    const QString name = m_capture.shownName(nameIn(column, packet));
    return name.isEmpty() ? columnText(column, packet, m_perspective) : name;
}

QString PacketListModel::spoken(Column column, const PacketRow &packet) const
{
    const QString words = text(column, packet);
    if (column != Column::Source)
        return words;
    const AddressScope scope = addressScope(packet.packet, m_perspective);
    const QString traffic = trafficText(m_capture.trafficOf(packet));
    return QStringLiteral("%1, %2").arg(traffic.isEmpty() ? scopeName(scope.scope, scope.depth) : traffic, words);
}

QString PacketListModel::explanation(Column column, const PacketRow &packet) const
{
    if (column == Column::Layers) {
        const QString traffic = trafficText(m_capture.trafficOf(packet));
        const QString layers = columnText(column, packet, m_perspective);
        return traffic.isEmpty() ? layers : layers + QLatin1Char('\n') + traffic;
    }
    const Name *name = nameIn(column, packet);
    return name ? columnText(column, packet, m_perspective) + QLatin1Char('\n') + explained(*name) : QString();
}

QVariant PacketListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ListColumn &column = columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate("PacketListModel", column.title);
    if (role == Qt::TextAlignmentRole)
        return int(column.alignment | Qt::AlignVCenter);
    return {};
}

void PacketListModel::setFilter(const Filter &filter)
{
    if (filter.expression() == m_filter.expression() && !isStopped())
        return;
    letGo();
    m_filter = filter;
    startAnew();
}

void PacketListModel::stopFilter()
{
    if (!m_scan || m_scan->finished())
        return;
    m_scan->cancel();
    m_scan->waitUntilFinished(); // at most a few dozen packets
    catchUp();
}

bool PacketListModel::isScanning() const
{
    return m_scan && !m_scan->finished() && (m_capture.store().finished() || m_scan->done() < m_capture.store().size());
}

void PacketListModel::setMarks(const Marks &marks)
{
    m_marks = &marks;
    connect(&marks, &Marks::changed, this, [this] { updateRows({markedRole}); });
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

int PacketListModel::storeRow(int row) const
{
    return m_scan ? int(m_scan->matches()[static_cast<std::size_t>(row)]) : row;
}

int PacketListModel::rowFrom(int storeRow) const
{
    int low = 0;
    int high = m_announced;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (this->storeRow(middle) < storeRow)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int PacketListModel::rowOf(int storeRow) const
{
    const int row = rowFrom(storeRow);
    return row < m_announced && this->storeRow(row) == storeRow ? row : -1;
}

int PacketListModel::nearestRow(int storeRow) const
{
    const int after = rowFrom(storeRow);
    if (after == m_announced)
        return m_announced - 1;
    if (after == 0)
        return 0;
    return this->storeRow(after) - storeRow < storeRow - this->storeRow(after - 1) ? after : after - 1;
}

const PacketRow &PacketListModel::packet(int row) const
{
    const int wanted = storeRow(row);
    Cached &cached = m_cache[static_cast<std::size_t>(wanted) % cachedRows];
    if (cached.storeRow != wanted) {
        cached.packet.load(m_capture.store(), m_capture.dissector(), static_cast<std::size_t>(wanted));
        cached.storeRow = wanted;
    }
    return cached.packet;
}

void PacketListModel::catchUp()
{
    const bool complete = m_scan && m_scan->finished(); // asked first, so that the last rows are announced too
    const int found = int(std::min<std::size_t>(available(), std::numeric_limits<int>::max()));
    if (found > m_announced) {
        beginInsertRows({}, m_announced, found - 1);
        m_announced = found;
        endInsertRows();
    }
    if (!m_scan || !m_scanTimer.isActive())
        return;
    if (complete)
        m_scanTimer.stop();
    emit scanProgressed();
}

void PacketListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

std::size_t PacketListModel::available() const
{
    if (!m_capture.isOpen())
        return 0;
    return m_scan ? m_scan->matches().size() : m_capture.store().size();
}

void PacketListModel::letGo()
{
    beginResetModel();
    m_scanTimer.stop();
    m_scan.reset();
    m_announced = 0;
    forgetCached();
    endResetModel();
}

void PacketListModel::forgetCached()
{
    for (Cached &cached : m_cache)
        cached.storeRow = -1;
}

// A filter that asks for nothing of what changes has found what it would find again.
void PacketListModel::letGoOfReading(Reading what)
{
    if (m_scan && (what == Reading::Headers || m_filter.stateful()))
        letGo();
    else
        forgetCached();
}

void PacketListModel::showReading()
{
    if (!m_scan && !m_filter.empty())
        startAnew();
    else
        updateRows({});
}

void PacketListModel::startAnew()
{
    if (m_capture.isOpen() && !m_filter.empty()) {
        m_scan = std::make_unique<FilterScan>(m_capture.store(), m_capture.dissector(), m_filter);
        m_scanTimer.start();
    }
    catchUp();
}

} // namespace vethscope
