#include "core/protocols/protocols.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// The walk from header to header: which, how deep, whom they serve, and why the walk ended.

namespace {

constexpr std::uint8_t tcpNumber = 6, udpNumber = 17, ipipNumber = 4, icmpNumber = 1;

Dissection dissect(const QByteArray &bytes, std::uint32_t originalLength = 0, std::uint32_t linkType = 1)
{
    return Dissector(registry()).dissect(frameOf(bytes, linkType, originalLength));
}

const char *scopeName(Scope scope)
{
    switch (scope) {
    case Scope::Native: return "native";
    case Scope::Underlay: return "underlay";
    case Scope::Tunnel: return "tunnel";
    case Scope::Overlay: return "overlay";
    }
    return "";
}

// Each header as `name offset+size<end scope depth`, then why the walk ended.
QStringList layersOf(const Dissection &packet)
{
    QStringList lines;
    for (const Layer &layer : packet.layers()) {
        const std::string_view name = layer.protocol->name;
        lines << QStringLiteral("%1 %2+%3<%4 %5 %6%7").arg(QLatin1String(name.data(), static_cast<qsizetype>(name.size())))
                     .arg(layer.offset).arg(layer.size).arg(layer.end).arg(QLatin1String(scopeName(packet.scope(layer))))
                     .arg(layer.depth).arg(QLatin1String(layer.quoted ? " quoted" : ""));
    }
    if (packet.stop())
        lines << QStringLiteral("! %1 at byte %2: %3").arg(packet.stop()->protocol->title.data())
                     .arg(packet.stop()->offset).arg(QString::fromStdString(packet.stop()->message().english()));
    return lines;
}

QByteArray pod(const QByteArray &payload)
{
    return ethernet(ipv4("10.244.0.60", "10.244.1.3", udpNumber, udp(40000, 9, payload)));
}

QByteArray throughVxlan(const QByteArray &frame)
{
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", udpNumber, udp(50000, 8472, vxlan(1, frame))));
}

} // namespace

class DissectorTest : public QObject
{
    Q_OBJECT

private slots:
    void layers_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QStringList>("layers");

