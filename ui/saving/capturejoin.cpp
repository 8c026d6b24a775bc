#include "ui/saving/capturejoin.h"

#include "core/capture/newfile.h"
#include "core/capture/packetexport.h"
#include "ui/saving/longtask.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <filesystem>

namespace vethscope {
namespace {

bool putAll(const PacketStore &store, NewFile &file, TaskProgress &progress)
{
    PacketExport out(store, [&file](Bytes block) { return file.write(block); });
    if (!out.begin())
        return false;
    for (std::size_t row = 0; row < store.size() && !progress.cancelled; ++row, ++progress.done)
        if (!out.write(row))
            return false;
    return out.end();
}

} // namespace

Result<void> joinCaptures(const PacketStore &open, const QString &other, JoinOrder order, const QString &path, QWidget *window)
{
    const QString label = QCoreApplication::translate("CaptureJoin", "Merging with %1").arg(QFileInfo(other).fileName());
    return runLongTask(window, label, [&](TaskProgress &progress) -> Result<void> {
        const std::vector<std::filesystem::path> paths{other.toStdString()};
        const auto added = PacketStore::open(paths);
        if (!added)
            return std::unexpected(added.error());
        (*added)->waitUntilFinished();
        if ((*added)->unreadable())
            return std::unexpected((*added)->problems().empty() ? Error{} : (*added)->problems().front());
        auto file = NewFile::create(path.toStdString());
        if (!file)
            return std::unexpected(file.error());
        progress.total = open.size() + (*added)->size();
        const PacketStore *const first = order == JoinOrder::Before ? added->get() : &open, *const second = order == JoinOrder::Before ? &open : added->get();
        if (!putAll(*first, *file, progress) || !putAll(*second, *file, progress))
            return std::unexpected(file->problem());
        return progress.cancelled ? Result<void>() : file->commit();
    });
}

} // namespace vethscope
