#include "ui/hostfacts/hostsbeside.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace vethscope {

QString hostsBeside(const QStringList &captures)
{
    if (captures.isEmpty())
        return {};
    QDir folder = QFileInfo(captures.front()).absoluteDir();
    if (std::ranges::any_of(captures, [&](const QString &capture) { return QFileInfo(capture).absoluteDir() != folder; }))
        return {};
    if (folder.dirName() == QLatin1String("captures"))
        folder.cdUp();
    for (const QString &name : {QStringLiteral("snapshots"), QStringLiteral("hosts")})
        if (const QFileInfo hosts(folder.filePath(name)); hosts.isDir())
            return hosts.filePath();
    return {};
}

} // namespace vethscope
