#pragma once

#include "ui/matrix/matrixresult.h"

#include <QAbstractItemModel>

namespace vethscope {

/// What changed between two snapshots: lines, the one that explains most first, and below each the ways that it explains.
class ChangesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit ChangesModel(QObject *parent = nullptr) : QAbstractItemModel(parent) {}

    void setResult(std::shared_ptr<const MatrixResult> result);
    /// The change of a row below a line; nothing of a line itself.
    std::optional<std::size_t> changeOf(const QModelIndex &index) const;
    /// The line of a row, or of the row above; without a source where none tells.
    Evidence lineOf(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString groupText(const path::ChangeGroup &group) const;
    QString changeText(const path::ChangedWay &change, int column) const;

    std::shared_ptr<const MatrixResult> m_result;
};

} // namespace vethscope
