#pragma once

#include <QString>

namespace vethscope {

/// What stands between the groups of grouped(): narrow, and no line breaks there.
inline constexpr QChar digitBlank(0x202f);

/// "1 204": groups of three with a narrow space, the same in every language.
QString grouped(std::uint64_t number);

} // namespace vethscope
