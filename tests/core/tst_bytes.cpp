#include "core/bytes/bytes.h"

#include <QTest>

#include <array>

using namespace vethscope;

// Reading numbers out of bytes: the one place that knows of bit order.

namespace {

constexpr auto pattern = [] {
    std::array<std::byte, 12> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::byte>(i * 0x9d + 0x5b); // no two alike, no run of equal bits
    return bytes;
}();

// Bit by bit, as the RFCs draw them.
std::uint64_t slowly(Bytes bytes, BitRange range)
{
    std::uint64_t value = 0;
    for (std::uint32_t bit = range.offset; bit < range.end(); ++bit)
        value = value << 1 | (byteAt(bytes, bit / 8) >> (7 - bit % 8) & 1u);
    return value;
}

// What stands in front of main() has to be readable at compile time too.
constexpr std::array header{std::byte{0x45}, std::byte{0x00}, std::byte{0x01}, std::byte{0xf4}};
static_assert(readBits(header, bits(0, 4)) == 4);
static_assert(readBits(header, bits(4, 4)) == 5);
static_assert(readBits(header, bits(16, 16)) == 500);
static_assert(readBits(header, bits(19, 13)) == 500);
static_assert(readUnsigned(header, 0, 4) == 0x450001f4);
static_assert(read16(header, 2) == 500);
static_assert(read32(header, 0) == 0x450001f4);
static_assert(readBits(header, bits(7, 0)) == 0);

} // namespace

class BytesTest : public QObject
{
    Q_OBJECT

private slots:
    void readBitsEqualsReadingBitByBit()
    {
        for (std::uint32_t offset = 0; offset < 24; ++offset)
            for (std::uint32_t length = 0; length <= 64; ++length) {
                const BitRange range = bits(offset, length);
                if (range.byteCount() > 8)
                    continue;
                const std::uint64_t value = readBits(pattern, range);
                if (value != slowly(pattern, range))
                    QFAIL(qPrintable(QStringLiteral("bits(%1, %2)").arg(offset).arg(length)));
            }
    }

    void readBitsThatTouchNineBytes()
    {
        // The shift that makes room for the ninth byte loses the first bits. No table has such a row yet.
        for (const BitRange range : {bits(1, 64), bits(4, 61), bits(7, 58)})
            QCOMPARE(readBits(pattern, range), slowly(pattern, range));
    }

    void readUnsignedOfEverySize()
    {
        for (std::size_t size = 0; size <= 8; ++size)
            QCOMPARE(readUnsigned(pattern, 1, size), slowly(pattern, octets(1, size)));
    }

    void rangesKnowTheirBytes_data()
    {
        QTest::addColumn<unsigned>("offset");
        QTest::addColumn<unsigned>("length");
        QTest::addColumn<unsigned>("first");
        QTest::addColumn<unsigned>("end");
        QTest::addColumn<bool>("whole");
        QTest::newRow("IPv4's version") << 0u << 4u << 0u << 1u << false;
        QTest::newRow("IPv4's header length") << 4u << 4u << 0u << 1u << false;
        QTest::newRow("IPv4's fragment offset") << 51u << 13u << 6u << 8u << false;
        QTest::newRow("IPv4's source address") << 96u << 32u << 12u << 16u << true;
        QTest::newRow("VXLAN's VNI") << 32u << 24u << 4u << 7u << true;
        QTest::newRow("one bit across nothing") << 7u << 1u << 0u << 1u << false;
        QTest::newRow("two bits across two bytes") << 7u << 2u << 0u << 2u << false;
        QTest::newRow("no bits") << 8u << 0u << 1u << 1u << true;
    }

    void rangesKnowTheirBytes()
    {
        QFETCH(unsigned, offset);
        QFETCH(unsigned, length);
        const BitRange range = bits(offset, length);
        QTEST(range.firstByte(), "first");
        QTEST(range.endByte(), "end");
        QTEST(range.wholeBytes(), "whole");
        QCOMPARE(range.byteCount(), range.endByte() - range.firstByte());
    }

    void rangesContainEachOther()
    {
        QVERIFY(bits(8, 8).contains(bits(8, 8)));
        QVERIFY(bits(8, 8).contains(bits(14, 2)));
        QVERIFY(!bits(8, 8).contains(bits(7, 2)));
        QVERIFY(!bits(8, 8).contains(bits(15, 2)));
        QCOMPARE(octets(2, 4), bits(16, 32));
    }

    void textAndBytesAreTheSameMemory()
    {
        const std::string_view text = "flannel.1";
        QCOMPARE(asText(asBytes(text)), text);
        QCOMPARE(asText(asBytes(text)).data(), text.data());
        QCOMPARE(asText(Bytes{}), std::string_view{});
    }
};

QTEST_GUILESS_MAIN(BytesTest)
#include "tst_bytes.moc"
