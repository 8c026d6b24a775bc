#include "core/snapshot/jsonextent.h"

#include <QTest>

using namespace vethscope;

// How far a JSON value goes, by its brackets.
class JsonExtentTest : public QObject
{
    Q_OBJECT

private slots:
    void ends_data();
    void ends();
    void within();
    void whole_data();
    void whole();
};

namespace {

// A row's name
QByteArray onOneLine(QByteArray text)
{
    return text.replace('\n', "/");
}

} // namespace

void JsonExtentTest::ends_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("end"); // the line behind it; 1: there is none

    const auto row = [](const char *text, int end) { QTest::newRow(onOneLine(text)) << QByteArray(text) << end; };
    row("{}\n", 2);
    row("[1]\n", 2);
    row("{\n}\nx\n", 3);
    row("{\n[\n]\n}\n", 5);
    row("{\"a\": [1, {\"b\": 2}]}\n", 2);
    row("[{}, {}]\n", 2);
    row("[[1],\n[2]]\n", 3);
    row("{} \t\n", 2);
    row("{} x\n", 1);
    row("{\n} x\n", 1);
    // Brackets and quotes in strings
    row("{\"a\": \"}\"}\n", 2);
    row("{\"a\": \"{[\"}\n", 2);
    row("{\"a\": \"]\"}\n", 2);
    row("{\"a\": \"\\\"}\"}\n", 2);
    row("{\"a\": \"\\\\\"}\n", 2);
    row("{\\\"}\n", 1);
    row("{\"a\n\": 1}\n", 1);
    // No end
    row("{\n", 1);
    row("{\n[}\n", 1);
    row("}\n{}\n", 1);
    row("words\n", 1);
}

void JsonExtentTest::ends()
{
    QFETCH(QByteArray, text);
    QFETCH(int, end);
    const SourceText source("text", text.toStdString());
    QCOMPARE(endOfJson(source, {1, static_cast<std::uint32_t>(source.size())}), static_cast<std::uint32_t>(end));
}

void JsonExtentTest::within()
{
    const SourceText source("text", "words\n{\n}\nwords\n");
    QCOMPARE(endOfJson(source, {2, 3}), 4u);
    QCOMPARE(endOfJson(source, {2, 2}), 4u);
    QCOMPARE(endOfJson(source, {2, 1}), 2u); // it goes on behind what is asked about
    QCOMPARE(endOfJson(source, {2, 0}), 2u);
}

void JsonExtentTest::whole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("json");

    for (const char *text : {"{}", "[]\n", "\n\n{}\n\n", "  {\n}\n", "[\n1]\n\n"})
        QTest::newRow(onOneLine(text)) << QByteArray(text) << true;
    for (const char *text : {"", "\n", "\n\n", "words", "words\n{}", "{}\nwords", "{}\n{}", "{} {}", "{\n", "\"a\"\n", "x{}\n"})
        QTest::newRow(onOneLine(text)) << QByteArray(text) << false;
}

void JsonExtentTest::whole()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, json);
    QCOMPARE(isWholeJson(SourceText("text", text.toStdString())), json);
}

QTEST_GUILESS_MAIN(JsonExtentTest)
#include "tst_jsonextent.moc"
