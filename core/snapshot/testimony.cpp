#include "core/snapshot/testimony.h"

#include "core/facts/factlists.h"

#include <optional>
#include <string_view>

namespace vethscope {
namespace {

// The values of a fact one behind the other, each with its end. The line that says so is none of them.
class Key
{
public:
    explicit Key(char kind) : m_text(1, kind) {}

    Key &operator<<(std::string_view text)
    {
        m_text.append(text).push_back('\0');
        return *this;
    }
    Key &operator<<(const IpAddress &address)
    {
        m_text.push_back(address.isV6() ? '6' : '4');
        return bytes(address.bytes());
    }
    Key &operator<<(const IpPrefix &prefix) { return *this << prefix.address << static_cast<std::uint32_t>(prefix.length); }
    Key &operator<<(const MacAddress &mac) { return bytes(mac.bytes()); }
    Key &operator<<(std::uint32_t number) { return *this << std::string_view(std::to_string(number)); }

    template <typename Value>
    Key &operator<<(const std::optional<Value> &value)
    {
        m_text.push_back(value ? '+' : '-');
        return value ? *this << *value : *this;
    }

    std::string take() { return std::move(m_text); }

private:
    template <typename Bytes>
    Key &bytes(const Bytes &bytes)
    {
        for (const std::uint8_t byte : bytes)
            m_text.push_back(static_cast<char>(byte));
        return *this;
    }

    std::string m_text;
};

std::string keyOf(const LinkFact &link)
{
    return (Key('l') << link.name << link.ifindex << link.peerIfindex << link.mac << link.netns).take();
}

std::string keyOf(const InterfaceAddressFact &fact)
{
    return (Key('a') << fact.interface << fact.address).take();
}

std::string keyOf(const RouteFact &route)
{
    return (Key('r') << route.type << route.table << route.to << route.via << route.interface << route.protocol << route.source << route.metric).take();
}

std::string keyOf(const NeighbourFact &neighbour)
{
    return (Key('n') << neighbour.ip << neighbour.mac << neighbour.interface).take();
}

std::string keyOf(const FdbFact &entry)
{
    return (Key('f') << entry.mac << entry.interface << entry.destination << static_cast<std::uint32_t>(entry.permanent)).take();
}

std::string keyOf(const BridgePortFact &port)
{
    return (Key('p') << port.bridge << port.port).take();
}

std::string keyOf(const NetnsFact &fact)
{
    return (Key('s') << fact.name).take();
}

std::string keyOf(const InterfaceIndexFact &fact)
{
    return (Key('i') << fact.interface << fact.ifindex << fact.peerIfindex).take();
}

std::string keyOf(const SettingFact &setting)
{
    return (Key('h') << setting.name << setting.value).take();
}

std::string keyOf(const ListenerFact &listener)
{
    return (Key('L') << listener.address).take();
}

std::string keyOf(const BgpSessionFact &session)
{
    return (Key('b') << session.name << session.local << session.peer).take();
}

std::string keyOf(const BgpRouteFact &route)
{
    return (Key('B') << route.to << route.via << route.interface << route.protocol).take();
}

// Of the settings only the host's name, and WireGuard's keys, say which machine it is.
bool tells(const SettingFact &setting)
{
    return setting.name == "hostname" || isWireguardKey(setting);
}

template <typename Fact>
bool tells(const Fact &)
{
    return true;
}

} // namespace

void Testimony::add(const HostFacts &more)
{
    forEachFactList(m_facts, more, [&](auto &all, const auto &list) {
        for (const auto &fact : list)
            if constexpr (requires { keyOf(fact); })
                if (tells(fact) && m_known.insert(keyOf(fact)).second)
                    all.push_back(fact);
    });
}

bool Testimony::holds(const HostFacts &more) const
{
    bool all = true;
    forEachFactList(m_facts, more, [&](const auto &, const auto &list) {
        for (const auto &fact : list)
            if constexpr (requires { keyOf(fact); })
                all = all && (!tells(fact) || m_known.contains(keyOf(fact)));
    });
    return all;
}

std::optional<Contradiction> Testimony::contradiction(const HostFacts &other) const
{
    return holds(other) ? std::nullopt : contradictionOf(m_facts, other);
}

} // namespace vethscope
