#include "core/snapshot/contradiction.h"

#include <QTest>

using namespace vethscope;

namespace {

const auto source = std::make_shared<const SourceText>("text", "1\n2\n3\n4\n5\n6\n");

// What one machine told; the first fact is of line 1.
struct Told {
    HostFacts facts;
    std::uint32_t line = 0;

    Evidence next() { return {source, ++line}; }
    Told &link(const char *name, std::optional<std::uint32_t> ifindex, const char *mac = nullptr)
    {
        facts.links.push_back({.name = name, .ifindex = ifindex, .mac = mac ? MacAddress::parse(mac) : std::nullopt, .evidence = next()});
        return *this;
    }
    Told &address(const char *interface, const char *address)
    {
        facts.addresses.push_back({.interface = interface, .address = *IpPrefix::parse(address), .scope = {}, .evidence = next()});
        return *this;
    }
    Told &route(const char *to, const char *via, const char *interface, const char *from = nullptr, const char *protocol = "kernel")
    {
        RouteFact fact{.to = *IpPrefix::parse(to), .interface = interface, .protocol = protocol};
        fact.via = via ? IpAddress::parse(via) : std::nullopt;
        fact.source = from ? IpAddress::parse(from) : std::nullopt;
        fact.evidence = next();
        facts.routes.push_back(fact);
        return *this;
    }
    Told &with(void (*change)(RouteFact &))
    {
        change(facts.routes.back());
        return *this;
    }
    Told &peer(const char *ip, const char *local = nullptr)
    {
        BgpSessionFact fact{.peer = ip ? IpAddress::parse(ip) : std::nullopt};
        fact.local = local ? IpAddress::parse(local) : std::nullopt;
        fact.evidence = next();
        facts.bgpSessions.push_back(fact);
        return *this;
    }
    Told &called(const char *name)
    {
        facts.settings.push_back({"kernel", "6.1", next()});
        facts.settings.push_back({"hostname", name, next()});
        return *this;
    }
    Told &neighbour(const char *ip, const char *mac)
    {
        NeighbourFact fact{.ip = ip ? IpAddress::parse(ip) : std::nullopt};
        fact.mac = mac ? MacAddress::parse(mac) : std::nullopt;
        fact.evidence = next();
        facts.neighbours.push_back(fact);
        return *this;
    }
};

QString described(const std::optional<Contradiction> &found)
{
    return found ? QString("%1 | %2 %3").arg(QString::fromStdString(found->reason.english())).arg(found->one.line).arg(found->other.line) : QString();
}

constexpr auto macA = "02:00:00:00:00:0a", macB = "02:00:00:00:00:0b";

} // namespace

// Whether two outputs can be of one machine, and whether they must be.
class ContradictionTest : public QObject
{
    Q_OBJECT

private slots:
    void contradictions_data();
    void contradictions();
    void identities_data();
    void identities();
    void madeDevices_data();
    void madeDevices();
};

