#include "tests/support/commandline.h"
#include "tests/support/programs.h"
#include "tests/support/tshark.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace vethscope::test;

// `vethscope-cli conversations` beside `tshark -z conv` and `-z endpoints`, over the sample captures. tshark knows no scopes, so ours
// are added together; it gives ports that are used again a line for each connection, which are added, too.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples");

// What tshark calls a kind in its options and above its tables.
struct Kind {
    QString name;
    QString option;
    QString title;
};
const QList<Kind> kinds{{"ethernet", "eth", "Ethernet"}, {"ipv4", "ip", "IPv4"}, {"ipv6", "ipv6", "IPv6"}, {"tcp", "tcp", "TCP"}, {"udp", "udp", "UDP"}};

struct Flow {
    qint64 packets = 0;
    qint64 bytes = 0;

    Flow &operator+=(const Flow &other)
    {
        packets += other.packets;
        bytes += other.bytes;
        return *this;
    }
};

struct Line {
    Flow there; // from the first end of its key to the second; of an endpoint, what it sent
    Flow back;
    double start = INFINITY;
    double end = -INFINITY;
};

using Lines = QMap<QString, Line>; // by kind and ends, `tcp 10.0.0.1:80 10.0.0.2:1000`, the lesser text first

void addConversation(Lines &to, const QString &kind, const QString &a, const QString &b, const Flow &fromA, const Flow &fromB, double start, double duration)
{
    const bool inOrder = a <= b;
    Line &line = to[kind + ' ' + (inOrder ? a + ' ' + b : b + ' ' + a)];
    line.there += inOrder ? fromA : fromB;
    line.back += inOrder ? fromB : fromA;
    line.start = std::min(line.start, start);
    line.end = std::max(line.end, start + duration);
}

struct Report {
    Lines conversations;
    Lines endpoints;
};

// `16 kB` is 16000 up to 16999 bytes: the thousands are kept, negative.
qint64 bytesIn(const QString &number, const QString &unit)
{
    return unit == "bytes" ? number.toLongLong() : -number.toLongLong();
}

Report tsharksReport(const QString &file)
{
    QStringList arguments = QStringList{"-q"} + Tshark::options();
    for (const Kind &kind : kinds)
        arguments << "-z" << "conv," + kind.option << "-z" << "endpoints," + kind.option;
    static const QRegularExpression title("^(\\S+) (Conversations|Endpoints)$");
    static const QRegularExpression conversation("^(\\S+) +<-> (\\S+) +(\\d+) (\\d+) (bytes|kB) +(\\d+) (\\d+) (bytes|kB) +\\d+ \\d+ (?:bytes|kB) +(-?[\\d.]+) +([\\d.]+)");
    Report report;
    QString kind;
    bool endpoints = false;
    for (const QByteArray &bytes : tsharkOutput(file, arguments).split('\n')) {
        const QString line = QString::fromUtf8(bytes);
        if (const auto heading = title.match(line); heading.hasMatch()) {
            const auto known = std::ranges::find(kinds, heading.captured(1), &Kind::title);
            kind = known == kinds.end() ? QString() : known->name;
            endpoints = heading.captured(2) == "Endpoints";
        } else if (const auto match = conversation.match(line); match.hasMatch()) {
            const Flow back{match.captured(3).toLongLong(), bytesIn(match.captured(4), match.captured(5))};
            const Flow there{match.captured(6).toLongLong(), bytesIn(match.captured(7), match.captured(8))};
            addConversation(report.conversations, kind, match.captured(1), match.captured(2), there, back, match.captured(9).toDouble(), match.captured(10).toDouble());
        } else if (endpoints && !line.startsWith('=') && !line.startsWith("Filter") && !line.contains('|')) {
            QStringList words = line.simplified().split(' ');
            if (words.size() < 7)
                continue;
            if (words.size() == 8)
                words[0] += ':' + words.takeAt(1);
            report.endpoints[kind + ' ' + words[0]] = {{words[3].toLongLong(), words[4].toLongLong()}, {words[5].toLongLong(), words[6].toLongLong()}};
        }
    }
    return report;
}

QString endOf(const QJsonObject &end)
{
    return end["port"].isNull() ? end["address"].toString() : end["address"].toString() + ':' + QString::number(end["port"].toInt());
}

QJsonArray listFrom(const QString &file, const QString &key, const QStringList &options)
{
    const CommandResult result = runCommandLine(QStringList{"conversations", "-r", file, "--format", "json"} + options);
    return QJsonDocument::fromJson(result.output)[key].toArray();
}

// The rows of the CSV, as maps from the heading's names. Without a snapshot no cell holds a comma.
QList<QMap<QString, QString>> rowsFrom(const QString &file, const QStringList &options)
{
    const CommandResult result = runCommandLine(QStringList{"conversations", "-r", file, "--format", "csv"} + options);
    QList<QMap<QString, QString>> rows;
    const QStringList lines = QString::fromUtf8(result.output).split('\n', Qt::SkipEmptyParts);
    const QStringList heading = lines.value(0).split(',');
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.split(',');
        for (qsizetype i = 0; i < heading.size(); ++i)
            (i == 0 ? rows.emplaceBack() : rows.back())[heading[i]] = cells.value(i);
    }
    return rows;
}

