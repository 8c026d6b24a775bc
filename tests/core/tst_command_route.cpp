#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// Routes as net-tools' and busybox' route and netstat print them.
class tst_command_route : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
};

void tst_command_route::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("route -n") << QByteArray("route -n")
        << QByteArray(R"(Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         172.27.0.1      0.0.0.0         UG    100    0        0 eth0
10.244.60.64    0.0.0.0         255.255.255.192 U     0      0        0 *
10.244.1.0      10.244.1.0      255.255.255.0   UG    0      0        0 flannel.1
10.9.0.0        -               255.255.0.0     !     0      -        0 -
)")
        << QStringList{"line 4 n1: route 0.0.0.0/0 via 172.27.0.1 dev eth0 metric 100 noproto",
                       "line 5 n1: route blackhole 10.244.60.64/26 noproto",
                       "line 6 n1: route 10.244.1.0/24 via 10.244.1.0 dev flannel.1 noproto",
                       "line 7 n1: route unreachable 10.9.0.0/16 noproto"};
    QTest::newRow("netstat") << QByteArray("netstat -rn")
        << QByteArray(R"(Kernel IP routing table
Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
10.0.0.0        0.0.0.0         255.255.255.0   U      1400 0          0 v0
)")
        << QStringList{"line 4 n1: route 10.0.0.0/24 dev v0 noproto"};
    QTest::newRow("in Chinese") << QByteArray("route")
        << QByteArray(R"(内核 IP 路由表
目标            网关            子网掩码        标志  跃点   引用  使用 接口
default         172.27.0.1      0.0.0.0         UG    0      0        0 eth0
)")
        << QStringList{"line 4 n1: route 0.0.0.0/0 via 172.27.0.1 dev eth0 noproto"};
    QTest::newRow("IPv6") << QByteArray("route -n -A inet6")
        << QByteArray(R"(Kernel IPv6 routing table
Destination                    Next Hop                   Flag Met Ref  Use If
fe80::/64                      ::                         U    256 1      0 v1
::/0                           ::                         !n   -1  1      0 lo
::1/128                        ::                         Un   0   2      0 lo
)")
        << QStringList{"line 4 n1: route fe80::/64 dev v1 metric 256 noproto",
                       "line 5 n1: route unreachable ::/0 dev lo noproto",
                       "line 6 n1: route local ::1/128 dev lo table local noproto"};
    QTest::newRow("names") << QByteArray("route")
        << QByteArray(R"(Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
default         _gateway        0.0.0.0         UG    7      0        0 ens4
198.51.100.0    router7         255.255.255.0   UG    0      0        0 ens4
198.51.101.0    *.*.*.9         255.255.255.0   UG    0      0        0 ens4
link-local      *               255.255.0.0     U     1002   0        0 ens4
loopback        *               255.0.0.0       U     0      0        0 lo
198.51.102.0    *               255.255.255.0   UG    0      0        0 ens4
198.51.103.0    0.0.0.0         255.255.255.0   UX    0      0        0 ens4
198.51.104.0    0.0.0.0         255.255.255.0   U     0      0        x ens4
198.51.105.0    0.0.0.0         255.255.255.0   U     0      0        0 no/name
)")
        << QStringList{"line 4 n1: route 0.0.0.0/0 via _gateway dev ens4 metric 7 noproto",
                       "line 5 n1: route 198.51.100.0/24 via router7 dev ens4 noproto",
                       "line 6 n1: route 198.51.101.0/24 via *.*.*.9 dev ens4 noproto",
                       "line 7 n1: route 169.254.0.0/16 dev ens4 metric 1002 noproto",
                       "line 8 n1: route 127.0.0.0/8 dev lo noproto",
                       "! line 9", "! line 10", "! line 11", "! line 12"};
    QTest::newRow("cut") << QByteArray("route -n")
        << QByteArray(R"(10.244.1.0      10.244.1.0      255.255
)")
        << QStringList{"! line 2"};
}

void tst_command_route::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

QTEST_GUILESS_MAIN(tst_command_route)
#include "tst_command_route.moc"
