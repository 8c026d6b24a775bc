#pragma once

#include "core/cluster/cluster.h"

#include <QByteArray>
#include <QStringList>

namespace vethscope::test {

/// The cluster that this pasted terminal session tells of.
Cluster clusterOfText(const QByteArray &transcript);

/// Parts of a cluster as lines of text; what is not known is `-`.
/// `n1 eth0 2 physical up 1500 52:54:00:00:00:01 10.0.0.1/24 master - peer -`
QStringList interfaceLines(const Cluster &cluster);
/// `n1 10.244.1.0/24 via 10.0.0.2 dev eth0 onlink proto boot`
QStringList routeLines(const Cluster &cluster);
/// `n1 10.0.0.2 52:54:00:00:00:02 eth0 reachable`
QStringList neighbourLines(const Cluster &cluster);
/// `n1 52:54:00:00:00:02 eth0 -`
QStringList fdbLines(const Cluster &cluster);
/// `default/tea n1 10.244.0.60 b2:ad:3a:6e:3a:4f eth0 3 vetha cni0`
QStringList podLines(const Cluster &cluster);
/// `n1 calico-bgp`, with `ghost` behind a ghost's.
QStringList nodeLines(const Cluster &cluster);
QStringList bgpLines(const Cluster &cluster);
QStringList underlayLines(const Cluster &cluster);
/// Severity, sentence, and each line of evidence behind ` | `.
QStringList problemLines(const Cluster &cluster);

} // namespace vethscope::test
