#include "tests/support/alteredcapture.h"
#include "tests/support/capturefile.h"
#include "tests/support/commandline.h"
#include "tests/support/dice.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <iterator>

// Whoever captured at fewer points, or less of each frame, is told less, and nothing else: what all captures of a cluster of the lab do not show, some of
// them must not show either.

using namespace vethscope::test;

namespace {

const QDir lab(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples"));

// `flannel-vxlan`, `faults/vni-mismatch`.
QStringList clusters()
{
    QStringList names;
    for (const QString &folder : {QString(), QString("faults/")})
        for (const QString &name : QDir(lab.filePath(folder)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (lab.exists(folder + name + "/captures"))
                names << folder + name;
    return names;
}

QString hostsOf(const QString &cluster)
{
    return lab.filePath(cluster + (lab.exists(cluster + "/hosts") ? "/hosts" : "/snapshots"));
}

QStringList capturesOf(const QString &cluster)
{
    QStringList files;
    for (const QFileInfo &file : QDir(lab.filePath(cluster + "/captures")).entryInfoList({"*.pcapng"}, QDir::Files))
        files << file.filePath();
    return files;
}

// `error vni-mismatch`, each once.
QStringList saidOf(const QString &cluster, const QStringList &captures)
{
    QStringList said;
    const CommandResult result = runCommandLine(QStringList{"diagnose", "--format", "json", "--snapshot", hostsOf(cluster), "-r"} + captures);
    for (const QJsonValue &finding : QJsonDocument::fromJson(result.output)["findings"].toArray())
        if (const QString one = finding["severity"].toString() + ' ' + finding["id"].toString(); finding["severity"] != "note" && !said.contains(one))
            said << one;
    return said;
}

// Its captures' files: of all NICs of nodes, of each two nodes, and of the routers besides.
QList<QStringList> ofNics(const QString &cluster)
{
    const QStringList nics = capturesOf(cluster).filter(QRegularExpression("[.]eth[01][.]pcapng$")), nodes = nics.filter(QRegularExpression("^(?!.*/router[^/]*$)"));
    QList<QStringList> subsets{nics, nodes};
    for (qsizetype i = 0; nodes.size() > 2 && i < nodes.size(); ++i)
        for (qsizetype j = i + 1; j < nodes.size(); ++j)
            subsets << QStringList{nodes[i], nodes[j]};
    return subsets;
}

} // namespace

class TestFaultSubsets : public QObject
{
    Q_OBJECT

private slots:
    void fewerPoints_data() { addClusters(); }
    void fewerPoints()
    {
        const QString cluster = QTest::currentDataTag();
        const QStringList all = capturesOf(cluster), said = saidOf(cluster, all);
        for (const QStringList &subset : ofNics(cluster))
            for (const QString &one : saidOf(cluster, subset))
                QVERIFY2(said.contains(one), qPrintable(one + " by " + subset.join(' ')));
        const QTemporaryDir folder;
        QStringList cut;
        for (const QString &capture : all)
            cut << writeFile(folder, QFileInfo(capture).fileName(), cutCapture(capture, 96));
        for (const QString &one : saidOf(cluster, cut))
            QVERIFY2(said.contains(one), qPrintable(one + " by 96 bytes of each frame"));
    }

    // Whichever points somebody chose, healthy clusters are that.
    void anyPoints_data() { addClusters("^(?!faults)"); }
    void anyPoints()
    {
        const QString cluster = QTest::currentDataTag();
        const QStringList all = capturesOf(cluster), said = saidOf(cluster, all);
        Dice dice(20261201);
        for (int i = 0; i < 20; ++i) {
            const int percent = dice.pick(QList<int>{20, 35, 60});
            QStringList subset;
            std::ranges::copy_if(all, std::back_inserter(subset), [&](const QString &) { return dice.fallsBelow(percent); });
            if (subset.isEmpty())
                subset << dice.pick(all);
            for (const QString &one : saidOf(cluster, subset))
                QVERIFY2(said.contains(one), qPrintable(one + " by " + subset.join(' ')));
        }
    }

    // A service's answer gets the service's address back on the asker's node; its question need not have been captured.
    void answersOfServices()
    {
        const QString folder = lab.filePath("flannel-vxlan/captures/");
        QCOMPARE(saidOf("flannel-vxlan", {folder + "VM-16-10-centos.flannel.1.pcapng", folder + "master.cni0.pcapng"}), QStringList());
        const QString planted = lab.filePath("faults/masqueraded-pod-traffic/captures/");
        QCOMPARE(saidOf("faults/masqueraded-pod-traffic", {planted + "master.cni0.pcapng", planted + "VM-16-10-centos.flannel.1.pcapng"}), QStringList{"warning masqueraded-pod-traffic"});
    }

    // What the wire lets pass now and then is not blocked, even where the receiver was not captured at all.
    void somePassTheRouter()
    {
        const QStringList captures = capturesOf("faults/tcp-retransmissions").filter(QRegularExpression("(router|master[.]flannel)"));
        QCOMPARE(captures.size(), 3);
        QCOMPARE(saidOf("faults/tcp-retransmissions", captures), QStringList());
    }

    // The wire between the nodes was captured on both sides: that is enough to tell that it lets a tunnel pass in one direction only.
    void byNics()
    {
        QCOMPARE(saidOf("faults/one-way-tunnel", ofNics("faults/one-way-tunnel")[1]), QStringList{"error one-way-tunnel"});
        QCOMPARE(saidOf("faults/tunnel-port-blocked", ofNics("faults/tunnel-port-blocked")[1]), QStringList{"error tunnel-port-blocked"});
    }

private:
    static void addClusters(const QString &which = {})
    {
        const QStringList chosen = clusters().filter(QRegularExpression(which));
        QTest::addColumn<int>("none");
        for (const QString &name : chosen)
            QTest::newRow(qPrintable(name)) << 0;
        QVERIFY(chosen.size() >= 9);
    }
};

QTEST_GUILESS_MAIN(TestFaultSubsets)
#include "tst_faultsubsets.moc"
