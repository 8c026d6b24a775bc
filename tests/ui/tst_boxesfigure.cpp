#include "tests/support/testcapture.h"
#include "ui/figures/boxesfigure.h"
#include "ui/panels/boxesstrip.h"

#include <QTest>

using namespace vethscope;

namespace {

Box box(const char *title, std::uint32_t size, Scope scope, std::uint8_t depth)
{
    return {title, scope, depth, size, 0, {}};
}

const std::vector<Box> overVxlan{
    box("Ethernet", 14, Scope::Underlay, 0), box("IPv4", 20, Scope::Underlay, 0), box("UDP", 8, Scope::Underlay, 0),
    box("VXLAN 1", 8, Scope::Tunnel, 0),     box("Ethernet", 14, Scope::Overlay, 1), box("IPv4", 20, Scope::Overlay, 1),
    box("TCP", 32, Scope::Overlay, 1),       box("HTTP", 75, Scope::Overlay, 1),
};

const std::vector<Box> overIpip{
    box("Ethernet", 14, Scope::Underlay, 0), box("IPv4", 20, Scope::Underlay, 0), box("IPIP", 0, Scope::Tunnel, 0),
    box("IPv4", 20, Scope::Overlay, 1),      box("ICMP", 64, Scope::Overlay, 1),
};

BoxesFigure figureOf(const std::vector<Box> &boxes, double legible, QSizeF size)
{
    const std::vector<double> widths(boxes.size(), legible);
    return layoutBoxes(boxes, widths, size);
}

} // namespace

/// The drawing's geometry, in numbers.
class BoxesFigureTest : public QObject
{
    Q_OBJECT

private slots:
    void fillsTheWidth_data();
    void fillsTheWidth();
    void neighboursDoNotTouch();
    void widthGrowsWithBytes();
    void overlayLiesInItsEnclosure();
    void nestedTunnelsNest();
    void seamWithoutBytesIsThin();
    void paddingBehindTheOverlayStandsOutside();
    void tooLittleRoomShrinksAll();
    void nothingIsNothing();
    void sentence_data();
    void sentence();
};

void BoxesFigureTest::fillsTheWidth_data()
{
    QTest::addColumn<double>("width");
    QTest::newRow("a wide window") << 1412.0;
    QTest::newRow("a beamer") << 996.0;
    QTest::newRow("a narrow pane") << 300.0;
}

void BoxesFigureTest::fillsTheWidth()
{
    QFETCH(double, width);
    const BoxesFigure figure = figureOf(overVxlan, 70, {width, 66});
    QCOMPARE(figure.boxes.front().left(), 0.0);
    QVERIFY(std::abs(figure.enclosures.front().rect.right() - width) < 0.01);
}

void BoxesFigureTest::neighboursDoNotTouch()
{
    const BoxesFigure figure = figureOf(overVxlan, 70, {1000, 66});
    for (std::size_t i = 1; i < figure.boxes.size(); ++i)
        QVERIFY(figure.boxes[i].left() >= figure.boxes[i - 1].right() + 2.99);
}

void BoxesFigureTest::widthGrowsWithBytes()
{
    const BoxesFigure figure = figureOf(overVxlan, 70, {1412, 66});
    QVERIFY(figure.boxes[7].width() > figure.boxes[6].width()); // HTTP 75 > TCP 32
    QVERIFY(figure.boxes[6].width() > figure.boxes[5].width()); // TCP 32 > IPv4 20
    QVERIFY(figure.boxes[2].width() >= 70);
    QVERIFY(std::abs(figure.boxes[0].width() - figure.boxes[4].width()) < 0.01); // as many bytes, as wide
}

void BoxesFigureTest::overlayLiesInItsEnclosure()
{
    const BoxesFigure figure = figureOf(overVxlan, 70, {1000, 66});
    QCOMPARE(figure.enclosures.size(), 1u);
    const QRectF overlay = figure.enclosures.front().rect;
    for (std::size_t i = 0; i < figure.boxes.size(); ++i)
        QCOMPARE(overlay.contains(figure.boxes[i]), i >= 4);
    QCOMPARE(figure.boxes[4].left() - overlay.left(), 7.0);
    QCOMPARE(figure.boxAt(figure.boxes[5].center()), 5);
    QCOMPARE(figure.boxAt(overlay.topLeft()), -1);
}

void BoxesFigureTest::nestedTunnelsNest()
{
    std::vector<Box> boxes = overVxlan;
    boxes.insert(boxes.end(), {box("VXLAN 2", 8, Scope::Tunnel, 1), box("Ethernet", 14, Scope::Overlay, 2)});
    const BoxesFigure figure = figureOf(boxes, 60, {1400, 74});
    QCOMPARE(figure.enclosures.size(), 2u);
    QCOMPARE(figure.enclosures[0].depth, 1);
    QVERIFY(figure.enclosures[0].rect.contains(figure.enclosures[1].rect));
    QVERIFY(figure.enclosures[1].rect.contains(figure.boxes.back()));
    QVERIFY(!figure.enclosures[1].rect.contains(figure.boxes[8]));
}

void BoxesFigureTest::seamWithoutBytesIsThin()
{
    const BoxesFigure figure = figureOf(overIpip, 70, {1000, 66});
    QCOMPARE(figure.boxes[2].width(), 16.0);
}

void BoxesFigureTest::paddingBehindTheOverlayStandsOutside()
{
    std::vector<Box> boxes = overIpip;
    boxes.push_back(box("Padding", 6, Scope::Underlay, 0));
    const BoxesFigure figure = figureOf(boxes, 70, {1000, 66});
    QVERIFY(!figure.enclosures.front().rect.intersects(figure.boxes.back()));
    QVERIFY(std::abs(figure.boxes.back().right() - 1000) < 0.01);
}

void BoxesFigureTest::tooLittleRoomShrinksAll()
{
    const BoxesFigure figure = figureOf(overVxlan, 70, {300, 66});
    for (const QRectF &rect : figure.boxes)
        QVERIFY(rect.width() > 0 && rect.width() < 70);
}

void BoxesFigureTest::nothingIsNothing()
{
    QVERIFY(figureOf({}, 70, {1000, 66}).boxes.empty());
    QVERIFY(figureOf(overVxlan, 70, {0, 0}).boxes.size() == overVxlan.size());
}

void BoxesFigureTest::sentence_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("VXLAN") << headOverVxlan() << "underlay 42 B + VXLAN 8 B = 50 B of overhead on 141 B of pod traffic, 26 % of the frame";
    QTest::newRow("IPIP: the link would be there anyway") << pingOverIpip() << "IPIP adds 20 B of overhead (IPv4 20 B) to 84 B of pod traffic, 17 % of the frame";
    QTest::newRow("native") << nativeQuery() << QString();
}

void BoxesFigureTest::sentence()
{
    QFETCH(QByteArray, packet);
    TestCapture capture({packet});
    QTEST(overheadSentence(capture.open().packetRow(0)), "sentence");
}

QTEST_MAIN(BoxesFigureTest)
#include "tst_boxesfigure.moc"
