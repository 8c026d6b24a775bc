#pragma once

#include "core/journey/followed.h"

#include <QString>

namespace vethscope {

/// The display filter that lets the packets of a flow through, under all the tuples that translation gave it; of very many the first ones.
QString flowFilter(const journey::Followed &followed, std::uint32_t flow);

} // namespace vethscope
