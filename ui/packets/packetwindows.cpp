#include "ui/packets/packetwindows.h"

#include "ui/packets/packetwindow.h"
#include "ui/shared/opencapture.h"

#include <utility>

namespace vethscope {

PacketWindows::PacketWindows(const OpenCapture &capture, QObject *parent) : QObject(parent), m_capture(capture)
{
    connect(&capture, &OpenCapture::aboutToChange, this, &PacketWindows::closeAll);
}

PacketWindows::~PacketWindows()
{
    closeAll();
}

PacketWindow &PacketWindows::show(int storeRow)
{
    QPointer<PacketWindow> &window = m_windows[storeRow];
    if (!window) {
        window = new PacketWindow(m_capture, storeRow);
        window->setAttribute(Qt::WA_DeleteOnClose);
    }
    window->show();
    window->raise();
    window->activateWindow();
    return *window;
}

// At once: they hold views of the packet's bytes.
void PacketWindows::closeAll()
{
    for (auto &[row, window] : std::exchange(m_windows, {}))
        delete window.data();
}

} // namespace vethscope
