#include "core/path/alike.h"
#include "core/path/whatif.h"
#include "core/snapshot/snapshot.h"
#include "tests/support/kubernetestext.h"
#include "tests/support/samplecluster.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace vethscope;
using path::Comparison;
using path::Matrix;
using path::Predictor;
using path::Walks;

// One cell for all that are alike: the same cells as the plain walk's, in sound clusters and in such of which one thing tells two pods apart.
class tst_matrix : public QObject
{
    Q_OBJECT

private slots:
    void samples_data();
    void samples();
    void unequal_data();
    void unequal();
    void classes();
    void services();
    void nftables();
    void alone_data();
    void alone();
    void comparisons_data();
    void comparisons();
    void comparedOnce();
    void stopped();
};

namespace {

constexpr std::size_t nodes = 3, podsEach = 3, serviceCount = 2;

struct Made {
    Cluster cluster = test::generatedCluster(nodes, podsEach);
    QString text = QString::fromStdString(test::transcriptOf(cluster) + test::serviceTextOf(cluster, serviceCount));

    const ClusterPod &pod(std::size_t i) const { return cluster.pods.at(i); }
    QString address(std::size_t i) const { return QString::fromStdString(pod(i).addresses.front().text()); }
    QString mac(std::size_t i) const { return QString::fromStdString(pod(i).mac->text()); }
    QString veth(std::size_t i) const { return QString::fromStdString(pod(i).hostInterface); }
};

Cluster clusterFrom(const QString &text)
{
    return clusterOf(readPastedSnapshot(text.toStdString()).facts);
}

QString textOf(const Evidence &line)
{
    return line.source ? QString("%1:%2:%3").arg(QString::fromStdString(line.source->name())).arg(line.line).arg(line.column) : QString("-");
}

QStringList linesOf(const Matrix &matrix)
{
    QStringList lines;
    for (std::size_t cell = 0; cell < matrix.cells.size(); ++cell) {
        const path::Cell &one = matrix.cells[cell];
        QString line = QString::fromStdString(matrix.rows[cell / matrix.columns.size()].name + " > " + matrix.columns[cell % matrix.columns.size()].name) + ' '
            + QString::fromUtf8(nameOf(one.disposition)) + (one.definite ? " definite " : " ") + QString::fromStdString(one.ask + '@' + one.askOn);
        for (const Evidence &evidence : one.evidence)
            line += ' ' + textOf(evidence);
        lines << line;
    }
    for (const path::AssumedFact &fact : matrix.assumed)
        lines << QString::fromStdString("assumed " + fact.node + ' ' + fact.pod + ' ' + fact.ask) + ' ' + QString::number(int(fact.table));
    return lines;
}

QStringList linesOf(const std::vector<path::ChangedWay> &changes)
{
    QStringList lines;
    for (const path::ChangedWay &change : changes) {
        QString line = QString::fromStdString(change.from + " > " + change.to) + ' ' + QString::number(int(change.kind));
        for (const auto &end : {change.before, change.after})
            line += ' ' + (end ? QString::fromUtf8(nameOf(*end)) : QString("none"));
        for (const path::ChangedValue &value : change.values)
            line += QString::fromStdString(' ' + value.field + '@' + value.node + '/' + value.interface + '/' + value.pod + ' ' + value.before.value_or("-") + '>' + value.after.value_or("-"));
        for (const Evidence &evidence : change.linesBefore)
            line += " b" + textOf(evidence);
        for (const Evidence &evidence : change.linesAfter)
            line += " a" + textOf(evidence);
        lines << line;
    }
    return lines;
}

const path::Cell &cellOf(const Matrix &matrix, const path::ChangedWay &way)
{
    const auto row = std::ranges::find(matrix.rows, way.from, &path::Who::name);
    const auto column = std::ranges::find_if(matrix.columns, [&](const path::Who &who) { return who.name == way.to && who.kind == way.kind; });
    return matrix.cells.at(std::size_t(row - matrix.rows.begin()) * matrix.columns.size() + std::size_t(column - matrix.columns.begin()));
}

std::size_t classCount(const Cluster &cluster)
{
    const path::Places places(cluster);
    const path::Alike alike(places);
    std::set<std::size_t> classes;
    for (std::size_t pod = 0; pod < cluster.pods.size(); ++pod)
        classes.insert(alike.classOf(pod));
    return classes.size();
}

// The second pod of worker-01 is the one that is not like the others there.
void addUnequal()
{
    const Made made;
    const QString prompt = "[root@worker-01 ~]# ", other = "[root@worker-02 ~]# ";
    const QString service = QRegularExpression("service-000   ClusterIP   (\\S+)").match(made.text).captured(1);
    const QString pod = made.address(4), mac = made.mac(4), veth = made.veth(4);
    const auto changed = [&](const char *name, const QString &from, const QString &to) {
        QVERIFY2(made.text.contains(from), name);
        QTest::newRow(name) << QString(made.text).replace(from, to);
    };
    const auto added = [&](const char *name, const QString &output) { QTest::newRow(name) << made.text + output; };
    const QString rule = "-A FLANNEL-FWD -s 10.244.0.0/16 -m comment --comment \"flanneld forward\" -j ACCEPT\n";
    const auto ruled = [&](const char *name, const QString &more) { changed(name, rule, more + '\n' + rule); };

    changed("its veth is down", veth + "@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP", veth + "@if3: <BROADCAST,MULTICAST> mtu 1450 qdisc noqueue master cni0 state DOWN");
    changed("its veth takes less", veth + "@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450", veth + "@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 50");
    changed("its neighbour failed", pod + " dev cni0 lladdr " + mac + " REACHABLE", pod + " dev cni0 FAILED");
    changed("its neighbour is another MAC", pod + " dev cni0 lladdr " + mac + " REACHABLE", pod + " dev cni0 lladdr 02:00:aa:bb:cc:dd REACHABLE");
    changed("its neighbour is another pod's MAC", pod + " dev cni0 lladdr " + mac + " REACHABLE", pod + " dev cni0 lladdr " + made.mac(5) + " REACHABLE");
    changed("nobody printed its neighbour", pod + " dev cni0 lladdr " + mac + " REACHABLE\n", "");
    changed("its MAC is behind another port", mac + " dev " + veth + " master cni0", mac + " dev " + made.veth(5) + " master cni0");
    changed("its MAC is behind no port", mac + " dev " + veth + " master cni0\n", "");
    changed("two pods have one address", "   " + pod + "   ", "   " + made.address(5) + "   ");
    changed("two pods of two nodes have one address", "   " + pod + "   ", "   " + made.address(7) + "   ");
    ruled("a rule drops what goes to it", "-A FLANNEL-FWD -d " + pod + "/32 -j DROP");
    ruled("a rule drops what comes from it", "-A FLANNEL-FWD -s " + pod + "/32 -j DROP");
    ruled("a rule drops a network around it", "-A FLANNEL-FWD -s " + made.address(3) + "/31 -j DROP");
    ruled("a rule drops a range around it", "-A FLANNEL-FWD -m iprange --src-range " + made.address(4) + "-" + made.address(5) + " -j DROP");
    ruled("a rule drops its device", "-A FORWARD -i " + veth + " -j DROP");
    ruled("a rule that nobody understands", "-A FLANNEL-FWD -d " + pod + "/32 -m geoip --country XX -j DROP");
    changed("its address becomes another pod's", "-A PREROUTING -j KUBE-SERVICES", "-A PREROUTING -d " + pod + "/32 -j DNAT --to-destination " + made.address(7) + "\n-A PREROUTING -j KUBE-SERVICES");
    changed("other pods' address becomes its own", "-A PREROUTING -j KUBE-SERVICES", "-A PREROUTING -d " + made.address(7) + "/32 -j DNAT --to-destination " + pod + "\n-A PREROUTING -j KUBE-SERVICES");
    changed("a port of nodes leads to it", "-A PREROUTING -j KUBE-SERVICES", "-A PREROUTING -m addrtype --dst-type LOCAL -p tcp -m tcp --dport 80 -j DNAT --to-destination " + pod + ":80\n-A PREROUTING -j KUBE-SERVICES");
    changed("a service drops it, which is none of its endpoints", "-A KUBE-SVC-0000000000000000 ! -s", "-A KUBE-SVC-0000000000000000 -s " + pod + "/32 -j DROP\n-A KUBE-SVC-0000000000000000 ! -s");
    changed("a service drops it", "-A KUBE-SVC-0000000000000001 ! -s", "-A KUBE-SVC-0000000000000001 -s " + pod + "/32 -j DROP\n-A KUBE-SVC-0000000000000001 ! -s");
    changed("a route leads to it elsewhere", "\n" + other + "ip neigh", QString("\nblackhole %1\n").arg(pod) + other + "ip neigh");
    changed("its node routes it elsewhere", "\n" + prompt + "ip neigh", QString("\n%1 via 172.27.0.1 dev eth0\n").arg(pod) + prompt + "ip neigh");
    changed("a network around it leads elsewhere", "\n" + other + "ip neigh", QString("\n%1/31 via 172.27.16.1 dev eth0\n").arg(made.address(3)) + other + "ip neigh");
    added("a rule of routing is for it", prompt + "ip rule\n0:\tfrom all lookup local\n100:\tfrom " + pod + " unreachable\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n");
    added("a rule of routing is for a network around it", prompt + "ip rule\n0:\tfrom all lookup local\n100:\tfrom " + made.address(3) + "/31 unreachable\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n");
    added("its veth has a setting of its own", prompt + "sysctl net.ipv4.conf." + veth + ".rp_filter\nnet.ipv4.conf." + veth + ".rp_filter = 1\n");
    added("conntrack remembers a connection of it to an endpoint that is gone", prompt + "conntrack -L\ntcp      6 110 SYN_SENT src=" + pod + " dst=" + service + " sport=40112 dport=80 [UNREPLIED] src=10.244.7.99 dst=" + pod + " sport=80 dport=40112 mark=0 use=1\n");
    added("it printed its own routes", prompt + "kubectl exec " + QString::fromStdString(made.pod(4).name) + " -- ip route\n10.244.1.0/24 dev eth0 proto kernel scope link src " + pod + "\n");
    added("it printed a gateway that nobody has", prompt + "kubectl exec " + QString::fromStdString(made.pod(4).name) + " -- ip route\ndefault via 10.244.1.77 dev eth0\n10.244.1.0/24 dev eth0 proto kernel scope link src " + pod + "\n");
}

} // namespace

