#include "core/figure/svgwriter.h"
#include "core/figure/textwidth.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::figure;

// What drawings are made of: geometry, widths of words, colours, and how SVG writes them.

namespace {

void near(double a, double b)
{
    QVERIFY2(std::abs(a - b) < 1e-9, qPrintable(QString("%1 is not %2").arg(a, 0, 'g', 12).arg(b, 0, 'g', 12)));
}

std::string svgOf(const Shape &shape, const Colours &colours = Colours::light())
{
    SvgWriter writer({}, colours);
    const std::string head = SvgWriter(writer).finish();
    writer.add(shape);
    return writer.finish().substr(head.size() - std::string("</svg>\n").size());
}

QString written(const Shape &shape)
{
    QString text = QString::fromStdString(svgOf(shape));
    return text.chopped(QString("\n</svg>\n").size());
}

} // namespace

class FigureTest : public QObject
{
    Q_OBJECT

private slots:
    void rects()
    {
        const Rect rect{10, 20, 30, 40};
        QCOMPARE(rect.right(), 40.0);
        QCOMPARE(rect.bottom(), 60.0);
        QCOMPARE(rect.centreX(), 25.0);
        QCOMPARE(rect.centreY(), 40.0);
        QCOMPARE(rect.grown(2), (Rect{8, 18, 34, 44}));
        QCOMPARE(rect.united({0, 50, 20, 20}), (Rect{0, 20, 40, 50}));
        QCOMPARE(rect.united({50, 0, 5, 5}), (Rect{10, 0, 45, 60}));
        QVERIFY((Rect{0, 0, 0, 5}.isEmpty()));
        QVERIFY((Rect{0, 0, 5, 0}.isEmpty()));
        QVERIFY((!Rect{0, 0, 5, 5}.isEmpty()));
    }

    // Edges belong to a rectangle; one step beyond any of them does not.
    void containing()
    {
        const Rect rect{10, 20, 30, 40};
        for (const Point inside : {Point{10, 20}, Point{40, 20}, Point{10, 60}, Point{40, 60}})
            QVERIFY(rect.contains(inside));
        for (const Point outside : {Point{9, 40}, Point{41, 40}, Point{25, 19}, Point{25, 61}})
            QVERIFY(!rect.contains(outside));
        QVERIFY(rect.contains(rect));
        for (const Rect &outside : {Rect{9, 20, 31, 40}, Rect{10, 20, 31, 40}, Rect{10, 19, 30, 41}, Rect{10, 20, 30, 41}})
            QVERIFY(!rect.contains(outside));
    }

    void overlapping()
    {
        const Rect rect{10, 20, 30, 40};
        for (const Rect &touching : {Rect{0, 20, 10, 40}, Rect{40, 20, 10, 40}, Rect{10, 0, 30, 20}, Rect{10, 60, 30, 20}})
            QVERIFY(!rect.overlaps(touching));
        for (const Rect &overlapping : {Rect{0, 20, 11, 40}, Rect{39, 20, 10, 40}, Rect{10, 0, 30, 21}, Rect{10, 59, 30, 20}, Rect{20, 30, 1, 1}})
            QVERIFY(rect.overlaps(overlapping) && overlapping.overlaps(rect));
    }

    void boundsOfShapes()
    {
        QCOMPARE(boundsOf(Box{{1, 2, 3, 4}}), (Rect{1, 2, 3, 4}));
        QCOMPARE(boundsOf(Line{{{5, 9}, {1, 2}, {3, 20}}}), (Rect{1, 2, 4, 18}));
        QCOMPARE(boundsOf(Line{}), Rect{});
        for (const auto &[anchor, left] : {std::pair(Anchor::Start, 100.0), std::pair(Anchor::Middle, 88.0), std::pair(Anchor::End, 76.0)}) {
            const Rect bounds = boundsOf(Text{{100, 50}, "aaaa", 10, Face::Mono, false, Hue::Neutral, anchor}); // each 6 wide
            near(bounds.x, left);
            near(bounds.width, 24);
            near(bounds.y, 42.4);
            near(bounds.height, 9.8);
        }
    }

