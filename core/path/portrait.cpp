#include "core/path/portrait.h"

#include "core/cluster/wireguardpeers.h"
#include "core/path/portraitwriter.h"

#include <algorithm>
#include <functional>
#include <set>

namespace vethscope::path {
namespace {

using Pods = std::set<std::size_t>;

bool isHostRouteTo(const Route &route, const PodMarks &pod)
{
    return route.to.isHost() && std::ranges::find(pod.addresses, route.to.address) != pod.addresses.end();
}

// `net.ipv4.conf.DEVICE.rp_filter`, where a dot in the device's name is a `/`. The walk asks for no others that have a device.
std::string deviceIn(std::string_view setting)
{
    constexpr std::string_view kind = ".conf.";
    const std::size_t begin = setting.find(kind), end = setting.rfind('.');
    if (begin == setting.npos || end < begin + kind.size())
        return {};
    std::string device(setting.substr(begin + kind.size(), end - begin - kind.size()));
    std::ranges::replace(device, '/', '.');
    return device;
}

void write(PortraitWriter &to, const InterfaceAddress &address)
{
    to << static_cast<const IpPrefix &>(address) << address.scope;
    to.line(address.evidence);
}

void write(PortraitWriter &to, const NetworkInterface &device)
{
    to.device(device.name) << device.kind << device.mac << device.mtu << device.state << device.hairpin << device.hardware << device.pointToPoint << device.listed;
    to.line(device.master.evidence()).device(device.master.value_or("-"));
    for (const InterfaceAddress &address : device.addresses)
        write(to, address);
    if (device.peer)
        to.pod(device.peer->pod).lines(device.peer->evidence) << device.peer->node << device.peer->interface;
    if (device.tunnel)
        to << device.tunnel->vni << device.tunnel->port << device.tunnel->local << device.tunnel->remote << device.tunnel->device << device.tunnel->timeToLive << device.tunnel->learning << device.tunnel->detailed;
    to.lines(device.evidence);
}

void write(PortraitWriter &to, const Route &route)
{
    to << route.type << route.to << route.via << route.viaName;
    to.device(route.interface) << route.onlink << route.dead << route.protocol << route.table << route.source << route.metric << route.tos << route.scope << route.mtu << route.weight
                               << route.saysProtocol;
    to.line(route.evidence);
}

void write(PortraitWriter &to, const Neighbour &entry)
{
    to << entry.ip << entry.name << entry.mac;
    to.device(entry.interface) << entry.state;
    to.line(entry.evidence);
}

void write(PortraitWriter &to, const ForwardingEntry &entry)
{
    to << entry.mac << entry.destination << entry.vlan << entry.permanent;
    to.device(entry.interface).device(entry.master).line(entry.evidence);
}

// Goes through all tables of all namespaces and writes each fact into the portraits of the pods that it speaks of.
class Painter
{
public:
    Painter(const Places &places, const MarkIndex &marks) : m_places(places), m_marks(marks), m_portraits(marks.pods().size()) {}

    std::vector<Portrait> paint()
    {
        for (std::size_t pod = 0; pod < m_portraits.size(); ++pod)
            if (!(m_portraits[pod].isAlone = m_marks.pods()[pod].isAlone))
                paintPod(pod);
        for (const Place &node : m_places.nodes())
            paintSpace(node, std::nullopt);
        for (std::size_t pod = 0; pod < m_portraits.size(); ++pod)
            if (const ClusterPod &known = m_places.cluster().pods[pod]; !known.hostNetwork)
                if (const Place *const place = m_places.ofPod(known.fullName()))
                    paintSpace(*place, pod);
        return std::move(m_portraits);
    }

private:
    void paintPod(std::size_t place)
    {
        const ClusterPod &pod = m_places.cluster().pods[place];
        const Place &space = *m_places.ofPod(pod.fullName());
        PortraitWriter to(m_portraits[place], m_marks.pods()[place], space, "pod");
        to << pod.interface << pod.bridge << pod.mtu << pod.mac << plainBeginning(pod.hostInterface) << space.isFilledIn << (space.rules != nullptr);
        for (const Said<IpAddress> &address : pod.addresses)
            to.line(address.evidence) << static_cast<const IpAddress &>(address);
        to.lines(pod.evidence);
        for (std::size_t i = 0; i < hostTableCount; ++i) {
            const auto table = static_cast<HostTable>(i);
            to << space.net->printed.of(table) << space.net->printed.of(table, false) << space.net->printed.of(table, true) << space.net->printed.ask(table);
            to.lines(space.net->printed.evidence(table));
        }
        // What it filters or answered itself is not compared.
        if (!pod.net.firewall.empty() || !pod.net.answers.empty() || !pod.net.rules.empty())
            m_portraits[place].isAlone = true;
    }

