#pragma once

#include "core/cluster/links.h"
#include "core/diagnose/podnetwork.h"
#include "core/diagnose/rehearsal.h"
#include "core/facts/facts.h"
#include "core/path/prediction.h"
#include "core/testimony/marks.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vethscope::diagnose {

class Traffic;

/// What faults look at: what hosts printed, joined and with all that follows from it; captures, where there are any; and what kernels told of packets.
/// All that it is made with outlives it.
class Case
{
public:
    /// `traffic` is null where nothing was captured; the journeys of `marks` are its.
    Case(const Facts &facts, const path::Predictor &predictor, const Traffic *traffic = nullptr, std::span<const testimony::Mark> marks = {}, const GoOn &goOn = {});

    const Facts &facts() const { return m_facts; }
    const path::Predictor &predictor() const { return m_predictor; }
    const path::Places &places() const { return m_predictor.places(); }
    const Cluster &cluster() const { return places().cluster(); }
    const std::vector<ClusterNode> &nodes() const { return cluster().nodes; }
    const AddressBook &book() const { return m_book; }
    const ClusterLinks &links() const { return m_links; }
    /// Networks of pods, node by node.
    const std::vector<PodNetwork> &podNetworks() const { return m_podNetworks; }
    /// Walks that show what kernels do with packets between pods.
    const std::vector<Rehearsed> &rehearsed() const { return m_rehearsed; }
    const Traffic *traffic() const { return m_traffic; }
    std::span<const testimony::Mark> marks() const { return m_marks; }

    /// The ways of a packet from whoever has one address to whoever has the other, the likeliest first; none where nobody of the cluster can be asked for.
    std::vector<path::Path> waysBetween(const IpAddress &from, const IpAddress &to, std::uint8_t protocol, std::optional<std::uint16_t> port) const;

    /// What Kubernetes told of a node.
    std::vector<const KubernetesNodeFact *> kubernetesOf(const ClusterNode &node) const;
    /// The network whose pods an address is of; null where it is nobody's.
    const PodNetwork *podNetworkOf(const IpAddress &address) const;

private:
    const Facts &m_facts;
    const path::Predictor &m_predictor;
    AddressBook m_book;
    ClusterLinks m_links;
    std::vector<PodNetwork> m_podNetworks;
    std::vector<Rehearsed> m_rehearsed;
    const Traffic *m_traffic;
    std::span<const testimony::Mark> m_marks;
};

} // namespace vethscope::diagnose
