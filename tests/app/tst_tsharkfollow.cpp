#include "core/capture/packetstore.h"
#include "core/follow/followpass.h"
#include "core/follow/streamtext.h"
#include "core/protocols/protocols.h"
#include "tests/support/packets.h"
#include "tests/support/programs.h"
#include "tests/support/tshark.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Who said what in a conversation, byte by byte as `tshark -z follow` prints it: of every conversation of the samples and,
// where it is present, of the shared corpus.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples");
const QString corpus = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/captures");

// Frames by themselves, as Vethscope looks at them without --reassemble; HTTP's messages have to be put together.
const QStringList tsharkOptions{"-n", "-q", "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE"};

constexpr std::uint32_t mostStreams = 24; // of a capture and kind; the others are of the same kinds

const char *wordOf(StreamContent content)
{
    return content == StreamContent::Tcp ? "tcp" : content == StreamContent::Udp ? "udp" : "http";
}

// Where tshark's answer is another on purpose of ours: `any` has a packet from several devices, and tshark a message of HTTP as often
// (here once); a client is for tshark who sends the first whole message, here who opened the connection; and of messages without a
// beginning, or out of order, tshark shows what it could put together, here everything is there in its order. The packet inside an OpenFlow
// message tshark prints once more by itself.
bool isOtherwise(StreamContent content, const QString &file)
{
    static const QStringList broken{"csanders__tcp_dupack.pcapng", "skydive__eth-ipv4-tcp-http-ooo.pcap", "zeek__http-bad-request-with-version.pcap",
                                    "zeek__ipv6-http-atomic-frag.pcap"};
    return file == "tcpdump__of13_ericsson.pcapng" || (content == StreamContent::Http && (file.contains(".any.") || broken.contains(file)));
}

// Hexadecimal bytes of one turn after another; the server's begin with a tab, as tshark has them.
using Turns = QList<QByteArray>;

void say(Turns &turns, bool fromServer, const QByteArray &hex)
{
    if (hex.isEmpty())
        return;
    if (turns.isEmpty() || turns.back().startsWith('\t') != fromServer)
        turns << (fromServer ? QByteArray("\t") : QByteArray());
    turns.back() += hex;
}

// By the conversation's number: tshark answers in an order of its own.
QMap<std::uint32_t, Turns> theirTurns(const QByteArray &output)
{
    QMap<std::uint32_t, Turns> all;
    std::uint32_t number = 0;
    bool inside = false;
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith("Filter: ")) {
            number = line.sliced(line.lastIndexOf(' ') + 1).toUInt();
            all[number] = {};
        }
        if (line.startsWith("====") || line.startsWith("Follow:") || line.startsWith("Filter:") || line.startsWith("Node ")) {
            inside = line.startsWith("Node 1");
            continue;
        }
        if (inside)
            say(all[number], line.startsWith('\t'), line.trimmed());
    }
    return all;
}

QByteArray hexOf(Bytes bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())).toHex();
}

// tshark says nothing of what was cut, and nothing more once nobody acknowledges what is behind a gap.
Turns ourTurns(const FollowedStream &stream)
{
    Turns turns;
    std::array<bool, 2> ended{};
    for (const StreamChunk &chunk : stream.chunks) {
        ended[chunk.fromClient] = ended[chunk.fromClient] || chunk.gap == StreamChunk::Gap::Unacknowledged;
        if (ended[chunk.fromClient])
            continue;
        if (chunk.gap == StreamChunk::Gap::Missing)
            say(turns, !chunk.fromClient, (QByteArray::fromStdString(gapText(gapSentence(chunk).english(), StreamFormat::Raw)).trimmed() + '\0').toHex());
        else
            say(turns, !chunk.fromClient, hexOf(stream.bytesOf(chunk)));
    }
    return turns;
}

// With several headers of the kind in one packet, tshark takes the data of all of them for the one that it was asked of: an inner DNS
// message comes twice, as what VXLAN's datagram carries and once more by itself.
bool isAlone(const PacketStore &store, const Dissector &dissector, const FollowedStream &stream)
{
    const Protocol *const wanted = stream.name.kind() == FlowHeader::Kind::Udp ? &protocols::udp : &protocols::tcp;
    return std::ranges::all_of(stream.chunks, [&](const StreamChunk &chunk) {
        const Dissection packet = dissector.dissect(store.frame(chunk.row));
        return std::ranges::count(packet.layers(), wanted, &Layer::protocol) <= 1;
    });
}

} // namespace

class TsharkFollowTest : public QObject
{
    Q_OBJECT

    int m_streams = 0;
    int m_nested = 0;
    qint64 m_bytes = 0;

    static void addCaptures(StreamContent content, const QString &folder, const QStringList &below)
    {
        for (const QString &name : below) {
            const QString place = folder + '/' + name;
            for (const QString &file : QFileInfo(place).isDir() ? capturesBelow(place) : QStringList{place})
                if (QFileInfo::exists(file) && !isOtherwise(content, QFileInfo(file).fileName()))
                    QTest::addRow("%s: %s", wordOf(content), qPrintable(QDir(folder).relativeFilePath(file))) << int(content) << file;
        }
    }

private slots:
    void bytesAreTsharks_data()
    {
        QTest::addColumn<int>("content");
        QTest::addColumn<QString>("file");
        addCaptures(StreamContent::Tcp, samples, {"flannel-vxlan/captures", "calico-ipip/captures"});
        addCaptures(StreamContent::Udp, samples, {"flannel-vxlan/captures", "flannel-udp/captures"});
        addCaptures(StreamContent::Http, samples, {"flannel-vxlan/captures"});
        addCaptures(StreamContent::Tcp, corpus, {"tcp", "http"});
        addCaptures(StreamContent::Udp, corpus, {"dns", "udp"});
        addCaptures(StreamContent::Http, corpus, {"http"});
    }

    void bytesAreTsharks()
    {
        NEEDS_PROGRAMS("tshark");
        QFETCH(int, content);
        QFETCH(QString, file);
        const auto what = static_cast<StreamContent>(content);
        const std::vector<std::filesystem::path> paths{file.toStdString()};
        auto store = PacketStore::open(paths);
        if (!store)
            QSKIP("not a capture");
        const Dissector dissector(registry());
        const FlowPass flows(**store, dissector);
        flows.waitUntilFinished();
        QStringList questions = tsharkOptions;
        const std::uint32_t count = std::min(mostStreams, streamCount(flows, what));
        for (std::uint32_t number = 0; number < count; ++number)
            questions << "-z" << QStringLiteral("follow,%1,raw,%2").arg(wordOf(what)).arg(number);
        if (count == 0)
            return;
        const QMap<std::uint32_t, Turns> theirs = theirTurns(tsharkOutput(file, questions));
        QCOMPARE(theirs.size(), qsizetype(count));
        for (std::uint32_t number = 0; number < count; ++number) {
            const FollowPass pass(**store, dissector, flows, StreamName{what, number});
            pass.waitUntilFinished();
            const auto ours = pass.followed();
            if (!isAlone(**store, dissector, *ours)) {
                ++m_nested;
                continue;
            }
            QCOMPARE(ourTurns(*ours).join('\n'), theirs[number].join('\n'));
            ++m_streams;
            m_bytes += qint64(ours->bytes.size());
        }
    }

    void cleanupTestCase() { qInfo("%d conversations, %lld bytes; %d around others of their kind, which tshark mixes", m_streams, static_cast<long long>(m_bytes), m_nested); }
};

QTEST_GUILESS_MAIN(TsharkFollowTest)
#include "tst_tsharkfollow.moc"
