#include "core/kernel/bridgeforwarding.h"
#include "core/kernel/tunnelforwarding.h"

#include "tests/support/kernelspace.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::kernel;

// Where bridges and tunnel devices send frames.
class tst_kernel_forwarding : public QObject
{
    Q_OBJECT

private slots:
    void tunnel_data();
    void tunnel();
    void remote_data();
    void remote();
    void bridge_data();
    void bridge();
};

void tst_kernel_forwarding::tunnel_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("mac");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("evidence");
    QTest::addColumn<QString>("device");

    const QString one = "02:00:00:00:00:01 dev x0 dst 10.0.0.7 self permanent", defaults = "00:00:00:00:00:00 dev x0 dst 10.0.0.8 self permanent / 00:00:00:00:00:00 dev x0 dst 10.0.0.9 self permanent";
    const auto row = [](const char *name, const QString &outputs, const char *answer, const char *evidence = "", const char *mac = "02:00:00:00:00:01", const char *device = "x0") {
        QTest::newRow(name) << outputs << mac << answer << evidence << device;
    };
    row("its entry", "bridge fdb=" + one, "10.0.0.7", "02:00:00:00:00:01 dev x0 dst 10.0.0.7 self permanent");
    row("before the default ones", "bridge fdb=" + one + " / " + defaults, "10.0.0.7 < 00:00:00:00:00:00 default entry < 00:00:00:00:00:00 default entry",
        "02:00:00:00:00:01 dev x0 dst 10.0.0.7 self permanent");
    row("all default ones", "bridge fdb=" + defaults, "default 10.0.0.8 10.0.0.9", "00:00:00:00:00:00 dev x0 dst 10.0.0.8 self permanent + 00:00:00:00:00:00 dev x0 dst 10.0.0.9 self permanent");
    row("asked for themselves", "bridge fdb=" + defaults, "default 10.0.0.8 10.0.0.9", "00:00:00:00:00:00 dev x0 dst 10.0.0.8 self permanent + 00:00:00:00:00:00 dev x0 dst 10.0.0.9 self permanent",
        "00:00:00:00:00:00");
    row("none", "bridge fdb=" + one, "none", "", "02:00:00:00:00:02");
    row("of another device", "bridge fdb=02:00:00:00:00:01 dev x1 dst 10.0.0.7 self permanent", "none");
    row("the bridge's entry for it as a port", "bridge fdb=02:00:00:00:00:01 dev x0 master br0", "none");
    row("printed in part", "bridge fdb | grep x0=" + one, "10.0.0.7", "02:00:00:00:00:01 dev x0 dst 10.0.0.7 self permanent");
    row("printed in part, another", "bridge fdb | grep x0=" + one, "unseen: bridge fdb", "", "02:00:00:00:00:02");
    row("printed in part, a default one", "bridge fdb | grep x0=" + defaults, "default 10.0.0.8 10.0.0.9 ? bridge fdb",
        "00:00:00:00:00:00 dev x0 dst 10.0.0.8 self permanent + 00:00:00:00:00:00 dev x0 dst 10.0.0.9 self permanent");
    row("nobody looked", "hostname=fir", "unseen: bridge fdb");
    const QString device = "ip -d link=7: x0: <BROADCAST,MULTICAST,UP> mtu 1450 state UNKNOWN /     link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff /     vxlan id 7 remote 10.0.0.6 local 10.0.0.1 dev eth0 srcport 0 0 dstport 4789";
    row("the device's remote", device, "default 10.0.0.6 ? bridge fdb", "vxlan id 7 remote 10.0.0.6 local 10.0.0.1 dev eth0 srcport 0 0 dstport 4789");
    const QString plain = "ip -d link=7: x0: <BROADCAST,MULTICAST,UP> mtu 1450 state UNKNOWN /     link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff";
    row("a device without a remote", plain + " /     vxlan id 7 local 10.0.0.1 dev eth0 srcport 0 0 dstport 4789", "unseen: bridge fdb");
    row("a device that is no tunnel", plain, "unseen: bridge fdb");
    const QString geneve = plain + " /     geneve id 7 ", noFdb = " ; bridge fdb=02:00:00:00:00:09 dev br0 self permanent";
    row("Geneve's remote decides alone", geneve + "remote 10.0.0.6 ttl auto dstport 6081" + noFdb + " / 02:00:00:00:00:01 dev x0 dst 10.0.0.7 self permanent", "default 10.0.0.6", "geneve id 7 remote 10.0.0.6 ttl auto dstport 6081");
    row("and nothing is taken for granted", geneve + "remote 10.0.0.6 ttl auto dstport 6081", "default 10.0.0.6", "geneve id 7 remote 10.0.0.6 ttl auto dstport 6081");
    row("Geneve without one", geneve + "ttl auto dstport 6081", "none");
    row("Geneve of which nobody printed it", "ip link=7: genev_sys_6081: <BROADCAST,UP> mtu 1450 state UNKNOWN /     link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff", "unseen: bridge fdb", "", "02:00:00:00:00:01", "genev_sys_6081");
    const auto external = [&](const char *kind, const char *name) { return QString(plain).replace("x0", name) + " /     " + kind + " external id 0 ttl auto dstport 6081" + noFdb; };
    row("told of each packet by its route", external("geneve", "x0"), "unseen: ip -d route");
    row("by Open vSwitch", external("geneve", "genev_sys_6081"), "unseen: ovs-vsctl show", "", "02:00:00:00:00:01", "genev_sys_6081");
    row("by Open vSwitch, VXLAN", external("vxlan", "vxlan_sys_4789"), "unseen: ovs-vsctl show", "", "02:00:00:00:00:01", "vxlan_sys_4789");
    row("by Cilium", external("vxlan", "cilium_vxlan"), "unseen: cilium-dbg bpf tunnel list", "", "02:00:00:00:00:01", "cilium_vxlan");
    row("an entry goes before it", device + " ; bridge fdb=" + one, "10.0.0.7", "02:00:00:00:00:01 dev x0 dst 10.0.0.7 self permanent");
}

