#include "core/flows/tcpfindingsstore.h"

#include <QTest>

#include <map>

using namespace vethscope;

// The packed findings of a capture: what goes in comes out.

namespace {

using Key = std::pair<std::uint32_t, std::uint8_t>; // row and header

// Some hundred rows with everything that findings can hold, unevenly spread.
std::map<Key, TcpFindings> manyFindings()
{
    std::map<Key, TcpFindings> all;
    std::uint32_t random = 7;
    std::uint32_t row = 0;
    for (int i = 0; i < 500; ++i) {
        random = random * 1664525u + 1013904223u; // Numerical Recipes' generator
        row += (random >> 8) % (i % 50 == 0 ? 1000u : 9u);
        TcpFindings findings;
        findings.flags = static_cast<std::uint16_t>(random >> 16 & 0x7fff & (random & 1 ? 0x7fff : 0));
        if (findings.has(TcpFindings::DuplicateAcknowledgment)) {
            findings.duplicateNumber = random >> 20;
            findings.duplicateOf = row / 2;
        }
        if (findings.has(TcpFindings::Retransmission))
            findings.timeoutSince = row;
        findings.bytesInFlight = random & 2 ? random >> 3 : 0;
        findings.acknowledged = random & 4 ? row - row / 3 : TcpFindings::none;
        findings.stream = random & 8 ? random >> 10 : TcpFindings::none;
        all[{row, static_cast<std::uint8_t>(random & 16 ? 1 : 0)}] = findings;
    }
    return all;
}

} // namespace

class TcpFindingsStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesInComesOut()
    {
        const std::map<Key, TcpFindings> all = manyFindings();
        TcpFindingsStore store;
        for (const auto &[key, findings] : all)
            store.add(key.first, key.second, findings);
        const std::uint32_t rows = all.rbegin()->first.first + 100;
        store.publish(rows);
        for (std::uint32_t row = 0; row < rows; ++row)
            for (std::uint8_t nth = 0; nth < 2; ++nth) {
                const auto known = all.find({row, nth});
                QVERIFY(store.find(row, nth) == (known == all.end() ? TcpFindings{} : known->second));
            }
    }

    void rowsWithoutFindingsTakeNoRoom()
    {
        TcpFindingsStore store;
        for (std::uint32_t row = 0; row < 1000; ++row)
            store.add(row, 0, {});
        store.publish(1000);
        const std::size_t empty = store.memory();
        store.add(1000, 0, {.bytesInFlight = 1});
        store.publish(1001);
        QCOMPARE(store.find(1000, 0).bytesInFlight, 1u);
        QVERIFY(store.memory() > empty);
    }

    void whatIsNotPublishedIsNotThere()
    {
        TcpFindingsStore store;
        QVERIFY(store.find(5, 0) == TcpFindings{});
        store.add(5, 0, {.bytesInFlight = 1});
        QVERIFY(store.find(5, 0) == TcpFindings{});
        store.publish(6);
        QCOMPARE(store.find(5, 0).bytesInFlight, 1u);
        QVERIFY(store.find(70, 0) == TcpFindings{});
    }
};

QTEST_GUILESS_MAIN(TcpFindingsStoreTest)
#include "tst_tcpfindingsstore.moc"
