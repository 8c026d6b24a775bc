#pragma once

#include "ui/shared/opencapture.h"

#include <QTemporaryDir>

#include <initializer_list>
#include <memory>

namespace vethscope {

/// Frames written as hexadecimal digits (spaces do not count), open as a capture: what the tests of models and panels look at.
class TestCapture
{
public:
    explicit TestCapture(std::initializer_list<QByteArray> frames, quint32 linkType = 1);

    OpenCapture &open() { return m_capture; }

private:
    QTemporaryDir m_folder;
    OpenCapture m_capture;
};

/// The study notes' packet: `HEAD /` from 10.244.0.0 to the pod 10.244.1.3, between nodes in two
/// subnets, through Flannel's VXLAN. 191 bytes.
QByteArray headOverVxlan();

/// An ICMP echo request between two pods, through Calico's IPIP. One router
/// has lowered the outer TTL to 62. 118 bytes.
QByteArray pingOverIpip();

/// A DNS query of 73 bytes between two pods, without a tunnel.
QByteArray nativeQuery();

} // namespace vethscope
