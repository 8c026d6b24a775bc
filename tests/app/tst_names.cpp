#include "tests/support/commandline.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

// `vethscope-cli dump --snapshot`: names of the lab's six clusters from host output, beside the truth that the lab wrote from the
// network namespaces.

using namespace vethscope::test;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

struct Owner {
    QString pod;
    QString node;
};

QString bare(const QJsonValue &address)
{
    return address.toString().section('/', 0, 0);
}

// Whose an address is; what two nodes have names nobody.
QMap<QString, Owner> ownersIn(const QJsonObject &truth)
{
    QMap<QString, Owner> owners;
    for (const QJsonValue &node : truth["nodes"].toArray())
        for (const QJsonValue &interface : node["interfaces"].toArray())
            for (const QJsonValue &address : interface["addresses"].toArray()) {
                const QString name = node["name"].toString();
                Owner &owner = owners[bare(address)];
                owner.node = owner.node.isEmpty() || owner.node == name ? name : "?";
            }
    for (const QJsonValue &pod : truth["pods"].toArray())
        for (const QJsonValue &address : pod["addresses"].toArray())
            owners[bare(address)] = {pod["name"].toString(), pod["node"].toString()};
    for (Owner &owner : owners)
        if (owner.node == "?")
            owner.node.clear();
    return owners;
}

QJsonObject truthOf(const QString &cluster)
{
    QFile file(samples + cluster + "/truth.json");
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList linesOf(const QString &cluster, const QString &capture, const QStringList &options)
{
    const CommandResult result = runCommandLine(QStringList{"dump", "-r", samples + cluster + "/captures/" + capture,
                                                            "--snapshot", samples + cluster + "/hosts", "-T", "fields"} + options);
    if (result.code != 0)
        qWarning("exit code %d: %s", result.code, result.error.constData());
    return QString::fromUtf8(result.output).split('\n', Qt::SkipEmptyParts);
}

} // namespace

class TestNames : public QObject
{
    Q_OBJECT

private slots:
    void namesAreTrue_data()
    {
        QTest::addColumn<QString>("cluster");
        for (const char *cluster : {"flannel-vxlan", "flannel-udp", "flannel-host-gw", "calico-ipip", "calico-bgp-mesh", "calico-bgp-rr", "flannel-vxlan-dual", "flannel-wireguard", "calico-vxlan"})
            QTest::newRow(cluster) << QString(cluster);
    }

    void namesAreTrue()
    {
        QFETCH(QString, cluster);
        const QMap<QString, Owner> owners = ownersIn(truthOf(cluster));
        QVERIFY(!owners.isEmpty());
        int pods = 0;
        int nodes = 0;
        for (const QString &capture : QDir(samples + cluster + "/captures").entryList(QDir::Files)) {
            // The last ip.src is the innermost packet's, unless an ICMP error quotes another.
            for (const QString &line : linesOf(cluster, capture,
                                               {"-Y", "ip && !(icmp.type in {3, 5, 11})", "-E", "occurrence=l", "-e", "ip.src", "-e", "k8s.src.pod", "-e",
                                                "k8s.src.node", "-e", "ip.dst", "-e", "k8s.dst.pod", "-e", "k8s.dst.node"})) {
                const QStringList cells = line.split('\t');
                QCOMPARE(cells.size(), 6);
                const Owner source = owners.value(cells[0]);
                const Owner destination = owners.value(cells[3]);
                QCOMPARE(cells, (QStringList{cells[0], source.pod, source.node, cells[3], destination.pod, destination.node}));
                pods += !source.pod.isEmpty();
                nodes += !source.node.isEmpty();
            }
        }
        QVERIFY(pods > 50);
        QVERIFY(nodes >= pods);
    }

    void filterByName()
    {
        const QStringList byName = linesOf("flannel-vxlan", "master.eth0.pcapng", {"-Y", "k8s.src.pod == \"tea-6fb46d899f-4zkt2\"", "-e", "frame.number"});
        QVERIFY(!byName.isEmpty());
        QCOMPARE(byName, linesOf("flannel-vxlan", "master.eth0.pcapng", {"-Y", "overlay.ip.src == 10.244.0.60", "-e", "frame.number"}));
    }

    void senderAndTargetOfArp()
    {
        const QMap<QString, Owner> owners = ownersIn(truthOf("flannel-vxlan"));
        int pods = 0;
        for (const QString &line : linesOf("flannel-vxlan", "master.cni0.pcapng", {"-Y", "arp", "-e", "arp.src.proto_ipv4", "-e", "k8s.src.pod", "-e", "k8s.src.node",
                                                                                   "-e", "arp.dst.proto_ipv4", "-e", "k8s.dst.pod", "-e", "k8s.dst.node"})) {
            const QStringList cells = line.split('\t');
            QCOMPARE(cells.size(), 6);
            const Owner sender = owners.value(cells[0]);
            const Owner target = owners.value(cells[3]);
            QCOMPARE(cells, (QStringList{cells[0], sender.pod, sender.node, cells[3], target.pod, target.node}));
            pods += !sender.pod.isEmpty() + !target.pod.isEmpty();
        }
        QVERIFY(pods > 3);
    }

