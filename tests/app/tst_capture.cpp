#include "core/capture/packetstore.h"
#include "tests/support/privatenetwork.h"
#include "tests/support/programs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace vethscope;
using namespace vethscope::test;

// vethscope-cli capture and the helper behind it, on a veth pair between two network namespaces.

namespace {

const QString cli = QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli");
const QString helper = QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-capture");
constexpr int pings = 50;

/// A capture that runs beside the test.
class Running
{
public:
    explicit Running(const QStringList &arguments, const QString &program = cli)
    {
        m_process.start(program, program == cli ? QStringList{"capture"} + arguments : arguments);
        m_process.waitForStarted();
    }
    ~Running()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QProcess &process() { return m_process; }

    /// Ends it as Ctrl+C does.
    Outcome interrupt()
    {
        ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
        return end();
    }
    Outcome end()
    {
        const bool ended = m_process.waitForFinished(20'000);
        return {ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1,
                m_process.readAllStandardOutput(), m_process.readAllStandardError()};
    }

private:
    QProcess m_process;
};

// tshark's view of a file: a line a packet, the named fields divided by spaces.
QStringList fieldsOf(const QString &path, const QStringList &fields, const QString &filter = {})
{
    QStringList arguments{"-n", "-r", path, "-T", "fields", "-E", "separator=/s"};
    for (const QString &field : fields)
        arguments << "-e" << field;
    if (!filter.isEmpty())
        arguments << "-Y" << filter;
    const Outcome outcome = runProgram(QStringLiteral("tshark"), arguments);
    return QString::fromUtf8(outcome.out).split('\n', Qt::SkipEmptyParts);
}

int packetsIn(const QString &path)
{
    const std::vector<std::filesystem::path> paths{path.toStdString()};
    const auto store = PacketStore::open(paths);
    if (!store)
        return -1;
    (*store)->waitUntilFinished();
    return int((*store)->size());
}

bool waitForSize(const QString &path, qint64 size)
{
    return QTest::qWaitFor([&] { return QFileInfo(path).size() >= size; }, 10'000);
}

} // namespace

class CaptureTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<PrivateNetwork> m_network;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private slots:
    void initTestCase()
    {
        // What programs said is compared; nothing is to be in between.
        m_folder.setAutoRemove(true);
        NEEDS_PROGRAMS("tshark", "capinfos", "setcap", "setpriv");
        if (const QString reason = PrivateNetwork::whyNot(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        m_network = std::make_unique<PrivateNetwork>();
    }

    void cleanupTestCase() { m_network.reset(); }

    void takesAllPingsInBothDirections()
    {
        const QString file = path("ping.pcapng");
        Running capture({"-i", "near", "-f", "icmp", "-w", file});
        QVERIFY(waitForSize(file, 1));
        QCOMPARE(m_network->ping(pings), pings);
        const Outcome outcome = capture.interrupt();
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.out, QByteArray());
        QCOMPARE(outcome.error, QByteArray("near: 100 packets captured, 0 dropped by kernel, 0 dropped here\n"));

        const QStringList lines = fieldsOf(file, {"frame.interface_name", "icmp.type", "ip.src"});
        QCOMPARE(lines.count("near 8 10.99.0.1"), pings);
        QCOMPARE(lines.count("near 0 10.99.0.2"), pings);
        QCOMPARE(lines.size(), 2 * pings);
    }

    void filterAndSnapLengthAreWrittenDown()
    {
        const QString file = path("snap.pcapng");
        Running capture({"-i", "worker1:near", "-f", "icmp[icmptype] == icmp-echo", "-s", "60", "-c", "3", "-w", file});
        QVERIFY(waitForSize(file, 1));
        m_network->ping(3);
        QCOMPARE(capture.end().exitCode, 0);
        QCOMPARE(fieldsOf(file, {"frame.cap_len", "frame.len", "icmp.type"}), QStringList(3, "60 98 8"));
        const Outcome described = runProgram("capinfos", {"-I", file});
        QVERIFY2(described.out.contains("Filter string = icmp[icmptype] == icmp-echo"), described.out.constData());
        QVERIFY2(described.out.contains("Capture length = 60"), described.out.constData());
        QVERIFY2(described.out.contains("Description = node worker1"), described.out.constData());
    }

    void severalInterfaces()
    {
        const QString file = path("several.pcapng");
        Running capture({"-i", "near", "-i", "any", "-f", "icmp", "-w", file});
        QVERIFY(waitForSize(file, 1));
        m_network->ping(5);
        const Outcome outcome = capture.interrupt();
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.error, QByteArray("near: 10 packets captured, 0 dropped by kernel, 0 dropped here; "
                                           "any: 10 packets captured, 0 dropped by kernel, 0 dropped here\n"));
        const QStringList lines = fieldsOf(file, {"frame.interface_id", "frame.interface_name"});
        QCOMPARE(lines.count("0 near"), 10);
        QCOMPARE(lines.count("1 any"), 10);
    }

