#include "ui/capture/autoscroll.h"

#include <QAction>
#include <QScrollBar>
#include <QTableView>

namespace vethscope {

AutoScroll::AutoScroll(QTableView &view, QAction &wanted, QObject *parent) : QObject(parent), m_view(view), m_wanted(wanted)
{
    // The bar's range changes once the view has laid out its new rows: only then is there an end to go to.
    connect(view.verticalScrollBar(), &QScrollBar::rangeChanged, this, &AutoScroll::scroll);
    connect(&wanted, &QAction::toggled, this, &AutoScroll::scroll);
    connect(view.verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        if (!m_live)
            return;
        const QScrollBar &bar = *m_view.verticalScrollBar();
        m_wanted.setChecked(bar.sliderPosition() >= bar.maximum());
    });
}

void AutoScroll::setLive(bool live)
{
    m_live = live;
    scroll();
}

void AutoScroll::scroll()
{
    if (m_live && m_wanted.isChecked())
        m_view.scrollToBottom();
}

} // namespace vethscope