void tst_matrix::samples_data()
{
    QTest::addColumn<QString>("sample");
    for (const std::string &sample : test::sampleNames())
        QTest::newRow(sample.c_str()) << QString::fromStdString(sample);
}

void tst_matrix::samples()
{
    QFETCH(QString, sample);
    const Cluster cluster = test::sampleCluster(sample.toStdString());
    const Predictor predictor(cluster);
    const Matrix plain = matrixOf(predictor, {}, Walks::OfCells);
    QVERIFY(plain.cells.size() > 10);
    QCOMPARE(linesOf(matrixOf(predictor)), linesOf(plain));
}

void tst_matrix::unequal_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("all alike") << Made().text;
    addUnequal();
}

void tst_matrix::unequal()
{
    QFETCH(QString, text);
    const Cluster cluster = clusterFrom(text);
    const Predictor predictor(cluster);
    const Matrix plain = matrixOf(predictor, {}, Walks::OfCells);
    QVERIFY(plain.rows.size() >= nodes + nodes * podsEach); // a pod more where another address is somebody's
    QCOMPARE(plain.columns.size(), plain.rows.size() + serviceCount);
    QCOMPARE(linesOf(matrixOf(predictor)), linesOf(plain));
    // What a service's rules say of a pod tells it apart for that service alone.
    const QByteArray row = QTest::currentDataTag();
    QCOMPARE(classCount(cluster) > nodes, row != "all alike" && !row.startsWith("a service drops it"));
}

