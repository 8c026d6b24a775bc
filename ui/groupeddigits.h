#pragma once

#include <QString>

namespace vethscope {

/// "1 204": groups of three with a narrow space, the same in every language.
QString grouped(std::uint64_t number);

} // namespace vethscope
