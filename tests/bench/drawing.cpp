#include <QApplication> // first: moc's own headers do not understand <compare>
#include <QImage>
#include <QScrollBar>

#include "tests/bench/stopwatch.h"
#include "tests/support/samplecluster.h"
#include "ui/shared/snapshots.h"
#include "ui/topology/topologypanel.h"
#include "ui/topology/topologyview.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

// drawing: how long the topology of 50 nodes takes to be painted while it is moved and zoomed, with few pods and with very many: what is
// not in view must cost nothing, so that the two differ by little.

using namespace vethscope;
using namespace vethscope::bench;

namespace {

constexpr int frames = 40;

template <typename Step>
double median(TopologyView &view, Step step)
{
    QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    for (int i = 0; i < frames; ++i)
        times.push_back(1000 * timed([&] {
            step(i);
            view.viewport()->render(&image);
        }).wall);
    std::ranges::sort(times);
    return times[times.size() / 2];
}

// Whole, moved, zoomed: milliseconds a picture.
std::vector<double> pictures(TopologyView &view)
{
    view.fit();
    std::vector<double> times{median(view, [](int) { })};
    view.setZoom(1);
    times.push_back(median(view, [&](int i) {
        view.horizontalScrollBar()->setValue(i * 40);
        view.verticalScrollBar()->setValue(i * 25);
    }));
    view.fit();
    times.push_back(median(view, [&](int i) { view.zoomBy(i < frames / 2 ? 1 : -1); }));
    return times;
}

std::vector<double> measured(std::size_t podsOfANode)
{
    Snapshots snapshots;
    TopologyPanel panel(snapshots);
    panel.resize(1920, 1000);
    panel.show();
    snapshots.readText(QString::fromStdString(test::transcriptOf(test::generatedCluster(50, podsOfANode))));
    while (snapshots.isBusy())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::vector<double> times = pictures(panel.view());
    panel.foldAll(false);
    std::ranges::copy(pictures(panel.view()), std::back_inserter(times));
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const std::vector<double> few = measured(10), many = measured(500);
    for (std::size_t i = 0; const char *const what : {"folded, whole", "folded, moved at 100 %", "folded, zoomed", "unfolded, whole", "unfolded, moved at 100 %", "unfolded, zoomed"}) {
        fmt::print("{:<26} 500 pods {:>6.1f} ms, 25000 pods {:>6.1f} ms: {:.1f} times\n", what, few[i], many[i], many[i] / few[i]);
        ++i;
    }
    return 0;
}
