#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/isakmp_fields.h"
#include "core/protocols/protocols.h"

// IKE: two hosts agree on the keys of IPsec. Version 2 RFC 7296, section 3.1; version 1 (ISAKMP) RFC 2408.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 28;

constexpr auto exchanges = std::to_array<ValueName>({
    {0, "NONE"}, {1, "Base"}, {2, "Identity Protection (Main Mode)"}, {3, "Authentication Only"}, {4, "Aggressive"},
    {5, "Informational"}, {6, "Transaction (Config Mode)"}, {32, "Quick Mode"}, {33, "New Group Mode"},
    {34, "IKE_SA_INIT"}, {35, "IKE_AUTH"}, {36, "CREATE_CHILD_SA"}, {37, "INFORMATIONAL"}, {38, "IKE_SESSION_RESUME"},
});

bool isVersion1(Bytes header)
{
    return byteAt(header, 17) >> 4 == 1;
}

bool isVersion2(Bytes header)
{
    return !isVersion1(header);
}

constexpr auto fields = std::to_array<Field>({
    {"ispi",         "Initiator SPI",  bits(0, 64),    Show::Raw},
    {"rspi",         "Responder SPI",  bits(64, 64),   Show::Raw},
    {"nextpayload",  "Next payload",   bits(128, 8),   Show::Decimal, isakmpPayloads},
    group("version", "Version",        bits(136, 8)),
    {"mjver",        "MjVer",          bits(136, 4),   Show::Hexadecimal},
    {"mnver",        "MnVer",          bits(140, 4),   Show::Hexadecimal},
    {"exchangetype", "Exchange type",  bits(144, 8),   Show::Decimal, exchanges},
    group("flags",   "Flags",          bits(152, 8)),
    reserved(bits(152, 2)),
    onlyIf(isVersion2, {"flag_r", "Response",      bits(154, 1), Show::Flag}),
    onlyIf(isVersion2, {"flag_v", "Version",       bits(155, 1), Show::Flag}),
    onlyIf(isVersion2, {"flag_i", "Initiator",     bits(156, 1), Show::Flag}),
    onlyIf(isVersion1, {"flag_a", "Authentication", bits(157, 1), Show::Flag}),
    onlyIf(isVersion1, {"flag_c", "Commit",        bits(158, 1), Show::Flag}),
    onlyIf(isVersion1, {"flag_e", "Encryption",    bits(159, 1), Show::Flag}),
    {"messageid",    "Message ID",     bits(160, 32),  Show::Hexadecimal},
    {"length",       "Length",         bits(192, 32),  Show::Decimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 500}});

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

void details(const LayerView &view, Details &details)
{
    const Bytes message = view.header();
    const std::uint64_t length = view.number(named(fields, "length"));
    if (length < headerSize)
        return details.note(Severity::Error, Sentence::of("length field says {} bytes, but the header alone has {}", length, headerSize),
                            named(fields, "length").place);
    FieldCursor payloads(details, message, headerSize, length);
    const bool encrypted = isVersion1(message) && (byteAt(message, 19) & 1) != 0;
    if (!encrypted)
        addIsakmpPayloads(payloads, byteAt(message, 16), isVersion1(message) ? 1 : 2);
    else if (payloads)
        payloads.add(named(isakmpVaryingFields, "enc.data"), payloads.left());
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes message = view.header();
    const std::uint64_t type = view.number(named(fields, "exchangetype"));
    const std::string_view name = nameOf(exchanges, type);
    name.empty() ? print(out, "Exchange {}", type) : print(out, name);
    if (isVersion2(message))
        print(out, " MID={:02} {} {}", view.number(named(fields, "messageid")),
              view.number(named(fields, "flag_i")) ? "Initiator" : "Responder",
              view.number(named(fields, "flag_r")) ? "Response" : "Request");
}

} // namespace

constinit const Protocol protocols::isakmp{
    .name = "isakmp",
    .title = "Internet Security Association and Key Management Protocol",
    .shortTitle = "ISAKMP",
    .reference = "RFC 7296",
    .newName = "ike",
    .headerSize = headerSize,
    .fields = fields,
    .varying = isakmpVaryingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
