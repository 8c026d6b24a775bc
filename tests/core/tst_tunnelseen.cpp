#include "core/explain/explanation.h"
#include "tests/support/packets.h"
#include "tests/support/sampletexts.h"

#include <QTest>

// Where nobody printed the tables of a tunnel, a captured frame's own headers carry the walk on: what comes behind is foretold all the same,
// what the frame shows is not, and the command that would tell is said.

using namespace vethscope;
using namespace vethscope::explain;

namespace {

// The sample without what these commands of the first node printed.
Cluster clusterWithout(const QStringList &commands)
{
    test::HostTexts texts = test::sampleTexts("flannel-vxlan");
    QList<test::SessionCommand> all = test::sessionCommands(texts["master.txt"]);
    all.removeIf([&](const test::SessionCommand &one) {
        return one.pod().isEmpty() && std::ranges::any_of(commands, [&](const QString &command) { return one.bare().startsWith(command.toUtf8()); });
    });
    texts["master.txt"] = test::sessionOf(all);
    return test::clusterOf(texts);
}

// From a pod of master to one of VM-16-10-centos: SYN.
QByteArray packet(const char *timeToLive)
{
    return QByteArray(" 0800 45000028 00014000 ") + timeToLive + "060000 0af4003c 0af40103 9c40 0050 00000001 00000000 5002 ffff 0000 0000";
}

const QByteArray inTunnel = "2a3ca0e1a9b6 8e5c7980cdcc", outer = "feee3207ea07 525400c2eedb 0800 4500005a 00010000 40110000 ac1b000b ac1b100a e000 2118 0046 0000 08000000 00000100 ";

} // namespace

class TestTunnelSeen : public QObject
{
    Q_OBJECT

private slots:
    void seen_data()
    {
        QTest::addColumn<QStringList>("unprinted");
        QTest::addColumn<QString>("point");
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QStringList>("fields"); // what is foretold, or what would tell, of each MAC address and outer IP address
        const QStringList fdb{"bridge fdb", "brctl showmacs"}, neighbours{"ip neigh", "arp"};
        const QString vtep = "2a:3c:a0:e1:a9:b6", own = "8e:5c:79:80:cd:cc", nic = "52:54:00:c2:ee:db", gateway = "fe:ee:32:07:ea:07";
        const QString askFdb = "[master: bridge fdb]", askNeighbour = "[master: ip neigh]";
        QTest::newRow("all is printed, on the NIC") << QStringList{} << "master eth0" << outer + inTunnel + packet("3f") << QStringList{nic, gateway, "172.27.0.11", "172.27.16.10", own, vtep};
        QTest::newRow("no forwarding table, on the NIC") << fdb << "master eth0" << outer + inTunnel + packet("3f") << QStringList{nic, gateway, "172.27.0.11", askFdb, own, vtep};
        QTest::newRow("no forwarding table, another far end") << fdb << "master eth0" << QByteArray(outer).replace("ac1b100a", "ac1b0015") + inTunnel + packet("3f") << QStringList{nic, "other", "172.27.0.11", askFdb, own, vtep};
        QTest::newRow("no forwarding table, taken out at the other end") << fdb << "VM-16-10-centos flannel.1" << inTunnel + packet("3f") << QStringList{own, vtep};
        QTest::newRow("no forwarding table, behind it") << fdb << "VM-16-10-centos cni0" << QByteArray("9e720d5f8316 1a2b3c4d5e6f") + packet("3e") << QStringList{"any", "9e:72:0d:5f:83:16"};
        QTest::newRow("no neighbours, on the tunnel's device") << neighbours << "master flannel.1" << inTunnel + packet("3f") << QStringList{own, askNeighbour};
        QTest::newRow("no neighbours, taken out at the other end") << neighbours << "VM-16-10-centos flannel.1" << inTunnel + packet("3f") << QStringList{own, askNeighbour};
        QTest::newRow("nothing of either, on the NIC") << fdb + neighbours << "master eth0" << outer + inTunnel + packet("3f") << QStringList{nic, "any", "172.27.0.11", askFdb, own, askNeighbour};
        QTest::newRow("nothing of either, taken out at the other end") << fdb + neighbours << "VM-16-10-centos flannel.1" << inTunnel + packet("3f") << QStringList{own, askNeighbour};
        // Its MAC address is no node's, or two devices' of one: then where it goes is not known.
        QTest::newRow("no neighbours, and a MAC that nobody has") << fdb + neighbours << "VM-16-10-centos flannel.1" << "020000000099 8e5c7980cdcc" + packet("3f")
            << QStringList{"[master: bridge fdb]", "[master: bridge fdb]"};
    }

