#include "core/cluster/hostnames.h"

#include <QTest>

using namespace vethscope;

// The addresses that names stand for: by /etc/hosts, by the neighbour tables, by Kubernetes.
class HostNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void addresses_data();
    void addresses();
    void kubernetes();
};

namespace {

constexpr auto oneMac = "52:54:00:aa:00:01", otherMac = "52:54:00:aa:00:02";

struct Told {
    HostFacts host;

    Told &file(const char *address, const char *names)
    {
        host.settings.push_back({std::string("/etc/hosts ") + address, names, {}});
        return *this;
    }
    Told &neighbour(const char *ip, const char *name, const char *mac = nullptr, const char *interface = "eth0")
    {
        NeighbourFact fact;
        fact.ip = IpAddress::parse(ip);
        fact.name = name;
        fact.interface = interface;
        if (mac)
            fact.mac = MacAddress::parse(mac);
        host.neighbours.push_back(fact);
        return *this;
    }
};

QString textOf(const std::optional<IpAddress> &address)
{
    return address ? QString::fromStdString(address->text()) : QString();
}

} // namespace

void HostNamesTest::addresses_data()
{
    QTest::addColumn<Told>("told");
    QTest::addColumn<QString>("address"); // of elm

    QTest::newRow("nobody") << Told() << QString();
    QTest::newRow("a file") << Told().file("192.0.2.7", "elm") << QString("192.0.2.7");
    QTest::newRow("the second of a file's names") << Told().file("192.0.2.7", "oak elm fir") << QString("192.0.2.7");
    QTest::newRow("the last of a file's names") << Told().file("192.0.2.7", "oak elm") << QString("192.0.2.7");
    QTest::newRow("part of a name") << Told().file("192.0.2.7", "elms") << QString();
    QTest::newRow("loopback") << Told().file("127.0.1.1", "elm") << QString();
    QTest::newRow("no address") << Told().file("x", "elm") << QString();
    QTest::newRow("twice") << Told().file("192.0.2.7", "elm").file("192.0.2.7", "elm") << QString("192.0.2.7");
    QTest::newRow("two addresses") << Told().file("192.0.2.7", "elm").file("192.0.2.8", "elm") << QString();
    QTest::newRow("a neighbour") << Told().neighbour("192.0.2.7", "elm") << QString("192.0.2.7");
    QTest::newRow("a neighbour and a file that differ") << Told().neighbour("192.0.2.7", "elm").file("192.0.2.8", "elm") << QString();
    QTest::newRow("by its MAC address") << Told().neighbour("", "elm", oneMac).neighbour("192.0.2.7", "", oneMac) << QString("192.0.2.7");
    QTest::newRow("told twice") << Told().neighbour("", "elm", oneMac).neighbour("", "elm", oneMac).neighbour("192.0.2.7", "", oneMac).neighbour("192.0.2.7", "", oneMac) << QString("192.0.2.7");
    QTest::newRow("another MAC address") << Told().neighbour("", "elm", oneMac).neighbour("192.0.2.7", "", otherMac) << QString();
    QTest::newRow("no MAC address") << Told().neighbour("", "elm").neighbour("192.0.2.7", "") << QString();
    QTest::newRow("another device") << Told().neighbour("", "elm", oneMac).neighbour("192.0.2.7", "", oneMac, "eth1") << QString();
    QTest::newRow("IPv6 beside IPv4") << Told().neighbour("", "elm", oneMac).neighbour("192.0.2.7", "", oneMac).neighbour("fe80::7", "", oneMac) << QString("192.0.2.7");
    QTest::newRow("IPv6 alone") << Told().neighbour("", "elm", oneMac).neighbour("fe80::7", "", oneMac) << QString();
    QTest::newRow("two addresses of one MAC address") << Told().neighbour("", "elm", oneMac).neighbour("192.0.2.7", "", oneMac).neighbour("192.0.2.8", "", oneMac) << QString();
    QTest::newRow("two names of one MAC address") << Told().neighbour("", "elm", oneMac).neighbour("", "oak", oneMac).neighbour("192.0.2.7", "", oneMac) << QString();
}

void HostNamesTest::addresses()
{
    QFETCH(Told, told);
    QTEST(textOf(HostNames({&told.host}, {}).addressOf("elm")), "address");
}

// Kubernetes' word counts where nothing nearer says anything.
void HostNamesTest::kubernetes()
{
    const std::vector<KubernetesNodeFact> nodes{{.name = "elm", .internalAddresses = {*IpAddress::parse("192.0.2.9"), *IpAddress::parse("fe80::9")}}, {.name = "oak"}};
    const Told told = Told().file("192.0.2.7", "elm");
    QCOMPARE(textOf(HostNames({}, nodes).addressOf("elm")), QString("192.0.2.9"));
    QCOMPARE(textOf(HostNames({&told.host}, nodes).addressOf("elm")), QString("192.0.2.7"));
    QCOMPARE(textOf(HostNames({}, nodes).addressOf("oak")), QString());
    QVERIFY(isGatewayName("gateway") && isGatewayName("_gateway") && !isGatewayName("gate"));
}

QTEST_APPLESS_MAIN(HostNamesTest)
#include "tst_hostnames.moc"
