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

QString columnText(Column column, const PacketRow &packet, Perspective perspective)
{
    TextBuffer printed;
    printColumn(column, packet, perspective, printed);
    return text({printed.data(), printed.size()});
}

Qt::Alignment sideOf(const ColumnSpec &column)
{
    return column.side == ColumnSpec::Side::Left ? Qt::AlignLeft : column.side == ColumnSpec::Side::Right ? Qt::AlignRight : Qt::AlignHCenter;
}

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
    return parent.isValid() ? 0 : m_columns.count();
}

QVariant PacketListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int place = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(place, index.row());
    case Qt::AccessibleTextRole: {
        const QString words = spoken(place, index.row());
        return m_columns.at(place).column == Column::Number && isMarked(index.row()) ? tr("%1, marked").arg(words) : words;
    }
    case markedRole:
        return isMarked(index.row());
    case columnRole:
        return int(m_columns.at(place).column);
    case figureRole:
        return m_columns.isFigure(place);
    case Qt::ToolTipRole:
        return explanation(place, index.row());
    case Qt::TextAlignmentRole:
        return int(sideOf(m_columns.at(place)) | Qt::AlignVCenter);
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

QString PacketListModel::text(int place, int row) const
{
    const ColumnSpec &spec = m_columns.at(place);
    const PacketRow &packet = this->packet(row);
    if (spec.column == Column::Field) {
        TextBuffer printed;
        if (const FieldColumn *field = m_columns.field(place))
            field->print(packet, spec.occurrence, m_scratch, printed);
        return vethscope::text(viewOf(printed));
    }
    if (spec.column == Column::Time || spec.column == Column::Delta)
        return timeText(spec.column, row);
    if (spec.column == Column::Point)
        if (const QString given = givenPoint(packet); !given.isEmpty())
            return given;
    const QString name = m_capture.shownName(nameIn(spec.column, packet));
    return name.isEmpty() ? columnText(spec.column, packet, m_perspective) : name;
}

// Delta, and times since the packet that is displayed before it, count from the row above.
QString PacketListModel::timeText(Column column, int row) const
{
    const int stored = storeRow(row);
    const PacketStore &store = m_capture.store();
    const PacketRow &packet = this->packet(row);
    if (!packet.frame.timed)
        return {};
    const bool isReference = column == Column::Time && m_references && m_references->contains(stored);
    if (isReference)
        return QStringLiteral("*REF*");
    TimeStyle style = m_timeStyle;
    if (column == Column::Delta)
        style.format = TimeFormat::SincePreviousDisplayed;
    int from = 0;
    if (style.format == TimeFormat::SincePreviousDisplayed)
        from = storeRow(std::max(row - 1, 0));
    else if (style.format == TimeFormat::SincePrevious)
        from = std::max(stored - 1, 0);
    else if (m_references)
        from = std::max(m_references->previous(stored), 0);
    TextBuffer text;
    printTime(text, style, packet.frame.time, store.time(std::size_t(from)), digitsOf(store.interfaceOf(std::size_t(stored)).unitsPerSecond));
    return vethscope::text(viewOf(text));
}

QString PacketListModel::spoken(int place, int row) const
{
    const QString words = text(place, row);
    if (m_columns.at(place).column != Column::Source)
        return words;
    const PacketRow &packet = this->packet(row);
    const AddressScope scope = addressScope(packet.packet, m_perspective);
    const QString traffic = trafficText(m_capture.trafficOf(packet));
    return QStringLiteral("%1, %2").arg(traffic.isEmpty() ? scopeName(scope.scope, scope.depth) : traffic, words);
}

QString PacketListModel::explanation(int place, int row) const
{
    const Column column = m_columns.at(place).column;
    const PacketRow &packet = this->packet(row);
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
    if (role == Qt::DisplayRole)
        return m_columns.title(section);
    if (role == Qt::ToolTipRole)
        return m_columns.error(section);
    if (role == Qt::TextAlignmentRole)
        return int(sideOf(m_columns.at(section)) | Qt::AlignVCenter);
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
    if (m_scan && m_scanTimer.isActive()) {
        if (complete)
            m_scanTimer.stop();
        emit scanProgressed();
    }
    sortIfComplete();
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
    haltSorting();
    m_places.clear();
    m_rows.clear();
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
    haltSorting();
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
    sortIfComplete();
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
