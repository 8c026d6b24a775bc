#pragma once

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>

#include <vector>

namespace vethscope {

struct Protocol;
class Registry;

/// All protocols that can be switched off, each with a box.
class ProtocolsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Title, Reference, columns };

    /// The registry's protocols are constant; the registry itself may be made anew.
    explicit ProtocolsModel(const Registry &registry, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return columns; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// By name, sorted. Names that no protocol has are kept.
    QStringList disabled() const;
    void setDisabled(const QStringList &names);
    /// These rows at once.
    void setEnabled(const std::vector<int> &rows, bool enabled);
    void invert(const std::vector<int> &rows);

signals:
    /// The user has switched some.
    void switched();

private:
    bool isEnabled(int row) const;
    void set(int row, bool enabled);

    const std::vector<const Protocol *> m_protocols;
    QSet<QString> m_disabled;
};

} // namespace vethscope
