#include "tests/support/commandline.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

// `vethscope-cli predict`: its exit codes, the shape of what it prints, and the story of the study notes.

using namespace vethscope::test;

namespace {

const QString notes = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/seed/k8s-capture-notes.txt");
const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");
const QString vxlan = samples + "flannel-vxlan/hosts";

QJsonObject predicted(const QStringList &arguments)
{
    const CommandResult result = runCommandLine(QStringList{"predict", "--format", "json"} + arguments);
    if (result.code != 0)
        qWarning("exit code %d: %s", result.code, result.error.constData());
    return QJsonDocument::fromJson(result.output).object();
}

QStringList keysOf(const QJsonValue &object)
{
    return object.toObject().keys();
}

// `eth.dst 2a:3c:… gateway-neighbour LINE`.
QStringList fieldsOf(const QJsonValue &hop)
{
    QStringList fields;
    for (const QJsonValue &field : hop["fields"].toArray())
        fields << QString("%1 %2 %3 %4 %5").arg(field["scope"].toString(), field["field"].toString(), field["value"].toString("null"), field["origin"]["kind"].toString(),
                                               field["evidence"][0]["line"].isDouble() ? QString::number(field["evidence"][0]["line"].toInt()) : QString("-"));
    return fields;
}

// The sample's sessions with one change.
void copyChanged(const QString &sample, const QString &node, const QString &before, const QString &after, const QString &folder)
{
    const QDir hosts(samples + sample + "/hosts");
    for (const QString &name : hosts.entryList({"*.txt"}, QDir::Files)) {
        QFile from(hosts.filePath(name)), to(folder + "/" + name);
        QVERIFY(from.open(QIODevice::ReadOnly) && to.open(QIODevice::WriteOnly));
        QString text = QString::fromUtf8(from.readAll());
        if (name.startsWith(node)) {
            QVERIFY(text.contains(before));
            text.replace(before, after);
        }
        to.write(text.toUtf8());
    }
}

} // namespace

class TestPredict : public QObject
{
    Q_OBJECT

private slots:
    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");

