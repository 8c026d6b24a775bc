#pragma once

#include "core/facts/facts.h"
#include "core/facts/known.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace vethscope {

enum class Extent : std::uint8_t { No, Part, Whole };

/// `whole`, `part`, `no`: the contract's words.
std::string_view nameOf(Extent extent);
/// `interfaces`, `fdb` …; empty for a table that goes with another one outside.
std::string_view nameOf(HostTable table);

/// How much of each table one machine printed. Whole is what a command that lists all of it printed, with nothing left out, not understood or told
/// otherwise by another such print of the same snapshot. One family counts for that family; the other one is missed where the
/// machine has addresses of it beyond its links (RFC 4291, section 2.5.6; RFC 3927) and itself.
class Printed
{
public:
    Printed() = default;
    /// `addresses` are those that others know the machine by.
    Printed(std::span<const HostFacts *const> hosts, std::span<const Said<IpAddress>> addresses);

    Extent of(HostTable table) const { return at(table).extent; }
    /// Of one family alone, whatever the other one is.
    Extent of(HostTable table, bool v6) const { return (v6 ? at(table).wholeV6 : at(table).wholeV4) ? Extent::Whole : of(table); }
    /// The command that would tell the rest; empty for what is whole.
    std::string_view ask(HostTable table) const;
    std::string_view ask(HostTable table, bool v6) const;
    /// The lines with the commands that printed some of it.
    const EvidenceList &evidence(HostTable table) const { return at(table).evidence; }

private:
    struct Table {
        Extent extent = Extent::No;
        bool wholeV4 = false;
        bool wholeV6 = false;
        EvidenceList evidence{};
    };
    const Table &at(HostTable table) const { return m_tables[static_cast<std::size_t>(table)]; }
    Table &at(HostTable table) { return m_tables[static_cast<std::size_t>(table)]; }

    std::array<Table, hostTableCount> m_tables{};
};

} // namespace vethscope
