#pragma once

#include "core/kernel/neighbours.h"
#include "core/kernel/netfilter.h"
#include "core/kernel/routing.h"
#include "core/path/trail.h"
#include "core/path/tunnelseen.h"
#include "core/path/whose.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope::path {

/// How many ways a packet is followed at most; what is beyond is said.
inline constexpr std::size_t mostBranches = 64;

/// Follows a packet from kernel to kernel, as each of them would treat it. Its steps stand in files of their own, in the order of the
/// kernel's: send, output, transmit, bridge, encapsulate, wire, receive, forward, deliver. A branch is a copy of the trail.
class Walk
{
public:
    Walk(const Places &places, const Whose &whose) : m_places(places), m_whose(whose) {}

    /// What a socket of the trail's place sends. The source 0.0.0.0 is one that the kernel chooses.
    std::vector<Path> fromSocket(Trail trail);
    /// What comes from outside to the node that the trail is at, for the trail's destination.
    std::vector<Path> fromOutside(Trail trail);
    /// Somebody who asked for this place's address, where another one has it too; null: nobody in particular.
    void expect(const Place *place) { m_expected = place; }
    /// The address that an answer must come from: the one that was asked.
    void expectSource(const IpAddress &source) { m_expectedSource = source; }
    /// A captured frame of the packet: where nobody printed a tunnel's tables the walk goes on with what it shows.
    void goOnWith(TunnelSeen seen) { m_seen = std::move(seen); }

private:
    using Next = void (Walk::*)(Trail, const Route &);

    // send.cpp: from a socket to a route.
    void send(Trail trail);
    void chooseSource(Trail trail, const Route &route);
    void sendFrom(Trail trail, const Route &route);
    void leave(Trail trail, const Route &route);
    // route.cpp: what a look-up comes to, for each of its next hops.
    void follow(Trail trail, const kernel::Answer<kernel::Routing> &routing, Next next);
    // output.cpp: from a route to a frame on a device.
    void output(Trail trail, const Route &route);
    void frame(Trail trail, const Route &route);
    void address(Trail trail, const Route &route, const NetworkInterface &device);
    // resolve.cpp: whom the kernel asks where no entry says it.
    void resolve(Trail trail, const NetworkInterface &device, const kernel::Answer<kernel::LinkAddress> &entry);
    void resolveThroughTunnel(Trail trail, const NetworkInterface &device, const kernel::Answer<kernel::LinkAddress> &entry);
    void unresolved(Trail trail, const NetworkInterface &device, const std::string &key, const Sentence &reason, const kernel::Answer<kernel::LinkAddress> &entry);
    void addressTo(Trail trail, const NetworkInterface &device, Traced<std::optional<MacAddress>> destination);
    // transmit.cpp: what a device does with a frame.
    void transmit(Trail trail, std::string_view device);
    void cross(Trail trail, std::string_view device);
    // bridge.cpp, bridgednat.cpp
    void bridge(Trail trail, std::string_view bridge, std::string_view port);
    /// Whether it goes on.
    bool redirect(Trail &trail, std::string_view bridge);
    void bridgeOn(Trail trail, std::string_view bridge, std::string_view port);
    void throughPort(Trail trail, std::string_view bridge, std::string_view port);
    // encapsulate.cpp, userspacetunnel.cpp
    void encapsulate(Trail trail, const NetworkInterface &device);
    void encapsulateEthernet(Trail trail, const NetworkInterface &device, TunnelType type);
    void encapsulateIp(Trail trail, const NetworkInterface &device, TunnelType type);
    void handToFlannel(Trail trail, const NetworkInterface &device);
    // wireguard.cpp
    void encrypt(Trail trail, const NetworkInterface &device);
    void decrypt(Trail trail, const NetworkInterface &device);
    void sendOuter(Trail trail, const NetworkInterface *device, Scope outer);
    // tunnelseen.cpp: what a captured frame shows of what was not printed.
    std::optional<Traced<MacAddress>> macSeen(const Trail &trail) const;
    std::optional<Traced<IpAddress>> remoteSeen(const Trail &trail) const;
    bool encapsulateAsSeen(Trail &trail, const NetworkInterface *device, TunnelType type, std::string_view ask);
    void routeOuter(Trail trail, std::string_view device);
    // wire.cpp, router.cpp
    void wire(Trail trail, const NetworkInterface &nic);
    void toRouter(Trail trail);
    void fromRouter(Trail trail, const Place &receiver, const std::string &nic);
    void enterFromOutside(Trail trail);
    // receive.cpp: a frame comes in by a device.
    void arrive(Trail trail, const End &end);
    void take(Trail trail, std::string_view device);
    void routeReceived(Trail trail);
    void acceptLocally(Trail trail, const Route &route);
    // forward.cpp
    void forward(Trail trail, const Route &route);
    void acceptForMachine(Trail trail);
    bool passesReversePath(Trail &trail, std::string_view outInterface);
    // decapsulate.cpp
    void decapsulate(Trail trail);
    void fromTunnel(Trail trail, const NetworkInterface &device);
    void takeFromFlannel(Trail trail, const NetworkInterface &device);
    // netfilter.cpp, connections.cpp, usualrules.cpp
    void assumeUnprinted(Trail &trail);
    /// What the rules at a hook make of it: the ways that go on; the others have ended.
    std::vector<Trail> pass(Trail trail, kernel::Hook hook, std::string_view outInterface = {});
    void follow(Trail &trail, kernel::Hook hook, const kernel::Passage &passage);
    void refuse(Trail trail, const kernel::Passage &passage);
    std::vector<Trail> passRules(Trail trail, kernel::Hook hook, std::string_view outInterface);
    void beginConnection(Trail &trail);
    /// The same packet as one of each connection of this kernel that nobody answers, where its source port is anybody's guess.
    std::vector<Trail> asOrphans(const Trail &trail) const;
    void endConnection(Trail &trail);
    std::vector<Trail> passUnprinted(Trail trail, kernel::Hook hook, std::string_view outInterface);
    void translateTo(Trail &trail, const EndpointFact &endpoint);
    void masquerade(Trail &trail, std::string_view outInterface);
    bool filtersBridged(Trail &trail);
    // deliver.cpp
    void deliver(Trail trail);

    void end(Trail trail, Ending ending);
    void missing(Trail trail, std::string_view ask, Sentence reason, EvidenceList evidence = {});

    const Places &m_places;
    const Whose &m_whose;
    const Place *m_expected = nullptr;
    std::optional<IpAddress> m_expectedSource{};
    std::optional<TunnelSeen> m_seen{};
    std::vector<Path> m_paths;
};

} // namespace vethscope::path
