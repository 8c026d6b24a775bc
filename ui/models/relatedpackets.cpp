#include "ui/models/relatedpackets.h"

#include "core/filter/conversationfilter.h"
#include "ui/models/packetlink.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"

namespace vethscope {

RelatedPackets::RelatedPackets(const OpenCapture &capture, const Selection &selection, QObject *parent) : QObject(parent), m_capture(capture), m_selection(selection)
{
    connect(&selection, &Selection::packetChanged, this, &RelatedPackets::follow);
}

void RelatedPackets::follow()
{
    m_conversation = {};
    m_named.clear();
    if (!m_selection.isEmpty()) {
        const auto filters = conversationFilters(m_selection.packet().frame, m_selection.packet().packet);
        if (!filters.empty() && filters.back().protocol != "eth") // machines on one link have no conversation yet
            if (auto filter = Filter::compile(filters.back().filter, m_capture.registry()))
                m_conversation = *std::move(filter);
        for (const TreeNode &node : m_selection.tree())
            if (const auto link = linkOf(node))
                m_named.emplace(int(link->number) - 1, link->relation);
    }
    emit changed();
}

Belonging RelatedPackets::relationOf(int storeRow, const PacketRow &packet) const
{
    if (m_selection.isEmpty())
        return Belonging::None;
    if (storeRow == m_selection.row())
        return Belonging::Selected;
    if (const auto found = m_named.find(storeRow); found != m_named.end())
        return found->second;
    return !m_conversation.empty() && m_conversation.matches(packet.frame, packet.packet, m_scratch) ? Belonging::Conversation : Belonging::None;
}

QString RelatedPackets::textOf(Belonging relation)
{
    switch (relation) {
    case Belonging::None:
    case Belonging::Selected: return {};
    case Belonging::Conversation: return tr("same conversation");
    case Belonging::Request: return tr("request of the selected packet");
    case Belonging::Response: return tr("response to the selected packet");
    case Belonging::Acknowledged: return tr("acknowledged by the selected packet");
    case Belonging::Other: return tr("named by the selected packet");
    }
    return {};
}

} // namespace vethscope
