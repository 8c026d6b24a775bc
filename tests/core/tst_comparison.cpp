#include "core/explain/comparison.h"
#include "core/explain/explanation.h"
#include "core/explain/headervalue.h"
#include "core/explain/ndp.h"
#include "core/protocols/protocols.h"
#include "tests/support/clusterlines.h"
#include "tests/support/programs.h"
#include "tests/support/samplecluster.h"
#include "tests/support/tshark.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <span>

// Expected against actual: the headers of captured frames beside the foretold ones.

using namespace vethscope;
using namespace vethscope::test;
using explain::Agreement;
using explain::ComparedField;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

// A sample's cluster, and one of its captures.
struct Lab {
    explicit Lab(const QString &sample) : cluster(sampleCluster(sample.toStdString())), places(cluster), whose(places), explainer(cluster) {}

    Cluster cluster;
    path::Places places;
    path::Whose whose;
    explain::Explainer explainer;
    Registry registry = protocols::registry();
    Dissector dissector{registry};

    std::unique_ptr<PacketStore> open(const QString &file) const
    {
        const std::vector<std::filesystem::path> paths{file.toStdString()};
        auto store = PacketStore::open(paths);
        if (!store)
            return nullptr;
        (*store)->waitUntilFinished();
        return std::move(*store);
    }
    explain::Point pointOf(const PacketStore &store, std::size_t row) const
    {
        const Frame frame = store.frame(row);
        explain::CommonMacs macs(store, dissector);
        return explain::pointOf(places, macs, row, std::nullopt, explain::shownFrame(frame, dissector.dissect(frame)).ifindex);
    }
    explain::FrameComparison compare(const PacketStore &store, std::size_t row) const
    {
        const Frame frame = store.frame(row);
        return explain::comparisonOf(places, whose, frame, dissector.dissect(frame), pointOf(store, row));
    }
};

QString textOf(const ComparedField &field)
{
    QStringList expected;
    for (const std::string &value : field.expected)
        expected << QString::fromStdString(value);
    QString text = QStringLiteral("%1 %2 %3: %4 | %5, %6").arg(field.scope.data()).arg(field.depth).arg(field.name.data(), expected.isEmpty() ? "-" : expected.join(" or "),
                                                               field.captured ? QString::fromStdString(*field.captured) : "-", explain::nameOf(field.agreement).data());
    if (!field.why.empty())
        text += ": " + QString::fromStdString(field.why.english());
    if (!field.ask.empty())
        text += " [" + QString::fromStdString(field.askOn + ": " + field.ask) + "]";
    return text;
}

QStringList textOf(const explain::FrameComparison &comparison)
{
    QStringList lines;
    for (const ComparedField &field : comparison.fields)
        lines << textOf(field);
    if (!comparison.unforetold.empty())
        lines << "! " + QString::fromStdString(comparison.unforetold.english()) + " [" + QString::fromStdString(comparison.askOn + ": " + comparison.ask) + "]";
    return lines;
}

const ComparedField *fieldOf(const explain::FrameComparison &comparison, std::string_view name, std::size_t depth)
{
    const auto found = std::ranges::find_if(comparison.fields, [&](const ComparedField &field) { return field.name == name && field.depth == depth; });
    return found == comparison.fields.end() ? nullptr : &*found;
}

} // namespace

class ComparisonTest : public QObject
{
    Q_OBJECT

