#pragma once

#include <string>
#include <string_view>

namespace vethscope {

/// What people write behind a command about where they typed it: `ip route (on n1)`, `ip route (node1)`, `ip route # on n1`.
struct CommandNote {
    std::string machine; // empty where nothing of that kind stands there
    std::string typed;   // the command without it
};
CommandNote noteBehind(std::string_view typed);

} // namespace vethscope
