#include "tests/support/alteredcapture.h"
#include "tests/support/capturefile.h"
#include "tests/support/commandline.h"
#include "tests/support/madecaptures.h"
#include "tests/support/sampletexts.h"
#include "tests/support/stack.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <functional>

// Faults that no kernel can be made to have on demand, planted in the lab's captures or in made ones; and beside each fault of captures what looks like it
// and is none. The healthy clusters are those that the lab recorded, with all their captures.

using namespace vethscope::test;

namespace {

const QDir lab(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples"));

QString hostsOf(const QString &sample)
{
    const QDir folder(lab.filePath(sample));
    return folder.filePath(folder.exists("hosts") ? "hosts" : "snapshots");
}

QStringList capturesOf(const QString &sample)
{
    QStringList files;
    for (const QFileInfo &file : QDir(lab.filePath(sample + "/captures")).entryInfoList({"*.pcapng"}, QDir::Files))
        files << file.filePath();
    return files;
}

QJsonObject diagnosisOf(const QStringList &arguments)
{
    const CommandResult result = runCommandLine(QStringList{"diagnose", "--format", "json"} + arguments);
    if (result.code != 0)
        qWarning("exit code %d: %s", result.code, result.error.constData());
    return QJsonDocument::fromJson(result.output).object();
}

// `error vni-mismatch`, each once.
QStringList saidIn(const QJsonObject &diagnosis, const QString &leftOut = {})
{
    QStringList said;
    for (const QJsonValue &finding : diagnosis["findings"].toArray())
        if (const QString one = finding["severity"].toString() + ' ' + finding["id"].toString(); !one.startsWith(leftOut.isEmpty() ? "nothing" : leftOut) && !said.contains(one))
            said << one;
    return said;
}

// One point of a made capture: `n1:eth0`, and its frames with the milliseconds when they came.
using MadePoint = QPair<QString, QList<QPair<double, QByteArray>>>;

QStringList written(const QTemporaryDir &folder, const QList<MadePoint> &points)
{
    QStringList arguments{"-r"};
    for (const auto &[name, frames] : points) {
        PcapFile file(Order::Little, PcapFile::Nanoseconds);
        for (const auto &[milliseconds, frame] : frames)
            file.packet(1'700'000'000 + quint32(milliseconds / 1000), quint32(qint64(milliseconds * 1e6) % 1'000'000'000), frame);
        arguments << name + '=' + writeFile(folder, QString(name).replace(':', '-') + ".pcap", file.bytes());
    }
    return arguments;
}

QByteArray segment(std::uint32_t sequence, int size)
{
    return withSequence(ethernet(ipv4("10.244.0.2", "10.244.1.2", 6, tcp(40000, 80, 0x18, QByteArray(size, 'x')))), sequence);
}

// Small segments pass all three points; of 4000 bytes, twice, `large` says which points see what.
QList<MadePoint> withLargeFrames(int size, bool isSegmented)
{
    QList<MadePoint> points{{"n1:veth1", {}}, {"n1:eth0", {}}, {"n2:eth0", {}}};
    const auto everywhere = [&](double at, const QByteArray &frame) {
        for (int point = 0; point < 3; ++point)
            points[point].second << qMakePair(at + point * 0.1, frame);
    };
    for (int i = 0; i < 6; ++i)
        everywhere(10 * i, segment(1000 + 1400 * quint32(i), 1400));
    for (int i = 0; i < 2; ++i) {
        const quint32 begin = 20'000 + quint32(i) * quint32(size);
        points[0].second << qMakePair(100.0 + i, segment(begin, size));
        for (int part = 0; isSegmented && part < size; part += 1400)
            for (int point = 1; point < 3; ++point)
                points[point].second << qMakePair(100.0 + i + point * 0.1 + part * 1e-5, segment(begin + quint32(part), std::min(1400, size - part)));
    }
    for (int i = 0; i < 6; ++i)
        everywhere(200 + 10 * i, segment(50'000 + 1400 * quint32(i), 1400));
    return points;
}

QByteArray arp(const char *sender, const char *target)
{
    const auto address = [](const char *text) {
        QByteArray bytes;
        for (const QByteArray &part : QByteArray(text).split('.'))
            bytes += char(part.toInt());
        return bytes;
    };
    return ethernet(QByteArray::fromHex("0001080006040001020000000001") + address(sender) + QByteArray(6, '\0') + address(target), 0x0806);
}

QByteArray arpReply(const char *sender, const char *target)
{
    return arp(sender, target).replace(20, 2, QByteArray::fromHex("0002"));
}

QList<MadePoint> arpAt(const QString &point, const QList<QByteArray> &frames)
{
    QList<MadePoint> points{{point, {}}};
    for (int i = 0; i < frames.size(); ++i)
        points[0].second << qMakePair(1000.0 * i, frames[i]);
    return points;
}

// The first part of a UDP datagram in two, or the second.
QByteArray fragment(std::uint16_t port, const QByteArray &payload, bool isFirst)
{
    QByteArray frame = ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, isFirst ? udp(50000, port, payload) : payload));
    return frame.replace(20, 2, QByteArray::fromHex(isFirst ? "2000" : "0080"));
}

// The cluster calico-bgp-mesh: a pod on each node, and how a packet passes from one to the other.
struct MeshPod {
    const char *node, *address, *veth;
};
constexpr std::array<MeshPod, 3> mesh{{{"mesh-1", "192.168.84.131", "cali88ebb15ab5f"}, {"mesh-2", "192.168.247.5", "caliaa575750670"}, {"mesh-3", "192.168.139.72", "cali851aa7b3e84"}}};

QStringList pointsBetween(const MeshPod &from, const MeshPod &to)
{
    const auto point = [](const char *node, const char *device) { return QString("%1:%2").arg(node, device); };
    return {point(from.node, from.veth), point(from.node, "eth0"), point(to.node, "eth0"), point(to.node, to.veth)};
}

// Four connections from each pod to each other one: who asks in vain asks again. `passed(from, to)` says how many of the four points a packet passes.
QList<MadePoint> connections(const std::function<int(int from, int to)> &passed)
{
    QMap<QString, QList<QPair<double, QByteArray>>> seen;
    double now = 0;
    int id = 0;
    const auto send = [&](int from, int to, const QByteArray &segment, bool isRequest = true) {
        QByteArray frame = withId(ethernet(ipv4(mesh[std::size_t(from)].address, mesh[std::size_t(to)].address, 6, segment)), ++id);
        frame = withAcknowledgement(frame, isRequest ? 0 : 1001);
        const QStringList points = pointsBetween(mesh[std::size_t(from)], mesh[std::size_t(to)]);
        now += 500; // so slow that nobody can take one clock for another
        for (int i = 0; i < passed(from, to); ++i)
            seen[points[i]] << qMakePair(now + 0.1 * i, frame);
        return passed(from, to) == points.size();
    };
    constexpr std::uint8_t syn = 2, synAck = 18;
    for (std::uint16_t port = 40'000; port < 40'004; ++port)
        for (const auto &[from, to] : {std::pair(1, 2), {2, 1}, {0, 2}, {2, 0}, {0, 1}, {1, 0}, {1, 2}, {2, 1}}) {
            const bool arrives = send(from, to, tcp(port, 80, syn));
            const bool isAnswered = arrives && send(to, from, tcp(80, port, synAck), false);
            if (!isAnswered && send(from, to, tcp(port, 80, syn)))
                send(to, from, tcp(80, port, synAck), false);
        }
    QList<MadePoint> points;
    for (auto point = seen.begin(); point != seen.end(); ++point)
        points << qMakePair(point.key(), point.value());
    return points;
}

} // namespace

