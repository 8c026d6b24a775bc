#include "core/facts/kubernetesnames.h"
#include "core/snapshot/containers.h"
#include "core/snapshot/kubectlcells.h"
#include "core/snapshot/printedtable.h"

#include <QTest>

using namespace vethscope;

// What can stand in a cell, and how a line is cut into cells when its blanks no longer tell.

class PrintedTableTest : public QObject
{
    Q_OBJECT

private slots:
    void names();
    void cells_data();
    void cells();
    void rows_data();
    void rows();
    void renamed();
    void containers();
};

namespace {

using Check = bool (*)(std::string_view);

const std::vector<ColumnRule> rules{
    {"NAME", kubectl::isName}, {"RESTARTS", kubectl::isRestarts, 3}, {"OS-IMAGE", kubectl::isText, 4}, {"AGE", kubectl::isAge}, {"NOMINATED NODE", kubectl::isNameOrNone},
};

} // namespace

void PrintedTableTest::names()
{
    const std::string longest(63, 'a'), tooLong(64, 'a');
    for (const std::string &label : {std::string("a"), std::string("7"), std::string("web-0"), longest})
        QVERIFY2(isDnsLabel(label), label.c_str());
    for (const std::string &label : {std::string(), std::string("Web"), std::string("-web"), std::string("web-"), std::string("we_b"), std::string("web.0"), tooLong,
                                     std::string("{"), std::string("wéb")})
        QVERIFY2(!isDnsLabel(label), label.c_str());
    QVERIFY(isDnsSubdomain("elm.lab.example.org") && isDnsSubdomain("elm") && isDnsSubdomain("ip-10-0-0-7.eu-west-1.compute.internal"));
    QVERIFY(!isDnsSubdomain("elm..org") && !isDnsSubdomain(".elm") && !isDnsSubdomain("elm.") && !isDnsSubdomain("Elm.org") && !isDnsSubdomain(""));
    std::string name = longest + '.' + longest + '.' + longest + '.' + std::string(61, 'b');
    QVERIFY(name.size() == 253 && isDnsSubdomain(name));
    QVERIFY(!isDnsSubdomain(name + 'b'));
    QVERIFY(isHostName("VM_0_11-Centos.Example") && !isHostName("a b") && !isHostName("x:") && !isHostName(""));
}

