#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// IP tunnels as iproute2 lists them, and WireGuard's own list.
class tst_command_tunnels : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
};

void tst_command_tunnels::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("tunnels") << QByteArray("ip tunnel show")
        << QByteArray(R"(tunl0: any/ip remote any local any ttl inherit nopmtudisc
t7: ip/ip  remote 192.0.2.9  local 192.0.2.7  dev ens4  ttl 64
g7: gre/ip remote any local 192.0.2.7 ttl inherit
s7: ipv6/ip remote 192.0.2.8 local any ttl inherit
g8: gre/ipv6 remote 2001:db8::8 local 2001:db8::7 dev ens4
t8: ip/ip remote x.x.x.9 local 192.0.2.7
t9: ip/ap remote any local any ttl inherit
a/b: ip/ip remote any local any ttl inherit
t10: ip/ip remote any local any dev a/b
)")
        << QStringList{"line 2 n1: link tunl0",
                       "line 3 n1: link t7 ipip tunnel local 192.0.2.7 remote 192.0.2.9 dev ens4",
                       "line 4 n1: link g7 gre tunnel local 192.0.2.7",
                       "line 5 n1: link s7 tunnel remote 192.0.2.8",
                       "line 6 n1: link g8 gre tunnel local 2001:db8::7 remote 2001:db8::8 dev ens4",
                       "! line 7", "! line 8", "! line 9", "! line 10"};
    QTest::newRow("WireGuard") << QByteArray("wg show")
        << QByteArray(R"(interface: wg7
  public key: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
  private key: (hidden)
  listening port: 51821
  fwmark: 0xca6c

peer: BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=
  preshared key: (hidden)
  endpoint: 192.0.2.9:51820
  allowed ips: 198.51.100.0/24, 198.51.101.0/24
  latest handshake: 1 minute, 3 seconds ago
  transfer: 1.2 KiB received, 3.4 KiB sent
  persistent keepalive: every 25 seconds

interface: wg8
  public key: short
  listening port: 99999
  endpoint: 192.0.2.9:1
)")
        << QStringList{"line 2 n1: link wg7 wireguard",
                       "line 5 n1: link wg7 tunnel port 51821",
                       "line 16 n1: link wg8 wireguard",
                       "line 3 n1: setting wg7 public key = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                       "line 6 n1: setting wg7 fwmark = 0xca6c",
                       "line 10 n1: setting wg7 peer BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB= endpoint = 192.0.2.9:51820",
                       "line 11 n1: setting wg7 peer BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB= allowed ips = 198.51.100.0/24, 198.51.101.0/24",
                       "! line 17", "! line 18", "! line 19"};
    QTest::newRow("keys that nobody shall see") << QByteArray("wg")
        << QByteArray("interface: wg9\n  public key: xxxxx\n  private key: (hidden)\npeer: XXXXXX\n  allowed ips: 198.51.100.0/24\npeer: AAAA...\npeer: ***\npeer: BBB…\npeer: xxy\n")
        << QStringList{"line 2 n1: link wg9 wireguard", "line 6 n1: setting wg9 peer XXXXXX allowed ips = 198.51.100.0/24", "! line 10"};
    QTest::newRow("wg by itself") << QByteArray("wg") << QByteArray("interface: wg9\n") << QStringList{"line 2 n1: link wg9 wireguard"};
    QTest::newRow("names alone are another output") << QByteArray("wg show interfaces") << QByteArray("wg9\n") << QStringList{};
    QTest::newRow("rows are another output") << QByteArray("wg show wg9 dump") << QByteArray("AAAA\tBBBB\t51820\toff\n") << QStringList{};
}

void tst_command_tunnels::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

QTEST_GUILESS_MAIN(tst_command_tunnels)
#include "tst_command_tunnels.moc"
