#include "core/topology/podblock.h"

#include "core/figure/textwidth.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vethscope {

using namespace figure;

namespace {

constexpr double podWidth = 150;
constexpr double podGap = 12;
constexpr double podHeading = 25;
constexpr double podMargin = 10;
constexpr double pairHeight = 36;
constexpr double vethHeight = 28;
constexpr double vethMargin = 12; // how much narrower than its pod
constexpr double footHeight = 24; // from a veth down to the hub

constexpr double railIndent = 14;
constexpr double blockCardWidth = 168;
constexpr double blockCardGap = 8;
constexpr double railGap = 16;

double insideHeight(bool addresses)
{
    return addresses ? 58 : 28;
}

double cardHeight(bool addresses)
{
    return addresses ? 54 : 38;
}

std::string indexText(std::optional<std::uint32_t> index)
{
    return index ? fmt::format("{}", *index) : std::string("?");
}

std::string firstAddress(const ClusterPod &pod)
{
    if (pod.addresses.empty())
        return "?";
    const auto v4 = std::ranges::find_if(pod.addresses, &IpAddress::isV4);
    const std::string text = (v4 == pod.addresses.end() ? pod.addresses.front() : *v4).text();
    return pod.addresses.size() > 1 ? fmt::format("{} +{}", text, pod.addresses.size() - 1) : text;
}

Subject podSubject(std::size_t node, const PodAndVeth &entry)
{
    return {Subject::Kind::Pod, static_cast<std::uint32_t>(node), static_cast<std::uint32_t>(entry.pod)};
}

Subject vethSubject(Subject::Kind kind, std::size_t node, const PodAndVeth &entry)
{
    return {kind, static_cast<std::uint32_t>(node), static_cast<std::uint32_t>(entry.interface)};
}

} // namespace

std::string podTitle(const ClusterPod &pod)
{
    return pod.name.empty() ? "?" : pod.name;
}

PodBlock::PodBlock(const Hub &hub, std::size_t node, bool roomy, std::size_t most, bool addresses)
    : m_hub(hub), m_node(node), m_roomy(roomy), m_addresses(addresses), m_shown(hub.pods.size())
{
    const auto count = static_cast<double>(m_shown);
    if (m_shown == 0)
        return;
    if (roomy) {
        m_width = count * podWidth + (count - 1) * podGap;
        m_height = podHeading + insideHeight(addresses) + podMargin + pairHeight + vethHeight + footHeight;
        return;
    }
    if (m_shown > most)
        m_shown = most - 1; // the last place is the number's
    const std::size_t places = m_shown + (m_shown < hub.pods.size() ? 1 : 0);
    m_rows = std::max<std::size_t>(static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(places) * 2.2))), 4);
    m_rows = std::min(m_rows, places);
    const auto columns = static_cast<double>((places + m_rows - 1) / m_rows);
    m_width = columns * (railIndent + blockCardWidth) + (columns - 1) * railGap;
    m_height = static_cast<double>(m_rows) * (cardHeight(addresses) + blockCardGap) + 10;
}

void PodBlock::draw(Canvas &canvas, double centre, double bottom, Hue hue) const
{
    const double left = centre - m_width / 2;
    if (m_roomy)
        drawRoomy(canvas, left, bottom, hue);
    else
        drawRails(canvas, left, bottom, hue);
}

void PodBlock::drawRoomy(Canvas &canvas, double left, double bottom, Hue hue) const
{
    const bool firm = m_hub.kind != Hub::Kind::Unseen;
    const ClusterNode &node = canvas.cluster().nodes[m_node];
    double x = left;
    for (const PodAndVeth &entry : m_hub.pods) {
        const Rect pod{x, bottom - m_height, podWidth, podHeading + insideHeight(m_addresses) + podMargin};
        const Rect veth{x + vethMargin, pod.bottom() + pairHeight, podWidth - 2 * vethMargin, vethHeight};
        const bool hasVeth = entry.interface != nobody;
        canvas.begin(hasVeth ? vethSubject(Subject::Kind::VethPair, m_node, entry) : podSubject(m_node, entry));
        drawPair(canvas, entry, pod.centreX(), pod.bottom(), veth.top(), hue);
        canvas.wire({{veth.centreX(), veth.bottom()}, {veth.centreX(), bottom}}, hue, 1.6, firm && hasVeth ? Stroke::Solid : Stroke::Dotted);
        drawPod(canvas, entry, pod, hue);
        const std::string name = hasVeth ? node.net.interfaces[entry.interface].name : canvas.say(Sentence::of("not seen"));
        canvas.begin(hasVeth ? vethSubject(Subject::Kind::Interface, m_node, entry) : podSubject(m_node, entry), name);
        canvas.device(veth, hue, name, {}, hasVeth, true);
        x += podWidth + podGap;
    }
}

void PodBlock::drawPair(Canvas &canvas, const PodAndVeth &entry, double x, double top, double bottom, Hue hue) const
{
    const bool known = entry.pod != nobody && entry.interface != nobody;
    // From inside the pod's box, where its own interface ends.
    canvas.wire({{x, top - podMargin}, {x, bottom}}, hue, 1.6, known ? Stroke::Solid : Stroke::Dotted);
    const auto inside = entry.pod == nobody ? std::nullopt : canvas.cluster().pods[entry.pod].ifindex.value();
    const auto outside = entry.interface == nobody ? std::nullopt : canvas.cluster().nodes[m_node].net.interfaces[entry.interface].ifindex.value();
    if (inside || outside)
        canvas.text({x + 8, (top + bottom) / 2 + 4}, indexText(inside) + " ↔ " + indexText(outside), measure::addressSize, Hue::Muted,
                    Anchor::Start, false, Face::Mono);
}

