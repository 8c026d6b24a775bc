#include <QTest>

#include "ui/hostfacts/dropped.h"
#include "ui/hostfacts/importreportmodel.h"
#include "ui/hostfacts/importsummary.h"
#include "ui/hostfacts/pastedialog.h"
#include "ui/shared/snapshots.h"

#include <QAbstractItemModelTester>
#include <QDialogButtonBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace vethscope;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

// As somebody keeps it in notes: two hosts, prose between the commands, a line that no command prints.
const char notes[] = R"(先看 master 上的网桥:
[root@master net]# ip addr show cni0
6: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default qlen 1000
    link/ether 0a:58:0a:f4:00:01 brd ff:ff:ff:ff:ff:ff
    inet 10.244.0.1/24 brd 10.244.0.255 scope global cni0
       valid_lft forever preferred_lft forever
[root@master net]# ip link show | egrep "veth" | awk -F":" '{print $1": "$2}'
17:  vetha1f852ea@if3
[root@master net]# ip route
default via 172.27.0.1 dev eth0
10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink
this is no route at all, is it
[root@VM-16-10-centos ~]# ip -d link show flannel.1
4: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default
    link/ether 2a:3c:a0:e1:a9:b6 brd ff:ff:ff:ff:ff:ff promiscuity 0
    vxlan id 1 local 172.27.16.10 dev eth0 srcport 0 0 dstport 8472 nolearning ttl auto ageing 300
)";

QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QFile::WriteOnly))
        return {};
    file.write(bytes);
    return file.fileName();
}

// Waits until nothing is read or joined any more.
void settle(Snapshots &snapshots)
{
    QTRY_VERIFY_WITH_TIMEOUT(!snapshots.isBusy(), 30'000);
}

QStringList textsOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        texts << index.data().toString();
        texts << textsOf(model, index);
    }
    return texts;
}

} // namespace

class SnapshotsTest : public QObject
{
    Q_OBJECT

private slots:
    void pastedTextBecomesACluster()
    {
        Snapshots snapshots;
        QSignalSpy changed(&snapshots, &Snapshots::changed);
        snapshots.readText(QString::fromUtf8(notes));
        QVERIFY(snapshots.isBusy()); // on a worker
        settle(snapshots);
        QCOMPARE(changed.count(), 1);
        const auto cluster = snapshots.cluster();
        QVERIFY(cluster);
        const ClusterNode *master = cluster->node("master");
        QVERIFY(master && cluster->node("VM-16-10-centos"));
        QVERIFY(master->net.interface("cni0"));
        QCOMPARE(master->net.interface("cni0")->evidence.front().source->name(), std::string("pasted text"));
    }

    void samplesHosts_data()
    {
        QTest::addColumn<QString>("sample");
        for (const QString &sample : QDir(samples).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (sample != "faults") // the lab's broken ones have another test
                QTest::newRow(qPrintable(sample)) << sample;
    }

    void samplesHosts()
    {
        QFETCH(QString, sample);
        Snapshots snapshots;
        snapshots.read({samples + sample + "/hosts"});
        settle(snapshots);
        QVERIFY(snapshots.cluster());
        // How many there are says the lab's own list of files, one transcript for each machine.
        const auto transcripts = QDir(samples + sample + "/hosts").entryList({"*.txt"}, QDir::Files);
        for (const QString &transcript : transcripts)
            if (!transcript.startsWith("router"))
                QVERIFY2(snapshots.cluster()->node(QFileInfo(transcript).completeBaseName().toStdString()), qPrintable(transcript));
        QVERIFY(snapshots.caption().startsWith("from hosts"));
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("binary") << QByteArray::fromHex("7f454c4602010100000000000000000003003e0001000000");
        QTest::newRow("an archive that is cut") << QByteArray::fromHex("1f8b0800000000000003edc1");
        QTest::newRow("nothing at all") << QByteArray();
    }

    void badInput()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        Snapshots snapshots;
        QSignalSpy failed(&snapshots, &Snapshots::failed);
        QSignalSpy imported(&snapshots, &Snapshots::imported);
        snapshots.read({write(folder, "bad.bin", bytes)});
        settle(snapshots);
        QVERIFY(!snapshots.cluster() || snapshots.cluster()->nodes.empty());
        QVERIFY(failed.count() + imported.count() == 1); // either way it is said
        for (const LoadedSnapshot &one : snapshots.loaded())
            QVERIFY(!one.snapshot->report.complete() || one.snapshot->report.commands.empty());
    }

