#include "core/explain/masquerade.h"

#include <algorithm>
#include <array>

namespace vethscope::explain {
namespace {

constexpr auto initialTtls = std::to_array<int>({64, 128, 255}); // Linux, Windows, routers
constexpr std::size_t mostPods = 16;                             // rules that tell one pod from another show among so many

bool wasForwardedOnce(const ShownFrame &frame)
{
    return frame.timeToLive && std::ranges::find(initialTtls, *frame.timeToLive + 1) != initialTtls.end();
}

std::vector<IpAddress> podsOn(const path::Places &places, const std::string &node, const IpAddress &own)
{
    std::vector<IpAddress> addresses;
    for (const ClusterPod &pod : places.cluster().pods)
        for (const IpAddress &address : pod.addresses)
            if (pod.node == node && address.isV6() == own.isV6() && address != own && addresses.size() < mostPods)
                addresses.push_back(address);
    return addresses;
}

// The frame as that pod wrote it. Whatever port it has, so that no connection that conntrack knows hides the rules.
ShownFrame asWritten(const ShownFrame &frame, const ShownField &source, const IpAddress &pod)
{
    ShownFrame written = frame;
    for (ShownField &field : written.fields)
        if (field.name == source.name && field.depth == source.depth)
            field.ip = pod;
    written.sourcePort.reset();
    return written;
}

class Masquerade
{
public:
    Masquerade(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point, const ShownField &source)
        : m_places(places), m_whose(whose), m_frame(frame), m_point(point), m_source(source)
    {
    }

    std::vector<Rung> of(const IpAddress &pod) const
    {
        const Expectation expectation = expectationOf(m_places, m_whose, asWritten(m_frame, m_source, pod), m_point);
        for (const path::Path &path : expectation.paths)
            for (std::size_t i = 0; i < path.hops.size(); ++i)
                if (isHere(path.hops[i]))
                    for (const path::Field &field : path.hops[i].fields())
                        if (field.name == m_source.name && field.depth == m_source.depth)
                            return ladderOf({&path, i}, field);
        return {};
    }

    // None where they are not treated alike.
    std::vector<Rung> ofAnyPod() const
    {
        std::vector<Rung> agreed;
        for (const IpAddress &pod : podsOn(m_places, m_point.place->node, *m_source.ip)) {
            std::vector<Rung> one = of(pod);
            if (one.empty() || (!agreed.empty() && !std::ranges::equal(one, agreed, {}, linesOf, linesOf)))
                return {};
            agreed = std::move(one);
        }
        for (Rung &rung : agreed) { // not of that pod alone
            rung.step.text = Sentence::of("What pods send out of the cluster gets the address {} of the node", m_source.text());
            for (path::Change &change : rung.step.changes)
                change.from.reset();
        }
        return agreed;
    }

private:
    static const EvidenceList &linesOf(const Rung &rung) { return rung.step.evidence; }

    // As the frame was captured, its source translated already.
    bool isHere(const path::Hop &hop) const
    {
        if (!hop.packet || hop.packet->scopes.size() != m_frame.depth + 1 || hop.node != m_point.place->node || !hop.pod.empty())
            return false;
        const path::IpHeader &ip = hop.packet->inner().ip;
        return (m_point.interface == "any" || hop.interface == m_point.interface) && ip.source.value == m_source.ip && ip.destination.value == m_frame.destination();
    }

    const path::Places &m_places;
    const path::Whose &m_whose;
    const ShownFrame &m_frame;
    const Point &m_point;
    const ShownField &m_source;
};

} // namespace

std::vector<Rung> masqueradeLadder(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point, const ShownField &source,
                                   const std::optional<IpAddress> &before)
{
    if (!point.isKnown() || !point.pod.empty() || isAnswer(frame))
        return {};
    const Masquerade masquerade(places, whose, frame, point, source);
    if (before)
        return masquerade.of(*before);
    return wasForwardedOnce(frame) ? masquerade.ofAnyPod() : std::vector<Rung>();
}

} // namespace vethscope::explain
