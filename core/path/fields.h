#pragma once

#include "core/path/headers.h"

#include <optional>
#include <string>
#include <vector>

namespace vethscope::path {

/// One field of one header, its value as `dump -e` prints it.
struct Field {
    std::string_view scope; // underlay, overlay, native
    std::size_t depth = 0;
    std::string_view name;  // eth.src
    std::optional<std::string> value{};
    Origin origin{};
    EvidenceList evidence{};
    std::string ask{};      // where the value is not known, or not by its own table
    std::string askOn{};    // as Traced has it
    bool isShown = false;
};

/// Whose packets are the inside of a tunnel even without its headers, and where what nobody printed is left out.
enum class SeenOn : std::uint8_t { Device, TunnelDevice, Router };

/// All that is known of a packet's headers, in the order of the tree, outermost first.
std::vector<Field> fieldsOf(const Packet &packet, SeenOn where);

} // namespace vethscope::path
