#pragma once

#include "core/figure/colours.h"

#include <string>
#include <vector>

namespace vethscope {

/// How packets look in the list that a display filter lets through: Wireshark's View ▸ Coloring Rules.
struct ColourRule {
    std::string name;
    std::string filter;
    Rgb foreground = 0x000000;
    Rgb background = 0xFFFFFF;
    bool isEnabled = true;

    friend bool operator==(const ColourRule &, const ColourRule &) = default;
};

/// What the list begins with: faults of tunnels, Wireshark's familiar alarms, what is in a tunnel, Wireshark's other rules.
std::vector<ColourRule> usualColourRules();

} // namespace vethscope
