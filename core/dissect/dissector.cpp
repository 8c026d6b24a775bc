#include "core/dissect/dissector.h"

#include "core/dissect/ignored.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace vethscope {
namespace {

bool takes(const Protocol *protocol, Bytes bytes)
{
    return protocol && (!protocol->accepts || protocol->accepts(bytes));
}

} // namespace

void Dissector::disable(std::vector<const Protocol *> protocols)
{
    m_disabled = std::move(protocols);
    std::ranges::sort(m_disabled, std::less{});
}

bool Dissector::isDisabled(const Protocol &protocol) const
{
    return std::ranges::binary_search(m_disabled, &protocol, std::less{});
}

const Protocol *Dissector::next(const Step &step, Bytes rest) const
{
    if (step.next)
        return step.next;
    for (const Claim &claim : step.claims) {
        if (claim.kind == Claim::None)
            continue;
        if (claim.kind == Claim::TcpContent || claim.kind == Claim::UdpContent) {
            for (const Protocol *candidate : m_registry.recognisers(claim.kind))
                if (isEnabled(*candidate) && candidate->recognises(rest))
                    return candidate;
        } else if (const Protocol *claimant = m_registry.claimant(claim); takes(claimant, rest) && isEnabled(*claimant)) {
            return claimant;
        }
    }
    return step.carries && !rest.empty() ? m_registry.fallback() : nullptr;
}

void Dissector::dissect(const Frame &frame, Dissection &packet) const
{
    const Protocol *first = m_registry.claimant({Claim::LinkType, frame.linkType});
    if (!first)
        first = m_registry.fallback();
    packet.m_count = 0;
    packet.m_depth = 0;
    packet.m_stop.reset();
    if (first && !isIgnored(frame))
        dissect(frame, *first, packet);
}

void Dissector::dissect(const Frame &frame, const Protocol &first, Dissection &packet) const
{
    packet.m_count = 0;
    packet.m_depth = 0;
    packet.m_stop.reset();

    std::size_t captured = frame.captured();
    std::span<const Splice> splices = frame.continued ? std::span(frame.continued->splices) : std::span<const Splice>();
    std::size_t offset = 0;
    std::size_t end = std::max<std::size_t>(frame.originalLength, captured);
    std::uint8_t depth = 0;
    bool quoted = false;

    for (const Protocol *protocol = &first; protocol;) {
        if (!isEnabled(*protocol)) { // whoever a header names
            protocol = m_registry.fallback();
            if (!protocol)
                return;
        }
        const Bytes rest = frame.bytes.subspan(offset, std::min(end, captured) - offset);
        const auto stop = [&](Damage damage) {
            const std::size_t readable = damage.isTooShort() ? std::min<std::size_t>(rest.size(), damage.needed) : (damage.readable + 7) / 8;
            packet.m_stop = Stop{protocol, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(readable), depth, quoted,
                                 end > captured, packet.m_count == 0, std::move(damage)};
        };
        if (packet.m_count == Dissection::capacity)
            return stop({Sentence::of("more than {} headers lie inside one another; the rest is not decoded", Dissection::capacity)});
        if (rest.size() < protocol->headerSize)
            return stop(Damage::tooShort(protocol->headerSize, rest.size()));
        const Dissected step = protocol->dissect(rest);
        if (!step)
            return stop(step.error());
        if (step->instead) {
            protocol = step->instead;
            continue;
        }

        const std::size_t inner = offset + step->size;
        end -= std::min(step->trailer, end - inner);
        if (step->payload < end - inner)
            end = inner + step->payload;
        packet.m_layers[packet.m_count++] = {protocol, static_cast<std::uint32_t>(offset),
                                             static_cast<std::uint32_t>(step->size), static_cast<std::uint32_t>(end),
                                             depth, step->boundary == Boundary::Tunnel && !quoted, quoted};
        if (step->boundary == Boundary::Tunnel && !quoted)
            packet.m_depth = ++depth;
        quoted = quoted || step->boundary == Boundary::Quote;
        offset = inner;
        const Splice *splice = !splices.empty() && splices.front().at == inner ? &splices.front() : nullptr;
        if (splice) {
            splices = splices.subspan(1);
            offset = splice->begin;
            end = splice->end;
            captured = frame.bytes.size();
        }
        // Bytes that are promised but were not captured still have a header that misses them.
        const bool more = offset < end || (step->next && step->boundary == Boundary::Tunnel);
        if (!more)
            return;
        protocol = splice && splice->next ? splice->next : next(*step, frame.bytes.subspan(offset, std::min(end, captured) - offset));
    }
}

} // namespace vethscope
