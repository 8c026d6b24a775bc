#include "core/snapshot/sharedwatch.h"
#include "core/threads/parts.h"

#include <QTest>

#include <mutex>

using namespace vethscope;

// Work that is done in parts on several threads, and the watch that asks whether to go on with it.
class PartsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPartOnce_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 3, 100})
            QTest::addRow("%d", count) << count;
    }

    void everyPartOnce()
    {
        QFETCH(int, count);
        std::vector<int> done(static_cast<std::size_t>(count));
        std::mutex mutex;
        std::vector<std::size_t> order;
        forEachPart(done.size(), [&](std::size_t part) {
            const std::scoped_lock lock(mutex);
            ++done[part];
            order.push_back(part);
        });
        QCOMPARE(done, std::vector<int>(done.size(), 1));
        QVERIFY(order.empty() || order.front() < std::max(1u, std::thread::hardware_concurrency()));
    }

    // One part needs no other thread; of many, none waits for another to be done.
    void threads()
    {
        std::thread::id one;
        forEachPart(1, [&](std::size_t) { one = std::this_thread::get_id(); });
        QCOMPARE(one, std::this_thread::get_id());
        if (std::thread::hardware_concurrency() < 2)
            QSKIP("one processor");
        std::atomic<int> met = 0;
        forEachPart(2, [&](std::size_t) {
            ++met;
            met.notify_all();
            for (int seen = met; seen < 2; seen = met)
                met.wait(seen);
        });
        QCOMPARE(met.load(), 2);
    }

    void watchIsAskedNowAndThen()
    {
        std::vector<std::uint32_t> asked;
        SharedWatch watch([&](std::uint32_t line, std::uint32_t lines) {
            asked.push_back(line);
            return lines == 900 && line < 700;
        }, 900);
        for (const std::uint32_t line : {1u, 99u, 100u, 101u, 199u, 200u})
            QVERIFY(watch.isWanted(line, 100));
        QCOMPARE(asked, (std::vector<std::uint32_t>{100, 200}));
        QVERIFY(watch.isWanted(201));
        QVERIFY(watch.isWanted(201));
        QCOMPARE(asked.size(), std::size_t(4));
        QVERIFY(!watch.isWanted(700, 100));
        QVERIFY(!watch.isWanted(701, 100)); // it stays so, though nobody asks again
        QVERIFY(!watch.isWanted(1));
        QCOMPARE(asked.size(), std::size_t(5));
    }

    void watchBelongsToItsThread()
    {
        int asked = 0;
        SharedWatch watch([&](std::uint32_t, std::uint32_t) { return ++asked < 2; }, 10);
        bool before = false, after = true;
        std::jthread([&] { before = watch.isWanted(5); }).join();
        QCOMPARE(asked, 0);
        QVERIFY(watch.isWanted(6));
        QVERIFY(!watch.isWanted(7));
        std::jthread([&] { after = watch.isWanted(8); }).join();
        QVERIFY(before);
        QVERIFY(!after);
        QCOMPARE(asked, 2);
    }

    void nobodyWatches()
    {
        SharedWatch watch({}, 10);
        QVERIFY(watch.isWanted(1));
        QVERIFY(watch.isWanted(10, 5));
    }
};

QTEST_APPLESS_MAIN(PartsTest)
#include "tst_parts.moc"
