#include "ui/profiles/profilesettings.h"

#include "ui/preferences.h"
#include "ui/profiles/profilefolder.h"
#include "ui/settingsfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace vethscope {
namespace {

QString settingsPath(const Preferences &preferences, const QString &profile)
{
    return QDir(ProfileFolder(preferences.folder()).pathOf(profile)).filePath(QStringLiteral("profile.conf"));
}

} // namespace

QString switchFilterOf(const Preferences &preferences, const QString &profile)
{
    if (profile == preferences.profile())
        return preferences.value(preference::switchFilter).toString();
    const QString path = settingsPath(preferences, profile);
    return QFileInfo(path).isReadable() ? QSettings(path, QSettings::IniFormat).value(preference::switchFilter).toString() : QString();
}

void setSwitchFilterOf(Preferences &preferences, const QString &profile, const QString &filter)
{
    if (profile == preferences.profile())
        preferences.setValue(preference::switchFilter, filter);
    else
        SettingsFile(settingsPath(preferences, profile)).setValue(preference::switchFilter, filter);
}

} // namespace vethscope