    void nothingIsThere()
    {
        const QTemporaryDir folder;
        Snapshots snapshots;
        QSignalSpy failed(&snapshots, &Snapshots::failed);
        snapshots.read({folder.path(), folder.filePath("missing.txt")});
        settle(snapshots);
        QCOMPARE(failed.count(), 1);
        const QStringList messages = failed.front().front().toStringList();
        QCOMPARE(messages.size(), 2);
        QVERIFY2(messages.back().contains("missing.txt"), qPrintable(messages.back()));
        QVERIFY(!snapshots.cluster());
    }

    void badFilesAmongGoodOnes()
    {
        const QTemporaryDir folder;
        write(folder, "master.txt", notes);
        write(folder, "core.bin", QByteArray(2000, '\0'));
        Snapshots snapshots;
        snapshots.read({folder.path()});
        settle(snapshots);
        QVERIFY(snapshots.cluster()->node("master"));
        const ImportSummary summary = importSummary(*snapshots.loaded().front().snapshot);
        QCOMPARE(summary.skipped, 1);
    }

    void cancelling()
    {
        const QTemporaryDir folder;
        for (int i = 0; i < 400; ++i)
            write(folder, QStringLiteral("n%1.txt").arg(i), QByteArray(notes).repeated(20));
        Snapshots snapshots;
        snapshots.read({folder.path()});
        snapshots.cancel();
        settle(snapshots);
        QVERIFY(snapshots.loaded().empty());
        QVERIFY(!snapshots.cluster());
        snapshots.readText(notes); // and then it goes on
        settle(snapshots);
        QVERIFY(snapshots.cluster());
    }

