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
};

constexpr Side source{named(fields, "src.pod"), named(fields, "src.namespace"), named(fields, "src.service"), named(fields, "src.node")};
constexpr Side destination{named(fields, "dst.pod"), named(fields, "dst.namespace"), named(fields, "dst.service"), named(fields, "dst.node")};

// The IP header of the packet that travels innermost.
std::optional<LayerView> innermostInternet(const LayerView &view)
{
    const Dissection &packet = view.packet();
    for (std::size_t i = packet.size(); i-- > 0;)
        if (!packet[i].quoted && (packet[i].protocol == &protocols::ipv4 || packet[i].protocol == &protocols::ipv6))
            return LayerView(view.frame(), packet, i);
    return std::nullopt;
}

IpAddress addressIn(const LayerView &internet, const Field &field)
{
    std::array<std::uint8_t, 16> bytes{};
    std::ranges::transform(internet.raw(field), bytes.begin(), [](std::byte byte) { return std::to_integer<std::uint8_t>(byte); });
    return IpAddress::fromBytes(bytes, &internet.protocol() == &protocols::ipv6);
}

void put(Details &details, const Field &field, BitRange place, std::string_view text)
{
    if (text.empty())
        return;
    details.add(field, place, text);
    details.items.back().generated = true;
}

void addSide(Details &details, const Side &side, const Name *name)
{
    if (!name)
        return;
    put(details, name->kind == Name::Kind::Service ? side.service : side.pod, {}, name->kind == Name::Kind::Node ? std::string_view{} : name->name);
    put(details, side.podNamespace, {}, name->podNamespace);
    put(details, side.node, {}, name->node);
    if (name->evidence.empty())
        return;
    const auto below = details.below();
    details.text(name->evidence, {});
}

bool isPod(const Name *name)
{
    return name && name->kind == Name::Kind::Pod;
}

} // namespace

NameFacts::NameFacts(PacketStore &store, std::shared_ptr<const NameTable> names)
    : m_store(store), m_names(std::move(names)), m_others(store.facts())
{
    m_store.setFacts(this);
}

NameFacts::~NameFacts()
{
    m_store.setFacts(m_others);
}

void NameFacts::add(const LayerView &view, Details &details) const
{
    if (&view.protocol() != &protocols::kubernetes) {
        if (m_others)
            m_others->add(view, details);
        return;
    }
    const auto internet = innermostInternet(view);
    if (!internet)
        return;
    const Name *from = m_names->find(addressIn(*internet, *internet->protocol().source));
    const Name *to = m_names->find(addressIn(*internet, *internet->protocol().destination));
    addSide(details, source, from);
    addSide(details, destination, to);
    if (view.packet().depth() > 0)
        return;
    // A frame without a tunnel: whom it serves is told by its addresses, or else by where it was captured.
    const Field &traffic = named(fields, "traffic");
    if (isPod(from) || isPod(to) || m_names->isAmongPods(view.frame().pointNode, view.frame().pointInterface))
        put(details, traffic, {}, "pod");
    else if (from || to)
        put(details, traffic, {}, "node");
}

} // namespace vethscope
