#include "core/dissect/field.h"

#include <QTest>

#include <array>

using namespace vethscope;

// The promises of a protocol's table, which hold at compile time: tiles() and named().

namespace {

bool isSet(Bytes header) { return byteAt(header, 0) != 0; }
bool isClear(Bytes header) { return byteAt(header, 0) == 0; }

constexpr Field row(std::string_view name, std::size_t offset, std::size_t length)
{
    return {.name = name, .label = name, .place = bits(offset, length), .show = Show::Decimal};
}

constexpr std::array sound{row("version", 0, 4), row("length", 4, 4), row("rest", 8, 24)};
static_assert(tiles(sound, 4));
static_assert(!tiles(sound, 3), "the header is shorter than its rows");
static_assert(!tiles(sound, 5), "the header is longer than its rows");
static_assert(named(sound, "length").place == bits(4, 4));

constexpr std::array gap{row("a", 0, 4), row("b", 5, 3)};
static_assert(!tiles(gap, 1));
constexpr std::array overlap{row("a", 0, 4), row("b", 3, 5)};
static_assert(!tiles(overlap, 1));
constexpr std::array unordered{row("b", 4, 4), row("a", 0, 4)};
static_assert(!tiles(unordered, 1));
constexpr std::array late{row("a", 4, 4)};
static_assert(!tiles(late, 1), "the first row does not begin at the first bit");
constexpr std::array<Field, 0> none{};
static_assert(tiles(none, 0));
static_assert(!tiles(none, 1));

constexpr std::array grouped{group("flags", "Flags", bits(0, 8)), row("a", 0, 1), reserved(bits(1, 7)), row("b", 8, 8)};
static_assert(tiles(grouped, 2));
constexpr std::array groupWithoutRows{group("flags", "Flags", bits(0, 8)), row("b", 8, 8)};
static_assert(!tiles(groupWithoutRows, 2), "the rows of a group have to fill it");
constexpr std::array outgrown{group("flags", "Flags", bits(0, 4)), row("a", 0, 3), row("b", 3, 5)};
static_assert(!tiles(outgrown, 1), "a row reaches over the end of its group");
constexpr std::array twoGroups{group("x", "X", bits(0, 4)), row("a", 0, 4), group("y", "Y", bits(4, 4)), row("b", 4, 4)};
static_assert(tiles(twoGroups, 1));

constexpr std::array alternatives{onlyIf(isSet, row("type", 0, 8)), onlyIf(isClear, row("len", 0, 8)), row("rest", 8, 8)};
static_assert(tiles(alternatives, 2), "rows that exclude each other share their bits");
constexpr std::array optional{onlyIf(isSet, row("type", 0, 8)), row("rest", 8, 8)};
static_assert(tiles(optional, 2), "a row that may be absent still has its bits");
constexpr std::array twice{row("type", 0, 8), row("len", 0, 8)};
static_assert(!tiles(twice, 1), "rows that do not exclude each other may not");

constexpr std::array bytes{std::byte{0x45}, std::byte{0x00}, std::byte{0x00}, std::byte{0x3c}};
constexpr auto words = std::to_array<ValueName>({{1, "one"}, {2, "two"}});
static_assert(nameOf(words, 2) == "two");
static_assert(nameOf(words, 3).empty());
static_assert(readValue(sound[1], bytes, sound[1].place).number == 5);
static_assert(readValue(scaled(sound[1], 4), bytes, sound[1].place).number == 20);

} // namespace

class FieldTest : public QObject
{
    Q_OBJECT

private slots:
    void valuesAreNumbersOrViews()
    {
        const Field number{"len", "Length", bits(16, 16), Show::Decimal};
        QCOMPARE(readValue(number, bytes, number.place).number, 60u);
        const Field raw{"raw", "Raw", bits(8, 16), Show::Raw};
        const Value value = readValue(raw, bytes, raw.place);
        QCOMPARE(value.bytes.data(), bytes.data() + 1);
        QCOMPARE(value.bytes.size(), 2u);
    }

    void whatIsANumber()
    {
        for (const Show show : {Show::Decimal, Show::Hexadecimal, Show::Flag, Show::Time})
            QVERIFY(isNumeric(show));
        for (const Show show : {Show::Nothing, Show::Mac, Show::Ipv4, Show::Ipv6, Show::Raw, Show::Text})
            QVERIFY(!isNumeric(show));
    }

    void reservedBitsHaveARowButNoName()
    {
        constexpr Field field = reserved(bits(1, 3));
        QVERIFY(field.name.empty());
        QVERIFY(field.silent);
        QCOMPARE(field.label, "Reserved");
    }
};

QTEST_GUILESS_MAIN(FieldTest)
#include "tst_field.moc"
