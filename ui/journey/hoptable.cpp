#include "ui/journey/hoptable.h"

#include "core/journey/pointname.h"
#include "ui/journey/followedjourneys.h"
#include "ui/journey/hopcolumns.h"
#include "ui/journey/journeytext.h"
#include "ui/journey/selectedjourney.h"
#include "ui/theme/palette.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QScopedValueRollback>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int columnCharacters = 27; // of a column at least; names of pods are longer

QString joinedLines(const std::vector<std::string> &lines)
{
    QStringList list;
    for (const std::string &line : lines)
        list << QString::fromStdString(line);
    return list.join(QLatin1Char('\n'));
}

} // namespace

HopTable::HopTable(QWidget *parent) : QTableWidget(RowCount, 0, parent)
{
    setObjectName(QStringLiteral("hopTable"));
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectColumns);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignTop);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    verticalHeader()->setHighlightSections(false);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int, int column) {
        if (column >= 0 && std::size_t(column) < m_columns.size() && m_columns[std::size_t(column)].hop)
            emit hopChosen(*m_columns[std::size_t(column)].hop);
    });
    retranslate();
}

HopTable::~HopTable() = default;

void HopTable::setJourney(const SelectedJourney *journey)
{
    m_journey = journey;
    fill();
}

void HopTable::setHop(std::size_t hop)
{
    const auto column = std::ranges::find(m_columns, std::optional(hop), &HopColumn::hop);
    if (column == m_columns.end())
        return;
    const QSignalBlocker quiet(this);
    setCurrentCell(std::max(currentRow(), 0), int(column - m_columns.begin()));
    scrollTo(currentIndex());
}

void HopTable::fill()
{
    const QSignalBlocker quiet(this);
    m_columns = m_journey && m_journey->place() ? hopColumns(m_journey->all(), *m_journey->place()) : std::vector<HopColumn>();
    clearContents();
    setColumnCount(int(m_columns.size()));
    QStringList heads;
    for (const HopColumn &column : m_columns) {
        const journey::PointName name = nameOf(m_journey->all().followed->points()[column.point]);
        heads << QString::fromStdString(name.device.empty() || name.machine.empty() ? name.text() : name.device + '\n' + name.machine);
    }
    setHorizontalHeaderLabels(heads);
    verticalHeader()->setVisible(!m_columns.empty()); // without columns their words would be cut, and say nothing
    const bool compares = m_journey && m_journey->isKnown() && m_journey->all().hasHosts;
    setRowHidden(ForetoldRow, !compares);
    for (int column = 0; column < columnCount(); ++column) {
        const journey::JourneyPoint &point = m_journey->all().followed->points()[m_columns[std::size_t(column)].point];
        horizontalHeaderItem(column)->setToolTip(pointTitle(point) + QLatin1Char('\n') + QString::fromStdString(point.file.filename().string()));
        fillColumn(column);
        setColumnWidth(column, std::max(fontMetrics().averageCharWidth() * columnCharacters, horizontalHeader()->sectionSizeHint(column)));
    }
    if (m_journey && m_journey->place())
        setHop(m_journey->hop());
}

void HopTable::put(Row row, int column, const QString &text, const QColor &ink, const QString &toolTip)
{
    auto *item = new QTableWidgetItem(text);
    item->setForeground(ink);
    item->setToolTip(toolTip);
    item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
    setItem(row, column, item);
}

void HopTable::fillColumn(int column)
{
    const Palette &palette = Palette::current();
    const HopColumn &one = m_columns[std::size_t(column)];
    const FollowedJourneys &all = m_journey->all();
    if (!one.hop) {
        put(TimeRow, column, one.isLost ? QStringLiteral("✕ ") + tr("lost") : tr("not observed"), one.isLost ? palette.bad : palette.muted);
        put(ChangesRow, column, one.missed, one.isLost ? palette.bad : palette.muted, one.missed);
        horizontalHeaderItem(column)->setForeground(palette.muted);
        return;
    }
    const journey::Journey journey = m_journey->journey();
    const journey::JourneyHop &hop = journey.hops[*one.hop];
    const PacketStore &store = all.followed->store();
    const double seconds = static_cast<double>(store.time(hop.rows.front()) - store.time(0)) / 1e9;
    put(TimeRow, column, QLocale::c().toString(seconds, 'f', 6), palette.text, tr("Seconds since the first packet, by the clock of its own host"));
    put(DeltaRow, column, *one.hop == 0 ? QString() : durationText(all.followed->delta(journey, *one.hop)), palette.text, tr("Since the point before, with clocks of hosts put right"));
    QStringList frames;
    for (const std::uint32_t row : hop.rows)
        frames << QString::number(row + 1);
    put(FrameRow, column, frames.join(QLatin1Char(' ')), palette.text);
    const QString changes = joinedLines(all.followed->changes(journey, *one.hop));
    put(ChangesRow, column, changes, palette.text, changes);
    if (const auto *details = m_journey->details(); details && *one.hop < details->hops.size()) {
        const ForetoldText text = foretoldText(details->hops[*one.hop]);
        put(ForetoldRow, column, text.text, text.kind == ForetoldText::Kind::As ? palette.good : text.kind == ForetoldText::Kind::Otherwise ? palette.bad : palette.muted, text.all);
    }
}

void HopTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange || changesFonts(*event))
        fill();
    QTableWidget::changeEvent(event);
}

void HopTable::retranslate()
{
    setVerticalHeaderLabels({tr("Time"), tr("Since before"), tr("Frame"), tr("Foretold"), tr("Changed")});
    setAccessibleName(tr("The hops of the packet, one a column"));
}

} // namespace vethscope