void PrintedTableTest::cells_data()
{
    QTest::addColumn<Check>("check");
    QTest::addColumn<QStringList>("sound");
    QTest::addColumn<QStringList>("unsound");

    const auto add = [](const char *name, Check check, const QStringList &sound, const QStringList &unsound) {
        QTest::newRow(name) << check << sound << unsound;
    };
    add("name", kubectl::isName, {"web-0", "pod/web-0", "deployment.apps/web"}, {"", "Web", "web 0", "pod/", "/web", "a/b/c", "{", "<none>"});
    add("name or none", kubectl::isNameOrNone, {"elm", "<none>"}, {"", "<unset>", "Elm"});
    add("ready", kubectl::isReady, {"0/1", "12/12"}, {"", "1", "1/", "/1", "a/b", "1/2/3", "1/12345678901"});
    add("gates", kubectl::isGates, {"<none>", "0/1"}, {"", "none"});
    add("pod status", kubectl::isPodStatus, {"Running", "CrashLoopBackOff", "Init:0/2", "Init:ErrImagePull", "Init:Signal:9", "ExitCode:137", "OOMKilled"},
        {"", "running", "Run ning", "Init:", "Init:x", "0/1", "Exit-Code"});
    add("node status", kubectl::isNodeStatus, {"Ready", "NotReady", "Unknown", "Ready,SchedulingDisabled"}, {"", "ready", "Ready,", "Active", "Ready,Foo"});
    add("restarts", kubectl::isRestarts, {"0", "17", "1 (43m ago)", "214 (2m41s ago)"}, {"", "one", "1 (43m)", "1 (ago)", "(43m ago)", "x (43m ago)", "1 (43q ago)"});
    add("age", kubectl::isAge, {"5s", "3d4h", "2y35d", "<unknown>", "<invalid>"}, {"", "5", "d", "3d4", "now", "3d 4h", "<none>"});
    add("roles", kubectl::isRoles, {"<none>", "control-plane,master", "worker"}, {"", "a b", ","});
    add("version", kubectl::isVersion, {"v1.29.4", "v1.29.4+k3s1"}, {"", "1.29.4", "v", "v1", "vx.y", "v1.2 x"});
    add("addresses", kubectl::isAddresses, {"10.244.0.5", "10.244.0.5,fd00::5", "<none>", "10.x.x.5", "192.***.7.7"}, {"", "elm", "10.244.0", "10.244.0.5,", "a.b.c.d", "10.xxxx.0.1"});
    add("prefixes", kubectl::isPrefixes, {"10.244.0.0/24", "<none>", "10.244.0.0/24,fd00::/64"}, {"", "10.244.0.0", "10.244.0.0/99"});
    add("external", kubectl::isExternal, {"<none>", "<pending>", "192.0.2.7", "lb-7.example.org", "192.0.2.7,192.0.2.8"}, {"", "a b", "x:y"});
    add("runtime", kubectl::isRuntime, {"containerd://1.7.16", "cri-o://1.29"}, {"", "containerd", "://1", "containerd://1 2"});
    add("kernel", kubectl::isKernel, {"6.1.0-21-amd64", "3.10.0-1160.el7.x86_64"}, {"", "linux", "6", "6.1 x"});
    add("service type", kubectl::isServiceType, {"ClusterIP", "NodePort", "LoadBalancer", "ExternalName"}, {"", "clusterip", "Headless"});
    add("cluster address", kubectl::isClusterAddress, {"None", "<none>", "10.96.0.1"}, {"", "none", "elm"});
    add("service ports", kubectl::isServicePorts, {"443/TCP", "80:30080/TCP,53/UDP", "132/SCTP", "<none>"}, {"", "443", "443/tcp", "a/TCP", "1:2:3/TCP", "443/TCP,"});
    add("endpoints", kubectl::isEndpoints, {"<none>", "10.244.0.9:80", "10.244.0.9:80,10.244.0.9:443 + 2 more...", "10.244.0.9,10.244.0.10", "[fd00::9]:80"},
        {"", "elm:80", "10.244.0.9:80 +", "10.244.0.9:80 + 2 more", "10.244.0.9:x"});
    add("port numbers", kubectl::isPortNumbers, {"53", "53,9153", "<unset>", "<none>", "53,9153,53 + 1 more..."}, {"", "dns", "53,"});
    add("family", kubectl::isFamily, {"IPv4", "IPv6", "FQDN"}, {"", "ipv4"});
    add("text", kubectl::isText, {"Debian GNU/Linux 12 (bookworm)"}, {""});
    add("anything", kubectl::isAnything, {"", "x"}, {});
    add("container id", isContainerId, {"0123456789ab", "0123456789abcdef0123456789abcdef"}, {"", "0123456789a", "0123456789aB", "0123456789ag"});
    add("time ago", isTimeAgo, {"5 hours ago", "About an hour ago", "Less than a second ago", "2 weeks ago"}, {"", "ago", "hours ago", "some hours ago", "5 hours", "5 hours ago today"});
}

void PrintedTableTest::cells()
{
    QFETCH(Check, check);
    QFETCH(QStringList, sound);
    QFETCH(QStringList, unsound);
    for (const QString &cell : sound)
        QVERIFY2(check(cell.toStdString()), qPrintable(cell));
    for (const QString &cell : unsound)
        QVERIFY2(!check(cell.toStdString()), qPrintable("'" + cell + "'"));
}

