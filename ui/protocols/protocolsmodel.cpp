#include "ui/protocols/protocolsmodel.h"

#include "core/dissect/protocol.h"
#include "core/protocols/disabling.h"
#include "ui/shared/utf8text.h"

namespace vethscope {

ProtocolsModel::ProtocolsModel(const Registry &registry, QObject *parent) : QAbstractTableModel(parent), m_protocols(protocolsToDisable(registry)) { }

int ProtocolsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_protocols.size());
}

bool ProtocolsModel::isEnabled(int row) const
{
    return !m_disabled.contains(text(m_protocols[std::size_t(row)]->name));
}

void ProtocolsModel::set(int row, bool enabled)
{
    const QString name = text(m_protocols[std::size_t(row)]->name);
    if (enabled)
        m_disabled.remove(name);
    else
        m_disabled.insert(name);
}

QVariant ProtocolsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Protocol &protocol = *m_protocols[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return text(index.column() == Name ? protocol.name : index.column() == Title ? protocol.title : protocol.reference);
    if (role == Qt::CheckStateRole && index.column() == Name)
        return int(isEnabled(index.row()) ? Qt::Checked : Qt::Unchecked);
    return {};
}

bool ProtocolsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Name)
        return false;
    setEnabled({index.row()}, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ProtocolsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == Name ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant ProtocolsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Protocol") : section == Title ? tr("Description") : tr("Reference");
}

QStringList ProtocolsModel::disabled() const
{
    QStringList names(m_disabled.begin(), m_disabled.end());
    names.sort();
    return names;
}

void ProtocolsModel::setDisabled(const QStringList &names)
{
    m_disabled = QSet<QString>(names.begin(), names.end());
    emit dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::CheckStateRole});
}

void ProtocolsModel::setEnabled(const std::vector<int> &rows, bool enabled)
{
    for (const int row : rows) {
        set(row, enabled);
        emit dataChanged(index(row, Name), index(row, Name), {Qt::CheckStateRole});
    }
    emit switched();
}

void ProtocolsModel::invert(const std::vector<int> &rows)
{
    for (const int row : rows) {
        set(row, !isEnabled(row));
        emit dataChanged(index(row, Name), index(row, Name), {Qt::CheckStateRole});
    }
    emit switched();
}

} // namespace vethscope
