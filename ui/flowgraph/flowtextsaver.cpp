#include "ui/flowgraph/flowtextsaver.h"

#include "core/capture/newfile.h"
#include "core/flowgraph/flowtext.h"
#include "ui/shared/language.h"
#include "ui/shared/opencapture.h"

#include <algorithm>
#include <span>
#include <utility>

namespace vethscope {
namespace {

constexpr std::size_t writtenAtOnce = 1000; // packets

// The worker has a registry of its own: the window may come to know other ports meanwhile. Of what was stopped, an error without a message.
Result<void> writeFlowText(const FlowTextOrder &order, const PacketStore &store, const Registry &registry, const std::string &path, const std::atomic<bool> &isStopped)
{
    auto file = NewFile::create(path);
    if (!file)
        return std::unexpected(file.error());
    const Dissector dissector(registry);
    PacketRow row;
    const auto words = [&](const FlowEvent &event) {
        row.load(store, dissector, event.row);
        return flowWords(row, order.kind, order.addresses);
    };
    const auto name = [&](const FlowAddress &address) { return order.names.at(address); };
    for (std::size_t begin = 0; begin < order.packets; begin += writtenAtOnce) {
        if (isStopped)
            return std::unexpected(Error{});
        const std::string text = flowText(*order.graph, begin, std::min(begin + writtenAtOnce, order.packets), words, name);
        if (!file->write(std::as_bytes(std::span(text))))
            return std::unexpected(file->problem());
    }
    return file->commit();
}

} // namespace

FlowTextSaver::FlowTextSaver(const OpenCapture &capture, QObject *parent) : QObject(parent), m_capture(capture)
{
    connect(&capture, &OpenCapture::aboutToChange, this, &FlowTextSaver::giveUp);
    connect(&capture, &OpenCapture::aboutToReread, this, &FlowTextSaver::giveUp);
}

FlowTextSaver::~FlowTextSaver()
{
    m_isStopped = true;
}

void FlowTextSaver::write(const FlowTextOrder &order, const QString &path)
{
    giveUp();
    m_path = path;
    m_packets = order.packets;
    m_ofPackets = order.graph->events.size();
    m_isStopped = false;
    m_worker.run([this, order, path = path.toStdString(), registry = m_capture.registry(), &store = m_capture.store(), number = m_number] {
        m_result = writeFlowText(order, store, registry, path, m_isStopped);
        QMetaObject::invokeMethod(this, [this, number] {
            if (number == m_number)
                tell();
        }, Qt::QueuedConnection);
    });
}

// Nobody may read packets any more.
void FlowTextSaver::giveUp()
{
    if (!isBusy())
        return;
    m_isStopped = true;
    m_worker.wait();
    tell();
}

void FlowTextSaver::tell()
{
    ++m_number;
    const QString path = std::exchange(m_path, {});
    if (m_result)
        emit written(path, m_packets, m_ofPackets);
    else if (m_result.error().message.empty())
        emit failed(tr("%1 is not written: the packets went away, or are read in another way.").arg(path));
    else
        emit failed(translated(m_result.error().message));
}

} // namespace vethscope
