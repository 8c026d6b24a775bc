#include "core/capture/amendments.h"
#include "core/dissect/tree.h"
#include "core/filter/filterscan.h"
#include "core/names/namefacts.h"
#include "core/filter/rowfilter.h"
#include "core/protocols/disabling.h"
#include "core/protocols/protocols.h"
#include "core/snapshot/snapshot.h"
#include "tests/support/capturefile.h"
#include "tests/support/openedstore.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <thread>

using namespace vethscope;
using namespace vethscope::test;

// Filters that are asked once a flow: the same rows as when each packet is asked.

namespace {

using Rows = std::vector<std::uint32_t>;

Filter compiledFrom(const std::string &expression, const Registry &registry)
{
    auto filter = Filter::compile(expression, registry);
    if (!filter)
        qFatal("%s: %s", expression.c_str(), filter.error().message.english().c_str());
    return *filter;
}

Rows plainly(const PacketStore &store, const Dissector &dissector, const Filter &filter)
{
    FilterScratch scratch;
    Rows rows;
    for (std::size_t row = 0; row < store.size(); ++row) {
        const Frame frame = store.frame(row);
        if (filter.matches(frame, dissector.dissect(frame), scratch))
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

Rows scanned(const PacketStore &store, const Dissector &dissector, const Filter &filter, const std::shared_ptr<FlowIndex> &flows)
{
    FilterScan scan(store, dissector, filter, 2, flows);
    scan.waitUntilFinished();
    Rows rows;
    for (std::size_t i = 0; i < scan.matches().size(); ++i)
        rows.push_back(scan.matches()[i]);
    return rows;
}

// What is told apart where it can be: layers, scopes, several of one kind, and what no flow has alike.
const std::vector<std::string> &written()
{
    static const std::vector<std::string> all{
        "ip", "!ip", "ipv6", "tcp", "udp && !dns", "vxlan", "arp", "icmp", "overlay.ip", "underlay.udp", "frame", "dns", "data",
        "ip.addr == 10.244.0.0/16", "!(ip.addr == 10.244.0.0/16)", "ip.addr != 10.244.1.3", "ip.addr ~= 10.244.1.3", "overlay.ip.dst == 10.244.1.3 && tcp",
        "ip.src#1 == 10.0.0.0/8", "ip.src#2 == 10.0.0.0/8", "ip.src#[-1] == 10.244.0.0/16", "eth.src#2", "vxlan.vni == 1 || arp", "tcp.port in {80, 443, 1024..40000}",
        "eth.type == 0x0800", "eth.len", "vlan.id == 5", "udp.port == 53 xor ip.addr == 10.96.0.10", "ip.proto == 6 && tcp.flags.syn == 1",
        "ip.proto == 17 || tcp.flags.syn == 1", "!(tcp && ip.ttl > 60)", "ip.src == ip.dst", "eth.src[0:3] == 00:00:00", "tcp.port == 80 && frame.len > 100",
        "frame.len > 100", "frame.number < 20 || frame.cap_len > 90", "frame.time_relative > 0.5", "frame.interface_name", "frame.protocols contains \"vxlan\"", "!frame.comment",
        "k8s.src.pod", "k8s.dst.node", "k8s", "k8s.traffic == \"pod\"", "k8s.src.pod contains \"e\"", "arp.src.proto_ipv4 == 10.244.0.1", "arp.opcode == 1", "icmp.type == 8",
        "icmp.type == 3", "ip.frag_offset > 0", "ip.flags.mf == 1 && udp", "gre", "gre.proto == 0x0800", "sctp.dstport == 80", "esp.spi", "ip.dst == 10.0.0.1 && !tcp && ip.src",
    };
    return all;
}

// And what the rows of some packets' trees say.
std::set<std::string> expressionsFrom(const PacketStore &store, const Dissector &dissector, std::size_t every)
{
    std::set<std::string> all(written().begin(), written().end());
    for (std::size_t row = 0; row < store.size(); row += every) {
        const Frame frame = store.frame(row);
        const Dissection packet = dissector.dissect(frame);
        for (const TreeNode &node : treeOf(frame, packet, dissector.registry())) {
            const RowName name = rowName(node, static_cast<std::size_t>(packet.depth()));
            if (name.plain.empty())
                continue;
            const std::string filter = rowFilter(node, name.scoped);
            if (Filter::compile(filter, dissector.registry()))
                all.insert(filter);
        }
    }
    return all;
}

std::vector<std::string> someOf(const std::set<std::string> &all, std::size_t most)
{
    std::vector<std::string> some;
    std::ranges::sample(all, std::back_inserter(some), static_cast<std::ptrdiff_t>(most), std::mt19937(14));
    some.insert(some.end(), written().begin(), written().end());
    return some;
}

int differences(const PacketStore &store, const Dissector &dissector, const std::vector<std::string> &expressions, const std::shared_ptr<FlowIndex> &flows)
{
    int different = 0;
    for (const std::string &expression : expressions) {
        const Filter filter = compiledFrom(expression, dissector.registry());
        if (const Rows rows = scanned(store, dissector, filter, flows), expected = plainly(store, dissector, filter); rows != expected) {
            qWarning("%s: %zu rows, not %zu", expression.c_str(), rows.size(), expected.size());
            ++different;
        }
    }
    return different;
}

// By link type, the frames that tshark was asked about, whole and cut, in no order.
std::map<std::uint32_t, PcapFile> askedFrames()
{
    std::map<std::uint32_t, PcapFile> files;
    QFile file(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/answers.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no answers");
    std::mt19937 random(7);
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.isEmpty() || line.startsWith(' ') || line.startsWith('#') || line.startsWith("fields"))
            continue;
        const QByteArrayList words = line.split(' ');
        const QByteArray bytes = QByteArray::fromHex(words[2]);
        PcapFile &ofLink = files.try_emplace(words[0].toUInt(), Order::Little, PcapFile::Microseconds, words[0].toUInt()).first->second;
        for (const qsizetype size : {bytes.size(), bytes.size() * qsizetype(random() % 100) / 100, bytes.size()})
            ofLink.packet(std::uint32_t(random() % 100), 0, bytes.first(size), std::max(words[1].toUInt(), std::uint32_t(bytes.size())));
    }
    return files;
}

} // namespace

class FlowIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void captures_data()
    {
        QTest::addColumn<QString>("path");
        int count = 0;
        for (QDirIterator file(VETHSCOPE_SOURCE_DIR "/resources/samples", {"*.pcap", "*.pcapng"}, QDir::Files, QDirIterator::Subdirectories); file.hasNext();) {
            const QString path = file.next();
            if (count++ % 5 == 0)
                QTest::newRow(qPrintable(path.section('/', -3))) << path;
        }
        for (const auto &[linkType, frames] : askedFrames())
            QTest::addRow("frames that tshark was asked about, link %u", linkType) << writeFile(m_folder, QStringLiteral("link%1.pcap").arg(linkType), frames.bytes());
    }

