#include "tests/bench/stopwatch.h"
#include "ui/filters/filteredit.h"
#include "ui/find/findbar.h"
#include "ui/find/findcontroller.h"
#include "ui/mainwindow.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <random>

#include <fmt/format.h>
#include <sys/resource.h>

// stalls FILE: how long the window at most does not answer while it opens a file, scrolls, filters, finds, sorts and marks.
// A watchdog asks for an answer every millisecond; the longest time without one counts, and beside it how much of that time
// the window's own thread worked: the rest is the machine's, which had other things to do.

using namespace vethscope;
using namespace vethscope::bench;

namespace {

constexpr double budget = 100; // milliseconds

double workedSoFar() // seconds that this thread has had of a processor
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

class Watchdog
{
public:
    Watchdog()
    {
        m_timer.setInterval(1);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { answered(); });
    }

    /// Starts `work`, and runs the window until `isDone` and nothing is left to paint.
    template <typename Work, typename Done>
    void watch(const char *what, Work work, Done isDone)
    {
        m_longest = {};
        m_last = Stopwatch();
        m_worked = workedSoFar();
        m_timer.start();
        const Stopwatch all;
        QTimer::singleShot(0, work);
        int quiet = 0;
        while (quiet < 20) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
            quiet = isDone() ? quiet + 1 : 0;
        }
        m_timer.stop();
        fmt::print("{:<62} {:>8.3f} s, longest without an answer {:>6.1f} ms ({:>6.1f} ms of them its own)   {} {} ms\n", what, all.spent().wall,
                   m_longest.wall * 1000, m_longest.processor * 1000, m_longest.processor * 1000 <= budget ? "within" : "BEYOND", budget);
    }

private:
    void answered()
    {
        const double wall = m_last.spent().wall, worked = workedSoFar() - m_worked;
        if (worked > m_longest.processor)
            m_longest = {wall, worked};
        m_last = Stopwatch();
        m_worked = workedSoFar();
    }

    QTimer m_timer;
    Stopwatch m_last;
    double m_worked = 0;
    Spent m_longest;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        fmt::print(stderr, "usage: stalls FILE\n");
        return 2;
    }
    Preferences preferences(Preferences::Keep::Nothing);
    Language language;
    Theme theme;
    MainWindow window(theme, language, preferences);
    window.resize(1920, 1080);
    window.show();
    QApplication::processEvents();
    const auto settled = [&] { return window.isSettled(); };
    Watchdog dog;
    dog.watch("opening", [&] { window.open({QString::fromLocal8Bit(argv[1])}); }, settled);
    if (!window.capture().isOpen())
        return 3;
    QTableView &view = window.findChild<PacketListPanel *>()->view();
    const QAbstractItemModel &rows = *view.model();
    fmt::print("{} rows\n", rows.rowCount());

    std::mt19937 random(1);
    const auto jump = [&] { view.scrollTo(rows.index(std::uniform_int_distribution<int>(0, rows.rowCount() - 1)(random), 0), QAbstractItemView::PositionAtCenter); };
    const auto fiftyTimes = [&](auto what) {
        for (int i = 0; i < 50; ++i)
            QTimer::singleShot(20 * i, what);
    };
    const auto column = [&](const QString &title) {
        for (int i = 0; i < rows.columnCount(); ++i)
            if (rows.headerData(i, Qt::Horizontal).toString() == title)
                return i;
        return -1;
    };
    auto &list = const_cast<PacketListModel &>(window.listModel()); // the list's own way to sort is a click
    const auto sortedBy = [&](const QString &title) {
        return [&, title] { list.sortBy(title.isEmpty() ? -1 : column(title), Qt::AscendingOrder); };
    };
    const auto hasSorted = [&] { return window.isSettled() && !list.isSorting(); };
    auto &bar = *window.findChild<FindBar *>();
    auto &finder = *window.findChild<FindController *>();
    const auto found = [&](const QString &text, int what) { // by its place in the bar's list
        return [&, text, what] {
            window.commands()[Command::Find].trigger();
            const QList<QComboBox *> choices = bar.findChildren<QComboBox *>();
            choices.last()->setCurrentIndex(what);
            bar.findChild<FilterEdit *>()->setText(text);
            window.commands()[Command::FindNext].trigger();
        };
    };

    dog.watch("scrolling to fifty places", [&] { fiftyTimes(jump); }, [&, watch = Stopwatch()]() mutable { return watch.spent().wall > 2; });
    for (const char *filter : {"tcp", "overlay.ip.dst == 10.244.1.3 && tcp", "frame.len > 500", "http", ""})
        dog.watch(fmt::format("filter: {}", *filter ? filter : "none").c_str(), [&] { window.applyFilter(QString::fromLatin1(filter)); }, settled);
    dog.watch("finding a filter's packet that is not there", found(QStringLiteral("vxlan.vni == 77777"), 0), [&] { return !finder.isRunning(); });
    dog.watch("finding a text that is not there", found(QStringLiteral("nowhere to be found"), 2), [&] { return !finder.isRunning(); });
    for (const char *title : {"Length", "Time", "Info", ""})
        dog.watch(fmt::format("sorting by {}", *title ? title : "number again").c_str(), sortedBy(QString::fromLatin1(title)), hasSorted);
    dog.watch("marking all", [&] { window.commands()[Command::MarkDisplayed].trigger(); }, settled);
    dog.watch("unmarking all", [&] { window.commands()[Command::UnmarkAll].trigger(); }, settled);
    dog.watch("times since the displayed packet before", [&] { window.commands()[Command::TimeSinceDisplayed].trigger(); }, settled);
    dog.watch("the last packet", [&] { window.commands()[Command::LastPacket].trigger(); }, settled);
    return 0;
}