void tst_matrix::classes()
{
    const Cluster cluster = clusterFrom(Made().text);
    const path::Places places(cluster);
    const path::Alike alike(places);
    for (std::size_t one = 0; one < cluster.pods.size(); ++one)
        for (std::size_t other = 0; other < cluster.pods.size(); ++other)
            QCOMPARE(alike.classOf(one) == alike.classOf(other), cluster.pods[one].node == cluster.pods[other].node);
    QCOMPARE(alike.lines(0).size(), alike.lines(1).size());
    QVERIFY(!alike.lines(0).empty());
}

// kube-proxy's rules speak of a service's endpoints, of the packets to it alone.
void tst_matrix::services()
{
    const Cluster cluster = clusterFrom(Made().text);
    const path::Places places(cluster);
    const path::Alike alike(places);
    QCOMPARE(cluster.services.size(), serviceCount);
    for (std::size_t service = 0; service < serviceCount; ++service) {
        std::set<IpAddress> endpoints;
        for (const EndpointFact &endpoint : cluster.services[service].endpoints)
            endpoints.insert(endpoint.address);
        QVERIFY(!endpoints.empty());
        for (std::size_t pod = 0; pod < cluster.pods.size(); ++pod)
            QCOMPARE(alike.isSpokenOf(pod, service), endpoints.contains(cluster.pods[pod].addresses.front()));
    }
}

