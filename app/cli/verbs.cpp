#include "app/cli/verb.h"

#include <array>

namespace vethscope::cli {
namespace {

constexpr auto list = std::to_array<const Verb *>({
    &verbs::capture,
    &verbs::dump,
    &verbs::topology,
});

} // namespace

constinit const std::span<const Verb *const> verbs::all{list};

} // namespace vethscope::cli
