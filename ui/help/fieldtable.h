#pragma once

#include "core/dissect/registry.h"

#include <QAbstractTableModel>

#include <string>
#include <vector>

namespace vethscope {

/// Every field that filters know, as the protocols' tables have it. Nothing of it is written by hand.
class FieldTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Part { Name, Label, Type, ProtocolTitle, Values };
    /// All that a search looks into, in small letters.
    enum Role { SearchRole = Qt::UserRole };

    explicit FieldTable(const Registry &registry, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        std::string name;
        FieldRef field;
        std::string others{}; // for a name that stands for several fields: theirs
    };

    QString cell(const Row &row, int column) const;

    std::vector<Row> m_rows;
};

} // namespace vethscope
