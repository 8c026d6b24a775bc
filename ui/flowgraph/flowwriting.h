#pragma once

#include "core/flowgraph/flowfigure.h"
#include "core/flowgraph/flowgraph.h"
#include "ui/flowgraph/flowtextsaver.h"

#include <QCache>
#include <QString>

#include <memory>

namespace vethscope {

class OpenCapture;

/// A flow graph of the open capture, and its words: each packet's are made when it is looked at.
class FlowWriting
{
public:
    explicit FlowWriting(const OpenCapture &capture) : m_capture(capture) { }

    void setGraph(std::shared_ptr<const FlowGraph> graph, FlowKind kind, FlowAddresses addresses);
    /// What was said may be said otherwise now.
    void forget() { m_known.clear(); }

    /// Never null.
    const FlowGraph &graph() const { return *m_graph; }
    FlowWords words(const FlowEvent &event) const;
    /// The name as the head of a lifeline has it; where none is shown, the address.
    journey::PointName name(const FlowAddress &address) const;
    /// In one line.
    QString nameText(const FlowAddress &address) const;
    FlowLook look(const QString &title) const;
    /// So many packets as text.
    FlowTextOrder text(std::size_t packets) const;

private:
    const OpenCapture &m_capture;
    std::shared_ptr<const FlowGraph> m_graph = std::make_shared<const FlowGraph>();
    FlowKind m_kind = FlowKind::All;
    FlowAddresses m_addresses = FlowAddresses::Overlay;
    mutable QCache<std::uint32_t, FlowWords> m_known{500}; // by row
};

} // namespace vethscope
