#include "tests/support/capturefile.h"
#include "tests/support/commandline.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

// `vethscope-cli journey` over the lab's clusters: who was healthy is delivered, at every point in the foretold order; what a point did not
// record is not lost, and what is taken out of the captures is.

using namespace vethscope::test;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

QStringList capturesOf(const QString &cluster)
{
    QStringList files;
    for (const QFileInfo &file : QDir(samples + cluster + "/captures").entryInfoList({"*.pcap", "*.pcapng"}, QDir::Files, QDir::Name))
        files << file.filePath();
    return files;
}

QJsonObject journey(const QStringList &arguments, int code = 0)
{
    const CommandResult result = runCommandLine(QStringList{"journey", "--format", "json"} + arguments);
    if (result.code != code)
        qWarning("exit code %d: %s", result.code, result.error.constData());
    return QJsonDocument::fromJson(result.output).object();
}

QJsonObject ofCluster(const QString &cluster, const QStringList &captures, const QStringList &more = {})
{
    return journey(QStringList{"-r"} + captures + QStringList{"--snapshot", samples + cluster + "/hosts"} + more);
}

QString nameOf(const QJsonObject &point)
{
    return (point["pod"].isNull() ? point["node"].toString() : point["pod"].toString().section('/', 1)) + ':' + point["interface"].toString();
}

// The names of the points that a journey passed, without those of the `any` capture beside them.
QStringList wayOf(const QJsonObject &all, const QJsonObject &one)
{
    QStringList way;
    for (const QJsonValue &hop : one["hops"].toArray()) {
        const QJsonObject point = all["points"][hop["point"].toInt()].toObject();
        if (!point["file"].toString().contains(".any."))
            way << nameOf(point);
    }
    return way;
}

QList<QJsonObject> flowOf(const QJsonObject &all, const QString &protocol, const QString &source, const QString &destination)
{
    QList<QJsonObject> found;
    for (const QJsonValue &one : all["journeys"].toArray())
        if (one["flow"]["proto"] == protocol && one["flow"]["src"] == source && one["flow"]["dst"] == destination)
            found << one.toObject();
    return found;
}

QString fileWith(const QStringList &captures, const QString &name)
{
    return captures.filter(name).value(0);
}

// Without some frames, which are numbered from 1.
QByteArray pcapngWithout(const QByteArray &bytes, const QList<int> &frames)
{
    QByteArray kept;
    int number = 0;
    for (qsizetype at = 0; at + 12 <= bytes.size();) {
        const auto word = [&](qsizetype place) { return qFromLittleEndian<quint32>(bytes.constData() + place); };
        if (word(at) != 6 || !frames.contains(++number))
            kept += bytes.mid(at, word(at + 4));
        at += word(at + 4);
    }
    return kept;
}

} // namespace

class TestJourney : public QObject
{
    Q_OBJECT

private slots:
    // Pings and TCP between pods of different nodes, there and back.
    void healthy_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QStringList>("way");