    void writesToAPipe()
    {
        Running capture({"-i", "near", "-f", "icmp", "-c", "4", "-w", "-"});
        QTest::qWait(300);
        m_network->ping(2);
        const Outcome outcome = capture.end();
        QCOMPARE(outcome.exitCode, 0);
        QFile file(path("piped.pcapng"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(outcome.out);
        file.close();
        QCOMPARE(fieldsOf(file.fileName(), {"icmp.type"}), QStringList({"8", "0", "8", "0"}));
    }

    void endsAtItsLimits_data()
    {
        QTest::addColumn<QStringList>("limit");
        QTest::newRow("count") << QStringList{"-c", "7"};
        QTest::newRow("duration") << QStringList{"-a", "duration:0.8"};
        QTest::newRow("file size") << QStringList{"-a", "filesize:1"};
        QTest::newRow("the first of two") << QStringList{"-a", "duration:60", "-c", "3"};
    }

    void endsAtItsLimits()
    {
        QFETCH(QStringList, limit);
        const QString file = path("limit.pcapng");
        QFile::remove(file);
        Running capture(QStringList{"-i", "near", "-w", file} + limit);
        QVERIFY(waitForSize(file, 1));
        m_network->ping(20);
        QCOMPARE(capture.end().exitCode, 0);
        const int packets = packetsIn(file);
        if (limit.contains("-c"))
            QCOMPARE(packets, limit.last().toInt());
        else
            QVERIFY(packets > 0);
    }

    void ringKeepsTheNewestFiles()
    {
        const QDir ring(path("ring"));
        QVERIFY(ring.mkpath("."));
        Running capture({"-i", "near", "-f", "icmp", "-b", "filesize:2", "-b", "files:3", "-w", ring.filePath("ring.pcapng")});
        QVERIFY(QTest::qWaitFor([&] { return !ring.entryList(QDir::Files).isEmpty(); }));
        m_network->ping(pings);
        QCOMPARE(capture.interrupt().exitCode, 0);
        const QStringList files = ring.entryList({"ring_*.pcapng"}, QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 3);
        QVERIFY2(files.first() > QString("ring_00003"), qPrintable(files.join(' ')));
        int all = 0;
        for (const QString &name : files) {
            QVERIFY(QFileInfo(ring.filePath(name)).size() < 4000);
            QCOMPARE(fieldsOf(ring.filePath(name), {"frame.interface_name"}).count("near"), packetsIn(ring.filePath(name)));
            all += packetsIn(ring.filePath(name));
        }
        QVERIFY(all > 10 && all < 2 * pings);
    }

    void stopsAfterSoManyFiles()
    {
        const QDir folder(path("files"));
        QVERIFY(folder.mkpath("."));
        Running capture({"-i", "near", "-b", "duration:0.3", "-a", "files:2", "-w", folder.filePath("f.pcapng")});
        QCOMPARE(capture.end().exitCode, 0);
        QCOMPARE(folder.entryList(QDir::Files).size(), 2);
    }

    void whatWasWrittenBeforeAKillIsThere()
    {
        const QString file = path("killed.pcapng");
        Running capture({"-i", "near", "-f", "icmp", "-w", file});
        QVERIFY(waitForSize(file, 1));
        QCOMPARE(m_network->ping(pings), pings);
        QTest::qWait(300); // longer than the kernel gathers
        capture.process().kill();
        QVERIFY(capture.process().waitForFinished());
        QCOMPARE(packetsIn(file), 2 * pings);
        QCOMPARE(fieldsOf(file, {"icmp.type"}, "frame.interface_name == \"near\"").size(), 2 * pings);
    }

    void anInterfaceThatGoesAwayEndsOnlyItself()
    {
        QCOMPARE(runProgram("ip", {"link", "add", "brief", "type", "bridge"}).exitCode, 0);
        QCOMPARE(runProgram("ip", {"link", "set", "brief", "up"}).exitCode, 0);
        const QString file = path("gone.pcapng");
        Running capture({"-i", "brief", "-i", "near", "-f", "icmp", "-w", file});
        QVERIFY(waitForSize(file, 1));
        QCOMPARE(runProgram("ip", {"link", "delete", "brief"}).exitCode, 0);
        QTest::qWait(300);
        m_network->ping(5);
        const Outcome outcome = capture.interrupt();
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.error.startsWith("vethscope-capture: brief: "), outcome.error.constData());
        QVERIFY2(outcome.error.contains("near: 10 packets captured"), outcome.error.constData());
        QCOMPARE(packetsIn(file), 10);
    }

    void listsInterfaces()
    {
        QList<QByteArray> expected{"near\tveth\t10.99.0.1", "lo\tloopback\t127.0.0.1,::1", "any\tany\t"};
        // A kernel need not know every kind of device.
        for (const char *kind : {"bridge", "dummy", "vxlan id 1 dstport 8472 dev near", "geneve id 1 remote 10.99.0.2",
                                 "ipip local 10.99.0.1 remote 10.99.0.2", "gre local 10.99.0.1 remote 10.99.0.3", "wireguard", "vlan id 5 link near"}) {
            const QStringList words = QString::fromLatin1(kind).split(' ');
            const QString name = "x" + words.front();
            if (runProgram("ip", QStringList{"link", "add", name, "type"} + words).exitCode == 0)
                expected << (name + '\t' + words.front() + '\t').toLatin1();
        }
        for (const QString kind : {"tun", "tap"})
            if (runProgram("ip", {"tuntap", "add", "mode", kind, "x" + kind}).exitCode == 0)
                expected << ("x" + kind + '\t' + kind + '\t').toLatin1();
        const Outcome outcome = runProgram(cli, {"capture", "-D"});
        QCOMPARE(outcome.exitCode, 0);
        const QList<QByteArray> lines = outcome.out.split('\n');
        for (const QByteArray &line : expected)
            QVERIFY2(lines.contains(line), line + "\nis not in\n" + outcome.out);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("sentence");
        const QStringList file{"-w", "/dev/null"};
        QTest::newRow("no interface named") << file << 2 << QByteArray("-i IFACE is missing");
        QTest::newRow("no file named") << QStringList{"-i", "near"} << 2 << QByteArray("-w FILE is missing");
        QTest::newRow("unknown interface") << file + QStringList{"-i", "nosuch0"} << 4 << QByteArray("nosuch0: there is no such interface");
        QTest::newRow("bad filter") << file + QStringList{"-i", "near", "-f", "tcp port 80 andd host 10.0.0.1"} << 2
                                    << QByteArray("    tcp port 80 andd host 10.0.0.1\n                ^^^^\n");
        QTest::newRow("port too large") << file + QStringList{"-i", "near", "-f", "udp port 99999"} << 2
                                        << QByteArray("    udp port 99999\n             ^^^^^\n");
        QTest::newRow("unfinished filter") << file + QStringList{"-i", "near", "-f", "tcp port"} << 2 << QByteArray("the capture filter is invalid: ");
        QTest::newRow("snaplen") << file + QStringList{"-i", "near", "-s", "many"} << 2 << QByteArray("-s takes a number of bytes, not \"many\"");
        QTest::newRow("buffer") << file + QStringList{"-i", "near", "-B", "4096"} << 2 << QByteArray("-B takes a number of MiB up to 2047");
        QTest::newRow("count") << file + QStringList{"-i", "near", "-c", "0"} << 2 << QByteArray("-c takes a number of packets");
        QTest::newRow("limit") << file + QStringList{"-i", "near", "-a", "duration:soon"} << 2 << QByteArray("-a takes duration:SECONDS");
        QTest::newRow("endless limit") << file + QStringList{"-i", "near", "-a", "duration:inf"} << 2 << QByteArray("-a takes duration:SECONDS");
        QTest::newRow("ring without a size") << file + QStringList{"-i", "near", "-b", "files:3"} << 2 << QByteArray("is missing");
        QTest::newRow("ring to a pipe") << QStringList{"-i", "near", "-w", "-", "-b", "filesize:3"} << 2 << QByteArray("-w needs a path");
        QTest::newRow("folder missing") << QStringList{"-i", "near", "-w", "/nosuchfolder/x.pcapng"} << 4
                                        << QByteArray("/nosuchfolder/x.pcapng: cannot be written: No such file or directory");
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, sentence);
        const Outcome outcome = runProgram(cli, QStringList{"capture"} + arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.error.contains(sentence), outcome.error.constData());
    }