class TestFaultLookalikes : public QObject
{
    Q_OBJECT

private slots:
    // Changes are `FILES: FILTER | WHAT`, see alteredCapture(); files are told by regular expressions.
    void altered_data()
    {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QString>("captures");
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<bool>("hasHosts");
        QTest::addColumn<QStringList>("said");

        const auto row = [](const char *name, const QString &sample, const QString &captures, const QStringList &changes, bool hasHosts, const QStringList &said) {
            QTest::newRow(name) << sample << captures << changes << hasHosts << said;
        };
        const QString near = "(pod_cart|veth6a56ab55|centos.cni0)", far = "^(?!.*(pod_cart|veth6a56ab55|centos.cni0))", aaaa = "dns.id == 0x82fc && dns.flags.response == ";
        row("DNS: one of two questions is lost at the node, and asked again after five seconds", "flannel-vxlan", ".", {near + ": " + aaaa + "0 | again 5.0", far + ": " + aaaa + "0 | move 5.0", ".: " + aaaa + "1 | move 5.0"}, true,
            {"error dns-conntrack-race"});
        row("DNS: the server has both, and is slow with one", "flannel-vxlan", ".", {".: " + aaaa + "0 | again 5.0", ".: " + aaaa + "1 | move 5.0"}, true, {});
        row("DNS: lost and asked again at once", "flannel-vxlan", ".", {near + ": " + aaaa + "0 | again 0.3", far + ": " + aaaa + "0 | move 0.3", ".: " + aaaa + "1 | move 0.3"}, true, {});
        row("DNS: one of two questions is lost, and not asked again", "flannel-vxlan", ".", {far + ": " + aaaa + "0 | drop", ".: " + aaaa + "1 | drop"}, true, {});
        row("DNS: where answers are not seen at all, a missing one shows nothing", "faults/dns-unanswered", "centos.flannel.1", {".: dns.flags.response == 1 | drop"}, false, {});
        row("DNS: where they are seen, it does", "faults/dns-unanswered", "centos.flannel.1", {}, false, {"warning dns-unanswered"});

        const QString outer = "vxlan && ip.src#1 == 172.27.0.11 | bytes 40 1234";
        row("a wrong checksum where it arrives", "flannel-vxlan", ".", {"centos.eth0: " + outer}, true, {"error bad-checksum-on-wire"});
        row("a wrong checksum where it is sent: the card's work is to come", "flannel-vxlan", ".", {"master.eth0: " + outer}, true, {});
        row("VXLAN with the flag of a group policy is VXLAN", "flannel-vxlan", "eth0", {".: vxlan | bytes 42 88"}, true, {});
        row("a reset, where nothing was translated at all", "faults/invalid-reply-reset", ".", {"(pod_tea|vetha1f852ea|master.cni0): ip.src == 10.109.140.18 | drop"}, false, {});
        row("a wrong checksum by captures alone, behind the card that made it", "faults/bad-checksum-on-wire", "/(?!VM)[^/]*$", {}, false, {"error bad-checksum-on-wire"});
        row("a wrong checksum by captures alone, at the sender", "faults/bad-checksum-on-wire", "(master|pod_tea)", {}, false, {});
        const QString ends = "ip.addr == 172.27.0.31 && ip.addr == 172.27.16.33";
        row("a tunnel one way, by captures alone, where no other packets pass", "faults/one-way-tunnel", ".", {".: " + ends + " && !vs.tunnel | drop"}, false, {});
        row("a tunnel one way, by captures alone, where the receiver has none", "faults/one-way-tunnel", "/(?!cn-worker2)[^/]*$", {}, false, {});
        row("a tunnel one way, by captures alone, where the sender has none", "faults/one-way-tunnel", "/(?!cn-master|pod_blog)[^/]*$", {}, false, {});
        row("a blocked tunnel, of which one end was not captured", "faults/tunnel-port-blocked", "/(?!VM)[^/]*$", {}, false, {});
        row("a blocked tunnel", "faults/tunnel-port-blocked", ".", {}, false, {"error tunnel-port-blocked"});
        row("a blocked tunnel, and the receiver did not capture as long", "faults/tunnel-port-blocked", ".", {"(master|router).*eth: vxlan && ip.src#1 == 172.27.0.11 && frame.time_relative > 2 | move 60.0"}, false, {});
        row("VNIs that differ, and one direction alone was captured", "faults/vni-mismatch", ".", {".: vxlan && ip.src#1 == 172.27.16.10 | drop"}, false, {});
        row("VNIs that differ, by the routers' captures alone", "faults/vni-mismatch", "router", {}, false, {"error vni-mismatch"});
        row("ports that differ, by one node's capture alone", "faults/vxlan-port-mismatch", "master.eth0", {}, false, {"error vxlan-port-mismatch"});
        row("a MAC address that nobody has, and the answers were not captured", "faults/stale-neighbour", ".", {".: vxlan && ip.src#1 == 172.27.16.10 | drop"}, false, {});
        row("hairpin, and where it would come back was not captured", "faults/hairpin-off", "centos.(cni0|eth0)", {}, false, {});
        row("source addresses that change, and no tunnel was captured", "faults/masqueraded-pod-traffic", "/(?!.*eth)[^/]*$", {}, false, {});
        row("a session that was shut down by hand and came back", "calico-bgp-rr", "eth0", {".: bgp.notify.major_error == 4 | drop"}, true, {"note bgp-notification"});
        row("the same, by captures alone", "calico-bgp-rr", "cr-reflector.eth0", {".: bgp.notify.major_error == 4 | drop"}, false, {"note bgp-notification"});
        row("a session that an error ended, and the capture with it", "faults/bgp-session-down", "mesh-2.eth0", {".: frame.time_relative > 5 | drop"}, false, {"warning bgp-notification"});
        row("a session that an error ended, and ended again", "faults/bgp-session-down", "mesh-2.eth0", {}, false, {"error bgp-session-down", "warning bgp-notification"});
        row("a session that was shut down and did not come back", "calico-bgp-rr", "cr-reflector.eth0", {".: bgp && frame.number > 57 | drop"}, false, {"warning bgp-notification"});
    }

