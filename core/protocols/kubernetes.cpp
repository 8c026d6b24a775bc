#include "core/dissect/details.h"
#include "core/dissect/facts.h"
#include "core/dissect/layerview.h"
#include "core/protocols/kubernetes_stateful.h"
#include "core/protocols/protocols.h"

// What host facts say of a frame's addresses: no header, and nothing at all where no host snapshot is loaded (core/names).

namespace vethscope {
namespace {

// Whom a side belongs to, by the first row of it that says so.
std::string_view ownerIn(const Details &told, std::string_view side)
{
    for (const Item &item : told.items)
        if (item.field && item.field->name.starts_with(side) && !item.field->name.ends_with(".namespace") && !item.field->name.ends_with(".interface"))
            return asText(item.value.bytes);
    return {};
}

void summary(const LayerView &view, TextBuffer &out)
{
    if (!view.frame().facts)
        return;
    Details told;
    view.frame().facts->add(view, told);
    const std::string_view source = ownerIn(told, "src.");
    const std::string_view destination = ownerIn(told, "dst.");
    if (source.empty() && destination.empty())
        return;
    print(out, source.empty() ? "?" : source);
    print(out, " → ");
    print(out, destination.empty() ? "?" : destination);
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
