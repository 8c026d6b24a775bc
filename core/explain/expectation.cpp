#include "core/explain/expectation.h"

#include "core/address/ipprotocol.h"
#include "core/path/question.h"

#include <algorithm>

namespace vethscope::explain {
namespace {

using namespace path;

// A packet between two ends as its sender writes it, the first of its connection.
struct Course {
    IpAddress from{}, to{};
    std::optional<std::uint16_t> sourcePort{}, destinationPort{};
    std::optional<std::uint8_t> icmpType{};
};

class Finder
{
public:
    Finder(const Places &places, const Whose &whose, const ShownFrame &frame, const Point &point)
        : m_places(places), m_whose(whose), m_frame(frame), m_point(point)
    {
    }

    Expectation find()
    {
        const IpAddress source = *m_frame.source(), destination = *m_frame.destination();
        const Course asked{destination, source, m_frame.destinationPort, m_frame.sourcePort, requestType()};
        if (isAnswer(m_frame))
            findAnswers(asked);
        if (m_expectation.sightings.empty())
            findRequests({source, destination, m_frame.sourcePort, m_frame.destinationPort, m_frame.icmpType});
        if (m_expectation.sightings.empty() && m_frame.sourcePort && !isAnswer(m_frame))
            findAnswers(asked);
        if (m_expectation.sightings.empty())
            giveReason();
        return std::move(m_expectation);
    }

private:
    std::optional<std::uint8_t> requestType() const
    {
        return m_frame.icmpType ? std::optional<std::uint8_t>(m_frame.protocol == ipprotocol::icmpv6 ? 128 : 8) : std::nullopt;
    }

    Packet packetOf(const Course &course) const
    {
        Packet packet;
        IpHeader &ip = packet.scopes.emplace_back().ip;
        ip.source = m_whose.address(course.from);
        ip.destination = m_whose.address(course.to);
        ip.timeToLive.value = 64;
        ip.protocol = m_frame.protocol.value_or(ipprotocol::tcp);
        const auto traced = [](std::optional<std::uint16_t> port) { return port ? std::optional(Traced<std::uint16_t>{*port, {}, {}, {}}) : std::nullopt; };
        packet.sourcePort = traced(course.sourcePort);
        packet.destinationPort = traced(course.destinationPort);
        packet.icmpType = course.icmpType;
        if (ip.protocol == ipprotocol::tcp)
            packet.tcpFlags = tcpflag::syn;
        return packet;
    }

    // Whose socket wrote it; nothing where nobody of the cluster, or more than one, has the address.
    const Place *placeOf(const IpAddress &address) const
    {
        const Place *place = nullptr;
        for (const Owner &owner : m_places.owners().of(address)) {
            const Place *const own = m_places.of(owner);
            if (!own || (place && place != own))
                return nullptr;
            place = own;
        }
        return place;
    }

    // By which node it enters the cluster.
    const Place *entranceOf(const IpAddress &destination) const
    {
        const Place *const place = placeOf(destination);
        return place && place->isPod() ? m_places.ofNode(place->node) : place;
    }

    bool isOutside(const IpAddress &address) const { return m_places.owners().of(address).empty() && !m_whose.isOfCluster(address); }

    std::vector<Path> walkFrom(const Course &course)
    {
        Trail trail;
        trail.packet = packetOf(course);
        Walk walk(m_places, m_whose);
        walk.goOnWith(m_frame.tunnelSeen());
        if ((trail.place = placeOf(course.from)))
            return walk.fromSocket(std::move(trail));
        if (!isOutside(course.from) || !(trail.place = entranceOf(course.to)))
            return {};
        return walk.fromOutside(std::move(trail));
    }

    void findRequests(const Course &course)
    {
        for (Path &path : walkFrom(course))
            keep(std::move(path));
    }

    void findAnswers(const Course &course)
    {
        for (const Path &request : walkFrom(course)) {
            if (request.verdict() != Verdict::Delivered)
                continue;
            Trail trail;
            trail.packet = answerTo(request.packet);
            trail.packet.destinationPort = request.packet.sourcePort;
            trail.flows = request.flows;
            trail.place = request.place ? request.place : entranceOf(trail.packet.inner().ip.destination.value);
            if (!trail.place)
                continue;
            Walk walk(m_places, m_whose);
            walk.goOnWith(m_frame.tunnelSeen());
            for (Path &path : request.place ? walk.fromSocket(std::move(trail)) : walk.fromOutside(std::move(trail)))
                keep(std::move(path));
        }
    }

    void keep(Path path)
    {
        const Path &kept = m_expectation.paths.emplace_back(std::move(path));
        for (std::size_t i = 0; i < kept.hops.size(); ++i)
            if (isHere(kept.hops[i]))
                m_expectation.sightings.push_back({&kept, i});
    }

    bool isHere(const Hop &hop) const
    {
        if (!hop.packet || hop.packet->scopes.size() != m_frame.depth + 1 || hop.node != m_point.place->node || hop.pod != m_point.place->pod)
            return false;
        const IpHeader &ip = hop.packet->inner().ip;
        return (m_point.interface == "any" || hop.interface == m_point.interface) && ip.source.value == m_frame.source() && ip.destination.value == m_frame.destination();
    }

    void giveReason()
    {
        const std::string source = m_frame.source()->text();
        if (m_expectation.paths.empty()) {
            const auto owners = m_places.owners().of(*m_frame.source());
            m_expectation.why = owners.empty() ? Sentence::of("Who has {} is not known", source) : Sentence::of("From where {} sends is not known", source);
            m_expectation.ask = "kubectl get pods -A -o wide";
            return;
        }
        for (const Path &path : m_expectation.paths) {
            if (path.verdict() != Verdict::Unknown)
                continue;
            m_expectation.why = path.ending.reason;
            m_expectation.ask = path.ending.ask;
            m_expectation.askOn = path.ending.askOn;
            return;
        }
        m_expectation.why = Sentence::of("By what hosts printed it does not come by here: {}", m_expectation.paths.front().ending.reason);
    }

    const Places &m_places;
    const Whose &m_whose;
    const ShownFrame &m_frame;
    const Point &m_point;
    Expectation m_expectation;
};

} // namespace

bool isAnswer(const ShownFrame &frame)
{
    if (frame.protocol == ipprotocol::icmp || frame.protocol == ipprotocol::icmpv6)
        return frame.icmpType == 0 || frame.icmpType == 129;
    if (frame.tcpFlags && (*frame.tcpFlags & tcpflag::syn) != 0)
        return (*frame.tcpFlags & tcpflag::ack) != 0;
    return frame.sourcePort && frame.destinationPort && *frame.sourcePort < *frame.destinationPort;
}

Expectation expectationOf(const Places &places, const Whose &whose, const ShownFrame &frame, const Point &point)
{
    if (!point.isKnown())
        return {{}, {}, Sentence::of("Where it was captured is not known"), "ip link", {}};
    // What goes to a group is no packet that is routed here.
    if (!frame.source() || !frame.destination() || frame.destination()->isMulticast())
        return {};
    return Finder(places, whose, frame, point).find();
}

} // namespace vethscope::explain
