#pragma once

#include "core/address/address.h"
#include "core/dissect/tree.h"
#include "core/summary/columns.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace vethscope {

class OpenCapture;
struct Name;
enum class Traffic : std::uint8_t;

/// The packet and the bits that the user is looking at. Every panel shows it and may set it; none
/// knows another.
class Selection : public QObject
{
    Q_OBJECT

public:
    explicit Selection(const OpenCapture &capture, QObject *parent = nullptr);
    ~Selection() override;

    /// Row of the store, or -1.
    int row() const { return m_row; }
    bool isEmpty() const { return m_row < 0; }

    /// The selected packet and its tree; only while there is one.
    const PacketRow &packet() const { return *m_packet; }
    const std::vector<TreeNode> &tree() const { return m_tree; }

    /// Place in tree() of the selected row, or -1: a header, a field.
    int node() const { return m_node; }
    /// The bits that the selected tree row stands for; of no length when there are none.
    BitRange place() const;

    /// The IP address that a row of a tree tells; nothing for other rows.
    static std::optional<IpAddress> addressOf(const TreeNode &node);
    /// Whose address a row of the tree tells; null when it tells none, or nobody is known to have it.
    const Name *nameOf(const TreeNode &node) const;
    /// Whom the selected packet serves, when it has no tunnel and host facts tell.
    Traffic traffic() const;
    /// Whether a row tells an address or a port, which may have a name.
    static bool canHaveName(const TreeNode &node);
    /// The name that stands for the address or port of a row; empty where the number itself does.
    QString shownName(const TreeNode &node) const;
    /// Whose address a row tells, in words; empty when nobody is known to have it.
    QString ownerOf(const TreeNode &node) const;

    void setRow(int row);
    void setNode(int node);
    /// Selects the innermost tree row that holds the bit, as a click on a byte does.
    void setBit(std::uint32_t bit);
    /// The innermost tree row that holds the bit, or -1.
    int nodeAt(std::uint32_t bit) const;
    void clear();

signals:
    void packetChanged();
    void nodeChanged();
    /// Names of addresses are shown, or no longer, or others are.
    void shownNamesChanged();
    /// The pointer rests on a tree row's bytes (place in tree(), -1 for none): the status bar tells of it.
    void hovered(int node);

private:
    void readAgain();
    void readFlows();

    const OpenCapture &m_capture;
    bool m_flowsKnown = false; // the tree tells of the flows, where the packet has any
    int m_row = -1;
    int m_node = -1;
    std::unique_ptr<PacketRow> m_packet;
    std::vector<TreeNode> m_tree;
};

} // namespace vethscope
