#include "core/protocols/geneve_options.h"

namespace vethscope {
namespace {

constexpr std::size_t optionHeader = 4;
constexpr std::uint16_t google = 0x0132;

constexpr auto &fields = geneveOptionFields;

std::size_t sizeAt(Bytes header, std::size_t at)
{
    return optionHeader + (byteAt(header, at + 3) & 0x1fu) * 4;
}

// Google Cloud's load balancers (Packet Mirroring and Network Security Integration use them too).
bool addGoogleData(Details &details, Bytes header, std::size_t at, std::size_t size)
{
    const std::size_t data = at + optionHeader;
    const std::uint8_t type = byteAt(header, at + 2);
    if (type == 1 && size == 8) {
        details.add(named(fields, "option.gcp.vnid"), header, bits(data * 8, 28));
        details.add(named(fields, "option.gcp.reserved"), header, bits(data * 8 + 28, 3));
        details.add(named(fields, "option.gcp.direction"), header, bits(data * 8 + 31, 1));
    } else if (type == 2) {
        details.add(named(fields, "option.gcp.endpoint"), header, octets(data, size - optionHeader));
    } else if (type == 3 && size == 12) {
        details.add(named(fields, "option.gcp.profile"), header, octets(data, 8));
    } else {
        return false;
    }
    return true;
}

void addOption(Details &details, Bytes header, std::size_t at, std::size_t size)
{
    details.add(named(fields, "option"), header, octets(at, size));
    const auto below = details.below();
    details.add(named(fields, "option.class"), header, octets(at, 2));
    details.add(named(fields, "option.type"), header, octets(at + 2, 1));
    details.add(named(fields, "option.type.critical"), header, bits((at + 2) * 8, 1));
    details.add(named(fields, "option.flags"), octets(at + 3, 1), byteAt(header, at + 3) >> 5);
    details.add(named(fields, "option.flags.reserved"), header, bits((at + 3) * 8, 3));
    details.add(named(fields, "option.length"), octets(at + 3, 1), size);
    const bool known = read16(header, at) == google && addGoogleData(details, header, at, size);
    if (!known && size > optionHeader)
        details.add(named(fields, "option.unknown.data"), header, octets(at + optionHeader, size - optionHeader));
}

} // namespace

void addGeneveOptions(Details &details, Bytes header, std::size_t at)
{
    if (at == header.size())
        return;
    details.add(named(fields, "options"), header, octets(at, header.size() - at));
    const auto below = details.below();
    while (at + optionHeader <= header.size()) {
        const std::size_t size = sizeAt(header, at);
        if (at + size > header.size()) {
            details.note(Severity::Error, Sentence::of("an option at byte {} says {} bytes and so ends behind its header", at, size),
                         octets(at, header.size() - at));
            return;
        }
        addOption(details, header, at, size);
        at += size;
    }
}

} // namespace vethscope
