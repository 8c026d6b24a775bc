#include "ui/panels/boxesstrip.h"

#include "ui/shared/nametext.h"
#include "ui/shared/selection.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace vethscope {

BoxesView::BoxesView(Selection &selection, QWidget *parent) : QWidget(parent), m_selection(selection)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&selection, &Selection::nodeChanged, this, qOverload<>(&QWidget::update));
    connect(&selection, &Selection::hovered, this, [this](int node) {
        m_hovered = node;
        update();
    });
}

void BoxesView::setBoxes(std::vector<Box> boxes)
{
    m_boxes = std::move(boxes);
    m_hovered = -1;
    updateGeometry();
    update();
}

QSize BoxesView::sizeHint() const
{
    int depth = 0;
    for (const Box &box : m_boxes)
        depth = std::max<int>(depth, box.depth);
    return {400, fontMetrics().height() * 4 + std::max(0, depth - 1) * 8};
}

BoxesFigure BoxesView::figure() const
{
    return layoutBoxes(m_boxes, legibleWidths(m_boxes, font()), size());
}

// The tree's row of a box: its header, or where there is none whatever holds its first byte.
int BoxesView::nodeOf(int box) const
{
    if (box < 0)
        return -1;
    const Box &wanted = m_boxes[static_cast<std::size_t>(box)];
    const auto &tree = m_selection.tree();
    for (std::size_t i = 0; i < tree.size(); ++i)
        if (wanted.layer >= 0 && tree[i].kind == TreeNode::Kind::Header && tree[i].layer == wanted.layer)
            return static_cast<int>(i);
    return m_selection.nodeAt(wanted.place.offset);
}

int BoxesView::boxOf(int node) const
{
    const auto &tree = m_selection.tree();
    if (node < 0 || static_cast<std::size_t>(node) >= tree.size() || tree[static_cast<std::size_t>(node)].kind == TreeNode::Kind::Scope)
        return -1;
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        if (m_boxes[i].layer >= 0 && m_boxes[i].layer == tree[static_cast<std::size_t>(node)].layer)
            return static_cast<int>(i);
    return -1;
}

void BoxesView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBoxes(painter, figure(), m_boxes, Palette::current(), font(), {boxOf(m_selection.node()), boxOf(m_hovered)});
}

void BoxesView::select(int box)
{
    if (box >= 0 && static_cast<std::size_t>(box) < m_boxes.size())
        m_selection.setNode(nodeOf(box));
}

void BoxesView::mousePressEvent(QMouseEvent *event)
{
    select(figure().boxAt(event->position()));
}

void BoxesView::mouseMoveEvent(QMouseEvent *event)
{
    const int box = figure().boxAt(event->position());
    setCursor(box >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    emit m_selection.hovered(nodeOf(box));
}

void BoxesView::leaveEvent(QEvent *)
{
    emit m_selection.hovered(-1);
}

void BoxesView::keyPressEvent(QKeyEvent *event)
{
    const int current = boxOf(m_selection.node());
    if (event->key() == Qt::Key_Left)
        select(current < 0 ? static_cast<int>(m_boxes.size()) - 1 : current - 1);
    else if (event->key() == Qt::Key_Right)
        select(current + 1);
    else
        QWidget::keyPressEvent(event);
}

bool BoxesView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int box = figure().boxAt(help->pos());
    if (box < 0) {
        QToolTip::hideText();
        return true;
    }
    const Box &shown = m_boxes[static_cast<std::size_t>(box)];
    QStringList lines{tr("%1 · %2 bytes · %3", "header, size, network")
                          .arg(QString::fromStdString(shown.title)).arg(shown.size).arg(scopeName(shown.scope, shown.depth))};
    if (const QString owners = ownersIn(m_selection, shown.layer); !owners.isEmpty())
        lines << owners;
    QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

} // namespace vethscope
