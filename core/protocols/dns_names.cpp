#include "core/protocols/dns_names.h"

namespace vethscope {
namespace {

constexpr std::size_t longestName = 255; // RFC 1035, section 2.3.4

bool plain(unsigned char character)
{
    return character >= 0x20 && character < 0x7f && character != '.' && character != '\\';
}

} // namespace

std::optional<DnsName> readDnsName(Bytes message, std::size_t offset, TextBuffer &out)
{
    DnsName name;
    const std::size_t start = out.size();
    std::size_t lowest = offset; // every pointer has to point before all that was read so far
    for (std::size_t at = offset;;) {
        if (at >= message.size())
            return std::nullopt;
        const std::uint8_t length = byteAt(message, at);
        if (length == 0) {
            if (name.size == 0)
                name.size = at + 1 - offset;
            if (out.size() == start)
                print(out, "<Root>");
            name.length = out.size() - start;
            return name;
        }
        if ((length & 0xc0) == 0xc0) {
            if (at + 1 >= message.size())
                return std::nullopt;
            if (name.size == 0)
                name.size = at + 2 - offset;
            const std::size_t target = read16(message, at) & 0x3fffu;
            if (target >= lowest)
                return std::nullopt;
            lowest = at = target;
            continue;
        }
        if (length > 63 || at + 1 + length > message.size())
            return std::nullopt;
        if (out.size() > start)
            out.push_back('.');
        for (std::size_t i = at + 1; i <= at + length; ++i) {
            const unsigned char character = byteAt(message, i);
            if (plain(character))
                out.push_back(static_cast<char>(character));
            else
                print(out, "\\{:03}", static_cast<unsigned>(character)); // RFC 1035, section 5.1
        }
        if (out.size() - start > longestName * 4)
            return std::nullopt;
        ++name.labels;
        at += 1u + length;
    }
}

} // namespace vethscope
