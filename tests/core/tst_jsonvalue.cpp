#include "core/snapshot/hostcommand.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/yaml.h"

#include <QTest>

using namespace vethscope;

// JSON as commands print it: values one behind the other, cut in the middle, with words behind them; and what only begins alike.
class JsonValueTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void places();
    void kinds();
    void depth();
    void looks_data();
    void looks();
    void members();
    void yamlLines();
    void objects();
};

namespace {

QString written(const JsonValue &value)
{
    if (value.string())
        return "'" + QString::fromStdString(*value.string()) + "'";
    if (value.boolean())
        return *value.boolean() ? "true" : "false";
    if (value.number())
        return QString::number(*value.number());
    QStringList parts;
    if (value.array()) {
        for (const JsonValue &element : *value.array())
            parts << written(element);
        return "[" + parts.join(' ') + "]";
    }
    if (value.object()) {
        for (const auto &[name, member] : *value.object())
            parts << QString::fromStdString(name) + "=" + written(member);
        return "{" + parts.join(' ') + "}";
    }
    return value.isNull() ? "null" : "fraction";
}

TypedCommand printed(const QByteArray &text)
{
    TypedCommand command{.source = std::make_shared<const SourceText>("text", text.toStdString())};
    command.output = {1, static_cast<std::uint32_t>(command.source->size())};
    return command;
}

} // namespace

void JsonValueTest::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("values"); // and the lines that were read
    QTest::addColumn<std::string>("error");

    const auto row = [](const char *name, const QByteArray &text, const char *values, const char *error = "") { QTest::newRow(name) << text << QString(values) << std::string(error); };
    const char *const cut = "the text ends in the middle", *const none = "this is no JSON from here on";
    row("nothing", "", " 0");
    row("blanks", " \t\r\n\n", " 0");
    row("every kind", "{\"a\":1,\"b\":[true,false,null],\"c\":\"x\",\"d\":1.5,\"e\":{}}\n", "{a=1 b=[true false null] c='x' d=fraction e={}} 1");
    row("two values", "[1]\n\n[2]\n", "[1] [2] 3");
    row("two objects on one line", "{} {}\n", "{} {} 1");
    row("words behind a value", "[1]\nwords\n", "[1] 1");
    row("a number behind a value", "[1] 7\n", "[1] 1");
    row("words", "words\n", " 0", none);
    row("a number alone", "7 ", "7 1");
    row("the largest number", "[9223372036854775807,9223372036854775808,-9223372036854775808]\n", "[9223372036854775807 fraction -9223372036854775808] 1");
    row("cut inside a list", "[1,2,\n", "[1 2] 0", cut);
    row("cut inside a number", "[1,14", "[1] 0", cut);
    row("cut inside a member's number", "{\"a\":1,\"b\":14", "{a=1} 0", cut);
    row("cut behind a name", "{\"a\":1,\"b\":", "{a=1} 0", cut);
    row("cut inside a text", "{\"a\":\"x\",\"b\":\"y", "{a='x'} 0", cut);
    row("cut inside a record", "[{\"a\":1},{\"b\":2,\n", "[{a=1}] 0", cut);
    row("cut inside a record's list", "{\"a\":[{\"b\":1},{\"c\":[2]\n", "{a=[{b=1}]} 0", cut);
    row("wrong in the middle", "[1,\nx]\n", "[1] 1", none);
    row("wrong in a second value", "[1]\n[2,\n}\n", "[1] [2] 2", none);
}

void JsonValueTest::values()
{
    QFETCH(QByteArray, text);
    const JsonText json = readJson(text.toStdString());
    QString values;
    for (const JsonValue &value : json.values)
        values += (values.isEmpty() ? "" : " ") + written(value);
    QTEST(values + " " + QString::number(json.lines), "values");
    QTEST(json.error.english(), "error");
}

