#include "ui/saving/dissectionsaver.h"

#include "core/capture/newfile.h"
#include "core/dissect/dissector.h"
#include "ui/saving/printedpages.h"
#include "ui/shared/language.h"
#include "ui/shared/opencapture.h"

#include <QFileInfo>
#include <QPagedPaintDevice>

#include <span>

namespace vethscope {

DissectionSaver::DissectionSaver(const OpenCapture &capture, QWidget &window) : QObject(&window), m_capture(capture), m_window(window)
{
}

// The worker has a registry of its own: the window may come to know other ports meanwhile.
Result<void> DissectionSaver::run(const QString &label, const DissectionOrder &order, const Take &take, const std::function<Result<void>()> &end)
{
    const PacketStore &store = m_capture.store();
    const Registry registry = m_capture.registry();
    return runLongTask(&m_window, label, [&](TaskProgress &progress) -> Result<void> {
        const Dissector dissector(registry);
        const auto writer = dissectionWriter(order.format, order.cells, order.parts, registry);
        progress.total = order.rows.size();
        std::string text;
        PacketRow row;
        writer->begin(text);
        bool isTaken = true;
        for (std::size_t i = 0; isTaken && i < order.rows.size() && !progress.cancelled; ++i) {
            row.load(store, dissector, order.rows[i]);
            row.frame.sinceDisplayed = i > 0 ? row.frame.time - store.time(order.rows[i - 1]) : 0;
            writer->write(row, text);
            isTaken = take(text);
            text.clear();
            progress.done = i + 1;
        }
        writer->end(text);
        isTaken = isTaken && take(text);
        return progress.cancelled ? Result<void>() : end();
    });
}

bool DissectionSaver::write(const DissectionOrder &order, const QString &path)
{
    auto file = NewFile::create(path.toStdString());
    if (!file)
        return finish(std::unexpected(file.error()));
    bool isWritten = true;
    const auto take = [&](const std::string &text) { return isWritten = file->write(std::as_bytes(std::span(text))); };
    const auto end = [&]() -> Result<void> { return isWritten ? file->commit() : std::unexpected(file->problem()); };
    if (!finish(run(tr("Writing %1").arg(QFileInfo(path).fileName()), order, take, end)))
        return false;
    emit written(order.rows.size(), path);
    return true;
}

bool DissectionSaver::print(const DissectionOrder &order, QPagedPaintDevice &device)
{
    PrintedPages pages(device, m_capture.displayName(), tr("Page %1"));
    const auto take = [&](const std::string &text) {
        pages.add(QString::fromStdString(text));
        return true;
    };
    return finish(run(tr("Printing"), order, take, [&]() -> Result<void> {
        pages.end();
        return {};
    }));
}

bool DissectionSaver::finish(const Result<void> &result)
{
    if (!result && !result.error().message.empty())
        emit failed(translated(result.error().message));
    return result.has_value();
}

} // namespace vethscope
