#pragma once

#include "core/diagnose/case.h"
#include "core/path/disposition.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope::diagnose {

/// A rehearsed packet that ends before its time, and on which node.
struct RehearsedEnd {
    const Rehearsed *packet = nullptr;
    const ClusterNode *node = nullptr;

    const path::Ending &ending() const { return packet->way->ending; }
    const path::Hop &hop() const { return packet->way->hops.back(); }
    const std::string &from() const { return packet->from->node; }
    /// Who asks whom, as it is told: `default/web` and `default/tea`.
    std::string sender() const { return packet->from->fullName(); }
    std::string receiver() const;
};

/// From whom to whom a packet went.
struct ToldEnds {
    std::string sender, receiver;
};

/// Of the first packet that was captured and lost just so, where there is one; else of the rehearsed packet, be it the request or the answer.
ToldEnds toldEndsOf(const Case &about, const RehearsedEnd &end);

/// All that end so for sure: not those whose way nobody can tell.
std::vector<RehearsedEnd> rehearsedEnds(const Case &about, path::Disposition disposition);

/// Rules of a node's firewall that these lines are.
std::vector<const FirewallRuleFact *> rulesAmong(const ClusterNode &node, const EvidenceList &lines);
/// Whether a network policy's chain: Calico's, kube-router's and the like. What they drop is meant to be dropped.
bool isPolicyChain(std::string_view chain);

} // namespace vethscope::diagnose
