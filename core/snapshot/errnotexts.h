#pragma once

#include <string_view>

namespace vethscope {

/// Whether a text ends in the reason of a failed system call as the C library (strerror(3), English or simplified Chinese), the
/// Go runtime (the same in lower case) or the resolver (gai_strerror(3)) words it: `…: Permission denied`, `…：权限不够`.
/// Letter case is all one; a full stop behind it and a remark in brackets, `(you must be root)`, do not matter.
bool endsWithErrno(std::string_view text);

/// What stands before that reason, without white space at its end; the whole text where it does not end in one.
std::string_view beforeErrno(std::string_view text);

} // namespace vethscope
