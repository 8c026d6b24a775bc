#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// What a Solaris zone sees of its IP traffic: no link header, but which interface and which zones.
// tcpdump.org, LINKTYPE_IPNET; sys/dlpi.h, dl_ipnetinfo_t.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 24;

enum Family : std::uint8_t { Ipv4 = 2, Ipv6 = 26 };

constexpr auto families = std::to_array<ValueName>({{Ipv4, "Solaris AF_INET"}, {Ipv6, "Solaris AF_INET6"}});
constexpr auto hooks = std::to_array<ValueName>({{0, "Inbound"}, {1, "Outbound"}, {2, "Local"}});

constexpr auto fields = std::to_array<Field>({
    {"version",   "Header version",        bits(0, 8),    Show::Decimal},
    {"family",    "Address family",        bits(8, 8),    Show::Decimal, families},
    {"htype",     "Hook type",             bits(16, 16),  Show::Decimal, hooks},
    {"pktlen",    "Data length",           bits(32, 32),  Show::Decimal},
    {"ifindex",   "Interface index",       bits(64, 32),  Show::Decimal},
    {"grifindex", "Group interface index", bits(96, 32),  Show::Decimal},
    {"zsrc",      "Source Zone ID",        bits(128, 32), Show::Decimal},
    {"zdst",      "Destination Zone ID",   bits(160, 32), Show::Decimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 226}});

Dissected dissect(Bytes bytes)
{
    switch (byteAt(bytes, 1)) {
    case Ipv4: return Step{.size = headerSize, .next = &protocols::ipv4};
    case Ipv6: return Step{.size = headerSize, .next = &protocols::ipv6};
    default: return Step{.size = headerSize};
    }
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "{}, interface {}", nameOf(hooks, view.number(named(fields, "htype"))), view.number(named(fields, "ifindex")));
}

} // namespace

constinit const Protocol protocols::ipnet{
    .name = "ipnet",
    .title = "Solaris IPNET",
    .shortTitle = "IPNET",
    .reference = "LINKTYPE_IPNET",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
};

} // namespace vethscope
