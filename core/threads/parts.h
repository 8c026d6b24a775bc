#pragma once

#include <cstddef>
#include <functional>

namespace vethscope {

/// Does `work` for each part from 0 to `count` - 1, on as many threads as the machine has processors; the caller's is one of them and is
/// the only one when there is one part. Parts are begun in their order. Returns when all are done.
void forEachPart(std::size_t count, const std::function<void(std::size_t part)> &work);

} // namespace vethscope