    void captures()
    {
        QFETCH(QString, path);
        const auto store = storeOf(path);
        const NameFacts facts(*store, names());
        const Dissector dissector(registry());
        const auto flows = std::make_shared<FlowIndex>(*store);
        scanned(*store, dissector, compiledFrom("tcp.flags.syn == 1", registry()), flows); // the first one tells the flows
        QVERIFY(flows->flows() > 0);
        QCOMPARE(differences(*store, dissector, someOf(expressionsFrom(*store, dissector, std::max<std::size_t>(1, store->size() / 40)), 60), flows), 0);
    }

    // With Decode As another index is made: the flows are others.
    void decodedAsSomethingElse()
    {
        const auto store = storeOf(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng"));
        Registry own = protocols::registry();
        own.decodeAs({Claim::UdpPort, 8472}, protocols::data);
        const Dissector dissector(own);
        const auto flows = std::make_shared<FlowIndex>(*store);
        scanned(*store, dissector, compiledFrom("udp", own), flows);
        QCOMPARE(scanned(*store, dissector, compiledFrom("vxlan", own), flows), Rows());
        QCOMPARE(differences(*store, dissector, written(), flows), 0);
    }

    // And with a protocol that is disabled, or with packets that are ignored.
    void readOtherwise_data()
    {
        QTest::addColumn<QString>("disabled");
        QTest::addColumn<bool>("ignoring");
        for (const char *protocol : {"vxlan", "ip", "tcp", "arp", "eth"})
            QTest::newRow(protocol) << protocol << false;
        QTest::newRow("every other packet ignored") << "" << true;
        QTest::newRow("both") << "udp" << true;
    }

    void readOtherwise()
    {
        QFETCH(QString, disabled);
        QFETCH(bool, ignoring);
        const auto store = storeOf(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng"));
        Amendments amendments;
        amendments.setIgnored(std::vector<std::uint64_t>(store->size() / 64 + 1, ignoring ? 0xaaaa'aaaa'aaaa'aaaa : 0));
        store->setAmendments(&amendments);
        Dissector dissector(registry());
        dissector.disable(protocolsCalled(registry(), std::vector{disabled.toStdString()}));
        const auto flows = std::make_shared<FlowIndex>(*store);
        scanned(*store, dissector, compiledFrom("frame", registry()), flows);
        scanned(*store, dissector, compiledFrom("udp", registry()), flows);
        QVERIFY(flows->flows() > 0);
        if (!disabled.isEmpty())
            QCOMPARE(scanned(*store, dissector, compiledFrom(disabled.toStdString(), registry()), flows), Rows());
        const Rows all = scanned(*store, dissector, compiledFrom("eth || data", registry()), flows);
        QCOMPARE(all.size(), ignoring ? (store->size() + 1) / 2 : store->size());
        QVERIFY(!ignoring || std::ranges::none_of(all, [](std::uint32_t row) { return row % 2 == 1; }));
        QCOMPARE(differences(*store, dissector, written(), flows), 0);
    }

    void aCaptureThatGrows()
    {
        const QString path = writeFile(m_folder, "grows.pcap", PcapFile().bytes());
        const auto store = PacketStore::follow(path.toStdString());
        QVERIFY(store);
        const Dissector dissector(registry());
        const auto flows = std::make_shared<FlowIndex>(**store);
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        const Filter one = compiledFrom("udp.srcport == 7", registry()), other = compiledFrom("udp.srcport == 7 || frame.number == 2", registry());
        std::uint32_t written = 0;
        for (int round = 0; round < 4; ++round) {
            FilterScan first(**store, dissector, one, 2, flows), second(**store, dissector, other, 2, flows);
            for (int i = 0; i < 30; ++i, ++written)
                file.write(PcapFile().packet(written, 0, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(static_cast<std::uint16_t>(written % 40), 9, "a")))).bytes().mid(24));
            file.flush();
            QTRY_COMPARE(first.done(), std::size_t{written});
            QTRY_COMPARE(second.done(), std::size_t{written});
            QCOMPARE(first.matches().size(), std::size_t{(written + 32) / 40});
            QCOMPARE(second.matches().size(), first.matches().size() + 1);
        }
        (*store)->ended();
    }

    void theFirstThatIsStoppedToldWhatItSaw()
    {
        PcapFile file;
        for (std::uint32_t i = 0; i < 50'000; ++i)
            file.packet(i, 0, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(static_cast<std::uint16_t>(i % 300), 9, "a"))));
        const auto store = storeOf(writeFile(m_folder, "stopped.pcap", file.bytes()));
        const Dissector dissector(registry());
        const auto flows = std::make_shared<FlowIndex>(*store);
        {
            FilterScan stopped(*store, dissector, compiledFrom("udp.srcport == 7", registry()), 2, flows);
            while (stopped.matches().empty())
                std::this_thread::yield();
            stopped.cancel();
            stopped.waitUntilFinished();
        }
        QCOMPARE(differences(*store, dissector, written(), flows), 0);
        QCOMPARE(scanned(*store, dissector, compiledFrom("udp.srcport == 7", registry()), flows).size(), std::size_t{167});
        QCOMPARE(flows->flows(), std::size_t{300});
    }

    // Each packet a flow of its own: no more of them are kept than are worth it, and nothing is missed.
    void moreFlowsThanAreWorthIt()
    {
        PcapFile file;
        for (std::uint32_t i = 0; i < 40'000; ++i)
            file.packet(i, 0, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(static_cast<std::uint16_t>(i), 9, "a"))));
        const auto store = storeOf(writeFile(m_folder, "flows.pcap", file.bytes()));
        const Dissector dissector(registry());
        const auto flows = std::make_shared<FlowIndex>(*store);
        for (int round = 0; round < 2; ++round)
            QCOMPARE(scanned(*store, dissector, compiledFrom("udp.srcport >= 20000", registry()), flows).size(), std::size_t{20'000});
        QVERIFY(flows->flows() < 20'000); // and 16384 always
        QVERIFY(flows->memory() < 4'000'000);
    }

private:
    static std::shared_ptr<const NameTable> names()
    {
        return std::make_shared<NameTable>(clusterOf(readSnapshot(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/hosts")->facts));
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(FlowIndexTest)
#include "tst_flowindex.moc"
