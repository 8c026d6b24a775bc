#pragma once

#include <QString>

namespace vethscope {

class Diagnoser;
struct Diagnosed;

/// "1 error, 2 notes"; where nobody has looked, that.
QString findingsTitle(const Diagnoser &diagnoser);
/// What was looked at and what was missing for more; where nobody has looked, why.
QString findingsRemark(const Diagnoser &diagnoser);
/// Said in the place of findings where nothing was found.
QString nothingFound(const Diagnosed &found);

} // namespace vethscope
