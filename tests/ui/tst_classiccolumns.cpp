#include "core/flows/flowpass.h"
#include "core/names/wellknownmacs.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/programs.h"
#include "ui/models/packetlistmodel.h"
#include "ui/shared/opencapture.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <map>
#include <string>

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

QByteArray inIpv4(int protocol, const QByteArray &payload)
{
    return fromHex("02000000000102000000000208004500") + number(20 + std::uint64_t(payload.size()), 2, Order::Big) + fromHex("0001000040") + char(protocol) + fromHex("00000a0000010a000002") + payload;
}

QByteArray inIpv6(int protocol, const QByteArray &payload)
{
    return fromHex("02000000000102000000000286dd60000000") + number(std::uint64_t(payload.size()), 2, Order::Big) + char(protocol) + fromHex("fffe800000000000000000000000000001fe800000000000000000000000000002") + payload;
}

// Neighbours with and without flags and addresses, errors with every reason, a large extension header before a ping, TCP's rarer options, DNS with
// additional records, HTTP with bodies, several BGP messages in one segment.
QByteArray others()
{
    QList<QByteArray> packets;
    const QByteArray target = fromHex("fe800000000000000000000000000005"), source = fromHex("0101020000000009"), other = fromHex("0201020000000009");
    for (const char *flags : {"00000000", "20000000", "40000000", "80000000", "e0000000"})
        for (const QByteArray &options : {QByteArray(), other, source, source + other})
            packets << inIpv6(58, fromHex("88000000") + fromHex(flags) + target + options) << inIpv6(58, fromHex("8700000000000000") + target + options);
    for (const QByteArray &options : {QByteArray(), source, fromHex("0501000000000500") + source})
        packets << inIpv6(58, fromHex("8500000000000000") + options) << inIpv6(58, fromHex("86000000400000000000000000000000") + options)
                << inIpv6(58, fromHex("8900000000000000") + target + target + options);
    const QByteArray quoted6 = inIpv6(17, fromHex("9c40000900090000") + "a").mid(14), quoted4 = inIpv4(17, fromHex("9c40000900090000") + "a").mid(14);
    for (int code = 0; code < 8; ++code)
        packets << inIpv6(58, char(1) + QByteArray(1, char(code)) + fromHex("000000000000") + quoted6);
    for (int code = 0; code < 2; ++code)
        packets << inIpv6(58, char(3) + QByteArray(1, char(code)) + fromHex("000000000000") + quoted6) << inIpv4(1, char(11) + QByteArray(1, char(code)) + fromHex("000000000000") + quoted4);
    for (int code = 0; code < 3; ++code)
        packets << inIpv4(1, char(12) + QByteArray(1, char(code)) + fromHex("000000000000") + quoted4);
    for (int code = 0; code < 4; ++code)
        packets << inIpv6(58, char(4) + QByteArray(1, char(code)) + fromHex("000000000000") + quoted6) << inIpv4(1, char(5) + QByteArray(1, char(code)) + fromHex("00000a000003") + quoted4);
    for (int code = 0; code < 16; ++code)
        packets << inIpv4(1, char(3) + QByteArray(1, char(code)) + fromHex("000000000000") + quoted4);
    packets << inIpv6(58, fromHex("0200000000000500") + quoted6) << inIpv6(0, fromHex("3a00050200000000") + fromHex("8000000000070001") + "ping");
    for (const char *options : {"0101050a0000000a00000014", "01010512000000010000000500000008000000094401", "0204058422020000", "020405842206abcdabcd0101", "01030302" "04020101", "0303ff00"})
        packets << inIpv4(6, fromHex("9c41138800000064000000c8") + char(0x50 + 16 * (fromHex(options).size() / 4)) + fromHex("10020000000000") + fromHex(options).left(fromHex(options).size() / 4 * 4));
    const auto dns = [&](const char *message) { packets << inIpv4(17, fromHex("c0000035") + number(8 + std::uint64_t(fromHex(message).size()), 2, Order::Big) + fromHex("0000") + fromHex(message)); };
    dns("e4c1 0120 0001 0000 0000 0001 0374656100 0001 0001 00 0029 1000 0000 0000 0000");
    dns("e4c2 0120 0001 0000 0000 0002 0374656100 0001 0001 c00c 0001 0001 00000000 0004 0a600a0a 00 0029 1000 0000 0000 0000");
    const auto tcp = [&](int from, int to, const QByteArray &payload) {
        packets << inIpv4(6, number(std::uint64_t(from), 2, Order::Big) + number(std::uint64_t(to), 2, Order::Big) + fromHex("00000064000000c8501810000000 0000") + payload);
    };
    int port = 40000;
    for (const char *head : {"Content-Type: text/html; charset=utf-8\r\n", "content-type:text/plain\r\n", "Content-Type: application/octet-stream\r\n", "Server: none\r\n", ""})
        for (const char *body : {"", "{}"})
            tcp(80, ++port, QByteArray("HTTP/1.1 200 OK\r\n") + head + "Content-Length: " + QByteArray::number(qstrlen(body)) + "\r\n\r\n" + body);
    tcp(++port, 80, "POST /x HTTP/1.1\r\nHost: tea\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=b");
    const QByteArray keepalive = fromHex("ffffffffffffffffffffffffffffffff001304"), open = fromHex("ffffffffffffffffffffffffffffffff001d0104fde8005a0a00000100"), update = fromHex("ffffffffffffffffffffffffffffffff00170200000000");
    tcp(++port, 179, keepalive);
    tcp(++port, 179, open + keepalive);
    tcp(++port, 179, update + update + keepalive);
    PcapFile file;
    for (qsizetype i = 0; i < packets.size(); ++i)
        file.packet(1000 + std::uint32_t(i), 0, packets[i]);
    return file.bytes();
}

