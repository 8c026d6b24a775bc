#include "core/cluster/latest.h"
#include "core/explain/explanation.h"
#include "core/protocols/protocols.h"
#include "core/snapshot/snapshot.h"

#include <QTest>

// Who wrote the line that an address comes from: what one level up tells it.

using namespace vethscope;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

// kubectl v1.18, `kubectl describe node` of the study notes' cluster, shortened.
const char described[] = R"([root@master ~]# kubectl describe node vm-16-10-centos
Name:               vm-16-10-centos
Roles:              <none>
Labels:             beta.kubernetes.io/arch=amd64
Annotations:        flannel.alpha.coreos.com/backend-data: {"VNI":1,"VtepMAC":"2a:3c:a0:e1:a9:b6"}
                    flannel.alpha.coreos.com/backend-type: vxlan
                    flannel.alpha.coreos.com/kube-subnet-manager: true
                    flannel.alpha.coreos.com/public-ip: 172.27.16.10
CreationTimestamp:  Tue, 24 Nov 2026 10:12:03 +0800
Addresses:
  InternalIP:  172.27.16.10
  Hostname:    vm-16-10-centos
PodCIDR:                      10.244.1.0/24
)";

const char endpoints[] = R"([root@master ~]# kubectl get endpoints -A
NAMESPACE     NAME         ENDPOINTS                                        AGE
default       kubernetes   172.27.0.11:6443                                 1d
default       web          10.244.0.9:80,10.244.1.3:80                      1d
kube-system   kube-dns     10.244.0.58:53,10.244.0.58:53,10.244.0.58:9153   1d
)";

// A sample's hosts and what was pasted beside them.
class Told
{
public:
    Told(const QString &sample, const char *pasted) : m_sample(sample)
    {
        if (auto hosts = readSnapshot((samples + sample + "/hosts").toStdString()))
            m_snapshots.push_back(std::move(*hosts));
        if (pasted)
            m_snapshots.push_back(readPastedSnapshot(pasted));
        std::vector<const Snapshot *> all;
        for (const Snapshot &snapshot : m_snapshots) {
            all.push_back(&snapshot);
            m_facts.push_back(&snapshot.facts);
        }
        m_cluster = latestCluster(all);
    }

    // `captures` are looked through for announcements.
    explain::FieldExplanation field(const QString &file, std::size_t frame, std::size_t depth, std::string_view name, const QStringList &captures = {}) const
    {
        const Registry registry = protocols::registry();
        const Dissector dissector(registry);
        std::vector<explain::Announcement> announced;
        for (const QString &capture : captures) {
            const auto found = explain::announcementsIn(*open(capture), dissector, capture.toStdString());
            announced.insert(announced.end(), found.begin(), found.end());
        }
        const auto store = open(file);
        const Frame bytes = store->frame(frame - 1);
        const explain::ShownFrame shown = explain::shownFrame(bytes, dissector.dissect(bytes));
        const explain::Explainer explainer(m_cluster, m_facts, announced);
        explain::CommonMacs macs(*store, dissector);
        for (const auto &one : explainer.explain(shown, explain::pointOf(explainer.places(), macs, frame - 1, {}, shown.ifindex)).fields)
            if (one.depth == depth && one.name == name)
                return one;
        return {};
    }

    std::unique_ptr<PacketStore> open(const QString &file) const
    {
        const std::vector<std::filesystem::path> paths{(samples + m_sample + "/captures/" + file).toStdString()};
        auto store = PacketStore::open(paths);
        (*store)->waitUntilFinished();
        return std::move(*store);
    }

private:
    QString m_sample;
    std::vector<Snapshot> m_snapshots;
    std::vector<const Facts *> m_facts;
    Cluster m_cluster;
};

QString lineOf(const explain::WrittenBy &by)
{
    return by.evidence.empty() ? QString() : QString::fromStdString(std::string(by.evidence.front().text()));
}

QString whoOf(const std::optional<explain::WrittenBy> &by)
{
    return by ? QString::fromUtf8(by->who.data(), qsizetype(by->who.size())) + ": " + QString::fromStdString(by->text.english()) : QString();
}

} // namespace

