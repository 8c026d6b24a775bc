#include "tests/support/hostfacts.h"

#include <QtTest>

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
