#include "core/protocols/bgp_fields.h"
#include "core/protocols/bgp_routes.h"

#include "core/dissect/format.h"

// EVPN tells which MAC and IP addresses are behind which tunnel end. RFC 7432, section 7; IP prefixes RFC 9136.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

enum Type : std::uint8_t { EthernetAutoDiscovery = 1, MacAdvertisement = 2, InclusiveMulticast = 3, EthernetSegment = 4, IpPrefix = 5 };

constexpr std::size_t distinguisherSize = 8;
constexpr std::size_t segmentSize = 10;
constexpr std::size_t tagSize = 4;
constexpr std::size_t labelSize = 3;

// The rows of one route. Each step is false when the route is too short for it.
class EvpnRoute
{
public:
    EvpnRoute(BgpUpdate &update, BgpPart part) : m_details(update.details), m_part(part), m_vxlan(update.vxlan) { }

    // Whether the route is exactly as long as its kind takes; kinds that are not known are shown as bytes.
    bool add(std::uint8_t type)
    {
        switch (type) {
        case EthernetAutoDiscovery:
            return distinguisher() && segment() && tag() && label(named(fields, "evpn.nlri.mpls_ls1")) && m_part.done();
        case MacAdvertisement:
            return distinguisher() && segment() && tag() && macAddress() && ipAddress() && label(named(fields, "evpn.nlri.mpls_ls1"))
                && secondLabel() && m_part.done();
        case InclusiveMulticast:
            return distinguisher() && tag() && ipAddress() && m_part.done();
        case EthernetSegment:
            return distinguisher() && segment() && ipAddress() && m_part.done();
        case IpPrefix:
            return distinguisher() && segment() && tag() && prefix() && m_part.done();
        default:
            if (!m_part.done())
                m_details.text("Contents, not decoded", m_part.rest());
            return true;
        }
    }

    // The addresses that the route is about; empty when it is about none.
    std::string_view about() const { return m_about; }
    bool cut() const { return m_part.cut(); }

private:
    void mention(std::string_view text) { m_about = m_about.empty() ? text : m_details.format("{} {}", m_about, text); }

    bool distinguisher()
    {
        if (!m_part.has(distinguisherSize))
            return false;
        const std::string_view text = bgpDistinguisher(m_details, m_part.bytes(0, distinguisherSize));
        m_details.add(named(fields, "evpn.nlri.rd"), m_part.message, m_part.take(distinguisherSize));
        m_details.items.back().label = m_details.format("Route Distinguisher ({})", text);
        return true;
    }

    // RFC 7432, section 5: a type, and nine bytes that it gives a meaning to.
    bool segment()
    {
        if (!m_part.has(segmentSize))
            return false;
        BgpPart esi = m_part.takePart(segmentSize);
        m_details.add(named(fields, "evpn.nlri.esi"), esi.message, esi.rest());
        const auto below = m_details.below();
        const std::uint8_t type = esi.byte();
        m_details.add(named(fields, "evpn.nlri.esi.type"), esi.message, esi.take(1));
        m_details.add(named(fields, "evpn.nlri.esi.value"), esi.message, esi.rest());
        const auto three = [&](const Field &first, std::size_t firstSize, const Field &second, std::size_t secondSize) {
            m_details.add(first, esi.message, esi.take(firstSize));
            m_details.add(second, esi.message, esi.take(secondSize));
            m_details.add(named(fields, "evpn.nlri.esi.remaining"), esi.message, esi.rest());
        };
        switch (type) {
        case 0: m_details.add(named(fields, "evpn.nlri.esi.type0"), esi.message, esi.rest()); break;
        case 1: three(named(fields, "evpn.nlri.esi.lacp_mac"), 6, named(fields, "evpn.nlri.esi.lacp_portkey"), 2); break;
        case 2: three(named(fields, "evpn.nlri.esi.root_bridge"), 6, named(fields, "evpn.nlri.esi.rb_prio"), 2); break;
        case 3: three(named(fields, "evpn.nlri.esi.system_mac"), 6, named(fields, "evpn.nlri.esi.system_mac_discr"), 2); break;
        case 4: three(named(fields, "evpn.nlri.esi.router_id"), 4, named(fields, "evpn.nlri.esi.router_discr"), 4); break;
        case 5: three(named(fields, "evpn.nlri.esi.asn"), 4, named(fields, "evpn.nlri.esi.asn_discr"), 4); break;
        case 255: m_details.add(named(fields, "evpn.nlri.esi.reserved"), esi.message, esi.rest()); break;
        default: m_details.note(Severity::Warning, Sentence::of("Ethernet segment type {} is not known", type), octets(esi.at - 1, segmentSize));
        }
        return true;
    }

    bool tag()
    {
        if (!m_part.has(tagSize))
            return false;
        m_details.add(named(fields, "evpn.nlri.etag"), m_part.message, m_part.take(tagSize));
        return true;
    }

