#include "app/cli/trafficwriter.h"

namespace vethscope::cli {

const Name *nameOf(const TrafficEnd &end, const NameTable &names)
{
    const Name *name = names.isEmpty() ? nullptr : names.find(addressText(end));
    return name && !name->text().empty() ? name : nullptr;
}

} // namespace vethscope::cli
