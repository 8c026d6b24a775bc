#include "core/protocols/checksum.h"

#include "core/protocols/protocols.h"

namespace vethscope {
namespace {

// The addresses of the nearest IP header, which transport checksums cover.
std::optional<LayerView> enclosingIp(const LayerView &view)
{
    for (auto outer = view.outer(); outer; outer = outer->outer())
        if (&outer->protocol() == &protocols::ipv4 || &outer->protocol() == &protocols::ipv6)
            return outer;
    return std::nullopt;
}

// Only the whole of a packet can be verified.
bool fragmented(const LayerView &view)
{
    for (auto outer = view.outer(); outer; outer = outer->outer()) {
        if (&outer->protocol() == &protocols::ipv4)
            return (read16(outer->header(), 6) & 0x3fff) != 0;
        if (&outer->protocol() == &protocols::ipv6Fragment && (read16(outer->header(), 2) & 0xfff9) != 0)
            return true;
        if (&outer->protocol() == &protocols::ipv6)
            return false;
    }
    return false;
}

} // namespace

void InternetChecksum::add(Bytes bytes)
{
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2)
        m_sum += read16(bytes, i);
    if (i < bytes.size())
        m_sum += static_cast<std::uint64_t>(byteAt(bytes, i)) << 8;
}

std::uint16_t InternetChecksum::folded() const
{
    std::uint64_t sum = m_sum;
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<std::uint16_t>(sum);
}

bool addPseudoHeader(const LayerView &view, std::uint8_t protocol, std::size_t length, InternetChecksum &sum)
{
    const auto ip = enclosingIp(view);
    if (!ip)
        return false;
    sum.add(ip->raw(*ip->protocol().source));
    sum.add(ip->raw(*ip->protocol().destination));
    sum.add16(protocol);
    sum.add16(static_cast<std::uint32_t>(length >> 16));
    sum.add16(static_cast<std::uint32_t>(length & 0xffff));
    return true;
}

Bytes headerAndPayload(const LayerView &view)
{
    return view.frame().bytes.subspan(view.layer().offset, view.header().size() + view.payload().size());
}

ChecksumStatus validate(const LayerView &view, std::uint8_t protocol, std::size_t length)
{
    const Bytes covered = headerAndPayload(view);
    if (covered.size() < length || fragmented(view))
        return ChecksumStatus::Unverified;
    InternetChecksum sum;
    if (!addPseudoHeader(view, protocol, length, sum))
        return ChecksumStatus::Unverified;
    sum.add(covered.first(length));
    return sum.folded() == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
}

void addChecksumStatus(Details &details, const Field &field, ChecksumStatus status, BitRange place)
{
    details.generate(field, static_cast<std::uint64_t>(status), place);
    if (status == ChecksumStatus::Bad)
        details.note(Severity::Warning, Sentence::of("checksum is wrong; where the sender captured it, this is checksum offload"), place);
}

} // namespace vethscope