// A map leads to the endpoints only what goes to the service.
void tst_matrix::nftables()
{
    const Made made;
    const QString pod = made.address(4);
    const QString rules = "nft list ruleset\ntable ip kube-proxy {\n\tmap service-ips {\n\t\ttype ipv4_addr . inet_proto . inet_service : verdict\n"
                          "\t\telements = { 10.96.0.10 . tcp . 80 : goto service-A }\n\t}\n\n"
                          "\tchain nat-prerouting {\n\t\ttype nat hook prerouting priority dstnat; policy accept;\n\t\tjump services\n\t}\n\n"
                          "\tchain nat-output {\n\t\ttype nat hook output priority dstnat; policy accept;\n\t\tjump services\n\t}\n\n"
                          "\tchain services {\n\t\tip daddr . meta l4proto . th dport vmap @service-ips\n\t}\n\n"
                          "\tchain service-A {\n\t\tnumgen random mod 1 vmap { 0 : goto endpoint-B }\n\t}\n\n"
                          "\tchain endpoint-B {\n\t\tip saddr " + pod + " jump mark-for-masquerade\n\t\tmeta l4proto tcp dnat to " + pod + ":80\n\t}\n\n"
                          "\tchain mark-for-masquerade {\n\t\tmeta mark set meta mark or 0x00004000\n\t}\n}\n";
    QString text = made.text;
    text.replace(QRegularExpression("iptables-save\\n(?:[*:-].*\\n|COMMIT\\n)+"), rules);
    QVERIFY(!text.contains("iptables-save"));
    const Cluster cluster = clusterFrom(text);
    QCOMPARE(classCount(cluster), nodes);
    const path::Places places(cluster);
    const path::Alike alike(places);
    for (std::size_t one = 0; one < cluster.pods.size(); ++one)
        if (cluster.pods[one].addresses.front().text() == pod.toStdString())
            QVERIFY(alike.isSpokenOf(one, 0));
    const Predictor predictor(cluster);
    QCOMPARE(linesOf(matrixOf(predictor)), linesOf(matrixOf(predictor, {}, Walks::OfCells)));
    // Without the map's question the same chain speaks of the pod to everybody.
    const Cluster open = clusterFrom(QString(text).replace("ip daddr . meta l4proto . th dport vmap @service-ips", "jump endpoint-B"));
    QVERIFY(classCount(open) > nodes);
}

void tst_matrix::alone_data()
{
    QTest::addColumn<QString>("text");
    addUnequal();
}

// Of a pod that is told apart, the pods of the other nodes are alike still.
void tst_matrix::alone()
{
    QFETCH(QString, text);
    const Cluster cluster = clusterFrom(text);
    const path::Places places(cluster);
    const path::Alike alike(places);
    std::set<std::size_t> ofMaster;
    for (std::size_t pod = 0; pod < cluster.pods.size(); ++pod)
        if (cluster.pods[pod].node == "master")
            ofMaster.insert(alike.classOf(pod));
    QCOMPARE(ofMaster.size(), std::size_t(1));
}