const QString wiresharksTables = QStringLiteral("/usr/share/wireshark/"); // until 4.0; later ones have them inside

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

// A frame from each address that every nth line of a table has, with the bits that a range leaves open set.
QByteArray framesFrom(const QByteArray &table, int nth)
{
    PcapFile file;
    int count = 0;
    static const QRegularExpression range("^([0-9A-Fa-f]{2}(?:[-:][0-9A-Fa-f]{2}){2,5})(?:/([0-9]+))?\\s", QRegularExpression::MultilineOption);
    for (auto found = range.globalMatch(QString::fromUtf8(table)); found.hasNext();) {
        const QRegularExpressionMatch line = found.next();
        QByteArray address = QByteArray::fromHex(line.captured(1).toLatin1());
        const int bits = line.hasCaptured(2) ? line.captured(2).toInt() : int(address.size()) * 8;
        address.append(6 - address.size(), '\0');
        for (int bit = bits; bit < 48; ++bit)
            if ((count * 7 + bit) % 3 != 0)
                address[bit / 8] = char(address[bit / 8] | 0x80 >> bit % 8);
        if (count++ % nth == 0)
            file.packet(1000 + std::uint32_t(count), 0, QByteArray(6, '\xff') + address + fromHex("88b5") + QByteArray(46, '\0'));
    }
    return file.bytes();
}

} // namespace

class ClassicColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        NEEDS_PROGRAMS("tshark");
        QVERIFY(m_folder.isValid());
        QFile file(m_folder.filePath("others.pcap"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(others());
    }

    void tsharksCells_data()
    {
        QTest::addColumn<QString>("capture");
        for (const char *name : {"flannel-vxlan/captures/master.eth0.pcapng", "calico-ipip/captures/cn-master.eth0.pcapng", "flannel-vxlan-dual/captures/dual-1.eth0.pcapng"})
            QTest::newRow(name) << samples + name;
        QTest::newRow("what the samples do not have") << m_folder.filePath("others.pcap");
    }

    void tsharksCells()
    {
        QFETCH(QString, capture);
        OpenCapture open;
        QVERIFY(open.open({capture}));
        QTRY_VERIFY(open.isComplete() && open.flows().finished());
        open.setNamesWanted({.physical = false, .network = false});
        compare(ourRows(open), theirRows(capture, {"-n"}));
    }

    void tsharksNames_data() { tsharksCells_data(); }

    // The same with the names that somebody gives: tshark reads them as a file of hosts.
    void tsharksNames()
    {
        QFETCH(QString, capture);
        OpenCapture open;
        QVERIFY(open.open({capture}));
        QTRY_VERIFY(open.isComplete() && open.flows().finished());
        open.setNamesWanted({.physical = false});
        const QList<QStringList> bare = ourRows(open);
        std::map<IpAddress, std::string> names;
        QTemporaryFile hosts;
        QVERIFY(hosts.open());
        for (const QStringList &row : bare)
            for (const QString &end : {row[2], row[3]})
                if (const auto address = IpAddress::parse(end.toStdString()); address && !names.contains(*address)) {
                    names[*address] = "host-" + std::to_string(names.size());
                    hosts.write((end + ' ' + QString::fromStdString(names[*address]) + '\n').toUtf8());
                }
        QVERIFY(hosts.flush());
        QVERIFY(names.size() > 3);
        open.setGivenNames(names);
        const QList<QStringList> ours = ourRows(open);
        QVERIFY(ours != bare);
        compare(ours, theirRows(capture, {"-N", "n", "-H", hosts.fileName()}));
        open.setNamesWanted({.physical = false, .network = false});
        QCOMPARE(ourRows(open), bare);
    }

    void tsharksPhysicalNames_data() { tsharksCells_data(); }

    void tsharksPhysicalNames()
    {
        if (!QFileInfo::exists(wiresharksTables + "manuf"))
            QSKIP("Wireshark's tables are inside it");
        QFETCH(QString, capture);
        OpenCapture open;
        QVERIFY(open.open({capture}));
        QTRY_VERIFY(open.isComplete() && open.flows().finished());
        open.setSystemNames(readSystemNames(SystemNameFiles::here()));
        open.setNamesWanted({.network = false});
        compare(ourRows(open), theirRows(capture, {"-N", "m"}));
    }

    // All that is well known, vendors of each kind, and, of our own words, those without any table.
    void tsharksMacs_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<int>("nth");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("well-known") << contents(wiresharksTables + "wka") << 1 << true;
        QTest::newRow("vendors") << contents(wiresharksTables + "manuf") << 17 << true;
        QTest::newRow("our words") << QByteArray(wellKnownMacs.data(), qsizetype(wellKnownMacs.size())) << 1 << false;
    }

    void tsharksMacs()
    {
        QFETCH(QByteArray, table);
        QFETCH(int, nth);
        QFETCH(bool, isRead);
        if (table.isEmpty())
            QSKIP("Wireshark's tables are inside it");
        const QString capture = writeFile(m_folder, "macs.pcap", framesFrom(table, nth));
        OpenCapture open;
        QVERIFY(open.open({capture}));
        QTRY_VERIFY(open.isComplete());
        if (isRead)
            open.setSystemNames(readSystemNames(SystemNameFiles::here()));
        const QList<QStringList> ours = ourRows(open), theirs = theirRows(capture, {"-N", "m"});
        QVERIFY(ours.size() > (isRead ? 200 : 15));
        QCOMPARE(ours.size(), theirs.size());
        for (qsizetype row = 0; row < ours.size(); ++row)
            QCOMPARE(ours[row].mid(2, 2), theirs[row].mid(2, 2));
    }

    void tsharksPorts_data() { tsharksCells_data(); }

    void tsharksPorts()
    {
        if (!QFileInfo::exists(wiresharksTables + "services"))
            QSKIP("Wireshark's tables are inside it");
        QFETCH(QString, capture);
        OpenCapture open;
        QVERIFY(open.open({capture}));
        QTRY_VERIFY(open.isComplete() && open.flows().finished());
        open.setSystemNames(readSystemNames(SystemNameFiles::here()));
        open.setNamesWanted({.physical = false, .network = false});
        const QList<QStringList> bare = ourRows(open);
        open.setNamesWanted({.physical = false, .network = false, .transport = true});
        const QList<QStringList> ours = ourRows(open);
        QVERIFY(ours != bare);
        compare(ours, theirRows(capture, {"-N", "t"}));
    }

private:
    QTemporaryDir m_folder;

    // Blanks at the end of a cell are not seen.
    static void compare(const QList<QStringList> &ours, const QList<QStringList> &theirs)
    {
        QVERIFY(ours.size() > 50);
        QCOMPARE(ours.size(), theirs.size());
        for (qsizetype row = 0; row < ours.size(); ++row) {
            QStringList cells = theirs[row];
            while (cells.last().endsWith(' '))
                cells.last().chop(1);
            QCOMPARE(ours[row], cells);
        }
    }
};

QTEST_MAIN(ClassicColumnsTest)
#include "tst_classiccolumns.moc"
