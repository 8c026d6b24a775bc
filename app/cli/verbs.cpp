#include "app/cli/verb.h"
#include "core/sentence/visible.h"

#include <array>
#include <iostream>

#include <fmt/format.h>

namespace vethscope::cli {
namespace {

constexpr auto list = std::to_array<const Verb *>({
    &verbs::capture,
    &verbs::conversations,
    &verbs::diagnose,
    &verbs::dump,
    &verbs::explain,
    &verbs::journey,
    &verbs::predict,
    &verbs::topology,
});

} // namespace

constinit const std::span<const Verb *const> verbs::all{list};

void complain(std::string_view message)
{
    std::cerr << fmt::format("vethscope-cli: {}\n", visible(message, "\n\t"));
}

ExitCode written(ExitCode code)
{
    std::cout.flush();
    return std::cout ? code : fail(NotPermitted, "standard output cannot be written");
}

ExitCode fail(ExitCode code, std::string_view message)
{
    complain(message);
    return code;
}

} // namespace vethscope::cli
