#include "ui/statistics/trafficview.h"

#include "core/names/nametable.h"
#include "ui/shared/opencapture.h"
#include "ui/statistics/trafficmodel.h"
#include "ui/statistics/trafficrowdelegate.h"
#include "ui/theme/palette.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <set>
#include <tuple>

namespace vethscope {
namespace {

constexpr int nameCharacters = 25;
constexpr int macCharacters = 19;
constexpr int ipv6Characters = 30;
constexpr int cellMargins = 28;

auto keyOf(const TrafficRow &row)
{
    return std::tuple(row.scope, row.depth, row.a, row.b);
}

} // namespace

TrafficView::TrafficView(TrafficSubject subject, TrafficKind kind, const OpenCapture &capture, QWidget *parent)
    : QTableView(parent), m_capture(capture), m_model(new TrafficModel(subject, kind, capture, this)), m_delegate(new TrafficRowDelegate(*m_model, this))
{
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &TrafficView::keep);
    setModel(m_model);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TrafficView::restore); // after the view's own
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setFirstSectionMovable(false);
    horizontalHeader()->setSortIndicator(m_model->columnOf(QLatin1StringView("bytes")), Qt::DescendingOrder);
    setSortingEnabled(true);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { emit opened(index.row()); });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (QGuiApplication::mouseButtons().testFlag(Qt::LeftButton) && horizontalHeader()->underMouse())
            m_widthsAreOurs = false;
    });
    connect(&capture, &OpenCapture::shownNamesChanged, this, &TrafficView::updateColumns);
    updateFonts();
}

std::vector<int> TrafficView::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

void TrafficView::keep()
{
    m_kept = {};
    for (const int row : selectedRows())
        m_kept.selected.push_back(m_model->row(row));
    if (currentIndex().isValid())
        m_kept.current = m_model->row(currentIndex().row());
    m_kept.scrolled = verticalScrollBar()->value();
}

void TrafficView::restore()
{
    const QScopedValueRollback restoring(m_restoring, true);
    std::set<decltype(keyOf(TrafficRow{}))> keys;
    for (const TrafficRow &row : m_kept.selected)
        keys.insert(keyOf(row));
    QItemSelection selection;
    for (int row = 0; !keys.empty() && row < m_model->rowCount(); ++row)
        if (keys.contains(keyOf(m_model->row(row))))
            selection.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    if (const int row = m_kept.current ? m_model->rowOf(*m_kept.current) : -1; row >= 0)
        selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    verticalScrollBar()->setValue(m_kept.scrolled);
}

void TrafficView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_restoring && !selected.isEmpty())
        emit chosen(selected.first().top());
}

void TrafficView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        emit copyRequested();
    else
        QTableView::keyPressEvent(event);
}

void TrafficView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    if (!selectionModel()->hasSelection())
        return;
    emit menuRequested(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

void TrafficView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        updateColumns();
    }
    if (changesFonts(*event))
        updateFonts();
}

void TrafficView::updateFonts()
{
    m_delegate->updateFonts();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(qRound(QFontMetricsF(font()).height() * 1.62));
    updateColumns();
}

void TrafficView::updateColumns()
{
    if (!m_widthsAreOurs)
        return;
    const double character = QFontMetricsF(monospaceFont()).horizontalAdvance(QLatin1Char('0'));
    const NamesWanted &wanted = m_capture.shownNames().wanted();
    const bool names = m_model->kind() == TrafficKind::Ethernet ? wanted.physical : wanted.network && !m_capture.names().isEmpty();
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const TrafficColumn &column = m_model->column(i);
        int characters = column.characters;
        if (column.shows == TrafficColumn::Shows::Address)
            characters = names ? nameCharacters : m_model->kind() == TrafficKind::Ethernet ? macCharacters : m_model->kind() == TrafficKind::Ipv6 ? ipv6Characters : characters;
        setColumnWidth(i, std::max(qRound(characters * character) + cellMargins, horizontalHeader()->sectionSizeHint(i)));
    }
}

} // namespace vethscope
