#pragma once

#include "core/diagnose/finding.h"
#include "core/diagnose/suspects.h"
#include "core/topology/place.h"

#include <vector>

namespace vethscope {

struct LoadedSnapshot;

/// What of the topology a finding is about: its pods, and its device on each of its nodes, or the nodes.
std::vector<TopologyPlace> placesOf(const Cluster &cluster, const diagnose::Finding &finding);
/// What one of its lines is about: on the machine that printed it, the finding's device, else one that the line names, else the machine. None where
/// nobody knows who printed it.
std::vector<TopologyPlace> placesOf(const Cluster &cluster, const diagnose::Finding &finding, const Evidence &line, const std::vector<LoadedSnapshot> &snapshots);
/// The device, or both ends of the way.
std::vector<TopologyPlace> placesOf(const diagnose::Suspect &suspect);

} // namespace vethscope