    // De Casteljau's construction gives the same points.
    void beziers()
    {
        const Line line{{{0, 0}, {0, 30}, {60, 30}, {60, 0}, {60, -30}, {90, -30}, {90, 0}}, true};
        const std::vector<Point> points = flattened(line, 4);
        QCOMPARE(points.size(), std::size_t(9));
        const auto between = [](Point a, Point b, double t) { return Point{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; };
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::size_t piece = i < 5 ? 0 : 3;
            const double t = i < 5 ? static_cast<double>(i) / 4 : static_cast<double>(i - 4) / 4;
            const Point *p = &line.points[piece];
            const Point a = between(p[0], p[1], t), b = between(p[1], p[2], t), c = between(p[2], p[3], t);
            const Point at = between(between(a, b, t), between(b, c, t), t);
            near(points[i].x, at.x);
            near(points[i].y, at.y);
        }
        QCOMPARE(flattened(line).size(), std::size_t(33));
        QCOMPARE(flattened(Line{line.points}), line.points);
        QCOMPARE(boundsOf(Line{{{0, 0}, {0, 40}, {60, 40}, {60, 0}}, true}), (Rect{0, 0, 60, 30})); // three quarters of the handles' height
    }

    void arrowHeads()
    {
        Line line{{{0, 0}, {3, 0}, {3, 10}}};
        QVERIFY(arrowHead(line).empty());
        line.arrow = true;
        const std::vector<Point> head = arrowHead(line);
        QCOMPARE(head.size(), std::size_t(3));
        QCOMPARE(head[0], (Point{3, 10}));
        near(head[1].x, -0.2);
        near(head[1].y, 3);
        near(head[2].x, 6.2);
        near(head[2].y, 3);
        line.points = {{0, 0}, {6, 8}};
        near(arrowHead(line)[1].x, 6 - 0.6 * 7 - 0.8 * 3.2);
        near(arrowHead(line)[1].y, 8 - 0.8 * 7 + 0.6 * 3.2);
        near(arrowHead(line)[2].x, 6 - 0.6 * 7 + 0.8 * 3.2);
        near(arrowHead(line)[2].y, 8 - 0.8 * 7 - 0.6 * 3.2);
        line.points = {{5, 5}, {5, 5}};
        QVERIFY(arrowHead(line).empty());
        line.points = {{5, 5}};
        QVERIFY(arrowHead(line).empty());
    }

    // The sums of all letters' widths, each times its place, are those of Inter 4.0's hmtx tables (Regular and SemiBold).
    void widthsOfInter()
    {
        double regular = 0;
        double semibold = 0;
        for (int letter = ' '; letter <= '~'; ++letter) {
            const std::string text(1, static_cast<char>(letter));
            regular += (letter - ' ' + 1) * textWidth(text, Face::Sans, 1000);
            semibold += (letter - ' ' + 1) * textWidth(text, Face::Sans, 1000, true);
            near(textWidth(text, Face::Mono, 1000, letter % 2 == 0), 600);
        }
        near(regular, 2'536'499);
        near(semibold, 2'628'965);
        near(textWidth("AV", Face::Sans, 10), 13.52); // 676 each, kerning left out
        near(textWidth("", Face::Sans, 10), 0);
    }

