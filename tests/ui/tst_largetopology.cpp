#include <QTest>

#include "tests/support/samplecluster.h"
#include "ui/snapshots.h"
#include "ui/topology/topologypanel.h"
#include "ui/topology/topologyscene.h"
#include "ui/topology/topologytoolbar.h"
#include "ui/topology/topologyview.h"

#include <QElapsedTimer>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>

using namespace vethscope;

namespace {

constexpr int frames = 40;
constexpr double smooth = 33; // milliseconds: thirty pictures a second, where nobody else computes

struct Times {
    std::vector<double> milliseconds;

    double median()
    {
        std::ranges::sort(milliseconds);
        return milliseconds[milliseconds.size() / 2];
    }
    double worst() { return *std::ranges::max_element(milliseconds); }
};

} // namespace

/// 50 nodes: with 500 pods in all, and with 500 pods each. What is measured is printed; what is demanded leaves room for a busy machine.
class LargeTopologyTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Snapshots> m_snapshots;
    std::unique_ptr<TopologyPanel> m_panel;

    template <typename Step>
    Times measure(Step step)
    {
        TopologyView &view = m_panel->view();
        QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        Times times;
        for (int i = 0; i < frames; ++i) {
            QElapsedTimer timer;
            timer.start();
            step(view, i);
            view.viewport()->render(&image);
            times.milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        return times;
    }

    void report(const char *what, Times times, double limit = 4 * smooth)
    {
        qInfo("%-34s median %6.1f ms, worst %6.1f ms", what, times.median(), times.worst());
        QVERIFY2(times.median() < limit, what);
    }

    void panAndZoom()
    {
        TopologyView &view = m_panel->view();
        view.fit();
        report("whole drawing", measure([](TopologyView &, int) { }));
        view.setZoom(1);
        report("panning at 100 %", measure([](TopologyView &one, int i) {
                   one.horizontalScrollBar()->setValue(i * 40);
                   one.verticalScrollBar()->setValue(i * 25);
               }));
        view.fit();
        report("zooming", measure([](TopologyView &one, int i) { one.zoomBy(i < frames / 2 ? 1 : -1); }));
    }

private slots:
    void stays_data()
    {
        QTest::addColumn<int>("podsOfANode");
        QTest::newRow("500 pods on 50 nodes") << 10;
        QTest::newRow("500 pods on each of 50 nodes") << 500;
    }

    void stays()
    {
        QFETCH(int, podsOfANode);
        m_snapshots = std::make_unique<Snapshots>();
        m_panel = std::make_unique<TopologyPanel>(*m_snapshots);
        m_panel->resize(1920, 1000);
        m_panel->show();
        const std::string transcript = test::transcriptOf(test::generatedCluster(50, std::size_t(podsOfANode)));
        if (const QString keep = qEnvironmentVariable("VETHSCOPE_KEEP_TRANSCRIPT"); !keep.isEmpty()) {
            QFile file(QStringLiteral("%1.%2.txt").arg(keep).arg(podsOfANode));
            QVERIFY(file.open(QFile::WriteOnly));
            file.write(transcript.data(), qint64(transcript.size()));
        }
        QElapsedTimer timer;
        timer.start();
        m_snapshots->readText(QString::fromStdString(transcript));
        QTRY_VERIFY_WITH_TIMEOUT(!m_snapshots->isBusy(), 120'000);
        qInfo("read, joined and drawn in %lld ms (%.1f MB)", timer.elapsed(), double(transcript.size()) / 1e6);
        const auto cluster = m_snapshots->cluster();
        QCOMPARE(cluster->nodes.size(), std::size_t(50));
        QCOMPARE(cluster->pods.size(), std::size_t(50 * podsOfANode));
        QVERIFY(std::ranges::all_of(cluster->pods, [](const ClusterPod &pod) { return !pod.hostInterface.empty(); }));
        panAndZoom();

        timer.restart();
        m_panel->foldAll(false);
        qInfo("every node unfolded in %lld ms", timer.elapsed());
        panAndZoom();

        m_panel->foldAll(true);
        timer.restart();
        const int found = m_panel->scene().search(QString::fromStdString(cluster->pods.back().name));
        qInfo("searched in %lld ms", timer.elapsed());
        QVERIFY(found >= 1);
        const Subject last{Subject::Kind::MorePods, 49, 0};
        if (podsOfANode > 100) {
            m_panel->fold(last); // unfolds the node,
            timer.restart();
            m_panel->fold(last); // and then its pods
            qInfo("all pods of a node in %lld ms", timer.elapsed());
            QVERIFY(m_panel->scene().withIdentity("pod:" + cluster->pods.back().fullName()));
            panAndZoom();
        }
        m_panel.reset();
        m_snapshots.reset();
    }
};

QTEST_MAIN(LargeTopologyTest)
#include "tst_largetopology.moc"
