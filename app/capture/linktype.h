#pragma once

#include <string>

namespace vethscope::capture {

/// Whether the system has an interface of that name.
bool interfaceExists(const std::string &name);

/// The link type (DLT_) that a capture on the interface will most likely have: known without opening it,
/// so that a filter can be checked by those who may not capture.
int expectedLinkType(const std::string &interface);

} // namespace vethscope::capture
