#include "ui/shared/profilefolder.h"

#include "core/profiles/profilefiles.h"
#include "ui/shared/preferences.h"
#include "ui/shared/utf8text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace vethscope {
namespace {

constexpr qsizetype longestName = 200; // bytes: file systems take 255

QString say(const char *text)
{
    return QCoreApplication::translate("ProfileFolder", text);
}

} // namespace

ProfileFolder::ProfileFolder(const QString &settings) : m_path(QDir(settings).filePath(QStringLiteral("profiles")))
{
}

QStringList ProfileFolder::names() const
{
    QStringList names = QDir(m_path).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::IgnoreCase);
    names.removeAll(Preferences::usualProfile);
    names.prepend(Preferences::usualProfile);
    return names;
}

QString ProfileFolder::pathOf(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

QString ProfileFolder::settingsOf(const QString &name) const
{
    return QDir(pathOf(name)).filePath(text(ownProfileFile));
}

bool ProfileFolder::exists(const QString &name) const
{
    return QFileInfo::exists(pathOf(name)) || name == Preferences::usualProfile;
}

QString ProfileFolder::problemWith(const QString &name)
{
    if (name.trimmed().isEmpty())
        return say(QT_TRANSLATE_NOOP("ProfileFolder", "A profile needs a name."));
    const bool isOdd = std::ranges::any_of(name, [](QChar letter) { return letter == QLatin1Char('/') || letter.category() == QChar::Other_Control; });
    if (isOdd || name.startsWith(QLatin1Char('.')) || name != name.trimmed())
        return say(QT_TRANSLATE_NOOP("ProfileFolder", "A profile's name is a folder's: without “/”, and with neither a dot at its beginning nor blanks at its ends."));
    return name.toUtf8().size() > longestName ? say(QT_TRANSLATE_NOOP("ProfileFolder", "This name is too long.")) : QString();
}

QString ProfileFolder::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; exists(name); ++number)
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return name;
}

QString ProfileFolder::make(const QString &name) const
{
    if (const QString problem = problemWith(name); !problem.isEmpty())
        return problem;
    if (exists(name))
        return say(QT_TRANSLATE_NOOP("ProfileFolder", "There is a profile “%1” already.")).arg(name);
    return QDir().mkpath(pathOf(name)) ? QString() : say(QT_TRANSLATE_NOOP("ProfileFolder", "%1 cannot be made.")).arg(pathOf(name));
}

QString ProfileFolder::copy(const QString &from, const QString &to) const
{
    if (const QString problem = make(to); !problem.isEmpty())
        return problem;
    for (const QFileInfo &file : QDir(pathOf(from)).entryInfoList(QDir::Files))
        if (!QFile::copy(file.filePath(), QDir(pathOf(to)).filePath(file.fileName())))
            return say(QT_TRANSLATE_NOOP("ProfileFolder", "%1 cannot be copied.")).arg(file.filePath());
    return {};
}

QString ProfileFolder::rename(const QString &from, const QString &to) const
{
    if (const QString problem = problemWith(to); !problem.isEmpty())
        return problem;
    if (exists(to))
        return say(QT_TRANSLATE_NOOP("ProfileFolder", "There is a profile “%1” already.")).arg(to);
    return QDir().rename(pathOf(from), pathOf(to)) ? QString() : say(QT_TRANSLATE_NOOP("ProfileFolder", "%1 cannot be given another name.")).arg(from);
}

QString ProfileFolder::remove(const QString &name) const
{
    return QDir(pathOf(name)).removeRecursively() ? QString() : say(QT_TRANSLATE_NOOP("ProfileFolder", "Not all of %1 could be removed.")).arg(pathOf(name));
}

} // namespace vethscope
