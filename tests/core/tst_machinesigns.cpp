#include "core/cluster/machinesigns.h"

#include <QTest>

using namespace vethscope;

// What only a running network stack tells, each kind by itself.
class MachineSignsTest : public QObject
{
    Q_OBJECT

private slots:
    void signs_data()
    {
        QTest::addColumn<HostFacts>("host");
        QTest::addColumn<bool>("shows");

        const auto row = [](const char *name, bool shows, const auto &tell) {
            HostFacts host;
            tell(host);
            QTest::newRow(name) << host << shows;
        };
        const auto setting = [&](const char *name, bool shows) { row(name, shows, [&](HostFacts &host) { host.settings.push_back({.name = name}); }); };
        row("nothing", false, [](HostFacts &) {});
        row("links", true, [](HostFacts &host) { host.links.emplace_back(); });
        row("addresses", true, [](HostFacts &host) { host.addresses.emplace_back(); });
        row("routes", true, [](HostFacts &host) { host.routes.emplace_back(); });
        row("rules", true, [](HostFacts &host) { host.rules.emplace_back(); });
        row("neighbours", true, [](HostFacts &host) { host.neighbours.emplace_back(); });
        row("forwarding entries", true, [](HostFacts &host) { host.fdb.emplace_back(); });
        row("bridge ports", true, [](HostFacts &host) { host.bridgePorts.emplace_back(); });
        row("bridges", true, [](HostFacts &host) { host.bridges.emplace_back(); });
        row("namespaces", true, [](HostFacts &host) { host.namespaces.emplace_back(); });
        row("indexes", true, [](HostFacts &host) { host.indexes.emplace_back(); });
        row("firewall", true, [](HostFacts &host) { host.firewall.emplace_back(); });
        row("listeners", true, [](HostFacts &host) { host.listeners.emplace_back(); });
        row("connections", true, [](HostFacts &host) { host.connections.emplace_back(); });
        row("BGP sessions", true, [](HostFacts &host) { host.bgpSessions.emplace_back(); });
        row("BGP routes", true, [](HostFacts &host) { host.bgpRoutes.emplace_back(); });
        row("a resolver", false, [](HostFacts &host) { host.resolvers.emplace_back(); });
        setting("date", false);
        setting("/etc/hosts 127.0.0.1", false);
        setting("hostname", true);
        setting("net.ipv4.ip_forward", true);
        row("documents and a sysctl", true, [](HostFacts &host) { host.settings = {{.name = "date"}, {.name = "net.ipv4.ip_forward"}, {.name = "/etc/hosts ::1"}}; });
        row("documents", false, [](HostFacts &host) { host.settings = {{.name = "date"}, {.name = "/etc/hosts ::1"}}; });
    }

    void signs()
    {
        QFETCH(HostFacts, host);
        QFETCH(bool, shows);
        QCOMPARE(showsMachine(host), shows);
        QVERIFY(!isNamedInVain(host)); // by a prompt
        host.placed = true;
        QCOMPARE(isNamedInVain(host), !shows);
    }
};

QTEST_APPLESS_MAIN(MachineSignsTest)
#include "tst_machinesigns.moc"
