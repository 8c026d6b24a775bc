#include "tests/support/testcapture.h"
#include "ui/bytes/bytetexts.h"
#include "ui/bytes/hexpanel.h"
#include "ui/bytes/hexrows.h"
#include "ui/shared/selection.h"
#include "ui/theme/palette.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace vethscope;

namespace {

int nodeNamed(const Selection &selection, std::string_view label, int occurrence = 0)
{
    const auto &tree = selection.tree();
    for (std::size_t i = 0; i < tree.size(); ++i)
        if (tree[i].label == label && occurrence-- == 0)
            return static_cast<int>(i);
    return -1;
}

// The colour behind a byte's digits, read off the screen.
QColor behind(HexPanel &panel, std::size_t byte)
{
    const QRect rect = panel.rectOf(byte);
    return panel.viewport()->grab().toImage().pixelColor(rect.left() + 1, rect.center().y());
}

} // namespace

/// The bytes: where they stand, what lights up, what clicks and keys do.
class HexPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void layout_data();
    void layout();
    void pointsFindTheirBytes();
    void fieldLightsUpExactly();
    void clickSelectsTheInnermostField();
    void arrowsMoveByByte();
    void hoverTellsTheField();
    void copiesTheField();
    void tellsScreenReaders();
    void readersFindRows();
    void rowsAndBytes();
    void formats_data();
    void formats();
    void largeFramesScroll();

private:
    TestCapture m_capture{headOverVxlan(), nativeQuery()};
};

void HexPanelTest::layout_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("perLine");
    QTest::newRow("wide") << 620 << 16;
    QTest::newRow("just enough") << 576 << 16;
    QTest::newRow("narrow") << 400 << 8;
    QTest::newRow("too narrow for anything") << 100 << 8;
}

void HexPanelTest::layout()
{
    QFETCH(int, room);
    const HexLayout layout(191, room, {8, 16});
    QTEST(layout.bytesPerLine(), "perLine");
    QCOMPARE(layout.lines(), (190 + layout.bytesPerLine()) / layout.bytesPerLine());
    for (std::size_t byte = 1; byte < 191; ++byte) {
        const QRect before = layout.hex(byte - 1);
        const QRect here = layout.hex(byte);
        QVERIFY(here.top() > before.top() || here.left() > before.right());
        QVERIFY(!here.intersects(layout.ascii(byte)));
    }
}

