#include "core/dissect/registry.h"

#include "core/bytes/nearestwords.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace vethscope {
namespace {

bool isRowOf(std::span<const Field> table, const Field *field)
{
    return std::less_equal{}(table.data(), field) && std::less{}(field, table.data() + table.size());
}

} // namespace

bool FieldRef::varies() const
{
    return isRowOf(protocol->varying, field);
}

bool FieldRef::stateful() const
{
    return isRowOf(protocol->stateful, field);
}

std::string fullName(const Protocol &protocol, const Field &field)
{
    if (field.whole)
        return std::string(field.name);
    if (field.name.empty())
        return std::string(protocol.name);
    return std::string(protocol.fieldPrefix.empty() ? protocol.name : protocol.fieldPrefix) + '.' + std::string(field.name);
}

Registry::Registry(std::span<const Protocol *const> protocols, const Protocol *fallback)
    : m_protocols(protocols), m_fallback(fallback), m_slots(64)
{
    for (const Protocol *protocol : protocols) {
        for (const Claim &claim : protocol->claims) {
            if (claim.kind == Claim::UdpContent)
                m_udpRecognisers.push_back(protocol);
            else if (claim.kind == Claim::TcpContent)
                m_tcpRecognisers.push_back(protocol);
            else
                put(claim, *protocol);
        }
        addNames(*protocol, protocol->fields);
        addNames(*protocol, protocol->varying);
        addNames(*protocol, protocol->stateful);
        addAliases(*protocol);
    }
}

void Registry::addNames(const Protocol &protocol, std::span<const Field> fields)
{
    for (const Field &field : fields) {
        if (field.name.empty())
            continue;
        m_fields[fullName(protocol, field)].push_back({&protocol, &field});
        if (!protocol.newName.empty() && !field.whole)
            m_fields[std::string(protocol.newName) + '.' + std::string(field.name)].push_back({&protocol, &field});
    }
}

void Registry::addAliases(const Protocol &protocol)
{
    for (const Alias &alias : protocol.aliases) {
        const std::string own = alias.kind == Alias::Whole ? std::string() : std::string(protocol.name) + '.';
        auto &targets = m_fields[own + std::string(alias.name)];
        for (std::string_view part : alias.fields)
            for (std::span<const Field> table : {protocol.fields, protocol.varying})
                for (const Field &field : table)
                    if (!part.empty() && field.name == part)
                        targets.push_back({&protocol, &field});
    }
}

void Registry::grow(std::size_t slots)
{
    std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(slots));
    m_used = 0;
    for (const Slot &slot : old)
        if (slot.protocol)
            put(slot.claim, *slot.protocol);
}

void Registry::put(Claim claim, const Protocol &protocol)
{
    if (m_used * 4 >= m_slots.size())
        grow(m_slots.size() * 4);
    for (std::size_t i = hash(claim);; ++i) {
        Slot &slot = m_slots[i & (m_slots.size() - 1)];
        const bool same = slot.protocol && slot.claim.kind == claim.kind && slot.claim.value == claim.value;
        if (slot.protocol && !same)
            continue;
        m_used += !same;
        slot = {claim, &protocol};
        return;
    }
}

void Registry::decodeAs(Claim claim, const Protocol &protocol)
{
    put(claim, protocol);
}

std::span<const Protocol *const> Registry::recognisers(Claim::Kind kind) const
{
    return kind == Claim::TcpContent ? m_tcpRecognisers : m_udpRecognisers;
}

const Protocol *Registry::protocol(std::string_view name) const
{
    const auto found = std::ranges::find_if(m_protocols, [&](const Protocol *protocol) { return protocol->name == name || (!name.empty() && protocol->newName == name); });
    return found == m_protocols.end() ? nullptr : *found;
}

std::span<const FieldRef> Registry::find(std::string_view name) const
{
    const auto found = m_fields.find(std::string(name));
    return found == m_fields.end() ? std::span<const FieldRef>{} : found->second;
}

std::vector<std::string_view> Registry::names() const
{
    std::vector<std::string_view> result;
    for (const Protocol *protocol : m_protocols) {
        result.push_back(protocol->name);
        if (!protocol->newName.empty())
            result.push_back(protocol->newName);
    }
    for (const auto &entry : m_fields)
        result.push_back(entry.first);
    std::ranges::sort(result);
    result.erase(std::ranges::unique(result).begin(), result.end());
    return result;
}

std::vector<std::string> Registry::nearest(std::string_view name, std::size_t count) const
{
    return nearestWords(name, names(), std::max<std::size_t>(2, name.size() / 3), count);
}

} // namespace vethscope