        QTest::newRow("no snapshot") << QStringList{"--from", "tea", "--to", "web"} << 2 << "predict needs a snapshot";
        QTest::newRow("no ends") << QStringList{"--snapshot", vxlan} << 2 << "predict needs two ends";
        QTest::newRow("one end") << QStringList{"--snapshot", vxlan, "--from", "master"} << 2 << "predict needs two ends";
        QTest::newRow("a matrix from somebody") << QStringList{"--snapshot", vxlan, "--matrix", "--from", "master"} << 2 << "--matrix is from all to all";
        QTest::newRow("a table of one way") << QStringList{"--snapshot", vxlan, "--from", "master", "--to", "web", "--format", "csv"} << 2 << "--format csv is for --matrix";
        QTest::newRow("nobody of that name") << QStringList{"--snapshot", vxlan, "--from", "tea", "--to", "web"} << 2 << "the nearest: default/tea-6fb46d899f-4zkt2";
        QTest::newRow("nobody to go to") << QStringList{"--snapshot", vxlan, "--from", "master", "--to", "mastre"} << 2 << "mastre; the nearest: master";
        QTest::newRow("from a service") << QStringList{"--snapshot", vxlan, "--from", "svc/web", "--to", "master"} << 2 << "default/web is a service";
        QTest::newRow("another protocol") << QStringList{"--snapshot", vxlan, "--from", "master", "--to", "web", "--proto", "sctp"} << 2 << "--proto";
        QTest::newRow("nothing to read") << QStringList{"--snapshot", "/nowhere", "--from", "a", "--to", "b"} << 3 << "/nowhere";
        QTest::newRow("foretold") << QStringList{"--snapshot", vxlan, "--from", "master", "--to", "web"} << 0 << "";
        QTest::newRow("it is dropped") << QStringList{"--snapshot", samples + "flannel-host-gw/hosts", "--from", "k8s-master", "--to", "till-84d6f5c79-wv9hz"} << 0 << "";
    }

    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const CommandResult result = runCommandLine(QStringList{"predict"} + arguments);
        QTEST(result.code, "code");
        QVERIFY2(result.error.contains(said.toUtf8()), result.error.constData());
        QCOMPARE(result.output.isEmpty(), result.code != 0);
    }

    // From the node itself, as the notes tell it: by flannel.1, whose address is the source, to the MAC of the neighbour entry; and then nobody
    // looked at `bridge fdb`.
    void notesTellTheirStory()
    {
        const QJsonObject json = predicted({"--snapshot", notes, "--from", "master", "--to", "10.244.1.3"});
        QCOMPARE(json["path"].toArray().size(), 1);
        QCOMPARE(json["path"][0]["interface"].toString(), QString("flannel.1"));
        QCOMPARE(fieldsOf(json["path"][0]), (QStringList{
            "overlay eth.src 8e:5c:79:80:cd:cc interface-mac 147", "overlay eth.dst 2a:3c:a0:e1:a9:b6 gateway-neighbour 133", "overlay eth.type 0x0800 constant -",
            "overlay ip.src 10.244.0.0 interface-ip 146", "overlay ip.dst 10.244.1.3 unknown -", "overlay ip.ttl 64 constant -", "overlay ip.proto 6 constant -",
            "overlay tcp.dstport 80 application -"}));
        QCOMPARE(json["path"][0]["steps"][0]["evidence"][0]["line"].toInt(), 139);
        QCOMPARE(json["verdict"].toString() + " " + json["disposition"].toString(), QString("unknown facts-missing"));
        QCOMPARE(json["ask"].toString() + " on " + json["ask_on"].toString(), QString("bridge fdb on master"));
        QVERIFY(json["return"].isNull());
        QStringList assumed;
        for (const QJsonValue &fact : json["assumed"].toArray())
            assumed << fact["node"].toString() + " " + fact["what"].toString() + ": " + fact["ask"].toString();
        QCOMPARE(assumed, (QStringList{"master firewall: iptables-save", "master conntrack: conntrack -L", "master interfaces: ip addr"}));
    }

    // From the pod nobody can tell: of which bridge its veth is a port, the notes do not say.
    void notesFromThePod()
    {
        const QJsonObject json = predicted({"--snapshot", notes, "--from", "tea-6fb46d899f-4zkt2", "--to", "10.244.1.3"});
        QCOMPARE(json["path"].toArray().size(), 2);
        QCOMPARE(json["path"][1]["interface"].toString(), QString("vetha1f852ea"));
        QVERIFY(json["path"][1]["pod"].isNull());
        QCOMPARE(json["path"][0]["pod"].toString(), QString("default/tea-6fb46d899f-4zkt2"));
        QCOMPARE(json["disposition"].toString(), QString("facts-missing"));
        QCOMPARE(json["ask"].toString() + " on " + json["ask_on"].toString(), QString("ip link on master"));
        const QJsonValue destination = json["path"][0]["fields"][1];
        QVERIFY(destination["value"].isNull());
        QCOMPARE(destination["ask"].toString(), QString("ip link"));
    }

    void shape()
    {
        const QJsonObject json = predicted({"--snapshot", vxlan, "--from", "tea-6fb46d899f-4zkt2", "--to", "web"});
        QCOMPARE(keysOf(json), (QStringList{"assumed", "branches", "disposition", "evidence", "kernel_reason", "path", "reason", "return", "verdict"}));
        QCOMPARE(keysOf(json["path"][0]), (QStringList{"fields", "interface", "node", "pod", "steps", "tunnel"}));
        QCOMPARE(keysOf(json["path"][0]["fields"][0]), (QStringList{"depth", "evidence", "field", "origin", "scope", "value"}));
        QCOMPARE(keysOf(json["path"][0]["fields"][0]["origin"]), (QStringList{"interface", "ip", "kind", "node", "pod"}));
        QCOMPARE(keysOf(json["path"][0]["steps"][0]), (QStringList{"changes", "evidence", "key", "kind", "rejected", "text"}));
        QStringList rejected;
        for (const QJsonValue &hop : json["path"].toArray())
            for (const QJsonValue &step : hop["steps"].toArray())
                for (const QJsonValue &lost : step["rejected"].toArray())
                    rejected << keysOf(lost).join(' ');
        QVERIFY(!rejected.isEmpty());
        QCOMPARE(rejected.count("because evidence"), rejected.size());
        QCOMPARE(json["branches"].toArray().size(), 2);
        double sum = 0;
        for (const QJsonValue &branch : json["branches"].toArray())
            sum += branch["probability"].toDouble();
        QCOMPARE(sum, 1.0);
        QCOMPARE(json["branches"][0]["path"], json["path"]);
        QCOMPARE(json["branches"][1]["because"].toString(), QString("endpoint 2 of 2"));
        QCOMPARE(keysOf(json["return"]), (QStringList{"assumed", "disposition", "evidence", "kernel_reason", "path", "reason", "verdict"}));
        QCOMPARE(json["return"]["path"][0]["pod"].toString(), QString("default/web-5dcb957ccc-flhdd"));
    }

    void matrix()
    {
        const QJsonObject json = predicted({"--snapshot", vxlan, "--matrix"});
        const QJsonArray cells = json["cells"].toArray();
        QCOMPARE(cells.size(), 7 * 11);
        QCOMPARE(keysOf(json), (QStringList{"assumed", "cells"}));
        QCOMPARE(keysOf(cells[0]), (QStringList{"definite", "disposition", "evidence", "from", "kind", "to", "verdict"}));
        for (const QJsonValue &cell : cells)
            QCOMPARE(cell["verdict"].toString(), QString("delivered"));
        const CommandResult csv = runCommandLine({"predict", "--snapshot", vxlan, "--matrix", "--format", "csv"});
        const QList<QByteArray> lines = csv.output.split('\n');
        QCOMPARE(lines.size(), 1 + 7 * 11 + 1);
        QCOMPARE(lines[0], QByteArray("from,to,kind,verdict,disposition,ask,ask_on,source,line,text"));
    }

    // The red cells of host-gw are those of the node beyond the router, both ways, and name the default route.
    void matrixNamesTheLine()
    {
        const QJsonObject json = predicted({"--snapshot", samples + "flannel-host-gw/hosts", "--matrix"});
        int red = 0;
        for (const QJsonValue &cell : json["cells"].toArray()) {
            const bool isFar = cell["from"].toString().contains("edge") || cell["from"].toString().contains("till");
            const bool toFar = cell["to"].toString().contains("till");
            const bool isPods = cell["kind"].toString() != "node";
            QCOMPARE(cell["disposition"].toString() == "leaves-cluster", isPods && isFar != toFar);
            if (cell["verdict"].toString() != "dropped")
                continue;
            ++red;
            QVERIFY(cell["evidence"][0]["text"].toString().contains("default"));
        }
        QCOMPARE(red, 15);
    }

    void whatIf()
    {
        QTemporaryDir before, after;
        copyChanged("flannel-vxlan", "master", "vxlan id 1 ", "vxlan id 1 ", before.path());
        copyChanged("flannel-vxlan", "master", "vxlan id 1 ", "vxlan id 7 ", after.path());
        const QJsonObject json = predicted({"--snapshot", before.path(), "--against", after.path(), "--from", "tea-6fb46d899f-4zkt2", "--to", "web-5dcb957ccc-d4n6l"});
        QCOMPARE(json["verdict"].toString(), QString("delivered"));
        const QJsonValue change = json["changes"][0];
        QCOMPARE(json["changes"].toArray().size(), 1);
        QCOMPARE(keysOf(change), (QStringList{"after", "before", "evidence", "fields", "from", "kind", "to", "values"}));
        QCOMPARE(change["before"]["disposition"].toString(), QString("delivered"));
        QCOMPARE(change["after"]["disposition"].toString(), QString("vni-unknown"));
        QCOMPARE(change["fields"], QJsonValue(QJsonArray{"underlay vxlan.vni"}));
        QCOMPARE(change["values"][0]["before"].toString() + ">" + change["values"][0]["after"].toString(), QString("1>7"));
        QCOMPARE(change["evidence"][0]["side"].toString(), QString("before"));
        QCOMPARE(predicted({"--snapshot", before.path(), "--against", before.path(), "--matrix"})["changes"], QJsonValue(QJsonArray()));
        QVERIFY(predicted({"--snapshot", before.path(), "--against", after.path(), "--matrix"})["changes"].toArray().size() > 10);
    }
};

QTEST_GUILESS_MAIN(TestPredict)
#include "tst_predict.moc"
