#pragma once

#include "core/diagnose/case.h"

#include <cstddef>
#include <string>
#include <vector>

namespace vethscope::diagnose {

/// A device, the link from one node to another, or a node that flows which failed have in common: how many of its flows failed, were slow, or were well.
struct Suspect {
    std::string node{};
    std::string interface{}; // empty: the link, or the node
    std::string toNode{};    // of a link
    std::size_t failed = 0, slow = 0, good = 0;
};

/// "flannel.1 of master", "the way from master to worker1", "the node master".
Sentence suspectSentence(const Suspect &suspect);

/// Each flow votes for what it should pass by what hosts printed, and has not passed: what is behind the last point that saw it. Failed: a packet was lost, or what
/// waits for an answer (TCP, an echo, DNS) asked twice and got none; slow: segments were sent again. The ten that most of them share, of these first those
/// that fewest pass well, then what came next behind the points that saw what was lost; and a link before a device before a node; none where nothing failed or was slow. Needs captures; of more than 2000 flows the first vote.
std::vector<Suspect> suspectsOf(const Case &about, const GoOn &goOn = {});

} // namespace vethscope::diagnose
