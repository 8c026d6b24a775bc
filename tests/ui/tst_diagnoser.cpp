#include <QTest>

#include "tests/support/commandline.h"
#include "ui/findings/diagnosed.h"
#include "ui/findings/diagnoser.h"
#include "ui/findings/findingswords.h"
#include "ui/journey/journeyfollower.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/snapshots.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>

using namespace vethscope;
using namespace vethscope::test;

// When what is open is looked at: what a running capture brings, much of it, and what is stopped.

namespace {

const QString story = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/faults/dns-search-amplification");
const QString seenByPod = story + "/captures/pod_coredns-7ff77c879f-6psjb_eth0.pcapng";

QByteArray contentOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

// Where the packets of a pcapng end: of each block that has one.
QList<qsizetype> packetEnds(const QByteArray &bytes)
{
    QList<qsizetype> ends;
    for (qsizetype at = 0; at + 12 <= bytes.size();) {
        const auto word = [&](qsizetype place) { return qFromLittleEndian<quint32>(bytes.constData() + place); };
        if (word(at) == 6)
            ends << at + word(at + 4);
        at += word(at + 4);
    }
    return ends;
}

QStringList idsBy(const QStringList &captures, const QStringList &hosts)
{
    QStringList ids, arguments = QStringList{"diagnose", "--format", "json", "-r"} + captures;
    if (!hosts.isEmpty())
        arguments << "--snapshot" << hosts;
    for (const QJsonValue &one : QJsonDocument::fromJson(runCommandLine(arguments).output)["findings"].toArray())
        ids << one["id"].toString();
    return ids;
}

QStringList idsIn(const Diagnosed &found)
{
    QStringList ids;
    for (const diagnose::Finding &one : found.findings)
        ids << QString::fromUtf8(one.id.data(), qsizetype(one.id.size()));
    return ids;
}

struct Looking {
    OpenCapture capture{};
    Snapshots snapshots{};
    JourneyFollower follower{capture, snapshots};
    Diagnoser diagnoser{capture, snapshots, follower};

    ~Looking() { capture.close(); }
    std::size_t packets() const { return diagnoser.found() ? diagnoser.found()->packets : 0; }
};

void append(QFile &file, const QByteArray &bytes)
{
    QCOMPARE(file.write(bytes), bytes.size());
    QVERIFY(file.flush());
}

} // namespace

