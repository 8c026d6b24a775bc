#include "ui/shared/panesplitter.h"

#include <QMouseEvent>

namespace vethscope {
namespace {

constexpr int handleSize = 5;

class PaneHandle : public QSplitterHandle
{
public:
    PaneHandle(Qt::Orientation orientation, PaneSplitter &splitter) : QSplitterHandle(orientation, &splitter), m_splitter(splitter) {}

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override
    {
        event->accept();
        m_splitter.fold();
    }

private:
    PaneSplitter &m_splitter;
};

} // namespace

PaneSplitter::PaneSplitter(Qt::Orientation orientation, QWidget *parent) : QSplitter(orientation, parent)
{
    setHandleWidth(handleSize);
    setChildrenCollapsible(false);
}

QSplitterHandle *PaneSplitter::createHandle()
{
    return new PaneHandle(orientation(), *this);
}

bool PaneSplitter::isFolded() const
{
    return count() > 1 && sizes()[1] == 0;
}

void PaneSplitter::fold()
{
    if (count() < 2)
        return;
    const QList<int> now = sizes();
    const bool folds = now[1] > 0;
    setCollapsible(1, folds);
    if (folds)
        m_before = now;
    setSizes(folds ? QList<int>{now[0] + now[1], 0} : m_before);
}

} // namespace vethscope
