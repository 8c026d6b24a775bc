#include "core/capture/nameresolution.h"

#include "core/bytes/endian.h"

#include <algorithm>

namespace vethscope {
namespace {

enum RecordType : std::uint16_t { End = 0, Ipv4 = 1, Ipv6 = 2 };

// One address may have several names, each closed by a zero.
void readRecord(std::size_t addressSize, std::string_view value, std::vector<ResolvedName> &names)
{
    if (value.size() < addressSize)
        return;
    const std::string address(value.substr(0, addressSize));
    for (std::string_view rest = value.substr(addressSize); !rest.empty();) {
        const std::size_t length = std::min(rest.find('\0'), rest.size());
        if (length > 0)
            names.push_back({address, std::string(rest.substr(0, length))});
        rest.remove_prefix(std::min(length + 1, rest.size()));
    }
}

} // namespace

void readNames(Bytes body, bool bigEndian, std::vector<ResolvedName> &names)
{
    while (body.size() >= 4) {
        const std::uint16_t type = readOrdered<std::uint16_t>(body, 0, bigEndian);
        const std::size_t length = readOrdered<std::uint16_t>(body, 2, bigEndian);
        if (type == End || length > body.size() - 4)
            return;
        if (type == Ipv4 || type == Ipv6)
            readRecord(type == Ipv4 ? 4 : 16, asText(body.subspan(4, length)), names);
        body = body.subspan(std::min(4 + ((length + 3) & ~std::size_t{3}), body.size()));
    }
}

} // namespace vethscope
