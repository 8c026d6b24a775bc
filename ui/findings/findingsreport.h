#pragma once

#include "core/bytes/result.h"
#include "ui/findings/diagnosed.h"

#include <QString>

namespace vethscope {

/// What was found as Markdown, in the user's language.
QString findingsMarkdown(const Diagnosed &found);
/// Writes that, and beside it an SVG for each of its drawings; says how many. `caption` stands below the topology's title.
Result<std::size_t> saveFindings(const Diagnosed &found, const QString &caption, const QString &path);

} // namespace vethscope
