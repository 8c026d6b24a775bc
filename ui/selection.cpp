#include "ui/selection.h"

#include "ui/opencapture.h"

namespace vethscope {

Selection::Selection(const OpenCapture &capture, QObject *parent) : QObject(parent), m_capture(capture)
{
    connect(&capture, &OpenCapture::aboutToChange, this, &Selection::clear);
}

Selection::~Selection() = default;

BitRange Selection::place() const
{
    return m_node < 0 ? BitRange{} : m_tree[static_cast<std::size_t>(m_node)].place;
}

void Selection::setRow(int row)
{
    if (row == m_row)
        return;
    m_row = row;
    m_node = -1;
    m_tree.clear();
    m_packet.reset();
    if (row >= 0) {
        m_packet = std::make_unique<PacketRow>(m_capture.packetRow(row));
        m_tree = treeOf(m_packet->frame, m_packet->packet, m_capture.registry());
    }
    emit packetChanged();
    emit nodeChanged();
}

void Selection::setNode(int node)
{
    if (node == m_node)
        return;
    m_node = node;
    emit nodeChanged();
}

int Selection::nodeAt(std::uint32_t bit) const
{
    int found = -1;
    for (std::size_t i = 0; i < m_tree.size(); ++i) {
        const BitRange place = m_tree[i].place;
        if (place.length == 0 || bit < place.offset || bit >= place.end())
            continue;
        if (found < 0 || place.length <= m_tree[static_cast<std::size_t>(found)].place.length)
            found = static_cast<int>(i);
    }
    return found;
}

void Selection::setBit(std::uint32_t bit)
{
    setNode(nodeAt(bit));
}

void Selection::clear()
{
    setRow(-1);
}

} // namespace vethscope
