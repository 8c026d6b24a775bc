#include "core/dissect/layerview.h"
#include "core/protocols/ip_version.h"
#include "core/protocols/protocols.h"

// A TUN device, tunl0 or flannel0 has no link header: the frame begins with IP itself.
// tcpdump.org, LINKTYPE_RAW and its kin.

namespace vethscope {
namespace {

// A link that has only IPv4, or only IPv6, is the protocol's own (LINKTYPE_IPV4, LINKTYPE_IPV6).
constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 12}, {Claim::LinkType, 14}, {Claim::LinkType, 101}});

Dissected dissect(Bytes bytes)
{
    return Step{.size = 0, .next = ipByVersion(bytes)};
}

void summary(const LayerView &, TextBuffer &out)
{
    print(out, "no link-layer header");
}

} // namespace

constinit const Protocol protocols::rawIp{
    .name = "raw",
    .title = "Raw packet data",
    .shortTitle = "Raw IP",
    .reference = "LINKTYPE_RAW",
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
};

} // namespace vethscope
