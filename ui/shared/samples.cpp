#include "ui/shared/samples.h"

#include "core/capture/capturepoint.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace vethscope {
namespace {

// The cluster whose story the notes tell, and the one to begin with.
const QString bestFirst = QStringLiteral("flannel-vxlan");

QDir samplesFolder()
{
    const QDir installed(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/vethscope/samples"));
    return installed.exists() ? installed : QDir(QStringLiteral(VETHSCOPE_SAMPLES));
}

QString pointOf(const QString &fileName)
{
    const CapturePoint point = capturePoint(fileName.toStdString(), {});
    const QString text = QString::fromStdString(point.node + ' ' + point.interface).trimmed();
    return text.isEmpty() ? fileName : text;
}

// The uplinks tell the story of the tunnel; what is seen inside a pod is known to everybody.
int interest(const Sample &sample)
{
    if (sample.point.isEmpty())
        return 0;
    if (sample.point.endsWith(QLatin1String(" eth0")) && !sample.paths.front().contains(QLatin1String("/pod_")))
        return sample.point.startsWith(QLatin1String("router")) ? 2 : 1;
    if (sample.point.contains(QLatin1String("flannel")) || sample.point.contains(QLatin1String("vxlan")))
        return 3;
    return sample.point.contains(QLatin1String("cni0")) ? 4 : 5;
}

} // namespace

QString Sample::title() const
{
    return QStringLiteral("%1 — %2").arg(clusterTitle(), pointTitle());
}

QString Sample::clusterTitle() const
{
    const QString dual = QStringLiteral("-dual");
    return cluster.endsWith(dual) ? QCoreApplication::translate("Samples", "%1, IPv4 and IPv6").arg(cluster.chopped(dual.size())) : cluster;
}

QString Sample::pointTitle() const
{
    return point.isEmpty() ? QCoreApplication::translate("Samples", "all capture points merged") : point;
}

QList<Sample> bundledSamples()
{
    QList<Sample> samples;
    const QDir root = samplesFolder();
    QStringList clusters = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    std::stable_partition(clusters.begin(), clusters.end(), [](const QString &cluster) { return cluster == bestFirst; });
    for (const QString &cluster : clusters) {
        QDir folder(root.filePath(cluster));
        if (folder.exists(QStringLiteral("captures")))
            folder.cd(QStringLiteral("captures"));
        QList<Sample> points;
        QStringList all;
        for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.pcapng")}, QDir::Files, QDir::Name | QDir::IgnoreCase)) {
            points.append({cluster, pointOf(file.fileName()), {file.absoluteFilePath()}});
            all << file.absoluteFilePath();
        }
        if (all.size() > 1)
            points.prepend({cluster, {}, all});
        std::stable_sort(points.begin(), points.end(),
                         [](const Sample &a, const Sample &b) { return interest(a) < interest(b); });
        samples += points;
    }
    return samples;
}

QStringList hostsOfSample(const QStringList &captures)
{
    const QString root = QDir::cleanPath(samplesFolder().absolutePath()) + QLatin1Char('/');
    QString cluster;
    for (const QString &capture : captures) {
        const QString path = QDir::cleanPath(QFileInfo(capture).absoluteFilePath());
        const QString one = path.startsWith(root) ? path.mid(root.size()).section(QLatin1Char('/'), 0, 0) : QString();
        if (one.isEmpty() || (!cluster.isEmpty() && one != cluster))
            return {};
        cluster = one;
    }
    if (cluster.isEmpty())
        return {};
    QStringList transcripts;
    for (const QFileInfo &file : QDir(root + cluster + QStringLiteral("/hosts")).entryInfoList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name))
        transcripts << file.absoluteFilePath();
    return transcripts;
}

} // namespace vethscope