        QTest::newRow("native") << pod("abc") << QStringList{
            "eth 0+14<45 native 0", "ip 14+20<45 native 0", "udp 34+8<45 native 0", "data 42+3<45 native 0"};
        QTest::newRow("through VXLAN") << throughVxlan(pod("abc")) << QStringList{
            "eth 0+14<95 underlay 0", "ip 14+20<95 underlay 0", "udp 34+8<95 underlay 0", "vxlan 42+8<95 tunnel 0",
            "eth 50+14<95 overlay 1", "ip 64+20<95 overlay 1", "udp 84+8<95 overlay 1", "data 92+3<95 overlay 1"};
        QTest::newRow("a VXLAN inside a VXLAN: what lies between is overlay of the first") << throughVxlan(throughVxlan(pod("a")))
            << QStringList{
            "eth 0+14<143 underlay 0", "ip 14+20<143 underlay 0", "udp 34+8<143 underlay 0", "vxlan 42+8<143 tunnel 0",
            "eth 50+14<143 overlay 1", "ip 64+20<143 overlay 1", "udp 84+8<143 overlay 1", "vxlan 92+8<143 tunnel 1",
            "eth 100+14<143 overlay 2", "ip 114+20<143 overlay 2", "udp 134+8<143 overlay 2", "data 142+1<143 overlay 2"};
        QTest::newRow("IPIP is a seam of no bytes")
            << ethernet(ipv4("172.27.0.11", "172.27.16.10", ipipNumber, ipv4("10.0.0.1", "10.0.0.2", tcpNumber, tcp(1, 2, 2))))
            << QStringList{"eth 0+14<74 underlay 0", "ip 14+20<74 underlay 0", "ipip 34+0<74 tunnel 0", "ip 34+20<74 overlay 1",
                           "tcp 54+20<74 overlay 1"};
        QTest::newRow("flannel's UDP backend")
            << ethernet(ipv4("172.27.0.11", "172.27.16.10", udpNumber, udp(8285, 8285, ipv4("10.0.0.1", "10.0.0.2", tcpNumber, tcp(1, 2, 2)))))
            << QStringList{"eth 0+14<82 underlay 0", "ip 14+20<82 underlay 0", "udp 34+8<82 underlay 0", "flannel-udp 42+0<82 tunnel 0",
                           "ip 42+20<82 overlay 1", "tcp 62+20<82 overlay 1"};
        QTest::newRow("what IP's length leaves out is nobody's") << ethernet(ipv4("10.0.0.1", "10.0.0.2", udpNumber, udp(1, 9, "a")) + QByteArray(17, '\0'))
            << QStringList{"eth 0+14<60 native 0", "ip 14+20<43 native 0", "udp 34+8<43 native 0", "data 42+1<43 native 0"};
        QTest::newRow("what UDP's length leaves out neither")
            << ethernet(ipv4("10.0.0.1", "10.0.0.2", udpNumber, udp(1, 9, "a") + "bcd"))
            << QStringList{"eth 0+14<46 native 0", "ip 14+20<46 native 0", "udp 34+8<43 native 0", "data 42+1<43 native 0"};
        QTest::newRow("a quoted packet is spoken of, and makes no tunnel")
            << ethernet(ipv4("10.0.0.1", "10.0.0.2", icmpNumber,
                             fromHex("0304 0000 0000 05aa") + throughVxlan(pod("a")).sliced(14)))
            << QStringList{"eth 0+14<121 native 0", "ip 14+20<121 native 0", "icmp 34+8<121 native 0", "ip 42+20<121 native 0 quoted",
                           "udp 62+8<121 native 0 quoted", "vxlan 70+8<121 native 0 quoted", "eth 78+14<121 native 0 quoted",
                           "ip 92+20<121 native 0 quoted", "udp 112+8<121 native 0 quoted", "data 120+1<121 native 0 quoted"};
        QTest::newRow("a datagram to VXLAN's port with a lower port beside it is whoever claims the lower")
            << ethernet(ipv4("10.0.0.1", "10.0.0.2", udpNumber, udp(53, 8472, QByteArray(12, '\0'))))
            << QStringList{"eth 0+14<54 native 0", "ip 14+20<54 native 0", "udp 34+8<54 native 0", "dns 42+12<54 native 0"};
        QTest::newRow("no bytes at all") << QByteArray()
            << QStringList{"! Ethernet II at byte 0: needs 14 bytes, but the frame has only 0"};
    }

    void layers()
    {
        QFETCH(QByteArray, frame);
        QTEST(layersOf(dissect(frame)), "layers");
    }

    void stops_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QString>("stop");
        const QByteArray whole = throughVxlan(pod("abc"));

        QTest::newRow("the capture has cut it") << whole.first(48) << unsigned(whole.size())
            << "! Virtual eXtensible LAN at byte 42: needs 8 bytes, only 6 were captured";
        QTest::newRow("the capture has cut all behind the tunnel") << whole.first(50) << unsigned(whole.size())
            << "! Ethernet II at byte 50: needs 14 bytes, only 0 were captured";
        QTest::newRow("the frame itself is short") << QByteArray("1234") << 0u
            << "! Ethernet II at byte 0: needs 14 bytes, but the frame has only 4";
        QTest::newRow("the header around it leaves too little")
            << ethernet(ipv4("10.0.0.1", "10.0.0.2", udpNumber, fromHex("9c40 0035 0008"))) << 0u
            << "! User Datagram Protocol at byte 34: needs 8 bytes, but the header around it leaves only 6";
        QTest::newRow("a length field that lies")
            << ethernet(fromHex("4500 000a 0001 4000 4011 0000 0a000001 0a000002")) << 0u
            << "! Internet Protocol Version 4 at byte 14: total length field says 10 bytes, but the header alone has 20";
        QTest::newRow("an outer length that ends before the inner header")
            << ethernet(fromHex("4500 0020 0001 4000 4011 0000 0a000001 0a000002 c350 2118 0020 0000 0800 0000 0000 0100")) << 0u
            << "! Virtual eXtensible LAN at byte 42: needs 8 bytes, but the header around it leaves only 4";
    }

    void stops()
    {
        QFETCH(QByteArray, frame);
        QFETCH(unsigned, original);
        QTEST(layersOf(dissect(frame, original)).last(), "stop");
    }

    void aCutPacketSaysSoAndALyingOneIsNotCut()
    {
        const QByteArray whole = throughVxlan(pod("abc"));
        QVERIFY(dissect(whole.first(48), unsigned(whole.size())).stop()->cutByCapture);
        QVERIFY(!dissect(whole.first(48)).stop()->cutByCapture);
    }

    void moreThan250Headers()
    {
        QByteArray tags = ipv4("10.0.0.1", "10.0.0.2", udpNumber, udp(1, 2, "a"));
        std::uint16_t type = 0x0800;
        for (int i = 0; i < 260; ++i, type = 0x8100)
            tags = vlan(1, tags, type);
        const Dissection packet = dissect(ethernet(tags, 0x8100));
        QCOMPARE(packet.size(), Dissection::capacity);
        QCOMPARE(layersOf(packet).last(),
                 "! 802.1Q Virtual LAN at byte 1010: more than 250 headers lie inside one another; the rest is not decoded");
        QVERIFY(!packet.stop()->cutByCapture);
    }

    void exactly250Headers()
    {
        QByteArray tags = "a";
        std::uint16_t type = 0x88b5; // for local experiments: nobody claims it
        for (int i = 0; i < 248; ++i, type = 0x8100)
            tags = vlan(1, tags, type);
        const Dissection packet = dissect(ethernet(tags, 0x8100));
        QCOMPARE(packet.size(), 250u); // Ethernet, 248 tags, data
        QVERIFY(!packet.stop());
    }

    void depthCountsTunnels()
    {
        QByteArray frame = pod("a");
        for (int depth = 0; depth <= 8; ++depth, frame = throughVxlan(frame))
            QCOMPARE(dissect(frame).depth(), depth);
    }

    void theInnermostHeaderIsNoQuotedOne()
    {
        const QByteArray quoted = ipv4("10.0.0.1", "10.0.0.2", tcpNumber, tcp(1, 2, 2));
        const Dissection error = dissect(ethernet(ipv4("10.0.0.9", "10.0.0.1", icmpNumber, fromHex("0301 0000 00000000") + quoted)));
        QCOMPARE(error.innermost()->protocol, &protocols::icmp);
        QCOMPARE(dissect(throughVxlan(pod("a"))).innermost()->protocol, &protocols::data);
        QCOMPARE(dissect({}).innermost(), nullptr);
    }

    void aLinkThatNobodyClaimsIsData()
    {
        QCOMPARE(layersOf(dissect("abcd", 0, 65000)), QStringList{"data 0+4<4 native 0"});
    }

    void aDissectionIsUsedAgain()
    {
        const Dissector dissector(registry());
        Dissection packet;
        const QByteArray tunnelled = throughVxlan(pod("abc"));
        const QByteArray native = pod("abc");
        dissector.dissect(frameOf(tunnelled.first(48)), packet);
        QVERIFY(packet.stop());
        dissector.dissect(frameOf(native), packet);
        QVERIFY(!packet.stop());
        QCOMPARE(packet.depth(), 0);
        QCOMPARE(packet.size(), 4u);
    }

    void decodeAsDecidesToo()
    {
        Registry own = protocols::registry();
        own.decodeAs({Claim::UdpPort, 12345}, protocols::vxlan);
        // With an inner frame that no check knows; a sound packet would be recognised on any port.
        const QByteArray frame = ethernet(ipv4("172.27.0.11", "172.27.16.10", udpNumber, udp(50000, 12345, vxlan(1, ethernet("a", 0x88cc)))));
        QCOMPARE(Dissector(own).dissect(frameOf(frame)).depth(), 1);
        QCOMPARE(dissect(frame).depth(), 0);
    }

    void everyPrefixOfANestedTunnel()
    {
        const QByteArray frame = throughVxlan(throughVxlan(pod("abc")));
        QCOMPARE(feedPrefixes(protocols::ethernet, frame.toHex()), 2 * (int(frame.size()) + 1));
    }
};

QTEST_GUILESS_MAIN(DissectorTest)
#include "tst_dissector.moc"
