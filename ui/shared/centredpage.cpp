#include "ui/shared/centredpage.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace vethscope {

void centreOnPage(QWidget &page, QWidget &content)
{
    auto *inner = new QWidget(&page);
    auto *rows = new QVBoxLayout(inner);
    rows->addStretch(2);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(&content, 100);
    centred->addStretch(1);
    rows->addLayout(centred);
    rows->addStretch(3);
    auto *scroll = new QScrollArea(&page);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *whole = new QVBoxLayout(&page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

} // namespace vethscope
