#pragma once

#include "core/dissect/tree.h"

#include <string>

namespace vethscope {

/// The filter names of a row of a packet's tree: alone, and, of a header that is only in the underlay or only in the innermost overlay of this packet, with
/// what says so: `overlay.ip.src`. Both are empty where the row has no name, and equal where nothing says more.
struct RowName {
    std::string plain{}, scoped{};
};
RowName rowName(const TreeNode &row, std::size_t tunnels);

/// A display filter for packets that have what the row says, with a name of the row: `overlay.ip.src == 10.244.0.60`, `vxlan`, `http.host == "web"`. Of a row
/// without a value, that it is there.
std::string rowFilter(const TreeNode &row, const std::string &name);
/// The value of a field as a filter writes it, in quotes where it needs them; `script` is what printForScripts() makes of it. Empty where there is none.
std::string filterLiteral(const Field &field, const Value &raw, const std::string &script);

} // namespace vethscope