    // The first request from a pod to one on another node, as master's NIC saw it.
    struct Request {
        std::vector<std::byte> bytes;
        Frame frame;
    };
    static Request requestIn(const Lab &lab, const PacketStore &store)
    {
        for (std::size_t row = 0; row < store.size(); ++row) {
            const Frame frame = store.frame(row);
            const Dissection packet = lab.dissector.dissect(frame);
            if (packet.depth() == 1 && explain::headerValue(frame, packet, "tcp.dstport", 1) == "80" && explain::headerValue(frame, packet, "ip.src", 0) == "172.27.0.11") {
                Request request{{frame.bytes.begin(), frame.bytes.end()}, frame};
                request.frame.bytes = request.bytes;
                return request;
            }
        }
        return {};
    }
    static explain::FrameComparison compare(const Lab &lab, const Frame &frame, const explain::Point &point)
    {
        return explain::comparisonOf(lab.places, lab.whose, frame, lab.dissector.dissect(frame), point);
    }
    static explain::Point masterEth0(const Lab &lab) { return {"master", "eth0", {}, lab.places.ofNode("master")}; }

private slots:
    void headersFacingEachOther()
    {
        const Lab lab("flannel-vxlan");
        const auto store = lab.open(samples + "flannel-vxlan/captures/master.eth0.pcapng");
        QVERIFY(store);
        const Request request = requestIn(lab, *store);
        QVERIFY(!request.bytes.empty());
        const explain::FrameComparison comparison = compare(lab, request.frame, masterEth0(lab));
        QStringList lines = textOf(comparison);
        const QStringList numbers{"ip.id", "udp.srcport", "tcp.srcport", "tcp.seq_raw"}; // other ones each time the lab is recorded
        for (QString &line : lines)
            for (const QString &name : numbers)
                if (line.section(' ', 2, 2) == name + ":")
                    line.replace(QRegularExpression("\\| \\w+,"), "| N,");
        QCOMPARE(lines.join('\n'), QStringList({
            "underlay 0 eth.src: 52:54:00:c2:ee:db | 52:54:00:c2:ee:db, match",
            "underlay 0 eth.dst: fe:ee:32:07:ea:07 | fe:ee:32:07:ea:07, match",
            "underlay 0 eth.type: 0x0800 | 0x0800, match",
            "underlay 0 ip.src: 172.27.0.11 | 172.27.0.11, match",
            "underlay 0 ip.dst: 172.27.16.10 | 172.27.16.10, match",
            "underlay 0 ip.ttl: 64 | 64, match",
            "underlay 0 ip.proto: 17 | 17, match",
            "underlay 0 ip.id: - | N, not-predictable: The kernel of the sender counts it, or makes it up",
            "underlay 0 udp.srcport: - | N, not-predictable: A hash of the packet inside, so that routers spread the flows over their links",
            "underlay 0 udp.dstport: 8472 | 8472, match",
            "underlay 0 vxlan.vni: 1 | 1, match",
            "overlay 1 eth.src: 8e:5c:79:80:cd:cc | 8e:5c:79:80:cd:cc, match",
            "overlay 1 eth.dst: 2a:3c:a0:e1:a9:b6 | 2a:3c:a0:e1:a9:b6, match",
            "overlay 1 eth.type: 0x0800 | 0x0800, match",
            "overlay 1 ip.src: - | 10.244.0.60, not-predictable: The application chose it: with it the foretelling begins",
            "overlay 1 ip.dst: - | 10.244.1.3, not-predictable: The application chose it: with it the foretelling begins",
            "overlay 1 ip.ttl: 63 | 63, match",
            "overlay 1 ip.proto: - | 6, not-predictable: The application chose it: with it the foretelling begins",
            "overlay 1 ip.id: - | N, not-predictable: The kernel of the sender counts it, or makes it up",
            "overlay 1 tcp.srcport: - | N, not-predictable: The application chose it: with it the foretelling begins",
            "overlay 1 tcp.dstport: - | 80, not-predictable: The application chose it: with it the foretelling begins",
            "overlay 1 tcp.seq_raw: - | N, not-predictable: The kernel of the sender begins with a random number",
        }).join('\n'));
        QCOMPARE(comparison.count(Agreement::Match), std::size_t(13));
        QCOMPARE(comparison.count(Agreement::NotPredictable), std::size_t(9));
        const ComparedField &gateway = *fieldOf(comparison, "eth.dst", 0);
        QCOMPARE(gateway.origin.kind, path::Origin::Kind::GatewayNeighbour);
        QVERIFY(!gateway.evidence.empty() && gateway.evidence.front().text().find("fe:ee:32:07:ea:07") != std::string_view::npos);
    }

