#include "core/path/cellplan.h"

#include <QTest>

#include <atomic>
#include <thread>

// Which cells of a matrix are walked, which follow from another one, and what of it is heard.

using vethscope::path::CellPlan;
using vethscope::path::CellRun;

class TestCellPlan : public QObject
{
    Q_OBJECT

private slots:
    // Rows a, a, b and columns a, a, b, c: of each pair of classes the first is walked; what is sent to itself always.
    void classes()
    {
        const CellPlan plan({5, 5, 6}, {5, 5, 6, 7}, [](std::size_t, std::size_t) { return CellPlan::Kind::Shared; });
        const std::vector<std::size_t> models{0, 1, 2, 3, 1, 5, 2, 3, 8, 8, 10, 11};
        for (std::size_t cell = 0; cell < models.size(); ++cell)
            QCOMPARE(plan.modelOf(cell), models[cell]);
        QCOMPARE(plan.walked(), (std::vector<std::size_t>{0, 1, 2, 3, 5, 8, 10, 11}));
        QCOMPARE(plan.following(), (std::vector<std::size_t>{4, 6, 7, 9}));
        QCOMPARE(plan.effort(), 8 * CellRun::walkEffort + 4);
    }

    // One of its own is no model, and one that is elsewhere is not done.
    void kinds()
    {
        const CellPlan plan({5, 5, 5}, {5, 5, 5, 7}, [](std::size_t row, std::size_t column) {
            return row == 0 && column == 3 ? CellPlan::Kind::Own : column == 1 ? CellPlan::Kind::Elsewhere : CellPlan::Kind::Shared;
        });
        QCOMPARE(plan.walked(), (std::vector<std::size_t>{0, 2, 3, 7, 10}));
        QCOMPARE(plan.following(), (std::vector<std::size_t>{4, 6, 8, 11}));
        QCOMPARE(plan.modelOf(3), std::size_t(3));
        QCOMPARE(plan.modelOf(7), std::size_t(7));
        QCOMPARE(plan.modelOf(11), std::size_t(7));
        QCOMPARE(plan.modelOf(6), std::size_t(2)); // sent by another to the third
    }

    void eachOnce_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 7, 8, 9, 16, 1000})
            QTest::addRow("%d", count) << count;
    }

    void eachOnce()
    {
        QFETCH(int, count);
        std::vector<std::size_t> cells;
        for (int i = 0; i < count; ++i)
            cells.push_back(std::size_t(3 * i));
        std::vector<std::atomic<int>> seen(std::size_t(3 * count + 1));
        const std::size_t all = std::size_t(count) * (CellRun::walkEffort + 1);
        std::size_t last = 0;
        bool isRising = true, isSecond = false;
        const vethscope::path::CellProgress progress = [&](std::size_t done, std::size_t of) {
            isRising = isRising && done >= last && done <= of && of == all
                && (!isSecond || done >= std::size_t(count) * CellRun::walkEffort); // those that were walked count still
            last = done;
            return true;
        };
        CellRun run(all, progress);
        QVERIFY(run.walkEach(cells, [&](std::size_t cell) { ++seen[cell]; }));
        isSecond = true;
        const auto follow = [&](std::size_t cell) { seen[cell] += 10; };
        QVERIFY(run.followEach(cells, follow));
        QVERIFY(isRising);
        for (std::size_t cell = 0; cell < seen.size(); ++cell)
            QCOMPARE(seen[cell].load(), cell % 3 == 0 && cell < std::size_t(3 * count) ? 11 : 0);
    }

    // Nothing begins any more, and a run that was stopped stays so.
    void stopped()
    {
        const std::vector<std::size_t> cells(10000, 1);
        std::atomic<int> worked = 0;
        int asked = 0;
        const vethscope::path::CellProgress progress = [&](std::size_t, std::size_t) { return ++asked < 3; };
        CellRun run(cells.size(), progress);
        QVERIFY(!run.followEach(cells, [&](std::size_t) { ++worked; std::this_thread::sleep_for(std::chrono::microseconds(200)); }));
        QCOMPARE(asked, 3);
        QVERIFY2(worked < 5000, qPrintable(QString::number(worked)));
        const int before = worked;
        QVERIFY(!run.walkEach(cells, [&](std::size_t) { ++worked; }));
        QCOMPARE(worked.load(), before);
        QCOMPARE(asked, 3);
    }

    void withoutAListener()
    {
        std::atomic<int> worked = 0;
        const vethscope::path::CellProgress progress;
        CellRun run(3, progress);
        QVERIFY(run.followEach({1, 2, 3}, [&](std::size_t) { ++worked; }));
        QCOMPARE(worked.load(), 3);
    }
};

QTEST_GUILESS_MAIN(TestCellPlan)
#include "tst_cellplan.moc"
