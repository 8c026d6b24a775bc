#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QRegularExpression>
#include <QString>

namespace vethscope::test {

/// Other names for the same things, one to one: in what hosts print, and in what is foretold from it.
class Renaming
{
public:
    /// IPv4 addresses, so that what was of one prefix is of one prefix, and the first and last address of a network stay first and last:
    /// another pair of first octets for each, and the bits behind turned within /20, /24, /26. What the kernel knows by itself
    /// (0, 127, 169.254, masks, multicast) stays.
    void renumberAddresses(const QList<QByteArray> &texts);
    /// MACs of devices, but for Calico's.
    void renumberMacs();
    /// Whole words.
    void rename(const QString &from, const QString &to);

    QString of(const QString &text) const;
    QByteArray of(const QByteArray &text) const { return of(QString::fromUtf8(text)).toUtf8(); }

private:
    QString addressFor(const QString &address) const;

    QMap<QString, QString> m_words{}, m_firstOctets{};
    bool m_macs = false;
};

/// A line's interface numbers, in all commands of the samples, raised by a hundred.
QByteArray withOtherIndexes(const QByteArray &command, const QByteArray &line);

} // namespace vethscope::test
