#pragma once

#include <string_view>

namespace vethscope {

/// RFC 1123's label, as Kubernetes calls namespaces and services: small letters, digits and `-`, which neither begins nor ends it; at most 63.
bool isDnsLabel(std::string_view text);

/// Labels with dots between, at most 253 characters: what nodes, pods and most other objects are called.
bool isDnsSubdomain(std::string_view text);

/// What a machine may call itself (hostname(7)): such a name in any letter case, and with `_`, which people use though they should not.
bool isHostName(std::string_view text);

} // namespace vethscope
