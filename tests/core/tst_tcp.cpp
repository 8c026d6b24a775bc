#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// TCP: RFC 9293; window scale and time stamps RFC 7323, selective acknowledgment RFC 2018. Checksums are verified only with the
// IP header around them.

class TcpTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a segment with data")
            << QByteArray("aafa 1f91 000003e8 000007d0 5018 0200 0000 0000 616263") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [PSH, ACK] Seq=1000 Ack=2000 Win=512 Len=3",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 2000",
                   "  Header Length: 20",
                   "  Flags: 0x0018",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Set",
                   "    Push: Set",
                   "    Reset: Not set",
                   "    Syn: Not set",
                   "    Fin: Not set",
                   "  Window: 512",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 3]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP payload: 616263",
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("a SYN with what Linux offers: MSS, SACK, time stamps, window scale")
            << QByteArray("aafa 1f91 000003e8 00000000 a002 fa70 0000 0000 020405aa 0402 080a 4e94604a 00000000 01 030307") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 40",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 020405aa0402080a4e94604a0000000001030307",
                   "    Option: Maximum Segment Size (2)",
                   "      Length: 4",
                   "      MSS Value: 1450",
                   "    Option: SACK Permitted (4)",
                   "      Length: 2",
                   "    Option: Time Stamp Option (8)",
                   "      Length: 10",
                   "      Timestamp value: 1318346826",
                   "      Timestamp echo reply: 0",
                   "    Option: No-Operation (1)",
                   "    Option: Window Scale (3)",
                   "      Length: 3",
                   "      Shift count: 7",
                   "      [Multiplier: 128]",
               };
        QTest::newRow("selective acknowledgment of two runs")
            << QByteArray("aafa 1f91 000003e8 000007d0 b010 0200 0000 0000 0101 0512 00000001 00000005 0000000a 00000014 0101 0101") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [ACK] Seq=1000 Ack=2000 Win=512 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 2000",
                   "  Header Length: 44",
                   "  Flags: 0x0010",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Not set",
                   "    Fin: Not set",
                   "  Window: 512",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 0101051200000001000000050000000a0000001401010101",
                   "    Option: No-Operation (1)",
                   "    Option: No-Operation (1)",
                   "    Option: SACK (5)",
                   "      Length: 18",
                   "      Left edge: 1",
                   "      Right edge: 5",
                   "      Left edge: 10",
                   "      Right edge: 20",
                   "      [SACK count: 2]",
                   "    Option: No-Operation (1)",
                   "    Option: No-Operation (1)",
                   "    Option: No-Operation (1)",
                   "    Option: No-Operation (1)",
               };
        QTest::newRow("a signature, a user timeout, fast open and what has no word")
            << QByteArray("aafa 1f91 000003e8 00000000 e002 fa70 0000 0000 1312 00112233445566778899aabbccddeeff 1c04 0010 2206 01020304 fd04 f989 63 03 00 00") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 56",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 131200112233445566778899aabbccddeeff1c040010220601020304fd04f98963030000",
                   "    Option: MD5 Signature (19)",
                   "      Length: 18",
                   "    Option: User Timeout (28)",
                   "      Length: 4",
                   "    Option: TCP Fast Open Cookie (34)",
                   "      Length: 6",
                   "    Option: Experiment 1 (253)",
                   "      Length: 4",
                   "    Option: 99",
                   "      Length: 3",
                   "    Option: End of Option List (0)",
               };
        QTest::newRow("an alternate checksum request, then the end of the list")
            << QByteArray("aafa 1f91 000003e8 00000000 6002 fa70 0000 0000 0e03 01 00") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 24",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 0e030100",
                   "    Option: Alternate Checksum Request (14)",
                   "      Length: 3",
                   "    Option: End of Option List (0)",
               };
        QTest::newRow("a shift of 255 counts as 14")
            << QByteArray("aafa 1f91 000003e8 00000000 6002 fa70 0000 0000 0303ff 00") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 24",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 0303ff00",
                   "    Option: Window Scale (3)",
                   "      Length: 3",
                   "      Shift count: 255",
                   "      [Multiplier: 16384]",
                   "    Option: End of Option List (0)",
               };
        QTest::newRow("every flag, and the urgent pointer")
            << QByteArray("aafa 1f91 000003e8 000007d0 5fff 0200 0000 0007") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [FIN, SYN, RST, PSH, ACK, URG, ECE, CWR, AE] Seq=1000 Ack=2000 Win=512 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 2000",
                   "  Header Length: 20",
                   "  Flags: 0x0fff",
                   "    Reserved: Set",
                   "    Accurate ECN: Set",
                   "    Congestion Window Reduced: Set",
                   "    ECN-Echo: Set",
                   "    Urgent: Set",
                   "    Acknowledgment: Set",
                   "    Push: Set",
                   "    Reset: Set",
                   "    Syn: Set",
                   "    Fin: Set",
                   "  Window: 512",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 7",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
               };
        QTest::newRow("no flag at all")
            << QByteArray("aafa 1f91 000003e8 000007d0 5000 0200 0000 0000") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [<None>] Seq=1000 Win=512 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 2000",
                   "  Header Length: 20",
                   "  Flags: 0x0000",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Not set",
                   "    Fin: Not set",
                   "  Window: 512",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
               };
        QTest::newRow("an option of no length")
            << QByteArray("aafa 1f91 000003e8 00000000 6002 fa70 0000 0000 01010800") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 24",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 01010800",
                   "    Option: No-Operation (1)",
                   "    Option: No-Operation (1)",
                   "  ! an option at byte 22 says a length that its header does not have",
               };
        QTest::newRow("an option of one byte that needs two")
            << QByteArray("aafa 1f91 000003e8 00000000 6002 fa70 0000 0000 01010801") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 24",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 01010801",
                   "    Option: No-Operation (1)",
                   "    Option: No-Operation (1)",
                   "  ! an option at byte 22 says a length that its header does not have",
               };
        QTest::newRow("an option longer than its header")
            << QByteArray("aafa 1f91 000003e8 00000000 6002 fa70 0000 0000 080a0001") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 24",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 080a0001",
                   "  ! an option at byte 20 says a length that its header does not have",
               };
        QTest::newRow("an option cut behind its kind")
            << QByteArray("aafa 1f91 000003e8 00000000 6002 fa70 0000 0000 01010108") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 24",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 01010108",
                   "    Option: No-Operation (1)",
                   "    Option: No-Operation (1)",
                   "    Option: No-Operation (1)",
                   "  ! an option at byte 23 says a length that its header does not have",
               };
        QTest::newRow("an MSS of the wrong length")
            << QByteArray("aafa 1f91 000003e8 00000000 6002 fa70 0000 0000 0203 05 01") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 24",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 02030501",
                   "    Option: Maximum Segment Size (2)",
                   "      Length: 3",
                   "    Option: No-Operation (1)",
               };
        QTest::newRow("time stamps of the wrong length")
            << QByteArray("aafa 1f91 000003e8 00000000 7002 fa70 0000 0000 0806 00000001 0101") << 0u
            << QStringList{
                   "Transmission Control Protocol  43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 28",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  [Segment Length: 0]",
                   "  [Checksum Status: Unverified (2)]",
                   "  TCP Options: 0806000000010101",
                   "    Option: Time Stamp Option (8)",
                   "      Length: 6",
                   "    Option: No-Operation (1)",
                   "    Option: No-Operation (1)",
               };
        QTest::newRow("a header length of 16 bytes")
            << QByteArray("aafa 1f91 000003e8 00000000 4002 fa70 0000 0000") << 0u
            << QStringList{
                   "Transmission Control Protocol",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 16",
                   "  ! Transmission Control Protocol header length field says 16 bytes, but a header has at least 20",
               };
        QTest::newRow("a header length beyond the segment")
            << QByteArray("aafa 1f91 000003e8 00000000 f002 fa70 0000 0000") << 0u
            << QStringList{
                   "Transmission Control Protocol",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 60",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  ! Transmission Control Protocol needs 60 bytes, but the frame has only 20",
               };
        QTest::newRow("options cut by the capture")
            << QByteArray("aafa 1f91 000003e8 00000000 a002 fa70 0000 0000 020405aa") << 40u
            << QStringList{
                   "Transmission Control Protocol",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 40",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  Window: 64112",
                   "  Checksum: 0x0000",
                   "  Urgent Pointer: 0",
                   "  ! Transmission Control Protocol needs 40 bytes, only 24 were captured",
               };
        QTest::newRow("cut off inside the header")
            << QByteArray("aafa 1f91 000003e8 00000000 5002") << 60u
            << QStringList{
                   "Transmission Control Protocol",
                   "  Source Port: 43770",
                   "  Destination Port: 8081",
                   "  Sequence Number (raw): 1000",
                   "  Acknowledgment Number (raw): 0",
                   "  Header Length: 20",
                   "  Flags: 0x0002",
                   "    Reserved: Not set",
                   "    Accurate ECN: Not set",
                   "    Congestion Window Reduced: Not set",
                   "    ECN-Echo: Not set",
                   "    Urgent: Not set",
                   "    Acknowledgment: Not set",
                   "    Push: Not set",
                   "    Reset: Not set",
                   "    Syn: Set",
                   "    Fin: Not set",
                   "  ! Transmission Control Protocol needs 20 bytes, only 14 were captured",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::tcp, packet, original), "tree");
    }

    void info_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("info");

        QTest::newRow("a SYN")
            << QByteArray("aafa 1f91 000003e8 00000000 a002 fa70 0000 0000 020405aa 0402 080a 4e94604a 00000000 01 030307")
            << "43770 → 8081 [SYN] Seq=1000 Win=64112 Len=0 MSS=1450 SACK_PERM TSval=1318346826 TSecr=0 WS=128";
        QTest::newRow("a SYN, ACK without options")
            << QByteArray("aafa 1f91 000003e8 000007d0 5012 0200 0000 0000")
            << "43770 → 8081 [SYN, ACK] Seq=1000 Ack=2000 Win=512 Len=0";
        QTest::newRow("an ACK")
            << QByteArray("aafa 1f91 000003e8 000007d0 5010 0200 0000 0000")
            << "43770 → 8081 [ACK] Seq=1000 Ack=2000 Win=512 Len=0";
        QTest::newRow("data")
            << QByteArray("aafa 1f91 000003e8 000007d0 5018 0200 0000 0000 616263")
            << "43770 → 8081 [PSH, ACK] Seq=1000 Ack=2000 Win=512 Len=3";
        QTest::newRow("a FIN")
            << QByteArray("aafa 1f91 000003e8 000007d0 5011 0200 0000 0000")
            << "43770 → 8081 [FIN, ACK] Seq=1000 Ack=2000 Win=512 Len=0";
        QTest::newRow("a RST")
            << QByteArray("aafa 1f91 000003e8 00000000 5004 0000 0000 0000")
            << "43770 → 8081 [RST] Seq=1000 Win=0 Len=0";
        QTest::newRow("every flag")
            << QByteArray("aafa 1f91 000003e8 000007d0 51ff 0200 0000 0007")
            << "43770 → 8081 [FIN, SYN, RST, PSH, ACK, URG, ECE, CWR, AE] Seq=1000 Ack=2000 Win=512 Len=0";
        QTest::newRow("no flag")
            << QByteArray("aafa 1f91 000003e8 000007d0 5000 0200 0000 0000")
            << "43770 → 8081 [<None>] Seq=1000 Win=512 Len=0";
        QTest::newRow("time stamps")
            << QByteArray("aafa 1f91 000003e8 000007d0 8010 0200 0000 0000 0101 080a 4e94604a 7ba9e890")
            << "43770 → 8081 [ACK] Seq=1000 Ack=2000 Win=512 Len=0 TSval=1318346826 TSecr=2074732688";
        QTest::newRow("selective acknowledgment")
            << QByteArray("aafa 1f91 000003e8 000007d0 8010 0200 0000 0000 0101 050a 00000001 00000005")
            << "43770 → 8081 [ACK] Seq=1000 Ack=2000 Win=512 Len=0 SLE=1 SRE=5";
    }

    void info()
    {
        QFETCH(QByteArray, packet);
        QTEST(infoOf(protocols::tcp, packet), "info");
    }

    // The pseudo header of RFC 9293, section 3.1: whose addresses they are changes the sum.
    void checksum_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("status");
        const QByteArray ethernet = "020000000002 020000000001 0800 ";
        const QByteArray segment = "aafa 1f91 000003e8 000007d0 5018 0200 ff20 0000 616263";
        QTest::newRow("right, over an odd number of bytes") << ethernet + "4500002b 00010000 40060000 0a000001 0a000002" + segment << "1";
        QTest::newRow("wrong") << ethernet + "4500002b 00010000 40060000 0a000001 0a000003" + segment << "0";
        QTest::newRow("a fragment") << ethernet + "4500002b 00012000 40060000 0a000001 0a000002" + segment << "2";
        QTest::newRow("padding does not count") << ethernet + "4500002b 00010000 40060000 0a000001 0a000002" + segment + "000000" << "1";
    }

    void checksum()
    {
        QFETCH(QByteArray, frame);
        QTEST(valuesOf("tcp.checksum.status", frame), "status");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::tcp, "aafa 1f91 000003e8 00000000 a002 fa70 0000 0000 020405aa 0402 080a 4e94604a 00000000 01 030307 616263"), 2 * 44);
        QCOMPARE(feedPrefixes(protocols::tcp, "aafa 0050 000003e8 000007d0 b010 0200 0000 0000 0101 0512 00000001 00000005 0000000a 00000014 0101 0101 474554202f20485454502f312e310d0a0d0a"), 2 * 63);
    }
};

QTEST_GUILESS_MAIN(TcpTest)
#include "tst_tcp.moc"
