#include "tests/support/privatenetwork.h"
#include "tests/support/programs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace vethscope::test;

// vethscope-cli dump -w: what tshark reads in the written file is what it reads in the same packets of the original.

namespace {

const QString cli = QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli");
const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

const QStringList vxlan{"-d", "udp.port==8472,vxlan"}; // what tshark does not know by itself

QByteArray tshark(const QString &path, const QString &filter, bool interfaces)
{
    QStringList arguments = QStringList{"-n", "-r", path, "-T", "fields"} + vxlan;
    QStringList fields{"frame.time_epoch", "frame.len", "frame.cap_len", "eth.src", "ip.src", "ip.checksum", "frame.comment"};
    if (interfaces)
        fields << "frame.interface_id" << "frame.interface_name";
    for (const QString &field : fields)
        arguments << "-e" << field;
    if (!filter.isEmpty())
        arguments << "-Y" << filter;
    return runProgram("tshark", arguments).out;
}

} // namespace

class DumpWriteTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void initTestCase() { NEEDS_PROGRAMS("tshark", "editcap", "capinfos"); }

    void tsharkReadsTheSame_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("interfaces"); // pcap has none; what is written has one
        QTest::newRow("all") << "flannel-vxlan/captures/master.eth0.pcapng" << "" << true;
        QTest::newRow("some") << "flannel-vxlan/captures/master.eth0.pcapng" << "icmp" << true;
        QTest::newRow("none") << "flannel-vxlan/captures/master.eth0.pcapng" << "ospf" << true;
        QTest::newRow("cooked, from pcap") << "flannel-vxlan/captures/master.any.pcap" << "dns" << false;
    }

    void tsharkReadsTheSame()
    {
        QFETCH(QString, file);
        QFETCH(QString, filter);
        QFETCH(bool, interfaces);
        const QString written = m_folder.filePath("written.pcapng");
        const Outcome outcome = runProgram(cli, {"dump", "-r", samples + file, "-Y", filter, "-w", written});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.out + outcome.error, QByteArray());
        const QByteArray before = tshark(samples + file, filter, interfaces);
        QCOMPARE(tshark(written, {}, interfaces), before);
        QCOMPARE(before.isEmpty(), filter == "ospf");
    }

    void commentsAndResolutionAreKept()
    {
        const QString commented = m_folder.filePath("commented.pcapng");
        const QString written = m_folder.filePath("again.pcapng");
        QCOMPARE(runProgram("editcap", {"-a", "2:the second packet", "-a", "3:the third", samples + "flannel-vxlan/captures/master.eth0.pcapng", commented}).exitCode, 0);
        QCOMPARE(runProgram(cli, {"dump", "-r", commented, "-Y", "frame.number in {2, 3}", "-w", written}).exitCode, 0);
        QCOMPARE(runProgram("tshark", {"-r", written, "-T", "fields", "-e", "frame.comment"}).out, QByteArray("the second packet\nthe third\n"));
        const auto resolution = [](const QString &path) {
            const QByteArray out = runProgram("capinfos", {"-I", path}).out;
            const qsizetype at = out.indexOf("Time ticks per second");
            return out.mid(at, out.indexOf('\n', at) - at);
        };
        QVERIFY(!resolution(written).isEmpty());
        QCOMPARE(resolution(written), resolution(commented));
    }

    void writesToStandardOutput()
    {
        const Outcome outcome = runProgram("sh", {"-c", cli + " dump -r " + samples + "flannel-vxlan/captures/master.eth0.pcapng -Y icmp -w - | tshark -r - " + vxlan.join(' ') + " -T fields -e icmp.type"});
        QCOMPARE(outcome.out, runProgram("tshark", QStringList{"-r", samples + "flannel-vxlan/captures/master.eth0.pcapng", "-Y", "icmp", "-T", "fields", "-e", "icmp.type"} + vxlan).out);
        QVERIFY(outcome.out.contains('8'));
    }

    void printsAsWellWhenAsked()
    {
        const QString file = samples + "flannel-vxlan/captures/master.eth0.pcapng";
        const Outcome plain = runProgram(cli, {"dump", "-r", file, "-c", "3"});
        const Outcome both = runProgram(cli, {"dump", "-r", file, "-c", "3", "-P", "-w", m_folder.filePath("both.pcapng")});
        QCOMPARE(both.exitCode, 0);
        QCOMPARE(both.out, plain.out);
        QCOMPARE(plain.out.count('\n'), 3);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("the file that is read") << QStringList{"-w", "COPY"} << 2 << QByteArray("this is the file that is read");
        QTest::newRow("no such folder") << QStringList{"-w", "/nosuchfolder/x.pcapng"} << 4 << QByteArray("-w /nosuchfolder/x.pcapng: No such file or directory");
        QTest::newRow("print without a file") << QStringList{"-P"} << 2 << QByteArray("-P prints what -w writes");
        QTest::newRow("full disk") << QStringList{"-w", "/dev/full"} << 4 << QByteArray("-w /dev/full: No space left on device");
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, sentence);
        const QString copy = m_folder.filePath("copy.pcapng");
        QFile::remove(copy);
        QVERIFY(QFile::copy(samples + "flannel-vxlan/captures/master.eth0.pcapng", copy));
        const qint64 size = QFileInfo(copy).size();
        arguments.replaceInStrings("COPY", copy);
        const Outcome outcome = runProgram(cli, QStringList{"dump", "-r", copy} + arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.error.contains(sentence), outcome.error.constData());
        QCOMPARE(QFileInfo(copy).size(), size);
    }
};

QTEST_GUILESS_MAIN(DumpWriteTest)
#include "tst_dumpwrite.moc"