    bool macAddress()
    {
        if (!m_part.has(7))
            return false;
        m_details.add(named(fields, "evpn.nlri.maclen"), m_part.message, m_part.take(1));
        TextBuffer text;
        printMac(text, m_part.bytes(0, 6));
        mention(m_details.keep(viewOf(text)));
        m_details.add(named(fields, "evpn.nlri.mac_addr"), m_part.message, m_part.take(6));
        return true;
    }

    bool ipAddress()
    {
        if (!m_part.has(1))
            return false;
        const std::size_t size = m_part.byte() / 8;
        m_details.add(named(fields, "evpn.nlri.iplen"), m_part.message, m_part.take(1));
        if (size == 0) {
            addBgpHolder(m_details, named(fields, "evpn.no_ip"), octets(m_part.at - 1, 1));
            return true;
        }
        return (size == 4 || size == 16) && address(size, named(fields, "evpn.nlri.ip.addr"), named(fields, "evpn.nlri.ipv6.addr"));
    }

    bool address(std::size_t size, const Field &ipv4, const Field &ipv6)
    {
        if (!m_part.has(size))
            return false;
        mention(bgpAddressText(m_details, m_part.bytes(0, size)));
        m_details.add(size == 4 ? ipv4 : ipv6, m_part.message, m_part.take(size));
        return true;
    }

    // A VNI fills all three bytes, an MPLS label the first 20 bits. RFC 8365, section 5.1.3.
    bool label(const Field &mpls)
    {
        if (!m_part.has(labelSize))
            return false;
        const BitRange place = m_part.take(labelSize);
        if (m_vxlan)
            m_details.add(named(fields, "evpn.nlri.vni"), m_part.message, place);
        else
            m_details.add(mpls, m_part.message, bits(place.offset, 20));
        return true;
    }

    bool secondLabel() { return m_part.done() || label(named(fields, "evpn.nlri.mpls_ls2")); }

    // RFC 9136, section 3.1: the sizes of prefix and gateway follow from the route's own.
    bool prefix()
    {
        if (!m_part.has(1))
            return false;
        const std::size_t length = m_part.byte();
        m_details.add(named(fields, "evpn.nlri.prefix_len"), m_part.message, m_part.take(1));
        const std::size_t size = m_part.left() == 2 * 4 + labelSize ? 4 : 16;
        if (m_part.left() != 2 * size + labelSize)
            return false;
        mention(m_details.format("{}/{}", bgpAddressText(m_details, m_part.bytes(0, size)), length));
        m_details.add(size == 4 ? named(fields, "evpn.nlri.ip.addr") : named(fields, "evpn.nlri.ipv6.addr"), m_part.message,
                      m_part.take(size));
        m_details.add(size == 4 ? named(fields, "evpn.nlri.ipv4.gtw_addr") : named(fields, "evpn.nlri.ipv6.gtw_addr"),
                      m_part.message, m_part.take(size));
        if (m_vxlan)
            return label(named(fields, "evpn.nlri.mpls_ls1"));
        addBgpHolder(m_details, named(fields, "update.path_attribute.mpls_label"), octets(m_part.at, labelSize),
                     m_details.format("MPLS Label Stack: {}", readBits(m_part.message, bits(m_part.at * 8, 20))));
        const auto below = m_details.below();
        m_details.add(named(fields, "update.path_attribute.mpls_label_value"), m_part.message, m_part.take(labelSize));
        return true;
    }

    Details &m_details;
    BgpPart m_part;
    bool m_vxlan;
    std::string_view m_about;
};

} // namespace

void addBgpEvpnRoutes(BgpUpdate &update, BgpPart part, bool withdrawn)
{
    Details &details = update.details;
    while (part.has(2)) {
        const std::uint8_t type = part.byte();
        const std::size_t size = part.byte(1);
        const std::string_view word = nameOf(bgpEvpnRoutes, type);
        const std::string_view name = word.empty() ? details.format("Unknown route type {}", type) : word;
        addBgpHolder(details, named(fields, "evpn.nlri"), octets(part.at, std::min(2 + size, part.left())),
                     details.format("EVPN NLRI: {}", name));
        const auto below = details.below();
        details.add(named(fields, "evpn.nlri.rt"), part.message, part.take(1));
        details.add(named(fields, "evpn.nlri.len"), part.message, part.take(1));
        if (part.lacks(size))
            return details.note(Severity::Error, Sentence::of("an EVPN route says {} bytes, but {} are left for it", size, part.left()),
                                part.rest());
        EvpnRoute route(update, part.takePart(size));
        if (!route.add(type) && !route.cut())
            details.note(Severity::Error, Sentence::of("an EVPN route of type {} has {} bytes, which is not a length of its kind", type, size),
                         octets(part.at - size, size));
        (withdrawn ? update.withdrawn : update.announced).add(route.about().empty() ? name : route.about());
    }
    noteBgpRemainder(details, part);
}

} // namespace vethscope
