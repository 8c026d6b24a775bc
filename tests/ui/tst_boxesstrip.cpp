#include "tests/support/testcapture.h"
#include "ui/panels/boxesstrip.h"
#include "ui/shared/selection.h"

#include <QLabel>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace vethscope;

/// The strip below the tree: clicks, keys, and what it gives away for slides.
class BoxesStripTest : public QObject
{
    Q_OBJECT

private slots:
    void clickSelectsTheHeader();
    void arrowsGoFromBoxToBox();
    void drawsForSlides();
    void tellsScreenReaders();
    void saysWhatThereIsRoomFor();

private:
    TestCapture m_capture{headOverVxlan(), nativeQuery()};
};

void BoxesStripTest::clickSelectsTheHeader()
{
    Selection selection(m_capture.open());
    BoxesStrip strip(selection);
    strip.resize(1200, 120);
    strip.show();
    selection.setRow(0);
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    QTest::mouseClick(&strip.view(), Qt::LeftButton, {}, strip.view().figure().boxes[3].center().toPoint());
    const TreeNode &node = selection.tree()[static_cast<std::size_t>(selection.node())];
    QCOMPARE(node.kind, TreeNode::Kind::Header);
    QCOMPARE(node.scope, Scope::Tunnel);
    QCOMPARE(selection.place(), octets(42, 8));
}

void BoxesStripTest::arrowsGoFromBoxToBox()
{
    Selection selection(m_capture.open());
    BoxesStrip strip(selection);
    selection.setRow(0);
    QTest::keyClick(&strip.view(), Qt::Key_Right);
    QCOMPARE(selection.place(), octets(0, 14));
    QTest::keyClick(&strip.view(), Qt::Key_Right);
    QCOMPARE(selection.place(), octets(14, 20));
    QTest::keyClick(&strip.view(), Qt::Key_Left);
    QTest::keyClick(&strip.view(), Qt::Key_Left);
    QCOMPARE(selection.place(), octets(0, 14));
}

void BoxesStripTest::drawsForSlides()
{
    Selection selection(m_capture.open());
    BoxesStrip strip(selection);
    selection.setRow(0);
    const QImage image = strip.image(2);
    QVERIFY(image.width() >= 2 * 960);
    QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));

    QXmlStreamReader svg(strip.svg());
    int texts = 0;
    while (!svg.atEnd())
        if (svg.readNext() == QXmlStreamReader::StartElement && svg.name() == QLatin1String("text"))
            ++texts;
    QVERIFY(!svg.hasError());
    QCOMPARE(texts, 16); // eight boxes, a title and a size each
}

void BoxesStripTest::saysWhatThereIsRoomFor()
{
    Selection selection(m_capture.open());
    BoxesStrip strip(selection);
    selection.setRow(0);
    const QString whole = overheadSentence(selection.packet());
    const auto labels = strip.findChildren<QLabel *>();
    const auto said = std::ranges::find_if(labels, [&](const QLabel *label) { return label->accessibleName() == whole; });
    QVERIFY(said != labels.end());
    strip.resize(1600, 120);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    QTRY_COMPARE((*said)->text(), whole);
    QCOMPARE((*said)->toolTip(), QString());
    strip.resize(500, 120);
    QTRY_VERIFY((*said)->text().endsWith(QChar(0x2026)));
    QVERIFY(whole.startsWith((*said)->text().chopped(1)));
    QCOMPARE((*said)->toolTip(), whole);
}

void BoxesStripTest::tellsScreenReaders()
{
    Selection selection(m_capture.open());
    BoxesStrip strip(selection);
    selection.setRow(0);
    QCOMPARE(strip.view().accessibleName(), "Headers as boxes");
    QVERIFY(strip.view().accessibleDescription().startsWith("Ethernet 14 bytes, IPv4 20 bytes, UDP 8 bytes, VXLAN 1 8 bytes"));
    selection.setRow(-1);
    QVERIFY(strip.view().boxes().empty());
}

QTEST_MAIN(BoxesStripTest)
#include "tst_boxesstrip.moc"
