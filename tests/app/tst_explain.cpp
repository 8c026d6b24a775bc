#include "tests/support/commandline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

// `vethscope-cli explain` on the study notes' own capture, where the notes tell where each address comes from; and what is asked wrongly.

using namespace vethscope::test;

namespace {

const QString notes = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/seed/k8s-capture-notes.txt");
const QString capture = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/captures/k8s/protocol2day__l15-master_8472.pcapng");
const QString sample = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/");

QJsonObject explained(const QStringList &arguments)
{
    const CommandResult result = runCommandLine(QStringList{"explain", "--format", "json"} + arguments);
    if (result.code != 0)
        qWarning("exit code %d: %s", result.code, result.error.constData());
    return QJsonDocument::fromJson(result.output).object();
}

QJsonObject fieldOf(const QJsonObject &explanation, int depth, const QString &name)
{
    for (const QJsonValue &field : explanation["fields"].toArray())
        if (field["depth"].toInt() == depth && field["field"] == name)
            return field.toObject();
    return {};
}

QString wordOf(const QJsonValue &value)
{
    return value.isNull() ? "null" : value.isBool() ? (value.toBool() ? "true" : "false") : value.toString();
}

} // namespace

class TestExplain : public QObject
{
    Q_OBJECT

private slots:
    // What the notes say themselves.
    void notes_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("told"); // scope value kind node interface ip expected matches ask
        QTest::addColumn<QString>("line"); // the one that says it

