#include "core/dissect/ignored.h"
#include "core/journey/content.h"
#include "core/journey/glance.h"
#include "core/journey/usualtuples.h"
#include "core/protocols/disabling.h"
#include "core/protocols/protocols.h"
#include "tests/support/madecaptures.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QDirIterator>
#include <QTest>

#include <random>
#include <stdexcept>
#include <string>
#include <vector>

// Frames that are read without a dissection: whatever is read in one, a dissection finds there, too.

using namespace vethscope;
using namespace vethscope::test;
using journey::UsualFrames;

namespace {

QByteArray segment(std::uint16_t from = 40000, std::uint16_t to = 80)
{
    return ethernet(ipv4("10.244.0.5", "10.244.1.3", 6, tcp(from, to, 0x18, "GET / HTTP/1.1\r\n\r\n")));
}

QByteArray datagram(const QByteArray &payload, std::uint16_t from = 40000, std::uint16_t to = 40001)
{
    return ethernet(ipv4("10.244.0.5", "10.244.1.3", 17, udp(from, to, payload)));
}

QByteArray inVxlan(const QByteArray &frame, std::uint16_t port = 8472)
{
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(50000, port, vxlan(1, frame))));
}

// Whether a glance tells the same, and its tuple is remembered for no other one.
bool isGlanceOf(const Frame &frame, const journey::UsualFrame &usual, journey::KnownBy knownBy, const journey::Content &whole)
{
    static journey::UsualTuples remembered;
    static std::vector<journey::Tuple> tuples;
    const auto number = remembered.find(frame, usual);
    if (number && tuples[*number] != whole.tuple)
        return false;
    if (!number) {
        remembered.remember(frame, usual, static_cast<std::uint32_t>(tuples.size()));
        tuples.push_back(whole.tuple);
    }
    journey::Glanced one, other;
    const bool isWhole = journey::glance(frame, usual, knownBy, one);
    return isWhole == journey::glance(whole, other) && (!isWhole || one == other);
}

// What is told of it without a dissection is what is told with one; whether anything is.
bool isUsual(const UsualFrames &usualFrames, const Dissector &dissector, const Frame &frame)
{
    const auto usual = usualFrames.of(frame);
    if (!usual)
        return false;
    for (const auto knownBy : {journey::KnownBy::TimeStampsToo, journey::KnownBy::NumbersAlone}) {
        const auto dissected = journey::contentOf(frame, dissector.dissect(frame), knownBy);
        const bool areCut = dissected && dissected->areOptionsCut;
        if (journey::contentOf(frame, *usual, knownBy) != dissected || (dissected && !isGlanceOf(frame, *usual, knownBy, *dissected)) || (dissected && areCut != usual->areOptionsCut(frame)))
            throw std::runtime_error("frame " + std::to_string(frame.number) + " is told otherwise by a dissection");
    }
    return true;
}

bool isUsual(const Dissector &dissector, const Frame &frame)
{
    return isUsual(UsualFrames(dissector), dissector, frame);
}

// As it was captured, and with bits of its headers turned, its end missing, or longer on the wire than it says.
int usualOf(const UsualFrames &usualFrames, const Dissector &dissector, const Frame &frame, std::mt19937 &random)
{
    const int isOne = isUsual(usualFrames, dissector, frame);
    for (int i = 0; i < 8; ++i) {
        std::vector<std::byte> bytes(frame.bytes.begin(), frame.bytes.end());
        Frame changed = frame;
        if (bytes.empty())
            break;
        if (i < 6)
            bytes[random() % std::min<std::size_t>(bytes.size(), 110)] ^= std::byte(1 << random() % 8);
        else if (i == 6)
            bytes.resize(random() % bytes.size());
        else
            changed.originalLength += std::uint32_t(random() % 40);
        changed.bytes = bytes;
        isUsual(usualFrames, dissector, changed);
    }
    return isOne;
}

} // namespace

class TestJourneyUsualFrame : public QObject
{
    Q_OBJECT

private slots:
    void usual_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<bool>("isOne");

        QTest::newRow("TCP") << segment() << true;
        QTest::newRow("UDP") << datagram("0123456789") << true;
        QTest::newRow("UDP without payload") << datagram("") << true;
        QTest::newRow("padded") << datagram("0") + QByteArray(20, '\0') << true;
        QTest::newRow("a query") << datagram(fromHex("1234 0100 0001 0000 0000 0000 03 776562 00 0001 0001"), 40000, 53) << true;
        QTest::newRow("TCP in VXLAN") << inVxlan(segment()) << true;
        QTest::newRow("in two tunnels") << inVxlan(inVxlan(segment())) << true;
        QTest::newRow("TCP in IPv6") << ethernet(ipv6("fd00::5", "fd00::6", 6, tcp(40000, 80, 0x18, "0123456789")), 0x86dd) << true;

