#include "core/snapshot/containers.h"
#include "core/snapshot/plaintext.h"

#include <QStringConverter>
#include <QTest>

using namespace vethscope;

// Files as people save them, told by their bytes; Qt's converters make what is read.
class PlainTextTest : public QObject
{
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void containers();
};

void PlainTextTest::texts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text"); // "binary": none

    const QByteArray ascii = "default via 192.0.2.1 dev eth0\n", chinese = "内核 IP 路由表\n";
    const auto utf16 = [](const QByteArray &text, bool big, bool mark) {
        QStringEncoder encoder(big ? QStringConverter::Utf16BE : QStringConverter::Utf16LE, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder(QString::fromUtf8(text)));
    };
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("ASCII") << ascii << ascii;
    QTest::newRow("UTF-8") << chinese << chinese;
    for (const bool big : {false, true}) {
        QTest::addRow("UTF-16, %s", big ? "big" : "little") << utf16(ascii, big, false) << ascii;
        QTest::addRow("UTF-16, %s, with its mark", big ? "big" : "little") << utf16(ascii, big, true) << ascii;
        QTest::addRow("Chinese in UTF-16, %s, with its mark", big ? "big" : "little") << utf16(chinese, big, true) << chinese;
        QTest::addRow("UTF-16, %s, cut inside a character", big ? "big" : "little") << utf16(ascii, big, false) + 'x' << ascii;
        QTest::addRow("UTF-16, %s, with its mark, cut inside a character", big ? "big" : "little") << utf16(ascii, big, true) + 'x' << ascii;
    }
    QTest::newRow("GB18030") << QByteArray("\xc4\xda\xba\xcb IP\n") << QByteArray("内核 IP\n");
    QTest::newRow("a broken character") << QByteArray("a\xff" "b\n") << QByteArray("a\xef\xbf\xbd" "b\n");
    QTest::newRow("broken characters and a sound one") << QByteArray("\xff\xe5\x86\x85\xff") << QByteArray("\xef\xbf\xbd\xe5\x86\x85\xef\xbf\xbd");
    QTest::newRow("a zero") << QByteArray("ab\0cd", 5) << QByteArray("binary");
    QTest::newRow("zeros at odd and even places") << QByteArray("a\0\0b", 4).repeated(9) << QByteArray("binary");
    QTest::newRow("too few zeros for UTF-16") << QByteArray("a\0bc", 4).repeated(9) << QByteArray("binary");
    QTest::newRow("what a terminal writes") << QByteArray("\t\n\r\x1b\b\a\f\x0e\x0f").repeated(9) << QByteArray("\t\n\r\x1b\b\a\f\x0e\x0f").repeated(9);
    QTest::newRow("one odd control in twenty") << "\x01" + QByteArray(19, 'a') << "\x01" + QByteArray(19, 'a');
    QTest::newRow("one odd control in nineteen") << "\x01" + QByteArray(18, 'a') << QByteArray("binary");
}

void PlainTextTest::texts()
{
    QFETCH(QByteArray, bytes);
    const auto text = plainText(bytes.toStdString(), "a.bin");
    QTEST(text ? QByteArray::fromStdString(*text) : QByteArray("binary"), "text");
    if (!text)
        QCOMPARE(text.error().message.english(), std::string("a.bin is a binary file, not text"));
}

void PlainTextTest::containers()
{
    const auto podIn = [](const char *name) {
        const auto pod = podOfContainer(name);
        return pod ? QString::fromStdString(pod->podNamespace + "/" + pod->name) : QString("-");
    };
    QCOMPARE(podIn("k8s_web_tea_shop_1a2b_0"), QString("shop/tea"));
    QCOMPARE(podIn("k8s://shop/tea/web"), QString("shop/tea"));
    QCOMPARE(podIn("k8s://shop/tea"), QString("shop/tea"));
    for (const char *name : {"", "tea", "k8s://shop", "k8s_web_tea_shop_1a2b", "k8s_web_tea_shop_1a2b_0_1", "k9s_web_tea_shop_1a2b_0", "k8s_web_t%a_shop_1a2b_0", "k8s_web_tea_s.p_1a2b_0"})
        QCOMPARE(podIn(name), QString("-"));
    QVERIFY(isContainerId("0123456789af"));
    QVERIFY(!isContainerId("0123456789a") && !isContainerId("0123456789ag"));
    for (const char *text : {"2 hours ago", "About an hour ago", "Less than a second ago", "3 days ago"})
        QVERIFY2(isTimeAgo(text), text);
    for (const char *text : {"hours ago", "1 2 3 4 5 ago", "two hours ago", "2 hours before", ""})
        QVERIFY2(!isTimeAgo(text), text);
}

QTEST_APPLESS_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
