#include "core/topology/districts.h"

#include "core/figure/textwidth.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace vethscope {

using namespace figure;

namespace {

constexpr double heading = 40;
constexpr double leastRadius = 110;
constexpr double perNode = 20;      // of the ring's circumference
constexpr double nameRoom = 130;
constexpr std::size_t mostNames = 24;
constexpr std::size_t mostRingWords = 6; // sessions that are down and say why; of more, their number is told
constexpr double dot = 11;
constexpr double reflectorStep = 64;

struct Ring {
    std::vector<std::size_t> around;     // nodes; `nobody` and above are outside peers, by their link
    std::vector<std::size_t> reflectors;
    std::vector<std::size_t> peers;      // links to peers outside of the cluster, each peer once
    double radius = leastRadius;

    bool named() const { return around.size() + peers.size() <= mostNames; }
    double side() const { return radius + (named() ? nameRoom : 20); }
};

bool reflects(const ClusterNode &node)
{
    return std::ranges::any_of(node.bgp, [](const BgpSession &session) { return session.kind == "client"; });
}

Ring ringOf(const Canvas &canvas)
{
    Ring ring;
    const auto &links = canvas.links().bgp;
    const auto speaks = [&](std::size_t node) {
        return std::ranges::any_of(links, [&](const BgpLink &link) { return link.from == node || link.to == node; });
    };
    for (std::size_t node = 0; node < canvas.cluster().nodes.size(); ++node)
        if (speaks(node))
            (reflects(canvas.cluster().nodes[node]) ? ring.reflectors : ring.around).push_back(node);
    for (std::size_t i = 0; i < links.size(); ++i)
        if (links[i].to == nobody && std::ranges::none_of(ring.peers, [&](std::size_t other) { return links[other].peer == links[i].peer; }))
            ring.peers.push_back(i);
    const auto count = static_cast<double>(ring.around.size() + ring.peers.size());
    ring.radius = std::max(leastRadius, count * perNode / (2 * std::numbers::pi));
    return ring;
}

class RingFigure
{
public:
    RingFigure(Canvas &canvas, const Ring &ring, Point centre) : m_canvas(canvas), m_ring(ring), m_centre(centre)
    {
        const std::size_t count = ring.around.size() + ring.peers.size();
        for (std::size_t i = 0; i < count; ++i) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count) - std::numbers::pi / 2;
            const Point at{centre.x + ring.radius * std::cos(angle), centre.y + ring.radius * std::sin(angle)};
            if (i < ring.around.size())
                m_nodes[ring.around[i]] = at;
            else
                m_peers[ring.peers[i - ring.around.size()]] = at;
        }
        const auto reflectors = static_cast<double>(ring.reflectors.size());
        for (std::size_t i = 0; i < ring.reflectors.size(); ++i)
            m_nodes[ring.reflectors[i]] = {centre.x + (static_cast<double>(i) - (reflectors - 1) / 2) * reflectorStep, centre.y};
        for (const std::size_t reflector : ring.reflectors) {
            const ReflectorName name = nameOf(reflector, m_nodes.at(reflector));
            m_words.push_back(pillAt(name.centre, name.text));
        }
    }

    void draw()
    {
        const auto &links = m_canvas.links().bgp;
        std::size_t down = 0;
        for (const BgpLink &link : links)
            down += isEstablished(m_canvas.cluster(), link) ? 0 : 1;
        for (const bool up : {true, false}) // what is down lies on top
            for (std::size_t i = 0; i < links.size(); ++i)
                if (isEstablished(m_canvas.cluster(), links[i]) == up)
                    drawSession(i, up, !up && down <= mostRingWords);
        for (const auto &[node, at] : m_nodes)
            drawNode(node, at);
        for (const auto &[link, at] : m_peers)
            drawPeer(link, at);
    }

