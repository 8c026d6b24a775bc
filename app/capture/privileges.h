#pragma once

namespace vethscope::capture {

/// Gives up every capability for good, and root's identity too when sudo lent it: called once the
/// interfaces are open, before the first packet is read and before any file is made.
/// False when the kernel refused; then nothing may be captured.
bool dropPrivileges();

} // namespace vethscope::capture
