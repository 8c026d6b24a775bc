#include "core/path/link.h"

#include "core/cluster/told.h"
#include "core/kernel/proxyarp.h"
#include "core/path/podspace.h"

#include <algorithm>

namespace vethscope::path {
namespace {

bool isPortOf(const NetworkInterface &device, std::string_view bridge)
{
    return device.master && *device.master == bridge;
}

// Whether it is known which addresses a machine has: they were printed, or others told one.
bool tellsAddresses(const NetworkNamespace &net, bool v6)
{
    const auto isTold = [v6](const InterfaceAddress &own) { return own.address.isV6() == v6 && !own.address.isLoopback() && !own.address.isLinkLocal(); };
    return net.printed.of(HostTable::Addresses, v6) == Extent::Whole
        || std::ranges::any_of(net.interfaces, [&](const NetworkInterface &device) { return std::ranges::any_of(device.addresses, isTold); });
}

// One look around a link.
class Search
{
public:
    Search(const Places &places, const Place &asker, std::string_view device, const IpAddress &wanted)
        : m_places(places), m_asker(asker), m_device(device), m_wanted(wanted)
    {
    }

    LinkSearch search()
    {
        const NetworkInterface *const device = m_asker.net->interface(m_device);
        const LinkKind kind = device ? device->kind : LinkKind::Unknown;
        if (kind == LinkKind::Veth || m_asker.isPod())
            searchVeth();
        else if (kind == LinkKind::Bridge)
            searchPorts(m_asker, m_device, {});
        else if (device && device->tunnel)
            searchTunnels(*device);
        else if (device)
            searchNodes(*device);
        return std::move(m_search);
    }

private:
    void searchVeth()
    {
        const auto other = m_places.otherEnd(m_asker, m_device);
        if (!other)
            return incomplete("ip -d link");
        const NetworkInterface *const device = other->device();
        if (!device || !device->master) {
            if (isUntold(*other))
                incomplete("ip link");
            return look(*other);
        }
        look({other->place, *device->master, {device->master.evidence()}});
        searchPorts(*other->place, *device->master, other->interface);
    }

    void searchPorts(const Place &place, std::string_view bridge, std::string_view besides)
    {
        for (const NetworkInterface &port : place.net->interfaces) {
            if (!isPortOf(port, bridge) || port.name == besides)
                continue;
            if (const auto other = m_places.otherEnd(place, port.name))
                look(*other);
            else
                incomplete("kubectl get pods -A -o wide");
        }
        if (place.net->printed.of(HostTable::Interfaces) != Extent::Whole)
            incomplete(std::string(place.net->printed.ask(HostTable::Interfaces)));
    }

    void searchTunnels(const NetworkInterface &own)
    {
        for (const Place &node : m_places.nodes())
            for (const NetworkInterface &device : node.net->interfaces)
                if (&node != &m_asker && device.kind == own.kind && device.tunnel && device.tunnel->vni == own.tunnel->vni)
                    lookAt({&node, device.name, device.evidence}, device);
    }

    void searchNodes(const NetworkInterface &own)
    {
        for (const Place &node : m_places.nodes())
            for (const NetworkInterface &device : node.net->interfaces)
                if (&device != &own && device.kind != LinkKind::Bridge && shareNetwork(device, own))
                    lookAt({&node, device.name, device.evidence}, device);
        incomplete("ip neigh"); // who else stands on a wire is never known
    }

    void lookAt(const End &end, const NetworkInterface &device)
    {
        if (const InterfaceAddress *const own = device.own(m_wanted))
            m_search.who.push_back({{end.place, end.interface, {own->evidence}}, false, false});
    }

    // arp_ignore is 0: it answers for all of its addresses, and by proxy ARP for others.
    void look(const End &end)
    {
        if (const NetworkInterface *const owner = end.place->net->owner(m_wanted)) {
            Answerer answerer{end, false, false};
            addEvidence(answerer.end.evidence, owner->own(m_wanted)->evidence);
            m_search.who.push_back(std::move(answerer));
        } else if (m_asker.isPod() && !end.place->isPod()) {
            const auto reply = kernel::replyFor(*end.place->net, end.interface, IpAddress::any(m_wanted.isV6()), m_wanted);
            const bool proxies = reply.isFound() && reply->why != kernel::Reply::Why::No;
            if (proxies || isCalicoGateway(m_wanted))
                m_search.who.push_back({end, true, !proxies});
        } else if (!tellsAddresses(*end.place->net, m_wanted.isV6())) {
            incomplete("ip addr");
        }
    }

    void incomplete(std::string ask)
    {
        if (m_search.complete)
            m_search.ask = std::move(ask);
        m_search.complete = false;
    }

    const Places &m_places;
    const Place &m_asker;
    std::string_view m_device;
    const IpAddress &m_wanted;
    LinkSearch m_search;
};

} // namespace

bool isUntold(const End &end)
{
    const NetworkInterface *const device = end.device();
    return !end.place->isPod() && !end.interface.starts_with("cali") && (!device || (!device->master && !device->listed && device->addresses.empty()));
}

const InterfaceAddress *addressBeside(const NetworkInterface &device, const NetworkInterface &other)
{
    for (const InterfaceAddress &own : device.addresses)
        for (const InterfaceAddress &its : other.addresses)
            if (!own.address.isLinkLocal() && own.network() == its.network() && !own.isHost())
                return &own;
    return nullptr;
}

LinkSearch whoAnswers(const Places &places, const Place &asker, std::string_view device, const IpAddress &wanted)
{
    return Search(places, asker, device, wanted).search();
}

} // namespace vethscope::path
