#include "core/protocols/icmpv6_messages.h"

#include "core/protocols/dns_names.h"
#include "core/protocols/field_cursor.h"

// The options of neighbour discovery: type, length in units of eight bytes, contents. RFC 4861, section 4.6;
// name servers RFC 8106; routes RFC 4191; nonce RFC 3971; mobile hosts RFC 6275, section 7.

namespace vethscope {
namespace {

using enum icmpv6::Option;

constexpr auto &fields = icmpv6VaryingFields;

void addLinkAddress(FieldCursor option, std::uint8_t type)
{
    if (option.left() < 6)
        return;
    option.details().add(named(fields, "opt.linkaddr"), option.bytes(), octets(option.at(), 6));
    option.add(type == SourceAddress ? named(fields, "opt.src_linkaddr") : named(fields, "opt.target_linkaddr"), 6);
}

void addPrefix(FieldCursor option)
{
    Details &details = option.details();
    option.add(named(fields, "opt.prefix.length"), 1);
    if (!option)
        return;
    const std::size_t at = option.at();
    option.add(named(fields, "opt.prefix.flag"), 1);
    {
        const auto below = details.below();
        details.add(named(fields, "opt.prefix.flag.l"), option.bytes(), bits(at * 8, 1));
        details.add(named(fields, "opt.prefix.flag.a"), option.bytes(), bits(at * 8 + 1, 1));
        details.add(named(fields, "opt.prefix.flag.r"), option.bytes(), bits(at * 8 + 2, 1));
        details.add(named(fields, "opt.prefix.flag.reserved"), option.bytes(), bits(at * 8 + 3, 5));
    }
    option.add(named(fields, "opt.prefix.valid_lifetime"), 4);
    option.add(named(fields, "opt.prefix.preferred_lifetime"), 4);
    option.skip(4);
    option.add(named(fields, "opt.prefix"), 16);
}

// As many bytes of an address as there are; the rest are zero.
void addShortPrefix(FieldCursor option, const Field &field)
{
    std::array<char, 16> prefix{};
    const std::size_t size = std::min(option.left(), prefix.size());
    std::ranges::copy(asText(option.bytes().subspan(option.at(), size)), prefix.begin());
    option.details().add(field, octets(option.at(), size), option.details().keep({prefix.data(), prefix.size()}));
}

void addRoute(FieldCursor option)
{
    Details &details = option.details();
    option.add(named(fields, "opt.prefix.length"), 1);
    if (!option)
        return;
    const std::size_t at = option.at();
    option.add(named(fields, "opt.route_info.flag"), 1);
    details.add(named(fields, "opt.route_info.flag.route_preference"), option.bytes(), bits(at * 8 + 3, 2));
    option.add(named(fields, "opt.route_lifetime"), 4);
    addShortPrefix(option, named(fields, "opt.prefix"));
}

void addSearchList(FieldCursor option)
{
    option.skip(2);
    option.add(named(fields, "opt.dnssl.lifetime"), 4);
    const Bytes names = option.bytes().first(option.end());
    while (option && option.peek(1) != 0) {
        TextBuffer text;
        const auto name = readDnsName(names, option.at(), text);
        if (!name)
            return;
        option.details().add(named(fields, "opt.dnssl"), octets(option.at(), name->size), option.details().keep(viewOf(text)));
        option.skip(name->size);
    }
}

void addNat64(FieldCursor option)
{
    if (option.left() < 2)
        return;
    const std::size_t at = option.at();
    option.details().add(named(fields, "opt.pref64.scaled_lifetime"), option.bytes(), bits(at * 8, 13));
    option.details().add(named(fields, "opt.pref64.plc"), option.bytes(), bits(at * 8 + 13, 3));
    option.skip(2);
    addShortPrefix(option, named(fields, "opt.pref64.prefix"));
}

void addContents(FieldCursor option, std::uint8_t type)
{
    switch (type) {
    case SourceAddress:
    case TargetAddress: return addLinkAddress(option, type);
    case PrefixInformation: return addPrefix(option);
    case RedirectedHeader:
        option.skip(6);
        if (option)
            option.details().text(option.details().format("Redirected packet, {} bytes", option.left()), octets(option.at(), option.left()));
        return;
    case Mtu:
        option.skip(2);
        option.add(named(fields, "opt.mtu"), 4);
        return;
    case AdvertisementInterval:
        option.skip(2);
        option.add(named(fields, "opt.advertisement_interval"), 4);
        return;
    case HomeAgent:
        option.skip(2);
        option.add(named(fields, "opt.home_agent_preference"), 2);
        option.add(named(fields, "opt.home_agent_lifetime"), 2);
        return;
    case Nonce: return option.rest(named(fields, "opt.nonce"));
    case RouteInformation: return addRoute(option);
    case NameServers:
        option.skip(2);
        option.add(named(fields, "opt.rdnss.lifetime"), 4);
        while (option)
            option.add(named(fields, "opt.rdnss"), 16);
        return;
    case SearchList: return addSearchList(option);
    case CaptivePortal: { // padded with zero bytes
        const std::string_view text = asText(option.bytes().subspan(option.at(), option.left()));
        return option.details().add(named(fields, "opt.captive_portal"), octets(option.at(), option.left()), text.substr(0, text.find('\0')));
    }
    case Nat64Prefix: return addNat64(option);
    default: return;
    }
}

} // namespace

void addIcmpv6Options(Details &details, Bytes header, std::size_t at)
{
    while (at + 2 <= header.size()) {
        const std::uint8_t type = byteAt(header, at);
        const std::size_t size = byteAt(header, at + 1) * 8u;
        if (size == 0 || at + size > header.size()) {
            details.note(Severity::Error, Sentence::of("an option at byte {} says {} bytes, which its message does not have", at, size),
                         octets(at, header.size() - at));
            return;
        }
        details.add(named(fields, "opt.type"), octets(at, size), type);
        const auto below = details.below();
        details.add(named(fields, "opt.length"), octets(at + 1, 1), byteAt(header, at + 1));
        addContents(FieldCursor(details, header, at + 2, at + size), type);
        at += size;
    }
}

} // namespace vethscope
