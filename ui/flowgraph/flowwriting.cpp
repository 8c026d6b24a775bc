#include "ui/flowgraph/flowwriting.h"

#include "core/names/shownnames.h"
#include "ui/shared/language.h"
#include "ui/shared/opencapture.h"

namespace vethscope {

void FlowWriting::setGraph(std::shared_ptr<const FlowGraph> graph, FlowKind kind, FlowAddresses addresses)
{
    m_graph = graph ? std::move(graph) : std::make_shared<const FlowGraph>();
    m_kind = kind;
    m_addresses = addresses;
    forget();
}

FlowWords FlowWriting::words(const FlowEvent &event) const
{
    if (const FlowWords *known = m_known.object(event.row))
        return *known;
    if (!m_capture.isOpen() || event.row >= m_capture.store().size())
        return {};
    auto *made = new FlowWords(flowWords(m_capture.packetRow(int(event.row)), m_kind, m_addresses));
    const FlowWords words = *made;
    m_known.insert(event.row, made);
    return words;
}

journey::PointName FlowWriting::name(const FlowAddress &address) const
{
    const std::string shown = std::visit([&](const auto &one) { return m_capture.shownNames().of(one); }, address);
    if (shown.empty())
        return {textOf(address), {}};
    return {shown, textOf(address)};
}

QString FlowWriting::nameText(const FlowAddress &address) const
{
    return QString::fromStdString(name(address).device);
}

FlowLook FlowWriting::look(const QString &title) const
{
    FlowLook look;
    look.title = title.toStdString();
    look.language = windowLanguage();
    look.words = [this](const FlowEvent &event) { return words(event); };
    look.name = [this](const FlowAddress &address) { return name(address); };
    return look;
}

FlowTextOrder FlowWriting::text(std::size_t packets) const
{
    FlowTextOrder order{m_graph, m_kind, m_addresses, {}, packets};
    for (const FlowAddress &address : m_graph->addresses)
        order.names.emplace(address, name(address).device);
    return order;
}

} // namespace vethscope
