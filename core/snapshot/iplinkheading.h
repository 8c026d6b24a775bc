#pragma once

#include "core/snapshot/linkwords.h"

namespace vethscope {

/// The flags of an interface as `ip` prints them, `<BROADCAST,UP,LOWER_UP>`, also as other programs leave them behind: with other
/// brackets, `[…]`, `{…}`, `(…)`, or with `&lt;` and `&gt;`. Nothing for any other word.
std::optional<Words> linkFlags(std::string_view word);

/// What the flags tell of an interface: POINTOPOINT, LOOPBACK; MASTER and SLAVE, a bond and its ports.
void readLinkFlags(const Words &flags, LinkFact &link);

/// The line that `ip addr`, `ip link` and `bridge link` begin each interface with.
struct LinkHeading {
    LinkFact link;            // without its line
    std::string_view state;   // as printed: UP, DOWN, forwarding …; empty where not said
    std::size_t words = 0;    // so many are the heading; with -o, more of the interface follows
};

/// `3: eth0@if17: <…> mtu 1450 qdisc noqueue master cni0 state UP group default qlen 1000`, also without its flags, which a web
/// page takes for a tag; and `2: eth0    inet …` of -o. Nothing for lines that are no such heading or name no sound device.
std::optional<LinkHeading> linkHeading(const Words &words);

/// Whether this is a state that `ip` prints: UP, DOWN, UNKNOWN, LOWERLAYERDOWN …
bool isLinkState(std::string_view word);

} // namespace vethscope
