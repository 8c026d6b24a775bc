#include <QTest>

#include "core/sentence/sentence.h"
#include "core/sentence/systemwords.h"

#include <cerrno>

using namespace vethscope;

namespace {

enum Kind : std::uint8_t { Chassis = 1 };

// A language that turns round what it knows, and knows no others.
std::string backwards(const char *text)
{
    if (std::string_view(text) == "{} has {} bytes")
        return "there are {1} bytes in {0}";
    if (std::string_view(text) == "part {}")
        return "[{}. part]";
    return text;
}

Sentence inside(std::string name)
{
    return Sentence::of("part {}", std::move(name));
}

} // namespace

class SentenceTest : public QObject
{
    Q_OBJECT

private slots:
    void sentence_data()
    {
        QTest::addColumn<Sentence>("sentence");
        QTest::addColumn<std::string>("english");
        QTest::addColumn<std::string>("backwards");
        const auto row = [](const char *name, Sentence sentence, std::string english, std::string other = {}) {
            QTest::newRow(name) << sentence << english << (other.empty() ? english : other);
        };
        row("nothing", {}, "");
        row("no values", Sentence::of("it is damaged"), "it is damaged");
        row("numbers", Sentence::of("{} has {} bytes", 8u, std::uint64_t{6}), "8 has 6 bytes", "there are 6 bytes in 8");
        row("the largest number", Sentence::of("part {}", UINT64_MAX), "part 18446744073709551615", "[18446744073709551615. part]");
        row("a number below zero", Sentence::of("part {}", -3), "part -3", "[-3. part]");
        row("small numbers and names of numbers", Sentence::of("{} has {} bytes", std::uint8_t{65}, Chassis), "65 has 1 bytes", "there are 1 bytes in 65");
        row("a name and a number", Sentence::of("{} has {} bytes", std::string("x.pcap"), 6), "x.pcap has 6 bytes", "there are 6 bytes in x.pcap");
        row("a view", Sentence::of("part {}", std::string_view("abc").substr(1)), "part bc", "[bc. part]");
        row("more than two numbers", Sentence::of("{}, {}, {}", 1, 2, 3), "1, 2, 3");
        row("a sentence inside", Sentence::of("{} has {} bytes", inside("one"), 6), "part one has 6 bytes", "there are 6 bytes in [one. part]");
        row("a sentence inside one inside", Sentence::of("part {}", Sentence::of("{}!", inside("x"))), "part part x!", "[[x. part]!. part]");
        row("a value that looks like a place", Sentence::of("part {}", std::string("{} {0} %1")), "part {} {0} %1", "[{} {0} %1. part]");
        row("braces that are no place", Sentence::of("a set such as {80, 443}"), "a set such as {80, 443}");
        row("words of somebody else", Sentence::verbatim("part {}"), "part {}");
        row("no words", Sentence::verbatim(""), "");
        row("words of the system", systemWords(ENOENT), "No such file or directory");
    }

    void sentence()
    {
        QFETCH(Sentence, sentence);
        QTEST(sentence.english(), "english");
        QTEST(sentence.in(backwards), "backwards");
        QCOMPARE(sentence.empty(), sentence.english().empty());
    }

    void equalWhenTheySayTheSame()
    {
        QVERIFY(Sentence::of("part {}", 1) == Sentence::of("part {}", std::string("1")));
        QVERIFY(Sentence::of("part {}", 1) == Sentence::verbatim("part 1"));
        QVERIFY(Sentence::of("part {}", 1) != Sentence::of("part {}", 2));
        QVERIFY(Sentence() == Sentence::verbatim({}));
    }

    // A translation that asks for a value that is not there.
    void aWrongPlaceStaysEmpty()
    {
        QCOMPARE(Sentence::of("part {}", std::string("one")).in([](const char *) { return std::string("{1}{0}{9}{}{}"); }), std::string("oneone"));
    }
};

QTEST_APPLESS_MAIN(SentenceTest)
#include "tst_sentence.moc"
