#include "ui/shared/selection.h"

#include "core/dissect/facts.h"
#include "core/protocols/ports.h"
#include "ui/shared/nametext.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/utf8text.h"

#include <algorithm>
#include <utility>

namespace vethscope {
namespace {

// The row that says the same of another packet, so that one field stays lit while packets pass by; or -1.
int sameRow(const std::vector<TreeNode> &tree, const TreeNode &wanted)
{
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const TreeNode &node = tree[i];
        if (node.kind == wanted.kind && node.protocol == wanted.protocol && node.field == wanted.field && node.depth == wanted.depth
            && node.scope == wanted.scope && (node.field || node.label == wanted.label))
            return static_cast<int>(i);
    }
    return -1;
}

// Whether everything is known of a packet that the others around it tell.
bool isAllTold(const OpenCapture &capture, int row, const Dissection &packet)
{
    std::vector<const Protocol *> protocols;
    for (const Layer &layer : packet.layers())
        if (!layer.protocol->stateful.empty())
            protocols.push_back(layer.protocol);
    const FrameFacts &facts = capture.store().facts();
    return std::size_t(row) < facts.done(protocols) || facts.finished(protocols);
}

} // namespace

Selection::Selection(const OpenCapture &capture, QObject *parent) : QObject(parent), m_capture(capture)
{
    connect(&capture, &OpenCapture::aboutToChange, this, &Selection::clear);
    connect(&capture, &OpenCapture::reread, this, &Selection::readAgain);
    connect(&capture, &OpenCapture::flowsProgressed, this, &Selection::readFlows);
    connect(&capture, &OpenCapture::shownNamesChanged, this, &Selection::shownNamesChanged);
    connect(&capture, &OpenCapture::commentsChanged, this, &Selection::readAgain);
}

Selection::~Selection() = default;

BitRange Selection::place() const
{
    return m_node < 0 ? BitRange{} : m_tree[static_cast<std::size_t>(m_node)].place;
}

std::optional<IpAddress> Selection::addressOf(const TreeNode &node)
{
    if (!node.field || (node.field->show != Show::Ipv4 && node.field->show != Show::Ipv6))
        return std::nullopt;
    return node.raw.bytes.empty() ? IpAddress::parse(node.script) : IpAddress::fromBytes(node.raw.bytes); // Teredo's hidden address is computed
}

const Name *Selection::nameOf(const TreeNode &node) const
{
    if (const auto address = addressOf(node))
        return m_capture.names().find(*address);
    return node.field && node.field->show == Show::Mac ? m_capture.names().find(node.raw.bytes) : nullptr;
}

Traffic Selection::traffic() const
{
    return m_capture.trafficOf(*m_packet);
}

bool Selection::canHaveName(const TreeNode &node)
{
    return addressOf(node) || (node.field && (node.field->show == Show::Mac || transportOf(*node.field)));
}

QString Selection::shownName(const TreeNode &node) const
{
    const ShownNames &names = m_capture.shownNames();
    if (const auto address = addressOf(node))
        return QString::fromStdString(names.of(*address));
    if (node.field && node.field->show == Show::Mac)
        return m_capture.shownName(node.raw.bytes);
    const auto transport = node.field && names.ports() ? transportOf(*node.field) : std::nullopt;
    return transport ? text(names.ports()->nameOf(*transport, static_cast<std::uint16_t>(node.raw.number))) : QString();
}

QString Selection::ownerOf(const TreeNode &node) const
{
    if (const Name *const name = nameOf(node))
        return explained(*name);
    return node.field && node.field->show == Show::Mac ? explained(m_capture.shownNames(), node.raw.bytes) : QString();
}

// The same packet, with what is now known of it.
void Selection::readAgain()
{
    if (const int row = std::exchange(m_row, -1); row >= 0)
        setRow(row);
}

// The pass over the flows has come to all that it tells of a packet that was selected before.
void Selection::readFlows()
{
    if (m_row < 0 || m_flowsKnown || !isAllTold(m_capture, m_row, m_packet->packet))
        return;
    m_flowsKnown = true;
    readAgain();
}

void Selection::setRow(int row)
{
    if (row == m_row)
        return;
    const std::vector<TreeNode> before = std::move(m_tree);
    const int selected = m_node;
    m_row = row;
    m_node = -1;
    m_tree.clear();
    m_packet.reset();
    if (row >= 0) {
        m_packet = std::make_unique<PacketRow>(m_capture.packetRow(row));
        m_flowsKnown = isAllTold(m_capture, row, m_packet->packet); // asked before the tree is made
        m_tree = treeOf(m_packet->frame, m_packet->packet, m_capture.registry());
        if (selected >= 0)
            m_node = sameRow(m_tree, before[static_cast<std::size_t>(selected)]);
    }
    emit packetChanged();
    emit nodeChanged();
}

// The same packet tells something else now.
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
        // A note lies on the bytes of the field that it is about.
        if (m_tree[i].kind == TreeNode::Kind::Note || m_tree[i].kind == TreeNode::Kind::Stop)
            continue;
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
