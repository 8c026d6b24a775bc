#pragma once

#include "core/testimony/tracereading.h"

#include <span>
#include <string_view>

namespace vethscope::testimony {

/// One way in which a tool writes down what a kernel does with packets: one file.
struct KernelTool {
    std::string_view name{};                          // as `marks` have it
    bool (*looksLike)(std::string_view line) = nullptr; // a line that only this tool writes
    void (*read)(TraceReading &reading) = nullptr;
};

/// A new one gets its line here and in `list`.
namespace tools {

extern const KernelTool pwru;
extern const KernelTool pwruJson;
extern const KernelTool nftMonitor;
extern const KernelTool xtablesMonitor;
extern const KernelTool dropwatch;

extern const std::span<const KernelTool *const> all;

} // namespace tools
} // namespace vethscope::testimony
