#include "ui/journey/journeylist.h"

#include "ui/journey/hopmarks.h"
#include "ui/journey/journeymodel.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>

namespace vethscope {

JourneyList::JourneyList(QWidget *parent) : QWidget(parent), m_model(new JourneyModel(this)), m_view(new QTableView(this)), m_only(new QCheckBox(this))
{
    m_view->setObjectName(QStringLiteral("flowTable"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new HopMarks(*m_model, this));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setCornerButtonEnabled(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 4, 12, 4);
    row->addWidget(m_only);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_only, &QCheckBox::toggled, this, [this](bool only) {
        const QScopedValueRollback following(m_isFollowing, true);
        m_model->setOnlyUndelivered(only);
    });
    connect(m_view, &QAbstractItemView::activated, this, &JourneyList::opened);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && !m_isFollowing)
            emit rowChosen(m_model->firstPacket(current.row()));
    });
    retranslate();
}

void JourneyList::setJourneys(std::shared_ptr<const FollowedJourneys> all)
{
    const QScopedValueRollback following(m_isFollowing, true);
    m_model->setJourneys(std::move(all));
}

void JourneyList::setCurrent(std::optional<std::size_t> journey)
{
    const QScopedValueRollback following(m_isFollowing, true);
    const int row = journey ? m_model->rowOf(*journey) : -1;
    if (row < 0)
        return m_view->clearSelection();
    if (m_view->currentIndex().row() != row || !m_view->selectionModel()->isRowSelected(row))
        m_view->selectRow(row);
}

void JourneyList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_view->scrollTo(m_view->currentIndex()); // a view that is hidden does not scroll
}

void JourneyList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (changesFonts(*event))
        updateColumns();
}

void JourneyList::updateColumns()
{
    m_view->verticalHeader()->setMinimumSectionSize(1);
    m_view->verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * 1.62));
    const int character = fontMetrics().averageCharWidth();
    constexpr int widths[] = {10, 15, 52, 30, 14, 30}; // characters
    for (int column = 0; column < JourneyModel::ColumnCount; ++column)
        m_view->setColumnWidth(column, std::max(widths[column] * character, m_view->horizontalHeader()->sectionSizeHint(column)));
}

void JourneyList::retranslate()
{
    m_only->setText(tr("Only what is not delivered for certain"));
    m_view->setAccessibleName(tr("All journeys, one a row"));
    m_model->retranslate();
    updateColumns();
}

} // namespace vethscope
