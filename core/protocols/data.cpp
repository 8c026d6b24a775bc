#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// Bytes that no protocol claims, shown as they are.

namespace vethscope {
namespace {

constexpr auto varyingFields = std::to_array<Field>({
    varying("data", "Data", Show::Raw),
    varying("len", "Length", Show::Decimal),
});

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

void details(const LayerView &view, Details &details)
{
    details.add(named(varyingFields, "data"), view.header(), octets(0, view.header().size()));
    details.generate(named(varyingFields, "len"), view.header().size());
}

void summary(const LayerView &view, TextBuffer &out)
{
    const std::size_t size = view.header().size();
    print(out, "{} byte{}", size, size == 1 ? "" : "s");
}

} // namespace

constinit const Protocol protocols::data{
    .name = "data",
    .title = "Data",
    .shortTitle = "Data",
    .varying = varyingFields,
    .dissect = dissect,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
