#pragma once

#include "core/dissect/details.h"
#include "core/dissect/layerview.h"

#include <array>

namespace vethscope {

/// Wireshark's words for a checksum's state, with its numbers.
enum class ChecksumStatus : std::uint8_t { Bad, Good, Unverified, NotPresent };

inline constexpr auto checksumStatusNames = std::to_array<ValueName>({
    {0, "Bad"}, {1, "Good"}, {2, "Unverified"}, {3, "Not present"},
});

/// The ones' complement sum of RFC 1071 over 16-bit words, folded; an odd last byte is padded with zero.
class InternetChecksum
{
public:
    void add(Bytes bytes);
    void add16(std::uint32_t word) { m_sum += word; }
    /// The sum of everything including the checksum field itself is 0xffff when it is right.
    std::uint16_t folded() const;

private:
    std::uint64_t m_sum = 0;
};

/// Adds the pseudo header of the IP packet around the view (RFC 768, RFC 9293 section 3.1, RFC 8200 section 8.1).
/// Returns the packet's view, or nothing when no IP header is around it or the packet is a fragment.
bool addPseudoHeader(const LayerView &view, std::uint8_t protocol, std::size_t length, InternetChecksum &sum);

/// Validates a checksum over `covered` (header and payload, as captured) whose full length is `length`,
/// and notes a wrong one at `place`.
ChecksumStatus validate(const LayerView &view, std::uint8_t protocol, std::size_t length);

/// The bytes from this header's first to the end of what it carries, as captured.
Bytes headerAndPayload(const LayerView &view);

/// Adds the status field, and a warning where the sum is wrong. A wrong sum on the sender's side is
/// checksum offload, so it is never called an error here.
void addChecksumStatus(Details &details, const Field &field, ChecksumStatus status, BitRange place);

} // namespace vethscope
