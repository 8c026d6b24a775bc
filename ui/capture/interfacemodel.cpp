#include "ui/capture/interfacemodel.h"

#include "ui/capture/capturehelper.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace vethscope {

InterfaceModel::InterfaceModel(QObject *parent) : QAbstractTableModel(parent)
{
    connect(&m_list, &QProcess::finished, this, [this](int exitCode) {
        take(m_list.readAllStandardOutput());
        emit refreshed(exitCode == 0 ? QString() : captureHelper::sentence(m_list.readAllStandardError()));
    });
    connect(&m_list, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit refreshed(tr("%1 cannot be started: %2").arg(captureHelper::program(), m_list.errorString()));
    });
    connect(&m_watch, &QProcess::readyReadStandardOutput, this, &InterfaceModel::readTraffic);
}

InterfaceModel::~InterfaceModel()
{
    for (QProcess *process : {&m_list, &m_watch}) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished();
    }
}

int InterfaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_interfaces.size());
}

int InterfaceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Traffic + 1;
}

// Linux' own words for the kinds of devices that it makes stay as they are.
QString InterfaceModel::kindWord(const QString &kind)
{
    static const QHash<QString, const char *> words{{QStringLiteral("physical"), QT_TR_NOOP("physical")}, {QStringLiteral("loopback"), QT_TR_NOOP("loopback")}, {QStringLiteral("any"), QT_TR_NOOP("any")},
                                                    {QStringLiteral("other"), QT_TR_NOOP("other")}, {QStringLiteral("unknown"), QT_TR_NOOP("unknown")}};
    const char *word = words.value(kind);
    return word ? tr(word) : kind;
}

QVariant InterfaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Listed &interface = m_interfaces[static_cast<std::size_t>(index.row())];
    if (index.column() == Traffic) {
        if (role == ratesRole)
            return QVariant::fromValue(interface.rates);
        const double rate = interface.rates.isEmpty() ? 0 : interface.rates.back();
        if (role == Qt::DisplayRole && rate > 0)
            return tr("%1 / s").arg(qRound64(rate));
        if (role == Qt::AccessibleTextRole)
            return tr("%1 packets a second").arg(qRound64(rate));
        return {};
    }
    if (role == Qt::ToolTipRole && index.column() == Addresses)
        return interface.addresses;
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == Name ? interface.name : index.column() == Kind ? kindWord(interface.kind) : interface.addresses;
}

QVariant InterfaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignLeft | Qt::AlignVCenter)) : QVariant();
    switch (section) {
    case Name:
        return tr("Interface");
    case Kind:
        return tr("Kind");
    case Addresses:
        return tr("Addresses");
    default:
        return tr("Traffic");
    }
}

int InterfaceModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find(m_interfaces, name, &Listed::name);
    return found == m_interfaces.end() ? -1 : int(found - m_interfaces.begin());
}

void InterfaceModel::refresh()
{
    if (m_list.state() == QProcess::NotRunning)
        m_list.start(captureHelper::program(), {QStringLiteral("-D")});
}

// A line each: name, kind, addresses. What is no network device (kind "other") stands at the end.
void InterfaceModel::take(const QByteArray &list)
{
    std::vector<Listed> interfaces;
    for (const QByteArray &line : list.split('\n')) {
        const QStringList words = QString::fromUtf8(line).split(QLatin1Char('\t'));
        if (words.size() < 3)
            continue;
        Listed listed{words[0], words[1], QString(words[2]).replace(QLatin1Char(','), QStringLiteral(", "))};
        if (const int known = rowOf(words[0]); known >= 0) {
            listed.packets = m_interfaces[static_cast<std::size_t>(known)].packets;
            listed.rates = m_interfaces[static_cast<std::size_t>(known)].rates;
        }
        interfaces.push_back(std::move(listed));
    }
    std::ranges::stable_partition(interfaces, [](const Listed &one) { return one.kind != QLatin1String("other"); });
    beginResetModel();
    m_interfaces = std::move(interfaces);
    endResetModel();
}

void InterfaceModel::watchTraffic(bool watch)
{
    if (watch && m_watch.state() == QProcess::NotRunning)
        m_watch.start(captureHelper::program(), {QStringLiteral("-S"), QStringLiteral("-Z")});
    else if (!watch)
        m_watch.closeWriteChannel(); // which ends it
}

void InterfaceModel::readTraffic()
{
    while (m_watch.canReadLine()) {
        const QList<QByteArray> words = m_watch.readLine().trimmed().split('\t');
        if (words.size() != 3) { // the end of a second; interfaces come and go with their pods
            if (!m_seenBefore.isEmpty() && m_seen != m_seenBefore)
                refresh();
            m_seenBefore = std::exchange(m_seen, {});
            continue;
        }
        m_seen << QString::fromUtf8(words[0]);
        const int row = rowOf(m_seen.back());
        if (row < 0)
            continue;
        Listed &interface = m_interfaces[static_cast<std::size_t>(row)];
        const qint64 packets = words[1].toLongLong();
        if (interface.packets >= 0) {
            interface.rates << double(std::max<qint64>(packets - interface.packets, 0));
            if (interface.rates.size() > rememberedSeconds)
                interface.rates.removeFirst();
            emit dataChanged(index(row, Traffic), index(row, Traffic));
        }
        interface.packets = packets;
    }
}

} // namespace vethscope