    void paintSpace(const Place &space, std::optional<std::size_t> own)
    {
        m_space = &space;
        m_own = own;
        const NetworkNamespace &net = *space.net;
        for (const NetworkInterface &device : net.interfaces)
            paintDevice(device);
        for (const Route &route : net.routes)
            paintRoute(route);
        for (const Neighbour &entry : net.neighbours)
            paint("neighbour", entry, {of(entry.ip), of(entry.mac), ofDevice(entry.interface)});
        for (const ForwardingEntry &entry : net.forwarding)
            paint("fdb", entry, {m_marks.of(entry.mac), of(entry.destination), ofDevice(entry.interface), ofDevice(entry.master)});
        for (const auto &[name, value] : net.settings)
            paintSetting(name, value);
        for (const NetworkInterface &device : net.interfaces)
            if (device.kind == LinkKind::Wireguard)
                for (const WireguardPeer &peer : wireguardPeers(net, device.name))
                    for (const IpPrefix &allowed : peer.allowed)
                        leaveAlone({ofHost(allowed)});
        for (const RuleFact &rule : net.rules)
            leaveAlone({ofHost(rule.from), ofHost(rule.to), ofDevice(rule.inInterface), ofDevice(rule.outInterface)});
        for (const ConntrackFact *entry : space.orphans)
            leaveAlone({m_marks.of(entry->source)});
        for (const RouteAnswerFact &answer : net.answers)
            leaveAlone({m_marks.of(answer.to), of(answer.from), ofDevice(answer.inInterface), ofDevice(answer.route.interface), of(answer.route.via), of(answer.route.source)});
    }

    // A bridge or tunnel that speaks of a pod is nothing usual.
    void paintDevice(const NetworkInterface &device)
    {
        std::vector<std::optional<std::size_t>> others;
        if (device.tunnel)
            others = {of(device.tunnel->local.value()), of(device.tunnel->remote.value()), ofDevice(device.tunnel->device.value_or(""))};
        others.push_back(ofDevice(device.master.value_or("")));
        leaveAlone(others);
        std::vector<std::optional<std::size_t>> pods{ofDevice(device.name), of(device.mac.value()), device.peer ? m_marks.ofName(device.peer->pod) : std::nullopt};
        for (const InterfaceAddress &address : device.addresses)
            pods.push_back(m_marks.of(address.address));
        paint("device", device, pods);
    }

    // Which of two routes to one network comes first may count, and is not compared.
    void paintRoute(const Route &route)
    {
        const std::vector<std::optional<std::size_t>> pods{ofHost(route.to), of(route.via), of(route.source), ofDevice(route.interface)};
        for (const auto &pod : pods)
            if (pod && pod != m_own && !isHostRouteTo(route, m_marks.pods()[*pod]))
                leaveAlone({pod});
        paint("route", route, pods);
    }

    void paintSetting(const std::string &name, const Known<std::string> &value)
    {
        const std::string device = deviceIn(name);
        forEach({ofDevice(device)}, [&](std::size_t pod) {
            PortraitWriter to(m_portraits[pod], m_marks.pods()[pod], *m_space, "setting");
            if (m_space->isPod())
                to << std::string_view(name) << value;
            else // of its veth
                to << std::string_view(name).substr(0, name.find(plainBeginning(device))) << std::string_view(name).substr(name.rfind('.')) << value;
        });
    }

    template <typename Fact>
    void paint(std::string_view kind, const Fact &fact, const std::vector<std::optional<std::size_t>> &pods)
    {
        forEach(pods, [&](std::size_t pod) {
            PortraitWriter to(m_portraits[pod], m_marks.pods()[pod], *m_space, kind);
            write(to, fact);
        });
    }

    // Once for each, and for the pod whose namespace it is.
    void forEach(const std::vector<std::optional<std::size_t>> &pods, const std::function<void(std::size_t)> &work)
    {
        Pods each;
        for (const auto &pod : pods)
            if (pod)
                each.insert(*pod);
        if (m_own)
            each.insert(*m_own);
        for (const std::size_t pod : each)
            if (!m_portraits[pod].isAlone)
                work(pod);
    }

    void leaveAlone(const std::vector<std::optional<std::size_t>> &pods)
    {
        for (const auto &pod : pods)
            if (pod)
                m_portraits[*pod].isAlone = true;
    }

    template <typename Mark>
    std::optional<std::size_t> of(const std::optional<Mark> &mark) const
    {
        return mark ? m_marks.of(*mark) : std::nullopt;
    }
    std::optional<std::size_t> ofHost(const std::optional<IpPrefix> &prefix) const { return prefix && prefix->isHost() ? m_marks.of(prefix->address) : std::nullopt; }
    std::optional<std::size_t> ofDevice(const std::string &name) const { return m_space->isPod() ? std::nullopt : m_marks.ofDevice(m_space->node, name); }

    const Places &m_places;
    const MarkIndex &m_marks;
    std::vector<Portrait> m_portraits;
    const Place *m_space = nullptr;
    std::optional<std::size_t> m_own{}; // whose namespace it is
};

} // namespace

std::vector<Portrait> portraitsOf(const Places &places, const MarkIndex &marks)
{
    return Painter(places, marks).paint();
}

} // namespace vethscope::path
