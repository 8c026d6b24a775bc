#include "core/capture/packetstore.h"
#include "core/export/dissectionexport.h"
#include "core/flows/flowpass.h"
#include "core/protocols/protocols.h"
#include "tests/support/commandline.h"
#include "tests/support/tshark.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <filesystem>

using namespace vethscope;
using namespace vethscope::test;

// Dissected packets written as text, CSV, JSON and PDML: held against tshark's own, and against what the command line writes.

namespace {

struct MarkedField {
    QString name, pos, size, show, value;
    };

struct MarkedPacket {
    QStringList headers; // name@pos+size
    QMap<QString, QList<MarkedField>> fields;
};

QList<MarkedPacket> readPdml(const QByteArray &text, QString *problem)
{
    QList<MarkedPacket> packets;
    QXmlStreamReader xml(text);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attribute = [&](const char *name) { return xml.attributes().value(QLatin1String(name)).toString(); };
        if (xml.name() == QLatin1String("packet"))
            packets.emplace_back();
        else if (xml.name() == QLatin1String("proto"))
            packets.back().headers << QStringLiteral("%1@%2+%3").arg(attribute("name"), attribute("pos"), attribute("size"));
        else if (xml.name() == QLatin1String("field") && attribute("hide") != QLatin1String("yes") && !attribute("name").isEmpty())
            packets.back().fields[attribute("name")] << MarkedField{attribute("name"), attribute("pos"), attribute("size"), attribute("show"), attribute("value")};
    }
    *problem = xml.hasError() ? xml.errorString() : QString();
    return packets;
}

// Fields that stand elsewhere than tshark has them, though they say the same: tshark says where a flag's group is, a header field of HTTP with its name, the value of
// a number that was worked out where it came from, options by their first byte.
bool standsElsewhere(const QString &name)
{
    static const QRegularExpression names(QStringLiteral(
        "^(http\\..*|vxlan\\.flag_.|dns\\.(flags\\..*|qry\\.name\\.len|count\\.labels)|ipv6\\.(version|tclass.*|hopopts\\.len_oct|opt\\.padn)|icmp\\.resp_not_found|icmpv6\\.(opt\\.type|nd\\.na\\.flag\\..)|bgp\\.cap\\.gr\\.timers\\..*|"
        "ip\\.(version|hdr_len)|udp\\.(stream|checksum\\.status)|tcp\\.(seq|ack|hdr_len|window_size|window_size_scalefactor|option_kind|options\\.wscale\\.multiplier|analysis.*|nxtseq|stream))$"));
    return names.match(name).hasMatch();
}

// What tshark says of more than the frame's own bytes, and how it writes that nothing is there.
const QSet<QString> saysOtherwise{"frame.protocols", "ipv6.opt.padn"};

// All packets of a file in a format, with what the packets around each one tell.
QByteArray written(const QString &file, DissectionFormat format, const CellColumns &cells = {}, const DissectionParts &parts = {})
{
    const std::vector<std::filesystem::path> paths{file.toStdString()};
    const auto store = PacketStore::open(paths);
    if (!store)
        return "cannot be opened";
    (*store)->waitUntilFinished();
    const Registry registry = protocols::registry();
    const Dissector dissector(registry);
    const FlowPass flows(**store, dissector);
    flows.waitUntilFinished();
    const auto writer = dissectionWriter(format, cells, parts, registry);
    std::string out;
    writer->begin(out);
    for (std::size_t number = 0; number < (*store)->size(); ++number) {
        PacketRow row(**store, dissector, number);
        row.frame.sinceDisplayed = number > 0 ? row.frame.time - (*store)->time(number - 1) : 0;
        writer->write(row, out);
    }
    writer->end(out);
    return QByteArray::fromStdString(out);
}

QString sample(const char *name)
{
    return QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/%1.pcapng").arg(QLatin1String(name));
}

QList<QStringList> readCsv(const QByteArray &text)
{
    QList<QStringList> lines;
    for (const QString &line : QString::fromUtf8(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines << line.mid(1, line.size() - 2).split(QStringLiteral("\",\""));
    return lines;
}

} // namespace

class DissectionsTest : public QObject
{
    Q_OBJECT

    static void captures()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"flannel-vxlan/captures/master.eth0", "flannel-vxlan-dual/captures/dual-1.eth0", "calico-ipip/captures/cn-master.eth0", "flannel-udp/captures/udp-master.eth0",
                                 "calico-bgp-rr/captures/cr-worker1.eth0"})
            QTest::newRow(file) << sample(file);
    }

