#include <QTest>

#include "core/path/prediction.h"
#include "tests/support/samplecluster.h"
#include "ui/shared/snapshots.h"
#include "ui/topology/topologypanel.h"
#include "ui/topology/topologyscene.h"
#include "ui/topology/topologyview.h"

#include <QAction>

#include <algorithm>
#include <set>

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

    // A path between cards of 50 nodes could not be seen: its nodes stand alone, with what is inside, until it goes.
    void pathHasAllTheRoom()
    {
        Snapshots snapshots;
        TopologyPanel panel(snapshots);
        panel.resize(480, 600); // what the dock leaves of 1024 pixels
        panel.show();
        snapshots.readText(QString::fromStdString(test::transcriptOf(test::generatedCluster(50, 10))));
        QTRY_VERIFY_WITH_TIMEOUT(!snapshots.isBusy(), 120'000);
        const auto cluster = snapshots.cluster();
        const path::Predictor predictor(*cluster);
        const ClusterPod &first = cluster->pods.front(), &last = cluster->pods.back();
        const auto prediction = predictor.predict({*path::whoSends(predictor.places(), first.fullName()), *path::whoIs(predictor.places(), last.fullName())});
        const auto nodesDrawn = [&] {
            std::set<std::string> names;
            for (const Part &part : panel.scene().figure().parts)
                if (part.subject.kind == Subject::Kind::Node)
                    names.insert(cluster->nodes[part.subject.node].name);
            return names;
        };
        const auto has = [&](const std::string &identity) { return panel.scene().withIdentity(identity).has_value(); };
        const double small = panel.view().zoom();
        QCOMPARE(nodesDrawn().size(), std::size_t(50));
        QVERIFY(!has("interface:" + last.node + "/flannel.1"));

        panel.setPath(ShownPath{cluster, std::make_shared<const path::Path>(prediction.likeliest()), 0});
        QVERIFY((nodesDrawn() == std::set<std::string>{first.node, last.node}));
        QVERIFY(has("interface:" + first.node + "/flannel.1") && has("interface:" + last.node + "/cni0") && has("pod:" + last.fullName()));
        QVERIFY2(panel.view().zoom() > 1.5 * small, qPrintable(QString::number(panel.view().zoom())));
        QVERIFY(panel.view().isFitting());
        QStringList words;
        for (const Part &part : panel.paper().parts)
            for (const figure::Shape &shape : part.shapes)
                if (const auto *text = std::get_if<figure::Text>(&shape))
                    words << QString::fromStdString(text->text);
        QVERIFY2(words.contains("1 of 25 nodes"), qPrintable(words.join('|')));

        panel.fold({Subject::Kind::Node, std::uint32_t(cluster->nodes.size() - 1), 0}); // whoever wants a card has it
        QVERIFY(!has("interface:" + last.node + "/cni0") && has("interface:" + first.node + "/cni0"));
        QAction *alone = nullptr;
        for (QAction *action : panel.findChildren<QAction *>())
            if (action->text() == "Only the nodes of a predicted path")
                alone = action;
        QVERIFY(alone && alone->isChecked());
        alone->setChecked(false);
        QCOMPARE(nodesDrawn().size(), std::size_t(50));
        QVERIFY(panel.scene().path());
        alone->setChecked(true);
        QCOMPARE(nodesDrawn().size(), std::size_t(2));
        panel.setPath(std::nullopt);
        QCOMPARE(nodesDrawn().size(), std::size_t(50));
        QVERIFY(!panel.scene().path());
    }
};

QTEST_MAIN(LargeTopologyTest)
#include "tst_largetopology.moc"