void tst_matrix::comparisons_data()
{
    QTest::addColumn<QString>("text");
    const Made made;
    QTest::newRow("nothing") << made.text;
    QTest::newRow("a pod is gone") << QString(made.text).replace(QRegularExpression("default   " + QString::fromStdString(made.pod(4).name) + ".*\\n"), "");
    QTest::newRow("a node's fdb is lost") << QString(made.text).replace(QRegularExpression("(\\[root@worker-02 ~\\]# bridge fdb\\n)(.* self permanent\\n)+"), "\\1");
    addUnequal();
}

void tst_matrix::comparisons()
{
    QFETCH(QString, text);
    const Cluster was = clusterFrom(Made().text), is = clusterFrom(text);
    const Predictor before(was), after(is);
    const bool isBothWays = QByteArray(QTest::currentDataTag()) == "a pod is gone";
    for (const bool forward : isBothWays ? std::vector{true, false} : std::vector{true}) {
        const Predictor &first = forward ? before : after, &second = forward ? after : before;
        const Comparison plain = compare(first, second, {}, Walks::OfCells);
        const Comparison comparison = compare(first, second);
        QCOMPARE(linesOf(comparison.changes), linesOf(plain.changes));
        QCOMPARE(linesOf(comparison.before), linesOf(matrixOf(first, {}, Walks::OfCells)));
        QCOMPARE(linesOf(comparison.after), linesOf(matrixOf(second, {}, Walks::OfCells)));
        // A way that is gone, or is new, ended as its cell says.
        for (const path::ChangedWay &change : comparison.changes)
            if (!change.before || !change.after)
                QCOMPARE(change.before ? *change.before : change.after.value(), cellOf(change.before ? comparison.before : comparison.after, change).disposition);
        // What the matrices do not have in common is among the changes.
        std::size_t different = 0;
        for (std::size_t cell = 0; first.places().cluster().pods.size() == second.places().cluster().pods.size() && cell < plain.before.cells.size(); ++cell)
            different += plain.before.cells[cell].disposition != plain.after.cells[cell].disposition;
        QVERIFY(comparison.changes.size() >= different);
    }
}

// Each way is taken once: before a piece that is left, less is done than there is to do. Where all is alike, what may follow is not walked.
void tst_matrix::comparedOnce()
{
    const Cluster cluster = clusterFrom(Made().text);
    const Predictor predictor(cluster);
    std::size_t last = 0, all = 0;
    bool isRising = true;
    const Comparison comparison = compare(predictor, predictor, [&](std::size_t done, std::size_t of) {
        isRising = isRising && done >= last && done < of;
        last = done;
        all = of;
        return true;
    });
    QVERIFY(isRising);
    QVERIFY2(last > all / 2, qPrintable(QString("%1 of %2").arg(last).arg(all)));
    QVERIFY(comparison.changes.empty());
}

void tst_matrix::stopped()
{
    const Cluster cluster = clusterFrom(QString::fromStdString(test::transcriptOf(test::generatedCluster(20, 5))));
    const Predictor predictor(cluster);
    QElapsedTimer sinceStopped;
    std::size_t calls = 0;
    const Matrix matrix = matrixOf(predictor, [&](std::size_t done, std::size_t all) {
        Q_ASSERT(done <= all);
        if (++calls < 3)
            return true;
        sinceStopped.start();
        return false;
    });
    QVERIFY2(sinceStopped.elapsed() < 200, qPrintable(QString::number(sinceStopped.elapsed())));
    QCOMPARE(calls, std::size_t(3));
    QVERIFY(matrix.cells.empty());
    QCOMPARE(matrix.rows.size(), std::size_t(120));
    QVERIFY(compare(predictor, predictor, [](std::size_t, std::size_t) { return false; }).before.cells.empty());
}

QTEST_GUILESS_MAIN(tst_matrix)
#include "tst_matrix.moc"
