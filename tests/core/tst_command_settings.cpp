#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// What single files and settings tell: sysctl, /sys/class/net, resolv.conf, hosts, hostname, uname, date.
class tst_command_settings : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
};

void tst_command_settings::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("names and values") << QByteArray("sysctl net.ipv4.ip_forward net.bridge.bridge-nf-call-iptables")
        << QByteArray(R"(net.ipv4.ip_forward = 1
sysctl: cannot stat /proc/sys/net/bridge/bridge-nf-call-iptables: No such file or directory
)")
        << QStringList{"line 2 n1: setting net.ipv4.ip_forward = 1", "failed: sysctl: cannot stat /proc/sys/net/bridge/bridge-nf-call-iptables: No such file or directory"};
    QTest::newRow("of all, those that matter") << QByteArray("sysctl -a")
        << QByteArray(R"(kernel.hostname = n1
net.ipv4.conf.flannel/1.rp_filter = 2
net.core.somaxconn = 4096
net.ipv4.ip_default_ttl = 128
net.ipv6.conf.all.hop_limit = 255
net.ipv4.conf.
)")
        << QStringList{"line 3 n1: setting net.ipv4.conf.flannel/1.rp_filter = 2", "line 5 n1: setting net.ipv4.ip_default_ttl = 128",
                       "line 6 n1: setting net.ipv6.conf.all.hop_limit = 255", "! line 7"};
    QTest::newRow("values alone") << QByteArray("sysctl -n net.ipv4.ip_forward net.ipv4.conf.all.rp_filter")
        << QByteArray(R"(1
0
)")
        << QStringList{"line 2 n1: setting net.ipv4.ip_forward = 1",
                       "line 3 n1: setting net.ipv4.conf.all.rp_filter = 0"};
    QTest::newRow("a file") << QByteArray("cat /proc/sys/net/ipv4/ip_forward")
        << QByteArray(R"(1
)")
        << QStringList{"line 2 n1: setting net.ipv4.ip_forward = 1"};
    QTest::newRow("many files") << QByteArray("grep . /proc/sys/net/ipv4/conf/*/rp_filter")
        << QByteArray(R"(/proc/sys/net/ipv4/conf/all/rp_filter:0
/proc/sys/net/ipv4/conf/flannel.1/rp_filter:2
)")
        << QStringList{"line 2 n1: setting net.ipv4.conf.all.rp_filter = 0",
                       "line 3 n1: setting net.ipv4.conf.flannel/1.rp_filter = 2"};
    QTest::newRow("many files without their names") << QByteArray("cat /proc/sys/net/ipv4/conf/*/rp_filter")
        << QByteArray(R"(0
2
)")
        << QStringList{"! line 2",
                       "! line 3"};
    QTest::newRow("an index") << QByteArray("cat /sys/class/net/eth0/iflink")
        << QByteArray(R"(17
)")
        << QStringList{"line 2 n1: index eth0 peer 17"};
    QTest::newRow("two indexes") << QByteArray("cat /sys/class/net/eth0/iflink /sys/class/net/eth0/ifindex")
        << QByteArray(R"(17
3
)")
        << QStringList{"line 2 n1: index eth0 peer 17",
                       "line 3 n1: index eth0 ifindex 3"};
    QTest::newRow("all indexes") << QByteArray("grep . /sys/class/net/*/iflink")
        << QByteArray(R"(/sys/class/net/lo/iflink:1
/sys/class/net/v0/iflink:2
)")
        << QStringList{"line 2 n1: index lo peer 1",
                       "line 3 n1: index v0 peer 2"};
    QTest::newRow("addresses with headings") << QByteArray("head /sys/class/net/*/address")
        << QByteArray(R"(==> /sys/class/net/lo/address <==
00:00:00:00:00:00

==> /sys/class/net/v0/address <==
7e:55:a2:0c:81:01
)")
        << QStringList{"line 3 n1: link lo mac 00:00:00:00:00:00",
                       "line 6 n1: link v0 mac 7e:55:a2:0c:81:01"};
    QTest::newRow("MTU") << QByteArray("cat /sys/class/net/eth0/mtu")
        << QByteArray(R"(1450
)")
        << QStringList{"line 2 n1: link eth0 mtu 1450"};
    QTest::newRow("all indexes without their names") << QByteArray("cat /sys/class/net/*/iflink")
        << QByteArray(R"(1
2
)")
        << QStringList{"! line 2",
                       "! line 3"};
    QTest::newRow("a resolver") << QByteArray("cat /etc/resolv.conf")
        << QByteArray(R"(nameserver 10.96.0.10
search default.svc.cluster.local svc.cluster.local
options ndots:5
)")
        << QStringList{"line 2 n1: resolver server 10.96.0.10 search default.svc.cluster.local search svc.cluster.local ndots 5"};
    QTest::newRow("a resolver: the last search list counts") << QByteArray("cat /etc/resolv.conf")
        << QByteArray("# by hand\nsearch a b\nnameserver 192.0.2.1\nnameserver 192.0.2.2\nsearch c\noptions rotate ndots:7 timeout:3\n")
        << QStringList{"line 3 n1: resolver server 192.0.2.1 server 192.0.2.2 search c ndots 7"};
    QTest::newRow("names") << QByteArray("cat /etc/hosts")
        << QByteArray(R"(# Kubernetes-managed hosts file.
127.0.0.1	localhost
10.244.0.60	tea-6fb46d899f-4zkt2 tea
10.244.0
)")
        << QStringList{"line 3 n1: setting /etc/hosts 127.0.0.1 = localhost",
                       "line 4 n1: setting /etc/hosts 10.244.0.60 = tea-6fb46d899f-4zkt2 tea",
                       "! line 5"};
    QTest::newRow("a host name") << QByteArray("hostname")
        << QByteArray(R"(n1
)")
        << QStringList{"line 2 n1: setting hostname = n1"};
    QTest::newRow("a host name in a forum's fence") << QByteArray("hostname") << QByteArray("[code]\nelm\n[/code]\n") << QStringList{"line 3 n1: setting hostname = elm", "! line 2", "! line 4"};
    QTest::newRow("a host name and a label behind it") << QByteArray("hostname")
        << QByteArray("\nfir\n\noak\n")
        << QStringList{"line 3 n1: setting hostname = fir", "! line 5"};
    QTest::newRow("a kernel") << QByteArray("uname -a")
        << QByteArray(R"(Linux n1 6.1.0-18-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1 (2024-02-01) x86_64 GNU/Linux
)")
        << QStringList{"line 2 n1: setting kernel = 6.1.0-18-amd64"};
    QTest::newRow("a date") << QByteArray("date")
        << QByteArray(R"(Mon Nov 23 13:40:29 UTC 2026
)")
        << QStringList{"line 2 n1: setting date = Mon Nov 23 13:40:29 UTC 2026"};
}

void tst_command_settings::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

QTEST_GUILESS_MAIN(tst_command_settings)
#include "tst_command_settings.moc"