class TestDiagnoser : public QObject
{
    Q_OBJECT

private slots:
    // Findings arrive while the capture runs, and are the command line's of what is in the file by then; at its end of all of it.
    void whileACaptureRuns()
    {
        const QByteArray bytes = contentOfFile(seenByPod);
        const QList<qsizetype> ends = packetEnds(bytes);
        QVERIFY(ends.size() > 20);
        QTemporaryDir folder;
        QFile live(folder.filePath("running.pcapng"));
        QVERIFY(live.open(QFile::WriteOnly));
        append(live, bytes.first(ends[5] + 9)); // and a packet that is half written
        Looking looking;
        QVERIFY(looking.capture.follow(live.fileName()));
        QTRY_COMPARE_WITH_TIMEOUT(looking.packets(), 6u, 20'000);
        QVERIFY(looking.diagnoser.found()->isLive && looking.diagnoser.behind() == 0);
        QVERIFY(looking.diagnoser.found()->findings.empty());
        QVERIFY2(findingsRemark(looking.diagnoser).contains("all packets so far were looked at"), qPrintable(findingsRemark(looking.diagnoser)));
        const auto before = looking.diagnoser.found();
        append(live, bytes.mid(ends[5] + 9, ends.back() - ends[5] - 9));
        QTRY_VERIFY(looking.diagnoser.behind() > 0); // for a while, which is said
        QVERIFY2(findingsRemark(looking.diagnoser).contains(QString("were not looked at: %1.").arg(looking.diagnoser.behind())), qPrintable(findingsRemark(looking.diagnoser)));
        QCOMPARE(looking.diagnoser.found(), before); // what was found so far stays meanwhile
        QTRY_COMPARE_WITH_TIMEOUT(looking.packets(), std::size_t(ends.size()), 20'000);
        QVERIFY(looking.capture.isFollowing());
        const QStringList told = idsBy({seenByPod}, {});
        QVERIFY(told.contains("dns-search-amplification"));
        QCOMPARE(idsIn(*looking.diagnoser.found()), told);
        // Nothing has changed: nobody looks again.
        const int begun = looking.diagnoser.begun();
        QTest::qWait(2'500);
        QCOMPARE(looking.diagnoser.begun(), begun);
        append(live, bytes.mid(ends.back()));
        live.close();
        looking.capture.ended();
        QTRY_VERIFY_WITH_TIMEOUT(looking.diagnoser.found() && !looking.diagnoser.found()->isLive && !looking.diagnoser.isBusy(), 20'000);
        QCOMPARE(idsIn(*looking.diagnoser.found()), told);
        QCOMPARE(looking.packets(), std::size_t(ends.size()));
    }

    // A running capture costs a part of the time: looks rest in between, however fast packets come.
    void looksRest()
    {
        const QByteArray bytes = contentOfFile(seenByPod);
        const QList<qsizetype> ends = packetEnds(bytes);
        QTemporaryDir folder;
        QFile live(folder.filePath("running.pcapng"));
        QVERIFY(live.open(QFile::WriteOnly));
        append(live, bytes.first(ends.front()));
        Looking looking;
        QVERIFY(looking.capture.follow(live.fileName()));
        QElapsedTimer clock;
        clock.start();
        for (qsizetype i = 1; i < ends.size() && clock.elapsed() < 5'000; ++i) {
            append(live, bytes.mid(ends[i - 1], ends[i] - ends[i - 1]));
            QTest::qWait(100);
        }
        QVERIFY2(looking.diagnoser.begun() >= 1 && looking.diagnoser.begun() <= 1 + clock.elapsed() / 2'000, qPrintable(QString::number(looking.diagnoser.begun())));
    }

    // With host output the same capture is certain, as soon as the output is there.
    void hostOutputWhileACaptureRuns()
    {
        QTemporaryDir folder;
        QFile live(folder.filePath("pod_coredns-7ff77c879f-6psjb_eth0.pcapng"));
        QVERIFY(live.open(QFile::WriteOnly));
        append(live, contentOfFile(seenByPod));
        Looking looking;
        QVERIFY(looking.capture.follow(live.fileName()));
        QTRY_VERIFY_WITH_TIMEOUT(looking.diagnoser.found(), 20'000);
        QCOMPARE(looking.diagnoser.found()->findings.front().confidence, diagnose::Confidence::Consistent);
        looking.snapshots.read({story + "/snapshots"});
        QTRY_VERIFY_WITH_TIMEOUT(looking.diagnoser.found() && looking.diagnoser.found()->cluster, 20'000);
        QCOMPARE(looking.diagnoser.found()->findings.front().confidence, diagnose::Confidence::Certain);
        QVERIFY(looking.capture.isFollowing());
    }

    // So much that it would take time is looked at only when somebody looks, and can be stopped.
    void much()
    {
        const QByteArray bytes = contentOfFile(seenByPod);
        const QList<qsizetype> ends = packetEnds(bytes);
        const QByteArray packets = bytes.mid(ends.front(), ends.back() - ends.front());
        QTemporaryDir folder;
        const QString path = folder.filePath("many.pcapng");
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        append(file, bytes.first(ends.front()));
        for (std::size_t count = 1; count <= Diagnoser::packetsByItself; count += std::size_t(ends.size() - 1))
            append(file, packets);
        file.close();
        Looking looking;
        QVERIFY(looking.capture.open({path}));
        QTRY_VERIFY_WITH_TIMEOUT(looking.capture.isComplete(), 20'000);
        QVERIFY(looking.capture.store().size() > Diagnoser::packetsByItself);
        QTest::qWait(300);
        QCOMPARE(looking.diagnoser.lack(), Diagnoser::Lack::Viewer);
        QVERIFY(looking.diagnoser.begun() == 0 && !looking.follower.found() && !looking.diagnoser.isBusy());
        looking.diagnoser.setWatched(true);
        QTRY_VERIFY(looking.diagnoser.thousandths() > 0);
        QVERIFY(looking.diagnoser.isBusy());
        looking.diagnoser.stop();
        QCOMPARE(looking.diagnoser.lack(), Diagnoser::Lack::Start);
        QTRY_VERIFY_WITH_TIMEOUT(looking.follower.thousandths() == 0, 5'000); // for nobody else
        QTest::qWait(300);
        QVERIFY(!looking.diagnoser.found() && !looking.follower.found());
        looking.diagnoser.startAgain();
        QTRY_VERIFY_WITH_TIMEOUT(looking.diagnoser.found(), 120'000);
        QCOMPARE(looking.packets(), looking.capture.store().size());
    }

    // Whoever closes or replaces a capture while it is looked at does not wait, and nothing of it is told afterwards.
    void replaced()
    {
        const QStringList captures = QDir(story + "/captures").entryList({"*.pcapng"});
        Looking looking;
        for (int i = 0; i < 12; ++i) {
            QVERIFY(looking.capture.open({story + "/captures/" + captures[i % captures.size()]}));
            QTest::qWait(20 * i);
            if (i % 3 == 0)
                looking.capture.close();
        }
        QVERIFY(looking.capture.open({seenByPod}));
        QTRY_VERIFY_WITH_TIMEOUT(looking.diagnoser.found() && !looking.diagnoser.isBusy(), 20'000);
        QCOMPARE(idsIn(*looking.diagnoser.found()), idsBy({seenByPod}, {}));
        QCOMPARE(looking.packets(), looking.capture.store().size());
        QSignalSpy changed(&looking.diagnoser, &Diagnoser::changed);
        looking.capture.close();
        QVERIFY(!looking.diagnoser.found() && !changed.isEmpty());
        QCOMPARE(looking.diagnoser.lack(), Diagnoser::Lack::Input);
    }

    // A journey panel that was told to stop has stopped what findings need as well; looking again goes on.
    void followingStopped()
    {
        Looking looking;
        QVERIFY(looking.capture.open({seenByPod}));
        QTRY_VERIFY_WITH_TIMEOUT(looking.diagnoser.found(), 20'000);
        looking.follower.startAgain();
        looking.diagnoser.startAgain();
        looking.follower.stop();
        if (looking.diagnoser.lack() == Diagnoser::Lack::Start) { // else it was found before
            QVERIFY(looking.diagnoser.isStopped());
            looking.diagnoser.startAgain();
        }
        QTRY_VERIFY_WITH_TIMEOUT(looking.diagnoser.found(), 20'000);
    }
};

QTEST_MAIN(TestDiagnoser)
#include "tst_diagnoser.moc"
