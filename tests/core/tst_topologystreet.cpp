#include "core/topology/street.h"
#include "tests/support/clusterparts.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test::made;

// Who stands where in the row of houses, and what routes tell of the routers between them.

namespace {

ClusterNode node(const std::string &name, const std::string &roles = {})
{
    ClusterNode made;
    made.name = name;
    made.roles = roles;
    return made;
}

// n1 stands in 10.0.0.0/24 and with a second card in 10.0.1.0/24, n2 in the second alone.
Cluster twoSubnets(const std::string &defaultDevice)
{
    Cluster cluster;
    cluster.nodes = {node("n1"), node("n2")};
    cluster.nodes[0].net.interfaces = {device("eth0", 2, LinkKind::Physical, "10.0.0.1/24", 1), device("eth1", 3, LinkKind::Physical, "10.0.1.1/24", 2)};
    cluster.nodes[1].net.interfaces = {device("eth0", 2, LinkKind::Physical, "10.0.1.2/24", 3)};
    if (!defaultDevice.empty())
        cluster.nodes[0].net.routes = {route("10.9.0.0/16", "10.0.0.9", "eth0"), route("0.0.0.0/0", "10.0.1.254", defaultDevice)};
    cluster.subnets = {{prefix("10.0.0.0/24"), {{"n1", "eth0"}}, {}}, {prefix("10.0.1.0/24"), {{"n1", "eth1"}, {"n2", "eth0"}}, {}}};
    return cluster;
}

} // namespace

