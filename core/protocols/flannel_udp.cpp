#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/ip_version.h"
#include "core/protocols/protocols.h"
#include "core/protocols/tunnel_likeness.h"

// Flannel's first backend: the daemon reads IP packets from the TUN device flannel0 and sends each in
// a UDP datagram, without any header between. flannel, pkg/backend/udp/proxy_amd64.c.

namespace vethscope {
namespace {

// 8285 is the backend's default port (flannel, Documentation/backends.md).
constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 8285}, {Claim::UdpContent, 0}});

bool accepts(Bytes bytes)
{
    return ipByVersion(bytes) != nullptr;
}

// There is no header to look at, so the packet has to fill the datagram to the last byte.
bool recognises(Bytes bytes)
{
    return surelyIpv4(bytes) && read16(bytes, 2) == bytes.size();
}

void details(const LayerView &view, Details &details)
{
    if (const auto port = unusualPort(view))
        details.note(Severity::Note,
                     Sentence::of("UDP port {} is not that of flannel's UDP backend (8285): told by the content or by Decode As", *port));
}

Dissected dissect(Bytes bytes)
{
    return Step{.size = 0, .next = ipByVersion(bytes), .boundary = Boundary::Tunnel};
}

void summary(const LayerView &, TextBuffer &out)
{
    print(out, "no header of its own: the datagram is an IP packet");
}

} // namespace

constinit const Protocol protocols::flannelUdp{
    .name = "flannel-udp",
    .title = "Flannel UDP backend",
    .shortTitle = "Flannel UDP",
    .reference = "flannel, pkg/backend/udp",
    .claims = claims,
    .dissect = dissect,
    .accepts = accepts,
    .recognises = recognises,
    .details = details,
    .summary = summary,
    .tunnel = "flannel-udp",
    .unnamed = true,
};

} // namespace vethscope
