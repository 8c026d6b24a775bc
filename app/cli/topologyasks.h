#pragma once

#include "app/cli/json.h"
#include "core/cluster/cluster.h"

namespace vethscope::cli {

// `ask` of contract.md: for each value of an object that is unknown, the command that would tell it. A null without one means "there is
// none". Objects without anything unknown get an empty object here. Ghosts are not asked.

/// Where commands are run: on the node itself, or inside a pod (`kubectl exec -n NAMESPACE POD -- `).
class Asker
{
public:
    Asker() = default;
    explicit Asker(const ClusterPod &pod);

    Json of(const NetworkInterface &interface, const Printed &printed) const;
    Json of(const Tunnel &tunnel, LinkKind kind) const;
    Json of(const Route &route) const;
    Json of(const Neighbour &neighbour) const;
    Json of(const ForwardingEntry &entry) const;
    /// The tables that are not whole.
    Json of(const Printed &printed) const;

    std::string command(std::string_view text) const { return m_prefix + std::string(text); }

private:
    std::string m_prefix;
};

/// Of a pod that nobody named, and of the other end that no line showed.
Json askOf(const Peer &peer);
Json askOf(const BgpSession &session);
Json askOf(const ClusterNode &node);
/// `veth` is the pod's on its node; null where it is not known.
Json askOf(const ClusterPod &pod, const NetworkInterface *veth);
Json askOf(const ClusterService &service);

/// The object, with `ask` where there is anything to ask.
Json with(Json object, Json ask);

} // namespace vethscope::cli
