#pragma once

#include "core/facts/facts.h"

#include <span>

namespace vethscope {

/// Services and their endpoints as kube-proxy wrote them into the nat table: the comment of a KUBE-SERVICES rule names the service,
/// KUBE-SVC-… chains lead to KUBE-SEP-… chains, and these translate to an endpoint (Kubernetes pkg/proxy/iptables/proxier.go).
void addServicesOfKubeProxy(std::span<const FirewallRuleFact> rules, Facts &facts);

} // namespace vethscope