// The line and the byte where a value begins; of equal names the last counts.
void JsonValueTest::places()
{
    const JsonText json = readJson("[\n  {\"a\": \"x\",\n \"n\": 7, \"a\": \"yz\"},\n {}]");
    const JsonValue &list = json.values.at(0), &first = list.array()->at(0), &second = list.array()->at(1);
    QCOMPARE(list.line(), 1u);
    QCOMPARE(list.column(), 1u);
    QCOMPARE(first.line(), 2u);
    QCOMPARE(first.column(), 3u);
    QCOMPARE(second.line(), 4u);
    QCOMPARE(second.column(), 2u);
    const JsonValue *a = first.find("a");
    QVERIFY(a && *a->string() == "yz");
    QCOMPARE(a->line(), 3u);
    QCOMPARE(a->column(), 15u);
    QCOMPARE(first.object()->front().second.line(), 2u);
    QCOMPARE(first.object()->front().second.column(), 9u);
    QCOMPARE(first.find("n")->line(), 3u);
    QCOMPARE(first.find("n")->column(), 0u);
    QVERIFY(!first.find("b") && !list.find("a"));
}

void JsonValueTest::kinds()
{
    const JsonText json = readJson("[null,true,1,1.5,\"\",[],{}]");
    QStringList kinds;
    for (const JsonValue &value : *json.values.at(0).array())
        kinds << QString::fromStdString(value.kind().english());
    QCOMPARE(kinds, (QStringList{"null", "true or false", "a number", "a number", "a string", "a list", "an object"}));
}

void JsonValueTest::depth()
{
    const auto nested = [](int levels) { return (QByteArray(levels, '[') + QByteArray(levels, ']')).toStdString(); };
    QCOMPARE(readJson(nested(100)).error.english(), std::string());
    QCOMPARE(readJson(nested(101)).error.english(), std::string("more than 100 levels deep"));
}

void JsonValueTest::looks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("json");
    QTest::addColumn<bool>("has"); // "a" and "b"

    const auto row = [](const QByteArray &text, bool json, bool has) { QTest::newRow(text.left(60).constData()) << text << json << has; };
    row("{\"a\":1,\"b\":2}\n", true, true);
    row("  [{\"a\":1,\"b\":2}]\n", true, true);
    row("[\n\n{\n\"a\":1,\n\"b\":2\n}\n]\n", true, true);
    row("[{},{\"a\":1,\"b\":2}]\n", true, true);
    row("[7,{\"a\":1,\"b\":2}]\n", false, false);
    row("[{\"a\":1},{\"b\":2}]\n", true, false);
    row("{\"a\":{\"b\":1}}\n", true, false);
    row("{}\n", true, false);
    row("[]\n", true, false);
    row("[\n", true, false);
    row("{\n", true, false);
    row("[ ]\n", true, false);
    row("[{}]\n", true, false);
    for (const char *text : {"", "\n", "words\n", "[x] done\n", "[text](link)\n", "{{ name }}\n", "[] x\n", "{ x\n", "[\"a\",\"b\"]\n", "(\n", "\"a\"\n"})
        row(text, false, false);
    // Of a long text the beginning is enough.
    row("[{\"a\":1,\n\"c\":\"" + QByteArray(3900, 'x') + "\",\n\"b\":2},\n{\n\"a\":\n3}]\n", true, true);
    row("[{\"a\":1,\n\"c\":\"" + QByteArray(4100, 'x') + "\",\n\"b\":2},\n{\n\"a\":\n3}]\n", true, false);
}

void JsonValueTest::looks()
{
    QFETCH(QByteArray, text);
    const TypedCommand command = printed(text);
    Facts facts;
    const Reading reading(command, facts);
    QTEST(isJson(reading), "json");
    QTEST(jsonHas(reading, {"a", "b"}), "has");
}

