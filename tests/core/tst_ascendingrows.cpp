#include "core/capture/ascendingrows.h"

#include <QTest>

#include <random>
#include <thread>
#include <vector>

using namespace vethscope;

// One thread adds while others read; each row is where a plain list has it.

class AscendingRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void asInAPlainList_data()
    {
        QTest::addColumn<std::uint32_t>("rows");
        QTest::addColumn<double>("share");
        QTest::newRow("all") << 200'000u << 1.0;
        QTest::newRow("nearly all") << 200'000u << 0.99;
        QTest::newRow("half") << 200'000u << 0.5;
        QTest::newRow("few") << 300'000u << 0.001;
        QTest::newRow("chunks without any") << 2'000'000u << 0.000'005;
        QTest::newRow("one word") << 64u << 1.0;
    }

    void asInAPlainList()
    {
        QFETCH(std::uint32_t, rows);
        QFETCH(double, share);
        std::mt19937 random(7);
        std::bernoulli_distribution isAmong(share);
        AscendingRows among;
        std::vector<std::uint32_t> list;
        for (std::uint32_t row = 0; row < rows; ++row) {
            if (!isAmong(random))
                continue;
            among.stage(row);
            list.push_back(row);
        }
        QCOMPARE(among.size(), 0u);
        among.publish();
        QCOMPARE(among.size(), list.size());
        QVERIFY(!list.empty());
        for (std::size_t place = 0; place < list.size(); ++place)
            if (among[place] != list[place])
                QCOMPARE(among[place], list[place]);
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, list.size() / 2, list.size()}) {
            std::vector<std::uint32_t> first;
            among.forEach(count, [&](std::uint32_t row) { first.push_back(row); });
            QCOMPARE(first, std::vector<std::uint32_t>(list.begin(), list.begin() + std::ptrdiff_t(count)));
        }
    }

    void memoryIsAFractionOfAByteARow()
    {
        constexpr std::uint32_t rows = 1'000'000;
        AscendingRows all;
        for (std::uint32_t row = 0; row < rows; ++row)
            all.stage(row);
        QVERIFY2(all.memory() > rows / 8 && all.memory() < rows / 6, qPrintable(QString::number(all.memory())));
    }

    void readWhileOthersAreAdded()
    {
        constexpr std::uint32_t rows = 400'000;
        AscendingRows thirds;
        std::jthread writer([&] {
            for (std::uint32_t row = 0; row < rows; ++row) {
                if (row % 3 == 0)
                    thirds.stage(row);
                if (row % 100 == 0)
                    thirds.publish();
            }
            thirds.publish();
        });
        std::size_t seen = 0, wrong = 0, looks = 0;
        while (seen < (rows + 2) / 3) {
            seen = thirds.size();
            for (const std::size_t place : {seen / 7, seen / 2, seen - 1})
                wrong += seen > 0 && thirds[place] != place * 3;
            std::uint32_t next = 0;
            thirds.forEach(seen, [&](std::uint32_t row) { wrong += row != next, next += 3; });
            wrong += next != seen * 3;
            ++looks;
        }
        QVERIFY(looks > 0);
        QCOMPARE(wrong, 0u);
    }
};

QTEST_GUILESS_MAIN(AscendingRowsTest)
#include "tst_ascendingrows.moc"