void HexPanelTest::pointsFindTheirBytes()
{
    const HexLayout layout(191, 620, {8, 16});
    for (const std::int64_t byte : {0, 7, 8, 15, 16, 190}) {
        QCOMPARE(layout.byteAt(layout.hex(static_cast<std::size_t>(byte)).center()), byte);
        QCOMPARE(layout.byteAt(layout.ascii(static_cast<std::size_t>(byte)).center()), byte);
    }
    QCOMPARE(layout.byteAt({0, 0}), -1);
    QCOMPARE(layout.byteAt(layout.offset(2).center()), -1);
    QCOMPARE(layout.byteAt({300, 5000}), -1);
    QCOMPARE(HexLayout(300'000, 620, {8, 16}).offsetDigits(), 6);
}

void HexPanelTest::fieldLightsUpExactly()
{
    Selection selection(m_capture.open());
    HexPanel panel(selection);
    panel.resize(700, 400);
    selection.setRow(0);
    selection.setNode(nodeNamed(selection, "Destination", 1)); // the inner one, bytes 50 to 55
    const Palette &palette = Palette::current();
    QCOMPARE(behind(panel, 0), palette.underlay.soft);
    QCOMPARE(behind(panel, 42), palette.tunnel.soft);
    QCOMPARE(behind(panel, 49), palette.tunnel.soft);
    for (std::size_t byte = 50; byte < 56; ++byte)
        QCOMPARE(behind(panel, byte), palette.overlay.strong);
    QCOMPARE(behind(panel, 56), palette.overlay.soft);
}

void HexPanelTest::clickSelectsTheInnermostField()
{
    Selection selection(m_capture.open());
    HexPanel panel(selection);
    panel.resize(700, 400);
    selection.setRow(0);
    QTest::mouseClick(panel.viewport(), Qt::LeftButton, {}, panel.rectOf(47).center());
    QCOMPARE(selection.tree()[static_cast<std::size_t>(selection.node())].label, "VXLAN Network Identifier (VNI)");
    QCOMPARE(panel.caret(), 47);
}

void HexPanelTest::arrowsMoveByByte()
{
    Selection selection(m_capture.open());
    HexPanel panel(selection);
    panel.resize(700, 400);
    selection.setRow(0);
    selection.setNode(nodeNamed(selection, "Destination"));
    QCOMPARE(panel.caret(), 0);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(&panel, Qt::Key_Right);
    QCOMPARE(panel.caret(), 6);
    QCOMPARE(selection.node(), nodeNamed(selection, "Source"));
    QTest::keyClick(&panel, Qt::Key_Down);
    QCOMPARE(panel.caret(), 22);
    QTest::keyClick(&panel, Qt::Key_Home);
    QCOMPARE(panel.caret(), 16);
    QTest::keyClick(&panel, Qt::Key_Up);
    QTest::keyClick(&panel, Qt::Key_Up);
    QTest::keyClick(&panel, Qt::Key_Left);
    QCOMPARE(panel.caret(), 0);
}

void HexPanelTest::hoverTellsTheField()
{
    Selection selection(m_capture.open());
    HexPanel panel(selection);
    panel.resize(700, 400);
    panel.show();
    selection.setRow(0);
    QSignalSpy hovered(&selection, &Selection::hovered);
    QTest::mouseMove(panel.viewport(), panel.rectOf(31).center());
    QTRY_VERIFY(!hovered.isEmpty());
    QCOMPARE(hovered.last().front().toInt(), nodeNamed(selection, "Destination Address"));
    QVERIFY(behind(panel, 31) != Palette::current().underlay.soft);
    QVERIFY(behind(panel, 31) != Palette::current().underlay.strong);
}

void HexPanelTest::copiesTheField()
{
    Selection selection(m_capture.open());
    HexPanel panel(selection);
    selection.setRow(0);
    selection.setNode(nodeNamed(selection, "Destination", 1));
    QTest::keyClick(&panel, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), "2a3ca0e1a9b6");
}

void HexPanelTest::tellsScreenReaders()
{
    Selection selection(m_capture.open());
    HexPanel panel(selection);
    QCOMPARE(panel.accessibleName(), "Packet bytes");
    selection.setRow(0);
    selection.setNode(nodeNamed(selection, "Destination", 1));
    QCOMPARE(panel.accessibleDescription(), "Destination, 6 bytes from byte 50: 2a 3c a0 e1 a9 b6");
}

void HexPanelTest::readersFindRows()
{
    Selection selection(m_capture.open());
    HexPanel panel(selection);
    panel.resize(700, 400);
    selection.setRow(0);
    selection.setNode(nodeNamed(selection, "Destination", 1)); // bytes 50 to 55
    QAccessibleInterface *const reader = QAccessible::queryAccessibleInterface(&panel);
    QVERIFY(reader->state().readOnly);
    QAccessibleTextInterface *const text = reader->textInterface();
    QVERIFY(text);
    const QString all = text->text(0, text->characterCount());
    QCOMPARE(all.count('\n'), 11); // 191 bytes, sixteen a row
    QCOMPARE(all.section('\n', 0, 0), "000000  fe ee 32 07 ea 07 52 54 00 c2 ee db 08 00 45 00  ..2...RT......E.");
    int start = 0, end = 0;
    QCOMPARE(text->selectionCount(), 1);
    text->selection(0, &start, &end);
    QCOMPARE(text->text(start, end), "2a 3c a0 e1 a9 b6");
    QCOMPARE(text->cursorPosition(), start);
    QCOMPARE(text->textAtOffset(start, QAccessible::LineBoundary, &start, &end), all.section('\n', 3, 3) + '\n');
    text->setCursorPosition(int(all.indexOf("HEAD")));
    QVERIFY(QByteArray("HEAD").startsWith(char(std::to_integer<int>(panel.bytes()[std::size_t(panel.caret())]))));
    QCOMPARE(text->offsetAtPoint(text->characterRect(start).center()), start + 8);
}

void HexPanelTest::rowsAndBytes()
{
    const QByteArray raw(37, 'x');
    const HexRows rows(asBytes(std::string_view(raw.constData(), 37)), 16);
    QCOMPARE(rows.text(0, rows.size()).count('\n'), 2);
    for (std::size_t byte = 0; byte < 37; ++byte) {
        QCOMPARE(rows.byteAt(rows.placeOf(byte)), std::int64_t(byte));
        QCOMPARE(rows.text(rows.placeOf(byte), rows.placeOf(byte) + 2), "78");
    }
    QCOMPARE(rows.byteAt(rows.size() - 1), 36);
    QCOMPARE(HexRows({}, 16).size(), 0);
    QCOMPARE(HexRows({}, 16).byteAt(0), -1);
}

void HexPanelTest::formats_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, ByteFormat format, const QByteArray &bytes, const char *text) { QTest::newRow(name) << int(format) << bytes << QString::fromUtf8(text); };
    const QByteArray mixed("GET \0\xff\n", 7), long17(17, '\1');
    row("hex stream", ByteFormat::HexStream, mixed, "4745542000ff0a");
    row("hex and ASCII", ByteFormat::HexAndAscii, mixed, "0000   47 45 54 20 00 ff 0a                              GET ...\n");
    row("hex dump", ByteFormat::HexDump, mixed, "0000   47 45 54 20 00 ff 0a\n");
    row("text", ByteFormat::PlainText, QByteArray("GET \0\n", 6), "GET \n");
    row("text that is not ASCII", ByteFormat::PlainText, "中文", "中文");
    row("C array", ByteFormat::CArray, mixed, "static const unsigned char bytes[7] = {\n    0x47, 0x45, 0x54, 0x20, 0x00, 0xff, 0x0a,\n};\n");
    row("escaped", ByteFormat::EscapedString, mixed, "\"\\x47\\x45\\x54\\x20\\x00\\xff\\x0a\"");
    row("escaped, two lines", ByteFormat::EscapedString, long17,
        "\"\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x01\" \\\n\"\\x01\"");
    row("base64", ByteFormat::Base64, mixed, "R0VUIAD/Cg==");
}

void HexPanelTest::formats()
{
    QFETCH(int, format);
    QFETCH(QByteArray, bytes);
    QTEST(written(asBytes(std::string_view(bytes.constData(), std::size_t(bytes.size()))), ByteFormat(format)), "text");
}

void HexPanelTest::largeFramesScroll()
{
    TestCapture large({QByteArray(256 * 1024 * 2, 'a')});
    Selection selection(large.open());
    HexPanel panel(selection);
    panel.resize(700, 400);
    selection.setRow(0);
    QBENCHMARK {
        panel.verticalScrollBar()->setValue(panel.verticalScrollBar()->maximum() / 2);
        panel.viewport()->grab();
        panel.verticalScrollBar()->setValue(panel.verticalScrollBar()->maximum());
        panel.viewport()->grab();
    }
    QVERIFY(panel.viewport()->rect().contains(panel.rectOf(256 * 1024 - 1).center()));
}

QTEST_MAIN(HexPanelTest)
#include "tst_hexpanel.moc"
