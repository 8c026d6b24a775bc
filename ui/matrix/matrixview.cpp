#include "ui/matrix/matrixview.h"

#include "ui/matrix/matrixdelegate.h"
#include "ui/matrix/matrixheader.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/theme/palette.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace vethscope {

MatrixView::MatrixView(MatrixModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_delegate(new MatrixDelegate(this)), m_rows(new MatrixHeader(Qt::Vertical, this)), m_columns(new MatrixHeader(Qt::Horizontal, this)), m_corner(new QLabel(this))
{
    setVerticalHeader(m_rows);
    setHorizontalHeader(m_columns);
    setModel(&model);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    connect(m_rows, &QHeaderView::sectionClicked, this, [this](int row) { goTo(m_model.index(row, std::max(0, currentIndex().column()))); });
    connect(m_columns, &QHeaderView::sectionClicked, this, [this](int column) { goTo(m_model.index(std::max(0, currentIndex().row()), column)); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        showCurrent({});
        updateGeometries();
        placeCorner();
    });
    m_corner->setObjectName(QStringLiteral("muted"));
    m_corner->setAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_corner->setAutoFillBackground(true);
    m_corner->setMargin(8);
    retranslate();
    setCellSize(usual);
}

void MatrixView::placeCorner()
{
    m_corner->setGeometry(0, 0, m_rows->width(), m_columns->height());
    m_corner->raise();
}

void MatrixView::retranslate()
{
    m_corner->setText(tr("to →") + QLatin1Char('\n') + tr("from ↓"));
}

void MatrixView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeCorner();
}

void MatrixView::setCellSize(int pixels)
{
    m_cellSize = std::clamp(pixels, smallest, largest);
    m_rows->setDefaultSectionSize(m_cellSize);
    m_columns->setDefaultSectionSize(m_cellSize);
    if (currentIndex().isValid())
        scrollTo(currentIndex());
    emit zoomed(m_cellSize);
}

void MatrixView::zoom(int steps)
{
    const int step = std::max(1, m_cellSize / 6);
    setCellSize(m_cellSize + steps * step);
}

void MatrixView::fit()
{
    const int most = std::max({1, m_model.rowCount(), m_model.columnCount()});
    const QSize room(width() - m_rows->sizeHint().width() - 20, height() - m_columns->sizeHint().height() - 20);
    const int byRows = room.height() / std::max(1, m_model.rowCount()), byColumns = room.width() / std::max(1, m_model.columnCount());
    setCellSize(most == 1 ? usual : std::min({byRows, byColumns, usual + 16}));
}

void MatrixView::goTo(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index, EnsureVisible);
}

void MatrixView::goToNextFailing(bool forward)
{
    const qint64 columns = m_model.columnCount(), cells = columns * m_model.rowCount();
    const QModelIndex at = currentIndex();
    const qint64 from = at.isValid() ? at.row() * columns + at.column() : forward ? -1 : cells;
    for (qint64 step = 1; step <= cells; ++step) {
        const qint64 place = ((forward ? from + step : from - step) % cells + cells) % cells;
        const QModelIndex index = m_model.index(static_cast<int>(place / columns), static_cast<int>(place % columns));
        const auto look = static_cast<CellLook>(index.data(MatrixModel::Look).toInt());
        if (look == CellLook::Dropped || look == CellLook::Unknown)
            return goTo(index);
    }
}

void MatrixView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    showCurrent(current);
}

void MatrixView::showCurrent(const QModelIndex &current)
{
    m_delegate->setCurrent(current);
    m_rows->setCurrent(current.row());
    m_columns->setCurrent(current.column());
    viewport()->update();
    emit chosen(current);
}

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (event->key() == Qt::Key_F && (modifiers & ~Qt::ShiftModifier) == Qt::NoModifier)
        return goToNextFailing(modifiers == Qt::NoModifier);
    if (modifiers.testFlag(Qt::ControlModifier) || (event->key() != Qt::Key_Plus && event->key() != Qt::Key_Minus && event->key() != Qt::Key_Equal))
        return QTableView::keyPressEvent(event);
    zoom(event->key() == Qt::Key_Minus ? -1 : 1);
}

void MatrixView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QTableView::wheelEvent(event);
    zoom(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void MatrixView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (changesFonts(*event)) {
        updateGeometries();
        placeCorner();
    }
}

} // namespace vethscope
