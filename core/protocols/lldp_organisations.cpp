#include "core/protocols/lldp_fields.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4; // OUI and subtype
constexpr std::uint64_t ieee8021 = 0x0080c2;
constexpr std::uint64_t ieee8023 = 0x00120f;
constexpr std::uint64_t media = 0x0012bb;

constexpr auto &fields = lldpFields;

// IEEE 802.1Q, annex D.2.
void add8021(Details &details, Bytes bytes, std::size_t at, std::size_t size)
{
    const std::size_t content = at + headerSize;
    switch (byteAt(bytes, at + 3)) {
    case 1:
        if (size >= headerSize + 2)
            details.add(named(fields, "ieee.802_1.port_vlan.id"), bytes, octets(content, 2));
        break;
    case 2:
        if (size < headerSize + 3)
            break;
        details.add(named(fields, "ieee.802_1.port_and_vlan_id_flag"), bytes, octets(content, 1));
        details.add(named(fields, "ieee.802_1.port_and_vlan_id_flag.supported"), bytes, bits(content * 8 + 6, 1));
        details.add(named(fields, "ieee.802_1.port_and_vlan_id_flag.enabled"), bytes, bits(content * 8 + 5, 1));
        details.add(named(fields, "ieee.802_1.port_proto_vlan.id"), bytes, octets(content + 1, 2));
        break;
    case 3: {
        if (size < headerSize + 3)
            break;
        details.add(named(fields, "ieee.802_1.vlan.id"), bytes, octets(content, 2));
        details.add(named(fields, "ieee.802_1.vlan.name_len"), bytes, octets(content + 2, 1));
        const std::size_t length = std::min<std::size_t>(byteAt(bytes, content + 2), size - headerSize - 3);
        if (length > 0)
            details.add(named(fields, "ieee.802_1.vlan.name"), bytes, octets(content + 3, length));
        break;
    }
    default:
        break;
    }
}

// IEEE 802.3, clause 79.3.
void add8023(Details &details, Bytes bytes, std::size_t at, std::size_t size)
{
    constexpr std::uint8_t maximumFrameSize = 4;
    if (byteAt(bytes, at + 3) == maximumFrameSize && size >= headerSize + 2)
        details.add(named(fields, "ieee.802_3.max_frame_size"), bytes, octets(at + headerSize, 2));
}

} // namespace

void addLldpOrganisation(Details &details, Bytes bytes, std::size_t at, std::size_t size)
{
    details.add(named(fields, "orgtlv.oui"), bytes, octets(at, 3));
    const BitRange subtype = octets(at + 3, 1);
    switch (readUnsigned(bytes, at, 3)) {
    case ieee8021:
        details.add(named(fields, "ieee.802_1.subtype"), bytes, subtype);
        return add8021(details, bytes, at, size);
    case ieee8023:
        details.add(named(fields, "ieee.802_3.subtype"), bytes, subtype);
        return add8023(details, bytes, at, size);
    case media:
        return details.add(named(fields, "media.subtype"), bytes, subtype);
    default:
        details.add(named(fields, "unknown_subtype"), bytes, subtype);
        if (size > headerSize)
            details.add(named(fields, "unknown_subtype.content"), bytes, octets(at + headerSize, size - headerSize));
    }
}

} // namespace vethscope
