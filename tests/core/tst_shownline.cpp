#include "core/facts/shownline.h"
#include "core/snapshot/snapshot.h"

#include <QTest>

using namespace vethscope;

// As much of a host's line as is shown: 300 characters around the value (contract.md, EVIDENCE).

namespace {

QString textOf(const ShownLine &shown)
{
    return QString::fromStdString(shown.text);
}

} // namespace

class TestShownLine : public QObject
{
    Q_OBJECT

private slots:
    void shortLines()
    {
        for (const int length : {0, 1, 299, 300}) {
            const std::string line(static_cast<std::size_t>(length), 'x');
            QCOMPARE(textOf(shownLine(line, 7)), QString(length, 'x'));
            QVERIFY(!shownLine(line, 7).column);
        }
        // 300 characters are up to 1200 bytes.
        const QString chinese(300, QChar(0x7f51));
        QCOMPARE(textOf(shownLine(chinese.toStdString())), chinese);
        QVERIFY(!shownLine(chinese.toStdString()).column);
    }

    void longLines_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("first"); // character that is shown
        QTest::newRow("at the beginning") << 0 << 0;
        QTest::newRow("what fits in front is shown") << 60 << 0;
        QTest::newRow("a character further") << 61 << 1;
        QTest::newRow("in the middle") << 500 << 440;
        QTest::newRow("near the end") << 761 << 700;
        QTest::newRow("at the end") << 999 << 700;
        QTest::newRow("behind it") << 5000 << 700;
    }

    void longLines()
    {
        QFETCH(int, offset);
        QFETCH(int, first);
        QString line;
        for (int i = 0; i < 1000; ++i)
            line += QChar(i % 10 == 0 ? 0x4e00 + i / 10 : '0' + i % 10); // each place its own
        const QStringView whole(line);
        const qsizetype bytes = offset < 1000 ? whole.first(offset).toUtf8().size() : offset;
        const ShownLine shown = shownLine(line.toStdString(), static_cast<std::size_t>(bytes));
        QCOMPARE(textOf(shown), (first > 0 ? "…" : "") + whole.sliced(first, 300).toString() + (first < 700 ? "…" : ""));
        QCOMPARE(shown.column.value_or(0), static_cast<std::uint32_t>(std::min(offset, 999) + 1));
    }

    void oneCharacterTooMany()
    {
        const ShownLine shown = shownLine(std::string(301, 'x'));
        QCOMPARE(textOf(shown), QString(300, 'x') + "…");
        QCOMPARE(shown.column.value_or(0), 1u);
    }

    // What says something without a column says it from its first word on.
    void wholeLines()
    {
        const auto source = std::make_shared<const SourceText>("a.txt", "\n   " + std::string(400, 'x') + "\n");
        const ShownLine shown = shownLine(Evidence{source, 2});
        QCOMPARE(shown.column.value_or(0), 4u);
        QCOMPARE(textOf(shown), "   " + QString(297, 'x') + "…");
        QCOMPARE(shownLine(Evidence{source, 2, 100}).column.value_or(0), 100u);
    }

    // `ip -j` prints all interfaces on one line: each fact knows where its own begins.
    void columnsOfJson()
    {
        const std::string json = R"([{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP"],"mtu":65536,"operstate":"UNKNOWN","link_type":"loopback"},)"
                                 R"({"ifindex":2,"ifname":"eth0","flags":["UP"],"mtu":1500,"operstate":"UP","link_type":"ether","address":"52:54:00:00:00:01","addr_info":[{"family":"inet","local":"10.0.0.1","prefixlen":24}]}])";
        const Snapshot snapshot = readPastedSnapshot("[root@n1 ~]# ip -j addr\n" + json + "\n");
        const HostFacts &host = snapshot.facts.hosts.front();
        QCOMPARE(host.links.size(), std::size_t(2));
        QCOMPARE(host.links[0].evidence.column, static_cast<std::uint32_t>(json.find("{\"ifindex\":1") + 1));
        QCOMPARE(host.links[1].evidence.column, static_cast<std::uint32_t>(json.find("{\"ifindex\":2") + 1));
        QCOMPARE(host.addresses.front().evidence.column, static_cast<std::uint32_t>(json.find("{\"family\"") + 1));
        QCOMPARE(host.addresses.front().evidence.line, 2u);
    }

    // Pretty-printed, columns count from each line's own beginning.
    void columnsOfLines()
    {
        const Snapshot snapshot = readPastedSnapshot("[root@n1 ~]# ip -j -p addr\n[ {\n        \"ifname\": \"lo\",\n        \"operstate\": \"UP\",\n"
                                                     "        \"addr_info\": [ {\n                \"local\": \"10.0.0.1\",\n                \"prefixlen\": 24\n            } ]\n    } ]\n");
        const HostFacts &host = snapshot.facts.hosts.front();
        QCOMPARE(host.links.front().evidence, (Evidence{host.links.front().evidence.source, 2, 3}));
        QCOMPARE(host.addresses.front().evidence.line, 5u);
        QCOMPARE(host.addresses.front().evidence.column, 24u);
    }
};

QTEST_APPLESS_MAIN(TestShownLine)
#include "tst_shownline.moc"
