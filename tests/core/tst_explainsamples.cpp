#include "core/explain/explanation.h"
#include "core/protocols/protocols.h"
#include "tests/support/samplecluster.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>
#include <set>

// Every address of every frame that the lab captured, explained: held against the lab's truth, which the network namespaces wrote themselves.

using namespace vethscope;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

// RFC 4291, appendix A: the address that a device gives itself, by its MAC.
QString linkLocalOf(const QString &mac)
{
    const auto parsed = MacAddress::parse(mac.toStdString());
    if (!parsed)
        return {};
    const auto &b = parsed->bytes();
    const QString text = QString::asprintf("fe80::%02x%02x:%02xff:fe%02x:%02x%02x", b[0] ^ 2, b[1], b[2], b[3], b[4], b[5]);
    return QString::fromStdString(IpAddress::parse(text.toStdString())->text());
}

// Who has which address, as `node interface` or `pod NAMESPACE/NAME`; a router's is `router interface`.
class Truth
{
public:
    explicit Truth(const QString &sample)
    {
        QFile file(samples + sample + "/truth.json");
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();
        for (const QJsonValue &node : truth["nodes"].toArray())
            addMachine(node["name"].toString(), node);
        for (const QJsonValue &router : truth["routers"].toArray())
            addMachine("router", router);
        for (const QJsonValue &pod : truth["pods"].toArray()) {
            const QString name = "pod " + pod["namespace"].toString() + "/" + pod["name"].toString();
            add(pod["mac"].toString(), name);
            add(linkLocalOf(pod["mac"].toString()), name);
            for (const QJsonValue &address : pod["addresses"].toArray())
                add(address.toString(), name);
        }
        for (const QJsonValue &service : truth["services"].toArray())
            add(service["cluster_ip"].toString(), "service");
    }

    bool isEmpty() const { return m_owners.empty(); }
    std::set<QString> of(const QString &value) const
    {
        const auto found = m_owners.find(value);
        return found == m_owners.end() ? std::set<QString>() : found->second;
    }
    bool isNodes(const QString &address) const
    {
        const auto owners = of(address);
        return std::ranges::any_of(owners, [](const QString &owner) { return !owner.startsWith("pod ") && !owner.startsWith("router ") && owner != "service"; });
    }
    // Whether the machine that has the address has the MAC on one of its devices.
    bool isAt(const QString &address, const QString &mac) const
    {
        for (const QString &owner : of(address))
            for (const QString &other : of(mac))
                if (owner == other || (!owner.startsWith("pod ") && owner.section(' ', 0, 0) == other.section(' ', 0, 0)))
                    return true;
        return false;
    }

private:
    void addMachine(const QString &name, const QJsonValue &machine)
    {
        for (const QJsonValue &device : machine["interfaces"].toArray()) {
            if (device["kind"] == "loopback")
                continue;
            const QString owner = name + " " + device["name"].toString();
            add(device["mac"].toString(), owner);
            for (const QJsonValue &address : device["addresses"].toArray())
                add(address.toString().section('/', 0, 0), owner);
        }
    }
    void add(const QString &value, const QString &owner)
    {
        if (!value.isEmpty())
            m_owners[value].insert(owner);
    }

    std::map<QString, std::set<QString>> m_owners;
};

// What is wrong about the origin by the lab's truth; empty where nothing is.
QString untrue(const explain::FieldExplanation &field, const Truth &truth)
{
    const path::Origin &origin = field.origin;
    const QString value = QString::fromStdString(field.value), ip = origin.ip ? QString::fromStdString(origin.ip->text()) : QString();
    const auto owners = truth.of(value);
    const auto has = [&](const QString &owner) { return owners.contains(owner); };
    using Kind = path::Origin::Kind;
    switch (origin.kind) {
    case Kind::PodMac:
    case Kind::PodIp: return has("pod " + QString::fromStdString(origin.pod)) ? QString() : "another pod's";
    case Kind::InterfaceMac:
    case Kind::InterfaceIp:
        if (origin.node.empty())
            return std::ranges::any_of(owners, [](const QString &owner) { return owner.startsWith("router "); }) ? QString() : "no router's";
        return has(QString::fromStdString(origin.node + " " + origin.interface)) ? QString() : "another device's";
    case Kind::Neighbour:
    case Kind::GatewayNeighbour: return truth.isAt(ip, value) ? QString() : "not where " + ip + " is";
    case Kind::Fdb:
    case Kind::TunnelRemote:
    case Kind::Lease: return truth.isNodes(value) ? QString() : "no node's";
    case Kind::ServiceIp: return has("service") ? QString() : "no service's";
    case Kind::LinkLocalGateway: return value == "ee:ee:ee:ee:ee:ee" || value == ip ? QString() : "not Calico's";
    case Kind::External: return owners.empty() ? QString() : "of the cluster";
    case Kind::Unknown: // nobody printed what a router calls itself on its links
        return owners.empty() || (value.startsWith("fe80") && owners.begin()->startsWith("router ")) ? QString() : "somebody's, but unknown";
    default: return owners.empty() ? QString() : "somebody's";
    }
}

