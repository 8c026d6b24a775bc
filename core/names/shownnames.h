#pragma once

#include "core/names/nametable.h"
#include "core/names/systemnames.h"

#include <memory>
#include <optional>
#include <string>

namespace vethscope {

/// Which numbers have names in their place.
struct NamesWanted {
    bool physical = true;   // MAC addresses
    bool network = true;    // IP addresses
    bool transport = false; // ports

    friend bool operator==(const NamesWanted &, const NamesWanted &) = default;
};

/// What stands in the place of addresses and ports: for a MAC address what hosts told, then what files of this machine say of it, and of its vendor. Asked of
/// what is shown alone; filters know numbers. Copies share what they know, and may be read from any thread.
class ShownNames
{
public:
    /// Knows of nobody, and names what standards name.
    ShownNames();

    void setTable(std::shared_ptr<const NameTable> table) { m_table = std::move(table); }
    void setSystem(std::shared_ptr<const SystemNames> system) { m_system = std::move(system); }
    void setWanted(const NamesWanted &wanted) { m_wanted = wanted; }

    const NameTable &table() const { return *m_table; }
    const NamesWanted &wanted() const { return m_wanted; }

    /// Empty where the address itself is shown: nobody is known to have it, nobody has named it, or numbers are wanted.
    std::string of(const IpAddress &address) const;
    std::string of(const MacAddress &address) const;
    /// As a frame has it: 4, 16 or 6 bytes; empty too for what is no address.
    std::string of(Bytes address) const;
    /// What files say of an address that of() names and no host told of.
    std::optional<EtherName> etherName(Bytes address) const;

    /// What ports are called; null where numbers are wanted.
    const PortNaming *ports() const { return m_wanted.transport ? &m_system->ports : nullptr; }

private:
    std::shared_ptr<const NameTable> m_table;   // never null
    std::shared_ptr<const SystemNames> m_system; // the same
    NamesWanted m_wanted;
};

} // namespace vethscope