class TopologyStreetTest : public QObject
{
    Q_OBJECT

private slots:
    void theControlPlaneStandsFirst_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("roles");
        QTest::addColumn<bool>("first");
        QTest::newRow("by its role") << "n9" << "control-plane" << true;
        QTest::newRow("by one of its roles") << "n9" << "control-plane,worker" << true;
        QTest::newRow("by the role's older name") << "n9" << "master" << true;
        QTest::newRow("by its name") << "k8s-master" << "" << true;
        QTest::newRow("by its newer name") << "kind-control-plane" << "" << true;
        QTest::newRow("its role goes before its name") << "old-master" << "worker" << false;
        QTest::newRow("any other") << "n9" << "" << false;
    }

    void theControlPlaneStandsFirst()
    {
        QFETCH(QString, name);
        QFETCH(QString, roles);
        Cluster cluster;
        cluster.nodes = {node("n1"), node(name.toStdString(), roles.toStdString()), node("n3")};
        QTEST(streetOrder(cluster).front() == 1, "first");
        QCOMPARE(streetOrder(cluster).size(), std::size_t(3));
        QCOMPARE(streetOrder(cluster).back(), std::size_t(2));
    }

    // Those of one subnet together, in the order in which their first one stands; those without one behind.
    void subnetsStandTogether()
    {
        Cluster cluster;
        for (const char *name : {"n0", "n1", "n2", "n3", "n4"})
            cluster.nodes.push_back(node(name));
        cluster.subnets = {{prefix("10.0.0.0/24"), {{"n2", "eth0"}, {"n4", "eth0"}}, {}}, {prefix("10.0.1.0/24"), {{"n3", "eth0"}, {"n1", "eth0"}}, {}}};
        QCOMPARE(streetOrder(cluster), (std::vector<std::size_t>{1, 3, 2, 4, 0}));
        cluster.nodes[4].roles = "control-plane";
        QCOMPARE(streetOrder(cluster), (std::vector<std::size_t>{4, 2, 1, 3, 0}));
    }

    void homeIsWhereTheDefaultRouteLeads()
    {
        QCOMPARE(homeSubnet(twoSubnets("eth0"), 0), std::size_t(0));
        QCOMPARE(homeSubnet(twoSubnets("eth1"), 0), std::size_t(1));
        QCOMPARE(homeSubnet(twoSubnets(""), 0), std::size_t(0));
        QCOMPARE(homeSubnet(twoSubnets(""), 1), std::size_t(1));
        Cluster elsewhere = twoSubnets("eth1");
        elsewhere.nodes[0].name = "n7";
        QCOMPARE(homeSubnet(elsewhere, 0), nobody);
    }

    void gateways()
    {
        const Cluster cluster = twoSubnets("eth1");
        const auto is = [&](const char *address) { return isGateway(cluster, {{{ip("192.0.2.1")}, {ip(address)}}, {}, {}}); };
        QVERIFY(is("10.0.1.254"));
        QVERIFY(!is("10.0.0.9")); // to one network only
        QVERIFY(!is("10.0.0.254"));
        Cluster direct = cluster;
        direct.nodes[0].net.routes.back().via.reset();
        QVERIFY(!isGateway(direct, {{{ip("10.0.1.254")}}, {}, {}}));
    }

    void routersAreAsTallAsTheirAddresses()
    {
        Cluster cluster;
        cluster.routers = {{{}, {}, {}}, {{{ip("10.0.0.254")}, {ip("10.0.1.254")}}, {{mac(1)}}, {}}};
        QCOMPARE(routerSize(cluster, 0), (figure::Rect{0, 0, 146, 30}));
        QCOMPARE(routerSize(cluster, 1), (figure::Rect{0, 0, 146, 78}));
    }

    void routersThatLeadToASubnet_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("via");
        QTest::addColumn<bool>("leads");
        QTest::newRow("by default") << "0.0.0.0/0" << "10.0.0.254" << true;
        QTest::newRow("to the subnet") << "10.0.1.0/24" << "10.0.0.254" << true;
        QTest::newRow("to the receiver alone") << "10.0.1.2/32" << "10.0.0.254" << true;
        QTest::newRow("to another of its addresses") << "10.0.1.3/32" << "10.0.0.254" << false;
        QTest::newRow("to the address of another of its cards") << "10.7.0.0/16" << "10.0.0.254" << false;
        QTest::newRow("by another router") << "10.0.1.0/24" << "10.0.0.253" << false;
        QTest::newRow("by none") << "10.0.1.0/24" << "" << false;
    }

    void routersThatLeadToASubnet()
    {
        QFETCH(QString, to);
        QFETCH(QString, via);
        QFETCH(bool, leads);
        Cluster cluster = twoSubnets("");
        cluster.subnets[1].members = {{"n9", "eth0"}, {"n2", "eth7"}, {"n2", "eth0"}}; // two of them nobody has shown
        cluster.nodes[1].net.interfaces.push_back(device("eth1", 3, LinkKind::Physical, "10.7.0.2/24", 3));
        cluster.nodes[0].net.routes = {route(to.toStdString(), via.toStdString(), "eth0")};
        cluster.routers = {{{{ip("192.0.2.1")}}, {}, {}}, {{{ip("10.0.9.254")}, {ip("10.0.0.254")}}, {}, {}}};
        QCOMPARE(routerLeadsTo(cluster, 1, 0, 1), leads);
        QVERIFY(!routerLeadsTo(cluster, 0, 0, 1));
        QVERIFY(!routerLeadsTo(cluster, 1, 1, 0)); // n2 has no route there
    }

    // Where something is joined to a house: at the device, or at the wall of one that does not show it.
    void anchors()
    {
        const HouseAnchors anchors{{0, 0, 100, 200}, {{3, {10, 20, 30, 40}}}};
        QCOMPARE(anchors.of(3), (figure::Rect{10, 20, 30, 40}));
        QCOMPARE(anchors.of(2), (figure::Rect{0, 0, 100, 200}));
        QCOMPARE(anchors.of(nobody), (figure::Rect{0, 0, 100, 200}));
    }

    void storeysOfNeighboursAreAsHighAsTheHigher()
    {
        Storeys low{1, 2, 3, 4, 5, 6, 7, 8, 9};
        QCOMPARE(low.height(), 45.0);
        low.raiseTo({9, 8, 7, 6, 5, 4, 3, 2, 1});
        QCOMPARE(low.height(), 9.0 + 8 + 7 + 6 + 5 + 6 + 7 + 8 + 9);
        QCOMPARE(low.header, 9.0);
        QCOMPARE(low.footer, 9.0);
    }
};

QTEST_APPLESS_MAIN(TopologyStreetTest)
#include "tst_topologystreet.moc"
