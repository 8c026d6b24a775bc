#pragma once

#include <QAbstractTableModel>

namespace vethscope {

class FlowWriting;

/// The packets of a flow graph as a table: for who cannot see the picture.
class FlowEventsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Time, From, FromPort, To, ToPort, Comment, ColumnCount };

    explicit FlowEventsModel(const FlowWriting &writing, QObject *parent = nullptr);

    /// There are other packets, names or words.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const FlowWriting &m_writing;
    int m_rows = 0;
};

} // namespace vethscope
