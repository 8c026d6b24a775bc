#include "tests/bench/stopwatch.h"
#include "ui/mainwindow.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/shared/language.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTableView>

#include <algorithm>
#include <random>
#include <vector>

#include <fmt/format.h>

// scroll FILE: how long the window's list takes to show rows far from those it shows, painted and all. Once by its scroll bar
// alone, once with the row selected, so that tree, bytes and boxes follow.

using namespace vethscope;
using namespace vethscope::bench;

namespace {

constexpr int jumps = 200;
constexpr double budget = 8; // milliseconds

template <typename Jump>
void measure(const char *what, QTableView &view, Jump jump)
{
    std::mt19937 random(1);
    std::uniform_int_distribution<int> rows(0, view.model()->rowCount() - 1);
    std::vector<double> times;
    for (int i = 0; i < jumps; ++i) {
        const int row = rows(random);
        times.push_back(1000 * timed([&] {
            jump(view.model()->index(row, 0));
            QApplication::processEvents(); // layouts and repaints
        }).wall);
    }
    std::ranges::sort(times);
    const double most = times[jumps * 95 / 100];
    fmt::print("{:<66} median {:>5.1f} ms, 95 of 100 within {:>5.1f} ms   {} {} ms\n", what, times[jumps / 2], most,
               times[jumps / 2] <= budget ? "within" : "BEYOND", budget);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        fmt::print(stderr, "usage: scroll FILE\n");
        return 2;
    }
    Preferences preferences(Preferences::Keep::Nothing);
    Language language;
    Theme theme;
    MainWindow window(theme, language, preferences);
    window.resize(1920, 1080);
    window.show();
    window.open({QString::fromLocal8Bit(argv[1])});
    if (!window.capture().isOpen())
        return 3;
    while (!window.isSettled())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    QTableView &view = window.findChild<PacketListPanel *>()->view();
    fmt::print("{} rows in a window of 1920 x 1080, {} jumps\n", view.model()->rowCount(), jumps);
    measure("scrolling to any row: the list repainted", view, [&](const QModelIndex &index) { view.scrollTo(index, QAbstractItemView::PositionAtCenter); });
    measure("selecting any row: list, tree, bytes and boxes repainted", view, [&](const QModelIndex &index) { view.setCurrentIndex(index); });
    return 0;
}