    void withoutRights_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("nobody may not capture") << "icmp" << 4
            << QByteArray("near: capturing is not permitted; this command grants it: sudo setcap cap_net_raw,cap_net_admin=eip '");
        QTest::newRow("a wrong filter is said first") << "icmpp" << 2 << QByteArray("the capture filter is invalid");
    }

    void withoutRights()
    {
        QFETCH(QString, filter);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, sentence);
        // Where everybody may start it: the build folder may be closed to others.
        QTemporaryDir folder("/tmp/vethscope-test-XXXXXX");
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
        QVERIFY(QFile::copy(helper, folder.filePath("vethscope-capture")));
        const Outcome outcome = runProgram("setpriv", {"--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", folder.filePath("vethscope-capture"),
                                                       "-i", "near", "-f", filter, "-w", "/dev/null"});
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.error.contains(sentence), outcome.error.constData());
        if (exitCode == 4) {
            QVERIFY(outcome.error.contains(folder.filePath("vethscope-capture").toUtf8()));
            QCOMPARE(outcome.error.count('\n'), 1); // one sentence
        }
    }

    void theCommandItNamesGrantsThem()
    {
        QTemporaryDir folder("/tmp/vethscope-test-XXXXXX");
        const QString program = folder.filePath("vethscope-capture");
        QVERIFY(QFile::copy(helper, program));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
        if (const Outcome granted = runProgram("setcap", {"cap_net_raw,cap_net_admin=eip", program}); granted.exitCode != 0)
            QSKIP("setcap: " + granted.error);
        const QString file = folder.filePath("nobody.pcapng");
        Running capture({"--reuid=65534", "--regid=65534", "--clear-groups", program, "-i", "near", "-f", "icmp", "-c", "2", "-w", file}, "setpriv");
        QVERIFY(waitForSize(file, 1));
        m_network->ping(1);
        const Outcome outcome = capture.end();
        QVERIFY2(outcome.exitCode == 0, outcome.error.constData());
        QCOMPARE(packetsIn(file), 2);
        QCOMPARE(QFileInfo(file).ownerId(), 65534u);
    }

    void holdsNoPrivilegesWhileItRuns()
    {
        const QString file = path("dropped.pcapng");
        Running capture({"-i", "near", "-w", file});
        QVERIFY(waitForSize(file, 1));
        QTest::qWait(100);
        QFile status(QStringLiteral("/proc/%1/status").arg(capture.process().processId()));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QByteArray text = status.readAll();
        QVERIFY(text.startsWith("Name:\tvethscope-captu"));
        for (const char *set : {"CapInh", "CapPrm", "CapEff", "CapAmb"})
            QVERIFY2(text.contains(QByteArray(set) + ":\t0000000000000000"), text.constData());
        QVERIFY(text.contains("NoNewPrivs:\t1"));
        QCOMPARE(capture.interrupt().exitCode, 0);
    }

    void reportsToAWindow()
    {
        const QString file = path("child.pcapng");
        Running capture({"-Z", "-i", "near", "-f", "icmp", "-w", file}, helper);
        QVERIFY(waitForSize(file, 1));
        m_network->ping(5);
        capture.process().closeWriteChannel(); // what the end of the window does
        const Outcome outcome = capture.end();
        QCOMPARE(outcome.exitCode, 0);
        const QList<QByteArray> lines = outcome.out.trimmed().split('\n');
        QCOMPARE(lines.first(), "file\t" + file.toUtf8());
        QCOMPARE(lines.last(), QByteArray("counts\t0\t10\t0\t0"));
    }

    void countsTrafficForAWindow()
    {
        QProcess watch;
        watch.start(helper, {"-S", "-Z"});
        QVERIFY(watch.waitForReadyRead());
        watch.closeWriteChannel();
        QVERIFY(watch.waitForFinished(5000));
        QCOMPARE(watch.exitCode(), 0);
        const QByteArray out = watch.readAllStandardOutput();
        bool found = false;
        for (const QByteArray &line : out.split('\n'))
            if (const QList<QByteArray> words = line.split('\t'); words.size() == 3 && words[0] == "near")
                found = words[1].toInt() >= 2 * pings && words[2].toInt() > words[1].toInt() * 42;
        QVERIFY2(found, out.constData());
    }

    void checksFiltersForAWindow_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("report"); // offset and length of what is wrong
        QTest::newRow("sound") << "udp port 8472" << 0 << QByteArray();
        QTest::newRow("empty") << "" << 0 << QByteArray();
        QTest::newRow("wrong word") << "udp prt 8472" << 2 << QByteArray("filter\t4\t3\n");
        QTest::newRow("name that only a name server knows") << "udp and host no-such-host.invalid" << 2 << QByteArray("name\t13\t20\n");
        QTest::newRow("name of this machine") << "host localhost" << 0 << QByteArray();
    }

    void checksFiltersForAWindow()
    {
        QFETCH(QString, filter);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, report);
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = runProgram(helper, {"-d", "-Z", "-i", "near", "-f", filter});
        QCOMPARE(outcome.exitCode, exitCode);
        if (exitCode != 0)
            QCOMPARE(outcome.out, report);
        else
            QVERIFY(outcome.out.startsWith("(000) "));
        QVERIFY2(timer.elapsed() < 5000, "a name server was asked");
    }
};

QTEST_GUILESS_MAIN(CaptureTest)
#include "tst_capture.moc"