class TestWrittenBy : public QObject
{
    Q_OBJECT

private slots:
    void flanneld()
    {
        const Told told("flannel-vxlan", described);
        const auto neighbour = told.field("master.eth0.pcapng", 3, 1, "eth.dst");
        QCOMPARE(whoOf(neighbour.writtenBy), "flanneld: flanneld wrote it after what vm-16-10-centos says of itself: 2a:3c:a0:e1:a9:b6");
        QVERIFY2(lineOf(*neighbour.writtenBy).startsWith("Name:") || lineOf(*neighbour.writtenBy).contains("VtepMAC"), qPrintable(lineOf(*neighbour.writtenBy)));
        const auto remote = told.field("master.eth0.pcapng", 3, 0, "ip.dst");
        QCOMPARE(whoOf(remote.writtenBy), "flanneld: flanneld wrote it after what vm-16-10-centos says of itself: 172.27.16.10");
        QVERIFY(!told.field("master.eth0.pcapng", 3, 0, "eth.dst").writtenBy); // the kernel asked for it
        QVERIFY(!told.field("master.eth0.pcapng", 3, 0, "ip.src").writtenBy);
        QVERIFY(!Told("flannel-vxlan", nullptr).field("master.eth0.pcapng", 3, 1, "eth.dst").writtenBy); // nobody said so
    }

    void bird()
    {
        const Told told("calico-bgp-mesh", nullptr);
        const auto next = told.field("mesh-1.eth0.pcapng", 72, 0, "eth.dst");
        QCOMPARE(whoOf(next.writtenBy), "bird: bird wrote the route to 192.168.247.0/26, which BGP taught it");
        QVERIFY(lineOf(*next.writtenBy).startsWith("192.168.247.0/26     unicast [Mesh_10_0_20_12"));
        QVERIFY(next.writtenBy->announced.empty());
        QVERIFY(!told.field("mesh-1.eth0.pcapng", 72, 0, "eth.src").writtenBy);
    }

    // The frames are those that tshark -Y 'bgp.type == 2' shows.
    void announcements()
    {
        const Told told("calico-bgp-mesh", nullptr);
        const Registry registry = protocols::registry();
        QStringList lines;
        for (const explain::Announcement &one : explain::announcementsIn(*told.open("mesh-1.eth0.pcapng"), Dissector(registry), "x"))
            lines << QString("%1 %2: %3 by %4 to %5").arg(QString::fromStdString(one.capture)).arg(one.frame).arg(QString::fromStdString(one.network.text()),
                QString::fromStdString(one.nextHop->text()), QString::fromStdString(one.receiver.text()));
        QCOMPARE(lines.join(", "), "x 35: 192.168.84.128/26 by 10.0.20.11 to 10.0.20.12, x 38: 192.168.247.0/26 by 10.0.20.12 to 10.0.20.11, "
                                   "x 53: 192.168.84.128/26 by 10.0.20.11 to 10.0.20.13, x 57: 192.168.139.64/26 by 10.0.20.13 to 10.0.20.11");
    }

    // Only what the node itself was told.
    void announced_data()
    {
        QTest::addColumn<QString>("capture");
        QTest::addColumn<QString>("frames");
        QTest::newRow("in the frame's own capture") << "mesh-1.eth0.pcapng" << "mesh-1.eth0.pcapng 38";
        QTest::newRow("in the other node's") << "mesh-2.eth0.pcapng" << "mesh-2.eth0.pcapng";
        QTest::newRow("between others") << "mesh-3.eth0.pcapng" << "";
        QTest::newRow("nowhere") << "mesh-1.cali88ebb15ab5f.pcapng" << "";
    }

    void announced()
    {
        QFETCH(QString, capture);
        QFETCH(QString, frames);
        const Told told("calico-bgp-mesh", nullptr);
        const auto field = told.field("mesh-1.eth0.pcapng", 72, 0, "eth.dst", {capture});
        QString found;
        for (const explain::Announcement &one : field.writtenBy->announced)
            found += QString("%1 %2").arg(QString::fromStdString(one.capture)).arg(one.frame);
        QVERIFY2(frames.isEmpty() ? found.isEmpty() : found.startsWith(frames), qPrintable(found));
        QVERIFY(!lineOf(*field.writtenBy).isEmpty());
    }

    void kubeProxy()
    {
        const Told told("flannel-vxlan", endpoints);
        const auto answer = told.field("VM-16-10-centos.veth6a56ab55.pcapng", 20, 0, "ip.src"); // 10.96.0.10, translated back
        QVERIFY(answer.nat);
        QCOMPARE(whoOf(answer.writtenBy), "kube-proxy: kube-proxy wrote the rule after the endpoint 10.244.0.58:53 of the service kube-system/kube-dns");
        QVERIFY(lineOf(*answer.writtenBy).startsWith("kube-system   kube-dns"));
        QVERIFY(!told.field("VM-16-10-centos.veth6a56ab55.pcapng", 20, 0, "ip.dst").writtenBy);
        // What was learnt from the rules themselves explains none of them.
        QVERIFY(!Told("flannel-vxlan", nullptr).field("VM-16-10-centos.veth6a56ab55.pcapng", 20, 0, "ip.src").writtenBy);
    }
};

QTEST_GUILESS_MAIN(TestWrittenBy)
#include "tst_writtenby.moc"
