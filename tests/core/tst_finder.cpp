#include "core/find/finder.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Where a packet has what is looked for.
class TestFinder : public QObject
{
    Q_OBJECT

private slots:
    void hits_data()
    {
        using What = FindRequest::What;
        using Where = FindRequest::Where;
        using Width = FindRequest::Width;
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("where");
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("caseCounts");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); // first byte+bytes of each hit, the label of a row, or `packet`
        const auto row = [](const char *name, What what, Where where, const QString &text, const QString &found, bool caseCounts = false, Width width = Width::Both) {
            QTest::newRow(name) << int(what) << int(where) << int(width) << caseCounts << text << found;
        };
        row("filter", What::Filter, Where::List, "udp.dstport == 7000", "packet");
        row("filter that matches not", What::Filter, Where::List, "tcp", "");
        row("hex", What::Hex, Where::List, "4d 61-72:6b", "42+4");
        row("hex, twice", What::Hex, Where::List, "6d61726b", "47+4");
        row("hex does not know letters", What::Hex, Where::List, "4D41", "");
        row("bytes, letters alike", What::Text, Where::Frame, "mark", "42+4 47+4 52+8");
        row("bytes, letters count", What::Text, Where::Frame, "mark", "47+4 52+8", true);
        row("bytes, narrow", What::Text, Where::Frame, "mark", "42+4 47+4", false, Width::Narrow);
        row("bytes, wide", What::Text, Where::Frame, "mark", "52+8", false, Width::Wide);
        row("bytes, not there", What::Text, Where::Frame, "markus", "");
        row("bytes by regular expression", What::Regex, Where::Frame, "m[aeiou]rk", "42+4 47+4");
        row("regular expression, letters count", What::Regex, Where::Frame, "m.rk", "47+4", true);
        row("a regular expression that matches nothing at all", What::Regex, Where::Frame, "z*", "");
        row("list", What::Text, Where::List, "A LINE", "packet");
        row("list, letters count", What::Text, Where::List, "A LINE", "", true);
        row("list by regular expression", What::Regex, Where::List, "^a .*e$", "packet");
        row("details", What::Text, Where::Details, "time to live", "Time to Live");
        row("details: value", What::Text, Where::Details, "Port: 7000", "Source Port Destination Port");
        row("details by regular expression", What::Regex, Where::Details, "^source port: 70", "Source Port");
    }

    void hits()
    {
        QFETCH(int, what);
        QFETCH(int, where);
        QFETCH(int, width);
        QFETCH(bool, caseCounts);
        QFETCH(QString, text);
        const QByteArray payload = QByteArray("Mark mark ") + QByteArray("m\0a\0r\0k\0", 8);
        const QByteArray bytes = ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(7000, 7000, payload)));
        PacketRow row;
        row.frame = frameOf(bytes, 1);
        const Registry known = test::registry();
        Dissector(known).dissect(row.frame, row.packet);
        const auto finder = Finder::compile({FindRequest::What(what), FindRequest::Where(where), FindRequest::Width(width), caseCounts, text.toStdString()}, known);
        QVERIFY2(finder, finder ? "" : finder.error().english().c_str());
        FilterScratch scratch;
        const auto line = [](const PacketRow &, FilterScratch &, TextBuffer &out) { print(out, "a line"); };
        const auto tree = treeOf(row.frame, row.packet, known);
        QStringList found;
        for (const FindHit &hit : finder->hits(row, known, scratch, line))
            found << (hit.node >= 0 ? QString::fromStdString(tree[std::size_t(hit.node)].label) : hit.place.length > 0 ? QString("%1+%2").arg(hit.place.offset / 8).arg(hit.place.length / 8) : "packet");
        QTEST(found.join(' '), "found");
    }

    void refused_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing") << int(FindRequest::What::Text) << "" << "There is nothing to look for yet";
        QTest::newRow("half a byte") << int(FindRequest::What::Hex) << "0a b" << "A byte has two hexadecimal digits; here are 3";
        QTest::newRow("no byte") << int(FindRequest::What::Hex) << " : " << "A byte has two hexadecimal digits; here are 0";
        QTest::newRow("no digit") << int(FindRequest::What::Hex) << "0g" << "g is no hexadecimal digit";
        QTest::newRow("no filter") << int(FindRequest::What::Filter) << "ip.sorc" << "\"ip.sorc\" is neither a field nor a protocol";
        QTest::newRow("no regular expression") << int(FindRequest::What::Regex) << "a(" << "this regular expression has an error at character 3";
    }

    void refused()
    {
        QFETCH(int, what);
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        const Registry known = test::registry();
        const auto finder = Finder::compile({.what = FindRequest::What(what), .text = text.toStdString()}, known);
        QVERIFY(!finder);
        const QString told = QString::fromStdString(finder.error().english());
        QVERIFY2(told.startsWith(sentence), qPrintable(told));
    }
};

QTEST_GUILESS_MAIN(TestFinder)
#include "tst_finder.moc"
