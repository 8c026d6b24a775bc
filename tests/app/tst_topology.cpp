#include "tests/support/commandline.h"
#include "tests/support/labtruth.h"
#include "tests/support/programs.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

// `vethscope-cli topology` over the study notes that everything came from and over the lab's six clusters, whose truth
// the lab wrote from the network namespaces themselves.

using namespace vethscope::test;

namespace {

const QString notes = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/seed/k8s-capture-notes.txt");
const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

QJsonObject topologyOf(const QStringList &snapshots, int expectedCode = 0)
{
    const CommandResult result = runCommandLine(QStringList{"topology", "--format", "json"} + snapshots);
    if (result.code != expectedCode)
        qWarning("exit code %d: %s", result.code, result.error.constData());
    return result.code == expectedCode ? QJsonDocument::fromJson(result.output).object() : QJsonObject();
}

QJsonObject named(const QJsonValue &list, const QString &name)
{
    for (const QJsonValue &item : list.toArray())
        if (item["name"].toString() == name)
            return item.toObject();
    return {};
}

QStringList valuesOf(const QJsonValue &list, const QString &key)
{
    QStringList values;
    for (const QJsonValue &item : list.toArray())
        values << item[key].toVariant().toString();
    return values;
}

bool holds(const QJsonValue &list, const QJsonObject &wanted)
{
    for (const QJsonValue &item : list.toArray()) {
        bool same = true;
        for (auto it = wanted.begin(); it != wanted.end(); ++it)
            same = same && item[it.key()] == it.value();
        if (same)
            return true;
    }
    return false;
}

// The lab's broken ones, which lie in one folder beside these, have another test.
QStringList healthyClusters()
{
    QStringList clusters = QDir(samples).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    clusters.removeOne("faults");
    return clusters;
}

} // namespace

