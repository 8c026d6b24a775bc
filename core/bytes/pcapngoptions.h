#pragma once

#include "core/bytes/endian.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace vethscope {

/// One option of a pcapng block (draft-ietf-opsawg-pcapng, section 3.5).
struct PcapngOption {
    std::uint16_t code;
    Bytes value;
};

/// Options of a packet (section 4.3), and who may have decided in epb_verdict.
namespace epb {
constexpr std::uint16_t comment = 1, flags = 2, dropCount = 4, packetId = 5, queue = 6, verdict = 7;
constexpr std::uint8_t byHardware = 0, byTrafficControl = 1, byXdp = 2;
}

/// An option that is one number; nothing where it has another size.
template <typename T>
std::optional<T> optionNumber(const PcapngOption &option, bool bigEndian)
{
    return option.value.size() == sizeof(T) ? std::optional(readOrdered<T>(option.value, 0, bigEndian)) : std::nullopt;
}

/// The options at the end of a block, for range-based for. Ends at opt_endofopt, at the last whole
/// option, or where an option says it is longer than what is left.
class PcapngOptions
{
public:
    PcapngOptions(Bytes bytes, bool bigEndian) : m_bytes(bytes), m_bigEndian(bigEndian) { }

    class Iterator
    {
    public:
        using value_type = PcapngOption;
        using difference_type = std::ptrdiff_t;

        Iterator(Bytes bytes, bool bigEndian) : m_rest(bytes), m_bigEndian(bigEndian) { settle(); }

        const PcapngOption &operator*() const { return m_option; }
        Iterator &operator++()
        {
            const std::size_t size = 4 + ((m_option.value.size() + 3) & ~std::size_t{3});
            m_rest = m_rest.subspan(std::min(size, m_rest.size()));
            settle();
            return *this;
        }
        bool operator==(std::default_sentinel_t) const { return m_rest.empty(); }

    private:
        void settle()
        {
            if (m_rest.size() >= 4) {
                m_option.code = readOrdered<std::uint16_t>(m_rest, 0, m_bigEndian);
                const std::size_t length = readOrdered<std::uint16_t>(m_rest, 2, m_bigEndian);
                if (m_option.code != 0 && length <= m_rest.size() - 4) {
                    m_option.value = m_rest.subspan(4, length);
                    return;
                }
            }
            m_rest = {};
        }

        Bytes m_rest;
        bool m_bigEndian;
        PcapngOption m_option{};
    };

    /// Whether all of them are whole: they end at opt_endofopt or with their block.
    bool sound() const
    {
        std::size_t end = 0;
        for (const PcapngOption &option : *this)
            end = static_cast<std::size_t>(option.value.data() - m_bytes.data()) + ((option.value.size() + 3) & ~std::size_t{3});
        return end + 4 > m_bytes.size() ? end >= m_bytes.size() : readOrdered<std::uint16_t>(m_bytes, end, m_bigEndian) == 0;
    }

    Iterator begin() const { return {m_bytes, m_bigEndian}; }
    std::default_sentinel_t end() const { return {}; }

private:
    Bytes m_bytes;
    bool m_bigEndian;
};

} // namespace vethscope
