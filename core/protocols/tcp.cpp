#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/dissect/print.h"
#include "core/protocols/checksum.h"
#include "core/protocols/ports.h"
#include "core/protocols/protocols.h"
#include "core/protocols/tcp_options.h"
#include "core/protocols/tcp_stateful.h"

// TCP brings bytes in order between two ports. RFC 9293, section 3.1.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 20;

constexpr auto fields = std::to_array<Field>({
    {"srcport",   "Source Port",                bits(0, 16),   Show::Decimal},
    {"dstport",   "Destination Port",           bits(16, 16),  Show::Decimal},
    {"seq_raw",   "Sequence Number (raw)",      bits(32, 32),  Show::Decimal},
    {"ack_raw",   "Acknowledgment Number (raw)", bits(64, 32), Show::Decimal},
    scaled({"hdr_len", "Header Length",         bits(96, 4),   Show::Decimal}, 4),
    group("flags", "Flags",                     bits(100, 12)),
    {"flags.res", "Reserved",                   bits(100, 3),  Show::Flag},
    {"flags.ae",  "Accurate ECN",               bits(103, 1),  Show::Flag},
    {"flags.cwr", "Congestion Window Reduced",  bits(104, 1),  Show::Flag},
    {"flags.ece", "ECN-Echo",                   bits(105, 1),  Show::Flag},
    {"flags.urg", "Urgent",                     bits(106, 1),  Show::Flag},
    {"flags.ack", "Acknowledgment",             bits(107, 1),  Show::Flag},
    {"flags.push", "Push",                      bits(108, 1),  Show::Flag},
    {"flags.reset", "Reset",                    bits(109, 1),  Show::Flag},
    {"flags.syn", "Syn",                        bits(110, 1),  Show::Flag},
    {"flags.fin", "Fin",                        bits(111, 1),  Show::Flag},
    {"window_size_value", "Window",             bits(112, 16), Show::Decimal},
    {"checksum",  "Checksum",                   bits(128, 16), Show::Hexadecimal},
    {"urgent_pointer", "Urgent Pointer",        bits(144, 16), Show::Decimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto aliases = std::to_array<Alias>({{"port", "Source or Destination Port", {"srcport", "dstport"}}});
constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 6}});

Dissected dissect(Bytes bytes)
{
    const std::size_t size = (byteAt(bytes, 12) >> 4) * 4u;
    if (size < headerSize)
        return std::unexpected(Damage{Sentence::of("header length field says {} bytes, but a header has at least {}", size, headerSize), 100});
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    const std::uint16_t source = read16(bytes, 0);
    const std::uint16_t destination = read16(bytes, 2);
    return Step{.size = size,
                .claims = {{{Claim::TcpPort, std::min(source, destination)}, {Claim::TcpPort, std::max(source, destination)}, {Claim::TcpContent, 0}}}};
}

void details(const LayerView &view, Details &details)
{
    details.generate(named(tcpVaryingFields, "len"), view.payloadLength());
    addChecksumStatus(details, named(tcpVaryingFields, "checksum.status"),
                      validate(view, 6, view.header().size() + view.payloadLength()), named(fields, "checksum").place);
    addTcpOptions(details, view.header(), view.frame().facts ? SackEdges::LeftOut : SackEdges::Raw);
    if (!view.payload().empty())
        details.add(named(tcpVaryingFields, "payload"), octets(view.header().size(), view.payload().size()), view.payload());
}

// In the order in which Wireshark names them: [SYN, ACK].
void printFlags(TextBuffer &out, std::uint64_t flags)
{
    constexpr auto names = std::to_array<std::string_view>({"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"});
    out.push_back('[');
    bool first = true;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!(flags >> i & 1))
            continue;
        print(out, first ? "" : ", ");
        print(out, names[i]);
        first = false;
    }
    print(out, first ? "<None>]" : "]");
}

TcpNumbers printSegment(const LayerView &view, TextBuffer &out)
{
    printPorts(view, Transport::Tcp, view.number(named(fields, "srcport")), view.number(named(fields, "dstport")), out);
    out.push_back(' ');
    const std::uint64_t flags = view.number(named(fields, "flags"));
    printFlags(out, flags);
    const TcpNumbers numbers = tcpNumbers(view);
    print(out, " Seq={}"_cf, numbers.sequence);
    if (flags & 0x10)
        print(out, " Ack={}"_cf, numbers.acknowledgment);
    print(out, " Win={} Len={}"_cf, numbers.window, view.payloadLength());
    return numbers;
}

void summary(const LayerView &view, TextBuffer &out)
{
    printSegment(view, out);
}

void info(const LayerView &view, TextBuffer &out)
{
    const TcpNumbers numbers = printSegment(view, out);
    const Bytes header = view.header();
    printTcpOptions(header, read32(header, 8) - static_cast<std::uint32_t>(numbers.acknowledgment), out);
}

} // namespace

constinit const Protocol protocols::tcp{
    .name = "tcp",
    .title = "Transmission Control Protocol",
    .shortTitle = "TCP",
    .reference = "RFC 9293",
    .headerSize = headerSize,
    .fields = fields,
    .varying = tcpVaryingFields,
    .stateful = tcpStatefulFields,
    .aliases = aliases,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
    .info = info,
    .remark = printTcpRemark,
};

} // namespace vethscope
