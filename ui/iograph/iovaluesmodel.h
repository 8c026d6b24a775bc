#pragma once

#include "ui/iograph/iodrawn.h"

#include <QAbstractTableModel>

namespace vethscope {

/// The values that an I/O graph draws, interval by interval: for who cannot see the picture, and for who wants the numbers.
class IoValuesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit IoValuesModel(QObject *parent = nullptr);

    void setPicture(const IoPicture &picture);
    void setTimeOfDay(bool timeOfDay);
    std::int64_t placeOf(int row) const { return m_picture.extent.first + row; }
    /// -1 where there is no such interval.
    int rowOf(std::int64_t place) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    IoPicture m_picture;
    bool m_timeOfDay = false;
};

} // namespace vethscope