    void widthsOfOtherSigns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("width");
        for (const auto &[text, width] : {std::pair("·", 290), std::pair("…", 821), std::pair("←", 955), std::pair("→", 955), std::pair("↔", 1341), std::pair("–", 500),
                                          std::pair("—", 1000), std::pair("✓", 881), std::pair("✕", 881), std::pair("é", 660), std::pair("≠", 660), std::pair("\x1f", 660),
                                          std::pair("\x7f", 660), std::pair("节点", 2000), std::pair("𠀀", 1000), std::pair("a·节", 564 + 290 + 1000)})
            QTest::newRow(text) << QString::fromUtf8(text) << double(width);
        // First and last of what is as wide as it is high, and what is beside it.
        for (const auto &[first, last] : {std::pair(0x1100, 0x11FF), std::pair(0x2E80, 0xD7AF), std::pair(0xF900, 0xFAFF), std::pair(0xFE30, 0xFE4F), std::pair(0xFF00, 0xFF60), std::pair(0x20000, 0x2FFFF)})
            for (const auto &[letter, width] : {std::pair(first - 1, 660.0), std::pair(first, 1000.0), std::pair(last, 1000.0), std::pair(last + 1, last == 0x2FFFF ? 1000.0 : 660.0)}) {
                const char32_t code = static_cast<char32_t>(letter);
                QTest::addRow("U+%X", letter) << (letter > 0xFFFF ? QString::fromUcs4(&code, 1) : QString(QChar(code))) << width;
            }
    }

    void widthsOfOtherSigns()
    {
        QFETCH(QString, text);
        QFETCH(double, width);
        near(textWidth(text.toStdString(), Face::Sans, 1000), width);
    }

    // A letter that is cut off is one letter still, and what continues none is one of its own.
    void widthsOfBrokenLetters()
    {
        near(textWidth("\xE8\x8A", Face::Sans, 1000), 660);
        near(textWidth("\xE8" "a", Face::Sans, 1000), 660 + 564);
        near(textWidth("\xC3\xA9", Face::Sans, 1000), 660); // é
        near(textWidth("\xF0\xA0\x80\x80", Face::Sans, 1000), 1000); // U+20000
        near(textWidth("\x80\x80", Face::Sans, 1000), 2 * 660);
    }

    void elided_data()
    {
        QTest::addColumn<double>("room"); // at a size of 10 in a fixed width: 6 for each letter
        QTest::addColumn<QString>("shown");
        QTest::newRow("just enough") << 60.0 << "abcdéfghij";
        QTest::newRow("one too many") << 59.9 << "abcd…ghij";
        QTest::newRow("nine") << 54.0 << "abcd…ghij";
        QTest::newRow("eight") << 53.9 << "abcd…hij";
        QTest::newRow("three") << 18.0 << "a…j";
        QTest::newRow("two") << 12.0 << "a…";
        QTest::newRow("one") << 6.0 << "…";
        QTest::newRow("none") << 0.0 << "…";
    }

    void elided()
    {
        QFETCH(double, room);
        // `…` is as wide as a letter there.
        QTEST(QString::fromStdString(elidedInTheMiddle("abcdéfghij", room, Face::Mono, 10)), "shown");
    }

    void elidedAtItsEnd()
    {
        QCOMPARE(elidedAtTheEnd("abcdéf", 36, Face::Mono, 10), std::string("abcdéf"));
        QCOMPARE(elidedAtTheEnd("abcdéf", 35.9, Face::Mono, 10), std::string("abcd…"));
        QCOMPARE(elidedAtTheEnd("éabcdef", 12, Face::Mono, 10), std::string("é…"));
        QCOMPARE(elidedAtTheEnd("abcdéf", 0, Face::Mono, 10), std::string("…"));
    }

    void elidedAsItIsSet()
    {
        // "mm…m" needs 3 × 869 + 821 in Inter and 3 × 898 + 821 in its semibold.
        QCOMPARE(elidedInTheMiddle("mmmmmm", 3428, Face::Sans, 1000), std::string("mm…m"));
        QCOMPARE(elidedInTheMiddle("mmmmmm", 3428, Face::Sans, 1000, true), std::string("m…m"));
    }

    void mixing()
    {
        QCOMPARE(mixed(0x102030, 0xF0E0D0, 1), Rgb(0x102030));
        QCOMPARE(mixed(0x102030, 0xF0E0D0, 0), Rgb(0xF0E0D0));
        QCOMPARE(mixed(0x000000, 0xFF8040, 0.25), Rgb(0xBF6030)); // 191.25, 96, 48
        QCOMPARE(mixed(0xFF0000, 0x0000FF, 0.5), Rgb(0x800080)); // 127.5 is rounded up
        const Colours half = faded(Colours::light(), 0.5);
        QCOMPARE(half.base, Colours::light().base);
        QCOMPARE(half.text, mixed(Colours::light().text, 0xFFFFFF, 0.5));
        QCOMPARE(half.native.onStrong, Rgb(0xFFFFFF));
        QCOMPARE(half.native.strong, mixed(Colours::light().native.strong, 0xFFFFFF, 0.5));
    }

    void hues()
    {
        for (const Colours &colours : {Colours::light(), Colours::dark()}) {
            const auto is = [&](Hue hue, Rgb line, Rgb ink, Rgb soft) {
                const HueColours of = coloursOf(hue, colours);
                QCOMPARE(of.line, line);
                QCOMPARE(of.ink, ink);
                QCOMPARE(of.soft, soft);
                QCOMPARE(fillOf(Fill::Soft, hue, colours), soft);
                QCOMPARE(fillOf(Fill::Strong, hue, colours), line);
                QCOMPARE(fillOf(Fill::Window, hue, colours), colours.window);
                QCOMPARE(fillOf(Fill::Base, hue, colours), colours.base);
            };
            is(Hue::Underlay, colours.underlay.strong, colours.underlay.ink, colours.underlay.soft);
            is(Hue::Tunnel, colours.tunnel.strong, colours.tunnel.ink, colours.tunnel.soft);
            is(Hue::Overlay, colours.overlay.strong, colours.overlay.ink, colours.overlay.soft);
            is(Hue::Native, colours.native.strong, colours.native.ink, colours.native.soft);
            is(Hue::Good, colours.good, mixed(colours.good, colours.text, 0.7), colours.goodSoft);
            is(Hue::Bad, colours.bad, colours.bad, colours.badSoft);
            is(Hue::Doubtful, colours.doubtful, colours.doubtful, colours.doubtfulSoft);
            is(Hue::Muted, colours.line, colours.muted, colours.window);
            is(Hue::Neutral, mixed(colours.muted, colours.line, 0.3), colours.text, colours.window);
        }
        QVERIFY(Colours::light().base != Colours::dark().base);
    }

    void dashes()
    {
        const auto of = [](Stroke stroke, double width) { return std::pair(dashesOf(stroke, width).dash, dashesOf(stroke, width).gap); };
        QCOMPARE(of(Stroke::Dashed, 2), std::pair(7.0, 5.2));
        QCOMPARE(of(Stroke::Dotted, 2), std::pair(3.5, 3.0));
        QCOMPARE(of(Stroke::Solid, 2), std::pair(0.0, 0.0));
        QCOMPARE(of(Stroke::None, 2), std::pair(0.0, 0.0));
    }

    void shapesAsSvg_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a box") << written(Box{{1, 2.5, 30.126, 40}, 6, Hue::Bad, Fill::Soft, 1.4, Stroke::Solid})
                               << R"(<rect x="1" y="2.5" width="30.13" height="40" rx="6" fill="#FCE9E7" stroke="#BE342A" stroke-width="1.4"/>)";
        QTest::newRow("without inside") << written(Box{{0, 0, 3, 4}, 0, Hue::Tunnel, Fill::None, 2, Stroke::Dashed})
                                        << R"(<rect x="0" y="0" width="3" height="4" rx="0" fill="none" stroke="#7748A8" stroke-width="2" stroke-dasharray="7 5.2"/>)";
        QTest::newRow("without outline") << written(Box{{0, -0.001, 100, 4}, 2, Hue::Tunnel, Fill::Strong, 2, Stroke::None}) << R"(<rect x="0" y="0" width="100" height="4" rx="2" fill="#7748A8"/>)";
        QTest::newRow("an outline without width") << written(Box{{0, 0, 10, 4}, 2, Hue::Tunnel, Fill::Base, 0, Stroke::Solid}) << R"(<rect x="0" y="0" width="10" height="4" rx="2" fill="#FFFFFF"/>)";
        QTest::newRow("a line") << written(Line{{{0, 0}, {10, 0}, {10, 20}}, false, Hue::Underlay, 1.6, Stroke::Solid})
                                << R"(<path d="M0 0 L10 0 L10 20" fill="none" stroke-linejoin="round" stroke="#2B66AE" stroke-width="1.6"/>)";
        QTest::newRow("a curve") << written(Line{{{0, 1}, {2, 3}, {4, 5}, {6, 7}, {8, 9}, {10, 11}, {12, 13}}, true, Hue::Underlay, 2, Stroke::Dotted})
                                 << R"(<path d="M0 1 C2 3 4 5 6 7 C8 9 10 11 12 13" fill="none" stroke-linejoin="round" stroke="#2B66AE" stroke-width="2" stroke-dasharray="3.5 3"/>)";
        QTest::newRow("an arrow") << written(Line{{{0, 0}, {10, 0}}, false, Hue::Underlay, 2, Stroke::Solid, true})
                                  << "<path d=\"M0 0 L10 0\" fill=\"none\" stroke-linejoin=\"round\" stroke=\"#2B66AE\" stroke-width=\"2\"/>\n<path d=\"M10 0 L3 3.2 L3 -3.2 Z\" fill=\"#2B66AE\"/>";
        QTest::newRow("words") << written(Text{{1, 2}, "a < b & \"c\" > d\n\t\x01", 12, Face::Sans, true, Hue::Bad, Anchor::Middle})
                               << "<text x=\"1\" y=\"2\" font-family=\"Inter, 'Noto Sans CJK SC', 'Noto Sans', sans-serif\" font-size=\"12\" font-weight=\"600\" fill=\"#BE342A\" text-anchor=\"middle\" "
                                  "xml:space=\"preserve\">a &lt; b &amp; &quot;c&quot; &gt; d\n</text>";
        QTest::newRow("words in a fixed width") << written(Text{{1, 2}, "10.0.0.1", 11, Face::Mono, false, Hue::Muted, Anchor::End})
                                                << "<text x=\"1\" y=\"2\" font-family=\"'JetBrains Mono', 'Noto Sans CJK SC', monospace\" font-size=\"11\" fill=\"#5D6874\" text-anchor=\"end\" "
                                                   "xml:space=\"preserve\">10.0.0.1</text>";
        QTest::newRow("words from their beginning") << written(Text{{1, 2}, "x", 11, Face::Mono, false, Hue::Neutral, Anchor::Start})
                                                    << "<text x=\"1\" y=\"2\" font-family=\"'JetBrains Mono', 'Noto Sans CJK SC', monospace\" font-size=\"11\" fill=\"#1F2933\" text-anchor=\"start\" "
                                                       "xml:space=\"preserve\">x</text>";
    }

    void shapesAsSvg()
    {
        QFETCH(QString, written);
        QTEST(written, "expected");
    }

    void groupsAsSvg()
    {
        QCOMPARE(svgOf(Line{}), std::string("</svg>\n")); // nothing to draw
        SvgWriter writer({100, 50.5, "A & B", "<of> \"both\""}, Colours::dark());
        writer.group("first<", "its \"title\"");
        writer.group("second", {});
        QCOMPARE(writer.finish(), std::string("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                              "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"100\" height=\"50.5\" viewBox=\"0 0 100 50.5\" role=\"img\">\n"
                                              "<title>A &amp; B</title>\n<desc>&lt;of&gt; &quot;both&quot;</desc>\n<rect width=\"100\" height=\"50.5\" fill=\"#161B20\"/>\n"
                                              "<g id=\"first&lt;\"><title>its &quot;title&quot;</title>\n</g>\n<g id=\"second\">\n</g>\n</svg>\n"));
    }
};

QTEST_APPLESS_MAIN(FigureTest)
#include "tst_figure.moc"
