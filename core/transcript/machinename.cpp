#include "core/transcript/machinename.h"

#include "core/address/address.h"
#include "core/facts/kubernetesnames.h"

#include <algorithm>

namespace vethscope {

bool isMachineName(std::string_view text)
{
    const bool letter = std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return (letter && isHostName(text) && text.front() != '_') || IpAddress::parse(text).has_value();
}

bool isNobodysName(std::string_view host)
{
    return host == "localhost" || host.starts_with("localhost.") || host == "bogon" || host == "(none)";
}

} // namespace vethscope