        QTest::newRow("with options") << patched(segment(), 14, 0x46, 1) << false;
        QTest::newRow("TCP's header is longer than its packet") << patched(segment(), 46, 0xf0, 1) << false;
        QTest::newRow("a fragment") << patched(segment(), 20, 0x2000, 2) << false;
        QTest::newRow("a later fragment") << patched(segment(), 20, 0x0001, 2) << false;
        QTest::newRow("without a total length") << patched(segment(), 16, 0, 2) << false;
        QTest::newRow("its end was not on the wire") << segment().chopped(1) << false;
        QTest::newRow("an echo") << ethernet(ipv4("10.244.0.5", "10.244.1.3", 1, echoRequest("0123456789"))) << false;
        QTest::newRow("in a VLAN") << ethernet(vlan(5, segment().mid(14)), 0x8100) << false;
        QTest::newRow("IPv6 with an extension") << ethernet(ipv6("fd00::5", "fd00::6", 0, fromHex("0600 010400000000") + tcp(40000, 80, 0x18)), 0x86dd) << false;
        QTest::newRow("VXLAN by its content") << inVxlan(segment(), 9999) << false;
        QTest::newRow("another tunnel's port") << datagram(fromHex("0000 6558 000001 00") + segment(), 40000, 6081) << false;
        QTest::newRow("a VXLAN header alone") << datagram(fromHex("08000000 00000100"), 40000, 8472) << false;
    }

    void usual()
    {
        QFETCH(QByteArray, frame);
        QFETCH(bool, isOne);
        QCOMPARE(isUsual(Dissector(registry()), frameOf(frame)), isOne);
    }

    // Of TCP's header that much must be there that tells its options from what it carries.
    void cut_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("without"); // of the header's bytes, its first ones
        QTest::newRow("without a tunnel") << withTimeStamps(segment()) << 54;
        QTest::newRow("in VXLAN") << inVxlan(withTimeStamps(segment())) << 104;
    }

    void cut()
    {
        QFETCH(QByteArray, frame);
        QFETCH(int, without);
        const Dissector dissector(registry());
        for (int kept = without - 12; kept <= frame.size(); ++kept) {
            const QByteArray bytes = frame.first(kept);
            const Frame part = frameOf(bytes, 1, std::uint32_t(frame.size()));
            QVERIFY2(isUsual(dissector, part) == (kept >= without), qPrintable(QString::number(kept)));
            if (const auto usual = UsualFrames(dissector).of(part))
                QCOMPARE(usual->areOptionsCut(part), kept < without + 12);
        }
    }

    // Who decodes ports or protocols otherwise has it otherwise.
    void decodedAs_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("number");
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("a UDP port") << int(Claim::UdpPort) << 9998 << datagram("0123456789", 9999, 9998);
        QTest::newRow("a TCP port") << int(Claim::TcpPort) << 9998 << segment(9998, 9999);
        QTest::newRow("an IP protocol") << int(Claim::IpProtocol) << 6 << segment();
        QTest::newRow("an EtherType") << int(Claim::EtherType) << 0x0800 << segment();
    }

    void decodedAs()
    {
        QFETCH(int, kind);
        QFETCH(int, number);
        QFETCH(QByteArray, frame);
        Registry own = protocols::registry();
        QVERIFY(isUsual(Dissector(own), frameOf(frame)));
        own.decodeAs({Claim::Kind(kind), std::uint32_t(number)}, protocols::geneve);
        QVERIFY(!isUsual(Dissector(own), frameOf(frame)));
    }

    // What is disabled is data, and is no more read here.
    void disabled_data()
    {
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("Ethernet") << "eth" << segment() << false;
        QTest::newRow("IPv4") << "ip" << segment() << false;
        QTest::newRow("TCP") << "tcp" << segment() << false;
        QTest::newRow("UDP around VXLAN") << "udp" << inVxlan(segment()) << false;
        QTest::newRow("VXLAN: the datagram is the innermost packet") << "vxlan" << inVxlan(segment()) << true;
        QTest::newRow("DNS: a datagram as any other") << "dns" << datagram(fromHex("1234 0100 0001 0000 0000 0000 03 776562 00 0001 0001"), 40000, 53) << true;
    }

    void disabled()
    {
        QFETCH(QString, protocol);
        QFETCH(QByteArray, frame);
        Dissector dissector(registry());
        QVERIFY(isUsual(dissector, frameOf(frame)));
        dissector.disable(protocolsCalled(registry(), std::vector{protocol.toStdString()}));
        QTEST(isUsual(dissector, frameOf(frame)), "isOne");
    }

    // Of an ignored one nothing is read at all.
    void ignored()
    {
        const QByteArray bytes = segment();
        Frame frame = frameOf(bytes);
        QVERIFY(UsualFrames(Dissector(registry())).of(frame));
        frame.linkType = ignoredLink;
        QVERIFY(!UsualFrames(Dissector(registry())).of(frame));
    }

    // Of all captures that there are here, each frame, and some that were like it.
    void asDissected()
    {
        const Dissector dissector(registry());
        const UsualFrames usualFrames(dissector);
        std::mt19937 random(13);
        int frames = 0, usual = 0;
        for (const char *const folder : {"/resources/samples", "/tests/captures"}) {
            for (QDirIterator file(VETHSCOPE_SOURCE_DIR + QString(folder), {"*.pcap", "*.pcapng"}, QDir::Files, QDirIterator::Subdirectories); file.hasNext();) {
                const auto store = PacketStore::open(std::vector{std::filesystem::path(file.next().toStdString())});
                if (!store)
                    continue;
                (*store)->waitUntilFinished();
                for (std::size_t row = 0; row < (*store)->size(); ++row) {
                    try {
                        usual += usualOf(usualFrames, dissector, (*store)->frame(row), random);
                    } catch (const std::runtime_error &otherwise) {
                        QFAIL(qPrintable(file.filePath() + ": " + otherwise.what()));
                    }
                    ++frames;
                }
            }
        }
        qInfo("%d of %d frames are usual", usual, frames);
        QVERIFY(usual > 5000);
    }
};

QTEST_APPLESS_MAIN(TestJourneyUsualFrame)
#include "tst_journey_usualframe.moc"
