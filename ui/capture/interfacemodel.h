#pragma once

#include <QAbstractTableModel>
#include <QProcess>
#include <QStringList>

#include <vector>

namespace vethscope {

/// The network interfaces that the helper lists, with their traffic of the last half minute. Rights are not
/// needed for either. The traffic is watched while somebody asks for it.
class InterfaceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Addresses, Traffic };
    /// Of the Traffic column: packets a second, a QList<double>, the newest last.
    static constexpr int ratesRole = Qt::UserRole;
    static constexpr int rememberedSeconds = 30;

    explicit InterfaceModel(QObject *parent = nullptr);
    ~InterfaceModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    QString name(int row) const { return m_interfaces[static_cast<std::size_t>(row)].name; }
    int rowOf(const QString &name) const;

    /// Asks the helper anew.
    void refresh();
    void watchTraffic(bool watch);

signals:
    /// The list is there, or cannot be: then with a sentence.
    void refreshed(const QString &problem);

private:
    struct Listed {
        QString name;
        QString kind;
        QString addresses;
        qint64 packets = -1; // counted when it was looked at last
        QList<double> rates{};
    };

    static QString kindWord(const QString &kind);
    void take(const QByteArray &list);
    void readTraffic();

    QProcess m_list;
    QProcess m_watch;
    std::vector<Listed> m_interfaces;
    QStringList m_seen; // that the traffic tells of: this second,
    QStringList m_seenBefore; // and the one before
};

} // namespace vethscope
