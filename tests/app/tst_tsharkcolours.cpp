#include "core/colours/colouring.h"
#include "core/colours/colourrulesfile.h"
#include "core/flows/flowpass.h"
#include "core/protocols/protocols.h"
#include "tests/support/programs.h"
#include "tests/support/tshark.h"

#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Which rule colours a packet, beside tshark's frame.coloring_rule.name with the same `colorfilters` in its profile: the rules that both understand, over
// the samples and, where it is present, the shared corpus.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples");
const QString corpus = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/captures");

// Frames by themselves, sums verified, as Vethscope looks at them.
const QStringList tsharkOptions{
    "--color", "-n", "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip", "-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE",
    "-o", "sctp.checksum:CRC 32c", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE", "-o", "tcp.desegment_tcp_streams:FALSE",
    "-o", "http.desegment_headers:FALSE", "-o", "http.desegment_body:FALSE",
};

// Ours without those that ask for tunnels, behind one that is switched off and one that neither understands.
std::vector<ColourRule> commonRules()
{
    std::vector<ColourRule> rules{{"Off", "frame", 0, 0xFFFFFF, false}, {"No Such Field", "nosuch.field == 1", 0, 0xFFFFFF}};
    for (const ColourRule &rule : usualColourRules())
        if (!rule.filter.contains("vs.") && !rule.filter.contains("vxlan"))
            rules.push_back(rule);
    return rules;
}

// Packets that are not decoded alike, by their captures.
const QMap<QString, int> known{
    {"libpcap__rarp_req_reply.pcapng", 2},                // RARP is `arp` in tshark
    {"pcapflowlab__11_icmp_unknown_type_99.pcap", 1},     // of one byte: tshark has no ICMP there
    {"suricata__wireshark-wiki-IGMP-dataset.pcap", 19}, {"tcpdump__mrinfo_query.pcap", 2}, // DVMRP in IGMP's clothes
    {"tcpdump__isis_poi.pcap", 1},                        // the link type is not decoded
    {"arkime__sctp-www.pcap", 10},                        // HTTP in SCTP
    {"zeek__cisco-fabric-path.pcap", 16},                 // each segment again behind FabricPath's header: repeated here
    {"ndpi__http_origin_different_than_host.pcap", 4},    // in GTP, which is not decoded
    {"suricata__frag-eth-vlan-ipv6-tcp.pcap", 1}, {"packetnet__drda_db2.pcap", 5}, {"flowtest__http_400.pcap", 1}, // whether the bytes of one segment alone are HTTP
};

QStringList ourNames(const QString &file)
{
    const std::vector<std::filesystem::path> paths{file.toStdString()};
    const auto store = PacketStore::open(paths);
    if (!store)
        return {};
    (*store)->waitUntilFinished();
    const Registry registry = protocols::registry();
    const Dissector dissector(registry);
    const FlowPass flows(**store, dissector);
    flows.waitUntilFinished();
    const Colouring colouring(commonRules(), registry);
    FilterScratch scratch;
    QStringList names;
    for (std::size_t row = 0; row < (*store)->size(); ++row) {
        const Frame frame = (*store)->frame(row);
        const auto rule = colouring.match(frame, dissector.dissect(frame), scratch);
        names << (rule ? QString::fromStdString(colouring[*rule].name) : QString());
    }
    return names;
}

QStringList theirNames(const QString &file)
{
    const QByteArray said = outputOf("tshark", QStringList{"-r", file} + tsharkOptions + QStringList{"-T", "fields", "-e", "frame.coloring_rule.name"});
    return QString::fromUtf8(said).chopped(said.endsWith('\n') ? 1 : 0).split('\n');
}

} // namespace

class TsharkColoursTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_profile;
    static inline QSet<QString> s_met;

private slots:
    void initTestCase()
    {
        NEEDS_PROGRAMS("tshark");
        QFile file(m_profile.filePath("colorfilters"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(colourRulesText(commonRules())));
        file.close();
        qputenv("WIRESHARK_CONFIG_DIR", m_profile.path().toUtf8());
    }

    void theSameRule_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("others"); // packets that are coloured otherwise
        for (const char *name : {"flannel-vxlan/captures/master.eth0.pcapng", "flannel-vxlan/captures/master.cni0.pcapng", "calico-ipip/captures/node1.eth0.pcapng",
                                 "flannel-udp/captures/master.eth0.pcapng", "flannel-vxlan-dual/captures/master.eth0.pcapng", "calico-bgp-mesh/captures/node1.eth0.pcapng"})
            if (const QString file = samples + '/' + name; QFile::exists(file))
                QTest::newRow(name) << file << 0;
        for (const char *folder : {"arp", "icmp", "routing", "sctp", "l2ctl", "vlan", "tcp", "http"}) {
            const QStringList files = capturesBelow(corpus + '/' + folder);
            for (qsizetype i = 0; i < files.size(); i += 3) { // tshark takes half a second to start
                const QString name = QFileInfo(files[i]).fileName();
                QTest::newRow(qPrintable(folder + QStringLiteral("/") + name)) << files[i] << known.value(name);
            }
        }
    }

    void theSameRule()
    {
        QFETCH(QString, file);
        QFETCH(int, others);
        const QStringList ours = ourNames(file), theirs = theirNames(file);
        QCOMPARE(ours.size(), theirs.size());
        int different = 0;
        QString example;
        for (qsizetype i = 0; i < ours.size(); ++i) {
            s_met << theirs[i];
            if (ours[i] == theirs[i])
                continue;
            ++different;
            if (example.isEmpty())
                example = QStringLiteral("frame %1: tshark \"%2\", vethscope \"%3\"").arg(i + 1).arg(theirs[i], ours[i]);
        }
        QVERIFY2(different == others, qPrintable(QStringLiteral("%1 of %2 differ, %3").arg(different).arg(ours.size()).arg(example)));
    }

    void mostRulesAreMet()
    {
        if (!QFile::exists(corpus))
            QSKIP("without the shared corpus few rules have packets");
        qInfo().noquote() << "rules that tshark had packets for:" << QStringList(s_met.values()).join(", ");
        QVERIFY2(s_met.size() >= 12, "few rules were asked");
        QVERIFY(!s_met.contains("Off"));
    }
};

QTEST_GUILESS_MAIN(TsharkColoursTest)
#include "tst_tsharkcolours.moc"
