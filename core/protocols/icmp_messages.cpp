#include "core/dissect/layerview.h"
#include "core/protocols/icmp_fields.h"

// What stands in the second half of ICMP's header, type by type, and behind it. RFC 792; router discovery RFC 1256;
// address masks RFC 950; length of the quote RFC 4884; extended echo RFC 8335.

namespace vethscope {
namespace {

constexpr auto &varyingFields = icmpVaryingFields;
constexpr std::size_t headerSize = icmpHeaderSize;

bool echoes(std::uint8_t type)
{
    return type == EchoReply || type == EchoRequest || (type >= Timestamp && type <= MaskReply);
}

std::uint64_t littleEndian16(Bytes bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(__builtin_bswap16(read16(bytes, at)));
}

void addIdentifier(Details &details, Bytes header)
{
    details.add(named(varyingFields, "ident"), header, octets(4, 2));
    details.add(named(varyingFields, "ident_le"), octets(4, 2), littleEndian16(header, 4));
}

// In words of four bytes: RFC 4884, section 4.
void addQuoteLength(Details &details, Bytes header)
{
    details.add(named(varyingFields, "length"), header, octets(5, 1));
    details.generate(named(varyingFields, "length.original_datagram"), byteAt(header, 5) * 4u);
}

// Bytes that mean nothing, but for the next hop's MTU and for the length of the quote.
void addUnused(Details &details, Bytes header, std::uint8_t type)
{
    const bool tellsMtu = type == DestinationUnreachable && byteAt(header, 1) == 4;
    const bool tellsLength = byteAt(header, 5) != 0;
    if (tellsMtu || tellsLength) {
        details.add(named(varyingFields, "unused"), header, octets(4, tellsLength ? 1 : 2));
        if (tellsLength)
            addQuoteLength(details, header);
        tellsMtu ? details.add(named(varyingFields, "mtu"), header, octets(6, 2))
                 : details.add(named(varyingFields, "unused"), header, octets(6, 2));
    } else {
        details.add(named(varyingFields, "unused"), header, octets(4, 4));
    }
}

// RFC 1256, section 3: addresses of routers, each with a preference.
void addRouters(Details &details, Bytes header)
{
    details.add(named(varyingFields, "num_addrs"), header, octets(4, 1));
    details.add(named(varyingFields, "addr_entry_size"), header, octets(5, 1));
    details.add(named(varyingFields, "lifetime"), header, octets(6, 2));
    FieldCursor cursor(details, header, headerSize, header.size());
    for (unsigned i = byteAt(header, 4); i > 0 && cursor.left() >= 8; --i) {
        cursor.add(named(varyingFields, "router_address"), 4);
        details.add(named(varyingFields, "pref_level"), octets(cursor.at(), 4),
                    details.format("{}", static_cast<std::int32_t>(cursor.peek(4))));
        cursor.skip(4);
    }
}

// Behind as many words of the quote as its length says; routers that do not say it quote 128 bytes.
void addExtensions(const LayerView &view, Details &details)
{
    constexpr std::size_t usualQuote = 128;
    const std::size_t said = byteAt(view.header(), 5) * 4u;
    const Bytes message = headerAndPayload(view);
    const std::size_t begin = headerSize + (said > 0 ? said : usualQuote);
    if (begin < message.size())
        addIcmpExtensions(FieldCursor(details, message, begin, message.size()));
}

} // namespace

void addIcmpMessage(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    const std::uint8_t type = byteAt(header, 0);
    if (echoes(type)) {
        addIdentifier(details, header);
        details.add(named(varyingFields, "seq"), header, octets(6, 2));
        details.add(named(varyingFields, "seq_le"), octets(6, 2), littleEndian16(header, 6));
    }
    FieldCursor cursor(details, header, headerSize, header.size());
    switch (type) {
    case DestinationUnreachable:
    case TimeExceeded: addUnused(details, header, type); break;
    case Redirect: details.add(named(varyingFields, "redir_gw"), header, octets(4, 4)); break;
    case ParameterProblem:
        details.add(named(varyingFields, "pointer"), header, octets(4, 1));
        if (byteAt(header, 5) != 0)
            addQuoteLength(details, header);
        details.add(named(varyingFields, "unused"), header, byteAt(header, 5) != 0 ? octets(6, 2) : octets(5, 3));
        break;
    case RouterAdvertisement: addRouters(details, header); break;
    case Timestamp:
    case TimestampReply:
        cursor.add(named(varyingFields, "originate_timestamp"), 4);
        cursor.add(named(varyingFields, "receive_timestamp"), 4);
        cursor.add(named(varyingFields, "transmit_timestamp"), 4);
        break;
    case ExtendedRequest:
    case ExtendedReply:
        addIdentifier(details, header);
        details.add(named(varyingFields, "ext.echo.seq"), header, octets(6, 1));
        if (type == ExtendedRequest)
            addIcmpExtensions(FieldCursor(details, headerAndPayload(view), headerSize, header.size() + view.payload().size()));
        break;
    case MaskRequest:
    case MaskReply: cursor.add(named(varyingFields, "address_mask"), 4); break;
    default: break;
    }
    if (type == DestinationUnreachable || type == TimeExceeded || type == ParameterProblem)
        addExtensions(view, details);
}

} // namespace vethscope
