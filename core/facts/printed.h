#pragma once

#include "core/facts/evidence.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

// Whether anybody looked: "no such route" and "no route was printed" are two things (contract.md, `printed`).

namespace vethscope {

/// The tables of a host, of which a command may print all or some. BridgePorts and Addresses go with Interfaces outside.
enum class HostTable : std::uint8_t {
    Interfaces, Routes, Rules, Neighbours, Forwarding, Bgp, Firewall, Connections, Settings, Listeners, Addresses, BridgePorts,
};
inline constexpr std::size_t hostTableCount = 12;

/// Those that the contract names, in its order.
inline constexpr std::array outwardTables{
    HostTable::Interfaces, HostTable::Routes, HostTable::Rules, HostTable::Neighbours, HostTable::Forwarding,
    HostTable::Bgp, HostTable::Firewall, HostTable::Connections, HostTable::Settings, HostTable::Listeners,
};

/// Of which address family a command prints entries.
struct Families {
    bool v4 = true;
    bool v6 = true;

    bool both() const { return v4 && v6; }
    bool covers(bool isV6) const { return isV6 ? v6 : v4; }
    friend bool operator==(const Families &, const Families &) = default;
};

/// What a typed command prints of one table.
struct Printing {
    HostTable table = HostTable::Interfaces;
    Families families{};
    bool whole = false; // all entries of these families, none left out

    friend bool operator==(const Printing &, const Printing &) = default;
};

/// A table that a command printed here: which lines are its output.
struct PrintedFact {
    Printing printing{};
    std::string parser{};    // the HostCommand's name: "ip route"
    std::uint32_t begin = 0; // its first line
    std::uint32_t end = 0;   // the line behind its last
    Evidence evidence{};     // the line with the prompt, or the first of the output
};

} // namespace vethscope
