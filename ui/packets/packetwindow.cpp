#include "ui/packets/packetwindow.h"

#include "ui/bytes/hexpanel.h"
#include "ui/panels/boxesstrip.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/packettreeview.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/panesplitter.h"

#include <QBoxLayout>
#include <QEvent>

namespace vethscope {

PacketWindow::PacketWindow(const OpenCapture &capture, int storeRow) : QDialog(nullptr, Qt::Window), m_capture(capture), m_row(storeRow), m_selection(capture)
{
    setObjectName(QStringLiteral("packetWindow"));
    auto *panes = new PaneSplitter(Qt::Vertical, this);
    auto *details = new DetailPanel(m_selection, this);
    panes->addWidget(details);
    panes->addWidget(new HexPanel(m_selection, this));
    panes->setStretchFactor(0, 3);
    panes->setStretchFactor(1, 2);
    auto *boxes = new BoxesStrip(m_selection, this);
    boxes->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(panes, 1);
    column->addWidget(boxes);
    m_selection.setRow(storeRow);
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 110, unit * 88);
    details->view().setFocus();
    connect(&capture, &OpenCapture::pathsChanged, this, &PacketWindow::retranslate);
    retranslate();
}

void PacketWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void PacketWindow::retranslate()
{
    setWindowTitle(tr("Packet %1 · %2").arg(m_row + 1).arg(m_capture.displayName()));
}

} // namespace vethscope
