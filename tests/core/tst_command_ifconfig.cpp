#include "tests/support/hostfacts.h"
#include "tests/support/programs.h"

#include <QTest>

using namespace vethscope;

// Interfaces as both generations of net-tools and busybox print them.
class tst_command_ifconfig : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
    void kernel();
};

void tst_command_ifconfig::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("masked MAC addresses below lines as long as they are") << QByteArray("ifconfig -a")
        << QByteArray("eth0: flags=4163<UP,BROADCAST,RUNNING> mtu 1500\ninet6 2001:db8::5054:ff:fe1c:2d prefixlen 64 scopeid 0x0<global>\nether 52:54:00:xx:xx:xx txqueuelen 1000 (Ethernet)\n\n"
                      "eth1: flags=4163<UP,BROADCAST,RUNNING> mtu 1500\ninet6 2001:db8::5054:ff:fe1c:2e prefixlen 64 scopeid 0x0<global>\nether 52:54:00:xx:xx:xx txqueuelen 1000 (Ethernet)\n")
        << QStringList{"line 2 n1: link eth0 mtu 1500 up", "line 6 n1: link eth1 mtu 1500 up", "line 3 n1: address eth0 2001:db8::5054:ff:fe1c:2d/64 scope global",
                       "line 7 n1: address eth1 2001:db8::5054:ff:fe1c:2e/64 scope global", "! line 4", "! line 8"};
    QTest::newRow("net-tools 2") << QByteArray("ifconfig")
        << QByteArray(R"(flannel.1: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1450
        inet 10.244.0.0  netmask 255.255.255.255  broadcast 10.244.0.0
        inet6 fe80::8c5c:79ff:fe80:cdcc  prefixlen 64  scopeid 0x20<link>
        ether 8e:5c:79:80:cd:cc  txqueuelen 0  (Ethernet)
        RX packets 41  bytes 6851 (6.6 KiB)
        TX errors 0  dropped 5 overruns 0  carrier 0  collisions 0

docker0: flags=4099<UP,BROADCAST,MULTICAST>  mtu 1500
        inet 172.17.0.1  netmask 255.255.0.0  broadcast 172.17.255.255

tunl0: flags=209<UP,POINTOPOINT,RUNNING,NOARP>  mtu 1480
        inet 10.244.60.64  netmask 255.255.255.255  destination 10.244.60.64
        tunnel   txqueuelen 1000  (IPIP Tunnel)
        unspec 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  txqueuelen 500  (UNSPEC)
        device interrupt 20  memory 0xf7c00000-f7c20000  
)")
        << QStringList{"line 2 n1: link flannel.1 mtu 1450 up",
                       "line 5 n1: link flannel.1 mac 8e:5c:79:80:cd:cc",
                       "line 9 n1: link docker0 mtu 1500 down",
                       "line 12 n1: link tunl0 mtu 1480 up pointtopoint",
                       "line 14 n1: link tunl0 ipip",
                       "line 3 n1: address flannel.1 10.244.0.0/32",
                       "line 4 n1: address flannel.1 fe80::8c5c:79ff:fe80:cdcc/64 scope link",
                       "line 10 n1: address docker0 172.17.0.1/16",
                       "line 13 n1: address tunl0 10.244.60.64/32"};
    QTest::newRow("lost indent") << QByteArray("ifconfig eth0")
        << QByteArray(R"(eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
inet 172.27.0.11  netmask 255.255.240.0  broadcast 172.27.15.255
ether 52:54:00:c2:ee:db  txqueuelen 1000  (Ethernet)
)")
        << QStringList{"line 2 n1: link eth0 mtu 1500 up",
                       "line 4 n1: link eth0 mac 52:54:00:c2:ee:db",
                       "line 3 n1: address eth0 172.27.0.11/20"};
    QTest::newRow("net-tools 1.60 and busybox") << QByteArray("ifconfig")
        << QByteArray(R"(lo        Link encap:Local Loopback  
          inet addr:127.0.0.1  Mask:255.0.0.0
          inet6 addr: ::1/128 Scope:Host
          UP LOOPBACK RUNNING  MTU:65536  Metric:1
          RX packets:0 errors:0 dropped:0 overruns:0 frame:0
          collisions:0 txqueuelen:1000 
          RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)

