#include "ui/findings/findingsreport.h"

#include "ui/findings/findingfigures.h"
#include "ui/journey/followedjourneys.h"
#include "ui/journey/journeytext.h"
#include "ui/shared/language.h"
#include "ui/shared/snapshots.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace vethscope {
namespace {

// Which line came with which snapshot, where several were read.
SnapshotArguments textsOf(const Diagnosed &found)
{
    SnapshotArguments texts;
    for (const auto &snapshot : found.snapshots)
        for (const ImportedCommand &command : snapshot->report.commands)
            if (found.snapshots.size() > 1)
                texts.add(command.source.get(), snapshot->name);
    return texts;
}

QString markdownOf(const Diagnosed &found, const std::vector<std::vector<diagnose::ReportedFigure>> &figures)
{
    const SnapshotArguments texts = textsOf(found);
    diagnose::Report report{found.findings, found.suspects, texts};
    if (found.journeys)
        for (const journey::JourneyPoint &point : found.journeys->followed->points().all())
            report.captures.push_back(point.file.string() + " · " + pointTitle(point).toStdString());
    for (const auto &snapshot : found.snapshots)
        report.snapshots.push_back(Snapshots::titleOf(*snapshot).toStdString());
    report.frame = [&](std::uint32_t row) { return found.frames.at(row).reported; };
    report.figures = figures;
    return QString::fromStdString(reportMarkdown(report, windowLanguage()));
}

Result<void> writeTo(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return std::unexpected(Error{Sentence::of("{} cannot be written: {}", path.toStdString(), file.errorString().toStdString())});
}

} // namespace

QString findingsMarkdown(const Diagnosed &found)
{
    return markdownOf(found, {});
}

Result<std::size_t> saveFindings(const Diagnosed &found, const QString &caption, const QString &path)
{
    const QFileInfo file(path);
    std::vector<std::vector<diagnose::ReportedFigure>> figures(found.findings.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        for (const FindingFigure &figure : figuresOf(found, i, caption)) {
            const QString name = QStringLiteral("%1-%2-%3.svg").arg(file.completeBaseName()).arg(i + 1).arg(figure.name);
            if (const Result<void> written = writeTo(file.dir().filePath(name), figure.svg); !written)
                return std::unexpected(written.error());
            figures[i].push_back({figure.title, name.toStdString()});
            ++count;
        }
    }
    if (const Result<void> written = writeTo(path, markdownOf(found, figures).toUtf8()); !written)
        return std::unexpected(written.error());
    return count;
}

} // namespace vethscope
