#pragma once

#include <QString>

namespace vethscope {

class Preferences;

/// The filter that brings a profile, which need not be the one in use.
QString switchFilterOf(const Preferences &preferences, const QString &profile);
void setSwitchFilterOf(Preferences &preferences, const QString &profile, const QString &filter);

} // namespace vethscope