void PrintedTableTest::rows_data()
{
    QTest::addColumn<QByteArray>("heading");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QStringList>("cells"); // empty: not a row

    const QByteArray aligned = "NAME   RESTARTS      OS-IMAGE        AGE   NOMINATED NODE";
    const QByteArray squeezed = "NAME RESTARTS OS-IMAGE AGE NOMINATED NODE";
    const QStringList cells{"web-0", "1 (43m ago)", "Debian 12", "3d", "elm"};
    QTest::newRow("aligned") << aligned << QByteArray("web-0  1 (43m ago)   Debian 12       3d    elm") << cells;
    QTest::newRow("aligned, one blank before a full column") << aligned << QByteArray("web-00 1 (43m ago)   Debian 12       3d    elm") << QStringList{"web-00", "1 (43m ago)", "Debian 12", "3d", "elm"};
    QTest::newRow("other blanks than the heading's") << aligned << QByteArray("web-0  1 (43m ago)  Debian 12  3d  elm") << cells;
    QTest::newRow("single blanks below a squeezed heading") << squeezed << QByteArray("web-0 1 (43m ago) Debian 12 3d elm") << cells;
    QTest::newRow("single blanks below an aligned heading") << aligned << QByteArray("web-0 1 (43m ago) Debian 12 3d elm") << cells;
    QTest::newRow("one word where there may be several") << squeezed << QByteArray("web-0 1 Debian 3d elm") << QStringList{"web-0", "1", "Debian", "3d", "elm"};
    QTest::newRow("as many words as there may be") << squeezed << QByteArray("web-0 1 a b c d 3d elm") << QStringList{"web-0", "1", "a b c d", "3d", "elm"};
    QTest::newRow("one word too many") << squeezed << QByteArray("web-0 1 a b c d e 3d elm") << QStringList{};
    QTest::newRow("a column too few") << squeezed << QByteArray("web-0 1 Debian 3d") << QStringList{};
    QTest::newRow("unsound name") << aligned << QByteArray("{      1 (43m ago)   Debian 12       3d    elm") << QStringList{};
    QTest::newRow("prose") << aligned << QByteArray("web-0 and the others have not been seen for 3d elm") << QStringList{};
    QTest::newRow("nothing") << aligned << QByteArray("") << QStringList{};
    QTest::newRow("tabs") << QByteArray("NAME\tAGE") << QByteArray("web-0\t3d") << QStringList{"web-0", "3d"};
    QTest::newRow("a column without a rule takes one word") << QByteArray("NAME ZONE AGE") << QByteArray("web-0 north 3d") << QStringList{"web-0", "north", "3d"};
    QTest::newRow("a column without a rule takes not two") << QByteArray("NAME ZONE AGE") << QByteArray("web-0 north east 3d") << QStringList{};
    QTest::newRow("a column without a rule takes not nothing") << QByteArray("NAME   ZONE   AGE") << QByteArray("web-0         3d") << QStringList{};
}

void PrintedTableTest::rows()
{
    QFETCH(QByteArray, heading);
    QFETCH(QByteArray, row);
    const std::string line = row.toStdString();
    const PrintedTable table(heading.toStdString(), rules);
    QStringList found;
    if (const auto cut = table.soundRow(line)) {
        QCOMPARE(cut->cells(), table.columns().size());
        for (const std::string &column : table.columns())
            found << QString::fromStdString(std::string((*cut)[column]));
    }
    QTEST(found, "cells");
}

void PrintedTableTest::renamed()
{
    PrintedTable table("POD AGE", rules);
    QVERIFY(table.has("POD") && !table.has("NAME"));
    table.rename(0, "NAME");
    QVERIFY(table.has("NAME") && !table.has("POD"));
    QVERIFY(!table.soundRow("Web 3d"));
    QVERIFY(table.soundRow("web 3d"));
    QVERIFY(PrintedTable(std::vector<std::string>{}).empty() && !table.empty());
    QVERIFY(!PrintedTable(std::vector<std::string>{}).soundRow("web"));
}

void PrintedTableTest::containers()
{
    const auto docker = podOfContainer("k8s_app_web-0_shop_1a2b-3c_0");
    QVERIFY(docker && docker->name == "web-0" && docker->podNamespace == "shop");
    const auto nerdctl = podOfContainer("k8s://shop/web-0/app");
    QVERIFY(nerdctl && nerdctl->name == "web-0" && nerdctl->podNamespace == "shop");
    QVERIFY(podOfContainer("k8s://shop/web-0"));
    for (const char *name : {"", "web", "k8s_app_web-0_shop_1a2b", "k9s_app_web-0_shop_1a2b_0", "k8s_app_Web_shop_1a2b_0", "k8s://shop", "k8s_a_b_C_d_0", "k8s_app_web-0_shop_1a_2b_0"})
        QVERIFY2(!podOfContainer(name), name);
}

QTEST_APPLESS_MAIN(PrintedTableTest)
#include "tst_printedtable.moc"
