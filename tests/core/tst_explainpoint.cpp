#include "core/explain/explanation.h"
#include "tests/support/capturefile.h"
#include "tests/support/clusterlines.h"
#include "tests/support/packets.h"

#include <QTest>

// Where a frame was captured: what was given goes before the interface's name, that before the file's, and that before the MAC addresses.

using namespace vethscope;
using namespace vethscope::explain;

namespace {

const QByteArray session = R"([root@n1 ~]# ip addr
2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP
    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0
[root@n1 ~]# kubectl get pods -o wide
NAME   READY   STATUS    RESTARTS   AGE   IP         NODE   NOMINATED NODE   READINESS GATES
tea    1/1     Running   0          1d    10.1.0.5   n1     <none>           <none>
[root@n1 ~]# kubectl exec tea -- ip addr
3: eth0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP
    link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 10.1.0.5/24 brd 10.1.0.255 scope global eth0
[root@n2 ~]# ip addr
2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP
    link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.2/24 brd 10.0.0.255 scope global eth0
)";

// One frame between two MAC addresses that end so.
QByteArray frameOf(const QByteArray &words)
{
    const auto mac = [](const QByteArray &end) { return end == "*" ? QByteArray("ffffffffffff") : end == "5" ? QByteArray("020000000005") : "52540000000" + end; };
    return test::fromHex(mac(words.split('>')[1]) + mac(words.split('>')[0]) + "0800 4500001c 00010000 40110000 0a000001 0a000009 9c40 0035 0008 0000");
}

} // namespace

class TestExplainPoint : public QObject
{
    Q_OBJECT

private slots:
    void point_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("interface"); // as pcapng names it
        QTest::addColumn<QString>("given");
        QTest::addColumn<QByteArrayList>("frames");
        QTest::addColumn<int>("ifindex");
        QTest::addColumn<QString>("point"); // node interface pod; a ! where no machine is known
        const auto row = [](const char *name, const char *file, const char *interface, const char *given, const QByteArrayList &frames, const char *point, int ifindex = 0) {
            QTest::newRow(name) << QString(file) << QByteArray(interface) << QString(given) << frames << ifindex << QString(point);
        };
        row("the file's name", "n1.eth0.pcapng", "", "", {"1>9"}, "n1 eth0 -");
        row("a pod in the file's name", "pod_tea_eth0.pcapng", "", "", {"5>9"}, "n1 eth0 default/tea");
        row("a machine that nobody knows", "n9.eth0.pcapng", "", "", {"1>9"}, "n9 eth0 - !");
        row("an address is no machine's name", "10.0.0.1.eth0.pcapng", "", "", {"1>9"}, "10.0.0.1 eth0 - !");
        row("what was given", "n1.eth0.pcapng", "", "n2 eth0", {"1>9"}, "n2 eth0 -");
        row("what was given, of a file that calls its only interface otherwise", "x.pcapng", "eth0", "n2 eth7", {"1>9"}, "n2 eth7 -");
        row("what was given without a machine", "n1.eth0.pcapng", "", " eth3", {"1>9"}, "n1 eth3 -");
        row("the MAC address in every frame", "x.pcapng", "", "", {"1>9", "8>1", "1>7"}, "n1 eth0 -");
        row("a pod's MAC address", "x.pcapng", "", "", {"5>9", "8>5"}, "n1 eth0 default/tea");
        row("with the interface's name", "x.pcapng", "eth0", "", {"1>9"}, "n1 eth0 -");
        row("another interface's name", "x.pcapng", "cni0", "", {"1>9"}, "- cni0 - !");
        row("in one frame more, another", "x.pcapng", "", "", {"1>9", "8>7"}, "- - - !");
        row("of two devices", "x.pcapng", "", "", {"1>2", "2>1"}, "- - - !");
        row("of two devices, and then of one", "x.pcapng", "", "", {"1>2", "2>9"}, "n2 eth0 -");
        row("what goes to all does not count", "x.pcapng", "", "", {"9>*", "1>9", "8>*"}, "n1 eth0 -");
        row("only what goes to all", "x.pcapng", "", "", {"1>*"}, "- - - !");
        row("the name goes before the MAC addresses", "n2.eth0.pcapng", "", "", {"1>9"}, "n2 eth0 -");
        row("any, with the number of the device", "n1.any.pcapng", "", "", {"1>9"}, "n1 eth0 -", 2);
        row("any, without", "n1.any.pcapng", "", "", {"1>9"}, "n1 any -");
        row("any, with a number that nobody has", "n1.any.pcapng", "", "", {"1>9"}, "n1 - -", 99);
        row("any, of nobody", "n9.any.pcapng", "", "", {"1>9"}, "n9 - - !", 2);
        row("a number where one device was listened on", "n1.eth0.pcapng", "", "", {"1>9"}, "n1 eth0 -", 99);
    }

    void point()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, interface);
        QFETCH(QString, given);
        QFETCH(QByteArrayList, frames);
        QFETCH(int, ifindex);
        const Cluster cluster = test::clusterOfText(session);
        const Explainer explainer(cluster);
        test::PcapngFile written(test::Order::Little);
        written.interface(1, interface.isEmpty() ? QByteArray() : written.option(2, interface)); // if_name
        for (const QByteArray &frame : frames)
            written.enhanced(0, 1, frameOf(frame));
        const QTemporaryDir folder;
        const std::vector<std::filesystem::path> paths{test::writeFile(folder, file, written.bytes()).toStdString()};
        const auto store = PacketStore::open(paths);
        (*store)->waitUntilFinished();
        const Dissector dissector(test::registry());
        CommonMacs macs(**store, dissector);
        const auto asked = given.isEmpty() ? std::nullopt : std::optional(CapturePoint{given.section(' ', 0, 0).toStdString(), given.section(' ', 1).toStdString()});
        const auto number = ifindex ? std::optional(std::uint32_t(ifindex)) : std::nullopt;
        const Point found = pointOf(explainer.places(), macs, 0, asked, number);
        const auto word = [](const std::string &text) { return text.empty() ? QString("-") : QString::fromStdString(text); };
        QTEST(word(found.node) + ' ' + word(found.interface) + ' ' + word(found.pod) + (found.place ? "" : " !"), "point");
        QCOMPARE(found.isKnown(), found.place && !found.interface.empty());
        // Whoever does not wait knows only what names tell.
        CommonMacs impatient(**store, dissector);
        const Point named = pointOf(explainer.places(), impatient, 0, asked, number, [] { return false; });
        const bool isNamed = (asked && !asked->node.empty()) || file.contains("n1.") || file.contains("n2.") || file.contains("n9.") || file.contains("pod_") || file.contains("10.0");
        QCOMPARE(named.node, isNamed ? found.node : std::string());
    }
};

QTEST_GUILESS_MAIN(TestExplainPoint)
#include "tst_explainpoint.moc"
