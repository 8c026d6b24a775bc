#pragma once

#include <QString>

namespace vethscope {

class FilterEdit;
class Preferences;
class Registry;

/// The filter that brings a profile, which need not be the one in use.
QString switchFilterOf(const Preferences &preferences, const QString &profile);
void setSwitchFilterOf(Preferences &preferences, const QString &profile, const QString &filter);
/// Underlines what is wrong with one as it is written, and says it. Empty where nothing is.
QString switchFilterProblem(FilterEdit &edit, const Registry &registry);

} // namespace vethscope