    void changed_data()
    {
        QTest::addColumn<int>("at"); // an octet of the frame
        QTest::addColumn<int>("value");
        QTest::addColumn<QString>("line");
        QTest::newRow("to whom the frame goes") << 5 << 0x08 << "underlay 0 eth.dst: fe:ee:32:07:ea:07 | fe:ee:32:07:ea:08, differs";
        QTest::newRow("hops that are left") << 14 + 8 << 17 << "underlay 0 ip.ttl: 64 | 17, differs";
        QTest::newRow("the tunnel's far end") << 14 + 19 << 11 << "underlay 0 ip.dst: 172.27.16.10 | 172.27.16.11, differs";
        QTest::newRow("the tunnel's number") << 14 + 20 + 8 + 6 << 9 << "underlay 0 vxlan.vni: 1 | 9, differs";
        QTest::newRow("whose frame it is inside") << 50 + 11 << 0xcd << "overlay 1 eth.src: 8e:5c:79:80:cd:cc | 8e:5c:79:80:cd:cd, differs";
        QTest::newRow("hops that are left inside") << 50 + 14 + 8 << 62 << "overlay 1 ip.ttl: 63 | 62, differs: A sender that leaves it at 64 was foretold; an application may begin with another one, and what was translated began earlier";
    }

    // Alone that field differs; what was foretold does not follow the frame.
    void changed()
    {
        QFETCH(int, at);
        QFETCH(int, value);
        QFETCH(QString, line);
        const Lab lab("flannel-vxlan");
        const auto store = lab.open(samples + "flannel-vxlan/captures/master.eth0.pcapng");
        Request request = requestIn(lab, *store);
        QVERIFY(!request.bytes.empty());
        request.bytes[std::size_t(at)] = std::byte(value);
        request.frame.bytes = request.bytes;
        const explain::FrameComparison comparison = compare(lab, request.frame, masterEth0(lab));
        QCOMPARE(comparison.count(Agreement::Differs), std::size_t(1));
        QCOMPARE(comparison.count(Agreement::Match), std::size_t(12));
        QVERIFY2(textOf(comparison).contains(line), qPrintable(textOf(comparison).join('\n')));
    }

    void whatIsCutIsNotObserved()
    {
        const Lab lab("flannel-vxlan");
        const auto store = lab.open(samples + "flannel-vxlan/captures/master.cni0.pcapng");
        std::vector<std::byte> bytes;
        for (std::size_t row = 0; row < store->size() && bytes.empty(); ++row) {
            const Frame frame = store->frame(row);
            if (explain::headerValue(frame, lab.dissector.dissect(frame), "tcp.dstport", 0) == "80")
                bytes.assign(frame.bytes.begin(), frame.bytes.end());
        }
        QVERIFY(!bytes.empty());
        // As `tcpdump -i any` keeps it: sent by us, Ethernet, six bytes of address, and the type; the receiver's address is gone.
        std::vector<std::byte> cooked{std::byte{0}, std::byte{4}, std::byte{0}, std::byte{1}, std::byte{0}, std::byte{6}};
        cooked.insert(cooked.end(), bytes.begin() + 6, bytes.begin() + 12);
        cooked.insert(cooked.end(), 2, std::byte{0});
        cooked.insert(cooked.end(), bytes.begin() + 12, bytes.end());
        Frame frame;
        frame.bytes = cooked;
        frame.linkType = 113;
        frame.originalLength = std::uint32_t(cooked.size());
        const explain::Point point{"master", "cni0", {}, lab.places.ofNode("master")};
        const explain::FrameComparison comparison = compare(lab, frame, point);
        const ComparedField *const receiver = fieldOf(comparison, "eth.dst", 0);
        QVERIFY(receiver && !receiver->captured);
        QCOMPARE(receiver->agreement, Agreement::NotObserved);
        QCOMPARE(receiver->expected.size(), std::size_t(1));
        QCOMPARE(fieldOf(comparison, "eth.src", 0)->agreement, Agreement::Match);
        QCOMPARE(fieldOf(comparison, "eth.type", 0)->agreement, Agreement::Match);
        QCOMPARE(*fieldOf(comparison, "eth.type", 0)->captured, std::string("0x0800"));
    }

