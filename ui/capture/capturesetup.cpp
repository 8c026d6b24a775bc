#include "ui/capture/capturesetup.h"

#include "ui/shared/preferences.h"

#include <QFileInfo>

#include <sys/stat.h>

namespace vethscope {
namespace {

bool isFifo(const QString &path)
{
    struct stat status { };
    return ::stat(qPrintable(path), &status) == 0 && S_ISFIFO(status.st_mode);
}

} // namespace

bool CaptureSetup::isStream() const
{
    return interfaces.size() == 1 && (interfaces.front() == QLatin1String("-") || isFifo(interfaces.front()));
}

QString CaptureSetup::title() const
{
    if (isStream())
        return interfaces.front() == QLatin1String("-") ? QStringLiteral("stdin") : QFileInfo(interfaces.front()).fileName();
    return interfaces.join(QStringLiteral(" + "));
}

QStringList CaptureSetup::arguments(const QString &path) const
{
    QStringList words;
    for (const QString &interface : interfaces)
        words << QStringLiteral("-i") << interface;
    if (!filter.trimmed().isEmpty())
        words << QStringLiteral("-f") << filter.trimmed();
    if (!promiscuous)
        words << QStringLiteral("-p");
    if (snapLength > 0)
        words << QStringLiteral("-s") << QString::number(snapLength);
    words << QStringLiteral("-B") << QString::number(bufferMebibytes);
    if (ringKilobytes > 0)
        words << QStringLiteral("-b") << QStringLiteral("filesize:%1").arg(ringKilobytes);
    if (ringSeconds > 0)
        words << QStringLiteral("-b") << QStringLiteral("duration:%1").arg(ringSeconds);
    if (ringFiles > 0 && (ringKilobytes > 0 || ringSeconds > 0))
        words << QStringLiteral("-b") << QStringLiteral("files:%1").arg(ringFiles);
    if (stopPackets > 0)
        words << QStringLiteral("-c") << QString::number(stopPackets);
    if (stopSeconds > 0)
        words << QStringLiteral("-a") << QStringLiteral("duration:%1").arg(stopSeconds);
    return words << QStringLiteral("-w") << path;
}

// Where to and until when is chosen anew each time: a forgotten ring would delete files.
CaptureSetup CaptureSetup::restored(const Preferences &preferences)
{
    CaptureSetup setup;
    setup.interfaces = preferences.list(preference::captureInterfaces);
    setup.filter = preferences.value(preference::captureFilter).toString();
    setup.promiscuous = preferences.value(preference::capturePromiscuous, true).toBool();
    setup.snapLength = preferences.value(preference::captureSnapLength, 0).toInt();
    setup.bufferMebibytes = preferences.value(preference::captureBuffer, 2).toInt();
    return setup;
}

void CaptureSetup::keep(Preferences &preferences) const
{
    preferences.setValue(preference::captureInterfaces, interfaces);
    preferences.setValue(preference::captureFilter, filter);
    preferences.setValue(preference::capturePromiscuous, promiscuous);
    preferences.setValue(preference::captureSnapLength, snapLength);
    preferences.setValue(preference::captureBuffer, bufferMebibytes);
}

} // namespace vethscope
