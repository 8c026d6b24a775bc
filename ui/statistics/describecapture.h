#pragma once

#include "ui/statistics/captureproperties.h"
#include "ui/statistics/propertiestotals.h"

#include <optional>

namespace vethscope {

class FileHashes;
class OpenCapture;

/// Everything that is known of the open capture, in words. Null totals: they are still counted. `dropped` is what a live capture lost.
CaptureProperties describe(const OpenCapture &capture, const PropertiesTotals::Totals *totals, const FileHashes &hashes, std::optional<quint64> dropped);

} // namespace vethscope