    void withoutAPointNothingIsForetold()
    {
        const Lab lab("flannel-vxlan");
        const auto store = lab.open(samples + "flannel-vxlan/captures/master.eth0.pcapng");
        const Request request = requestIn(lab, *store);
        const explain::FrameComparison comparison = compare(lab, request.frame, {});
        QCOMPARE(comparison.unforetold.english(), std::string("Where it was captured is not known"));
        QCOMPARE(comparison.ask, std::string("ip link"));
        QCOMPARE(comparison.count(Agreement::NotPredictable), comparison.fields.size());
        QCOMPARE(textOf(comparison).front(), QString("underlay 0 eth.src: - | 52:54:00:c2:ee:db, not-predictable: Where it was captured is not known [: ip link]"));
        const ComparedField &id = *fieldOf(comparison, "ip.id", 0);
        QVERIFY2(id.ask.empty(), "no command tells it");
    }

    // Where nobody printed the forwarding table, the tunnel's far end is not foretold, and what is missing is said.
    void whatNobodyPrintedSaysWhatToAsk()
    {
        const Lab lab("flannel-vxlan");
        const auto store = lab.open(samples + "flannel-vxlan/captures/master.eth0.pcapng");
        const Request request = requestIn(lab, *store);
        QByteArray session;
        for (const char *host : {"master", "VM-16-10-centos"}) {
            QFile file(samples + "flannel-vxlan/hosts/" + host + ".txt");
            QVERIFY(file.open(QIODevice::ReadOnly));
            bool isLeftOut = false;
            for (const QByteArray &line : file.readAll().split('\n')) {
                if (line.contains("]# "))
                    isLeftOut = line.startsWith("[root@master") && line.contains("bridge fdb");
                if (!isLeftOut)
                    session += line + '\n';
            }
        }
        const Cluster cluster = clusterOfText(session);
        const path::Places places(cluster);
        const path::Whose whose(places);
        const explain::Point point{"master", "eth0", {}, places.ofNode("master")};
        const explain::FrameComparison comparison = explain::comparisonOf(places, whose, request.frame, lab.dissector.dissect(request.frame), point);
        QCOMPARE(textOf(*fieldOf(comparison, "ip.dst", 0)), QString("underlay 0 ip.dst: - | 172.27.16.10, not-predictable: Nobody printed what tells it [master: bridge fdb]"));
        QCOMPARE(fieldOf(comparison, "ip.src", 0)->agreement, Agreement::Match);
        QVERIFY(comparison.unforetold.empty());
    }

    // What goes another way by the hosts' tables is not foretold here, and the reason is said.
    void whatDoesNotComeByHereIsNotForetold()
    {
        const Lab lab("flannel-vxlan");
        const auto store = lab.open(samples + "flannel-vxlan/captures/master.eth0.pcapng");
        const Request request = requestIn(lab, *store);
        const explain::Point elsewhere{"VM-16-10-centos", "cni0", {}, lab.places.ofNode("VM-16-10-centos")};
        const explain::FrameComparison comparison = compare(lab, request.frame, elsewhere);
        QVERIFY2(comparison.unforetold.english().starts_with("By what hosts printed it does not come by here"), comparison.unforetold.english().c_str());
        QCOMPARE(comparison.count(Agreement::Match) + comparison.count(Agreement::Differs), std::size_t(0));
        QVERIFY(comparison.ask.empty());
    }

