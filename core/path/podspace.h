#pragma once

#include "core/cluster/cluster.h"

namespace vethscope::path {

/// A pod's network namespace, with its addresses where others told them. Where nobody printed its routes they are those that the CNI leaves: behind a bridge the bridge's network and
/// a default route by the bridge's address, else Calico's by 169.254.1.1 (fe80::ecee:eeff:feee:eeee), with the lines of the node that say so.
struct PodSpace {
    NetworkNamespace net;
    bool isFilledIn = false;
};
PodSpace podSpace(const Cluster &cluster, const ClusterPod &pod);

/// Calico's next hop in a pod, which its host end answers for.
bool isCalicoGateway(const IpAddress &address);

} // namespace vethscope::path
