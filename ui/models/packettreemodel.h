#pragma once

#include "core/dissect/tree.h"

#include <QAbstractItemModel>

#include <vector>

namespace vethscope {

class Selection;

/// The selected packet's tree for item views. Keeps nothing of the packet but which row lies below
/// which; an index and a place in Selection::tree() are the same thing in two forms.
class PacketTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Label, Value };
    /// The whole row as one sentence, its scope named: what a screen reader says and Copy ▸ Description takes.
    /// LinkRole: the number of the packet that the row points to; invalid for other rows.
    enum Role { SentenceRole = Qt::UserRole, LinkRole };

    explicit PacketTreeModel(const Selection &selection, QObject *parent = nullptr);

    /// Nested, the overlay inside the tunnel that carries it; or flat: one header below the other in their order, without rows for networks.
    bool isFlat() const { return m_flat; }
    void setFlat(bool flat);

    int nodeOf(const QModelIndex &index) const { return index.isValid() ? static_cast<int>(index.internalId()) : -1; }
    /// Invalid for a node that has no row: of a network, in a flat tree.
    QModelIndex indexOf(int node, Column column = Label) const;
    /// The tree's row behind a valid index.
    const TreeNode &nodeAt(const QModelIndex &index) const;
    /// The name that filters know the row by, `ip.dst` or `vxlan`; empty where there is none.
    QString fieldName(int node) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Place {
        int parent = -1;
        int row = -1; // among its parent's children
        std::vector<int> children;
    };

    void rebuild();
    std::vector<int> levels() const;
    void updateNames();
    const std::vector<int> &childrenOf(const QModelIndex &parent) const;
    QString label(const TreeNode &node) const;
    QString value(const TreeNode &node) const;
    QString sentence(const TreeNode &node) const;

    const Selection &m_selection;
    std::vector<Place> m_places;
    std::vector<int> m_roots;
    bool m_flat = false;
};

} // namespace vethscope
