#include "ui/saving/capturesaver.h"

#include "core/capture/newfile.h"
#include "core/capture/packetexport.h"
#include "ui/saving/longtask.h"
#include "ui/saving/unsavedcaptures.h"
#include "ui/shared/language.h"
#include "ui/shared/opencapture.h"

#include <QFile>
#include <QFileDialog>

#include <filesystem>

namespace vethscope {
namespace {

bool isPcapng(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray::fromHex("0a0d0d0a");
}

Result<void> copyFile(const QString &from, const QString &to, TaskProgress &progress)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return std::unexpected(Error{Sentence::of("{}: {}", from.toStdString(), source.errorString().toStdString())});
    auto file = NewFile::create(to.toStdString());
    if (!file)
        return std::unexpected(file.error());
    progress.total = std::uint64_t(source.size());
    constexpr qint64 piece = 1 << 20;
    while (!source.atEnd() && !progress.cancelled) {
        const QByteArray bytes = source.read(piece);
        if (bytes.isEmpty())
            return std::unexpected(Error{Sentence::of("{}: {}", from.toStdString(), source.errorString().toStdString())});
        if (!file->write(std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size())))))
            return std::unexpected(file->problem());
        progress.done += std::uint64_t(bytes.size());
    }
    return progress.cancelled ? Result<void>() : file->commit();
}

// The rows of `rows`, or all of them.
Result<void> writePackets(const PacketStore &store, const std::vector<std::uint32_t> *rows, std::vector<ResolvedName> names, const QString &path, TaskProgress &progress)
{
    auto file = NewFile::create(path.toStdString());
    if (!file)
        return std::unexpected(file.error());
    PacketExport out(store, [&](Bytes block) { return file->write(block); }, std::move(names));
    const std::size_t count = rows ? rows->size() : store.size();
    progress.total = count;
    bool kept = out.begin();
    for (std::size_t i = 0; kept && i < count && !progress.cancelled; ++i) {
        kept = out.write(rows ? (*rows)[i] : i);
        progress.done = i;
    }
    if (!kept || !out.end())
        return std::unexpected(file->problem());
    return progress.cancelled ? Result<void>() : file->commit();
}

} // namespace

CaptureSaver::CaptureSaver(OpenCapture &capture, UnsavedCaptures &unsaved, QWidget &window)
    : QObject(&window), m_capture(capture), m_unsaved(unsaved), m_window(window)
{
    askForPath = [this](const QString &proposed) {
        QFileDialog dialog(&m_window, tr("Save the Capture"), proposed, tr("pcapng (*.pcapng)") + QStringLiteral(";;") + tr("All files (*)"));
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setDefaultSuffix(QStringLiteral("pcapng"));
        return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
    };
}

bool CaptureSaver::isUnsaved() const
{
    return m_capture.isOpen() && m_unsaved.owns(m_capture.paths().front());
}

QString CaptureSaver::proposal() const
{
    const QFileInfo first(m_capture.paths().front());
    if (isUnsaved())
        return QDir::home().filePath(first.fileName());
    return first.dir().filePath(first.completeBaseName() + QStringLiteral("-2.pcapng"));
}

bool CaptureSaver::save()
{
    return isUnsaved() ? saveAs() : true;
}

bool CaptureSaver::saveAs()
{
    if (!m_capture.isOpen())
        return false;
    const QString path = askForPath(proposal());
    if (path.isEmpty())
        return false;
    if (QFileInfo(path) == QFileInfo(m_capture.paths().front()) && m_capture.paths().size() == 1) {
        if (hasAdditions())
            emit failed(tr("%1 is the file that is open, and is not changed: give the copy with your comments, names or shifted times another name.").arg(path));
        return !hasAdditions();
    }
    const bool done = isUnsaved() ? moveTo(path) : isCopiable(path) ? copyTo(path) : writeAll(path);
    if (done)
        emit saved(path);
    return done;
}

bool CaptureSaver::hasAdditions() const
{
    return m_capture.store().comments().count() > 0 || !m_capture.givenNames().empty() || m_capture.areTimesShifted();
}

// Byte for byte is the best copy of all, where the name tells no lie about the contents and nobody has anything to add.
bool CaptureSaver::isCopiable(const QString &path) const
{
    return !hasAdditions() && m_capture.paths().size() == 1 && path.endsWith(QLatin1String(".pcapng"), Qt::CaseInsensitive) && isPcapng(m_capture.paths().front());
}

bool CaptureSaver::moveTo(const QString &path)
{
    const QString from = m_capture.paths().front();
    if (hasAdditions() || (!isPcapng(from) && path.endsWith(QLatin1String(".pcapng"), Qt::CaseInsensitive))) { // a stream may have been pcap
        if (!writeAll(path))
            return false;
        QFile::remove(from);
    } else {
        std::error_code error;
        std::filesystem::rename(from.toStdString(), path.toStdString(), error);
        if (error == std::errc::cross_device_link) {
            if (!copyTo(path))
                return false;
            QFile::remove(from);
        } else if (error) {
            emit failed(tr("%1 cannot be written: %2").arg(path, QString::fromStdString(error.message())));
            return false;
        }
    }
    m_unsaved.forget(from);
    m_capture.renamed({path});
    return true;
}

bool CaptureSaver::copyTo(const QString &path)
{
    return finish(runLongTask(&m_window, tr("Copying to %1").arg(QFileInfo(path).fileName()),
                              [from = m_capture.paths().front(), path](TaskProgress &progress) { return copyFile(from, path, progress); }));
}

bool CaptureSaver::writeAll(const QString &path)
{
    const PacketStore &store = m_capture.store();
    return finish(runLongTask(&m_window, tr("Writing %1").arg(QFileInfo(path).fileName()),
                              [&store, path, names = m_capture.givenNameRecords()](TaskProgress &progress) { return writePackets(store, nullptr, names, path, progress); }));
}

bool CaptureSaver::exportPackets(const std::vector<std::uint32_t> &rows, const QString &path)
{
    const PacketStore &store = m_capture.store();
    if (!finish(runLongTask(&m_window, tr("Writing %1").arg(QFileInfo(path).fileName()),
                            [&](TaskProgress &progress) { return writePackets(store, &rows, m_capture.givenNameRecords(), path, progress); })))
        return false;
    emit exported(rows.size(), path);
    return true;
}

bool CaptureSaver::finish(const Result<void> &result)
{
    if (!result && !result.error().message.empty())
        emit failed(translated(result.error().message));
    return result.has_value();
}

} // namespace vethscope