    void seen()
    {
        QFETCH(QStringList, unprinted);
        QFETCH(QString, point);
        QFETCH(QByteArray, frame);
        QFETCH(QStringList, fields);
        const Cluster cluster = clusterWithout(unprinted);
        const Explainer explainer(cluster);
        const Point here{point.section(' ', 0, 0).toStdString(), point.section(' ', 1).toStdString(), {}, explainer.places().ofNode(point.section(' ', 0, 0).toStdString())};
        const QByteArray bytes = test::fromHex(frame);
        const Frame made = test::frameOf(bytes);
        const ShownFrame shown = shownFrame(made, Dissector(test::registry()).dissect(made));
        QStringList found;
        for (const FieldExplanation &field : explainer.explain(shown, here).fields) {
            if (!field.name.starts_with("eth.") && field.depth == shown.depth)
                continue;
            found << (field.expected.empty() ? QString::fromStdString("[" + field.askOn + ": " + field.ask + "]") : QString::fromStdString(field.expected.front()));
        }
        QCOMPARE(found.size(), fields.size());
        for (qsizetype i = 0; i < fields.size(); ++i)
            QVERIFY2(fields[i] == "any" || (fields[i] == "other" && !found[i].isEmpty()) || found[i] == fields[i], qPrintable(found.join(", ")));
    }

    // Where all is printed: by which line an address was found, the route that led there, and what lost in the same tables.
    void lookedUp_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("depth");
        QTest::addColumn<QString>("evidence");
        QTest::addColumn<QString>("rejected");
        const QString route = "10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink", byDefault = "default via 172.27.0.1 dev eth0";
        QTest::newRow("the far end: forwarded, not by default") << "ip.dst" << 0 << "2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 self permanent" << "00:00:00:00:00:00 dev flannel.1 dst 172.27.16.99 self permanent";
        QTest::newRow("the far end's device: a neighbour, by a route") << "eth.dst" << 1 << "10.244.1.0 ether 2a:3c:a0:e1:a9:b6 CM flannel.1; " + route << byDefault;
        QTest::newRow("the gateway: 172.27.16.10 is not in its own network") << "eth.dst" << 0 << "gateway ether fe:ee:32:07:ea:07 C eth0; " + byDefault << "172.27.0.0/20 dev eth0 proto kernel scope link src 172.27.0.11";
        QTest::newRow("the tunnel's own address") << "ip.src" << 0 << "vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 dstport 8472 nolearning" << "";
    }

    void lookedUp()
    {
        QFETCH(QString, field);
        QFETCH(int, depth);
        QFETCH(QString, evidence);
        test::HostTexts texts = test::sampleTexts("flannel-vxlan");
        for (const QByteArray device : {" dev flannel.1", ""}) { // as it was printed twice
            const QByteArray own = "2a:3c:a0:e1:a9:b6" + device + " dst 172.27.16.10 self permanent";
            QVERIFY(texts["master.txt"].contains(own));
            texts["master.txt"].replace(own, own + "\n00:00:00:00:00:00" + device + " dst 172.27.16.99 self permanent");
        }
        const Cluster cluster = test::clusterOf(texts);
        const Explainer explainer(cluster);
        const QByteArray bytes = test::fromHex(outer + inTunnel + packet("3f"));
        const Frame made = test::frameOf(bytes);
        const FrameExplanation explanation = explainer.explain(shownFrame(made, Dissector(test::registry()).dissect(made)), {"master", "eth0", {}, explainer.places().ofNode("master")});
        const auto found = std::ranges::find_if(explanation.fields, [&](const FieldExplanation &one) { return one.name == field.toStdString() && int(one.depth) == depth; });
        QVERIFY(found != explanation.fields.end());
        const auto textOf = [](const Evidence &line) { return QString::fromStdString(std::string(line.text())).simplified(); };
        QStringList cited, lost;
        for (const Evidence &line : found->evidence)
            cited << textOf(line);
        for (const kernel::Rejected &one : found->rejected)
            lost << textOf(one.evidence);
        QVERIFY2(cited.join("; ").startsWith(evidence), qPrintable(cited.join("; ")));
        QTEST(lost.join("; "), "rejected");
    }
};

QTEST_GUILESS_MAIN(TestTunnelSeen)
#include "tst_tunnelseen.moc"