void JsonValueTest::members()
{
    const TypedCommand command = printed("{\"text\":\"x\",\n\"number\":7,\n\"yes\":true,\n\"list\":[\"a\",7,{}],\n\"mac\":\"x\",\n\"to\":\"default\",\n\"records\":[7,{},{\"a\":1}],\n\"nothing\":null,\n\"object\":{\"b\":1}}\n");
    Facts facts;
    Reading reading(command, facts);
    const JsonText json = readJson(reading.text());
    const JsonRecord record(reading, json.values.at(0));
    QCOMPARE(record.text("text"), std::string("x"));
    QCOMPARE(record.number("number"), std::optional<std::uint32_t>(7));
    QCOMPARE(record.boolean("yes"), std::optional(true));
    QCOMPARE(record.texts("list"), std::vector<std::string>{"a"});
    QVERIFY(!record.mac("mac") && record.text("nothing").empty() && !record.number("none"));
    QCOMPARE(record.prefix("to", true)->text(), std::string("::/0"));
    QCOMPARE(record.prefix("to", false)->text(), std::string("0.0.0.0/0"));
    QVERIFY(!record.prefix("text", true));
    QCOMPARE(record.records("records").size(), 1u);
    QCOMPARE(record.record("object").names(), std::vector<std::string>{"b"});
    QVERIFY(record.record("none").names().empty());
    QVERIFY(record.text("number").empty() && !record.number("text") && !record.number<std::uint8_t>("none"));
    QCOMPARE(record.evidenceOf("object").line, 9u);
    QCOMPARE(record.evidenceOf("none").line, 1u);
    QStringList complaints;
    for (const Complaint &complaint : reading.complaints())
        complaints << QString("%1 %2").arg(complaint.line).arg(QString::fromStdString(complaint.message.english()));
    QCOMPARE(complaints, (QStringList{"5 \"mac\" is \"x\", which is no MAC address", "1 \"text\" is \"x\", which is no IP prefix", "7 an element of \"records\" is a number, not an object",
                                      "2 \"number\" is a number, not a string", "1 \"text\" is a string, not a whole number"}));
}

void JsonValueTest::yamlLines()
{
    for (const char *line : {"", " a", "\ta", "# a", "]", "}", "-", "...", "- a", "---", "--- a", "a:", "a: b", "a: b c", "a.b/c: d"})
        QVERIFY2(isPartOfYaml(line), line);
    for (const char *line : {"a", "a b: c", "a:b", "-a", "..", "a b", "x -"})
        QVERIFY2(!isPartOfYaml(line), line);
}

// Objects of Kubernetes, and files that have only some of what these have.
void JsonValueTest::objects()
{
    const auto has = [](const char *text) {
        const TypedCommand command = printed(text);
        Facts facts;
        return hasKubernetesObjects(Reading(command, facts));
    };
    for (const char *text : {"apiVersion: v1\nkind: Pod\n", "kind: Pod\napiVersion: v1\n", "- apiVersion: v1\n  kind: Pod\n", "apiVersion: v1\nitems:\n", "items:\n- apiVersion: v1\n", "items:\n- kind: Pod\n", "---\napiVersion: v1\nkind: Pod\n",
                             "\n\napiVersion: v1\nmetadata:\n  name: x\nkind: Pod\n", "{\"apiVersion\":\"v1\",\"kind\":\"Pod\"}\n", "{\"apiVersion\":\"v1\",\"items\":[]}\n"})
        QVERIFY2(has(text), text);
    for (const char *text : {"", "\n", "---\n", "apiVersion: v1\n", "kind: Pod\n", "items:\n", "  apiVersion: v1\nkind: Pod\n", "apiVersion v1\nkind: Pod\n", "apiVersion: v1\nwords here\nkind: Pod\n", "apiVersion: v1\n    kind: Pod\n", "name: x\nkind: Pod\napiVersion: v1\n",
                             "items\nkind: Pod\n", "apiVersion: v1\nkinds: Pod\n", "apiVersion: v1\napiVersion: v1\n", "kind: Pod\nkind: Pod\n", "{\"kind\":\"Pod\"}\n", "{\"apiVersion\":\"v1\"}\n"})
        QVERIFY2(!has(text), text);
}

QTEST_APPLESS_MAIN(JsonValueTest)
#include "tst_jsonvalue.moc"