void tst_kernel_forwarding::tunnel()
{
    QFETCH(QString, outputs);
    QFETCH(QString, device);
    QFETCH(QString, mac);
    const auto words = [](const TunnelEnds &ends) {
        QStringList list;
        if (ends.isDefault)
            list << "default";
        for (const IpAddress &remote : ends.remotes)
            list << QString::fromStdString(remote.text());
        return list.join(' ');
    };
    const auto answer = tunnelEnds(test::spaceOf(outputs), device.toStdString(), *MacAddress::parse(mac.toStdString()));
    QTEST(test::stated(answer, words), "answer");
    QTEST(test::cited(answer.evidence), "evidence");
}

void tst_kernel_forwarding::remote_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("evidence");

    const QString via = "ip route=10.8.0.0/24 via 10.0.0.7 dev tunl0 onlink", link = "ip route=10.8.0.0/24 dev tunl0 scope link";
    const QString any = " ; ip -d link=7: tunl0@NONE: <NOARP,UP> mtu 1480 state UNKNOWN /     link/ipip 0.0.0.0 brd 0.0.0.0 /     ipip any remote any local any";
    const QString to = " ; ip -d link=7: tunl0@NONE: <NOARP,UP> mtu 1480 state UNKNOWN /     link/ipip 0.0.0.0 brd 0.0.0.0 /     ipip any remote 10.0.0.6 local any";
    QTest::newRow("the next hop") << via << "10.0.0.7" << "10.8.0.0/24 via 10.0.0.7 dev tunl0 onlink";
    QTest::newRow("the next hop of a device to any") << via + any << "10.0.0.7" << "10.8.0.0/24 via 10.0.0.7 dev tunl0 onlink";
    QTest::newRow("the destination itself") << link + any << "10.8.0.5" << "10.8.0.0/24 dev tunl0 scope link";
    QTest::newRow("nobody looked") << link << "unseen: ip -d link" << "";
    QTest::newRow("the device's") << via + to << "10.0.0.6" << "ipip any remote 10.0.0.6 local any";
}

void tst_kernel_forwarding::remote()
{
    QFETCH(QString, outputs);
    const NetworkNamespace space = test::spaceOf(outputs);
    const auto answer = tunnelRemote(space, space.routes.front(), *IpAddress::parse("10.8.0.5"));
    QTEST(test::stated(answer, [](const IpAddress &address) { return QString::fromStdString(address.text()); }), "answer");
    QTEST(test::cited(answer.evidence), "evidence");
}

