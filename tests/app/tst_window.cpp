#include "core/session/fingerprint.h"
#include "core/session/sessionwriter.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace vethscope;

// `vethscope` by its command line: what it paints.

namespace {

const QString program = QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope");
const std::string capture = VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng";

// In how many pixels two pictures of one size differ.
int distance(const QImage &one, const QImage &other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            count += one.pixel(x, y) != other.pixel(x, y);
    return count;
}

} // namespace

class WindowProgramTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString sessionIn(const QString &arrangement)
    {
        const QString path = m_folder.filePath("story.vethscope");
        SavedSession session;
        session.captures = {{.name = "master.eth0.pcapng", .path = capture, .relative = {}, .size = std::filesystem::file_size(capture), .fingerprint = fingerprintOf(capture)}};
        session.layout.arrangement = arrangement.toStdString();
        return writeSession(session, path.toStdString()) ? path : QString();
    }

    QImage picture(const QStringList &arguments)
    {
        const QString path = m_folder.filePath("picture.png");
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        process.setProcessEnvironment(environment);
        process.start(program, arguments + QStringList{"--screenshot", path, "--size", "1000x700"}, QIODevice::ReadOnly);
        return process.waitForFinished() && process.exitCode() == 0 ? QImage(path) : QImage();
    }

private slots:
    // What is asked for on the command line goes before what the session remembers, and nothing else does.
    void layoutOfASession()
    {
        const QImage browse = picture({sessionIn("browse")}), compare = picture({sessionIn("compare")});
        QVERIFY(!browse.isNull() && browse != compare);
        const QImage asBrowse = picture({sessionIn("compare"), "--layout", "browse"}), asCompare = picture({sessionIn("browse"), "--layout", "compare"});
        QVERIFY(!asBrowse.isNull() && !asCompare.isNull());
        QVERIFY(distance(asBrowse, browse) * 4 < distance(asBrowse, compare)); // a focus frame or a scroll bar may differ
        QVERIFY(distance(asCompare, compare) * 4 < distance(asCompare, browse));
    }

    // Without any display: QApplication would end the program before a word is said.
    void helpNeedsNoDisplay_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("says");
        QTest::newRow("help") << "--help" << "[NODE:IFACE=]FILE";
        QTest::newRow("short help") << "-h" << "--screenshot";
        QTest::newRow("version") << "--version" << "Vethscope 0.";
        QTest::newRow("short version") << "-v" << "Vethscope 0.";
    }

    void helpNeedsNoDisplay()
    {
        QFETCH(QString, option);
        QFETCH(QString, says);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY"})
            environment.remove(name);
        environment.insert("QT_QPA_PLATFORM", "xcb");
        environment.insert("LC_ALL", "zh_CN.UTF-8");
        process.setProcessEnvironment(environment);
        process.start(program, {option}, QIODevice::ReadOnly);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        const QString told = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(told.contains(says), qPrintable(told));
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }

    // What is missing from host output is said, and the code is the contract's.
    void exitCodes_data()
    {
        QTest::addColumn<QByteArray>("hosts");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("all is well") << QByteArray("[root@n1 ~]# ip route\ndefault via 10.0.0.1 dev eth0\n") << QStringList{} << 0 << QByteArray();
        QTest::newRow("a line is not understood") << QByteArray("[root@n1 ~]# ip route\n<<< hm >>>\ndefault via 10.0.0.1 dev eth0\n") << QStringList{} << 1
            << QByteArray("n1.txt: not understood in the output of `ip route`: line 2\n");
        QTest::newRow("one of two is not there") << QByteArray("[root@n1 ~]# ip route\ndefault via 10.0.0.1 dev eth0\n") << QStringList{"--snapshot", "/nowhere.txt"} << 1
            << QByteArray("/nowhere.txt");
        QTest::newRow("nothing is there") << QByteArray() << QStringList{"--snapshot", "/nowhere.txt"} << 3 << QByteArray("/nowhere.txt");
        QTest::newRow("no such panel") << QByteArray("[root@n1 ~]# hostname\nn1\n") << QStringList{"--panel", "hex"} << 2 << QByteArray("--panel hex");
        QTest::newRow("a panel without its ends") << QByteArray("[root@n1 ~]# hostname\nn1\n") << QStringList{"--panel", "predict", "--from", "n1"} << 2 << QByteArray("--to WHO");
        QTest::newRow("a capture with its point") << QByteArray() << QStringList{"node1:eth0=" + QString::fromStdString(capture)} << 0 << QByteArray();
    }

    // The matrix stands in front: what is around it is the same picture, what is behind it is not.
    void panelMatrix()
    {
        const QString hosts = VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/hosts";
        const QStringList shown{"--snapshot", hosts, "--layout", "topology"};
        const QImage plain = picture(shown), matrix = picture(shown + QStringList{"--panel", "matrix"});
        QCOMPARE(matrix.size(), QSize(1000, 700));
        QCOMPARE(matrix.copy(0, 0, 1000, 40), plain.copy(0, 0, 1000, 40));
        QVERIFY(matrix.copy(100, 100, 800, 500) != plain.copy(100, 100, 800, 500));
    }

    void exitCodes()
    {
        QFETCH(QByteArray, hosts);
        QFETCH(QStringList, more);
        QFETCH(QByteArray, says);
        QStringList arguments = more + QStringList{"--screenshot", m_folder.filePath("codes.png"), "--size", "800x600"};
        if (!hosts.isEmpty()) {
            QFile file(m_folder.filePath("n1.txt"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(hosts);
            arguments << "--snapshot" << file.fileName();
        }
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        process.setProcessEnvironment(environment);
        process.start(program, arguments, QIODevice::ReadOnly);
        QVERIFY(process.waitForFinished());
        const QByteArray error = process.readAllStandardError();
        QVERIFY2(error.contains(says), error);
        QTEST(process.exitCode(), "code");
    }
};

QTEST_GUILESS_MAIN(WindowProgramTest)
#include "tst_window.moc"
