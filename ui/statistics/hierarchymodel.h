#pragma once

#include "core/statistics/protocolhierarchy.h"
#include "ui/statistics/statisticmodel.h"

#include <memory>
#include <vector>

namespace vethscope {

/// Which headers lie inside which, as a tree: its one row at the top is all frames.
class HierarchyModel : public StatisticModel
{
    Q_OBJECT

public:
    enum Column { Protocol, Scopes, Packets, PacketShare, Bytes, ByteShare, BitRate, EndPackets, EndBytes, columns };

    explicit HierarchyModel(QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Other counts; null for none.
    void setCounts(std::shared_ptr<const ProtocolHierarchy> counts);

private:
    using Node = ProtocolHierarchy::Node;

    const Node &node(const QModelIndex &index) const { return m_counts->nodes()[static_cast<std::size_t>(index.internalId())]; }
    QString title(const Node &node) const;
    QVariantList scopes(const Node &node) const;
    QVariant number(const Node &node, int column) const;
    QString explanation(const Node &node, int column) const;
    double share(const Node &node, int column) const;

    std::shared_ptr<const ProtocolHierarchy> m_counts; // with a frame at least, or null
    double m_duration = 0;
};

} // namespace vethscope
