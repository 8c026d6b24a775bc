#pragma once

#include "core/kernel/answer.h"
#include "core/path/fields.h"
#include "core/sentence/sentence.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope::path {

/// A field of the packet that a step wrote.
struct Change {
    std::string_view field;
    std::optional<std::string> from{}, to{}; // nothing: it was not there, or not known
};

/// One thing that a kernel did with the packet, with the line that made it do so and those that lost.
struct Step {
    enum class Kind : std::uint8_t { Rule, Route, Neighbour, Fdb, Port, Veth, Encapsulate, Decapsulate, Translate, Filter, Wire, Deliver, Drop };

    Kind kind = Kind::Route;
    std::string key{}; // what was looked up: "10.244.1.3 from 10.244.0.60"
    Sentence text{};
    EvidenceList evidence{};
    std::vector<kernel::Rejected> rejected{};
    std::vector<Change> changes{};
};

std::string_view nameOf(Step::Kind kind);

/// A device that sees the packet, the packet as a capture there would show it, and what led here from the hop before.
struct Hop {
    std::string node{};      // empty: a router without output
    std::string pod{};       // set where it is a pod's own device
    std::string interface{}; // empty also where the packet never reached a device
    SeenOn where = SeenOn::Device;
    std::optional<Packet> packet{};
    std::vector<Step> steps{};

    std::vector<Field> fields() const { return packet ? fieldsOf(*packet, where) : std::vector<Field>(); }
    /// Of a frame that is encapsulated here.
    std::optional<TunnelType> tunnel() const;
};

} // namespace vethscope::path
