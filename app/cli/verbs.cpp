#include "app/cli/verb.h"

#include <array>
#include <iostream>

#include <fmt/ostream.h>

namespace vethscope::cli {
namespace {

constexpr auto list = std::to_array<const Verb *>({
    &verbs::capture,
    &verbs::dump,
    &verbs::topology,
});

} // namespace

constinit const std::span<const Verb *const> verbs::all{list};

void complain(std::string_view message)
{
    fmt::print(std::cerr, "vethscope-cli: {}\n", message);
}

} // namespace vethscope::cli