        QTest::newRow("flannel, VXLAN") << "flannel-vxlan" << "10.244.0.60" << "10.244.1.3"
            << QStringList{"tea-6fb46d899f-4zkt2:eth0", "master:vetha1f852ea", "master:cni0", "master:flannel.1", "master:eth0", "router:eth0", "router:eth1",
                           "VM-16-10-centos:eth0", "VM-16-10-centos:flannel.1", "VM-16-10-centos:cni0", "VM-16-10-centos:veth48059492", "web-5dcb957ccc-d4n6l:eth0"};
        QTest::newRow("flannel, WireGuard") << "flannel-wireguard" << "10.244.0.3" << "10.244.1.4"
            << QStringList{"seal-69f8c7d5b4-n6kjt:eth0", "wg-master:vethd4a91c07", "wg-master:cni0", "wg-master:flannel-wg", "wg-worker:flannel-wg", "wg-worker:cni0",
                           "wg-worker:veth2f86be50", "crab-5c9d7b8f66-x7pwm:eth0"};
        QTest::newRow("Calico, IPv6 without a tunnel") << "calico-bgp-dual" << "fd00:192:168:84::83" << "fd00:192:168:247::5"
            << QStringList{"oak-6d9f8b7c54-s2kwj:eth0", "bgp6-1:cali5a570e6799b", "bgp6-1:eth0", "bgp6-2:eth0", "bgp6-2:calibe6a4994030", "elm-59c7d8f6b4-v8zrh:eth0"};
    }

    void healthy()
    {
        QFETCH(QString, cluster);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QStringList, way);
        const QJsonObject all = ofCluster(cluster, capturesOf(cluster));
        QStringList back = way;
        std::ranges::reverse(back);
        int seen = 0;
        for (const QString protocol : {"icmp", "icmpv6", "tcp"}) {
            for (const QJsonObject &one : flowOf(all, protocol, from, to) + flowOf(all, protocol, to, from)) {
                QCOMPARE(one["outcome"].toString(), "delivered");
                QCOMPARE(one["not_observed"].toArray(), QJsonArray());
                QVERIFY(one["lost_after"].isNull() && one["drop"].isNull());
                QCOMPARE(wayOf(all, one), one["flow"]["src"] == from ? way : back);
                ++seen;
            }
        }
        QVERIFY2(seen >= 6, qPrintable(QString::number(seen)));
    }

    // Translated to a service's pod and back: one journey each way.
    void translated()
    {
        const QJsonObject all = ofCluster("flannel-vxlan", capturesOf("flannel-vxlan"));
        const QList<QJsonObject> queries = flowOf(all, "udp", "10.244.0.60", "10.96.0.10");
        QVERIFY(!queries.isEmpty());
        for (const QJsonObject &one : queries) {
            QCOMPARE(one["outcome"].toString(), "delivered");
            QCOMPARE(wayOf(all, one).first(), "tea-6fb46d899f-4zkt2:eth0");
            QCOMPARE(wayOf(all, one).last(), "coredns-7ff77c879f-6psjb:eth0");
            QStringList changes;
            for (const QJsonValue &hop : one["hops"].toArray())
                for (const QJsonValue &change : hop["changes"].toArray())
                    changes << change.toString();
            QVERIFY2(changes.contains(QStringLiteral("ip.dst 10.96.0.10→10.244.0.58")), qPrintable(changes.join("; ")));
        }
    }

    void shape()
    {
        const QStringList captures = capturesOf("flannel-vxlan");
        const QJsonObject all = ofCluster("flannel-vxlan", captures);
        QCOMPARE(all.keys(), (QStringList{"journeys", "marks", "points"}));
        QCOMPARE(all["marks"].toArray(), QJsonArray());
        const QJsonArray points = all["points"].toArray();
        for (int id = 0; id < points.size(); ++id)
            QCOMPARE(points[id]["id"].toInt(-1), id);
        const QJsonObject first = points[0].toObject();
        QCOMPARE(first["file"].toString(), captures.first());
        QCOMPARE(first["clock_interval"].toArray().size(), 2);
        QCOMPARE(first["recording"].toArray().size(), 2);
        for (const QJsonValue &point : points)
            if (point["node"] == first["node"])
                QCOMPARE(point["clock_interval"], first["clock_interval"]);
            else
                QVERIFY(point["clock_interval"][0].toDouble() <= 0 && point["clock_interval"][1].toDouble() >= 0); // the lab's is one clock
        const QList<QJsonObject> pings = flowOf(all, "icmp", "10.244.0.60", "10.244.1.3");
        QCOMPARE(pings.size(), 3);
        QVERIFY(pings[0]["flow"]["srcport"].isNull() && pings[0]["flow"]["dstport"].isNull());
        QStringList changes;
        double before = 0;
        for (const QJsonValue &hop : pings[0]["hops"].toArray()) {
            QCOMPARE(hop["frames"][0], hop["frame"]);
            QVERIFY(hop["delta"].toDouble() > -1e-4);
            for (const QJsonValue &change : hop["changes"].toArray())
                changes << change.toString();
            before += hop["delta"].toDouble();
        }
        QVERIFY(before > 0 && before < 1e-3);
        QVERIFY2(changes.join(";").contains("+vxlan vni 1;") && changes.join(";").contains("-vxlan;"), qPrintable(changes.join("; ")));
        QVERIFY(changes.contains(QStringLiteral("ip.ttl 64→63")) && changes.contains(QStringLiteral("ip.ttl 63→62")));
    }

    // Only what was captured can be missing: without these files nothing is lost, and nothing at those points is told.
    void withoutPoints_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::newRow("the receiving node's uplink") << "VM-16-10-centos.eth0";
        QTest::newRow("both of the receiver's") << "VM-16-10-centos.(eth0|flannel)";
        QTest::newRow("the router") << "router";
        QTest::newRow("the receiving node and its pods") << "VM-16|web-5dcb957ccc-d4n6l|cart";
    }

    void withoutPoints()
    {
        QFETCH(QString, missing);
        QStringList captures = capturesOf("flannel-vxlan");
        const qsizetype before = captures.size();
        captures.removeIf([&](const QString &file) { return QFileInfo(file).fileName().contains(QRegularExpression(missing)); });
        QVERIFY(captures.size() < before);
        for (const QJsonValue &one : ofCluster("flannel-vxlan", captures)["journeys"].toArray())
            QVERIFY2(one["outcome"] != "lost", qPrintable(QJsonDocument(one.toObject()).toJson()));
    }

    // One ping that is taken out of all captures behind the first node's uplink is lost there.
    void dropped()
    {
        const QStringList captures = capturesOf("flannel-vxlan");
        const QJsonObject all = ofCluster("flannel-vxlan", captures);
        const QJsonObject victim = flowOf(all, "icmp", "10.244.0.60", "10.244.1.3").value(1);
        const QJsonObject reply = flowOf(all, "icmp", "10.244.1.3", "10.244.0.60").value(1);
        QTemporaryDir folder;
        QStringList files;
        for (const QString &capture : captures) {
            QList<int> gone;
            for (const QJsonObject &one : {victim, reply})
                for (const QJsonValue &hop : one["hops"].toArray()) {
                    const QJsonObject point = all["points"][hop["point"].toInt()].toObject();
                    if (point["file"] == capture && (one == reply || point["host"] != "master"))
                        gone << hop["frame"].toInt();
                }
            QFile file(capture);
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (!capture.contains(".any."))
                files << writeFile(folder, QFileInfo(capture).fileName(), pcapngWithout(file.readAll(), gone));
        }
        const QJsonObject after = ofCluster("flannel-vxlan", files);
        const QJsonObject lost = flowOf(after, "icmp", "10.244.0.60", "10.244.1.3").value(1);
        QCOMPARE(lost["outcome"].toString(), "lost");
        QCOMPARE(nameOf(after["points"][lost["lost_after"].toInt()].toObject()), "master:eth0");
        QCOMPARE(wayOf(after, lost).last(), "master:eth0");
        int count = 0;
        for (const QJsonValue &one : after["journeys"].toArray())
            count += one["outcome"] == "lost";
        QCOMPARE(count, 1);
        // --flows tells the same.
        const QJsonArray flows = ofCluster("flannel-vxlan", files, {"--flows"})["flows"].toArray();
        QCOMPARE(flows[0]["flow"], lost["flow"]);
        const QJsonObject worst = flows[0]["hops"][0].toObject();
        QCOMPARE(worst["from"], lost["lost_after"]);
        QCOMPARE(nameOf(after["points"][worst["to"].toInt()].toObject()), "router:eth0");
        QCOMPARE(worst["packets"].toInt(), 3);
        QCOMPARE(worst["lost"].toInt(), 1);
        QCOMPARE(worst["not_observed"].toInt(), 0);
        QVERIFY(worst["delay"]["min"].toDouble() <= worst["delay"]["median"].toDouble() && worst["delay"]["p99"] == worst["delay"]["max"] && worst["jitter"].isDouble());
        int lostOfAll = 0;
        for (const QJsonValue &flow : flows)
            for (const QJsonValue &hop : flow["hops"].toArray())
                lostOfAll += hop["lost"].toInt();
        QCOMPARE(lostOfAll, 1);
    }

    // The blackhole of the own block, and the line that makes it one.
    void foretoldDrop()
    {
        const QJsonObject all = ofCluster("calico-ipip", capturesOf("calico-ipip"));
        const QList<QJsonObject> pings = flowOf(all, "icmp", "10.244.151.133", "10.244.151.180");
        QCOMPARE(pings.size(), 2);
        for (const QJsonObject &one : pings) {
            QCOMPARE(one["outcome"].toString(), "unknown"); // no point behind it could have seen it
            QVERIFY(one["drop"]["evidence"][0]["text"].toString().contains("blackhole 10.244.151.128/26"));
            QVERIFY(!one["drop"]["disposition"].toString().isEmpty());
        }
    }

    void frame()
    {
        const QStringList captures = capturesOf("flannel-vxlan");
        const QJsonObject all = ofCluster("flannel-vxlan", captures);
        const QJsonObject wanted = flowOf(all, "icmp", "10.244.0.60", "10.244.1.3").value(1);
        for (const QJsonValue &hop : wanted["hops"].toArray()) {
            const QString file = all["points"][hop["point"].toInt()]["file"].toString();
            const QJsonObject found = ofCluster("flannel-vxlan", captures, {"--frame", QString("%1:%2").arg(file).arg(hop["frame"].toInt())});
            QCOMPARE(found["points"], all["points"]);
            QCOMPARE(found["journeys"].toArray(), QJsonArray{wanted});
        }
        // ARP goes nowhere.
        const QString uplink = fileWith(captures, "master.eth0");
        const CommandResult arp = runCommandLine({"dump", "-r", uplink, "-Y", "arp", "-c", "1", "-T", "fields", "-e", "frame.number"});
        QCOMPARE(ofCluster("flannel-vxlan", captures, {"--frame", "master.eth0.pcapng:" + QString(arp.output).trimmed()})["journeys"].toArray(), QJsonArray());
    }

    // What -w wrote is the same when it is read: points, journeys, and a number for each.
    void written()
    {
        const QStringList captures = capturesOf("flannel-vxlan").filter(QRegularExpression("/(master|VM|pod)[^/]*pcapng$"));
        QTemporaryDir folder;
        const QString file = folder.filePath("all.pcapng");
        const QJsonObject all = ofCluster("flannel-vxlan", captures, {"-w", file});
        const QJsonObject again = ofCluster("flannel-vxlan", {file});
        QCOMPARE(again["points"].toArray().size(), captures.size());
        for (int id = 0; id < captures.size(); ++id)
            for (const QString key : {"node", "interface", "pod", "host", "clock_interval"})
                QCOMPARE(again["points"][id][key], all["points"][id][key]);
        const auto told = [](const QJsonObject &report) {
            QStringList lines;
            for (const QJsonValue &one : report["journeys"].toArray()) {
                QString line = one["outcome"].toString();
                for (const QJsonValue &hop : one["hops"].toArray())
                    line += QString(" %1@%2").arg(hop["point"].toInt()).arg(hop["time"].toString());
                lines << line;
            }
            lines.sort();
            return lines;
        };
        QCOMPARE(told(again), told(all));
        QVERIFY(told(all).size() > 50);
        // Frames of one journey, and no others, share their epb_packetid.
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QMap<QString, quint64> ids; // by the frame's number in this file
        int number = 0;
        for (QByteArray rest = written.readAll(); rest.size() >= 12;) {
            const auto word = [&](qsizetype place) { return qFromLittleEndian<quint32>(rest.constData() + place); };
            if (word(0) == 6) {
                ++number;
                for (qsizetype at = 28 + (word(20) + 3) / 4 * 4; at + 4 < word(4) - 4;) {
                    const auto code = qFromLittleEndian<quint16>(rest.constData() + at), size = qFromLittleEndian<quint16>(rest.constData() + at + 2);
                    if (code == 5)
                        ids[QString::number(number)] = qFromLittleEndian<quint64>(rest.constData() + at + 4);
                    at += 4 + (size + 3) / 4 * 4;
                }
            }
            rest = rest.mid(word(4));
        }
        QMap<quint64, int> frames;
        for (const quint64 id : std::as_const(ids))
            ++frames[id];
        QCOMPARE(frames.size(), all["journeys"].toArray().size());
        for (const QJsonValue &one : again["journeys"].toArray()) {
            QSet<quint64> own;
            int count = 0;
            for (const QJsonValue &hop : one["hops"].toArray())
                for (const QJsonValue &frame : hop["frames"].toArray()) {
                    own << ids.value(QString::number(frame.toInt()));
                    ++count;
                }
            QCOMPARE(own.size(), 1);
            QCOMPARE(frames[*own.begin()], count);
        }
    }

    void wrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");

        const QString capture = samples + "flannel-vxlan/captures/master.eth0.pcapng", other = samples + "flannel-vxlan/captures/master.cni0.pcapng";
        QTest::newRow("no capture") << QStringList{} << 2 << "--read-file is required";
        QTest::newRow("no such capture") << QStringList{"-r", "nothing.pcap"} << 3 << "nothing.pcap";
        QTest::newRow("no such capture beside another") << QStringList{"-r", capture, "nothing.pcap"} << 1 << "nothing.pcap";
        QTest::newRow("no such snapshot") << QStringList{"-r", capture, "--snapshot", "nowhere"} << 3 << "nowhere";
        QTest::newRow("no frame") << QStringList{"-r", capture, "--frame", "0"} << 2 << "--frame 0: not [FILE:]N with N from 1 on";
        QTest::newRow("no such frame") << QStringList{"-r", capture, "--frame", "99999"} << 2 << "has no frame 99999; the nearest: ";
        QTest::newRow("no such file") << QStringList{"-r", capture, other, "--frame", "master.eth1.pcapng:1"} << 2 << "the nearest: master.eth0.pcapng";
        QTest::newRow("onto itself") << QStringList{"-r", other, "-w", other} << 2 << "this is a file that is read";
        QTest::newRow("nowhere to write") << QStringList{"-r", capture, "-w", "/nowhere/at/all.pcapng"} << 4 << "/nowhere/at/all.pcapng";
        QTest::newRow("no such format") << QStringList{"-r", capture, "--format", "svg"} << 2 << "--format";
    }

    void wrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const CommandResult result = runCommandLine(QStringList{"journey"} + arguments);
        QTEST(result.code, "code");
        QVERIFY2(result.error.contains(said.toUtf8()), result.error.constData());
        QCOMPARE(result.output.isEmpty(), result.code != 1);
    }

    // A file without a single frame is a point as well.
    void emptyCapture()
    {
        QTemporaryDir folder;
        const QString file = writeFile(folder, "n1.eth0.pcap", PcapFile().bytes());
        const QJsonObject all = journey({"-r", file, "n2:eth1=" + writeFile(folder, "other.pcap", PcapFile().bytes())});
        QCOMPARE(all["points"].toArray().size(), 2);
        QCOMPARE(all["points"][0]["node"].toString(), "n1");
        QCOMPARE(all["points"][1]["node"].toString(), "n2");
        QCOMPARE(all["points"][1]["interface"].toString(), "eth1");
        QVERIFY(all["points"][0]["recording"].isNull());
        QCOMPARE(all["journeys"].toArray(), QJsonArray());
    }

    void text()
    {
        const CommandResult result = runCommandLine(QStringList{"journey", "-r"} + capturesOf("flannel-vxlan") + QStringList{"--snapshot", samples + "flannel-vxlan/hosts"});
        QCOMPARE(result.code, 0);
        QVERIFY(result.output.contains("ICMP 10.244.0.60 -> 10.244.1.3: delivered\n"));
        QVERIFY(result.output.contains("+vxlan vni 1"));
        const CommandResult flows = runCommandLine(QStringList{"journey", "--flows", "-r"} + capturesOf("flannel-vxlan") + QStringList{"--snapshot", samples + "flannel-vxlan/hosts"});
        QVERIFY(flows.output.contains("    master:eth0 -> router:eth0: 0 of 3 lost, 0 not observed; "));
    }
};

QTEST_APPLESS_MAIN(TestJourney)
#include "tst_journey.moc"
