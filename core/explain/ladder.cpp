#include "core/explain/ladder.h"

#include <algorithm>

namespace vethscope::explain {
namespace {

using path::Hop;
using path::SeenOn;
using path::Step;

// A step of the way to the capture point.
struct Done {
    const Step *step = nullptr;
    std::size_t hop = 0;    // the one that it led to
    std::size_t scopes = 1; // headers that the packet had after it
};

// What the packet is put into or taken out of on the way to a hop.
std::size_t scopesAfter(const Step &step, std::size_t scopes)
{
    return step.kind == Step::Kind::Encapsulate ? scopes + 1 : step.kind == Step::Kind::Decapsulate ? scopes - 1 : scopes;
}

std::vector<Done> doneUntil(const Sighting &sighting)
{
    std::vector<Done> all;
    std::size_t scopes = 1; // as a socket writes it
    for (std::size_t i = 0; i <= sighting.hop; ++i) {
        for (const Step &step : sighting.path->hops[i].steps) {
            scopes = scopesAfter(step, scopes);
            all.push_back({&step, i, scopes});
        }
    }
    return all;
}

bool endsKernel(Step::Kind kind)
{
    return kind == Step::Kind::Veth || kind == Step::Kind::Wire || kind == Step::Kind::Decapsulate;
}

bool changes(const Step &step, std::string_view field)
{
    return std::ranges::any_of(step.changes, [&](const path::Change &change) { return change.field == field; });
}

// Whether what comes after it may be another for it.
bool decides(const Step &step)
{
    switch (step.kind) {
    case Step::Kind::Rule:
    case Step::Kind::Route:
    case Step::Kind::Neighbour:
    case Step::Kind::Fdb:
    case Step::Kind::Encapsulate: return true;
    case Step::Kind::Translate: return changes(step, "ip.dst") || changes(step, "ipv6.dst");
    default: return false;
    }
}

class Ladder
{
public:
    Ladder(const Sighting &sighting, const path::Field &field)
        : m_hops(sighting.path->hops), m_field(field), m_done(doneUntil(sighting)), m_scopes(sighting.at().packet->scopes.size()), m_own(m_scopes - field.depth)
    {
    }

    std::vector<Rung> rungs() const
    {
        if (m_field.name.starts_with("eth."))
            return ofLink();
        return m_own == 1 ? ofTranslation() : ofTunnel();
    }

private:
    // Its own header is the outermost one then.
    bool isOwn(const Done &done) const { return done.scopes == m_own; }

    // A router takes the link header away and writes a new one.
    bool isByRouter(const Done &done) const
    {
        const bool fromRouter = done.hop > 0 && m_hops[done.hop - 1].where == SeenOn::Router;
        return done.step->kind == Step::Kind::Wire && (fromRouter || m_hops[done.hop].where == SeenOn::Router);
    }

    // A kernel finds that it is the receiver before it hands the frame to the device as its own: that writes nothing.
    bool isArrival(std::size_t step) const
    {
        for (std::size_t i = step; i-- > 0 && m_done[i].hop == m_done[step].hop;)
            if (endsKernel(m_done[i].step->kind) && !endsKernel(m_done[step].step->kind))
                return true;
        return false;
    }

    std::vector<Rung> ofLink() const
    {
        const bool isSource = m_field.name == "eth.src";
        for (std::size_t i = m_done.size(); i-- > 0;) {
            const Done &done = m_done[i];
            if (!isOwn(done) || isArrival(i))
                continue;
            if (isByRouter(done))
                return byRouter(i);
            if (done.step->kind == Step::Kind::Route || (done.step->kind == Step::Kind::Neighbour && !isSource))
                return until(i);
        }
        return {};
    }

    std::vector<Rung> byRouter(std::size_t last) const
    {
        std::size_t first = last;
        while (first > 0 && isByRouter(m_done[first - 1]))
            --first;
        std::vector<Rung> rungs;
        for (std::size_t i = first; i <= last; ++i)
            rungs.push_back(rung(m_done[i]));
        return rungs;
    }

    // The tunnel's tables give the outer destination; the outer source is the device's own address, or that of the route.
    std::vector<Rung> ofTunnel() const
    {
        std::size_t route = m_done.size();
        for (std::size_t i = m_done.size(); i-- > 0;) {
            const Done &done = m_done[i];
            if (!isOwn(done))
                continue;
            if (done.step->kind == Step::Kind::Route)
                route = i;
            if (done.step->kind == Step::Kind::Encapsulate)
                return until(isChosenBy(*done.step) || route == m_done.size() ? i : route);
        }
        return {};
    }

    bool isChosenBy(const Step &tunnel) const
    {
        const bool isDestination = m_field.name.ends_with(".dst");
        return isDestination || (!m_field.evidence.empty() && std::ranges::find(tunnel.evidence, m_field.evidence.front()) != tunnel.evidence.end());
    }

    std::vector<Rung> ofTranslation() const
    {
        std::vector<Rung> rungs;
        for (const Done &done : m_done)
            if (done.step->kind == Step::Kind::Translate && changes(*done.step, m_field.name))
                rungs.push_back(rung(done));
        return rungs;
    }

    std::vector<Rung> until(std::size_t last) const
    {
        std::size_t first = last;
        while (first > 0 && !endsKernel(m_done[first - 1].step->kind))
            --first;
        std::vector<Rung> rungs;
        for (std::size_t i = first; i <= last; ++i)
            if (decides(*m_done[i].step))
                rungs.push_back(rung(m_done[i]));
        return rungs;
    }

    // What a tunnel looks up is about the tunnel's device, which the packet has entered before.
    Rung rung(const Done &done) const
    {
        const Hop &to = m_hops[done.hop];
        Rung rung{*done.step, to.node, to.pod, to.interface, m_scopes - std::min(m_scopes, done.scopes)};
        const bool isTunnels = done.step->kind == Step::Kind::Fdb || done.step->kind == Step::Kind::Encapsulate;
        if (isTunnels && done.hop > 0 && m_hops[done.hop - 1].node == to.node && m_hops[done.hop - 1].pod == to.pod)
            rung.interface = m_hops[done.hop - 1].interface;
        return rung;
    }

    const std::vector<Hop> &m_hops;
    const path::Field &m_field;
    std::vector<Done> m_done;
    std::size_t m_scopes; // of the captured frame
    std::size_t m_own;    // as many headers as the packet had with the field's, from the inside
};

} // namespace

std::vector<Rung> ladderOf(const Sighting &sighting, const path::Field &field)
{
    return Ladder(sighting, field).rungs();
}

} // namespace vethscope::explain
