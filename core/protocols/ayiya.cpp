#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// AYIYA carried IPv6 to tunnel brokers' clients, in UDP and with a signature. draft-massar-v6ops-ayiya-02, section 4.

namespace vethscope {
namespace {

constexpr std::size_t fixedSize = 8;
constexpr std::uint8_t forward = 1;
constexpr std::uint8_t echoAndForward = 3;

constexpr auto identityTypes = std::to_array<ValueName>({{0, "None"}, {1, "Integer"}, {2, "ASCII string"}});
constexpr auto hashes = std::to_array<ValueName>({{0, "No hash"}, {1, "MD5"}, {2, "SHA1"}});
constexpr auto authentications = std::to_array<ValueName>({{0, "No authentication"}, {1, "Hash using a shared secret"}, {2, "Hash using a public/private key method"}});
constexpr auto operations = std::to_array<ValueName>({
    {0, "No Operation / Heartbeat"}, {1, "Forward"}, {2, "Echo Request"}, {3, "Echo Request and Forward"}, {4, "Echo Response"}, {5, "MOTD"},
    {6, "Query Request"}, {7, "Query Response"},
});

constexpr auto fields = std::to_array<Field>({
    reserved(bits(0, 4)), // the identity's length: details has it in bytes
    wide(2, {"idtype",     "Identity field type",   bits(4, 4),   Show::Hexadecimal, identityTypes}),
    wide(2, {"siglen",     "Signature Length",      bits(8, 4),   Show::Hexadecimal}),
    wide(2, {"hashmethod", "Hash method",           bits(12, 4),  Show::Hexadecimal, hashes}),
    wide(2, {"authmethod", "Authentication method", bits(16, 4),  Show::Hexadecimal, authentications}),
    wide(2, {"opcode",     "Operation Code",        bits(20, 4),  Show::Hexadecimal, operations}),
    {"nextheader",         "Next Header",           bits(24, 8),  Show::Hexadecimal, ipProtocolNames},
});
static_assert(tiles(fields, 4)); // the epoch behind it is a date, which details makes

constexpr auto varyingFields = std::to_array<Field>({
    wide(2, varying("idlen", "Identity field length", Show::Hexadecimal)),
    varying("epoch",     "Epoch",     Show::Date),
    varying("identity",  "Identity",  Show::Raw),
    varying("signature", "Signature", Show::Raw),
});

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 5072}});

std::size_t identitySize(Bytes bytes)
{
    return std::size_t{1} << (byteAt(bytes, 0) >> 4);
}

std::size_t signatureSize(Bytes bytes)
{
    return (byteAt(bytes, 1) >> 4) * 4u;
}

Dissected dissect(Bytes bytes)
{
    const std::size_t size = fixedSize + identitySize(bytes) + signatureSize(bytes);
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    const std::uint8_t operation = byteAt(bytes, 2) & 0xf;
    const bool forwards = operation == forward || operation == echoAndForward;
    if (!forwards)
        return Step{.size = size, .carries = false};
    const std::uint8_t next = byteAt(bytes, 3);
    const Protocol *inner = next == 41 ? &protocols::ipv6 : next == 4 ? &protocols::ipv4 : nullptr;
    return Step{.size = size, .next = inner, .boundary = inner ? Boundary::Tunnel : Boundary::Open};
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    const std::size_t identity = identitySize(header);
    details.add(named(varyingFields, "idlen"), bits(0, 4), byteAt(header, 0) >> 4);
    details.add(named(varyingFields, "epoch"), octets(4, 4), std::uint64_t{read32(header, 4)} * 1'000'000'000);
    details.add(named(varyingFields, "identity"), header, octets(fixedSize, identity));
    if (signatureSize(header) > 0)
        details.add(named(varyingFields, "signature"), header, octets(fixedSize + identity, signatureSize(header)));
}

void summary(const LayerView &view, TextBuffer &out)
{
    const std::string_view operation = nameOf(operations, view.number(named(fields, "opcode")));
    print(out, operation.empty() ? std::string_view("Unknown operation") : operation);
}

} // namespace

constinit const Protocol protocols::ayiya{
    .name = "ayiya",
    .title = "Anything in Anything Protocol",
    .shortTitle = "AYIYA",
    .reference = "draft-massar-v6ops-ayiya-02",
    .headerSize = fixedSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
    .tunnel = "ayiya",
};

} // namespace vethscope