private:
    struct ReflectorName {
        std::string text;
        Point centre;
    };

    // Of several side by side every other one's name stands above.
    ReflectorName nameOf(std::size_t reflector, Point at) const
    {
        const auto place = std::ranges::find(m_ring.reflectors, reflector) - m_ring.reflectors.begin();
        const double room = m_ring.reflectors.size() == 1 ? nameRoom : 2 * reflectorStep - 28;
        return {elidedInTheMiddle(m_canvas.cluster().nodes[reflector].name, room, Face::Sans, measure::remarkSize, true),
                {at.x, at.y + (place % 2 == 0 ? 26 : -26)}};
    }

    static Rect pillAt(Point centre, const std::string &words)
    {
        const double width = Canvas::pillWidth(words);
        return {centre.x - width / 2, centre.y - measure::pillHeight / 2, width, measure::pillHeight};
    }

    Point end(const BgpLink &link) const
    {
        if (link.to != nobody)
            return m_nodes.at(link.to);
        for (const auto &[other, at] : m_peers)
            if (m_canvas.links().bgp[other].peer == link.peer)
                return at;
        return m_centre;
    }

    void drawSession(std::size_t index, bool up, bool withWords)
    {
        const BgpLink &link = m_canvas.links().bgp[index];
        const std::string state = stateOf(m_canvas.cluster(), link);
        const Point a = m_nodes.at(link.from);
        const Point b = end(link);
        m_canvas.begin({Subject::Kind::BgpSession, 0, static_cast<std::uint32_t>(index)}, "BGP " + state);
        Line line{{a, b}};
        line.hue = up ? Hue::Good : Hue::Bad;
        line.width = up ? (m_ring.around.size() > 12 ? 0.8 : 1.4) : 2;
        line.stroke = up ? Stroke::Solid : Stroke::Dashed;
        m_canvas.line(line);
        if (!withWords)
            return;
        const std::string words = "✕ " + m_canvas.say(Sentence::of("down: {}", state.empty() ? std::string("?") : state));
        if (reflects(m_canvas.cluster().nodes[link.from])) // where many lines meet
            sayWhy(words, b, a);
        else
            sayWhy(words, a, b);
    }

    // Nearer to `a` and off the middle, where many lines meet, and not upon other words; where there is no room, dashes have to say it.
    void sayWhy(const std::string &words, Point a, Point b)
    {
        for (const double share : {0.34, 0.66, 0.5}) {
            const Point at{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
            const Rect room = pillAt(at, words);
            if (std::ranges::any_of(m_words, [&](const Rect &other) { return other.overlaps(room); }))
                continue;
            m_words.push_back(m_canvas.pill(at, {words}, Hue::Bad));
            return;
        }
    }

    void drawNode(std::size_t index, Point at)
    {
        const ClusterNode &node = m_canvas.cluster().nodes[index];
        const bool reflector = reflects(node);
        const double size = reflector ? 18 : dot;
        m_canvas.begin({Subject::Kind::Node, static_cast<std::uint32_t>(index), 0}, node.name);
        m_canvas.box({{at.x - size / 2, at.y - size / 2, size, size}, size / 2, Hue::Neutral, reflector ? Fill::Strong : Fill::Base, 1.6,
                      node.ghost ? Stroke::Dotted : Stroke::Solid});
        if (reflector) {
            const ReflectorName name = nameOf(index, at);
            m_canvas.pill(name.centre, {name.text}, Hue::Neutral);
        } else if (m_ring.named()) {
            nameBeside(elidedInTheMiddle(node.name, nameRoom - 12, Face::Sans, measure::remarkSize), at);
        }
    }

    void drawPeer(std::size_t link, Point at)
    {
        m_canvas.begin({Subject::Kind::BgpSession, 0, static_cast<std::uint32_t>(link)}, m_canvas.say(Sentence::of("BGP peer")));
        m_canvas.box({{at.x - dot / 2, at.y - dot / 2, dot, dot}, 2, Hue::Neutral, Fill::Base, 1.6, Stroke::Dotted});
        if (m_ring.named())
            nameBeside(m_canvas.links().bgp[link].peer.text(), at);
    }

    void nameBeside(const std::string &name, Point at)
    {
        const Point out{(at.x - m_centre.x) / m_ring.radius, (at.y - m_centre.y) / m_ring.radius};
        const Anchor anchor = std::abs(out.x) < 0.15 ? Anchor::Middle : out.x > 0 ? Anchor::Start : Anchor::End;
        m_canvas.text({at.x + out.x * 12, at.y + out.y * 14 + 4}, name, measure::remarkSize, Hue::Neutral, anchor);
    }

    Canvas &m_canvas;
    const Ring &m_ring;
    Point m_centre;
    std::map<std::size_t, Point> m_nodes;
    std::map<std::size_t, Point> m_peers;
    std::vector<Rect> m_words;
};

} // namespace

Rect bgpRingSize(const Canvas &canvas)
{
    if (canvas.links().bgp.empty())
        return {};
    const Ring ring = ringOf(canvas);
    return {0, 0, 2 * ring.side(), heading + 2 * ring.radius + 70};
}

void drawBgpRing(Canvas &canvas, Point at)
{
    const Ring ring = ringOf(canvas);
    const auto &links = canvas.links().bgp;
    const auto up = std::ranges::count_if(links, [&](const BgpLink &link) { return isEstablished(canvas.cluster(), link); });
    const auto down = static_cast<std::ptrdiff_t>(links.size()) - up;
    const Point centre{at.x + ring.side(), at.y + heading + 24 + ring.radius};
    canvas.begin({}, canvas.say(Sentence::of("BGP sessions")));
    canvas.text({centre.x, at.y + 12}, canvas.say(Sentence::of("BGP sessions")), measure::headingSize, Hue::Neutral, Anchor::Middle, true);
    std::string counts = canvas.say(Sentence::of("{} established", up));
    if (down > 0)
        counts += " · " + canvas.say(Sentence::of("{} down", down));
    canvas.text({centre.x, at.y + 30}, counts, measure::remarkSize, down > 0 ? Hue::Bad : Hue::Good, Anchor::Middle);
    RingFigure(canvas, ring, centre).draw();
}

} // namespace vethscope
