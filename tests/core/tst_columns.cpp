#include "core/columns/columnspec.h"
#include "core/columns/fieldcolumn.h"
#include "core/columns/rowsort.h"
#include "core/columns/timetext.h"
#include "core/filter/conversationfilter.h"
#include "core/filter/rowfilter.h"
#include "core/protocols/protocols.h"
#include "core/session/savedcolumns.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <filesystem>
#include <numeric>

using namespace vethscope;
using namespace vethscope::test;

// Columns of fields beyond what tshark's say (tst_tsharkcolumns), how they are kept, and filters made from rows of the tree.

namespace {

QByteArray pod()
{
    return ethernet(ipv4("10.244.0.60", "10.244.1.3", 17, udp(40000, 40001, "ab")));
}

QByteArray tunnelled()
{
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(50000, 8472, vxlan(7, pod()))));
}

PacketRow rowOf(const QByteArray &bytes)
{
    PacketRow row;
    row.frame = frameOf(bytes, 1);
    row.frame.number = 7;
    row.frame.time = 1600000002'345678901;
    row.timeBefore = 1600000002'000000000;
    Dissector(test::registry()).dissect(row.frame, row.packet);
    return row;
}

QString textOf(const TextBuffer &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

class TestColumns : public QObject
{
    Q_OBJECT

private slots:
    void says_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("occurrence");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("numeric");
        const auto row = [](const char *expression, int occurrence, const char *text, bool isNumeric = false) {
            QTest::addRow("%s, %d", expression, occurrence) << QString(expression) << occurrence << QString(text) << isNumeric;
        };
        row("overlay.ip.src", 0, "10.244.0.60");
        row("underlay.ip.src", 0, "172.27.0.11");
        row("ip.src#2", 0, "10.244.0.60");
        row("ip.src#[-1]", 0, "10.244.0.60");
        row("eth.src[0:3]", 1, "020000");
        row("udp.dstport", 0, "8472,40001", true);
        row("udp.dstport", 3, "", true);
        row("udp.dstport", -3, "", true);
        row("udp.dstport + 1", -1, "40002", true);
        row("ip", 0, "✓");
        row("ip.proto", 0, "UDP,UDP");
        row("udp.dstport == 40001", 0, "✓");
        row("udp.dstport == 40001", -1, "✓");
        row("udp.dstport == 1", 0, "");
        row("overlay.ip.src || underlay.ip.dst", 0, "10.244.0.60,172.27.16.10");
        row("tcp", 0, "");
        row("tcp.port || ip.ttl", 1, "64", true);
    }

    void says()
    {
        QFETCH(QString, expression);
        QFETCH(int, occurrence);
        const Registry known = test::registry();
        const auto column = FieldColumn::compile(expression.toStdString(), known);
        QVERIFY2(column, column ? "" : column.error().message.english().c_str());
        FilterScratch scratch;
        TextBuffer text;
        column->print(rowOf(tunnelled()), occurrence, scratch, text);
        QTEST(textOf(text), "text");
        QTEST(column->isNumeric(), "numeric");
        QVERIFY(column->asks().empty());
    }

    void numbers()
    {
        const Registry known = test::registry();
        FilterScratch scratch;
        const auto numberOf = [&](const char *expression, int occurrence) { return FieldColumn::compile(expression, known)->number(rowOf(tunnelled()), occurrence, scratch); };
        QCOMPARE(numberOf("udp.dstport", 0), std::optional(8472.0));
        QCOMPARE(numberOf("udp.dstport", -1), std::optional(40001.0));
        QCOMPARE(numberOf("tcp.port", 0), std::optional<double>());
        QCOMPARE(numberOf("tcp.port || udp.dstport", 0), std::optional(8472.0));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << "  " << "a field name or a value is expected here";
        QTest::newRow("no field") << "ip.sourc" << "\"ip.sourc\" is neither a field nor a protocol";
        QTest::newRow("half a condition") << "ip.ttl ==" << "the expression ends where a field name or a value is expected";
    }

    void refused()
    {
        QFETCH(QString, expression);
        QFETCH(QString, message);
        const Registry known = test::registry();
        const auto column = FieldColumn::compile(expression.toStdString(), known);
        QVERIFY(!column);
        const QString told = QString::fromStdString(column.error().message.english());
        QVERIFY2(told.startsWith(message), qPrintable(told));
    }

    void readyMade()
    {
        const QByteArray outside = tunnelled(), inside = pod();
        const PacketRow row = rowOf(outside), native = rowOf(inside);
        const auto says = [](Column column, const PacketRow &packet) {
            TextBuffer text;
            printColumn(column, packet, Perspective::Both, text);
            return textOf(text);
        };
        QCOMPARE(says(Column::Underlay, row), "172.27.0.11 → 172.27.16.10");
        QCOMPARE(says(Column::Overlay, row), "10.244.0.60 → 10.244.1.3");
        QCOMPARE(says(Column::Tunnel, row), "VXLAN 7");
        QCOMPARE(says(Column::Delta, row), "0.345678");
        for (const Column column : {Column::Underlay, Column::Overlay, Column::Tunnel})
            QCOMPARE(says(column, native), "");
    }

    void kept()
    {
        std::vector<ColumnSpec> columns = usualColumns();
        columns[1].isHidden = true;
        columns[2].width = 1250;
        columns.push_back({.title = "TTL \"inside\"", .expression = "ip.ttl", .occurrence = -1, .side = ColumnSpec::Side::Right});
        columns.push_back({.expression = "ip.ttl", .side = ColumnSpec::Side::Centre});
        columns.push_back({.column = Column::Tunnel});
        QVERIFY(columnsOfText(columnsText(columns)) == columns);
        QVERIFY(columnsOfText("no JSON").empty());
        QVERIFY(columnsOfText("{\"columns\": [{\"name\": \"colour\"}]}").empty());
        QVERIFY(columnsOfText("{\"columns\": [{\"name\": \"time\", \"side\": \"above\", \"occurrence\": 5000}]}") == (std::vector<ColumnSpec>{{.column = Column::Time, .occurrence = 1000}}));
        QCOMPARE(classicColumns().size(), std::size_t(7));
        for (int column = 0; column <= int(Column::ClassicInfo); ++column)
            QCOMPARE(columnOf(nameOf(Column(column))), std::optional(Column(column)));
    }

    void naturally_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        const auto row = [](const char *one, const char *other) { QTest::addRow("%s < %s", one, other) << QString(one) << QString(other); };
        row("10.244.0.9", "10.244.0.60");
        row("10.244.0.60", "10.244.1.3");
        row("", "a");
        row("a", "B");
        row("A", "a");
        row("a9", "a10");
        row("a", "a0");
        row("a007", "a8");
        row("a08", "a8"); // nothing else differs
        row("9", "a");
        row("a1b2", "a1b10");
        row("99999999999999999998", "99999999999999999999");
    }

    void naturally()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QVERIFY(compareNaturally(one.toStdString(), other.toStdString()) < 0);
        QVERIFY(compareNaturally(other.toStdString(), one.toStdString()) > 0);
        QCOMPARE(compareNaturally(one.toStdString(), one.toStdString()), 0);
    }

    // More rows than are sorted at once: against the standard library's stable sort of the same keys.
    void manyRows_data()
    {
        QTest::addColumn<bool>("descending");
        QTest::addColumn<bool>("text");
        QTest::newRow("numbers, up") << false << false;
        QTest::newRow("numbers, down") << true << false;
        QTest::newRow("texts, up") << false << true;
        QTest::newRow("texts, down") << true << true;
    }

    void manyRows()
    {
        QFETCH(bool, descending);
        QFETCH(bool, text);
        constexpr std::uint32_t count = 70'000;
        PcapFile file;
        for (std::uint32_t i = 0; i < count; ++i)
            file.packet(1000 + i, 0, QByteArray(20, char(i)));
        const QTemporaryDir folder;
        const std::vector<std::filesystem::path> paths{writeFile(folder, "many.pcap", file.bytes()).toStdString()};
        const auto store = PacketStore::open(paths);
        QVERIFY(store);
        (*store)->waitUntilFinished();
        const Registry known = test::registry();
        const Dissector dissector(known);
        std::vector<std::uint32_t> rows, expected(count / 2);
        for (std::uint32_t row = 1; row < count; row += 2)
            rows.push_back(row);
        const auto numberOf = [](std::uint64_t frame) { return frame % 11 == 0 && frame % 5 != 0 ? std::optional<double>() : std::optional(double(frame * 7919 % 5003)); };
        SortKey key;
        if (text)
            key.text = [](const PacketRow &row, FilterScratch &, TextBuffer &out) { print(out, "x{}", row.frame.number * 7919 % 5003); };
        else
            key.number = [&](const PacketRow &row, FilterScratch &) { return numberOf(row.frame.number); };
        std::iota(expected.begin(), expected.end(), 0u);
        std::ranges::stable_sort(expected, [&](std::uint32_t one, std::uint32_t other) {
            const std::uint64_t first = rows[one] + 1, second = rows[other] + 1;
            const auto left = text ? std::optional(double(first * 7919 % 5003)) : numberOf(first), right = text ? std::optional(double(second * 7919 % 5003)) : numberOf(second);
            if (!left || !right)
                return left && !right;
            return descending ? *left > *right : *left < *right;
        });
        std::atomic<std::size_t> done = 0;
        const auto places = sortedPlaces(**store, dissector, rows, key, descending, done, [] { return true; });
        QVERIFY(places);
        QVERIFY(*places == expected);
        QCOMPARE(done.load(), rows.size());
        // Whoever says no while rows are read, or while they are sorted, is heard.
        std::atomic<int> asked = 0;
        const auto stoppedAfter = [&](int asks) {
            asked = 0;
            return !sortedPlaces(**store, dissector, rows, key, descending, done, [&] { return asked++ < asks; });
        };
        QVERIFY(stoppedAfter(0));
        QVERIFY(stoppedAfter(3));
        QVERIFY(!stoppedAfter(1'000'000));
        const int all = asked;
        QVERIFY(stoppedAfter(all - 1));
    }

    void digits()
    {
        QCOMPARE(digitsOf(1), 0);
        QCOMPARE(digitsOf(1000), 3);
        QCOMPARE(digitsOf(1'000'000), 6);
        QCOMPARE(digitsOf(1'000'000'000), 9);
        QCOMPARE(digitsOf(1'000'000'000'000), 9);
        const auto says = [](TimeStyle style, std::int64_t time, std::int64_t since, int digits) {
            TextBuffer text;
            printTime(text, style, time, since, digits);
            return textOf(text);
        };
        QCOMPARE(says({}, 2'999'999'999, 0, 6), "2.999999");
        QCOMPARE(says({.digits = 0}, 2'999'999'999, 0, 6), "2");
        QCOMPARE(says({.digits = 3}, 1'000'000'000, 2'500'000'000, 9), "-1.500");
        QCOMPARE(says({.format = TimeFormat::UtcDateAndTime, .digits = 3}, -1'000'000, 0, 9), "1969-12-31 23:59:59.999");
        for (int format = 0; format <= int(TimeFormat::UtcTimeOfDay); ++format)
            QCOMPARE(timeFormatOf(nameOf(TimeFormat(format))), std::optional(TimeFormat(format)));
        QVERIFY(!timeFormatOf("yesterday"));
    }

    // What a row's filter matches, the packet that has the row does.
    void rows()
    {
        const Registry known = test::registry();
        const QByteArray bytes = tunnelled();
        const PacketRow row = rowOf(bytes);
        QStringList filters;
        FilterScratch scratch;
        int tried = 0;
        for (const TreeNode &node : treeOf(row.frame, row.packet, known)) {
            const RowName name = rowName(node, row.packet.depth());
            QCOMPARE(name.plain.empty(), name.scoped.empty());
            if (name.plain.empty())
                continue;
            for (const std::string &one : {name.plain, name.scoped}) {
                const std::string filter = rowFilter(node, one);
                const auto compiled = Filter::compile(filter, known);
                QVERIFY2(compiled, qPrintable(QString::fromStdString(filter)));
                if (node.protocol->name == "frame" && node.field && node.field->name == "protocols")
                    continue; // of a store's frames alone
                QVERIFY2(compiled->matches(row.frame, row.packet, scratch), qPrintable(QString::fromStdString(filter)));
                filters << QString::fromStdString(filter);
                ++tried;
            }
        }
        QVERIFY(tried > 60);
        for (const char *filter : {"ip.src == 10.244.0.60", "overlay.ip.src == 10.244.0.60", "underlay.ip.src == 172.27.0.11", "vxlan.vni == 7", "vxlan", "overlay.udp", "frame", "frame.number == 7",
                                   "underlay.eth.type == 0x0800", "overlay.ip.ttl == 64"})
            QVERIFY2(filters.contains(filter), qPrintable(QString(filter) + " is not in " + filters.join(", ")));
        for (const char *filter : {"overlay.vxlan", "underlay.vxlan", "underlay.frame"})
            QVERIFY(!filters.contains(filter));
    }

    void rowsOfText()
    {
        const Registry known = test::registry();
        const QByteArray bytes = ethernet(ipv4("10.0.0.1", "10.0.0.2", 6, tcp(40000, 80, 0x18, "GET /\"a\\b\" HTTP/1.1\r\nHost: web\r\n\r\n")));
        const PacketRow row = rowOf(bytes);
        FilterScratch scratch;
        bool found = false;
        for (const TreeNode &node : treeOf(row.frame, row.packet, known)) {
            const RowName name = rowName(node, 0);
            QCOMPARE(name.plain, name.scoped);
            if (name.plain != "http.request.uri")
                continue;
            found = true;
            QCOMPARE(QString::fromStdString(rowFilter(node, name.plain)), "http.request.uri == \"/\\\"a\\\\b\\\"\"");
            QVERIFY(Filter::compile(rowFilter(node, name.plain), known)->matches(row.frame, row.packet, scratch));
        }
        QVERIFY(found);
    }
    void conversations()
    {
        const Registry known = test::registry();
        const QByteArray outside = tunnelled(), inside = pod();
        const auto filtersOf = [&](const QByteArray &bytes) {
            const PacketRow row = rowOf(bytes);
            FilterScratch scratch;
            QStringList all;
            for (const ConversationFilter &one : conversationFilters(row.frame, row.packet)) {
                const auto filter = Filter::compile(one.filter, known);
                if (filter && filter->matches(row.frame, row.packet, scratch))
                    all << QString::fromUtf8(one.protocol.data(), qsizetype(one.protocol.size())) + ": " + QString::fromStdString(one.filter);
            }
            return all;
        };
        QCOMPARE(filtersOf(inside), (QStringList{"eth: eth.addr == 02:00:00:00:00:01 && eth.addr == 02:00:00:00:00:02", "ip: ip.addr == 10.244.0.60 && ip.addr == 10.244.1.3",
                                                 "udp: ip.addr == 10.244.0.60 && ip.addr == 10.244.1.3 && udp.port == 40000 && udp.port == 40001"}));
        QCOMPARE(filtersOf(outside)[2], "udp: overlay.ip.addr == 10.244.0.60 && overlay.ip.addr == 10.244.1.3 && overlay.udp.port == 40000 && overlay.udp.port == 40001");
        QVERIFY(filtersOf(QByteArray::fromHex("0102")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
