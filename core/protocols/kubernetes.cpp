#include "core/protocols/kubernetes_stateful.h"
#include "core/protocols/protocols.h"

// What host facts say of a frame's addresses: no header, and nothing at all where no host snapshot is loaded (core/names).

namespace vethscope {
namespace {

void summary(const LayerView &, TextBuffer &)
{
}

} // namespace

constinit const Protocol protocols::kubernetes{
    .name = "k8s",
    .title = "Kubernetes",
    .shortTitle = "Kubernetes",
    .stateful = kubernetesStatefulFields,
    .summary = summary,
};

} // namespace vethscope
