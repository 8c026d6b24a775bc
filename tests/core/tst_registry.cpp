#include "core/dissect/registry.h"
#include "core/protocols/protocols.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace vethscope;

// Who claims which number, and which fields have which name.

namespace {

QStringList texts(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list << QString::fromStdString(name);
    return list;
}

// The full names of the fields that a name stands for.
QStringList found(const Registry &registry, std::string_view name)
{
    QStringList list;
    for (const FieldRef &ref : registry.find(name))
        list << QString::fromStdString(fullName(*ref.protocol, *ref.field));
    return list;
}

// The whole table, as the textbook has it: cell (i, j) is how far the first i letters of one are from the first j of the other.
std::size_t distanceOf(std::string_view left, std::string_view right)
{
    std::vector<std::vector<std::size_t>> cells(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
    for (std::size_t i = 0; i <= left.size(); ++i)
        for (std::size_t j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0)
                cells[i][j] = i + j;
            else if (left[i - 1] == right[j - 1])
                cells[i][j] = cells[i - 1][j - 1];
            else
                cells[i][j] = 1 + std::min({cells[i - 1][j - 1], cells[i - 1][j], cells[i][j - 1]});
        }
    return cells[left.size()][right.size()];
}

} // namespace

class RegistryTest : public QObject
{
    Q_OBJECT

private slots:
    void claims_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<unsigned>("value");
        QTest::addColumn<QString>("claimant");
        const auto row = [](const char *name, Claim::Kind kind, unsigned value) -> QTestData & {
            return QTest::newRow(name) << int(kind) << value;
        };
        row("Ethernet is link 1", Claim::LinkType, 1) << "eth";
        row("Ethernet inside GRE", Claim::EtherType, 0x6558) << "eth";
        row("raw IP", Claim::LinkType, 101) << "raw";
        row("SLL", Claim::LinkType, 113) << "sll";
        row("SLL2", Claim::LinkType, 276) << "sll";
        row("IPv4", Claim::EtherType, 0x0800) << "ip";
        row("IPv6", Claim::EtherType, 0x86dd) << "ipv6";
        row("ARP", Claim::EtherType, 0x0806) << "arp";
        row("a VLAN tag", Claim::EtherType, 0x8100) << "vlan";
        row("TCP", Claim::IpProtocol, 6) << "tcp";
        row("UDP", Claim::IpProtocol, 17) << "udp";
        row("IPIP", Claim::IpProtocol, 4) << "ipip";
        row("IPIP's older number", Claim::IpProtocol, 94) << "ipip";
        row("VXLAN by IANA", Claim::UdpPort, 4789) << "vxlan";
        row("VXLAN by Linux", Claim::UdpPort, 8472) << "vxlan";
        row("flannel's UDP backend", Claim::UdpPort, 8285) << "flannel-udp";
        row("DNS", Claim::UdpPort, 53) << "dns";
        row("a UDP port is no TCP port", Claim::TcpPort, 8472) << "";
        row("nobody's link", Claim::LinkType, 65535) << "";
        row("nobody's port", Claim::UdpPort, 9) << "";
    }

    void claims()
    {
        QFETCH(int, kind);
        QFETCH(unsigned, value);
        const Registry registry = protocols::registry();
        const Protocol *claimant = registry.claimant({static_cast<Claim::Kind>(kind), value});
        QTEST(QString::fromStdString(claimant ? std::string(claimant->name) : ""), "claimant");
    }

    void noNumberIsClaimedTwice()
    {
        std::set<std::pair<int, std::uint32_t>> seen;
        for (const Protocol *protocol : protocols::all)
            for (const Claim &claim : protocol->claims)
                if (claim.kind != Claim::UdpContent && claim.kind != Claim::TcpContent)
                    QVERIFY2(seen.insert({claim.kind, claim.value}).second, protocol->name.data());
    }

    void decodeAsWinsOverAClaim()
    {
        Registry registry = protocols::registry();
        registry.decodeAs({Claim::UdpPort, 12345}, protocols::vxlan);
        registry.decodeAs({Claim::UdpPort, 53}, protocols::vxlan);
        QCOMPARE(registry.claimant({Claim::UdpPort, 12345}), &protocols::vxlan);
        QCOMPARE(registry.claimant({Claim::UdpPort, 53}), &protocols::vxlan);
        QCOMPARE(registry.claimant({Claim::TcpPort, 53}), &protocols::dnsOverTcp);
        QCOMPARE(protocols::registry().claimant({Claim::UdpPort, 53}), &protocols::dns);
    }

    void manyClaimsFindTheirPlace()
    {
        Registry registry = protocols::registry();
        for (std::uint32_t port = 0; port < 65536; port += 7)
            registry.decodeAs({Claim::UdpPort, port}, port % 2 ? protocols::dns : protocols::vxlan);
        for (std::uint32_t port = 0; port < 65536; port += 7)
            QCOMPARE(registry.claimant({Claim::UdpPort, port}), port % 2 ? &protocols::dns : &protocols::vxlan);
        QCOMPARE(registry.claimant({Claim::UdpPort, 1}), nullptr);
        QCOMPARE(registry.claimant({Claim::EtherType, 0x0800}), &protocols::ipv4);
    }

    void recognisers()
    {
        const Registry registry = protocols::registry();
        const auto tcp = registry.recognisers(Claim::TcpContent);
        QVERIFY(std::ranges::find(tcp, &protocols::http) != tcp.end());
        for (const Protocol *protocol : tcp)
            QVERIFY2(protocol->recognises, protocol->name.data());
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("a field of the table") << "ip.ttl" << QStringList{"ip.ttl"};
        QTest::newRow("a field whose place varies") << "dhcp.option.hostname" << QStringList{"dhcp.option.hostname"};
        QTest::newRow("an alias is both addresses") << "ip.addr" << QStringList{"ip.src", "ip.dst"};
        QTest::newRow("Ethernet's begins with the destination") << "eth.addr" << QStringList{"eth.dst", "eth.src"};
        QTest::newRow("an alias is both ports") << "tcp.port" << QStringList{"tcp.srcport", "tcp.dstport"};
        QTest::newRow("an alias under another protocol's name") << "ip.version" << QStringList{"ip.version", "ipv6.version"};
        QTest::newRow("two protocols of one name share a field")
            << "sll.etype" << QStringList{"sll.etype", "sll.etype"};
        QTest::newRow("two protocols share a table") << "http.host" << QStringList{"http.host", "http.host"};
        QTest::newRow("a field named like its protocol") << "data.data" << QStringList{"data.data"};
        QTest::newRow("a protocol is no field") << "vxlan" << QStringList{};
        QTest::newRow("nobody's name") << "vxlan.vnl" << QStringList{};
        QTest::newRow("names are case-sensitive") << "IP.src" << QStringList{};
        QTest::newRow("nothing") << "" << QStringList{};
    }

    void names()
    {
        QFETCH(QString, name);
        const Registry registry = protocols::registry();
        QTEST(found(registry, name.toStdString()), "fields");
    }

    // A table that two protocols share is a place to look in each: HTTP over TCP, SSDP in datagrams.
    void aSharedTableIsFoundInBothProtocols()
    {
        const Registry registry = protocols::registry();
        const auto fields = registry.find("http.host");
        QCOMPARE(fields.size(), 2u);
        QCOMPARE(fields[0].protocol, &protocols::http);
        QCOMPARE(fields[1].protocol, &protocols::ssdp);
        QCOMPARE(fields[0].field, fields[1].field);
    }

    void nothingIsFoundTwiceInOneProtocol()
    {
        const Registry registry = protocols::registry();
        for (std::string_view name : registry.names()) {
            const auto fields = registry.find(name);
            for (std::size_t i = 0; i < fields.size(); ++i)
                QVERIFY2(std::ranges::find(fields.subspan(i + 1), fields[i]) == fields.subspan(i + 1).end(), name.data());
        }
    }

    void everyAliasFindsItsFields()
    {
        const Registry registry = protocols::registry();
        for (const Protocol *protocol : registry.protocols())
            for (const Alias &alias : protocol->aliases) {
                const std::string name = alias.kind == Alias::Whole ? std::string(alias.name)
                                                                    : std::string(protocol->name) + '.' + std::string(alias.name);
                const auto wanted = std::ranges::count_if(alias.fields, [](std::string_view field) { return !field.empty(); });
                QVERIFY2(std::ssize(registry.find(name)) >= wanted, name.c_str());
            }
    }

    void listedNamesAreSortedAndKnown()
    {
        const Registry registry = protocols::registry();
        const std::vector<std::string_view> names = registry.names();
        QVERIFY(std::ranges::is_sorted(names));
        QCOMPARE(std::ranges::adjacent_find(names), names.end());
        for (std::string_view name : names)
            QVERIFY2(!registry.find(name).empty() || registry.protocol(name), std::string(name).c_str());
    }

    void variesTellsTheTwoTablesApart()
    {
        const Registry registry = protocols::registry();
        QVERIFY(!registry.find("vxlan.vni").front().varies());
        QVERIFY(registry.find("tcp.options.mss_val").front().varies());
        QVERIFY(registry.find("vs.depth").front().varies());
    }

    void nearest_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("best"); // the first that is proposed
        QTest::newRow("one letter too few") << "vxlan.vn" << "vxlan.vni";
        QTest::newRow("one letter too many") << "vxlan.vnii" << "vxlan.vni";
        QTest::newRow("one letter wrong") << "ip.sec" << "ip.src";
        QTest::newRow("a protocol") << "vxlam" << "vxlan";
        QTest::newRow("two letters changed places") << "tcp.dstprot" << "tcp.dstport";
        QTest::newRow("nothing is near") << "kubernetes.namespace.of.the.pod" << "";
    }

    void nearest()
    {
        QFETCH(QString, name);
        const QStringList near = texts(protocols::registry().nearest(name.toStdString()));
        QVERIFY(near.size() <= 3);
        QTEST(near.value(0), "best");
    }

    // What nearest() means, letter by letter: Levenshtein's distance, at most two or a third of the name, the nearest first.
    void nearestByItsDefinition()
    {
        const Registry registry = protocols::registry();
        for (const std::string name : {"vxlan.vn", "ip", "i", "tcp.flag", "dns.qry.nam", "dhcp.option.hostnam", "bgp.update.path_attribute.origi", "arp.src.hw_ma"}) {
            std::vector<std::pair<std::size_t, std::string>> expected;
            for (const std::string_view known : registry.names())
                if (const std::size_t apart = distanceOf(name, known); apart <= std::max<std::size_t>(2, name.size() / 3))
                    expected.emplace_back(apart, known);
            std::ranges::sort(expected);
            for (const std::size_t count : {std::size_t{1}, std::size_t{3}, std::size_t{5000}}) {
                QStringList names;
                for (const auto &[apart, known] : std::span(expected).first(std::min(count, expected.size())))
                    names << QString::fromStdString(known);
                QCOMPARE(texts(registry.nearest(name, count)), names);
            }
        }
    }

    void protocolsByName()
    {
        const Registry registry = protocols::registry();
        QCOMPARE(registry.protocol("vxlan"), &protocols::vxlan);
        QCOMPARE(registry.protocol("VXLAN"), nullptr);
        QCOMPARE(registry.fallback(), &protocols::data);
    }
};

QTEST_GUILESS_MAIN(RegistryTest)
#include "tst_registry.moc"
