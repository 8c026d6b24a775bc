#pragma once

#include "core/cluster/joining.h"

namespace vethscope {

/// Which pod network a node is part of, and the lines that say so; Unknown where nothing does.
struct Verdict {
    Network network = Network::Unknown;
    EvidenceList evidence{};
};

/// What one node's own facts leave of its pod network. Each network has marks that nothing else leaves.
class NodeMarks
{
public:
    NodeMarks(const Joining &joining, std::size_t place) : m_facts(joining.facts), m_node(joining.cluster.nodes[place]), m_machine(joining.machines[place]) {}

    const Facts &facts() const { return m_facts; }
    const ClusterNode &node() const { return m_node; }
    const Machine &machine() const { return m_machine; }

    /// The device of that name, if it is of that kind.
    const JoinedInterface *device(const std::string &name, LinkKind kind) const;
    /// The routes of the main table through a device.
    EvidenceList routesThrough(const std::string &device) const;
    /// The verdict by a device, its line and the routes through it; Unknown without device, and without routes where they are `needed`.
    Verdict byDevice(Network network, const JoinedInterface *device, bool needed) const;

private:
    const Facts &m_facts;
    const ClusterNode &m_node;
    const Machine &m_machine;
};

/// Networks with a tunnel, by its device; where `needsRoutes`, only if routes lead through it, for a device may be left from an
/// earlier network.
Verdict flannelTunnel(const NodeMarks &marks, bool needsRoutes);
Verdict calicoTunnel(const NodeMarks &marks, bool needsRoutes);
Verdict ciliumTunnel(const NodeMarks &marks, bool needsRoutes);
Verdict weaveNet(const NodeMarks &marks, bool needsRoutes);
Verdict kubeRouter(const NodeMarks &marks, bool needsRoutes);

/// Networks without one.
Verdict calicoPool(const NodeMarks &marks);
Verdict calicoBgp(const NodeMarks &marks);
Verdict ciliumNative(const NodeMarks &marks);
Verdict flannelHostGateway(const NodeMarks &marks);
/// What flannel wrote on the Kubernetes node.
Verdict flannelAnnotation(const NodeMarks &marks);

} // namespace vethscope