    // Half a snapshot is none; how far it is was told meanwhile.
    void cancellingWithinALongText()
    {
        Snapshots snapshots;
        int thousandths = -1;
        connect(&snapshots, &Snapshots::progressed, this, [&](int, int told) { thousandths = std::max(thousandths, told); });
        snapshots.readText(QString::fromUtf8(notes).repeated(20'000));
        QTRY_VERIFY_WITH_TIMEOUT(thousandths > 0, 60'000);
        QVERIFY(thousandths < 1000);
        snapshots.cancel();
        settle(snapshots);
        QVERIFY(snapshots.loaded().empty());
        QVERIFY(!snapshots.cluster());
    }

    void choosing()
    {
        Snapshots snapshots;
        snapshots.read({samples + "flannel-vxlan/hosts/master.txt", samples + "flannel-vxlan/hosts/VM-16-10-centos.txt"});
        settle(snapshots);
        QVERIFY(!snapshots.cluster()->node("VM-16-10-centos")->ghost);
        snapshots.chooseOnly(0);
        settle(snapshots);
        QVERIFY(snapshots.cluster()->node("master"));
        const ClusterNode *other = snapshots.cluster()->node("VM-16-10-centos");
        QVERIFY(!other || other->ghost); // master speaks of it, at most
        QVERIFY(!snapshots.caption().contains("VM-16-10-centos"));
        snapshots.setChosen(0, false);
        settle(snapshots);
        QVERIFY(!snapshots.cluster());
        snapshots.remove(1);
        settle(snapshots);
        QCOMPARE(snapshots.loaded().size(), std::size_t(1));
    }

    void aPathIsReadAgainInItsPlace()
    {
        const QTemporaryDir folder;
        const QString path = write(folder, "n.txt", notes);
        Snapshots snapshots;
        snapshots.read({path});
        settle(snapshots);
        write(folder, "n.txt", QByteArray(notes).replace("master", "boss"));
        snapshots.read({path});
        settle(snapshots);
        QCOMPARE(snapshots.loaded().size(), std::size_t(1));
        QVERIFY(snapshots.cluster()->node("boss") && !snapshots.cluster()->node("master"));
    }

    void bundledFactsGiveWay()
    {
        const auto hosts = [](const QString &sample) { return QStringList{samples + sample + "/hosts/master.txt"}; };
        Snapshots snapshots;
        snapshots.readBundled({samples + "flannel-vxlan/hosts/VM-16-10-centos.txt"});
        snapshots.readBundled(hosts("flannel-vxlan")); // before the first was read
        settle(snapshots);
        QCOMPARE(snapshots.loaded().size(), std::size_t(1));
        QVERIFY(snapshots.isBundled() && snapshots.cluster()->node("master"));
        snapshots.readBundled({});
        settle(snapshots);
        QVERIFY(!snapshots.cluster());

        snapshots.readBundled(hosts("flannel-vxlan"));
        settle(snapshots);
        snapshots.readText(QStringLiteral("[root@other ~]# ip route\ndefault via 10.0.0.1 dev eth0\n"));
        settle(snapshots);
        QVERIFY(!snapshots.cluster()->node("master") && snapshots.cluster()->node("other"));
        snapshots.readBundled(hosts("flannel-vxlan")); // one's own facts stay alone
        settle(snapshots);
        QCOMPARE(snapshots.loaded().size(), std::size_t(1));
    }

    void report()
    {
        Snapshots snapshots;
        ImportReportModel model(snapshots);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        snapshots.readText(QString::fromUtf8(notes));
        settle(snapshots);
        const QStringList texts = textsOf(model);
        QVERIFY(texts.contains("ip addr show cni0"));
        QVERIFY(texts.contains("this is no route at all, is it"));
        QVERIFY(texts.contains("prose"));
        QVERIFY(texts.contains("先看 master 上的网桥:"));
        const QModelIndex snapshot = model.index(0, 0);
        QVERIFY(snapshot.data(ImportReportModel::RemarkableRole).toBool());
        const auto lost = model.match(snapshot, Qt::DisplayRole, "this is no route at all, is it", 1, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(lost.size(), 1);
        QCOMPARE(lost.front().siblingAtColumn(ImportReportModel::Line).data().toString(), QString("12"));
        QCOMPARE(lost.front().parent().siblingAtColumn(ImportReportModel::Host).data().toString(), QString("master"));
        snapshots.clear();
        settle(snapshots);
        QCOMPARE(model.rowCount(), 0);
    }

    // What failed, what belongs to nothing and what is no host output: each is there, with its line.
    void reportOfWhatWasNotUsed()
    {
        const QTemporaryDir folder;
        write(folder, "n1.txt", "[root@n1 ~]# ip route\ndefault via 10.0.0.1 dev eth0\n"
                                "[root@n1 ~]# kubectl get pods\nThe connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?\n");
        write(folder, "grafana.png", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        Snapshots snapshots;
        ImportReportModel model(snapshots);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        snapshots.read({folder.path()});
        settle(snapshots);
        const auto find = [&](const QString &text) {
            const auto found = model.match(model.index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive);
            return found.isEmpty() ? QModelIndex() : found.front();
        };
        const QModelIndex failed = find("kubectl get pods (failed)");
        QVERIFY2(failed.isValid(), qPrintable(textsOf(model).join('\n')));
        QVERIFY(failed.data(ImportReportModel::RemarkableRole).toBool());
        QCOMPARE(model.rowCount(failed), 1);
        const QModelIndex error = model.index(0, 0, failed);
        QVERIFY(error.data().toString().startsWith("The connection to the server"));
        QCOMPARE(error.siblingAtColumn(ImportReportModel::Line).data().toString(), QString("4"));
        const QModelIndex skipped = find("Files that are no host output (1)");
        QVERIFY(skipped.isValid() && !skipped.data(ImportReportModel::RemarkableRole).toBool());
        QCOMPARE(model.index(0, 0, skipped).data().toString(), QString("a binary file"));
        QCOMPARE(model.index(0, ImportReportModel::Host, skipped).data().toString(), QString("grafana.png"));
        const ImportSummary summary = importSummary(*snapshots.loaded().front().snapshot);
        QCOMPARE(summary.text(), QString("one host: n1 · 1 commands read · 1 of 4 lines are facts · 1 commands failed · 1 files skipped"));
    }

    void lostLines()
    {
        const auto source = std::make_shared<const SourceText>("n1.txt", "a\nb\n");
        Snapshot snapshot{.name = "n1.txt", .time = 0, .facts = {}, .report = {}};
        snapshot.report.lost = {{source, 2}};
        ImportSummary summary = importSummary(snapshot);
        QCOMPARE(summary.lost, 1);
        QVERIFY(summary.isIncomplete());
        summary.commands = 1;
        QCOMPARE(summary.text(), QString("one host, without a name · 1 commands read · 0 of 2 lines are facts · 1 lines of no command"));
        Snapshots snapshots;
        ImportReportModel model(snapshots);
        snapshots.readText("10.0.0.7 dev? 52:54:00:00:00:01\n[root@n1 ~]# ip route\ndefault via 10.0.0.1 dev eth0\n");
        settle(snapshots);
        const auto groups = model.match(model.index(0, 0), Qt::DisplayRole, "Belongs to no command (1)", 1, Qt::MatchExactly | Qt::MatchRecursive);
        QVERIFY2(!groups.isEmpty(), qPrintable(textsOf(model).join('\n')));
        QVERIFY(groups.front().data(ImportReportModel::RemarkableRole).toBool());
        QCOMPARE(model.index(0, 0, groups.front()).data().toString(), QString("10.0.0.7 dev? 52:54:00:00:00:01"));
    }

    void contradictionsHaveBothLines()
    {
        Snapshots snapshots;
        ImportReportModel model(snapshots);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        snapshots.readText(QStringLiteral("[root@n1 ~]# ip link\n2: eth0: <UP> mtu 1500 state UP\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                                          "[root@n1 ~]# ip link\n2: eth0: <UP> mtu 9000 state UP\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"));
        settle(snapshots);
        const QModelIndex group = model.index(0, 0);
        QVERIFY2(group.data().toString().startsWith("What contradicts itself"), qPrintable(group.data().toString()));
        QStringList lines;
        const QModelIndex problem = model.index(0, 0, group);
        for (int row = 0; row < model.rowCount(problem); ++row)
            lines << model.index(row, ImportReportModel::Line, problem).data().toString();
        QCOMPARE(lines, (QStringList{"2", "5"}));
    }

    void aBoxForPastedText()
    {
        PasteDialog dialog;
        dialog.show();
        auto *text = dialog.findChild<QPlainTextEdit *>();
        auto *import = dialog.findChild<QDialogButtonBox *>()->buttons().front();
        QVERIFY(!import->isEnabled());
        dialog.setText(QString::fromUtf8(notes));
        QVERIFY(import->isEnabled());
        QTRY_VERIFY(!dialog.report().isEmpty());
        QVERIFY2(dialog.report().startsWith("2 hosts: master, VM-16-10-centos · 4 commands read"), qPrintable(dialog.report()));
        QVERIFY2(dialog.report().contains("1 lines not understood"), qPrintable(dialog.report()));
        text->clear();
        QTest::keyClicks(text, "hello");
        QTRY_COMPARE(dialog.report(), QString("no output of a known command is recognised"));
        QCOMPARE(dialog.text(), QString("hello"));
    }

    void toldApartFromCaptures_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isCapture");
        QTest::newRow("capture") << samples + "flannel-vxlan/captures/master.eth0.pcapng" << true;
        QTest::newRow("transcript") << samples + "flannel-vxlan/hosts/master.txt" << false;
        QTest::newRow("archive") << samples + "flannel-vxlan/snapshots/master.tar.gz" << false;
        QTest::newRow("folder of host output") << samples + "flannel-vxlan/hosts" << false;
        QTest::newRow("not there") << samples + "none" << true; // opening it says so
    }

    void toldApartFromCaptures()
    {
        QFETCH(QString, path);
        QFETCH(bool, isCapture);
        const Dropped dropped = toldApart({path});
        QCOMPARE(dropped.captures, isCapture ? QStringList{path} : QStringList());
        QCOMPARE(dropped.snapshots, isCapture ? QStringList() : QStringList{path});
    }

    void aFolderOfCaptures()
    {
        const Dropped dropped = toldApart({samples + "flannel-vxlan/captures"});
        QVERIFY(dropped.snapshots.isEmpty());
        QCOMPARE(dropped.captures.size(), QDir(samples + "flannel-vxlan/captures").entryList(QDir::Files).size());
    }
};

QTEST_MAIN(SnapshotsTest)
#include "tst_snapshots.moc"
