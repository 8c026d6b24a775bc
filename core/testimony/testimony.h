#pragma once

#include "core/bytes/result.h"
#include "core/testimony/tracereading.h"

#include <filesystem>
#include <string>

namespace vethscope::testimony {

/// What kernels told of packets through pwru (text or JSON), nft monitor trace, xtables-monitor --trace or dropwatch: which of them wrote the text is told
/// by its lines. `node` is whose kernel it is; where it is empty, a prompt in the text may say so. An error where none of them wrote it.
Result<Testimony> readTestimonyText(std::string name, std::string text, std::string node = {});
/// The same of a file, or of standard input (`-`).
Result<Testimony> readTestimony(const std::filesystem::path &path, std::string node = {});

/// `[NODE=]FILE`: FILE alone where a file is called so.
struct TraceArgument {
    std::string node{};
    std::filesystem::path file{};
};
TraceArgument traceArgument(const std::string &text);

} // namespace vethscope::testimony
