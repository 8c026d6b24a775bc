#include "core/cluster/problems.h"

#include <fmt/args.h>
#include <fmt/format.h>

namespace vethscope {

Problem problem(ProblemSeverity severity, const char *text, std::vector<std::string> arguments, EvidenceList evidence)
{
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const std::string &argument : arguments)
        store.push_back(argument);
    return {severity, fmt::vformat(text, store), text, std::move(arguments), std::move(evidence)};
}

} // namespace vethscope