class TestTopology : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_seed = topologyOf({notes});
        QVERIFY(!m_seed.isEmpty());
    }

    void notesNodes()
    {
        QCOMPARE(valuesOf(m_seed["nodes"], "name"), (QStringList{"master", "VM-16-10-centos"}));
        QCOMPARE(m_seed["nodes"][0]["network"].toString(), QString("flannel-vxlan"));
        QVERIFY(!m_seed["nodes"][0]["network_evidence"].toArray().isEmpty());
        const QJsonValue worker = m_seed["nodes"][1];
        QCOMPARE(named(worker["interfaces"], "eth0")["addresses"].toArray().first().toString(), QString("172.27.16.10/20"));
        QCOMPARE(worker["network"].toString(), QString("unknown"));
    }

    void notesInterfaces()
    {
        const QJsonValue interfaces = m_seed["nodes"][0]["interfaces"];
        const QJsonObject eth0 = named(interfaces, "eth0");
        QCOMPARE(eth0["mac"].toString(), QString("52:54:00:c2:ee:db"));
        QVERIFY(eth0["addresses"].toArray().contains("172.27.0.11/20"));
        QCOMPARE(eth0["kind"].toString(), QString("physical"));
        QCOMPARE(eth0["state"].toString(), QString("up"));
        const QJsonObject flannel = named(interfaces, "flannel.1");
        QCOMPARE(flannel["mac"].toString(), QString("8e:5c:79:80:cd:cc"));
        QCOMPARE(flannel["addresses"].toArray(), (QJsonArray{"10.244.0.0/32"}));
        QCOMPARE(flannel["mtu"].toInt(), 1450);
        QCOMPARE(flannel["kind"].toString(), QString("vxlan"));
        QCOMPARE(flannel["tunnel"]["vni"].toInt(), 1);
        QVERIFY(flannel["tunnel"]["port"].isNull()); // no line tells it
        QCOMPARE(named(interfaces, "cni0")["mac"].toString(), QString("82:2a:05:51:fe:51")); // its bridge id
        QStringList ports, others;
        for (const QJsonValue &interface : interfaces.toArray()) {
            if (interface["master"].toString() == "cni0")
                ports << interface["name"].toString();
            else if (interface["kind"].toString() == "veth")
                others << QString::number(interface["ifindex"].toInt()) + ' ' + interface["name"].toString();
            QVERIFY(interface["master"].toString() != "docker0");
        }
        QCOMPARE(ports, (QStringList{"veth01d2bc26", "veth1b7415be", "veth48059492", "veth6174f7d6", "veth6a56ab55", "vethf3807a14", "vethfbd1eb75"}));
        QCOMPARE(others, (QStringList{"14 veth120e0e5a", "15 veth7bd66290", "16 veth16a8de20", "17 vetha1f852ea", "18 veth715a2ef5",
                                      "19 veth094652aa", "20 veth7e9e92b7", "21 vethb4a73525"}));
        QCOMPARE(named(interfaces, "docker0")["kind"].toString(), QString("bridge"));
    }

    void notesTables()
    {
        const QJsonValue master = m_seed["nodes"][0];
        QCOMPARE(master["routes"].toArray().size(), 3);
        QVERIFY(holds(master["routes"], {{"to", "0.0.0.0/0"}, {"via", "172.27.0.1"}, {"dev", "eth0"}, {"type", "unicast"}, {"onlink", false}}));
        QVERIFY(holds(master["routes"], {{"to", "10.244.1.0/24"}, {"via", "10.244.1.0"}, {"dev", "flannel.1"}, {"onlink", true}}));
        QVERIFY(holds(master["routes"], {{"to", "172.27.0.0/20"}, {"via", QJsonValue()}, {"dev", "eth0"}, {"proto", "kernel"}}));
        QCOMPARE(master["neighbours"].toArray().size(), 2);
        QVERIFY(holds(master["neighbours"], {{"ip", "10.244.1.0"}, {"mac", "2a:3c:a0:e1:a9:b6"}, {"dev", "flannel.1"}, {"state", "permanent"}}));
        QVERIFY(holds(master["neighbours"], {{"ip", "172.27.0.1"}, {"mac", "fe:ee:32:07:ea:07"}, {"dev", "eth0"}})); // the notes say "gateway"
    }

    void notesPod()
    {
        QCOMPARE(m_seed["pods"].toArray().size(), 1);
        const QJsonObject tea = m_seed["pods"][0].toObject();
        QCOMPARE(tea["name"].toString(), QString("tea-6fb46d899f-4zkt2"));
        QCOMPARE(tea["namespace"].toString(), QString("default"));
        QCOMPARE(tea["node"].toString(), QString("master"));
        QCOMPARE(tea["addresses"].toArray(), (QJsonArray{"10.244.0.60"}));
        QCOMPARE(tea["mac"].toString(), QString("b2:ad:3a:6e:3a:4f"));
        QCOMPARE(tea["interface"].toString(), QString("eth0"));
        QCOMPARE(tea["ifindex"].toInt(), 3);
        QCOMPARE(tea["host_interface"].toString(), QString("vetha1f852ea"));
        const QJsonObject veth = named(m_seed["nodes"][0]["interfaces"], "vetha1f852ea");
        QCOMPARE(veth["peer"].toObject(), (QJsonObject{{"pod", "default/tea-6fb46d899f-4zkt2"}, {"interface", "eth0"}}));
        // Both lines of the pair, word for word as they stand in the notes.
        QFile file(notes);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split('\n');
        QStringList texts;
        for (const QJsonValue &evidence : tea["evidence"].toArray()) {
            QCOMPARE(evidence["text"].toString(), lines.at(evidence["line"].toInt() - 1));
            QCOMPARE(evidence["source"].toString(), QString("k8s-capture-notes.txt"));
            texts << evidence["text"].toString();
        }
        QVERIFY(texts.contains("17:  vetha1f852ea@if3"));
        QVERIFY(!texts.filter("3: eth0@if17:").isEmpty());
    }

    void notesProblems()
    {
        const QJsonArray problems = m_seed["problems"].toArray();
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems[0]["severity"].toString(), QString("note"));
        const QString message = problems[0]["message"].toString();
        QVERIFY(message.contains("brctl") && message.contains("ip link") && message.contains("veth01d2bc26") && message.contains("vetha1f852ea"));
        QCOMPARE(problems[0]["evidence"].toArray().size(), 7 + 8);
    }

    void clusters_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<int>("view");
        for (const QString &cluster : healthyClusters())
            for (const View view : allViews)
                QTest::addRow("%s: %s", qPrintable(cluster), nameOf(view)) << cluster << static_cast<int>(view);
    }

    // Every interface, veth pair, bridge port, tunnel, route, neighbour, forwarding entry and BGP session that is, and none
    // that is not. labtruth.h says which fields host output cannot show.
    void clusters()
    {
        QFETCH(QString, cluster);
        QFETCH(int, view);
        QTemporaryDir directory;
        QVERIFY(directory.isValid());
        const View seen = static_cast<View>(view);
        const LabTruth truth(samples + cluster);
        truth.writeHostOutput(seen, directory.path());
        const QJsonObject topology = topologyOf({directory.path()});
        QVERIFY(!topology.isEmpty());
        QCOMPARE(truth.foundFacts(topology, seen).join('\n'), truth.trueFacts(seen).join('\n'));
        QCOMPARE(valuesOf(topology["problems"], "message"), QStringList());
    }

    void collected_data()
    {
        QTest::addColumn<QString>("cluster");
        for (const QString &cluster : healthyClusters())
            QTest::newRow(qPrintable(cluster)) << cluster;
    }

    // What vethscope-snapshot wrote on each node of the lab: the same devices and pods as the truth. Its recording is of another run,
    // so times, neighbours' states and IPv6 link-local addresses may differ; Kubernetes' namespaces nobody told it.
    void collected()
    {
        QFETCH(QString, cluster);
        QStringList archives;
        for (const QFileInfo &archive : QDir(samples + cluster + "/snapshots").entryInfoList({"*.tar.gz"}, QDir::Files, QDir::Name))
            archives << archive.filePath();
        QVERIFY(archives.size() >= 2);
        const QJsonObject topology = topologyOf(archives);
        QFile file(samples + cluster + "/truth.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();
        const auto devices = [](const QJsonObject &from) {
            QStringList lines;
            for (const QJsonValue node : from["nodes"].toArray())
                for (const QJsonValue interface : node["interfaces"].toArray())
                    lines << QString("%1 %2 %3 %4 mtu %5 %6 in %7 network %8").arg(node["name"].toString(), interface["name"].toString(), interface["kind"].toString(),
                        interface["kind"] == "ipip" ? QString() : interface["mac"].toString(), QString::number(interface["mtu"].toInt()), interface["state"].toString(),
                        interface["master"].toString(), node["network"].toString());
            lines.sort();
            return lines.join('\n');
        };
        const auto pods = [](const QJsonObject &from) {
            QStringList lines;
            for (const QJsonValue pod : from["pods"].toArray())
                lines << QString("%1 on %2 %3 %4 behind %5 %6").arg(pod["name"].toString(), pod["node"].toString(), pod["addresses"][0].toString(), pod["mac"].toString(),
                    pod["host_interface"].toString(), pod["bridge"].toString());
            lines.sort();
            return lines.join('\n');
        };
        QCOMPARE(devices(topology), devices(truth));
        QCOMPARE(pods(topology), pods(truth));
    }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing given") << QStringList{"topology"} << 2 << "SNAPSHOT";
        QTest::newRow("an unknown format") << QStringList{"topology", notes, "--format", "xml"} << 2 << "xml";
        QTest::newRow("a file that is not there") << QStringList{"topology", "/nowhere/notes.txt"} << 3 << "/nowhere/notes.txt";
        QTest::newRow("one of two is not there") << QStringList{"topology", notes, "/nowhere/notes.txt"} << 1 << "/nowhere/notes.txt";
        QTest::newRow("all is well") << QStringList{"topology", notes} << 0 << QString();
    }

    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, message);
        const CommandResult result = runCommandLine(arguments);
        QTEST(result.code, "code");
        QVERIFY2(QString::fromUtf8(result.error).contains(message), result.error);
        QCOMPARE(result.output.isEmpty(), result.code > 1);
    }

    // A line that is no route in the middle of `ip route`: the rest is read, the line is named.
    void partlyUnderstood()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath("n1.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[root@n1 ~]# ip route\ndefault via 10.0.0.1 dev eth0\n<<< cut here >>>\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.5\n");
        file.close();
        const CommandResult result = runCommandLine({"topology", "--format", "json", file.fileName()});
        QCOMPARE(result.code, 1);
        QVERIFY2(result.error.contains("n1.txt") && result.error.contains("line 3"), result.error);
        QCOMPARE(QJsonDocument::fromJson(result.output)["nodes"][0]["routes"].toArray().size(), 2);
    }

    void text()
    {
        const CommandResult result = runCommandLine({"topology", samples + "flannel-vxlan/hosts"});
        QCOMPARE(result.code, 0);
        const QString text = QString::fromUtf8(result.output);
        QVERIFY2(text.contains("flannel-vxlan"), qPrintable(text));
        QVERIFY2(text.contains("↔ 3: eth0 of pod default/tea-6fb46d899f-4zkt2  10.244.0.60"), qPrintable(text));
        QVERIFY2(text.contains(QRegularExpression("10\\.244\\.1\\.0/24 +through 10\\.244\\.1\\.0 on flannel\\.1, on-link +VM-16-10-centos")), qPrintable(text));
    }

    void svg()
    {
        const CommandResult result = runCommandLine({"topology", "--format", "svg", samples + "flannel-vxlan/hosts"});
        QCOMPARE(result.code, 0);
        QXmlStreamReader xml(result.output);
        QStringList words;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::Characters)
                words << xml.text().trimmed().toString();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        for (const char *word : {"master", "VM-16-10-centos", "cni0", "flannel.1", "vetha1f852ea", "10.244.0.60"})
            QVERIFY2(words.join(' ').contains(QLatin1String(word)), word);
    }

    void dot()
    {
        const CommandResult result = runCommandLine({"topology", "--format", "dot", samples + "flannel-vxlan/hosts"});
        QCOMPARE(result.code, 0);
        QVERIFY(result.output.contains("\"master cni0\" -- \"master vetha1f852ea\""));
        QVERIFY(result.output.contains("label=\"VNI 1 :8472\""));
        NEEDS_PROGRAMS("dot");
        QProcess process;
        process.start("dot", {"-Tsvg"});
        process.write(result.output);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }

private:
    QJsonObject m_seed;
};

QTEST_GUILESS_MAIN(TestTopology)
#include "tst_topology.moc"
