#include "core/dissect/format.h"
#include "core/dissect/shown.h"
#include "tests/support/packets.h"

#include <QTest>

#include <ctime>

using namespace vethscope;
using namespace vethscope::test;

// How values are written: MACs and addresses, epochs, text with its escapes, numbers for scripts and for people.

namespace {

constexpr auto words = std::to_array<ValueName>({{6, "TCP"}, {17, "UDP"}});

template <typename Write>
QString written(Write write)
{
    TextBuffer out;
    write(out);
    return QString::fromUtf8(out.data(), static_cast<qsizetype>(out.size()));
}

} // namespace

class FormatTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC"); // dates are written in the local zone
        ::tzset();
    }

    // What is escaped already stays, what is raw becomes what printText() makes of it.
    void shownTextKeepsBackslashes()
    {
        QCOMPARE(QByteArray::fromStdString(shownText(std::string_view("GET /\x01\xb6\\x00\0 \xc3\xa9", 15))), QByteArray("GET /\\x01\\xb6\\x00\\x00 \xc3\xa9"));
        QCOMPARE(QByteArray::fromStdString(shownText("\\")), QByteArray("\\"));
        QCOMPARE(QByteArray::fromStdString(shownText({})), QByteArray());
    }

    // RFC 3629, section 4: the edges of what is UTF-8.
    void onlyUtf8IsText()
    {
        const auto text = [](std::string_view bytes) { return written([&](TextBuffer &out) { printText(out, bytes); }); };
        QCOMPARE(text("\xed\x9f\xbf\xee\x80\x80"), QString::fromUtf8("\xed\x9f\xbf\xee\x80\x80")); // around the surrogates
        QCOMPARE(text("\xed\xb4\x9c"), QString("\\xed\\xb4\\x9c"));
        QCOMPARE(text("\xe0\x9f\xbf"), QString("\\xe0\\x9f\\xbf"));
        QCOMPARE(text("\xf0\x8f\xbf\xbf"), QString("\\xf0\\x8f\\xbf\\xbf"));
        QCOMPARE(text("\xf4\x8f\xbf\xbf"), QString::fromUtf8("\xf4\x8f\xbf\xbf"));
        QCOMPARE(text("\xf4\x90\x80\x80"), QString("\\xf4\\x90\\x80\\x80"));
    }

    void ipv6_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("RFC 5952, 1: its own example") << QByteArray("20010db8 00000000 00010000 00000001") << "2001:db8::1:0:0:1";
        QTest::newRow("4.1: leading zeros go") << QByteArray("20010db8 00010002 00030004 00050006") << "2001:db8:1:2:3:4:5:6";
        QTest::newRow("4.2.1: shortened as far as can be") << QByteArray("20010db8 00000000 00000000 00020001") << "2001:db8::2:1";
        QTest::newRow("4.2.2: one group of zeros is not shortened")
            << QByteArray("20010db8 00000001 00010001 00010001") << "2001:db8:0:1:1:1:1:1";
        QTest::newRow("4.2.3: the longest run") << QByteArray("20010000 00000001 00000000 00000001") << "2001:0:0:1::1";
        QTest::newRow("4.2.3: the first of equal runs") << QByteArray("20010db8 00000000 00010000 00000001") << "2001:db8::1:0:0:1";
        QTest::newRow("4.3: lower case") << QByteArray("20010DB8 00000000 0000AAAA BBBBCCCC") << "2001:db8::aaaa:bbbb:cccc";
        QTest::newRow("5: an IPv4-mapped address") << QByteArray("00000000 00000000 0000ffff c0000201") << "::ffff:192.0.2.1";
        QTest::newRow("unspecified") << QByteArray("00000000 00000000 00000000 00000000") << "::";
        QTest::newRow("loopback") << QByteArray("00000000 00000000 00000000 00000001") << "::1";
        QTest::newRow("a run at the end") << QByteArray("fe800000 00000000 00000000 00000000") << "fe80::";
        QTest::newRow("a run at the end and one as long before") << QByteArray("00010000 00000002 00030004 00000000") << "1::2:3:4:0:0";
        QTest::newRow("zeros at both ends") << QByteArray("00000001 00020003 00040005 00060000") << "0:1:2:3:4:5:6:0";
        QTest::newRow("link-local") << QByteArray("fe800000 00000000 50540ffe fec2eedb") << "fe80::5054:ffe:fec2:eedb";
    }

    void ipv6()
    {
        QFETCH(QByteArray, bytes);
        const QByteArray address = fromHex(bytes);
        QTEST(written([&](TextBuffer &out) { printIpv6(out, viewOf(address)); }), "text");
    }

    void ipv4()
    {
        for (const char *text : {"0.0.0.0", "10.244.0.60", "172.27.16.10", "255.255.255.255", "1.20.100.9", "9.10.99.100", "101.109.110.199", "200.209.210.250"}) {
            QByteArray bytes;
            for (const QByteArray &part : QByteArray(text).split('.'))
                bytes.append(static_cast<char>(part.toUInt()));
            QCOMPARE(written([&](TextBuffer &out) { printIpv4(out, viewOf(bytes)); }), QString(text));
        }
    }

    void macAndHex()
    {
        const QByteArray bytes = fromHex("8e5c7980cdcc");
        QCOMPARE(written([&](TextBuffer &out) { printMac(out, viewOf(bytes)); }), "8e:5c:79:80:cd:cc");
        QCOMPARE(written([&](TextBuffer &out) { printHex(out, viewOf(bytes)); }), "8e5c7980cdcc");
        QCOMPARE(written([&](TextBuffer &out) { printMac(out, {}); }), "");
    }

    void text_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("GET / HTTP/1.1") << "GET / HTTP/1.1";
        QTest::newRow("the end of a line") << QByteArray("a\r\nb\tc") << "a\\r\\nb\\tc";
        QTest::newRow("a backslash, as tshark writes it") << QByteArray("C:\\x") << "C:\\x";
        QTest::newRow("control characters") << QByteArray("\x01\x1b\x7f") << "\\x01\\x1b\\x7f";
        QTest::newRow("a NUL") << QByteArray("a\0b", 3) << "a\\x00b";
        QTest::newRow("UTF-8 of two, three and four bytes") << QByteArray("\xc3\xa9 \xe4\xbd\xa0 \xf0\x9f\x98\x80") << "\u00e9 \u4f60 \U0001f600";
        QTest::newRow("a lone byte of Latin-1") << QByteArray("caf\xe9!") << "caf\\xe9!";
        QTest::newRow("UTF-8 that ends too early") << QByteArray("\xe4\xbd") << "\\xe4\\xbd";
        QTest::newRow("a continuation without a beginning") << QByteArray("\x80") << "\\x80";
        QTest::newRow("an overlong slash") << QByteArray("\xc0\xaf") << "\\xc0\\xaf";
        QTest::newRow("beyond Unicode") << QByteArray("\xf5\x80\x80\x80") << "\\xf5\\x80\\x80\\x80";
        QTest::newRow("nothing") << QByteArray() << "";
    }

    void text()
    {
        QFETCH(QByteArray, bytes);
        QTEST(written([&](TextBuffer &out) { printText(out, asText(viewOf(bytes))); }), "text");
    }

    void epoch_data()
    {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("1970") << qint64{0} << "0.000000000";
        QTest::newRow("one nanosecond") << qint64{1} << "0.000000001";
        QTest::newRow("2020") << qint64{1600000000'123456789} << "1600000000.123456789";
        QTest::newRow("before 1970") << qint64{-1'500'000'000} << "-1.500000000";
        QTest::newRow("the last moment") << std::numeric_limits<qint64>::max() << "9223372036.854775807";
        QTest::newRow("nearly the first moment") << -std::numeric_limits<qint64>::max() << "-9223372036.854775807";
    }

    void epoch()
    {
        QFETCH(qint64, nanoseconds);
        QTEST(written([&](TextBuffer &out) { printEpoch(out, nanoseconds); }), "text");
    }

    void values_data()
    {
        QTest::addColumn<int>("show");
        QTest::addColumn<int>("bitCount");
        QTest::addColumn<quint64>("number");
        QTest::addColumn<QString>("scripts");
        QTest::addColumn<QString>("people");
        const auto row = [](const char *name, Show show, int size, quint64 number) -> QTestData & {
            return QTest::newRow(name) << static_cast<int>(show) << size << number;
        };
        row("a number", Show::Decimal, 16, 40000) << "40000" << "40000";
        row("a number with a word", Show::Decimal, 8, 6) << "6" << "TCP (6)";
        row("hexadecimal with a word", Show::Hexadecimal, 8, 17) << "0x11" << "UDP (0x11)";
        row("hexadecimal, as wide as its bytes", Show::Hexadecimal, 12, 0x18) << "0x0018" << "0x0018";
        row("hexadecimal of three bits", Show::Hexadecimal, 3, 2) << "0x02" << "0x02";
        row("hexadecimal of 20 bits", Show::Hexadecimal, 20, 0xabcde) << "0x0abcde" << "0x0abcde";
        row("a flag that is set", Show::Flag, 1, 1) << "1" << "Set";
        row("a flag that is clear", Show::Flag, 1, 0) << "0" << "Not set";
        row("a time", Show::Time, 64, 1'500'000'000) << "1.500000000" << "1.500000000";
        row("a date", Show::Date, 64, 1'309'782'896'789'000'000) << "Jul  4, 2011 12:34:56.789000000 UTC" << "Jul  4, 2011 12:34:56.789000000 UTC";
        row("a date before 1970", Show::Date, 64, static_cast<quint64>(-1)) << "Dec 31, 1969 23:59:59.999999999 UTC" << "Dec 31, 1969 23:59:59.999999999 UTC";
    }

    void values()
    {
        QFETCH(int, show);
        QFETCH(int, bitCount);
        QFETCH(quint64, number);
        const BitRange place = bits(0, static_cast<std::size_t>(bitCount));
        const bool flag = static_cast<Show>(show) == Show::Flag;
        const Field field{"f", "F", place, static_cast<Show>(show), flag ? std::span<const ValueName>{} : words};
        QTEST(written([&](TextBuffer &out) { printForScripts(out, field, place, {number}); }), "scripts");
        QTEST(written([&](TextBuffer &out) { printForPeople(out, field, place, {number}); }), "people");
    }

    void addressesOfTheWrongSizeAreWrittenAsBytes()
    {
        const QByteArray three = fromHex("0a0b0c");
        for (const Show show : {Show::Ipv4, Show::Ipv6}) {
            const Field field{"f", "F", {}, show};
            QCOMPARE(written([&](TextBuffer &out) { printForScripts(out, field, {}, {.bytes = viewOf(three)}); }), "0a0b0c");
        }
    }
};

QTEST_GUILESS_MAIN(FormatTest)
#include "tst_format.moc"
