#include <QTest>

#include "tests/support/samplecluster.h"
#include "ui/snapshots.h"
#include "ui/topology/topologypanel.h"
#include "ui/topology/topologyscene.h"

#include <algorithm>

using namespace vethscope;

/// A cluster of 50 nodes is drawn, searched and unfolded to its last pod. How quickly is measured in tests/bench/drawing.cpp.
class LargeTopologyTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPodIsThere_data()
    {
        QTest::addColumn<int>("podsOfANode");
        QTest::newRow("500 pods on 50 nodes") << 10;
        QTest::newRow("100 pods on each of 50 nodes") << 100;
    }

    void everyPodIsThere()
    {
        QFETCH(int, podsOfANode);
        Snapshots snapshots;
        TopologyPanel panel(snapshots);
        panel.resize(1920, 1000);
        panel.show();
        snapshots.readText(QString::fromStdString(test::transcriptOf(test::generatedCluster(50, std::size_t(podsOfANode)))));
        QTRY_VERIFY_WITH_TIMEOUT(!snapshots.isBusy(), 120'000);
        const auto cluster = snapshots.cluster();
        QCOMPARE(cluster->nodes.size(), std::size_t(50));
        QCOMPARE(cluster->pods.size(), std::size_t(50 * podsOfANode));
        QVERIFY(std::ranges::all_of(cluster->pods, [](const ClusterPod &pod) { return !pod.hostInterface.empty(); }));

        const auto isDrawn = [&](const ClusterPod &pod) { return panel.scene().withIdentity("pod:" + pod.fullName()).has_value(); };
        const ClusterPod &last = cluster->pods.back();
        panel.foldAll(true);
        QCOMPARE(isDrawn(last), podsOfANode == 10); // a card has room for ten
        QCOMPARE(panel.scene().search(QString::fromStdString(last.name)), 1);
        const Subject more{Subject::Kind::MorePods, 49, 0};
        panel.fold(more); // unfolds the node,
        if (podsOfANode > 10)
            panel.fold(more); // and then its pods
        QVERIFY(isDrawn(last));
    }
};

QTEST_MAIN(LargeTopologyTest)
#include "tst_largetopology.moc"
