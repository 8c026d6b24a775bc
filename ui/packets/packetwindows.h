#pragma once

#include <QObject>
#include <QPointer>

#include <map>

namespace vethscope {

class OpenCapture;
class PacketWindow;

/// The windows that show a packet each; a packet has one at most. They go with their capture.
class PacketWindows : public QObject
{
    Q_OBJECT

public:
    explicit PacketWindows(const OpenCapture &capture, QObject *parent = nullptr);
    ~PacketWindows() override;

    PacketWindow &show(int storeRow);
    void closeAll();

private:
    const OpenCapture &m_capture;
    std::map<int, QPointer<PacketWindow>> m_windows;
};

} // namespace vethscope
