#pragma once

#include "core/snapshot/jsonrecord.h"

#include <span>
#include <string_view>

namespace vethscope {

/// One kind of object of the Kubernetes or Calico API, as `-o json` and `-o yaml` print it. One file each, listed once in
/// kubernetes_objects.cpp.
struct KubernetesObject {
    std::string_view kind; // Pod, Node, IPPool
    void (*read)(const JsonRecord &object);
};

namespace objects {
extern const KubernetesObject pod;
extern const KubernetesObject node;
extern const KubernetesObject service;
extern const KubernetesObject endpoints;
extern const KubernetesObject endpointSlice;
extern const KubernetesObject configMap;
extern const KubernetesObject ipPool;
extern const KubernetesObject bgpPeer;
extern const KubernetesObject bgpConfiguration;
} // namespace objects

/// Whether the object is what a server told, asked by a command or with what only a server writes into it. Manifests, which people
/// write, tell what shall be, not what is.
bool isOfServer(const JsonRecord &object);

/// Whether the output is objects, as JSON or YAML.
bool hasKubernetesObjects(const Reading &reading);

/// Reads all of them, lists too; a kind that we do not know counts as understood, for it says nothing of the network. False when the output is neither.
bool readKubernetesObjects(Reading &reading);

} // namespace vethscope
