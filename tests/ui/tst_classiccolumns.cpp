#include "core/flows/flowpass.h"
#include "tests/support/programs.h"
#include "ui/models/packetlistmodel.h"
#include "ui/shared/opencapture.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Wireshark's set of columns beside what tshark prints by default, cell by cell.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

// Frames by themselves, and the ports that Linux and flannel have.
const QStringList framesAlone{"-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE", "-o", "tcp.desegment_tcp_streams:FALSE", "-o", "tcp.analyze_sequence_numbers:TRUE",
                              "-o", "http.desegment_headers:FALSE", "-o", "http.desegment_body:FALSE"};
const QStringList titles{"No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"};

QByteArray tshark(const QStringList &arguments)
{
    QProcess process;
    process.start("tshark", arguments);
    return process.waitForFinished(120'000) ? process.readAllStandardOutput() : QByteArray();
}

QList<QStringList> theirRows(const QString &capture, const QStringList &names)
{
    QStringList arguments = QStringList{"-2", "-r", capture} + names + framesAlone + QStringList{"-T", "fields"};
    for (const QString &title : titles)
        arguments << "-e" << "_ws.col." + title;
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(tshark(arguments)).split('\n', Qt::SkipEmptyParts))
        rows << line.split('\t');
    return rows;
}

QList<QStringList> ourRows(OpenCapture &capture)
{
    PacketListModel model(capture);
    model.columns().set(classicColumns());
    QList<QStringList> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        rows << cells;
    }
    return rows;
}

// What Info says otherwise on purpose, taken out of both: numbers are shown in one byte order, MAC addresses,
// types of content and hop limits are left to the tree, and BGP tells more. The order of a SYN's options is the header's in tshark, always the same here.
QString comparable(QString info)
{
    static const QRegularExpression swapped(R"((seq=\d+)/\d+)"), told("((OPEN|UPDATE) Message): (AS [^,]*, hold time [^,]*, identifier [0-9.]+|End-of-RIB|[0-9./]+ via [0-9.]+)"),
        type(R"(  \((text|application)/[^)]*\))"), from(R"( from ([0-9a-f]{2}:){5}[0-9a-f]{2})"),
        hops(R"(, hop limit=\d+)"), advertised(R"((Neighbor Advertisement) (\S+) \([a-z, ]+\)( is at ([0-9a-f]{2}:){5}[0-9a-f]{2})?)");
    info.replace(swapped, R"(\1)").replace(told, R"(\1)").remove(type).remove(from).replace(advertised, R"(\1 for \2)").remove(hops);
    QStringList words = info.simplified().split(' ');
    if (info.contains("[SYN"))
        words.sort();
    return words.join(' ');
}

} // namespace

class ClassicColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { NEEDS_PROGRAMS("tshark"); }

    void tsharksCells_data()
    {
        QTest::addColumn<QString>("capture");
        for (const char *name : {"flannel-vxlan/captures/master.eth0.pcapng", "calico-ipip/captures/cn-master.eth0.pcapng", "flannel-vxlan-dual/captures/dual-1.eth0.pcapng"})
            QTest::newRow(name) << samples + name;
    }

    void tsharksCells()
    {
        QFETCH(QString, capture);
        OpenCapture open;
        QVERIFY(open.open({capture}));
        QTRY_VERIFY(open.isComplete() && open.flows().finished());
        const QList<QStringList> ours = ourRows(open), theirs = theirRows(capture, {"-n"});
        QVERIFY(ours.size() > 50);
        QCOMPARE(ours.size(), theirs.size());
        for (qsizetype row = 0; row < ours.size(); ++row) {
            QCOMPARE(ours[row].mid(0, 6), theirs[row].mid(0, 6));
            QCOMPARE(comparable(ours[row].value(6)), comparable(theirs[row].value(6)));
        }
    }
};

QTEST_MAIN(ClassicColumnsTest)
#include "tst_classiccolumns.moc"