    void framesThatNobodyRoutes_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("lines");
        QTest::newRow("ARP asks") << QByteArray("ffffffffffff 525400c2eedb 0806 0001 0800 06 04 0001 525400c2eedb ac1b000b 000000000000 ac1b0001") << QString(
            "native 0 eth.src: 52:54:00:c2:ee:db | 52:54:00:c2:ee:db, match\n"
            "native 0 eth.dst: ff:ff:ff:ff:ff:ff or fe:ee:32:07:ea:07 | ff:ff:ff:ff:ff:ff, match\n"
            "native 0 eth.type: 0x0806 | 0x0806, match\n"
            "native 0 arp.src.hw_mac: 52:54:00:c2:ee:db | 52:54:00:c2:ee:db, match\n"
            "native 0 arp.src.proto_ipv4: - | 172.27.0.11, not-predictable: The application chose it: with it the foretelling begins\n"
            "native 0 arp.dst.hw_mac: 00:00:00:00:00:00 | 00:00:00:00:00:00, match\n"
            "native 0 arp.dst.proto_ipv4: - | 172.27.0.1, not-predictable: The application chose it: with it the foretelling begins");
        QTest::newRow("for a group") << QByteArray("01005e0000fb 525400c2eedb 0800 4500001c 00010000 01110000 ac1b000b e00000fb 14e914e9 0008 0000") << QString(
            "native 0 eth.src: - | 52:54:00:c2:ee:db, not-predictable: It is for a group, or for all on the link: nobody routes it");
        QTest::newRow("no IP") << QByteArray("0180c2000000 525400c2eedb 0026 424203 0000 0000") << QString("native 0 eth.src: - | 52:54:00:c2:ee:db, not-predictable: It is no IP packet");
    }

    void framesThatNobodyRoutes()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QString, lines);
        const Lab lab("flannel-vxlan");
        const QByteArray octets = QByteArray::fromHex(frame);
        Frame made;
        made.bytes = std::as_bytes(std::span(octets.constData(), std::size_t(octets.size())));
        made.originalLength = std::uint32_t(octets.size());
        const QString all = textOf(compare(lab, made, masterEth0(lab))).join('\n');
        QVERIFY2(all.startsWith(lines), qPrintable(all));
        QVERIFY2(QString(QTest::currentDataTag()).startsWith("ARP") == !all.contains("! "), qPrintable(all));
    }

    void captured_data()
    {
        QTest::addColumn<QString>("counted");
        QTest::addColumn<QString>("differing");
        QTest::newRow("flannel-vxlan") << "7935 values as tshark's, 1880 expectations as explain's; 3754 match, 10 differ, 9 of them in the sender's TTL, 4235 not predictable"
            << "master.cni0.pcapng frame 63 native 0 eth.src: b2:ad:3a:6e:3a:4f | 82:2a:05:51:fe:51, differs";
        QTest::newRow("flannel-udp") << "4336 values as tshark's, 983 expectations as explain's; 1972 match, 6 differ, 6 of them in the sender's TTL, 2430 not predictable" << "";
        QTest::newRow("flannel-host-gw") << "3020 values as tshark's, 643 expectations as explain's; 1206 match, 0 differ, 0 of them in the sender's TTL, 1902 not predictable" << "";
        QTest::newRow("calico-ipip") << "5014 values as tshark's, 941 expectations as explain's; 1855 match, 4 differ, 4 of them in the sender's TTL, 3227 not predictable" << "";
        QTest::newRow("calico-bgp-mesh") << "2853 values as tshark's, 632 expectations as explain's; 1152 match, 12 differ, 10 of them in the sender's TTL, 1797 not predictable"
            << "mesh-2.eth0.pcapng frame 38 native 0 eth.dst: 52:54:00:a4:17:c8 | fe:ee:47:d3:60:01, differs\n"
               "mesh-2.eth0.pcapng frame 39 native 0 eth.dst: 52:54:00:a4:17:c8 | fe:ee:47:d3:60:01, differs";
        QTest::newRow("calico-bgp-rr") << "5709 values as tshark's, 1154 expectations as explain's; 2172 match, 18 differ, 16 of them in the sender's TTL, 3643 not predictable"
            << "cr-worker1.eth0.pcapng frame 66 native 0 eth.dst: 52:54:00:c0:4b:a2 | fe:ee:d8:15:9a:01, differs\n"
               "cr-worker1.eth0.pcapng frame 67 native 0 eth.dst: 52:54:00:c0:4b:a2 | fe:ee:d8:15:9a:01, differs";
        QTest::newRow("flannel-vxlan-dual") << "7329 values as tshark's, 1870 expectations as explain's; 3696 match, 50 differ, 50 of them in the sender's TTL, 3631 not predictable" << "";
        QTest::newRow("flannel-wireguard") << "2776 values as tshark's, 702 expectations as explain's; 1155 match, 6 differ, 6 of them in the sender's TTL, 1663 not predictable" << "";
        QTest::newRow("calico-vxlan") << "5651 values as tshark's, 1584 expectations as explain's; 3196 match, 26 differ, 26 of them in the sender's TTL, 2473 not predictable" << "";
        QTest::newRow("calico-bgp-dual") << "1758 values as tshark's, 384 expectations as explain's; 723 match, 10 differ, 10 of them in the sender's TTL, 1057 not predictable" << "";
    }

    // Every frame of the lab: the values are tshark's, and what is foretold is what explain foretells.
    void captured()
    {
        NEEDS_PROGRAMS("tshark");
        const QString sample = QTest::currentDataTag();
        const Lab lab(sample);
        const Tshark tshark;
        const QStringList names{"eth.src", "eth.dst", "eth.type", "ip.src", "ip.dst", "ip.ttl", "ip.proto", "ip.id", "ipv6.src", "ipv6.dst", "ipv6.hlim",
                                "ipv6.nxt", "udp.srcport", "udp.dstport", "vxlan.vni", "tcp.srcport", "tcp.dstport", "tcp.seq_raw", "icmp.type", "icmpv6.type"};
        int values = 0, compared = 0, timesToLive = 0;
        std::map<Agreement, int> counts;
        QStringList differing;
        for (const QFileInfo &file : QDir(samples + sample + "/captures").entryInfoList({"*.eth0.pcapng", "*.cni0.pcapng", "*.tunl0.pcapng", "*.flannel.1.pcapng"}, QDir::Files, QDir::Name)) {
            if (file.fileName().startsWith("router."))
                continue;
            const auto store = lab.open(file.filePath());
            QVERIFY(store);
            const QList<QByteArray> lines = tshark.fields(file.filePath(), names);
            QVERIFY(std::size_t(lines.size()) >= store->size()); // and perhaps an empty one
            for (std::size_t row = 0; row < store->size(); ++row) {
                const QString where = QStringLiteral("%1 frame %2 ").arg(file.fileName()).arg(row + 1);
                const explain::FrameComparison comparison = lab.compare(*store, row);
                const QList<QByteArray> shown = lines[qsizetype(row)].split('\t');
                for (qsizetype i = 0; i < names.size(); ++i) {
                    QList<QByteArray> ours;
                    for (const ComparedField &field : comparison.fields)
                        if (names[i] == QLatin1String(field.name.data(), qsizetype(field.name.size())) && field.captured)
                            ours << QByteArray::fromStdString(*field.captured);
                    const QList<QByteArray> theirs = shown.value(i).isEmpty() ? QList<QByteArray>() : shown[i].split(',');
                    // tshark counts what an ICMP error quotes, and flannel's inside as data.
                    QVERIFY2(theirs.mid(0, ours.size()) == ours.mid(0, theirs.size()) && (ours.size() <= theirs.size() || sample == "flannel-udp"),
                             qPrintable(where + names[i] + ": " + ours.join(' ') + " | " + theirs.join(' ')));
                    values += int(ours.size());
                }
                const Frame frame = store->frame(row);
                const explain::ShownFrame onWire = explain::shownFrame(frame, lab.dissector.dissect(frame));
                const explain::FrameExplanation explanation = lab.explainer.explain(onWire, comparison.point);
                for (const explain::FieldExplanation &explained : explanation.fields) {
                    const ComparedField *const field = fieldOf(comparison, explained.name, explained.depth);
                    if (!field || explained.expected.empty())
                        continue;
                    QVERIFY2(field->expected == explained.expected && (field->agreement == Agreement::Match) == explained.matches(), qPrintable(where + textOf(*field)));
                    ++compared;
                }
                for (const ComparedField &field : comparison.fields) {
                    ++counts[field.agreement];
                    if (field.agreement == Agreement::Differs && field.why.empty())
                        differing << where + textOf(field);
                    else if (field.agreement == Agreement::Differs)
                        ++timesToLive;
                }
            }
        }
        QCOMPARE(counts[Agreement::NotObserved], 0);
        QTEST(differing.join('\n'), "differing");
        QTEST(QStringLiteral("%1 values as tshark's, %2 expectations as explain's; %3 match, %4 differ, %5 of them in the sender's TTL, %6 not predictable").arg(values).arg(compared)
                  .arg(counts[Agreement::Match]).arg(counts[Agreement::Differs]).arg(timesToLive).arg(counts[Agreement::NotPredictable]), "counted");
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
