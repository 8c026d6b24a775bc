#pragma once

#include <utility>
#include <vector>

namespace vethscope::kernel {

/// A list of one, into which it is moved: a list in braces would copy it.
template <typename T>
std::vector<T> onlyOne(T one)
{
    std::vector<T> list;
    list.push_back(std::move(one));
    return list;
}

} // namespace vethscope::kernel
