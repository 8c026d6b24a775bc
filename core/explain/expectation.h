#pragma once

#include "core/explain/point.h"
#include "core/explain/shownframe.h"
#include "core/path/walk.h"

#include <deque>
#include <vector>

namespace vethscope::explain {

/// One way by which the frame's packet comes to the capture point, and the device there.
struct Sighting {
    const path::Path *path = nullptr;
    std::size_t hop = 0;

    const path::Hop &at() const { return path->hops[hop]; }
};

/// What host facts alone foretell of a frame at its capture point: the ways on which a packet with its innermost addresses, ports and
/// protocol comes by there, with so many headers around it.
struct Expectation {
    std::deque<path::Path> paths{};
    std::vector<Sighting> sightings{};
    Sentence why{};      // where there is none
    std::string ask{};   // the command that would tell; empty: it is known that none comes by
    std::string askOn{};
};

/// The walk starts at the owner of the innermost source. An answer goes back on the way that the request took.
Expectation expectationOf(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point);

/// Whether a packet answers another one: of TCP by its flags or the lower port, of UDP by the lower port, of ICMP by its type.
bool isAnswer(const ShownFrame &frame);

} // namespace vethscope::explain
