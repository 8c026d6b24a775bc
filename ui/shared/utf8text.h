#pragma once

#include <QString>

#include <string_view>

namespace vethscope {

/// The core's words, which are UTF-8.
inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

} // namespace vethscope
