#include "tests/support/renaming.h"

#include <array>
#include <cstdint>
#include <functional>

namespace vethscope::test {
namespace {

const QRegularExpression &addresses()
{
    static const QRegularExpression pattern(R"((?<![\d.])(\d{1,3}[._]\d{1,3})[._](\d{1,3})[._](\d{1,3})(?![\d._]*\d))");
    return pattern;
}

bool isEverybodys(const QString &firstOctets)
{
    const int first = firstOctets.section('.', 0, 0).toInt();
    return first == 0 || first == 127 || first >= 224 || firstOctets == "169.254";
}

QString replaced(const QString &text, const QRegularExpression &pattern, const std::function<QString(const QRegularExpressionMatch &)> &other)
{
    QString result;
    qsizetype done = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        result += QStringView(text).sliced(done, match.capturedStart() - done);
        result += other(match);
        done = match.capturedEnd();
    }
    return result += QStringView(text).sliced(done);
}

// Turned left by one: all zeros and all ones stay.
unsigned turned(unsigned bits, unsigned width)
{
    return ((bits << 1) | (bits >> (width - 1))) & ((1U << width) - 1);
}

} // namespace

void Renaming::renumberAddresses(const QList<QByteArray> &texts)
{
    for (const QByteArray &text : texts) {
        for (auto matches = addresses().globalMatch(QString::fromUtf8(text)); matches.hasNext();) {
            const QString first = matches.next().captured(1).replace('_', '.');
            if (!isEverybodys(first) && !m_firstOctets.contains(first))
                m_firstOctets[first] = QString("%1.%2").arg(20 + m_firstOctets.size() * 7).arg(200 - m_firstOctets.size() * 3);
        }
    }
}

void Renaming::renumberMacs()
{
    m_macs = true;
}

void Renaming::rename(const QString &from, const QString &to)
{
    m_words[from] = to;
}

QString Renaming::addressFor(const QString &address) const
{
    const QString first = address.section('.', 0, 1);
    const auto other = m_firstOctets.find(first);
    if (other == m_firstOctets.end())
        return address;
    const unsigned bits = address.section('.', 2, 2).toUInt() << 8 | address.section('.', 3, 3).toUInt();
    unsigned turnedBits = 0, left = 16;
    for (const unsigned width : {4U, 4U, 2U, 6U}) {
        left -= width;
        turnedBits |= turned((bits >> left) & ((1U << width) - 1), width) << left;
    }
    return QString("%1.%2.%3").arg(*other).arg(turnedBits >> 8).arg(turnedBits & 0xff);
}

QString Renaming::of(const QString &given) const
{
    static const QRegularExpression macs("(?<![0-9a-f:])(?!33:33|01:00|ee:ee:ee|ff:ff:ff|00:00:00)([0-9a-f]{2}:){5}[0-9a-f]{2}(?![0-9a-f:])");
    static const QRegularExpression words("[A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*");
    // `Mesh_172_27_0_11` is how Calico calls a session of BIRD's.
    QString text = replaced(given, addresses(), [this](const auto &match) {
        const QString address = match.captured();
        return address.contains('_') ? addressFor(QString(address).replace('_', '.')).replace('.', '_') : addressFor(address);
    });
    if (m_macs) {
        text = replaced(text, macs, [](const auto &match) {
            QStringList bytes = match.captured().split(':');
            for (int i = 1; i < 6; ++i)
                bytes[i] = QString("%1").arg(bytes[i].toUInt(nullptr, 16) ^ unsigned(0x50 + i), 2, 16, QChar('0'));
            return bytes.join(':');
        });
    }
    return m_words.isEmpty() ? text : replaced(text, words, [this](const auto &match) { return m_words.value(match.captured(), match.captured()); });
}

QByteArray withOtherIndexes(const QByteArray &command, const QByteArray &line)
{
    static const QRegularExpression heading("^(\\d+)(?=: \\S)"), peer("(?<=@if)(\\d+)"), statistic("(?<=peer_ifindex: )(\\d+)"), alone("^(\\d+)$");
    const auto raised = [](const auto &match) { return QString::number(match.captured().toInt() + 100); };
    QString text = replaced(QString::fromUtf8(line), peer, raised);
    if (command.startsWith("ip ") || command.startsWith("bridge "))
        text = replaced(text, heading, raised);
    text = replaced(text, statistic, raised);
    return (command.endsWith("/iflink") ? replaced(text, alone, raised) : text).toUtf8();
}

} // namespace vethscope::test