void PodBlock::drawPod(Canvas &canvas, const PodAndVeth &entry, const Rect &rect, Hue hue) const
{
    const Rect inside{rect.x + podMargin, rect.y + podHeading, rect.width - 2 * podMargin, insideHeight(m_addresses)};
    const double baseline = rect.y + 17;
    if (entry.pod == nobody) {
        canvas.begin(vethSubject(Subject::Kind::VethPair, m_node, entry), canvas.say(Sentence::of("pod not seen")));
        canvas.box({rect, 10, hue, Fill::Base, 1.2, Stroke::Dotted});
        canvas.text({rect.centreX(), rect.centreY() - 2}, "?", measure::headingSize, hue, Anchor::Middle, true);
        canvas.text({rect.centreX(), rect.centreY() + 16}, canvas.say(Sentence::of("pod not seen")), measure::remarkSize, Hue::Muted,
                    Anchor::Middle);
        return;
    }
    const ClusterPod &pod = canvas.cluster().pods[entry.pod];
    canvas.begin(podSubject(m_node, entry), pod.name.empty() ? canvas.say(Sentence::of("pod not seen")) : pod.fullName());
    canvas.box({rect, 10, hue, Fill::Base, 1.2, pod.ghost ? Stroke::Dotted : Stroke::Solid});
    canvas.text({rect.centreX(), baseline}, elidedInTheMiddle(podTitle(pod), rect.width - 16, Face::Sans, 12, true), 12, hue, Anchor::Middle, true);
    std::vector<std::string> addresses;
    if (m_addresses) {
        addresses.push_back(firstAddress(pod));
        if (pod.mac)
            addresses.push_back(pod.mac->text());
    }
    canvas.device(inside, hue, pod.interface.empty() ? "?" : pod.interface, addresses, !pod.interface.empty());
    canvas.setReach(rect);
}

void PodBlock::drawRails(Canvas &canvas, double left, double bottom, Hue hue) const
{
    const double height = cardHeight(m_addresses);
    const double top = bottom - m_height;
    const bool firm = m_hub.kind != Hub::Kind::Unseen;
    const std::size_t places = m_shown + (m_shown < m_hub.pods.size() ? 1 : 0);
    for (std::size_t place = 0; place < places; ++place) {
        const double x = left + static_cast<double>(place / m_rows) * (railIndent + blockCardWidth + railGap);
        const double y = top + static_cast<double>(place % m_rows) * (height + blockCardGap);
        const Rect card{x + railIndent, y, blockCardWidth, height};
        if (place % m_rows == 0) {
            canvas.begin({});
            canvas.wire({{x + 1, card.centreY()}, {x + 1, bottom}}, hue, 1.6, firm ? Stroke::Solid : Stroke::Dotted);
        }
        if (place == m_shown) {
            const std::string rest = canvas.say(Sentence::of("+{} pods", m_hub.pods.size() - m_shown));
            canvas.begin({Subject::Kind::MorePods, static_cast<std::uint32_t>(m_node), 0}, rest);
            canvas.wire({{x + 1, card.centreY()}, {card.left(), card.centreY()}}, hue);
            canvas.box({card, 8, hue, Fill::Base, 1, Stroke::Solid});
            canvas.text({card.centreX(), card.centreY() + 4}, rest, measure::nameSize, hue, Anchor::Middle, true);
            continue;
        }
        const PodAndVeth &entry = m_hub.pods[place];
        canvas.begin(entry.interface == nobody ? podSubject(m_node, entry) : vethSubject(Subject::Kind::VethPair, m_node, entry));
        canvas.wire({{x + 1, card.centreY()}, {card.left(), card.centreY()}}, hue, 1.6, entry.interface == nobody ? Stroke::Dotted : Stroke::Solid);
        drawCard(canvas, entry, card, hue);
    }
}

void PodBlock::drawCard(Canvas &canvas, const PodAndVeth &entry, const Rect &rect, Hue hue) const
{
    const ClusterPod *pod = entry.pod == nobody ? nullptr : &canvas.cluster().pods[entry.pod];
    const NetworkInterface *veth = entry.interface == nobody ? nullptr : &canvas.cluster().nodes[m_node].net.interfaces[entry.interface];
    const double room = rect.width - 20;
    double y = rect.y + 16;
    const auto line = [&](const std::string &text, Hue ink, bool strong, Face face) {
        canvas.text({rect.x + 10, y}, elidedInTheMiddle(text, room, face, measure::addressSize, strong), measure::addressSize, ink, Anchor::Start,
                    strong, face);
        y += measure::lineHeight;
    };
    if (pod) {
        canvas.begin(podSubject(m_node, entry), pod->name.empty() ? canvas.say(Sentence::of("pod not seen")) : pod->fullName());
        canvas.box({rect, 7, hue, Fill::Soft, 1, pod->ghost ? Stroke::Dotted : Stroke::Solid});
        line(podTitle(*pod), hue, true, Face::Sans);
        if (m_addresses)
            line(firstAddress(*pod), Hue::Muted, false, Face::Mono);
    } else {
        canvas.begin(vethSubject(Subject::Kind::Interface, m_node, entry), veth ? veth->name : std::string());
        canvas.box({rect, 7, hue, Fill::Base, 1, Stroke::Dotted});
        line("?", hue, true, Face::Sans);
        if (m_addresses)
            line(canvas.say(Sentence::of("pod not seen")), Hue::Muted, false, Face::Sans);
    }
    canvas.setReach(rect);
    if (pod && veth) // a place of its own for pointer and filter, although it stands in its pod's card
        canvas.begin(vethSubject(Subject::Kind::Interface, m_node, entry), veth->name);
    line(veth ? veth->name : canvas.say(Sentence::of("not seen")), hue, false, Face::Mono);
}

} // namespace vethscope
