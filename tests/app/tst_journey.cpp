#include "tests/support/alteredcapture.h"
#include "tests/support/capturefile.h"
#include "tests/support/commandline.h"
#include "tests/support/madecaptures.h"
#include "tests/support/packets.h"
#include "tests/support/programs.h"
#include "tests/support/stack.h"
#include "tests/support/tshark.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
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

// Of each journey its frames, each with its file's name.
QSet<QStringList> framesOf(const QJsonObject &all)
{
    QSet<QStringList> journeys;
    for (const QJsonValue &one : all["journeys"].toArray()) {
        QStringList frames;
        for (const QJsonValue &hop : one["hops"].toArray())
            for (const QJsonValue &frame : hop["frames"].toArray())
                frames << QFileInfo(all["points"][hop["point"].toInt()]["file"].toString()).fileName() + ' ' + QString::number(frame.toInt());
        journeys << frames;
    }
    return journeys;
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
    // Whoever captures less sees the same journeys, as long as there are the first 20 bytes of what is behind IP.s header.
    void cut_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<QStringList>("cut"); // names of the files that are; all of them
        QTest::addColumn<int>("kept");

        QTest::newRow("Calico, no tunnel") << "calico-bgp-mesh" << QStringList{""} << 64;
        QTest::newRow("Calico, no tunnel, two of the points") << "calico-bgp-mesh" << QStringList{"mesh-1.eth0", "mesh-2.caliaa575750670"} << 64;
        QTest::newRow("Calico with a route reflector") << "calico-bgp-rr" << QStringList{""} << 64;
        QTest::newRow("flannel, no tunnel") << "flannel-host-gw" << QStringList{""} << 64;
        QTest::newRow("Calico, IPv6 without a tunnel") << "calico-bgp-dual" << QStringList{""} << 84;
        QTest::newRow("Calico, IPIP") << "calico-ipip" << QStringList{""} << 80;
        QTest::newRow("flannel, VXLAN") << "flannel-vxlan" << QStringList{""} << 110;
    }

    void cut()
    {
        NEEDS_PROGRAMS("editcap");
        QFETCH(QString, cluster);
        QFETCH(QStringList, cut);
        QFETCH(int, kept);
        const QTemporaryDir folder;
        QStringList files;
        for (const QString &path : capturesOf(cluster)) {
            files << path;
            if (std::ranges::none_of(cut, [&](const QString &name) { return QFileInfo(path).fileName().startsWith(name); }))
                continue;
            files.back() = folder.filePath(QFileInfo(path).fileName());
            QCOMPARE(QProcess::execute("editcap", {"-s", QString::number(kept), path, files.back()}), 0);
        }
        const QSet<QStringList> whole = framesOf(ofCluster(cluster, capturesOf(cluster))), part = framesOf(ofCluster(cluster, files));
        QVERIFY(whole.size() > 50);
        QCOMPARE((QSet<QStringList>(whole) - part).values(), QList<QStringList>());
        QCOMPARE((QSet<QStringList>(part) - whole).values(), QList<QStringList>());
    }

    // Who asks for a frame that cannot be followed is told that it was cut, where it was.
    void cutFrame_data()
    {
        QTest::addColumn<int>("number"); // of the frame in its file
        QTest::addColumn<int>("kept");
        QTest::addColumn<QByteArray>("said");

        QTest::newRow("inside TCP's options") << 4 << 64 << QByteArray();
        QTest::newRow("before TCP's flags") << 4 << 40 << QByteArray("master.pcap: frame 4 was cut: of its 74 bytes 40 were kept, too few to know its packet again at other points");
        QTest::newRow("inside IP's header") << 4 << 30 << QByteArray("master.pcap: frame 4 was cut: of its 74 bytes 30 were kept, too few to know its packet again at other points");
        QTest::newRow("ARP, with all of its bytes") << 5 << 64 << QByteArray();
    }

    void cutFrame()
    {
        QFETCH(int, number);
        QFETCH(int, kept);
        QFETCH(QByteArray, said);
        const QByteArray tcp = withTimeStamps(ethernet(ipv4("10.244.0.5", "10.244.1.3", 6, vethscope::test::tcp(40000, 80, 0x18, "12345678"))));
        const QByteArray arp = ethernet(fromHex("0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002"), 0x0806);
        PcapFile file;
        for (quint32 i = 1; i < 4; ++i)
            file.packet(i, 0, withSequence(tcp, 2000 * i));
        file.packet(4, 0, tcp.first(kept), quint32(tcp.size())).packet(5, 0, arp);
        const QTemporaryDir folder;
        const QString path = writeFile(folder, "master.pcap", file.bytes());
        const CommandResult result = runCommandLine({"journey", "-r", "master:eth0=" + path, "--frame", QString::number(number)});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.error.contains("was cut"), !said.isEmpty());
        QVERIFY2(result.error.contains(said), result.error.constData());
        QCOMPARE(result.output.contains("10.244.1.3"), number == 4 && said.isEmpty());
    }

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
        // The kernel's own word beside it.
        QTemporaryDir folder;
        const QString trace = writeFile(folder, "pwru.txt", "SKB CPU PROCESS TUPLE FUNC\n0xffff9fc40335a0e8 0 <empty>:0 10.244.151.133:0->10.244.151.180:0(icmp) ip_forward\n"
                                                            "0xffff9fc40335a0e8 0 <empty>:0 10.244.151.133:0->10.244.151.180:0(icmp) kfree_skb_reason(SKB_DROP_REASON_IP_INNOROUTES)\n");
        const int first = int(all["journeys"].toArray().toVariantList().indexOf(QJsonValue(pings.first()).toVariant()));
        const QString frame = QString("%1:%2").arg(all["points"][pings.first()["hops"][0]["point"].toInt()]["file"].toString()).arg(pings.first()["hops"][0]["frame"].toInt());
        QVERIFY(first >= 0);
        const QStringList arguments = QStringList{"-r"} + capturesOf("calico-ipip") + QStringList{"--snapshot", samples + "calico-ipip/hosts", "--trace", "node=" + trace};
        const CommandResult both = runCommandLine(QStringList{"journey"} + arguments);
        QVERIFY2(both.output.contains("told by kernels, of no journey for sure:\n    node pwru: ip_forward\n    node pwru: kfree_skb_reason, IP_INNOROUTES\n"), both.output.right(600).constData()); // two pings are alike
        // Of one ping alone there is no doubt.
        QStringList alone = capturesOf("calico-ipip").filter(QFileInfo(frame.section(':', 0, 0)).fileName());
        QCOMPARE(alone.size(), 1);
        QFile file(alone.first());
        QVERIFY(file.open(QIODevice::ReadOnly));
        alone = {writeFile(folder, QFileInfo(alone.first()).fileName(), pcapngWithout(file.readAll(), {pings.last()["hops"][0]["frame"].toInt()}))};
        const CommandResult one = runCommandLine(QStringList{"journey", "-r"} + alone + QStringList{"--snapshot", samples + "calico-ipip/hosts", "--trace", "node=" + trace});
        QVERIFY2(one.output.contains("    node pwru: ip_forward\n    the kernel says IP_INNOROUTES (node pwru, kfree_skb_reason); host output foretells "), one.output.right(900).constData());
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

    // What -w wrote is read by tshark as it is meant: names of pods and nodes, and one number for each journey.
    void writtenForTshark()
    {
        NEEDS_PROGRAMS("tshark");
        QTemporaryDir folder;
        const QString file = folder.filePath("all.pcapng");
        const QStringList captures = capturesOf("flannel-vxlan").filter(QRegularExpression("/(master|VM|pod)[^/]*pcapng$"));
        const QJsonObject all = ofCluster("flannel-vxlan", captures, {"-w", file});
        const QByteArray names = tsharkOutput(file, {"-N", "n", "-Y", "icmp && ip.src == 10.244.0.60 && ip.dst == 10.244.1.3 && !vxlan", "-T", "fields", "-e", "ip.src_host", "-e", "ip.dst_host"});
        const QList<QByteArray> lines = names.trimmed().split('\n');
        QVERIFY(lines.size() >= 3);
        for (const QByteArray &line : lines)
            QCOMPARE(line, QByteArray("tea-6fb46d899f-4zkt2\tweb-5dcb957ccc-d4n6l"));
        const QByteArray outer = tsharkOutput(file, {"-N", "n", "-d", "udp.port==8472,vxlan", "-Y", "vxlan", "-T", "fields", "-E", "occurrence=f", "-e", "ip.src_host"});
        QVERIFY2(outer.contains("master\n"), outer.left(300).constData());
        // The packet's number is a field of both programs.
        const QStringList ids{"-T", "fields", "-e", "frame.number", "-e", "frame.packet_id"};
        const QByteArray theirs = tsharkOutput(file, ids);
        QCOMPARE(runCommandLine(QStringList{"dump", "-r", file} + ids).output, theirs);
        QMap<QByteArray, int> frames;
        for (const QByteArray &line : theirs.trimmed().split('\n'))
            if (const QByteArray id = line.split('\t').value(1); !id.isEmpty())
                ++frames[id];
        QCOMPARE(frames.size(), all["journeys"].toArray().size());
        int hops = 0, framesOfHops = 0;
        for (const QJsonValue &hop : all["journeys"][0]["hops"].toArray()) {
            ++hops;
            framesOfHops += int(hop["frames"].toArray().size());
        }
        QVERIFY(hops > 3);
        QCOMPARE(frames["1"], framesOfHops);
        // Names that a file brings stand beside addresses; those of host output go before them.
        const auto nameOf = [](const QStringList &more) {
            const QByteArray json = runCommandLine(QStringList{"conversations", "--kind", "ip", "--format", "json"} + more).output;
            for (const QJsonValue &one : QJsonDocument::fromJson(json)["conversations"].toArray())
                for (const char *end : {"a", "b"})
                    if (one[QLatin1String(end)]["address"] == "10.244.1.3")
                        return one[QLatin1String(end)]["name"].toString() + (one[QLatin1String(end)]["evidence"].isNull() ? "" : ", proved");
            return QString();
        };
        QCOMPARE(nameOf({"-r", file}), "web-5dcb957ccc-d4n6l");
        QCOMPARE(nameOf({"-r", file, "--snapshot", samples + "flannel-vxlan/hosts"}), "web-5dcb957ccc-d4n6l, proved");
        QCOMPARE(nameOf({"-n", "-r", file}), "");
    }

    // A point that was recording by its program's own word, and saw nothing, proves a loss; without that word it does not.
    void silentPoint_data()
    {
        QTest::addColumn<bool>("tells");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("it recorded") << true << "lost";
        QTest::newRow("it does not say") << false << "unknown";
    }

    void silentPoint()
    {
        QFETCH(bool, tells);
        QTemporaryDir folder;
        const QByteArray ping = QByteArray::fromHex("02000000000202000000000108004500001c000100003f0167c30a0101020a01020208003a5d00050001");
        const quint64 second = 1'000'000, first = 1'600'000'000 * second;
        const auto told = [&](PcapngFile &file, quint64 from, quint64 to) {
            const auto time = [&](quint64 at) { return file.value(at >> 32, 4) + file.value(at & 0xffffffff, 4); };
            const QByteArray times = file.option(2, time(from)) + file.option(3, time(to)) + file.option(5, file.value(0, 8));
            file.block(5, file.value(0, 4) + time(to) + (tells ? times : QByteArray()) + file.option(0, {}));
        };
        PcapngFile near(Order::Big), far(Order::Little);
        near.interface(1).enhanced(0, first, ping);
        told(near, first - second, first + 3 * second);
        far.interface(1);
        told(far, first - second, first + 3 * second);
        const QString nearFile = writeFile(folder, "n1.eth0.pcapng", near.bytes()), farFile = writeFile(folder, "n2.eth0.pcapng", far.bytes());
        const QJsonObject all = journey({"-r", nearFile, farFile});
        QCOMPARE(all["points"][1]["recording"].isNull(), !tells);
        if (tells)
            QCOMPARE(all["points"][1]["recording"], (QJsonArray{"1599999999.000000000", "1600000003.000000000"}));
        // Which way the packets were to take tells the host output of both.
        QDir(folder.path()).mkpath("hosts");
        const QString hosts = writeFile(folder, "hosts/notes.txt",
                                        "[root@n1 ~]# ip addr\n2: eth0: <BROADCAST,UP,LOWER_UP> mtu 1500 state UP\n    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n    inet 10.1.1.2/16 scope global eth0\n"
                                        "[root@n1 ~]# ip route\n10.1.0.0/16 dev eth0 proto kernel scope link src 10.1.1.2\n"
                                        "[root@n2 ~]# ip addr\n2: eth0: <BROADCAST,UP,LOWER_UP> mtu 1500 state UP\n    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n    inet 10.1.2.2/16 scope global eth0\n"
                                        "[root@n2 ~]# ip route\n10.1.0.0/16 dev eth0 proto kernel scope link src 10.1.2.2\n");
        const QJsonObject foretold = journey({"-r", nearFile, farFile, "--snapshot", hosts});
        QCOMPARE(foretold["journeys"].toArray().size(), 1);
        QTEST(foretold["journeys"][0]["outcome"].toString(), "outcome");
    }

    // What this kernel told of packets through nft and xtables-monitor, beside captures on both sides of it: what its rules dropped is what did not come through.
    void marks_data()
    {
        QTest::addColumn<QString>("trace");
        QTest::addColumn<int>("joined");
        QTest::newRow("nft monitor trace") << "nft-monitor-trace.txt" << 4;
        QTest::newRow("xtables-monitor") << "xtables-monitor.txt" << 3; // which does not tell one ping of IPv6 from another
    }

    void marks()
    {
        QFETCH(QString, trace);
        const QString folder = QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/traces/");
        const QStringList arguments{"-r", "n1:v1=" + folder + "n1.v1.pcap", "n1:v2=" + folder + "n1.v2.pcap", "--trace", "n1=" + folder + trace};
        const QJsonObject all = journey(arguments);
        const QJsonArray marks = all["marks"].toArray(), journeys = all["journeys"].toArray();
        QCOMPARE(marks.size(), 55);
        QSet<int> dropped;
        for (const QJsonValue &mark : marks) {
            QCOMPARE(mark.toObject().keys(), (QStringList{"evidence", "function", "journey", "node", "reason", "time", "tool"}));
            QCOMPARE(mark["node"].toString(), "n1");
            QCOMPARE(mark["tool"].toString(), "nft");
            QVERIFY(mark["time"].isNull() && !mark["function"].isNull());
            QVERIFY(mark["evidence"][0]["text"].toString().contains(trace.startsWith("nft") ? "trace id" : "TRACE:"));
            if (!mark["reason"].isNull()) {
                QCOMPARE(mark["reason"].toString(), "NETFILTER_DROP");
                if (!mark["journey"].isNull())
                    dropped << mark["journey"].toInt();
            }
        }
        QTEST(int(dropped.size()), "joined");
        // The captures say so without the kernel: a packet that came in at one device and is not at the other.
        for (int i = 0; i < journeys.size(); ++i) {
            const bool isTransit = journeys[i]["flow"]["src"].toString().contains(QRegularExpression("[.:][12](:|\\.)+2$")) && !journeys[i]["flow"]["src"].toString().startsWith("fe80");
            if (dropped.contains(i))
                QVERIFY2(isTransit && journeys[i]["hops"].toArray().size() == 1, qPrintable(QJsonDocument(journeys[i].toObject()).toJson()));
        }
        int stopped = 0;
        for (const QJsonValue &one : journeys)
            stopped += one["hops"].toArray().size() == 1 && one["flow"]["src"] == "10.1.1.2" && one["hops"][0]["point"] == 0;
        QVERIFY(stopped >= 3);
        const CommandResult text = runCommandLine(QStringList{"journey"} + arguments);
        QCOMPARE(text.code, 0);
        QVERIFY2(text.output.contains("    the kernel says NETFILTER_DROP (n1 nft, "), text.output.constData());
        QVERIFY2(text.error.contains("tells no times"), text.error.constData());
        // Of one frame, its marks alone.
        const QJsonObject one = journey(arguments + QStringList{"--frame", QString("n1.v1.pcap:%1").arg(journeys[*dropped.begin()]["hops"][0]["frame"].toInt())});
        QVERIFY(!one["marks"].toArray().isEmpty());
        for (const QJsonValue &mark : one["marks"].toArray())
            QCOMPARE(mark["journey"].toInt(-1), 0);
    }

    // pwru tells times and tuples, dropwatch times and lengths.
    void timedMarks()
    {
        const QString folder = QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/traces/");
        const QStringList captures{"-r", "n1:v1=" + folder + "n1.v1.pcap", "n1:v2=" + folder + "n1.v2.pcap"};
        const QJsonArray journeys = journey(captures)["journeys"].toArray();
        QList<int> pings, second;
        for (int i = 0; i < journeys.size(); ++i)
            if (journeys[i]["flow"]["proto"] == "icmp" && journeys[i]["flow"]["src"] == "10.1.1.2")
                pings << i;
        QCOMPARE(pings.size(), 3);
        const auto epoch = [&](int place) { return journeys[place]["hops"][0]["time"].toString(); };
        const auto clock = [&](int place, const QString &format) { return QDateTime::fromSecsSinceEpoch(epoch(place).section('.', 0, 0).toLongLong(), Qt::UTC).toString(format); };
        const QString nanoseconds = epoch(pings[1]).section('.', 1);
        const QString pwru = QString("TIME SKB CPU PROCESS TUPLE FUNC\n%1.%2 0xffff9fc40335a0e8 0 <empty>:0 10.1.1.2:0->10.1.2.2:0(icmp) ip_forward\n"
                                     "%1.%2 0xffff9fc40335a0e8 0 <empty>:0 10.1.1.2:0->10.1.2.2:0(icmp) kfree_skb_reason(SKB_DROP_REASON_NETFILTER_DROP)\n"
                                     "1999-01-01T00:00:00.000 0xffff9fc40335a0e8 0 <empty>:0 10.1.1.2:0->10.1.2.2:0(icmp) ip_rcv\n")
                                 .arg(clock(pings[1], "yyyy-MM-ddTHH:mm:ss"), QString::number(nanoseconds.left(3).toInt() + 1).rightJustified(3, '0'));
        const QString dropwatch = QString("drop at: nf_hook_slow+0x9a/0xc0 (0xffffffff8ab1c2d3)\norigin: software\ninput port ifindex: 4\ntimestamp: %1 %2 nsec\nprotocol: 0x800\nlength: 98\noriginal length: 98\n"
                                          "drop reason: NETFILTER_DROP\n\nwho wrote this?\n").arg(QLocale::c().toString(QDateTime::fromSecsSinceEpoch(epoch(pings[1]).section('.', 0, 0).toLongLong(), Qt::UTC), "ddd MMM d HH:mm:ss yyyy"),
                                                                                                       QString::number(nanoseconds.toLongLong() + 20'000).rightJustified(9, '0'));
        QTemporaryDir traces;
        const QString pwruFile = writeFile(traces, "pwru.txt", pwru.toUtf8()), dropwatchFile = writeFile(traces, "dropwatch.txt", dropwatch.toUtf8());
        const QStringList arguments = captures + QStringList{"--trace", "n1=" + pwruFile, "n1=" + dropwatchFile};
        const QJsonArray marks = journey(arguments, 1)["marks"].toArray();
        QCOMPARE(marks.size(), 4);
        for (const int i : {0, 1, 3}) {
            QCOMPARE(marks[i]["journey"].toInt(-1), pings[1]);
            QVERIFY(marks[i]["time"].toString().startsWith(epoch(pings[1]).section('.', 0, 0)));
        }
        QVERIFY(marks[2]["journey"].isNull()); // of another year
        QCOMPARE(marks[3]["tool"].toString(), "dropwatch");
        QCOMPARE(marks[3]["reason"].toString(), "NETFILTER_DROP");
        const CommandResult said = runCommandLine(QStringList{"journey"} + arguments);
        QVERIFY2(said.error.contains("dropwatch.txt, line 10: not understood: who wrote this?"), said.error.constData());
        QVERIFY2(said.error.contains("times in pwru.txt have no zone: they are read as UTC"), said.error.constData());
        QVERIFY2(said.output.contains("told by kernels, of no journey for sure:\n"), said.output.constData());
        QCOMPARE(runCommandLine(QStringList{"journey"} + captures + QStringList{"--trace", folder + "n1.v1.pcap"}).code, 1);
    }

    // retis puts a packet into its pcapng at each probe: an ordinary capture, whose events are marks as well.
    void retis()
    {
        QTemporaryDir folder;
        const QByteArray ping = QByteArray::fromHex("02000000000202000000000108004500001c000100003f0167c30a0101020a01020208003a5d00050001");
        PcapngFile file(Order::Little);
        const auto event = [&](const QByteArray &comment, const QByteArray &json) { return file.option(1, comment) + file.option(2988, file.value(70000, 4) + json); };
        const auto probe = [&](const QByteArray &name) { return file.option(2, name) + file.option(3, "Fake interface for probe " + name) + file.option(9, QByteArray(1, 9)); };
        file.block(0xbad, file.value(70000, 4) + "{}  ").interface(1, probe("kprobe/ip_rcv"), 65535).interface(1, probe("raw_tracepoint/skb:kfree_skb"), 65535)
            .enhanced(0, 1742339565'860167909, ping, 0, event("30419169125909 (6) [ping] 11330 [k] ip_rcv", "{\"kernel\":{\"symbol\":\"ip_rcv\",\"probe_type\":\"kprobe\"}}"))
            .enhanced(1, 1742339565'860168909, ping, 0, event("30419169126909 (6) [ping] 11330 [tp] skb:kfree_skb\n  drop (reason NO_SOCKET)",
                                                              "{\"kernel\":{\"symbol\":\"skb:kfree_skb\",\"probe_type\":\"raw_tracepoint\"},\"skb-drop\":{\"drop_reason\":\"NO_SOCKET\"}}"))
            .enhanced(1, 1742339565'960168909, ping, 0, event("", "{\"kernel\""));
        const QString path = writeFile(folder, "n1.retis.pcapng", file.bytes());
        const CommandResult dump = runCommandLine({"dump", "-r", path, "-T", "fields", "-e", "frame.interface_name", "-e", "frame.comment", "-c", "2"});
        QCOMPARE(dump.output, QByteArray("kprobe/ip_rcv\t30419169125909 (6) [ping] 11330 [k] ip_rcv\nraw_tracepoint/skb:kfree_skb\t30419169126909 (6) [ping] 11330 [tp] skb:kfree_skb\\n  drop (reason NO_SOCKET)\n"));
        const QJsonObject all = journey({"-r", path}, 1); // one event is none
        QCOMPARE(all["points"].toArray().size(), 2);
        const QJsonArray marks = all["marks"].toArray();
        QCOMPARE(marks.size(), 2);
        QCOMPARE(marks[1]["tool"].toString(), "retis");
        QCOMPARE(marks[1]["time"].toString(), "1742339565.860168909");
        QCOMPARE(marks[1]["function"].toString(), "skb:kfree_skb");
        QCOMPARE(marks[1]["reason"].toString(), "NO_SOCKET");
        QCOMPARE(marks[1]["journey"].toInt(-1), 0);
        QCOMPARE(marks[0]["journey"].toInt(-1), 0);
        QVERIFY(marks[0]["reason"].isNull());
        QVERIFY(marks[1]["evidence"][0]["text"].toString().contains("[tp] skb:kfree_skb"));
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
        QTest::newRow("no such trace") << QStringList{"-r", capture, "--trace", "nothing.txt"} << 1 << "nothing.txt cannot be read: ";
        QTest::newRow("no trace") << QStringList{"-r", capture, "--trace", capture} << 1 << "is no output of pwru, nft monitor trace, xtables-monitor --trace or dropwatch";
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

    // What a point kept of each packet is said of the same point again.
    void writtenSnapLength()
    {
        QTemporaryDir folder;
        const QByteArray frame = QByteArray::fromHex("020000000002020000000001080045000014000100004001f96d0a0000010a000002");
        const QString file = writeFile(folder, "n1.eth0.pcapng", PcapngFile(Order::Little).interface(1, {}, 96).enhanced(0, 1, frame).bytes()), all = folder.filePath("all.pcapng");
        QCOMPARE(runCommandLine({"journey", "-r", file, "-w", all}).code, 0);
        QFile written(all);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        const auto word = [&](qsizetype at) { return qFromLittleEndian<quint32>(bytes.constData() + at); };
        const qsizetype description = word(4); // behind the section's header
        QCOMPARE(word(description), 1u);
        QCOMPARE(word(description + 12), 96u);
    }

    // Captures that do not belong together: it is said why, and all that can be told is told.
    void doubtful_data()
    {
        QTest::addColumn<QStringList>("captures"); // `POINT=SAMPLE FILE`, and how it is altered
        QTest::addColumn<QString>("hosts");        // a sample, and a line that `date` printed
        QTest::addColumn<QString>("said");
        const QString flannel = "flannel-vxlan VM-16-10-centos.eth0.pcapng", master = "flannel-vxlan master.eth0.pcapng", other = "calico-ipip cn-worker1.eth0.pcapng";
        QTest::newRow("points of one cluster") << QStringList{master, flannel} << "flannel-vxlan" << "";
        QTest::newRow("a clock that is a second off") << QStringList{master, flannel + " | move 1.0"} << "" << "";
        QTest::newRow("one point") << QStringList{master} << "" << "Everything was captured at one point, master:eth0: nothing shows what became of packets elsewhere";
        QTest::newRow("points of two clusters") << QStringList{master, other} << "" << "No packet was seen both at master:eth0 and at cn-worker1:eth0";
        QTest::newRow("one point twice") << QStringList{"master:eth0=" + master, "master:eth0=" + master, flannel} << "" << "were both captured at master:eth0 at the same time";
        QTest::newRow("a clock that is five hours off") << QStringList{master, flannel + " | move 18000"} << "" << "No packet was seen both at master:eth0 and at VM-16-10-centos:eth0: they tell nothing about each other";
        QTest::newRow("a clock that is five hours off, where files do not say when they listened") << QStringList{master, flannel + " | editcap"} << "" << " s apart: they are of different times, or a clock is wrong";
        QTest::newRow("hosts of another cluster") << QStringList{master, flannel} << "calico-ipip" << "The host output knows no address of any captured packet: it is of another cluster";
        QTest::newRow("hosts of another day") << QStringList{master, flannel} << "flannel-vxlan Mon Nov 23 13:40:29 UTC 2020" << "The host output of master was printed ";
        QTest::newRow("hosts of that day") << QStringList{master, flannel} << "flannel-vxlan CAPTURED" << "";
        QTest::newRow("hostile names") << QStringList{"no\033[1mde:e\nth0=" + master} << "" << "Everything was captured at one point, no\\027[1mde:e\\010th0";
    }

    void doubtful()
    {
        QFETCH(QStringList, captures);
        QFETCH(QString, hosts);
        QFETCH(QString, said);
        const auto pathOf = [](const QString &named) { return QString(VETHSCOPE_SOURCE_DIR "/resources/samples/%1/captures/%2").arg(named.section(' ', 0, 0), named.section(' ', 1)); };
        QTemporaryDir folder;
        QStringList arguments{"-r"};
        for (const QString &one : captures) {
            const QString point = one.contains('=') ? one.section('=', 0, 0) + '=' : QString(), path = pathOf(one.section('=', -1).section(" | ", 0, 0)), change = one.section(" | ", 1);
            if (change == "editcap")
                QCOMPARE(QProcess::execute("editcap", {"-F", "pcap", "-t", "18000", path, folder.filePath(QFileInfo(path).completeBaseName() + ".pcap")}), 0);
            arguments << point + (change == "editcap" ? folder.filePath(QFileInfo(path).completeBaseName() + ".pcap") : change.isEmpty() ? path : writeFile(folder, QFileInfo(path).fileName(), alteredCapture(path, {"frame | " + change})));
        }
        const QString sample = hosts.section(' ', 0, 0);
        QString date = hosts.section(' ', 1);
        if (date == "CAPTURED")
            date = QString::fromUtf8(runCommandLine({"dump", "-r", pathOf("flannel-vxlan master.eth0.pcapng"), "-c", "1", "-T", "fields", "-e", "frame.time_epoch"}).output).section('.', 0, 0);
        for (const QFileInfo &host : QDir(QString(VETHSCOPE_SOURCE_DIR "/resources/samples/%1/hosts").arg(sample)).entryInfoList({"*.txt"}, QDir::Files)) {
            QFile text(host.filePath());
            QVERIFY(text.open(QIODevice::ReadOnly));
            const QByteArray prompt = "[root@" + host.completeBaseName().toUtf8() + " ~]# ";
            if (!sample.isEmpty())
                arguments << "--snapshot" << writeFile(folder, host.fileName(), text.readAll() + (date.isEmpty() ? QByteArray() : prompt + "date +%s\n" + date.toUtf8() + '\n'));
        }
        for (const char *verb : {"journey", "diagnose"}) {
            const CommandResult result = runCommandLine(QStringList{verb, "--format", "json"} + arguments);
            QByteArray doubts;
            for (const QByteArray &line : result.error.split('\n'))
                if (line.startsWith("vethscope-cli: ") && !line.contains("lines of input"))
                    doubts += line + '\n';
            const bool isSaid = !said.isEmpty() && !(verb == QByteArray("diagnose") && captures.size() == 1);
            QVERIFY2(isSaid ? doubts.contains(said.toUtf8()) && doubts.count('\n') == 1 : doubts.isEmpty(), doubts.constData());
            QVERIFY(!QJsonDocument::fromJson(result.output).isNull());
        }
        const CommandResult text = runCommandLine(QStringList{"journey"} + arguments);
        QVERIFY(!text.output.isEmpty() && !text.output.contains('\033'));
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
