#include "core/bytes/appendonly.h"

#include <QTest>

#include <string>
#include <thread>
#include <vector>

using namespace vethscope;

// One thread appends while others read.

class AppendOnlyTest : public QObject
{
    Q_OBJECT

private slots:
    void elementsComeBackInOrder()
    {
        AppendOnly<std::string, 4> list; // small blocks, so that there are many
        QVERIFY(list.empty());
        for (int i = 0; i < 1000; ++i)
            list.append(std::to_string(i));
        QCOMPARE(list.size(), 1000u);
        for (std::size_t i = 0; i < 1000; ++i)
            QCOMPARE(list[i], std::to_string(i));
    }

    void elementsNeverMove()
    {
        AppendOnly<int, 4> list;
        std::vector<const int *> places;
        for (int i = 0; i < 1000; ++i) {
            list.append(i);
            places.push_back(&list[static_cast<std::size_t>(i)]);
        }
        for (std::size_t i = 0; i < places.size(); ++i)
            QCOMPARE(&list[i], places[i]);
    }

    void stagedElementsAreNotSeenBeforeTheyArePublished()
    {
        AppendOnly<int, 4> list;
        list.append(1);
        list.stage(2);
        list.stage(3);
        QCOMPARE(list.size(), 1u);
        list.publish();
        QCOMPARE(list.size(), 3u);
        QCOMPARE(list[2], 3);
    }

    void memoryIsCountedInBlocks()
    {
        AppendOnly<std::uint64_t, 8> list;
        QCOMPARE(list.memory(), 0u);
        list.append(1);
        QCOMPARE(list.memory(), 64u);
        for (std::uint64_t i = 1; i < 9; ++i)
            list.append(i);
        QCOMPARE(list.memory(), 128u);
    }

    void readersSeeWholeElementsWhileOneThreadAppends()
    {
        struct Pair {
            std::uint64_t number;
            std::uint64_t square;
        };
        constexpr std::size_t count = 300'000;
        AppendOnly<Pair, 256> list;
        std::atomic<std::size_t> wrong = 0;
        const auto read = [&] {
            for (std::size_t seen = 0; seen < count;) {
                const std::size_t size = list.size();
                for (; seen < size; ++seen)
                    wrong += list[seen].number != seen || list[seen].square != seen * seen;
            }
        };
        {
            const std::jthread first(read);
            const std::jthread second(read);
            for (std::size_t i = 0; i < count; ++i)
                list.append({i, i * i});
        }
        QCOMPARE(wrong.load(), 0u);
    }
};

QTEST_GUILESS_MAIN(AppendOnlyTest)
#include "tst_appendonly.moc"
