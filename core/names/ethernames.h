#pragma once

#include "core/address/address.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// What a MAC address that no host told of is called.
struct EtherName {
    enum class Kind : std::uint8_t { WellKnown, Vendor, Own };

    Kind kind = Kind::WellKnown;
    std::string text{};        // `Broadcast`, `IPv4mcast_fb`, `VMware_12:34:56`
    std::string_view vendor{}; // in full; lives as long as the EtherNames
};

/// Names of MAC addresses out of tables in the format of Wireshark's `manuf` and `wka` (manuf(5)): single addresses, ranges of them and the vendors'. Made
/// once; afterwards only read, from any thread.
class EtherNames
{
public:
    struct Tables {
        std::string vendors{};   // as `manuf`
        std::string wellKnown{}; // as `wka`; goes before what we know ourselves
        std::string own{};       // as `ethers`, ethers(5); goes before all
    };

    /// Only what standards name.
    EtherNames() : EtherNames(Tables{}) { }
    explicit EtherNames(Tables tables);
    EtherNames(const EtherNames &) = delete;
    EtherNames &operator=(const EtherNames &) = delete;

    /// The address's own name, or else that of the smallest range around it (bits that it leaves open behind it), or its vendor's: Wireshark's order.
    /// Nothing where no table has any, as for most addresses that a machine gave itself.
    std::optional<EtherName> find(const MacAddress &address) const;

private:
    struct Row {
        std::uint64_t address;
        EtherName::Kind kind;
        std::string_view name, vendor;
    };
    using Rows = std::vector<Row>;

    void read(std::string_view text, EtherName::Kind kind);
    static const Row *findIn(const Rows &rows, std::uint64_t address);
    std::optional<EtherName> inRange(std::uint64_t address, int longest, int shortest) const;

    Tables m_tables;
    Rows m_single, m_ranges, m_vendors; // sorted; of several with one address the last counts
};

} // namespace vethscope
