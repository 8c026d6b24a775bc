#include "core/names/namefacts.h"

#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/kubernetes_stateful.h"
#include "core/protocols/protocols.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr auto &fields = kubernetesStatefulFields;

// The rows of one side.
struct Side {
    const Field &pod;
    const Field &podNamespace;
    const Field &service;
    const Field &node;
    const Field &interface;
};

constexpr Side source{named(fields, "src.pod"), named(fields, "src.namespace"), named(fields, "src.service"), named(fields, "src.node"), named(fields, "src.interface")};
constexpr Side destination{named(fields, "dst.pod"), named(fields, "dst.namespace"), named(fields, "dst.service"), named(fields, "dst.node"), named(fields, "dst.interface")};

bool hasEnds(const Layer &layer)
{
    return !layer.quoted && (layer.protocol == &protocols::ipv4 || layer.protocol == &protocols::ipv6 || layer.protocol == &protocols::arp);
}

// The IP or ARP header of the packet that travels innermost.
std::optional<LayerView> innermostInternet(const Frame &frame, const Dissection &packet)
{
    for (std::size_t i = packet.size(); i-- > 0;)
        if (hasEnds(packet[i]))
            return LayerView(frame, packet, i);
    return std::nullopt;
}

void put(Details &details, const Field &field, std::string_view text)
{
    if (text.empty())
        return;
    details.add(field, {}, text);
    details.items.back().generated = true;
}

void addSide(Details &details, const Side &side, const Name *name)
{
    if (!name)
        return;
    const std::size_t before = details.items.size();
    if (name->kind != Name::Kind::Node)
        put(details, name->kind == Name::Kind::Service ? side.service : side.pod, name->name);
    put(details, side.podNamespace, name->podNamespace);
    put(details, side.node, name->node);
    put(details, side.interface, name->interface);
    if (!name->evidence.source || details.items.size() == before)
        return;
    const auto below = details.below();
    details.text(name->evidenceText(), {});
}

bool isPod(const Name *name)
{
    return name && name->kind == Name::Kind::Pod;
}

} // namespace

NameFacts::NameFacts(PacketStore &store, std::shared_ptr<const NameTable> names)
    : m_store(store), m_names(std::move(names))
{
    m_store.facts().attach(*this);
}

NameFacts::~NameFacts()
{
    m_store.facts().detach(*this);
}

std::span<const Protocol *const> NameFacts::protocols() const
{
    static constexpr auto own = std::to_array<const Protocol *>({&protocols::kubernetes});
    return own;
}

void NameFacts::add(const LayerView &view, Details &details) const
{
    const Ends ends = endsOf(view.frame(), view.packet());
    addSide(details, source, ends.source);
    addSide(details, destination, ends.destination);
    const Field &traffic = named(fields, "traffic");
    switch (trafficOf(view.frame(), view.packet(), ends)) {
    case Traffic::Pod: return put(details, traffic, "pod");
    case Traffic::Node: return put(details, traffic, "node");
    case Traffic::Unknown: break;
    }
}

// ARP's sender and target are found by its details: their places follow from the sizes that it tells.
NameFacts::Ends NameFacts::endsOf(const Frame &frame, const Dissection &packet) const
{
    const auto internet = innermostInternet(frame, packet);
    if (!internet)
        return {};
    const auto find = [&](Bytes address) -> const Name * {
        const Name *const name = m_names->find(address);
        return name && name->kind != Name::Kind::Host ? name : nullptr; // a capture's own word is nothing that Kubernetes says
    };
    const Protocol &protocol = internet->protocol();
    if (protocol.source)
        return {.found = true, .source = find(internet->raw(*protocol.source)), .destination = find(internet->raw(*protocol.destination))};
    Details details;
    protocol.details(*internet, details);
    Ends ends{.found = true};
    for (const Item &item : details.items) {
        if (item.field && item.field->name == "src.proto_ipv4")
            ends.source = find(item.value.bytes);
        if (item.field && item.field->name == "dst.proto_ipv4")
            ends.destination = find(item.value.bytes);
    }
    return ends;
}

Traffic NameFacts::trafficOf(const Frame &frame, const Dissection &packet) const
{
    return trafficOf(frame, packet, endsOf(frame, packet));
}

Traffic NameFacts::trafficOf(const Frame &frame, const Dissection &packet, const Ends &ends) const
{
    if (packet.depth() > 0 || !ends.found)
        return Traffic::Unknown;
    if (isPod(ends.source) || isPod(ends.destination) || m_names->isAmongPods(frame.pointNode, frame.pointInterface))
        return Traffic::Pod;
    return ends.source || ends.destination ? Traffic::Node : Traffic::Unknown;
}

} // namespace vethscope