v0        Link encap:Ethernet  HWaddr D2:DA:83:88:0F:56  
          inet addr:10.0.0.1  Bcast:10.0.0.255  Mask:255.255.255.0
          UP BROADCAST MULTICAST  MTU:1500  Metric:1
          Interrupt:20 Memory:f7c00000-f7c20000 
)")
        << QStringList{"line 2 n1: link lo loopback",
                       "line 5 n1: link lo mtu 65536 up",
                       "line 10 n1: link v0 mac d2:da:83:88:0f:56",
                       "line 12 n1: link v0 mtu 1500 down",
                       "line 3 n1: address lo 127.0.0.1/8",
                       "line 4 n1: address lo ::1/128 scope host",
                       "line 11 n1: address v0 10.0.0.1/24"};
    QTest::newRow("net-tools 1.60 in Chinese") << QByteArray("ifconfig")
        << QByteArray(R"(eth0      Link encap:以太网  硬件地址 00:0c:29:3e:b8:a1  
          inet 地址:192.168.1.105  广播:192.168.1.255  掩码:255.255.255.0
          inet6 地址: fe80::20c:29ff:fe3e:b8a1/64 Scope:Link
          UP BROADCAST RUNNING MULTICAST  MTU:1500  跃点数:1
          接收数据包:62 错误:0 丢弃:0 过载:0 帧数:0
          发送数据包:85 错误:0 丢弃:0 过载:0 载波:0
          碰撞:0 发送队列长度:1000 
          接收字节:9114 (9.1 KB)  发送字节:10682 (10.6 KB)
)")
        << QStringList{"line 2 n1: link eth0 mac 00:0c:29:3e:b8:a1",
                       "line 5 n1: link eth0 mtu 1500 up",
                       "line 3 n1: address eth0 192.168.1.105/24",
                       "line 4 n1: address eth0 fe80::20c:29ff:fe3e:b8a1/64 scope link"};
    QTest::newRow("a mask with holes, and no such interface") << QByteArray("ifconfig")
        << QByteArray(R"(eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
        inet 172.27.0.11  netmask 255.0.255.0
eth9: error fetching interface information: Device not found
)")
        << QStringList{"line 2 n1: link eth0 mtu 1500 up",
                       "! line 3",
                       "failed: eth9: error fetching interface information: Device not found"};
    QTest::newRow("a page took the flags for a tag") << QByteArray("ifconfig")
        << QByteArray(R"(p7: flags=4163  mtu 9000
        ether 52:54:00:aa:00:07  txqueuelen 1000  (Ethernet)
p8: flags=6147  mtu 1500
lo: flags=73  mtu 65536
t7: flags=209  mtu 1420
p9: flags=  mtu 1500
        ether 52:54:00:aa:00:09  txqueuelen 1000  (Ethernet)
)")
        << QStringList{"line 2 n1: link p7 mtu 9000 up",
                       "line 3 n1: link p7 mac 52:54:00:aa:00:07",
                       "line 4 n1: link p8 mtu 1500 down",
                       "line 5 n1: link lo loopback mtu 65536 up",
                       "line 6 n1: link t7 mtu 1420 up pointtopoint",
                       "! line 7", "! line 8"};
    QTest::newRow("the highest flag makes a short negative") << QByteArray("ifconfig")
        << QByteArray("p7: flags=-28605<UP,BROADCAST,RUNNING,MULTICAST,DYNAMIC>  mtu 1500\np8: flags=-28605  mtu 1500\np9: flags=-32767  mtu 1500\np6: flags=-  mtu 1500\n")
        << QStringList{"line 2 n1: link p7 mtu 1500 up", "line 3 n1: link p8 mtu 1500 up", "line 4 n1: link p9 mtu 1500 down", "! line 5"};
    QTest::newRow("a masked address of old net-tools") << QByteArray("ifconfig")
        << QByteArray(R"(p7        Link encap:Ethernet  HWaddr 52:54:00:xx:xx:xx
          UP BROADCAST RUNNING MASTER MULTICAST  MTU:1500  Metric:1
t7        Link encap:UNSPEC  HWaddr 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00
)")
        << QStringList{"line 2 n1: link p7", "line 3 n1: link p7 bond mtu 1500 up", "line 4 n1: link t7", "! line 2",
                       "! pasted text line 2: the MAC address cannot be read"};
}

void tst_command_ifconfig::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

void tst_command_ifconfig::kernel()
{
    NEEDS_PROGRAMS("ip", "ifconfig", "busybox");
    const QByteArray setUp = "ip link add v0 type veth peer name v1 && ip link set v1 address 02:00:00:00:00:01 && ip addr add 10.9.0.1/20 dev v1 && ip link set v0 up && ip link set v1 up";
    if (test::printedInNamespace(setUp, "ifconfig v1").isEmpty())
        QSKIP("no network namespace can be made here");
    for (const QByteArray command : {"ifconfig v1", "ifconfig -a", "busybox ifconfig v1", "busybox ifconfig -a"}) {
        const QStringList lines = test::factsOf(command, test::printedInNamespace(setUp, command));
        QVERIFY2(lines.filter("address v1 10.9.0.1/20").size() == 1, qPrintable(command + ":\n" + lines.join('\n')));
        QVERIFY2(lines.filter("link v1 mac 02:00:00:00:00:01").size() == 1, qPrintable(command + ":\n" + lines.join('\n')));
        QVERIFY2(lines.filter("!").isEmpty(), qPrintable(command + ":\n" + lines.join('\n')));
    }
}

QTEST_GUILESS_MAIN(tst_command_ifconfig)
#include "tst_command_ifconfig.moc"
