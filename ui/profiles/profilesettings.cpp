#include "ui/profiles/profilesettings.h"

#include "core/filter/filter.h"
#include "ui/filters/filteredit.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/shared/profilefolder.h"
#include "ui/shared/settingsfile.h"

#include <QFileInfo>
#include <QSettings>

namespace vethscope {

QString switchFilterOf(const Preferences &preferences, const QString &profile)
{
    if (profile == preferences.profile())
        return preferences.value(preference::switchFilter).toString();
    const QString path = ProfileFolder(preferences.folder()).settingsOf(profile);
    return QFileInfo(path).isReadable() ? QSettings(path, QSettings::IniFormat).value(preference::switchFilter).toString() : QString();
}

void setSwitchFilterOf(Preferences &preferences, const QString &profile, const QString &filter)
{
    if (profile == preferences.profile())
        preferences.setValue(preference::switchFilter, filter);
    else
        SettingsFile(ProfileFolder(preferences.folder()).settingsOf(profile)).setValue(preference::switchFilter, filter);
}

QString switchFilterProblem(FilterEdit &edit, const Registry &registry)
{
    const auto filter = Filter::compile(edit.text().toStdString(), registry);
    filter ? edit.unmark() : edit.mark(filter.error());
    return filter ? QString() : translated(filter.error().message);
}

} // namespace vethscope