class Comparison
{
public:
    explicit Comparison(const QString &sample)
        : m_truth(sample), m_cluster(test::sampleCluster(sample.toStdString())), m_explainer(m_cluster), m_registry(protocols::registry()), m_dissector(m_registry)
    {
        const QString folder = samples + sample + "/captures";
        for (const QFileInfo &file : QDir(folder).entryInfoList({"*.pcapng", "*.pcap"}, QDir::Files, QDir::Name))
            if (!file.fileName().startsWith("router."))
                explainFile(file);
    }

    bool isReady() const { return !m_truth.isEmpty(); }

    int frames = 0, fields = 0, proven = 0, foretold = 0;
    std::map<QString, int> left; // what was not foretold, and why
    QStringList wrong, unmatched;
    std::map<QString, int> kinds;

private:
    void explainFile(const QFileInfo &file)
    {
        const std::vector<std::filesystem::path> paths{file.filePath().toStdString()};
        const auto store = PacketStore::open(paths);
        QVERIFY2(store, qPrintable(file.filePath()));
        (*store)->waitUntilFinished();
        explain::CommonMacs macs(**store, m_dissector);
        for (std::size_t row = 0; row < (*store)->size(); ++row) {
            const Frame frame = (*store)->frame(row);
            const explain::ShownFrame shown = explain::shownFrame(frame, m_dissector.dissect(frame));
            const explain::Point point = explain::pointOf(m_explainer.places(), macs, row, std::nullopt, shown.ifindex);
            const explain::FrameExplanation explanation = m_explainer.explain(shown, point);
            ++frames;
            for (const explain::FieldExplanation &field : explanation.fields)
                judge(field, explanation, shown, QString("%1 frame %2").arg(file.fileName()).arg(row + 1));
        }
    }

    void judge(const explain::FieldExplanation &field, const explain::FrameExplanation &explanation, const explain::ShownFrame &shown, const QString &where)
    {
        const QString what = QString("%1 %2 %3 %4 %5 %6").arg(where, field.scope.data()).arg(field.depth).arg(field.name.data(), QString::fromStdString(field.value), nameOf(field.origin.kind).data());
        ++fields;
        ++kinds[nameOf(field.origin.kind).data()];
        if (const QString complaint = untrue(field, m_truth); !complaint.isEmpty())
            wrong << what + ": " + complaint;
        proven += !field.evidence.empty();
        if (field.matches() == true)
            ++foretold;
        else if (field.matches() == false)
            unmatched << what + ": foretold " + QString::fromStdString(field.expected.front());
        else if (field.name.starts_with("eth") || field.depth < shown.depth)
            ++left[explanation.unforetold.empty() ? QString::fromStdString(field.ask) : QString::fromStdString(explanation.unforetold.english()).section(' ', 0, 3)];
    }

    Truth m_truth;
    Cluster m_cluster;
    explain::Explainer m_explainer;
    Registry m_registry;
    Dissector m_dissector;
};

} // namespace

