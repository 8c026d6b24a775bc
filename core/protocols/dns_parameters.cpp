#include "core/protocols/dns_fields.h"
#include "core/protocols/dns_records.h"

#include <array>

// Records that are lists: the options of EDNS (RFC 6891, section 6.1.2; client subnet RFC 7871, cookies RFC 7873)
// and the parameters of SVCB and HTTPS (RFC 9460, section 2.2).

namespace vethscope {
namespace {

constexpr auto &fields = dnsVaryingFields;

enum Type : std::uint16_t { OPT = 41, SVCB = 64, HTTPS = 65 };

// As many bytes of the address as the mask needs.
void addClientSubnet(FieldCursor option)
{
    Details &details = option.details();
    const std::uint64_t family = option.number(named(fields, "dns.opt.client.family"), 2);
    option.add(named(fields, "dns.opt.client.netmask"), 1);
    option.add(named(fields, "dns.opt.client.scope"), 1);
    const std::size_t full = family == 1 ? 4 : family == 2 ? 16 : 0;
    if (full == 0 || option.left() > full)
        return;
    std::array<char, 16> address{};
    std::ranges::copy(asText(option.bytes().subspan(option.at(), option.left())), address.begin());
    details.add(family == 1 ? named(fields, "dns.opt.client.addr4") : named(fields, "dns.opt.client.addr6"),
                octets(option.at(), option.left()), details.keep({address.data(), full}));
}

void addOptionContents(FieldCursor option, std::uint64_t code)
{
    switch (code) {
    case 8: return addClientSubnet(option);
    case 10:
        option.add(named(fields, "dns.opt.cookie.client"), 8);
        option.rest(named(fields, "dns.opt.cookie.server"));
        return;
    case 11:
        if (option)
            option.add(named(fields, "dns.opt.edns_tcp_keepalive.timeout"), 2);
        return;
    case 12: return option.rest(named(fields, "dns.opt.padding"));
    case 15:
        option.add(named(fields, "dns.opt.ext_error.info_code"), 2);
        return option.rest(named(fields, "dns.opt.ext_error.extra_text"));
    default: return;
    }
}

void addOptions(FieldCursor data)
{
    Details &details = data.details();
    while (data.left() >= 4) {
        const std::uint64_t code = data.peek(2);
        details.add(named(fields, "dns.opt"), octets(data.at(), std::min<std::size_t>(4 + (data.peek(4) & 0xffff), data.left())), std::uint64_t{0});
        const std::string_view name = nameOf(dnsOptionCodes, code);
        details.items.back().label = name.empty() ? details.format("Option: {}", code) : details.format("Option: {}", name);
        const auto below = details.below();
        data.add(named(fields, "dns.opt.code"), 2);
        const std::size_t size = data.number(named(fields, "dns.opt.len"), 2);
        FieldCursor option = data.within(size);
        FieldCursor(option).rest(named(fields, "dns.opt.data"));
        addOptionContents(option, code);
    }
}

void addParameterValue(FieldCursor value, std::uint64_t key)
{
    switch (key) {
    case 0:
        while (value)
            value.add(named(fields, "dns.svcb.svcparam.mandatory.key"), 2);
        return;
    case 1:
        while (value) {
            const std::size_t size = value.number(named(fields, "dns.svcb.svcparam.alpn.length"), 1);
            value.add(named(fields, "dns.svcb.svcparam.alpn"), size);
        }
        return;
    case 2: return;
    case 3: value.add(named(fields, "dns.svcb.svcparam.port"), 2); return;
    case 4:
        while (value)
            value.add(named(fields, "dns.svcb.svcparam.ipv4hint.ip"), 4);
        return;
    case 5: return value.rest(named(fields, "dns.svcb.svcparam.echconfig"));
    case 6:
        while (value)
            value.add(named(fields, "dns.svcb.svcparam.ipv6hint.ip"), 16);
        return;
    default: return value.rest(named(fields, "dns.svcb.svcparam.value"));
    }
}

void addServiceBinding(FieldCursor data)
{
    data.add(named(fields, "dns.svcb.svcpriority"), 2);
    addDnsName(data, named(fields, "dns.svcb.targetname"));
    while (data.left() >= 4) {
        const std::uint64_t key = data.number(named(fields, "dns.svcb.svcparam.key"), 2);
        const auto below = data.details().below();
        const std::size_t size = data.number(named(fields, "dns.svcb.svcparam.value.length"), 2);
        addParameterValue(data.within(size), key);
    }
}

} // namespace

bool addDnsParameters(FieldCursor data, std::uint16_t type)
{
    switch (type) {
    case OPT: addOptions(data); return true;
    case SVCB:
    case HTTPS: addServiceBinding(data); return true;
    default: return false;
    }
}

} // namespace vethscope