        QTest::newRow("underlay source MAC") << 0 << "eth.src" << "underlay 52:54:00:c2:ee:db interface-mac master eth0 null 52:54:00:c2:ee:db true -" << "ether 52:54:00:c2:ee:db";
        QTest::newRow("underlay destination MAC") << 0 << "eth.dst" << "underlay fe:ee:32:07:ea:07 gateway-neighbour master eth0 172.27.0.1 fe:ee:32:07:ea:07 true -" << "gateway                  ether   fe:ee:32:07:ea:07   C                     eth0";
        QTest::newRow("underlay source") << 0 << "ip.src" << "underlay 172.27.0.11 interface-ip master eth0 172.27.0.11 172.27.0.11 true -" << "172.27.0.11";
        QTest::newRow("underlay destination") << 0 << "ip.dst" << "underlay 172.27.16.10 interface-ip VM-16-10-centos eth0 172.27.16.10 null null bridge fdb" << "inet 172.27.16.10";
        QTest::newRow("overlay source MAC") << 1 << "eth.src" << "overlay 8e:5c:79:80:cd:cc interface-mac master flannel.1 null 8e:5c:79:80:cd:cc true -" << "ether 8e:5c:79:80:cd:cc";
        QTest::newRow("overlay destination MAC") << 1 << "eth.dst" << "overlay 2a:3c:a0:e1:a9:b6 gateway-neighbour master flannel.1 10.244.1.0 2a:3c:a0:e1:a9:b6 true -" << "10.244.1.0               ether   2a:3c:a0:e1:a9:b6   CM                    flannel.1";
        QTest::newRow("overlay source") << 1 << "ip.src" << "overlay 10.244.0.0 interface-ip master flannel.1 10.244.0.0 null null -" << "inet 10.244.0.0";
        QTest::newRow("overlay destination") << 1 << "ip.dst" << "overlay 10.244.1.3 unknown null null null null null -" << "";
    }

    void notes()
    {
        QFETCH(int, depth);
        QFETCH(QString, field);
        QFETCH(QString, line);
        static const QJsonObject explanation = explained({"-r", capture, "--frame", "1", "--snapshot", ::notes});
        const QJsonObject told = fieldOf(explanation, depth, field), origin = told["origin"].toObject();
        QStringList words{told["scope"].toString(), told["value"].toString()};
        for (const QString key : {"kind", "node", "interface", "ip"})
            words << wordOf(origin[key]);
        words << wordOf(told["expected"]) << wordOf(told["matches"]) << told["ask"].toString("-");
        QTEST(words.join(' '), "told");
        const QString first = told["evidence"][0]["text"].toString();
        QVERIFY2(line.isEmpty() ? first.isEmpty() : first.contains(line), qPrintable(first));
        QVERIFY(!told["text"].toString().isEmpty());
    }

    void frame()
    {
        const QJsonObject explanation = explained({"-r", capture, "--frame", "1", "--snapshot", ::notes});
        QCOMPARE(explanation["frame"].toInt(), 1);
        QCOMPARE(explanation["point"].toObject(), (QJsonObject{{"node", "master"}, {"interface", "eth0"}, {"pod", QJsonValue()}}));
        QCOMPARE(explanation["tunnel"].toString(), "vxlan");
        QCOMPARE(explanation["tunnels"].toArray(), QJsonArray{"vxlan"});
        QCOMPARE(explanation["fields"].toArray().size(), 8);
        // The next hop's entry stands with its route.
        const QJsonArray evidence = fieldOf(explanation, 1, "eth.dst")["evidence"].toArray();
        QCOMPARE(evidence.size(), 2);
        QCOMPARE(evidence[1]["text"].toString(), "10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink");
        QCOMPARE(fieldOf(explanation, 0, "ip.dst")["ask_on"].toString(), "master");
    }

    void text()
    {
        const CommandResult result = runCommandLine({"explain", "-r", capture, "--frame", "1", "--snapshot", ::notes});
        QCOMPARE(result.code, 0);
        QVERIFY2(result.output.startsWith("Frame 1, captured on eth0 of master, in vxlan\n"), result.output.constData());
        QVERIFY(result.output.contains("The next hop is 10.244.1.0, which master has at 2a:3c:a0:e1:a9:b6 on flannel.1\n"));
        QVERIFY(result.output.contains("not printed: bridge fdb on master\n"));
        QVERIFY(result.output.contains("The next hop is 172.27.0.1, which master has at fe:ee:32:07:ea:07 on eth0. It is not 52:54:00:4e:05:02 of 172.27.16.10, which is outside 172.27.0.0/20\n"));
        QVERIFY(result.output.contains(":140: 172.27.0.0/20 dev eth0 proto kernel scope link src 172.27.0.11    lost: does not have it\n"));
    }

    // The lesson of the notes: why the frame does not carry the MAC address that its destination has.
    void notDirect_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("frame");
        QTest::addColumn<int>("depth");
        QTest::addColumn<QString>("told");     // what stands behind the plain sentence
        QTest::addColumn<QString>("rejected"); // within the line that lost for it
        QTest::newRow("another network") << "master.eth0.pcapng" << 3 << 0 << "eth0. It is not 52:54:00:4e:05:02 of 172.27.16.10, which is outside 172.27.0.0/20" << "172.27.0.0/20";
        QTest::newRow("no network at all") << "master.eth0.pcapng" << 3 << 1 << "flannel.1. It is not 9e:72:0d:5f:83:16 of 10.244.1.3, which is not on that link" << "";
        QTest::newRow("pod") << "master.cni0.pcapng" << 12 << 0 << "eth0. It is not 9e:72:0d:5f:83:16 of 10.244.1.3, which is outside 10.244.0.0/24" << "10.244.0.0/24";
    }

    void notDirect()
    {
        QFETCH(QString, file);
        QFETCH(int, frame);
        QFETCH(int, depth);
        QFETCH(QString, told);
        QFETCH(QString, rejected);
        const QJsonObject explanation = explained({"-r", sample + "captures/" + file, "--frame", QString::number(frame), "--snapshot", sample + "hosts"});
        const QJsonObject field = fieldOf(explanation, depth, "eth.dst");
        QVERIFY2(field["text"].toString().endsWith(told), qPrintable(field["text"].toString()));
        QStringList lost;
        for (const QJsonValue &one : field["rejected"].toArray())
            if (one["because"] == "does not have it")
                lost << one["evidence"]["text"].toString();
        QCOMPARE(lost.size(), rejected.isEmpty() ? 0 : 1);
        QVERIFY(rejected.isEmpty() || lost.front().contains(rejected));
    }

    void refused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("error");
        const QString nic = sample + "captures/master.eth0.pcapng", hosts = sample + "hosts";
        QTest::newRow("no snapshot") << QStringList{"-r", nic, "--frame", "1"} << 2 << "explain needs a snapshot";
        QTest::newRow("frame not there") << QStringList{"-r", nic, "--frame", "9999", "--snapshot", hosts} << 2 << "has no frame 9999; the nearest: ";
        QTest::newRow("no frame 0") << QStringList{"-r", nic, "--frame", "0", "--snapshot", hosts} << 2 << "--frame 0: not [FILE:]N";
        QTest::newRow("no number") << QStringList{"-r", nic, "--frame", "master.eth0.pcapng:x", "--snapshot", hosts} << 2 << "not [FILE:]N";
        QTest::newRow("no such file") << QStringList{"-r", nic, "--frame", "master.eth1.pcapng:1", "--snapshot", hosts} << 2 << "no capture is called master.eth1.pcapng; the nearest: master.eth0.pcapng";
        QTest::newRow("unreadable snapshot") << QStringList{"-r", nic, "--frame", "1", "--snapshot", "/nowhere"} << 3 << "/nowhere";
        QTest::newRow("unreadable capture") << QStringList{"-r", "/nowhere.pcap", "--frame", "1", "--snapshot", hosts} << 3 << "/nowhere.pcap";
    }

    void refused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, error);
        const CommandResult result = runCommandLine(QStringList{"explain"} + arguments);
        QTEST(result.code, "code");
        QVERIFY2(QString::fromUtf8(result.error).contains(error), result.error.constData());
        QVERIFY(result.output.isEmpty());
    }

    void chosenFile()
    {
        const QString one = sample + "captures/master.cni0.pcapng", two = sample + "captures/master.eth0.pcapng";
        const QJsonObject first = explained({"-r", one, two, "--frame", "1", "--snapshot", sample + "hosts"});
        QCOMPARE(first["point"]["interface"].toString(), "cni0");
        const QJsonObject named = explained({"-r", one, "-r", two, "--frame", "master.eth0.pcapng:1", "--snapshot", sample + "hosts"});
        QCOMPARE(named["point"]["interface"].toString(), "eth0");
        const QJsonObject whole = explained({"-r", one, two, "--frame", two + ":1", "--snapshot", sample + "hosts"});
        QCOMPARE(whole, named);
    }
};

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
