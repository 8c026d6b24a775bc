#pragma once

#include <string_view>

namespace vethscope {

/// Whether this can be a machine's name as people and prompts write it: RFC 1123's labels, also with capitals and `_`, or an
/// address. Neither a number alone nor a path.
bool isHostName(std::string_view text);

/// Whether Kubernetes takes this for the name of an object: an RFC 1123 subdomain, in small letters.
bool isObjectName(std::string_view text);

/// A name without its domain; an address stays whole.
std::string_view firstLabel(std::string_view name);

} // namespace vethscope