void tst_kernel_forwarding::bridge_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("mac");
    QTest::addColumn<int>("vlan");
    QTest::addColumn<QString>("answer");

    const QString ports = "ip link=2: br0: <UP> mtu 1500 state UP /     link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff"
                          " / 3: b1@if9: <UP> mtu 1500 master br0 state UP /     link/ether 02:00:00:00:00:b1 brd ff:ff:ff:ff:ff:ff"
                          " / 4: b2@if9: <UP> mtu 1500 master br0 state UP /     link/ether 02:00:00:00:00:b2 brd ff:ff:ff:ff:ff:ff"
                          " / 5: b3@if9: <UP> mtu 1500 master br0 state DOWN /     link/ether 02:00:00:00:00:b3 brd ff:ff:ff:ff:ff:ff"
                          " / 6: b4@if9: <UP> mtu 1500 master br1 state UP /     link/ether 02:00:00:00:00:b4 brd ff:ff:ff:ff:ff:ff ; ";
    const QString fdb = "bridge fdb=02:00:00:00:00:01 dev b1 master br0 / 02:00:00:00:00:05 dev b1 vlan 5 master br0 / 02:00:00:00:00:06 dev b2 vlan 6 master br0 / 02:00:00:00:00:05 dev b2 vlan 6 master br0"
                        " / 02:00:00:00:00:04 dev b4 master br1 / 02:00:00:00:00:0b dev b2 master br0 permanent / 33:33:00:00:00:01 dev br0 self permanent";
    const auto row = [](const char *name, const QString &outputs, const char *port, const char *mac, const char *answer, int vlan = 0) { QTest::newRow(name) << outputs << port << mac << vlan << answer; };
    row("to its port", ports + fdb, "b2", "02:00:00:00:00:01", "port b1");
    row("from the machine itself", ports + fdb, "", "02:00:00:00:00:01", "port b1");
    row("the bridge's own address", ports + fdb, "b2", "02:00:00:00:00:0a", "itself");
    row("a port's address", ports + fdb, "b2", "02:00:00:00:00:b1", "itself");
    row("another bridge's port's", ports + fdb, "b2", "02:00:00:00:00:b4", "flood b1 < 4: where it came from < 5: port is down");
    row("an entry that says so", ports + fdb, "b1", "02:00:00:00:00:0b", "itself");
    row("unknown", ports + fdb, "b2", "02:00:00:00:00:02", "flood b1 < 4: where it came from < 5: port is down");
    row("unknown, from the machine itself", ports + fdb, "", "02:00:00:00:00:02", "flood b1 b2 < 5: port is down");
    row("another bridge's entry", ports + fdb, "", "02:00:00:00:00:04", "flood b1 b2 < 5: port is down");
    row("broadcast", ports + fdb, "b1", "ff:ff:ff:ff:ff:ff", "flood b2 < 3: where it came from < 5: port is down");
    row("multicast, its own too", ports + fdb, "b1", "33:33:00:00:00:01", "flood b2 < 3: where it came from < 5: port is down");
    row("broadcast needs no table", ports, "b1", "ff:ff:ff:ff:ff:ff", "flood b2 < 3: where it came from < 5: port is down");
    row("the VLAN's entry", ports + fdb, "", "02:00:00:00:00:05", "port b1", 5);
    row("another VLAN's entry", ports + fdb, "", "02:00:00:00:00:05", "port b2", 6);
    row("none of this VLAN", ports + fdb, "", "02:00:00:00:00:06", "flood b1 b2 < 5: port is down", 5);
    row("an entry of all VLANs", ports + fdb, "", "02:00:00:00:00:01", "port b1", 5);
    row("nobody looked", ports, "b1", "02:00:00:00:00:01", "unseen: bridge fdb");
    row("printed in part", ports + "brctl showmacs br1=port no\tmac addr\t\tis local?\tageing timer /   1\t02:00:00:00:00:77\tno\t\t   0.10", "b1", "02:00:00:00:00:01", "unseen: bridge fdb");
    row("back where it came from, unknown", ports + fdb, "b1", "02:00:00:00:00:01", "unseen: bridge -d link");
    const QString hairpin = " ; bridge -d link=3: b1@if9: <UP> mtu 1500 master br0 state forwarding priority 32 cost 2 /     hairpin %1 guard off root_block off fastleave off learning on flood on mcast_flood on";
    row("back where it came from", ports + fdb + hairpin.arg("off"), "b1", "02:00:00:00:00:01", "hairpin off");
    row("back where it came from, hairpin", ports + fdb + hairpin.arg("on"), "b1", "02:00:00:00:00:01", "port b1");
    row("flooded back, hairpin", ports + fdb + hairpin.arg("on"), "b1", "ff:ff:ff:ff:ff:ff", "flood b1 b2 < 5: port is down");
}

void tst_kernel_forwarding::bridge()
{
    QFETCH(QString, outputs);
    QFETCH(QString, port);
    QFETCH(QString, mac);
    QFETCH(int, vlan);
    const auto words = [](const BridgePath &path) {
        constexpr const char *wheres[] = {"itself", "port", "flood", "hairpin off"};
        QStringList list{wheres[int(path.where)]};
        for (const std::string &name : path.ports)
            list << QString::fromStdString(name);
        return list.join(' ');
    };
    const std::string name = port.toStdString();
    const BridgedFrame frame{name, *MacAddress::parse(mac.toStdString()), vlan ? std::optional(static_cast<std::uint16_t>(vlan)) : std::nullopt};
    QTEST(test::stated(bridgePath(test::spaceOf(outputs), "br0", frame), words), "answer");
}

QTEST_GUILESS_MAIN(tst_kernel_forwarding)
#include "tst_kernel_forwarding.moc"
