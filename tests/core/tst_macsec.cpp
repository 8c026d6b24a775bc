#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// MACsec, IEEE 802.1AE clause 9: what is in the clear.

class MacsecTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        const QByteArray frame1("020000001002020000001001 88e5 2c 00 00000048 2eb73f3995c3 0001 aabbccddeeff 000102030405060708090a0b0c0d0e0f"); // encrypted, with its channel
        QTest::newRow("encrypted, with its channel: frame.protocols") << frame1 << 1u << QByteArray("frame.protocols") << "eth:ethertype:macsec:data";
        QTest::newRow("encrypted, with its channel: macsec.TCI") << frame1 << 1u << QByteArray("macsec.TCI") << "0x0b";
        QTest::newRow("encrypted, with its channel: macsec.TCI.V") << frame1 << 1u << QByteArray("macsec.TCI.V") << "0x00";
        QTest::newRow("encrypted, with its channel: macsec.TCI.ES") << frame1 << 1u << QByteArray("macsec.TCI.ES") << "0";
        QTest::newRow("encrypted, with its channel: macsec.TCI.SC") << frame1 << 1u << QByteArray("macsec.TCI.SC") << "1";
        QTest::newRow("encrypted, with its channel: macsec.TCI.SCB") << frame1 << 1u << QByteArray("macsec.TCI.SCB") << "0";
        QTest::newRow("encrypted, with its channel: macsec.TCI.E") << frame1 << 1u << QByteArray("macsec.TCI.E") << "1";
        QTest::newRow("encrypted, with its channel: macsec.TCI.C") << frame1 << 1u << QByteArray("macsec.TCI.C") << "1";
        QTest::newRow("encrypted, with its channel: macsec.AN") << frame1 << 1u << QByteArray("macsec.AN") << "0x00";
        QTest::newRow("encrypted, with its channel: macsec.SL") << frame1 << 1u << QByteArray("macsec.SL") << "0";
        QTest::newRow("encrypted, with its channel: macsec.PN") << frame1 << 1u << QByteArray("macsec.PN") << "72";
        QTest::newRow("encrypted, with its channel: macsec.SCI.system_identifier") << frame1 << 1u << QByteArray("macsec.SCI.system_identifier") << "2e:b7:3f:39:95:c3";
        QTest::newRow("encrypted, with its channel: macsec.SCI.port_identifier") << frame1 << 1u << QByteArray("macsec.SCI.port_identifier") << "1";
        QTest::newRow("encrypted, with its channel: macsec.etype") << frame1 << 1u << QByteArray("macsec.etype") << "";
        QTest::newRow("encrypted, with its channel: macsec.ICV") << frame1 << 1u << QByteArray("macsec.ICV") << "000102030405060708090a0b0c0d0e0f";
        QTest::newRow("encrypted, with its channel: data.data") << frame1 << 1u << QByteArray("data.data") << "aabbccddeeff";
        const QByteArray frame2("020000001002020000001001 88e5 21 00 00000007 2eb73f3995c3 0001 0800 450000140001000040ff00000a0000010a000002 000102030405060708090a0b0c0d0e0f"); // not encrypted
        QTest::newRow("not encrypted: frame.protocols") << frame2 << 1u << QByteArray("frame.protocols") << "eth:ethertype:macsec:ethertype:ip";
        QTest::newRow("not encrypted: macsec.TCI") << frame2 << 1u << QByteArray("macsec.TCI") << "0x08";
        QTest::newRow("not encrypted: macsec.TCI.V") << frame2 << 1u << QByteArray("macsec.TCI.V") << "0x00";
        QTest::newRow("not encrypted: macsec.TCI.ES") << frame2 << 1u << QByteArray("macsec.TCI.ES") << "0";
        QTest::newRow("not encrypted: macsec.TCI.SC") << frame2 << 1u << QByteArray("macsec.TCI.SC") << "1";
        QTest::newRow("not encrypted: macsec.TCI.SCB") << frame2 << 1u << QByteArray("macsec.TCI.SCB") << "0";
        QTest::newRow("not encrypted: macsec.TCI.E") << frame2 << 1u << QByteArray("macsec.TCI.E") << "0";
        QTest::newRow("not encrypted: macsec.TCI.C") << frame2 << 1u << QByteArray("macsec.TCI.C") << "0";
        QTest::newRow("not encrypted: macsec.AN") << frame2 << 1u << QByteArray("macsec.AN") << "0x01";
        QTest::newRow("not encrypted: macsec.SL") << frame2 << 1u << QByteArray("macsec.SL") << "0";
        QTest::newRow("not encrypted: macsec.PN") << frame2 << 1u << QByteArray("macsec.PN") << "7";
        QTest::newRow("not encrypted: macsec.SCI.system_identifier") << frame2 << 1u << QByteArray("macsec.SCI.system_identifier") << "2e:b7:3f:39:95:c3";
        QTest::newRow("not encrypted: macsec.SCI.port_identifier") << frame2 << 1u << QByteArray("macsec.SCI.port_identifier") << "1";
        QTest::newRow("not encrypted: macsec.etype") << frame2 << 1u << QByteArray("macsec.etype") << "0x0800";
        QTest::newRow("not encrypted: macsec.ICV") << frame2 << 1u << QByteArray("macsec.ICV") << "000102030405060708090a0b0c0d0e0f";
        QTest::newRow("not encrypted: data.data") << frame2 << 1u << QByteArray("data.data") << "";
        QTest::newRow("not encrypted: ip.src") << frame2 << 1u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame3("020000001002020000001001 88e5 03 16 00000007 0800 450000140001000040ff00000a0000010a000002 000102030405060708090a0b0c0d0e0f 0000000000"); // short, and padded behind its check value
        QTest::newRow("short, and padded behind its check value: frame.protocols") << frame3 << 1u << QByteArray("frame.protocols") << "eth:ethertype:macsec:ethertype:ip";
        QTest::newRow("short, and padded behind its check value: macsec.TCI") << frame3 << 1u << QByteArray("macsec.TCI") << "0x00";
        QTest::newRow("short, and padded behind its check value: macsec.TCI.V") << frame3 << 1u << QByteArray("macsec.TCI.V") << "0x00";
        QTest::newRow("short, and padded behind its check value: macsec.TCI.ES") << frame3 << 1u << QByteArray("macsec.TCI.ES") << "0";
        QTest::newRow("short, and padded behind its check value: macsec.TCI.SC") << frame3 << 1u << QByteArray("macsec.TCI.SC") << "0";
        QTest::newRow("short, and padded behind its check value: macsec.TCI.SCB") << frame3 << 1u << QByteArray("macsec.TCI.SCB") << "0";
        QTest::newRow("short, and padded behind its check value: macsec.TCI.E") << frame3 << 1u << QByteArray("macsec.TCI.E") << "0";
        QTest::newRow("short, and padded behind its check value: macsec.TCI.C") << frame3 << 1u << QByteArray("macsec.TCI.C") << "0";
        QTest::newRow("short, and padded behind its check value: macsec.AN") << frame3 << 1u << QByteArray("macsec.AN") << "0x03";
        QTest::newRow("short, and padded behind its check value: macsec.SL") << frame3 << 1u << QByteArray("macsec.SL") << "22";
        QTest::newRow("short, and padded behind its check value: macsec.PN") << frame3 << 1u << QByteArray("macsec.PN") << "7";
        QTest::newRow("short, and padded behind its check value: macsec.SCI.system_identifier") << frame3 << 1u << QByteArray("macsec.SCI.system_identifier") << "";
        QTest::newRow("short, and padded behind its check value: macsec.SCI.port_identifier") << frame3 << 1u << QByteArray("macsec.SCI.port_identifier") << "";
        QTest::newRow("short, and padded behind its check value: macsec.etype") << frame3 << 1u << QByteArray("macsec.etype") << "0x0800";
        QTest::newRow("short, and padded behind its check value: macsec.ICV") << frame3 << 1u << QByteArray("macsec.ICV") << "000102030405060708090a0b0c0d0e0f";
        QTest::newRow("short, and padded behind its check value: data.data") << frame3 << 1u << QByteArray("data.data") << "";
        QTest::newRow("short, and padded behind its check value: ip.src") << frame3 << 1u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame4("020000001002020000001001 88e5 54 00 00000007 0800 450000140001000040ff00000a0000010a000002 000102030405060708090a0b0c0d0e0f"); // changed, but not encrypted
        QTest::newRow("changed, but not encrypted: frame.protocols") << frame4 << 1u << QByteArray("frame.protocols") << "eth:ethertype:macsec:data";
        QTest::newRow("changed, but not encrypted: macsec.TCI") << frame4 << 1u << QByteArray("macsec.TCI") << "0x15";
        QTest::newRow("changed, but not encrypted: macsec.TCI.V") << frame4 << 1u << QByteArray("macsec.TCI.V") << "0x00";
        QTest::newRow("changed, but not encrypted: macsec.TCI.ES") << frame4 << 1u << QByteArray("macsec.TCI.ES") << "1";
        QTest::newRow("changed, but not encrypted: macsec.TCI.SC") << frame4 << 1u << QByteArray("macsec.TCI.SC") << "0";
        QTest::newRow("changed, but not encrypted: macsec.TCI.SCB") << frame4 << 1u << QByteArray("macsec.TCI.SCB") << "1";
        QTest::newRow("changed, but not encrypted: macsec.TCI.E") << frame4 << 1u << QByteArray("macsec.TCI.E") << "0";
        QTest::newRow("changed, but not encrypted: macsec.TCI.C") << frame4 << 1u << QByteArray("macsec.TCI.C") << "1";
        QTest::newRow("changed, but not encrypted: macsec.AN") << frame4 << 1u << QByteArray("macsec.AN") << "0x00";
        QTest::newRow("changed, but not encrypted: macsec.SL") << frame4 << 1u << QByteArray("macsec.SL") << "0";
        QTest::newRow("changed, but not encrypted: macsec.PN") << frame4 << 1u << QByteArray("macsec.PN") << "7";
        QTest::newRow("changed, but not encrypted: macsec.SCI.system_identifier") << frame4 << 1u << QByteArray("macsec.SCI.system_identifier") << "";
        QTest::newRow("changed, but not encrypted: macsec.SCI.port_identifier") << frame4 << 1u << QByteArray("macsec.SCI.port_identifier") << "";
        QTest::newRow("changed, but not encrypted: macsec.etype") << frame4 << 1u << QByteArray("macsec.etype") << "";
        QTest::newRow("changed, but not encrypted: macsec.ICV") << frame4 << 1u << QByteArray("macsec.ICV") << "000102030405060708090a0b0c0d0e0f";
        QTest::newRow("changed, but not encrypted: data.data") << frame4 << 1u << QByteArray("data.data") << "0800450000140001000040ff00000a0000010a000002";
        const QByteArray frame5("020000001002020000001001 88e5 80 00 00000007 0800 450000140001000040ff00000a0000010a000002 000102030405060708090a0b0c0d0e0f"); // another version
        QTest::newRow("another version: frame.protocols") << frame5 << 1u << QByteArray("frame.protocols") << "eth:ethertype:data";
        QTest::newRow("another version: macsec.TCI") << frame5 << 1u << QByteArray("macsec.TCI") << "";
        QTest::newRow("another version: macsec.TCI.V") << frame5 << 1u << QByteArray("macsec.TCI.V") << "";
        QTest::newRow("another version: macsec.TCI.ES") << frame5 << 1u << QByteArray("macsec.TCI.ES") << "";
        QTest::newRow("another version: macsec.TCI.SC") << frame5 << 1u << QByteArray("macsec.TCI.SC") << "";
        QTest::newRow("another version: macsec.TCI.SCB") << frame5 << 1u << QByteArray("macsec.TCI.SCB") << "";
        QTest::newRow("another version: macsec.TCI.E") << frame5 << 1u << QByteArray("macsec.TCI.E") << "";
        QTest::newRow("another version: macsec.TCI.C") << frame5 << 1u << QByteArray("macsec.TCI.C") << "";
        QTest::newRow("another version: macsec.AN") << frame5 << 1u << QByteArray("macsec.AN") << "";
        QTest::newRow("another version: macsec.SL") << frame5 << 1u << QByteArray("macsec.SL") << "";
        QTest::newRow("another version: macsec.PN") << frame5 << 1u << QByteArray("macsec.PN") << "";
        QTest::newRow("another version: macsec.SCI.system_identifier") << frame5 << 1u << QByteArray("macsec.SCI.system_identifier") << "";
        QTest::newRow("another version: macsec.SCI.port_identifier") << frame5 << 1u << QByteArray("macsec.SCI.port_identifier") << "";
        QTest::newRow("another version: macsec.etype") << frame5 << 1u << QByteArray("macsec.etype") << "";
        QTest::newRow("another version: macsec.ICV") << frame5 << 1u << QByteArray("macsec.ICV") << "";
        QTest::newRow("another version: data.data") << frame5 << 1u << QByteArray("data.data") << "8000000000070800450000140001000040ff00000a0000010a000002000102030405060708090a0b0c0d0e0f";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame, linkType), "value");
    }

    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("encrypted")
            << QByteArray("2c 00 00000048 2eb73f3995c3 0001 aabbccddeeff 000102030405060708090a0b0c0d0e0f")
            << QStringList{
                   "802.1AE Security Tag  encrypted, packet number 72",
                   "  TCI: 0x0b",
                   "    VER: 0x00",
                   "    ES: Not set",
                   "    SC: Set",
                   "    SCB: Not set",
                   "    E: Set",
                   "    C: Set",
                   "  AN: 0x00",
                   "  Short length: 0",
                   "  Packet number: 72",
                   "  System Identifier: 2e:b7:3f:39:95:c3",
                   "  Port Identifier: 1",
                   "  ICV: 000102030405060708090a0b0c0d0e0f",
                   "Data  6 bytes",
                   "  Data: aabbccddeeff",
                   "  [Length: 6]",
               };
        QTest::newRow("not encrypted, short")
            << QByteArray("00 16 00000007 0800 450000140001000040ff00000a0000010a000002 000102030405060708090a0b0c0d0e0f 0000")
            << QStringList{
                   "802.1AE Security Tag  not encrypted, packet number 7",
                   "  TCI: 0x00",
                   "    VER: 0x00",
                   "    ES: Not set",
                   "    SC: Not set",
                   "    SCB: Not set",
                   "    E: Not set",
                   "    C: Not set",
                   "  AN: 0x00",
                   "  Short length: 22",
                   "  Packet number: 7",
                   "  Ethertype: IPv4 (0x0800)",
                   "  ICV: 000102030405060708090a0b0c0d0e0f",
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 20",
                   "  Identification: 0x0001",
                   "  Flags: 0x00",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Not set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 255",
                   "  Header Checksum: 0x0000",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Bad (0)]",
                   "  ! checksum is wrong; where the sender captured it, this is checksum offload",
               };
        QTest::newRow("a short length that leaves nothing")
            << QByteArray("00 01 00000007 0800 000102030405060708090a0b0c0d0e0f")
            << QStringList{
                   "802.1AE Security Tag  not encrypted, packet number 7",
                   "  TCI: 0x00",
                   "    VER: 0x00",
                   "    ES: Not set",
                   "    SC: Not set",
                   "    SCB: Not set",
                   "    E: Not set",
                   "    C: Not set",
                   "  AN: 0x00",
                   "  Short length: 1",
                   "  Packet number: 7",
                   "  Ethertype: IPv4 (0x0800)",
                   "  ICV: 000102030405060708090a0b0c0d0e0f",
               };
        QTest::newRow("too short for a check value")
            << QByteArray("0c 00 00000007 0102")
            << QStringList{
                   "802.1AE Security Tag  encrypted, packet number 7",
                   "  TCI: 0x03",
                   "    VER: 0x00",
                   "    ES: Not set",
                   "    SC: Not set",
                   "    SCB: Not set",
                   "    E: Set",
                   "    C: Set",
                   "  AN: 0x00",
                   "  Short length: 0",
                   "  Packet number: 7",
               };
        QTest::newRow("cut within its channel")
            << QByteArray("2c 00 00000048 2eb73f")
            << QStringList{
                   "802.1AE Security Tag",
                   "  TCI: 0x0b",
                   "    VER: 0x00",
                   "    ES: Not set",
                   "    SC: Set",
                   "    SCB: Not set",
                   "    E: Set",
                   "    C: Set",
                   "  AN: 0x00",
                   "  Short length: 0",
                   "  Packet number: 72",
                   "  ! 802.1AE Security Tag needs 14 bytes, but the frame has only 9",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::macsec, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::macsec, "2c 00 00000048 2eb73f3995c3 0001 aabbccddeeff 000102030405060708090a0b0c0d0e0f"), 2 * 37);
        QCOMPARE(feedPrefixes(protocols::macsec, "00 16 00000007 0800 450000140001000040ff00000a0000010a000002 000102030405060708090a0b0c0d0e0f 0000"), 2 * 47);
    }
};

QTEST_GUILESS_MAIN(MacsecTest)
#include "tst_macsec.moc"