private slots:
    void pdml_data() { captures(); }

    // Headers and, of every field that both name as often in a packet, its place, its size, its bits and its value.
    void pdml()
    {
        QFETCH(QString, file);
        QString problem;
        const QList<MarkedPacket> ours = readPdml(written(file, DissectionFormat::Pdml), &problem);
        QCOMPARE(problem, QString());
        const QList<MarkedPacket> theirs = readPdml(tsharkOutput(file, Tshark::options() + QStringList{"-2", "-o", "tcp.analyze_sequence_numbers:TRUE", "-T", "pdml"}), &problem);
        QCOMPARE(ours.size(), theirs.size());
        QVERIFY(!ours.isEmpty());
        int fields = 0;
        QMap<QString, QString> differing;
        for (qsizetype i = 0; i < ours.size(); ++i) {
            for (const QString &header : {QStringLiteral("geninfo"), QStringLiteral("frame"), QStringLiteral("eth"), QStringLiteral("ip"), QStringLiteral("udp"), QStringLiteral("tcp"), QStringLiteral("vxlan"),
                                          QStringLiteral("arp")}) {
                const auto of = [&](const MarkedPacket &packet) { return packet.headers.filter(QRegularExpression("^" + header + "@")); };
                if (of(ours[i]).size() == of(theirs[i]).size() && of(ours[i]) != of(theirs[i]))
                    differing[header] = QStringLiteral("%1: %2 / tshark: %3").arg(i + 1).arg(of(ours[i]).join(' '), of(theirs[i]).join(' '));
            }
            for (auto our = ours[i].fields.begin(); our != ours[i].fields.end(); ++our) {
                const QList<MarkedField> their = theirs[i].fields.value(our.key());
                for (qsizetype place = 0; our->size() == their.size() && place < their.size(); ++place) {
                    const MarkedField &a = our->at(place), &b = their[place];
                    ++fields;
                    const auto text = [](const MarkedField &field) { return QStringLiteral("@%1+%2 %3 = %4").arg(field.pos, field.size, field.value, field.show); };
                    const bool isPlaced = text(a) == text(b) || standsElsewhere(our.key()), isSaid = a.show == b.show || saysOtherwise.contains(our.key());
                    if (!(isPlaced || saysOtherwise.contains(our.key())) || !isSaid)
                        differing[our.key()] = QStringLiteral("%1: %2 / tshark: %3").arg(i + 1).arg(text(a), text(b));
                }
            }
        }
        QVERIFY2(fields > 2000, qPrintable(QString::number(fields)));
        QStringList lines;
        for (auto one = differing.begin(); one != differing.end(); ++one)
            lines << one.key() + ' ' + one.value();
        QVERIFY2(lines.isEmpty(), qPrintable(QStringLiteral("%1 of the names:\n").arg(lines.size()) + lines.join('\n')));
    }

    void csv_data() { captures(); }

    void csv()
    {
        QFETCH(QString, file);
        const QList<QStringList> ours = readCsv(written(file, DissectionFormat::Csv, {classicColumns(), {"No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"}}));
        QCOMPARE(ours.value(0), QStringList({"No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"}));
        const QString columns = QStringLiteral("gui.column.format:\"a\",\"%m\",\"b\",\"%Rt\",\"c\",\"%us\",\"d\",\"%ud\",\"e\",\"%L\"");
        const QList<QByteArray> theirs = tsharkOutput(file, Tshark::options() + QStringList{"-o", columns, "-T", "fields", "-e", "_ws.col.a", "-e", "_ws.col.b", "-e", "_ws.col.c", "-e", "_ws.col.d", "-e", "_ws.col.e"}).trimmed().split('\n');
        QCOMPARE(ours.size() - 1, theirs.size());
        for (qsizetype i = 0; i < theirs.size(); ++i) {
            const QStringList &our = ours[i + 1];
            QCOMPARE(our.size(), 7);
            QCOMPARE(QStringList({our[0], our[1], our[2], our[3], our[5]}).join('\t'), QString::fromUtf8(theirs[i]));
        }
    }

    void json_data() { captures(); }

    void json()
    {
        QFETCH(QString, file);
        const QByteArrayList ours = written(file, DissectionFormat::Json).split('\n'), theirs = runCommandLine({"dump", "-2", "-r", file, "-T", "json"}).output.split('\n');
        QVERIFY(theirs.size() > 1000);
        QCOMPARE(ours, theirs);
    }

    void text()
    {
        const CellColumns cells{classicColumns(), {"No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"}};
        const QString file = sample("flannel-vxlan/captures/master.eth0");
        const QByteArrayList summary = written(file, DissectionFormat::Text, cells, {.summary = true, .details = false}).split('\n');
        QCOMPARE(summary.size(), 107); // titles, 105 packets, and nothing behind the last line's end
        QVERIFY(summary[3].startsWith("3      0.000079418"));
        const QByteArray whole = written(file, DissectionFormat::Text, cells, {.bytes = true});
        QCOMPARE(whole.count("Virtual eXtensible LAN"), written(file, DissectionFormat::Text, {}, {.summary = false}).count("Virtual eXtensible LAN"));
        const QByteArray dump = tsharkOutput(file, Tshark::options() + QStringList{"-x", "-c", "1"});
        QVERIFY2(whole.contains(dump.trimmed()), dump.constData()); // tshark's hex dump of the first packet
        QCOMPARE(written(file, DissectionFormat::Text, cells, {.pageEach = true}).count('\f'), 104);
    }

    // Titles and cells with quotes and commas stay cells; what XML cannot hold is written otherwise.
    void oddText()
    {
        const std::vector<ColumnSpec> columns{{.column = Column::Field, .expression = "dns.qry.name"}, {.column = Column::Number}, {.column = Column::Info, .isHidden = true}};
        const QByteArray csv = written(sample("flannel-vxlan/captures/master.eth0"), DissectionFormat::Csv, {columns, {"a \"b\", c", "No.", "Info"}});
        QVERIFY(csv.startsWith("\"a \"\"b\"\", c\",\"No.\"\n\"\",\"1\"\n"));
    }
};

QTEST_GUILESS_MAIN(DissectionsTest)
#include "tst_dissections.moc"
