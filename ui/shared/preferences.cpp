#include "ui/shared/preferences.h"

#include "ui/shared/profilefolder.h"
#include "ui/shared/settingsfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace vethscope {
namespace {

constexpr qsizetype longestList = 12;

// Of the machine and its user, whatever they look at; all else is a profile's.
constexpr auto sharedKeys = std::to_array<const char *>({"recent/files", "look/theme", "look/zoom", "look/language", "capture/", "snapshots/", "profiles/", "settings/"});
constexpr QLatin1String geometryEnd("/geometry"); // where a window stood

} // namespace

const QString Preferences::usualProfile = QStringLiteral("default");

Preferences::Preferences(Keep keep)
{
    if (keep == Keep::OnDisk)
        openShared(QFileInfo(QSettings(QStringLiteral("Vethscope"), QStringLiteral("Vethscope")).fileName()).path());
}

Preferences::Preferences(const QString &folder)
{
    openShared(folder);
}

Preferences::~Preferences() = default;

void Preferences::openShared(const QString &folder)
{
    m_folder = folder;
    m_shared = std::make_unique<SettingsFile>(QDir(folder).filePath(QStringLiteral("Vethscope.conf")));
    std::ranges::move(m_shared->takeProblems(), std::back_inserter(m_problems));
    const QString last = value(preference::currentProfile, usualProfile).toString();
    const bool isThere = ProfileFolder::problemWith(last).isEmpty() && QFileInfo(ProfileFolder(folder).pathOf(last)).isDir();
    openProfile(isThere ? last : usualProfile);
}

void Preferences::openProfile(const QString &name)
{
    m_profile = name;
    if (!m_shared)
        return;
    m_own = std::make_unique<SettingsFile>(ProfileFolder(m_folder).settingsOf(name));
    std::ranges::move(m_own->takeProblems(), std::back_inserter(m_problems));
    if (name == usualProfile && m_own->isNew()) // before there were profiles, all was shared
        for (const QString &key : m_shared->keys())
            if (isOfProfile(key))
                m_own->setValue(key, m_shared->value(key));
}

bool Preferences::isOfProfile(const QString &key)
{
    return !key.endsWith(geometryEnd) && std::ranges::none_of(sharedKeys, [&](const char *shared) { return key.startsWith(QLatin1String(shared)); });
}

QVariant Preferences::value(const QString &key, const QVariant &otherwise) const
{
    const bool isOwn = isOfProfile(key);
    if (!m_shared)
        return m_memory.value(isOwn ? m_profile : QString()).value(key, otherwise);
    return (isOwn ? m_own : m_shared)->value(key, otherwise);
}

void Preferences::setValue(const QString &key, const QVariant &value)
{
    const bool isOwn = isOfProfile(key);
    if (!m_shared)
        m_memory[isOwn ? m_profile : QString()].insert(key, value);
    else
        (isOwn ? m_own : m_shared)->setValue(key, value);
}

void Preferences::remember(const QString &key, const QString &entry)
{
    QStringList entries = list(key);
    entries.removeAll(entry);
    entries.prepend(entry);
    setValue(key, QStringList(entries.mid(0, longestList)));
}

void Preferences::setProfile(const QString &name)
{
    if (name == m_profile)
        return;
    emit keepWanted();
    reopenProfile(name);
}

void Preferences::reopenProfile(const QString &name)
{
    openProfile(name);
    setValue(preference::currentProfile, name);
    emit profileChanged();
}

void Preferences::write()
{
    emit keepWanted();
    for (SettingsFile *file : {m_shared.get(), m_own.get()})
        if (file)
            file->write();
}

std::vector<Sentence> Preferences::takeProblems()
{
    return std::exchange(m_problems, {});
}

} // namespace vethscope
