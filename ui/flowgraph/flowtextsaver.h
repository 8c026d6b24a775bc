#pragma once

#include "core/bytes/result.h"
#include "core/flowgraph/flowgraph.h"
#include "ui/shared/worker.h"

#include <QObject>

#include <atomic>
#include <map>
#include <memory>
#include <string>

namespace vethscope {

class OpenCapture;

/// What is written of a flow graph.
struct FlowTextOrder {
    std::shared_ptr<const FlowGraph> graph{};
    FlowKind kind = FlowKind::All;
    FlowAddresses addresses = FlowAddresses::Overlay;
    std::map<FlowAddress, std::string> names{};
    std::size_t packets = 0; // so many from the first on
};

/// Writes a flow graph as text, beside the window, while the capture's packets are there and are not read in another way.
class FlowTextSaver : public QObject
{
    Q_OBJECT

public:
    explicit FlowTextSaver(const OpenCapture &capture, QObject *parent = nullptr);
    ~FlowTextSaver() override;

    /// The file appears whole or not at all, and one after the other.
    void write(const FlowTextOrder &order, const QString &path);
    bool isBusy() const { return !m_path.isEmpty(); }

signals:
    void written(const QString &path, std::size_t packets, std::size_t ofPackets);
    void failed(const QString &message);

private:
    void giveUp();
    void tell();

    const OpenCapture &m_capture;
    QString m_path;       // that it is at
    std::size_t m_packets = 0, m_ofPackets = 0;
    quint64 m_number = 0; // of what it is at: each is told once
    Result<void> m_result; // the worker's
    std::atomic<bool> m_isStopped = false;
    Worker m_worker;
};

} // namespace vethscope
