#include "tests/support/programs.h"
#include "tests/support/capturefile.h"
#include "ui/models/packetlistmodel.h"
#include "ui/opencapture.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Wireshark's set of columns beside what tshark prints by default, cell by cell: with addresses, and with the names that the capture has of them.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

// Frames by themselves, and the ports that Linux and flannel have.
const QStringList framesAlone{"-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE", "-o", "tcp.desegment_tcp_streams:FALSE", "-o", "tcp.analyze_sequence_numbers:FALSE", "-o", "tcp.relative_sequence_numbers:FALSE",
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
    QStringList arguments = QStringList{"-r", capture} + names + framesAlone + QStringList{"-T", "fields"};
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

// What Info says otherwise on purpose, taken out of both: numbers are shown in one byte order, what another frame says is not in this one's line, MAC addresses,
// types of content and hop limits are left to the tree, and BGP tells more. A window is counted in
// the units of its SYN only where a pass over the capture has seen that. The order of a SYN's options is the header's in tshark, always the same here.
QString comparable(QString info)
{
    static const QRegularExpression swapped(R"((seq=\d+)/\d+)"), others(R"( \((request|reply) in \d+\)| \(no response found!\))"), told("((OPEN|UPDATE) Message): (AS [^,]*, hold time [^,]*, identifier [0-9.]+|End-of-RIB|[0-9./]+ via [0-9.]+)"),
        type(R"(  \((text|application)/[^)]*\))"), from(R"( from ([0-9a-f]{2}:){5}[0-9a-f]{2})"),
        hops(R"(, hop limit=\d+| Win=\d+)"), advertised(R"((Neighbor Advertisement) (\S+) \([a-z, ]+\)( is at ([0-9a-f]{2}:){5}[0-9a-f]{2})?)");
    info.replace(swapped, R"(\1)").remove(others).replace(told, R"(\1)").remove(type).remove(from).replace(advertised, R"(\1 for \2)").remove(hops);
    QStringList words = info.simplified().split(' ');
    if (info.contains("[SYN"))
        words.sort();
    return words.join(' ');
}

} // namespace

class ClassicColumnsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void initTestCase() { NEEDS_PROGRAMS("tshark"); }

    void tsharksCells_data()
    {
        QTest::addColumn<QString>("capture");
        QTest::addColumn<QByteArray>("hosts");
        const QByteArray hosts = "10.244.0.60 tea\n10.244.1.3 web\n172.27.0.11 master\n172.27.16.10 worker\n";
        const QByteArray dual = "10.244.0.1 gateway\n2001:db8:27::1 router\n";
        for (const auto &[name, names] : {std::pair{"flannel-vxlan/captures/master.eth0.pcapng", hosts}, {"calico-ipip/captures/cn-master.eth0.pcapng", QByteArray("172.27.0.31 cn-master\n")},
                                          {"flannel-vxlan-dual/captures/dual-1.eth0.pcapng", dual}}) {
            QTest::addRow("%s", name) << samples + name << QByteArray();
            QTest::addRow("%s, names", name) << samples + name << names;
        }
    }

    void tsharksCells()
    {
        QFETCH(QString, capture);
        QFETCH(QByteArray, hosts);
        QStringList names{"-n"};
        if (!hosts.isEmpty()) {
            const QString file = writeFile(m_folder, "hosts", hosts), named = m_folder.filePath("named.pcapng");
            tshark({"-r", capture, "-H", file, "-w", named}); // it keeps the names in the file
            capture = named;
            names = QStringList{"-N", "n"};
        }
        OpenCapture open;
        QVERIFY(open.open({capture}));
        QTRY_VERIFY(open.isComplete());
        const QList<QStringList> ours = ourRows(open), theirs = theirRows(capture, names);
        QVERIFY(ours.size() > 50);
        QCOMPARE(ours.size(), theirs.size());
        int named = 0;
        for (qsizetype row = 0; row < ours.size(); ++row) {
            QCOMPARE(ours[row].mid(0, 6), theirs[row].mid(0, 6));
            QCOMPARE(comparable(ours[row].value(6)), comparable(theirs[row].value(6)));
            named += !theirs[row][2].contains('.') && !theirs[row][2].contains(':');
        }
        QCOMPARE(named > 0, !hosts.isEmpty());
    }
};

QTEST_MAIN(ClassicColumnsTest)
#include "tst_classiccolumns.moc"
