#include "core/colours/colouring.h"
#include "core/colours/colourrulesfile.h"
#include "core/colours/colourtext.h"
#include "core/colours/rowcolours.h"
#include "core/figure/colours.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Colour rules: Wireshark's files, which rule wins, and whether words can be read upon it.
class TestColours : public QObject
{
    Q_OBJECT

    static QString lineOf(const ColourRule &rule)
    {
        return QString::fromStdString(fmt::format("{}{} | {} | {:06x} on {:06x}", rule.isEnabled ? "" : "off ", rule.name, rule.filter, rule.foreground, rule.background));
    }

private slots:
    void read_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("rules");
        QTest::addColumn<QStringList>("problems");
        QTest::newRow("Wireshark's line") << QByteArray("@TCP RST@tcp.flags.reset eq 1@[42148,0,0][65535,64764,40092]\n") << QStringList{"TCP RST | tcp.flags.reset eq 1 | fffc9c on a40000"} << QStringList{};
        QTest::newRow("switched off") << QByteArray("!@TCP@tcp@[59345,58980,65535][4718,10030,11796]") << QStringList{"off TCP | tcp | 12272e on e7e6ff"} << QStringList{};
        QTest::newRow("comments, blank lines, DOS ends") << QByteArray("# by hand\r\n\r\n@a@arp@[0,0,0][65535,65535,65535]\r\n") << QStringList{"a | arp | ffffff on 000000"} << QStringList{};
        QTest::newRow("the raw operator in a filter") << QByteArray("@a@@ip.src == 0a:00:00:01@[0,0,0][65535,65535,65535]") << QStringList{"a | @ip.src == 0a:00:00:01 | ffffff on 000000"} << QStringList{};
        QTest::newRow("one line is none") << QByteArray("@a@arp@[0,0,0][65535,65535,65535]\nhello\n@b@tcp@[0,0][1,2,3]\n@c@udp@[0,0,70000][1,2,3]") << QStringList{"a | arp | ffffff on 000000"}
                                          << QStringList{"line 2 is no colour rule: hello", "line 3 is no colour rule: @b@tcp@[0,0][1,2,3]", "line 4 is no colour rule: @c@udp@[0,0,70000][1,2,3]"};
        QTest::newRow("JSON, as Wireshark's documents have it")
            << QByteArray(R"({"coloringrules": [{"disabled": false, "name": "8080", "filter": "udp.port == 8080", "foreground": "[0x0000, 0x0000, 0x0000]", "background": "[0xFFFF, 0xFFFF, 0xFFFF]"}]})")
            << QStringList{"8080 | udp.port == 8080 | 000000 on ffffff"} << QStringList{};
        QTest::newRow("JSON with comments, in other shapes")
            << QByteArray("// mine\n[ /* first */ {\"name\": \"a\", \"filter\": \"arp\", \"foreground\": \"#102030\", \"background\": [65535, 0, 0], \"disabled\": true},\n 7 ]")
            << QStringList{"off a | arp | 102030 on ff0000"} << QStringList{"entry 2 of the list is no colour rule"};
        QTest::newRow("JSON, cut") << QByteArray("{\"coloringrules\": [") << QStringList{} << QStringList{"the colour rules are no sound JSON"};
        QTest::newRow("JSON of something else") << QByteArray("{\"a\": 1}") << QStringList{} << QStringList{"the JSON has no list of colour rules"};
        QTest::newRow("nothing") << QByteArray() << QStringList{} << QStringList{};
    }

    void read()
    {
        QFETCH(QByteArray, text);
        const ColourRulesRead read = readColourRules({text.data(), std::size_t(text.size())});
        QStringList rules, problems;
        for (const ColourRule &rule : read.rules)
            rules << lineOf(rule);
        for (const Sentence &problem : read.problems)
            problems << QString::fromStdString(problem.english());
        QTEST(rules, "rules");
        QTEST(problems, "problems");
    }

    void whatIsWrittenIsReadAgain()
    {
        std::vector<ColourRule> rules = usualColourRules();
        rules[1].isEnabled = false;
        QCOMPARE(readColourRules(colourRulesText(rules)).rules, rules);
        QCOMPARE(readColourRules(colourRulesJson(rules)).rules, rules);
    }

    // A name cannot have what ends it.
    void namesStayNames()
    {
        const auto read = readColourRules(colourRulesText({{"a@b\nc", "arp\n || tcp", 0, 0xFFFFFF}}));
        QVERIFY(read.problems.empty());
        QCOMPARE(lineOf(read.rules.at(0)), "a_b_c | arp  || tcp | 000000 on ffffff");
    }

    void usualRulesCompile()
    {
        const Colouring colouring(usualColourRules(), registry());
        for (std::size_t i = 0; i < colouring.size(); ++i)
            QVERIFY2(!colouring.problem(i), qPrintable(QString::fromStdString(colouring[i].filter)));
    }

    void firstMatchWins_data()
    {
        QTest::addColumn<QStringList>("filters");
        QTest::addColumn<int>("match");
        QTest::newRow("the first of two") << QStringList{"udp", "ip"} << 0;
        QTest::newRow("one that does not match stands aside") << QStringList{"tcp", "ip"} << 1;
        QTest::newRow("one that is switched off as well") << QStringList{"!udp", "ip"} << 1;
        QTest::newRow("one that is no filter as well") << QStringList{"udp.nosuch", "udp ==", "", "udp"} << 3;
        QTest::newRow("none") << QStringList{"tcp", "arp"} << -1;
    }

    void firstMatchWins()
    {
        QFETCH(QStringList, filters);
        std::vector<ColourRule> rules;
        for (QString filter : filters) {
            const bool isOff = filter.startsWith('!');
            rules.push_back({"r", filter.remove('!').toStdString(), 0, 0xFFFFFF, !isOff});
        }
        const Colouring colouring(rules, registry());
        const QByteArray bytes = ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(1000, 9, "a")));
        const Frame frame = frameOf(bytes);
        FilterScratch scratch;
        const auto match = colouring.match(frame, Dissector(registry()).dissect(frame), scratch);
        QTEST(match ? int(*match) : -1, "match");
    }

    void aRuleThatIsNoFilterSaysWhy()
    {
        const Colouring colouring({{"a", "ip.nosuch == 1", 0, 0xFFFFFF}, {"b", "", 0, 0xFFFFFF}}, registry());
        QVERIFY(colouring.problem(0));
        QVERIFY(QString::fromStdString(colouring.problem(0)->message.english()).contains("ip.nosuch"));
        QCOMPARE(QString::fromStdString(colouring.problem(1)->message.english()), "a colour rule without a filter matches nothing");
    }

    // WCAG's own examples: black on white is 21, #777777 on white 4.48, #767676 4.54.
    void contrastIsTheStandards()
    {
        QCOMPARE(qRound(contrast(0x000000, 0xFFFFFF) * 100), 2100);
        QCOMPARE(qRound(contrast(0x777777, 0xFFFFFF) * 100), 448);
        QCOMPARE(qRound(contrast(0xFFFFFF, 0x767676) * 100), 454);
    }

    void wordsAreLegible()
    {
        std::vector<ColourRule> rules = usualColourRules();
        for (Rgb background = 0; background <= 0xFFFFFF; background += 0x0B1725)
            for (const Rgb foreground : {0x000000u, 0x808080u, 0xFFFFFFu, background})
                rules.push_back({"", "", foreground, background});
        for (const ColourRule &rule : rules)
            for (const bool isDark : {false, true}) {
                const RowColours colours = rowColours(rule, isDark);
                QVERIFY2(contrast(colours.text, colours.background) >= 4.5, qPrintable(lineOf(rule)));
                QVERIFY2(!isDark || contrast(colours.background, 0xFFFFFF) >= 4.5, qPrintable(lineOf(rule)));
            }
    }

    void windowsWordsAreLegible_data()
    {
        QTest::addColumn<uint>("ink");
        QTest::addColumn<uint>("ground");
        for (const auto &[theme, c] : {std::pair{"light", Colours::light()}, {"dark", Colours::dark()}}) {
            const auto row = [theme = theme](const char *ink, Rgb words, const char *ground, Rgb behind) { QTest::addRow("%s: %s on %s", theme, ink, ground) << uint(words) << uint(behind); };
            // Every ink may stand upon every ground: a verdict in a row that is selected, a remark where the pointer rests.
            for (const auto &[ink, words] : {std::pair{"text", c.text}, {"muted", c.muted}, {"accent", c.accent}, {"good", c.good}, {"bad", c.bad}, {"doubtful", c.doubtful},
                                             {"underlay", c.underlay.ink}, {"tunnel", c.tunnel.ink}, {"overlay", c.overlay.ink}, {"native", c.native.ink}})
                for (const auto &[ground, behind] : {std::pair{"window", c.window}, {"base", c.base}, {"hover", c.hover}, {"accentSoft", c.accentSoft}, {"selection", c.selection},
                                                     {"goodSoft", c.goodSoft}, {"badSoft", c.badSoft}, {"doubtfulSoft", c.doubtfulSoft}, {"underlay", c.underlay.soft},
                                                     {"tunnel", c.tunnel.soft}, {"overlay", c.overlay.soft}, {"native", c.native.soft}})
                    row(ink, words, ground, behind);
            for (const auto &[scope, tones] : {std::pair{"underlay", c.underlay}, {"tunnel", c.tunnel}, {"overlay", c.overlay}, {"native", c.native}}) {
                row("text of its scope", tones.text, scope, tones.soft);
                row("chip", tones.onStrong, scope, tones.strong);
            }
            row("marked", c.onMarked, "marked", c.marked);
            row("button", c.underlay.onStrong, "accent", c.accent);
            row("button under the pointer", c.underlay.onStrong, "underlay's ink", c.underlay.ink);
            row("selected words", c.base, "accent", c.accent);
        }
    }

    void windowsWordsAreLegible()
    {
        QFETCH(uint, ink);
        QFETCH(uint, ground);
        const double reached = contrast(ink, ground);
        QVERIFY2(reached >= 4.5, qPrintable(QString::number(reached)));
    }

    void whatIsLegibleStays()
    {
        const RowColours colours = rowColours({"", "", 0xF78787, 0x12272E}, false);
        QCOMPARE(colours.text, 0xF78787u);
        QCOMPARE(colours.background, 0x12272Eu);
    }

    void colourTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("colour");
        QTest::newRow("web") << QByteArray("#0a0B0c") << 0x0a0b0c;
        QTest::newRow("decimal") << QByteArray("[65535,257,0]") << 0xff0100;
        QTest::newRow("hexadecimal") << QByteArray("[0xFFFF, 0x0101, 0x0]") << 0xff0100;
        QTest::newRow("too few") << QByteArray("[1,2]") << -1;
        QTest::newRow("too large") << QByteArray("[1,2,65536]") << -1;
        QTest::newRow("too many") << QByteArray("[1,2,3,4]") << -1;
        QTest::newRow("short") << QByteArray("#fff") << -1;
        QTest::newRow("no number") << QByteArray("[a,b,c]") << -1;
        QTest::newRow("nothing") << QByteArray() << -1;
    }

    void colourTexts()
    {
        QFETCH(QByteArray, text);
        const auto colour = colourOfText({text.data(), std::size_t(text.size())});
        QTEST(colour ? int(*colour) : -1, "colour");
    }
};

QTEST_GUILESS_MAIN(TestColours)
#include "tst_colours.moc"