    void devicesToo()
    {
        const QStringList bridge = linesOf("flannel-vxlan", "master.cni0.pcapng", {"-Y", "k8s.src.interface == \"cni0\"", "-e", "frame.number"});
        QVERIFY(!bridge.isEmpty());
        QCOMPARE(bridge, linesOf("flannel-vxlan", "master.cni0.pcapng", {"-Y", "ip.src == 10.244.0.1 || arp.src.proto_ipv4 == 10.244.0.1 || ipv6.src == fe80::802a:5ff:fe51:fe51", "-e", "frame.number"}));
    }

    // By itself: the frames of which host facts tell something.
    void framesWithNames()
    {
        const QStringList fields{"-e", "frame.number", "-e", "k8s.src.node", "-e", "k8s.dst.node", "-e", "k8s.src.pod", "-e", "k8s.dst.pod", "-e", "k8s.src.service",
                                 "-e", "k8s.dst.service", "-e", "k8s.traffic"};
        QStringList named = linesOf("flannel-vxlan", "master.eth0.pcapng", fields);
        const qsizetype all = named.size();
        named.removeIf([](const QString &line) { return line.section('\t', 1).trimmed().isEmpty(); });
        QVERIFY(named.size() > 10 && named.size() < all);
        QCOMPARE(linesOf("flannel-vxlan", "master.eth0.pcapng", QStringList{"-Y", "k8s"} + fields), named);
        const CommandResult without = runCommandLine({"dump", "-r", samples + "flannel-vxlan/captures/master.eth0.pcapng", "-Y", "k8s"});
        QCOMPARE(without.code, 0);
        QCOMPARE(without.output, QByteArray());
    }

    // With names and TCP's analysis asked for together, neither loses what the other knows.
    void besideTheFlows()
    {
        const QStringList fields{"-Y", "tcp", "-e", "tcp.stream", "-e", "k8s.src.node"};
        const QStringList lines = linesOf("flannel-vxlan", "master.cni0.pcapng", fields);
        QVERIFY(!lines.isEmpty());
        for (const QString &line : lines)
            QVERIFY2(!line.section('\t', 0, 0).isEmpty(), qPrintable(line));
        QVERIFY(lines.filter(QRegularExpression("\tmaster$")).size() > 0);
    }

    void trafficWithoutATunnel_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<QString>("capture");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("traffic");
        QTest::newRow("on the bridge") << "flannel-vxlan" << "master.cni0.pcapng" << "tcp" << "pod";
        QTest::newRow("routed by host-gw") << "flannel-host-gw" << "k8s-master.eth0.pcapng" << "ip.addr == 10.244.0.0/16 && tcp" << "pod";
        QTest::newRow("BGP") << "calico-bgp-mesh" << "mesh-1.eth0.pcapng" << "bgp" << "node";
        QTest::newRow("in a tunnel") << "flannel-vxlan" << "master.eth0.pcapng" << "vxlan" << "";
    }

    void trafficWithoutATunnel()
    {
        QFETCH(QString, cluster);
        QFETCH(QString, capture);
        QFETCH(QString, filter);
        QFETCH(QString, traffic);
        QStringList lines = linesOf(cluster, capture, {"-Y", filter, "-e", "frame.number", "-e", "k8s.traffic"});
        QVERIFY(!lines.isEmpty());
        for (const QString &line : lines)
            QCOMPARE(line.section('\t', 1), traffic);
    }

    void withoutASnapshot()
    {
        const CommandResult result = runCommandLine({"dump", "-r", samples + "flannel-vxlan/captures/master.eth0.pcapng", "-c", "3", "-T", "fields", "-e", "k8s.src.pod"});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.output, QByteArray("\n\n\n"));
    }

    // It is a filter, and matches nothing; whoever wrote it is told why. So is who has left out parentheses.
    void doubtfulFilters()
    {
        const QStringList dump{"dump", "-r", samples + "flannel-vxlan/captures/master.eth0.pcapng", "-Y"}, hosts{"--snapshot", samples + "flannel-vxlan/hosts"};
        const CommandResult without = runCommandLine(dump + QStringList{"k8s.src.pod"});
        QCOMPARE(without.code, 0);
        QCOMPARE(without.output, QByteArray());
        QCOMPARE(without.error, QByteArray("vethscope-cli: no host snapshot is loaded: k8s fields are in no packet\n    k8s.src.pod\n    ^^^^^^^^^^^\n"));
        const CommandResult with = runCommandLine(dump + QStringList{"k8s.src.pod"} + hosts);
        QCOMPARE(with.code, 0);
        QVERIFY(with.output.count('\n') > 10);
        QCOMPARE(with.error, QByteArray());
        const CommandResult mixed = runCommandLine(dump + QStringList{"arp || ip && udp"});
        QCOMPARE(mixed.code, 0);
        QCOMPARE(mixed.output, runCommandLine(dump + QStringList{"arp || (ip && udp)"}).output);
        QVERIFY2(mixed.error.contains("parentheses"), mixed.error.constData());
    }

    void aSnapshotThatIsNotThere()
    {
        const CommandResult result = runCommandLine({"dump", "-r", samples + "flannel-vxlan/captures/master.eth0.pcapng", "--snapshot", "/nowhere"});
        QCOMPARE(result.code, 3);
        QVERIFY(result.error.contains("/nowhere"));
        QCOMPARE(result.output, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