QString endOf(const QMap<QString, QString> &row, const QString &end)
{
    return row[end + "port"].isEmpty() ? row[end + "address"] : row[end + "address"] + ':' + row[end + "port"];
}

// The same from CSV, a run for each kind in tshark's own word for it.
Report ourTable(const QString &file)
{
    Report report;
    for (const Kind &kind : kinds) {
        for (const auto &row : rowsFrom(file, {"--kind", kind.option}))
            addConversation(report.conversations, kind.name, endOf(row, "a."), endOf(row, "b."), {row["packets_a_to_b"].toLongLong(), row["bytes_a_to_b"].toLongLong()},
                            {row["packets_b_to_a"].toLongLong(), row["bytes_b_to_a"].toLongLong()}, row["start"].toDouble(), row["duration"].toDouble());
        for (const auto &row : rowsFrom(file, {"--kind", kind.option, "--endpoints"})) {
            Line &line = report.endpoints[kind.name + ' ' + endOf(row, "")];
            line.there += {row["sent_packets"].toLongLong(), row["sent_bytes"].toLongLong()};
            line.back += {row["received_packets"].toLongLong(), row["received_bytes"].toLongLong()};
        }
    }
    return report;
}

Report ourReport(const QString &file)
{
    Report report;
    for (const QJsonValue &one : listFrom(file, "conversations", {}))
        addConversation(report.conversations, one["kind"].toString(), endOf(one["a"].toObject()), endOf(one["b"].toObject()),
                        {one["packets_a_to_b"].toInteger(), one["bytes_a_to_b"].toInteger()}, {one["packets_b_to_a"].toInteger(), one["bytes_b_to_a"].toInteger()},
                        one["start"].toDouble(), one["duration"].toDouble());
    for (const QJsonValue &one : listFrom(file, "endpoints", {"--endpoints"})) {
        Line &line = report.endpoints[one["kind"].toString() + ' ' + endOf(one.toObject())];
        line.there += {one["sent_packets"].toInteger(), one["sent_bytes"].toInteger()};
        line.back += {one["received_packets"].toInteger(), one["received_bytes"].toInteger()};
    }
    return report;
}

bool sameBytes(qint64 theirs, qint64 ours)
{
    return theirs >= 0 ? theirs == ours : -theirs == ours / 1000;
}

QString textOf(const Line &line)
{
    return QStringLiteral("%1/%2 %3/%4 %5-%6").arg(line.there.packets).arg(line.there.bytes).arg(line.back.packets).arg(line.back.bytes)
        .arg(line.start, 0, 'f', 6).arg(line.end, 0, 'f', 6);
}

// Each line of either, in one tally for the kind and what of it is compared.
void compare(Tallies &tallies, const QString &what, const Lines &theirs, const Lines &ours, const QString &file)
{
    QStringList keys = theirs.keys() + ours.keys();
    keys.sort();
    keys.removeDuplicates();
    for (const QString &key : keys) {
        const Line left = theirs.value(key);
        const Line right = ours.value(key);
        const auto difference = [&] { return QStringLiteral("%1: %2: tshark %3, vethscope %4").arg(QFileInfo(file).fileName(), key, textOf(left), textOf(right)); };
        const QString kind = what + ' ' + key.section(' ', 0, 0);
        tallies[kind + " packets"].add(left.there.packets == right.there.packets && left.back.packets == right.back.packets, difference);
        tallies[kind + " bytes"].add(sameBytes(left.there.bytes, right.there.bytes) && sameBytes(left.back.bytes, right.back.bytes), difference);
        if (what == "conversations") // tshark rounds durations to four decimals
            tallies[kind + " times"].add(std::abs(left.start - right.start) < 1e-8 && std::abs(left.end - right.end) < 1.5e-4, difference);
    }
}

Tallies compare(const QString &file)
{
    const Report theirs = tsharksReport(file);
    Tallies tallies;
    for (const Report &ours : {ourReport(file), ourTable(file)}) {
        compare(tallies, "conversations", theirs.conversations, ours.conversations, file);
        compare(tallies, "endpoints", theirs.endpoints, ours.endpoints, file);
    }
    return tallies;
}

} // namespace

class TsharkConversationsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        NEEDS_PROGRAMS("tshark");
    }

    void theSamples()
    {
        const Tallies tallies = sumOver<Tallies>(capturesBelow(samples), [](const QString &file) { return compare(file); });
        for (auto it = tallies.begin(); it != tallies.end(); ++it)
            qInfo().noquote() << QStringLiteral("%1 %2 of %3").arg(it.key(), -30).arg(it->same, 6).arg(it->values, 6) << it->example;
        for (const Kind &kind : kinds)
            for (const char *what : {"conversations", "endpoints"})
                QVERIFY2(tallies[QStringLiteral("%1 %2 packets").arg(what, kind.name)].values > 10, qPrintable(kind.name));
        for (const Tally &tally : tallies)
            QVERIFY2(tally.different() == 0, qPrintable(tally.example));
    }
};

QTEST_GUILESS_MAIN(TsharkConversationsTest)
#include "tst_tsharkconversations.moc"
