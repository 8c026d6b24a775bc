#include "core/dissect/scopewords.h"

#include <utility>

#include <fmt/format.h>

namespace vethscope {

std::string tagOf(Scope scope, int depth)
{
    switch (scope) {
    case Scope::Underlay: return "U";
    case Scope::Tunnel: return "T";
    case Scope::Overlay: return depth > 1 ? fmt::format("O{}", depth) : "O";
    case Scope::Native: return "N";
    }
    std::unreachable();
}

std::string_view nameOf(Scope scope)
{
    switch (scope) {
    case Scope::Underlay: return "underlay";
    case Scope::Tunnel: return "tunnel";
    case Scope::Overlay: return "overlay";
    case Scope::Native: return "native";
    }
    std::unreachable();
}

std::optional<Scope> scopeCalled(std::string_view name)
{
    for (const Scope scope : {Scope::Underlay, Scope::Tunnel, Scope::Overlay, Scope::Native})
        if (nameOf(scope) == name)
            return scope;
    return std::nullopt;
}

} // namespace vethscope
