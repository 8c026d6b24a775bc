#include "core/testimony/kerneltools.h"

#include <array>

namespace vethscope::testimony {
namespace {

constexpr auto list = std::to_array<const KernelTool *>({&tools::pwruJson, &tools::pwru, &tools::nftMonitor, &tools::xtablesMonitor, &tools::dropwatch});

} // namespace

constinit const std::span<const KernelTool *const> tools::all(list);

} // namespace vethscope::testimony
