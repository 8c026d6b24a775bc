#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// The neighbour table as net-tools' and busybox' arp print it.
class tst_command_arp : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
};

void tst_command_arp::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("a table") << QByteArray("arp -v")
        << QByteArray(R"(Address                  HWtype  HWaddress           Flags Mask            Iface
gateway                  ether   fe:ee:32:07:ea:07   C                     eth0
10.244.1.0               ether   2a:3c:a0:e1:a9:b6   CM                    flannel.1
10.0.0.9                         (incomplete)                              v0
Entries: 3	Skipped: 0	Found: 3
)")
        << QStringList{"line 3 n1: neighbour name gateway mac fe:ee:32:07:ea:07 dev eth0",
                       "line 4 n1: neighbour ip 10.244.1.0 mac 2a:3c:a0:e1:a9:b6 dev flannel.1 state permanent",
                       "line 5 n1: neighbour ip 10.0.0.9 dev v0 state incomplete"};
    QTest::newRow("a table, and what stands behind its count") << QByteArray("arp -v")
        << QByteArray("10.0.0.9                         (incomplete)                              v0\nEntries: 1	Skipped: 0	Found: 1\n"
                      "10.0.0.8                         (incomplete)                              v0\n"
                      "Address                  HWtype  HWaddress           Flags Mask            Iface\n"
                      "10.0.0.7                         (incomplete)                              v0\n")
        << QStringList{"line 2 n1: neighbour ip 10.0.0.9 dev v0 state incomplete",
                       "line 6 n1: neighbour ip 10.0.0.7 dev v0 state incomplete",
                       "! line 4"};
    QTest::newRow("sentences") << QByteArray("arp -a")
        << QByteArray(R"(? (10.0.0.9) at <incomplete> on v0
gateway (172.27.0.1) at fe:ee:32:07:ea:07 [ether] on eth0
? (10.0.0.7) at 02:00:00:00:00:01 [ether] PERM on v0
)")
        << QStringList{"line 2 n1: neighbour ip 10.0.0.9 dev v0 state incomplete",
                       "line 3 n1: neighbour ip 172.27.0.1 name gateway mac fe:ee:32:07:ea:07 dev eth0",
                       "line 4 n1: neighbour ip 10.0.0.7 mac 02:00:00:00:00:01 dev v0 state permanent"};
    QTest::newRow("in Chinese") << QByteArray("arp -n")
        << QByteArray(R"(地址                     类型    硬件地址            标志  Mask            接口
172.27.0.1               ether   fe:ee:32:07:ea:07   C                     eth0
)")
        << QStringList{"line 3 n1: neighbour ip 172.27.0.1 mac fe:ee:32:07:ea:07 dev eth0"};
    QTest::newRow("none") << QByteArray("arp -n 10.0.0.99")
        << QByteArray(R"(10.0.0.99 (10.0.0.99) -- no entry
)")
        << QStringList{};
    QTest::newRow("the kernel's own table") << QByteArray("cat /proc/net/arp")
        << QByteArray(R"(IP address       HW type     Flags       HW address            Mask     Device
192.0.2.9        0x1         0x2         52:54:00:aa:00:09     *        ens4
192.0.2.8        0x1         0x0         00:00:00:00:00:00     *        ens4
192.0.2.7        0x1         0x6         52:54:00:aa:00:07     *        ens4
192.0.2.6        0x1         0x2         52:54:00:aa           *        ens4
)")
        << QStringList{"line 3 n1: neighbour ip 192.0.2.9 mac 52:54:00:aa:00:09 dev ens4",
                       "line 4 n1: neighbour ip 192.0.2.8 dev ens4 state incomplete",
                       "line 5 n1: neighbour ip 192.0.2.7 mac 52:54:00:aa:00:07 dev ens4 state permanent",
                       "! line 6"};
    QTest::newRow("masked and broken rows") << QByteArray("arp -n")
        << QByteArray(R"(x.x.x.9 ether 52:54:00:aa:00:09 C ens4
192.0.2.9 ether xx:54:00:aa:00:09 C ens4
192.0.2.9 aether 52:54:00:aa:00:09 C ens4
192.0.2.9 ether 52:54:00:aa:00:09 Z ens4
192.0.2.9 ether 52:54:00:aa:00:09 C no/name
192.0.2.9 ether 52:54:00:aa:00:09 CM * ens4
? (192.0.2.8) at nowhere on ens4
? (x.x.x.8) at 52:54:00:aa:00:08 [ether] on ens4
arp: in 12 entries no match found.
)")
        << QStringList{"line 7 n1: neighbour ip 192.0.2.9 mac 52:54:00:aa:00:09 dev ens4 state permanent",
                       "! line 2", "! line 3", "! line 4", "! line 5", "! line 6", "! line 8", "! line 9"};
    QTest::newRow("cut in the middle of the table") << QByteArray("arp -n")
        << QByteArray(R"(Address                  HWtype  HWaddress           Flags Mask            Iface
172.27.0.1               ether   fe:ee:32:07:ea:07   C                     eth0
10.244.1.0               ether   2a:3c:a0
)")
        << QStringList{"line 3 n1: neighbour ip 172.27.0.1 mac fe:ee:32:07:ea:07 dev eth0",
                       "! line 4"};
}

void tst_command_arp::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

QTEST_GUILESS_MAIN(tst_command_arp)
#include "tst_command_arp.moc"
