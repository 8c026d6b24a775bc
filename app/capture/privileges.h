#pragma once

namespace vethscope::capture {

/// Becomes the user who called, when sudo or a set-user-ID bit lent us another identity, so that files are
/// theirs. False when the kernel refused.
bool becomeCaller();

/// Gives up every capability for good: called once interfaces and file are open, before the first packet is
/// read. False when the kernel refused; then nothing may be captured.
bool dropPrivileges();

} // namespace vethscope::capture