void ContradictionTest::contradictions_data()
{
    QTest::addColumn<Told>("one");
    QTest::addColumn<Told>("other");
    QTest::addColumn<QString>("found"); // `REASON | line of one, line of other`; empty: they may be of one machine

    const auto row = [](const char *name, const Told &one, const Told &other, const char *found) { QTest::newRow(name) << one << other << QString(found); };
    row("nothing told", Told(), Told(), "");
    // Devices
    row("the same devices", Told().link("eth0", 2, macA), Told().link("eth0", 2, macA), "");
    row("an index of two devices", Told().link("lo", 1).link("eth0", 2), Told().link("lo", 1).link("ens3", 2), "index 2 is eth0 in one and ens3 in the other | 2 2");
    row("a device of two indexes", Told().link("eth0", 2), Told().link("eth0", 3), "eth0 has index 2 in one and 3 in the other | 1 1");
    row("an index that one does not tell", Told().link("eth0", std::nullopt), Told().link("eth0", 3), "");
    row("an index that the other does not tell", Told().link("eth0", 3), Told().link("eth0", std::nullopt), "");
    row("a device of two MAC addresses", Told().link("eth0", std::nullopt, macA), Told().link("eth0", std::nullopt, macB),
        "eth0 has MAC address 02:00:00:00:00:0a in one and 02:00:00:00:00:0b in the other | 1 1");
    row("a MAC address that one does not tell", Told().link("eth0", 2), Told().link("eth0", 2, macB), "");
    row("a MAC address that the other does not tell", Told().link("eth0", 2, macA), Told().link("eth0", 2), "");
    row("a heading and its address", Told().link("eth0", 2).link("eth0", std::nullopt, macA), Told().link("eth0", 2).link("eth0", std::nullopt, macB),
        "eth0 has MAC address 02:00:00:00:00:0a in one and 02:00:00:00:00:0b in the other | 2 2");
    row("an address and its heading", Told().link("eth0", std::nullopt, macA).link("eth0", 2), Told().link("eth0", 3), "eth0 has index 2 in one and 3 in the other | 2 1");
    row("other devices", Told().link("eth0", 2, macA), Told().link("eth1", 3, macB), "");
    row("loopback", Told().link("lo", 1, macA), Told().link("lo", 5, macB), "");
    row("loopback's index", Told().link("eth0", 1), Told().link("lo", 1), "");
    row("the index of loopback", Told().link("lo", 1), Told().link("eth0", 1), "index 1 is lo in one and eth0 in the other | 1 1");
    // Addresses
    row("the same address", Told().address("eth0", "192.0.2.1/24"), Told().address("eth0", "192.0.2.1/24"), "");
    row("other addresses", Told().address("eth0", "192.0.2.1/24"), Told().address("eth0", "192.0.2.2/24"), "eth0 has address 192.0.2.1 in one and 192.0.2.2 in the other | 1 1");
    row("one of two addresses", Told().address("eth0", "192.0.2.1/24").address("eth0", "192.0.2.2/24"), Told().address("eth0", "192.0.2.3/24").address("eth0", "192.0.2.2/24"), "");
    row("another device's", Told().address("eth0", "192.0.2.1/24"), Told().address("eth1", "192.0.2.2/24"), "");
    row("behind another device's", Told().address("eth1", "192.0.2.1/24"), Told().address("eth0", "192.0.2.2/24").address("eth1", "192.0.2.3/24"),
        "eth1 has address 192.0.2.1 in one and 192.0.2.3 in the other | 1 2");
    row("IPv6 addresses", Told().address("eth0", "2001:db8::1/64"), Told().address("eth0", "2001:db8::2/64"), "");
    row("an IPv6 address beside IPv4", Told().address("eth0", "192.0.2.1/24"), Told().address("eth0", "2001:db8::2/64"), "");
    row("an IPv4 address beside IPv6", Told().address("eth0", "2001:db8::2/64"), Told().address("eth0", "192.0.2.1/24"), "");
    row("loopback addresses", Told().address("lo", "127.0.0.1/8"), Told().address("lo", "127.0.0.2/8"), "");
    row("link-local addresses", Told().address("eth0", "169.254.0.1/16"), Told().address("eth0", "169.254.0.2/16"), "");
    row("no address yet", Told().address("eth0", "0.0.0.0/0"), Told().address("eth0", "192.0.2.2/24"), "");
    row("no address any more", Told().address("eth0", "192.0.2.2/24"), Told().address("eth0", "0.0.0.0/0"), "");
    // Routes
    row("the same route", Told().route("203.0.113.0/24", "192.0.2.9", "eth0"), Told().route("203.0.113.0/24", "192.0.2.9", "eth0"), "");
    row("another next hop", Told().route("203.0.113.0/24", "192.0.2.8", "eth0"), Told().route("203.0.113.0/24", "192.0.2.9", "eth0"),
        "203.0.113.0/24 leads via 192.0.2.8 dev eth0 in one and via 192.0.2.9 dev eth0 in the other | 1 1");
    row("another device", Told().route("203.0.113.0/24", nullptr, "eth0"), Told().route("203.0.113.0/24", nullptr, "eth1"),
        "203.0.113.0/24 leads dev eth0 in one and dev eth1 in the other | 1 1");
    row("nowhere", Told().route("203.0.113.0/24", nullptr, "").with([](RouteFact &route) { route.type = "blackhole"; }), Told().route("203.0.113.0/24", "192.0.2.9", ""),
        "203.0.113.0/24 leads blackhole in one and via 192.0.2.9 in the other | 1 1");
    row("another destination", Told().route("203.0.113.0/24", "192.0.2.8", "eth0"), Told().route("198.51.100.0/24", "192.0.2.9", "eth0"), "");
    row("behind another destination", Told().route("203.0.113.0/24", nullptr, "eth0"), Told().route("198.51.100.0/24", nullptr, "eth0").route("203.0.113.0/24", nullptr, "eth1"),
        "203.0.113.0/24 leads dev eth0 in one and dev eth1 in the other | 1 2");
    row("another table", Told().route("203.0.113.0/24", nullptr, "eth0").with([](RouteFact &route) { route.table = "7"; }), Told().route("203.0.113.0/24", nullptr, "eth1"), "");
    row("another metric", Told().route("203.0.113.0/24", nullptr, "eth0").with([](RouteFact &route) { route.metric = 100; }), Told().route("203.0.113.0/24", nullptr, "eth1"), "");
    row("the usual metric", Told().route("203.0.113.0/24", nullptr, "eth0").with([](RouteFact &route) { route.metric = 0; }), Told().route("203.0.113.0/24", nullptr, "eth1"),
        "203.0.113.0/24 leads dev eth0 in one and dev eth1 in the other | 1 1");
    row("one of several ways", Told().route("203.0.113.0/24", "192.0.2.7", "eth0").route("203.0.113.0/24", "192.0.2.8", "eth0"),
        Told().route("203.0.113.0/24", "192.0.2.9", "eth0").route("203.0.113.0/24", "192.0.2.8", "eth0"), "");
    row("link-local destinations", Told().route("169.254.0.0/16", nullptr, "eth0"), Told().route("169.254.0.0/16", nullptr, "eth1"), "");
    row("sources", Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.1"), Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.2"),
        "192.0.2.0/24 is reached from 192.0.2.1 in one and from 192.0.2.2 in the other | 1 1");
    row("the same source", Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.1"), Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.1"), "");
    row("sources that somebody set", Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.1", "static"), Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.2"), "");
    row("sources that somebody set there", Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.1"), Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.2", "static"), "");
    row("a source that one does not tell", Told().route("192.0.2.0/24", nullptr, "eth0"), Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.2"), "");
    row("a source that the other does not tell", Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.2"), Told().route("192.0.2.0/24", nullptr, "eth0"), "");
    // Own addresses
    row("a next hop to itself", Told().address("eth0", "192.0.2.1/24"), Told().route("203.0.113.0/24", "192.0.2.9", "eth0").route("198.51.100.0/24", "192.0.2.1", "eth0"),
        "192.0.2.1 is an own address in one and a next hop in the other | 1 2");
    row("a next hop to itself, the other way round", Told().route("203.0.113.0/24", "192.0.2.9", "eth0").route("198.51.100.0/24", "192.0.2.1", "eth0"), Told().address("eth0", "192.0.2.1/24"),
        "192.0.2.1 is an own address in one and a next hop in the other | 2 1");
    row("another's address", Told().address("eth0", "192.0.2.1/24"), Told().route("203.0.113.0/24", "192.0.2.9", "eth0"), "");
    row("no next hop", Told().address("eth0", "192.0.2.1/24"), Told().route("203.0.113.0/24", nullptr, "eth0"), "");
    row("itself as a neighbour", Told().address("eth0", "192.0.2.1/24"), Told().neighbour("192.0.2.1", macA), "192.0.2.1 is an own address in one and a neighbour in the other | 1 1");
    row("a neighbour that did not answer", Told().address("eth0", "192.0.2.1/24"), Told().neighbour("192.0.2.1", nullptr), "");
    row("a neighbour without an address", Told().address("eth0", "192.0.2.1/24"), Told().neighbour(nullptr, macA), "");
    row("another neighbour", Told().address("eth0", "192.0.2.1/24"), Told().neighbour("192.0.2.9", macA), "");
    row("a source is an own address", Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.1"), Told().route("203.0.113.0/24", "192.0.2.1", "eth0"),
        "192.0.2.1 is an own address in one and a next hop in the other | 1 1");
    row("a source that somebody set is none", Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.1", "static"), Told().route("203.0.113.0/24", "192.0.2.1", "eth0"), "");
    row("a loopback source is none", Told().route("192.0.2.0/24", nullptr, "eth0", "127.0.0.1"), Told().route("203.0.113.0/24", "127.0.0.1", "eth0"), "");
    row("itself as a BGP peer", Told().address("eth0", "192.0.2.1/24"), Told().peer(nullptr).peer("192.0.2.9").peer("192.0.2.1"),
        "192.0.2.1 is an own address in one and a BGP peer in the other | 1 3");
    row("the other as a BGP peer", Told().address("eth0", "192.0.2.1/24"), Told().peer("192.0.2.9"), "");
    row("a session's own end", Told().peer("192.0.2.9", "192.0.2.1"), Told().peer("192.0.2.1"), "192.0.2.1 is an own address in one and a BGP peer in the other | 1 1");
    row("a session's loopback end", Told().peer("192.0.2.9", "127.0.0.1"), Told().peer("127.0.0.1"), "");
    row("a neighbour with its MAC address", Told().link("eth1", 3).link("eth0", 2, macA), Told().neighbour("192.0.2.9", macB).neighbour(nullptr, macA),
        "02:00:00:00:00:0a is an own MAC address in one and a neighbour's in the other | 2 2");
    row("a neighbour with its MAC address, the other way round", Told().neighbour("192.0.2.9", macA), Told().link("eth0", 2, macA),
        "02:00:00:00:00:0a is an own MAC address in one and a neighbour's in the other | 1 1");
    row("a neighbour with its bridge's MAC address", Told().link("cni0", 2, macA), Told().neighbour("192.0.2.9", macA), "");
    row("a neighbour without any", Told().link("eth0", 2, "00:00:00:00:00:00"), Told().neighbour("192.0.2.9", "00:00:00:00:00:00").neighbour("192.0.2.7", nullptr), "");
    row("a pod's next hop", Told().link("eth0", 2).link("cali01", 8), Told().route("0.0.0.0/0", nullptr, "eth0").route("0.0.0.0/0", "169.254.1.1", "eth0"),
        "there is cali01 in one, and the next hop of a pod in the other | 2 2");
    row("a pod's neighbour", Told().neighbour("192.0.2.1", "ee:ee:ee:ee:ee:ee").neighbour("169.254.1.1", "ee:ee:ee:ee:ee:ee"), Told().link("cali01", 8),
        "there is cali01 in one, and the next hop of a pod in the other | 2 1");
    row("another's neighbour", Told().link("cali01", 8), Told().neighbour("169.254.1.1", macA).neighbour("169.254.1.2", "ee:ee:ee:ee:ee:ee").neighbour("169.254.1.1", nullptr), "");
    row("a pod's next hop where no pods are", Told().link("eth0", 2), Told().route("0.0.0.0/0", "169.254.1.1", "eth0"), "");
    // Names
    row("two names", Told().called("fir"), Told().called("oak"), "it is called fir in one and oak in the other | 2 2");
    row("one name", Told().called("fir"), Told().called("fir"), "");
    row("one name, in short and in full", Told().called("fir"), Told().called("fir.example.org"), "");
    row("one name, in full and in short", Told().called("fir.example.org"), Told().called("fir"), "");
    row("a name that one does not tell", Told().called("fir"), Told().link("eth0", 2), "");
    row("a name that the other does not tell", Told().link("eth0", 2), Told().called("fir"), "");
    row("a loopback address is none", Told().address("lo", "127.0.0.1/8"), Told().neighbour("127.0.0.1", macA), "");
}

void ContradictionTest::contradictions()
{
    QFETCH(Told, one);
    QFETCH(Told, other);
    QTEST(described(contradictionOf(one.facts, other.facts)), "found");
}

void ContradictionTest::identities_data()
{
    QTest::addColumn<Told>("one");
    QTest::addColumn<Told>("other");
    QTest::addColumn<QString>("found");

    const auto row = [](const char *name, const Told &one, const Told &other, const char *found) { QTest::newRow(name) << one << other << QString(found); };
    row("nothing told", Told(), Told(), "");
    row("a card's MAC address", Told().link("eth1", 3, macB).link("eth0", 2, macA), Told().link("eth0", 2, macA), "both have eth0 with MAC address 02:00:00:00:00:0a | 2 1");
    row("another card", Told().link("eth0", 2, macA), Told().link("eth1", 2, macA), "");
    row("another MAC address", Told().link("eth0", 2, macA), Told().link("eth0", 2, macB), "");
    row("no MAC address", Told().link("eth0", 2), Told().link("eth0", 2), "");
    row("an address", Told().link("eth0", 2).address("eth0", "192.0.2.1/24"), Told().address("eth0", "192.0.2.9/24").address("ens3", "192.0.2.1/24"), "both have address 192.0.2.1 | 2 2");
    row("a source and an address", Told().route("192.0.2.0/24", nullptr, "eth0", "192.0.2.1"), Told().address("eth0", "192.0.2.1/24"), "both have address 192.0.2.1 | 1 1");
    row("another address", Told().address("eth0", "192.0.2.1/24"), Told().address("eth0", "192.0.2.2/24"), "");
    row("loopback", Told().address("eth0", "127.0.0.1/8"), Told().address("eth0", "127.0.0.1/8"), "");
}

void ContradictionTest::identities()
{
    QFETCH(Told, one);
    QFETCH(Told, other);
    QTEST(described(sharedIdentity(one.facts, other.facts)), "found");
}

void ContradictionTest::madeDevices_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *name : {"veth1", "cali1", "docker0", "virbr0", "cni0", "flannel.1", "tunl0", "kube-bridge", "weave", "lxc1", "cilium_host", "br-1", "lo", "dummy0", "nodelocaldns"})
        QTest::newRow(name) << std::string(name);
}

// Every node may have such a device, with the same addresses.
void ContradictionTest::madeDevices()
{
    QFETCH(std::string, word);
    const char *name = word.c_str();
    QVERIFY(!sharedIdentity(Told().link(name, 2, macA).facts, Told().link(name, 2, macA).facts));
    QVERIFY(!sharedIdentity(Told().address(name, "192.0.2.1/24").facts, Told().address(name, "192.0.2.1/24").facts));
}

QTEST_GUILESS_MAIN(ContradictionTest)
#include "tst_contradiction.moc"