class TestExplainSamples : public QObject
{
    Q_OBJECT

private slots:
    void captured_data()
    {
        QTest::addColumn<QString>("counted");
        QTest::addColumn<QString>("kinds");
        QTest::addColumn<QString>("others"); // what is not as the hosts' tables have it
        QTest::newRow("flannel-vxlan") << "1763 frames, 7715 fields, 7257 with a line, 4184 as foretold, left out 2 ip link"
            << "48 broadcast, 126 external, 249 fdb, 789 gateway-neighbour, 484 interface-ip, 1345 interface-mac, 213 multicast, 428 neighbour, 2876 pod-ip, 921 pod-mac, 165 service-ip, 3 unknown, 68 unset"
            << "master.any.pcap frame 258 native 0 sll.src.eth 82:2a:05:51:fe:51 interface-mac: foretold b2:ad:3a:6e:3a:4f\n"
            "master.cni0.pcapng frame 63 native 0 eth.src 82:2a:05:51:fe:51 interface-mac: foretold b2:ad:3a:6e:3a:4f";
        QTest::newRow("flannel-udp") << "1160 frames, 4506 fields, 4293 with a line, 2182 as foretold, left out 3 ip link"
            << "17 broadcast, 289 gateway-neighbour, 460 interface-ip, 728 interface-mac, 228 lease, 140 multicast, 207 neighbour, 1940 pod-ip, 394 pod-mac, 47 service-ip, 18 unknown, 38 unset"
            << "";
        QTest::newRow("flannel-host-gw") << "873 frames, 3414 fields, 3211 with a line, 1658 as foretold, left out 4 From where 172.27.0.1 sends, left out 3 ip link"
            << "29 broadcast, 316 gateway-neighbour, 192 interface-ip, 596 interface-mac, 122 multicast, 206 neighbour, 1419 pod-ip, 420 pod-mac, 62 service-ip, 4 unknown, 48 unset"
            << "";
        QTest::newRow("calico-ipip") << "1203 frames, 4698 fields, 4533 with a line, 2288 as foretold, left out 3 ip link"
            << "21 broadcast, 148 gateway-neighbour, 705 interface-ip, 911 interface-mac, 196 link-local-gateway, 90 multicast, 226 neighbour, 1775 pod-ip, 312 pod-mac, 53 service-ip, 207 tunnel-remote, 20 unknown, 34 unset"
            << "";
        QTest::newRow("calico-bgp-mesh") << "697 frames, 2751 fields, 2561 with a line, 1347 as foretold, left out 6 ip link"
            << "25 broadcast, 90 gateway-neighbour, 569 interface-ip, 641 interface-mac, 105 link-local-gateway, 114 multicast, 240 neighbour, 740 pod-ip, 176 pod-mac, 15 unknown, 36 unset"
            << "mesh-2.eth0.pcapng frame 38 native 0 eth.dst fe:ee:47:d3:60:01 interface-mac: foretold 52:54:00:a4:17:c8\n"
            "mesh-2.eth0.pcapng frame 39 native 0 eth.dst fe:ee:47:d3:60:01 interface-mac: foretold 52:54:00:a4:17:c8";
        QTest::newRow("calico-bgp-rr") << "1036 frames, 4024 fields, 3768 with a line, 1923 as foretold, left out 14 By what hosts printed, left out 10 ip link"
            << "25 broadcast, 76 gateway-neighbour, 1392 interface-ip, 1021 interface-mac, 87 link-local-gateway, 171 multicast, 483 neighbour, 559 pod-ip, 150 pod-mac, 20 unknown, 40 unset"
            << "cr-worker1.eth0.pcapng frame 66 native 0 eth.dst fe:ee:d8:15:9a:01 interface-mac: foretold 52:54:00:c0:4b:a2\n"
            "cr-worker1.eth0.pcapng frame 67 native 0 eth.dst fe:ee:d8:15:9a:01 interface-mac: foretold 52:54:00:c0:4b:a2";
        QTest::newRow("flannel-vxlan-dual") << "1099 frames, 5228 fields, 5064 with a line, 3024 as foretold, left out 6 ip link"
            << "12 broadcast, 16 external, 194 fdb, 762 gateway-neighbour, 620 interface-ip, 1117 interface-mac, 114 multicast, 278 neighbour, 1639 pod-ip, 400 pod-mac, 54 service-ip, 6 unknown, 16 unset"
            << "";
        QTest::newRow("flannel-wireguard") << "640 frames, 2360 fields, 2272 with a line, 1200 as foretold, left out 2 ip link"
            << "10 broadcast, 231 gateway-neighbour, 348 interface-ip, 452 interface-mac, 54 multicast, 153 neighbour, 745 pod-ip, 194 pod-mac, 27 service-ip, 122 tunnel-remote, 10 unknown, 14 unset"
            << "";
        QTest::newRow("calico-vxlan") << "1069 frames, 5242 fields, 5109 with a line, 3098 as foretold, left out 6 ip link"
            << "19 broadcast, 12 external, 220 fdb, 580 gateway-neighbour, 725 interface-ip, 1232 interface-mac, 222 link-local-gateway, 62 multicast, 274 neighbour, 1520 pod-ip, 292 pod-mac, 44 service-ip, 18 unknown, 22 unset"
            << "";
        QTest::newRow("calico-bgp-dual") << "369 frames, 1516 fields, 1432 with a line, 776 as foretold, left out 2 ip link"
            << "8 broadcast, 12 external, 70 gateway-neighbour, 262 interface-ip, 310 interface-mac, 80 link-local-gateway, 48 multicast, 170 neighbour, 408 pod-ip, 110 pod-mac, 22 service-ip, 6 unknown, 10 unset"
            << "";
    }

    void captured()
    {
        QFETCH(QString, counted);
        const Comparison comparison(QTest::currentDataTag());
        QVERIFY(comparison.isReady());
        QVERIFY2(comparison.wrong.isEmpty(), qPrintable(QString::number(comparison.wrong.size()) + "\n" + comparison.wrong.mid(0, 40).join('\n')));
        QTEST(comparison.unmatched.join('\n'), "others");
        QString rest;
        for (const auto &[why, count] : comparison.left)
            rest += QString(", left out %1 %2").arg(count).arg(why);
        QStringList kinds;
        for (const auto &[kind, count] : comparison.kinds)
            kinds << QString("%1 %2").arg(count).arg(kind);
        QTEST(kinds.join(", "), "kinds");
        QCOMPARE(QString("%1 frames, %2 fields, %3 with a line, %4 as foretold%5").arg(comparison.frames).arg(comparison.fields).arg(comparison.proven)
                     .arg(comparison.foretold).arg(rest), counted);
    }
};

QTEST_GUILESS_MAIN(TestExplainSamples)
#include "tst_explainsamples.moc"