    void altered()
    {
        QFETCH(QString, sample);
        QFETCH(QString, captures);
        QFETCH(QStringList, changes);
        QFETCH(bool, hasHosts);
        QTemporaryDir folder;
        QStringList arguments{"-r"};
        for (const QString &capture : capturesOf(sample).filter(QRegularExpression(captures))) {
            QStringList its;
            for (const QString &change : changes)
                if (QRegularExpression(change.section(": ", 0, 0)).match(QFileInfo(capture).fileName()).hasMatch())
                    its << change.section(": ", 1);
            arguments << (its.isEmpty() ? capture : writeFile(folder, QFileInfo(capture).fileName(), alteredCapture(capture, its)));
        }
        if (hasHosts)
            arguments << "--snapshot" << hostsOf(sample);
        QTEST(saidIn(diagnosisOf(arguments), "note dns-search"), "said");
    }

    // What reaches the NIC came through the wire; if the receiver's own firewall keeps it from the tunnel, its rule shows that.
    void ownFirewall_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("it drops the tunnel's port") << QByteArray("-A INPUT -p udp -m udp --dport 8472 -j DROP\n") << QStringList{"error one-way-tunnel"};
        QTest::newRow("it does not, and whatever keeps the packets is not the wire") << QByteArray() << QStringList{};
    }

    void ownFirewall()
    {
        QFETCH(QByteArray, rule);
        QTemporaryDir folder;
        HostTexts hosts = sampleTexts("flannel-vxlan");
        const QByteArray before = "-A FORWARD -m comment --comment \"kubernetes forwarding rules\"";
        QVERIFY(hosts["VM-16-10-centos.txt"].contains(before));
        hosts["VM-16-10-centos.txt"].replace(before, rule + before);
        QStringList arguments{"-r"};
        arguments << capturesOf("faults/vni-mismatch") << "--snapshot"; // of hosts that all agree
        for (auto host = hosts.begin(); host != hosts.end(); ++host)
            arguments << writeFile(folder, host.key(), host.value());
        const QJsonObject diagnosis = diagnosisOf(arguments);
        QTEST(saidIn(diagnosis, "note"), "said");
        for (const QJsonValue &finding : diagnosis["findings"].toArray())
            QVERIFY(std::ranges::any_of(finding["evidence"].toArray(), [&](const QJsonValue &line) { return line["text"] == QString(rule.trimmed()); }));
    }

    // The frame that shows it need not be the first packet's.
    void shownByALaterPacket()
    {
        const QString sample = "faults/asymmetric-path";
        QTemporaryDir folder;
        QStringList arguments{"--snapshot", hostsOf(sample), "-r"};
        for (const QString &capture : capturesOf(sample))
            arguments << writeFile(folder, QFileInfo(capture).fileName(), alteredCapture(capture, {"icmp.type == 8 && icmp.seq == 1 | drop"}));
        const QJsonObject finding = diagnosisOf(arguments)["findings"][0].toObject();
        QCOMPARE(finding["id"].toString(), "asymmetric-path");
        QCOMPARE(finding["confidence"].toString(), "certain");
    }

    void made_data()
    {
        QTest::addColumn<QList<MadePoint>>("points");
        QTest::addColumn<QStringList>("said");

        QTest::newRow("frames of several segments are lost, full segments pass") << withLargeFrames(4000, false) << QStringList{"error super-frame-lost"};
        QTest::newRow("frames of several segments are cut, and their segments pass") << withLargeFrames(4200, true) << QStringList{};
        QTest::newRow("single segments are lost that are longer than those that pass") << withLargeFrames(1460, false) << QStringList{"error mtu-black-hole"};

        const QByteArray ask = arp("10.0.0.2", "10.0.0.9");
        const QList<QByteArray> replied{arp("10.0.0.2", "10.0.0.1"), arpReply("10.0.0.1", "10.0.0.2"), arp("10.0.0.2", "10.0.0.3"), arpReply("10.0.0.3", "10.0.0.2")};
        QTest::newRow("nobody answers, and replies to the asker are seen") << arpAt("n1:eth0", replied + QList<QByteArray>{ask, ask, ask}) << QStringList{"warning arp-unanswered"};
        QTest::newRow("replies to the asker are not seen there") << arpAt("n1:eth0", {ask, ask, ask}) << QStringList{};
        QTest::newRow("one machine's replies are seen, where it may be that machine") << arpAt("n1:eth0", replied.first(2) + QList<QByteArray>{ask, ask, ask}) << QStringList{};
        const QByteArray other = arpReply("10.0.0.1", "10.0.0.2").replace(22, 6, QByteArray::fromHex("02000000000a"));
        const auto two = [&](double apart, const QByteArray &second) { return QList<MadePoint>{{"n1:eth0", {{0.0, arp("10.0.0.2", "10.0.0.1")}, {0.1, arpReply("10.0.0.1", "10.0.0.2")}, {0.1 + apart, second}}}}; };
        QTest::newRow("two answer for one address") << two(0.1, other) << QStringList{"error duplicate-pod-ip"};
        QTest::newRow("one of them is a Calico veth") << two(0.1, QByteArray(other).replace(22, 6, QByteArray::fromHex("eeeeeeeeeeee"))) << QStringList{};
        QTest::newRow("an address moves to another machine") << two(2000, other) << QStringList{};
        QTest::newRow("somebody answers the last one") << arpAt("n1:eth0", replied + QList<QByteArray>{ask, ask, ask, arpReply("10.0.0.9", "10.0.0.2")}) << QStringList{};
        QTest::newRow("who announces himself waits for no answer") << arpAt("n1:eth0", replied + QList<QByteArray>{arp("10.0.0.9", "10.0.0.9"), arp("10.0.0.9", "10.0.0.9"), arp("10.0.0.9", "10.0.0.9")}) << QStringList{};
        QTest::newRow("who probes an address hopes for none") << arpAt("n1:eth0", replied + QList<QByteArray>{arp("0.0.0.0", "10.0.0.9"), arp("0.0.0.0", "10.0.0.9"), arp("0.0.0.0", "10.0.0.9")}) << QStringList{};

        const auto fragments = [](std::uint16_t port, const QByteArray &payload) {
            return QList<MadePoint>{{"n2:eth0", {{0.0, fragment(port, payload.left(1016), true)}, {0.1, fragment(port, payload.mid(1016), false)}}}};
        };
        QTest::newRow("a tunnel's packet in fragments") << fragments(8472, vxlan(1, segment(1000, 1000))) << QStringList{"warning tunnel-fragmented"};
        QTest::newRow("other fragments") << fragments(9000, QByteArray(1062, 'x')) << QStringList{};
    }

    void made()
    {
        QFETCH(QList<MadePoint>, points);
        QTemporaryDir folder;
        QTEST(saidIn(diagnosisOf(written(folder, points))), "said");
    }

    // What excludes the look-alike is told, with frames that are there.
    void excluded()
    {
        QTemporaryDir folder;
        const QJsonObject finding = diagnosisOf(written(folder, withLargeFrames(4000, false)))["findings"][0].toObject();
        QCOMPARE(finding["excluded"].toArray().size(), 1);
        QCOMPARE(finding["excluded"][0]["look_alike"].toString(), "mtu-black-hole");
        QVERIFY(finding["excluded"][0]["evidence"][0]["frame"].toInt() >= 1);
    }

    // Failed flows vote: what they share, and others pass, is first.
    void suspects_data()
    {
        QTest::addColumn<QString>("worst");
        QTest::addColumn<QString>("planted");
        QTest::newRow("a link in one direction") << "mesh-1 > mesh-2: 8 failed, 0 slow, 0 good" << "link";
        QTest::newRow("a device, into which nothing comes") << "mesh-2 caliaa575750670: 16 failed, 0 slow, 8 good" << "device";
        QTest::newRow("nothing") << "" << "nothing";
        QTest::newRow("messages that wait for no answer") << "" << "messages";
    }

    void suspects()
    {
        QFETCH(QString, planted);
        QTemporaryDir folder;
        QList<MadePoint> points = connections([&](int from, int to) {
            if (planted == "link" && from == 0 && to == 1)
                return 2;
            return planted == "device" && to == 1 ? 3 : 4;
        });
        if (planted == "messages") {
            const QStringList way = pointsBetween(mesh[0], mesh[1]);
            points.clear();
            for (int i = 0; i < way.size(); ++i) {
                points << qMakePair(way[i], QList<QPair<double, QByteArray>>());
                for (int message = 0; message < 3; ++message)
                    points[i].second << qMakePair(2000.0 * message + 0.1 * i, ethernet(ipv4(mesh[0].address, mesh[1].address, 17, udp(50000, 514, QByteArray("<13>message ") + QByteArray::number(message)))));
            }
        }
        const QJsonObject all = diagnosisOf(written(folder, points) + QStringList{"--snapshot", hostsOf("calico-bgp-mesh")});
        const QJsonArray suspects = all["suspects"].toArray();
        const QJsonObject first = suspects[0].toObject();
        const QString worst = suspects.isEmpty() ? QString() : QString("%1 %2: %3 failed, %4 slow, %5 good").arg(first["node"].toString(), first["to_node"].isNull() ? first["interface"].toString() : "> " + first["to_node"].toString())
                                                                   .arg(first["failed"].toInt()).arg(first["slow"].toInt()).arg(first["good"].toInt());
        QTEST(worst, "worst");
        for (const QJsonValue &one : suspects) {
            QVERIFY(one["failed"].toInt() <= first["failed"].toInt());
            QVERIFY(one["node"] != "mesh-1" || !one["interface"].isNull() || !one["to_node"].isNull()); // all that was lost had left it
        }
    }

    void healthy_data()
    {
        QTest::addColumn<QStringList>("said");
        for (const QString &name : lab.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (name != "faults" && QDir(lab.filePath(name)).exists("captures"))
                QTest::newRow(qPrintable(name)) << (name == "calico-bgp-rr" ? QStringList{"warning bgp-notification"} : QStringList()); // its BIRD hung for longer than the hold time: see its README
    }

    void healthy()
    {
        const QString sample = QTest::currentDataTag();
        QTEST(saidIn(diagnosisOf(QStringList{"-r"} + capturesOf(sample) + QStringList{"--snapshot", hostsOf(sample)}), "note"), "said");
    }

    // All captures without a word of any host.
    void healthyTogether_data() { healthy_data(); }
    void healthyTogether() { QTEST(saidIn(diagnosisOf(QStringList{"-r"} + capturesOf(QTest::currentDataTag())), "note"), "said"); }

    // Whoever has but one capture, and nobody's output, is not alarmed either.
    void healthyAlone_data() { healthy_data(); }
    void healthyAlone()
    {
        QFETCH(QStringList, said);
        for (const QString &capture : capturesOf(QTest::currentDataTag()))
            for (const QString &one : saidIn(diagnosisOf({"-r", capture}), "note"))
                QVERIFY2(said.contains(one), qPrintable(capture + ": " + one));
    }
};

QTEST_GUILESS_MAIN(TestFaultLookalikes)
#include "tst_faultlookalikes.moc"
