#include "core/session/fingerprint.h"
#include "core/session/sessionwriter.h"

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
};

QTEST_GUILESS_MAIN(WindowProgramTest)
#include "tst_window.moc"
