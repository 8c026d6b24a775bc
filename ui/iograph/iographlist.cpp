#include "ui/iograph/iographlist.h"

#include "ui/iograph/iographdelegate.h"
#include "ui/iograph/iographmodel.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

constexpr std::array<int, IoGraphModel::ColumnCount> characters{20, 30, 13, 11, 23, 13, 16, 8};
constexpr std::size_t copyButton = 1, removeButton = 2, upButton = 3, downButton = 4;

} // namespace

IoGraphList::IoGraphList(IoGraphModel &model, const OpenCapture &capture, QWidget *parent) : QWidget(parent), m_model(model), m_view(new QTableView(this))
{
    m_view->setModel(&model);
    m_view->setItemDelegate(new IoGraphDelegate(capture, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 6);
    m_view->horizontalHeader()->setSectionResizeMode(IoGraphModel::Filter, QHeaderView::Stretch);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(6);
    addButton(*row, "+", QT_TR_NOOP("Add a graph"), &IoGraphList::add);
    addButton(*row, "", QT_TR_NOOP("Duplicate"), &IoGraphList::copy);
    addButton(*row, "−", QT_TR_NOOP("Remove the graph"), &IoGraphList::remove);
    addButton(*row, "↑", QT_TR_NOOP("Move the graph up"), &IoGraphList::moveUp);
    addButton(*row, "↓", QT_TR_NOOP("Move the graph down"), &IoGraphList::moveDown);
    row->addStretch();
    addButton(*row, "", QT_TR_NOOP("Defaults"), &IoGraphList::useDefaults);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addLayout(row);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showButtons();
        emit currentChanged();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { m_view->selectRow(0); });
    fitColumns();
    retranslate();
}

void IoGraphList::addButton(QBoxLayout &row, const char *sign, const char *text, void (IoGraphList::*act)())
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("perspective"));
    row.addWidget(button);
    connect(button, &QToolButton::clicked, this, act);
    m_buttons.push_back({button, sign, text});
}

int IoGraphList::current() const
{
    return m_view->currentIndex().row();
}

void IoGraphList::add()
{
    const int row = m_model.rowCount();
    m_model.insert(row, {.name = tr("New graph"), .colour = QStringLiteral("native")});
    const QModelIndex filter = m_model.index(row, IoGraphModel::Filter);
    m_view->setCurrentIndex(filter);
    m_view->edit(filter);
}

void IoGraphList::copy()
{
    if (current() < 0)
        return;
    m_model.insert(current() + 1, IoGraphSpec(m_model.graph(current())));
    m_view->selectRow(current() + 1);
}

void IoGraphList::remove()
{
    if (current() >= 0)
        m_model.remove(current());
    showButtons();
}

void IoGraphList::move(int by)
{
    if (current() >= 0)
        m_model.move(current(), current() + by);
    showButtons();
}

void IoGraphList::useDefaults()
{
    m_model.setGraphs(usualIoGraphs());
    emit m_model.edited();
}

void IoGraphList::showButtons()
{
    const int row = current();
    m_buttons[copyButton].button->setEnabled(row >= 0);
    m_buttons[removeButton].button->setEnabled(row >= 0);
    m_buttons[upButton].button->setEnabled(row > 0);
    m_buttons[downButton].button->setEnabled(row >= 0 && row + 1 < m_model.rowCount());
}

void IoGraphList::fitColumns()
{
    const int unit = fontMetrics().averageCharWidth();
    for (int column = 0; column < IoGraphModel::ColumnCount; ++column)
        m_view->setColumnWidth(column, std::max(characters[std::size_t(column)] * unit, m_view->horizontalHeader()->sectionSizeHint(column)));
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
}

void IoGraphList::retranslate()
{
    m_view->setAccessibleName(tr("Graphs; checked ones are drawn"));
    for (const Button &one : m_buttons) {
        const QString text = tr(one.text);
        one.button->setText(*one.sign ? QString::fromUtf8(one.sign) : text);
        one.button->setToolTip(text);
        one.button->setAccessibleName(text);
    }
    m_model.refresh();
    showButtons();
}

void IoGraphList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_model.refresh();
    else if (changesFonts(*event))
        fitColumns();
}

} // namespace vethscope
