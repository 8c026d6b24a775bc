#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/checksum.h"
#include "core/protocols/ip_version.h"
#include "core/protocols/protocols.h"

// PIM: routers agree on the trees by which multicast reaches its listeners. A source's router sends the first packets
// to the rendezvous point inside Register messages. RFC 7761, section 4.9.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;
constexpr std::size_t registerSize = 8; // with the flags; only so much has the checksum of a Register

enum Type : std::uint8_t { Hello, Register, RegisterStop, JoinPrune, Bootstrap, Assert, Graft, GraftAcknowledgment, CandidateRp, StateRefresh, DfElection };

constexpr auto types = std::to_array<ValueName>({
    {Hello, "Hello"}, {Register, "Register"}, {RegisterStop, "Register-stop"}, {JoinPrune, "Join/Prune"}, {Bootstrap, "Bootstrap"},
    {Assert, "Assert"}, {Graft, "Graft"}, {GraftAcknowledgment, "Graft-Ack"}, {CandidateRp, "Candidate-RP-Advertisement"},
    {StateRefresh, "State-Refresh"}, {DfElection, "DF election"},
});

constexpr auto fields = std::to_array<Field>({
    {"version",  "Version",  bits(0, 4),   Show::Decimal},
    {"type",     "Type",     bits(4, 4),   Show::Decimal, types},
    reserved(bits(8, 8)),
    {"cksum",    "Checksum", bits(16, 16), Show::Hexadecimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("cksum.status",                "Checksum Status", Show::Decimal, checksumStatusNames),
    varying("register_flag",               "Flags",           Show::Hexadecimal),
    varying("register_flag.border",        "Border",          Show::Flag),
    varying("register_flag.null_register", "Null-Register",   Show::Flag),
});

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 103}});

std::uint8_t typeOf(Bytes bytes)
{
    return byteAt(bytes, 0) & 0xf;
}

Dissected dissect(Bytes bytes)
{
    if (typeOf(bytes) != Register)
        return Step{.size = bytes.size(), .carries = false};
    if (bytes.size() < registerSize)
        return std::unexpected(Damage::tooShort(registerSize, bytes.size()));
    const Protocol *inner = ipByVersion(bytes.subspan(registerSize));
    return Step{.size = registerSize, .next = inner, .boundary = inner ? Boundary::Tunnel : Boundary::Open};
}

// Of a Register only its first eight bytes are summed up; Wireshark does not take the sum over the whole of it,
// which RFC 7761 lets a receiver take too.
ChecksumStatus checksumStatus(const LayerView &view)
{
    const std::size_t length = typeOf(view.header()) == Register ? registerSize : view.header().size() + view.payloadLength();
    const Bytes bytes = headerAndPayload(view);
    if (bytes.size() < length)
        return ChecksumStatus::Unverified;
    InternetChecksum sum;
    sum.add(bytes.first(length));
    const auto outer = view.outer();
    if (outer && &outer->protocol() != &protocols::ipv4 && !addPseudoHeader(view, 103, length, sum)) // IPv4's is left out
        return ChecksumStatus::Unverified;
    return sum.folded() == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
}

void details(const LayerView &view, Details &details)
{
    addChecksumStatus(details, named(varyingFields, "cksum.status"), checksumStatus(view), named(fields, "cksum").place);
    if (typeOf(view.header()) != Register)
        return;
    details.add(named(varyingFields, "register_flag"), view.header(), octets(headerSize, 4));
    const auto below = details.below();
    details.add(named(varyingFields, "register_flag.border"), view.header(), bits(headerSize * 8, 1));
    details.add(named(varyingFields, "register_flag.null_register"), view.header(), bits(headerSize * 8 + 1, 1));
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::string_view type = nameOf(types, typeOf(view.header()));
    print(out, type.empty() ? std::string_view("Unknown message") : type);
}

} // namespace

constinit const Protocol protocols::pim{
    .name = "pim",
    .title = "Protocol Independent Multicast",
    .shortTitle = "PIM",
    .reference = "RFC 7761",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
    .tunnel = "pim",
};

} // namespace vethscope
