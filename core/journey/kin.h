#pragma once

#include "core/journey/rowsigns.h"
#include "core/journey/translations.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vethscope::journey {

/// The rows that tell of one row's packet, ascending: all of its flow and of what comes back, by whatever names, and of what these may be taken for
/// (flows.h). Journeys made of them alone are, of that flow and of what comes back, those that are made of all rows. What was cut before what
/// recognises it is among them, whosever it is; and alone where the row itself was. None where the row has no unicast IP packet; nothing where they are so many
/// that nothing is won.
std::optional<std::vector<std::uint32_t>> kinOf(const RowSigns &signs, const std::vector<Translation> &translations, std::uint32_t row);

} // namespace vethscope::journey
