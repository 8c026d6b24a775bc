#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Netlink, LINKTYPE_NETLINK and linux/netlink.h. tshark says the flags of a route message twice.

class NetlinkTest : public QObject
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

        const QByteArray frame1("0004 0338 0000 0000000000000000 0000 1c000000 1a000103 01000000 78563412 0000000000000000 00000000"); // a route is asked for
        QTest::newRow("a route is asked for: frame.protocols") << frame1 << 253u << QByteArray("frame.protocols") << "netlink:netlink-route";
        QTest::newRow("a route is asked for: frame.encap_type") << frame1 << 253u << QByteArray("frame.encap_type") << "158";
        QTest::newRow("a route is asked for: netlink.hatype") << frame1 << 253u << QByteArray("netlink.hatype") << "824";
        QTest::newRow("a route is asked for: netlink.family") << frame1 << 253u << QByteArray("netlink.family") << "0x0000";
        QTest::newRow("a route is asked for: netlink.hdr_len") << frame1 << 253u << QByteArray("netlink.hdr_len") << "28";
        QTest::newRow("a route is asked for: netlink.hdr_type") << frame1 << 253u << QByteArray("netlink.hdr_type") << "";
        QTest::newRow("a route is asked for: netlink-route.nltype") << frame1 << 253u << QByteArray("netlink-route.nltype") << "26";
        QTest::newRow("a route is asked for: netlink.hdr_flags") << frame1 << 253u << QByteArray("netlink.hdr_flags") << "0x0301";
        QTest::newRow("a route is asked for: netlink.hdr_flags.request") << frame1 << 253u << QByteArray("netlink.hdr_flags.request") << "1";
        QTest::newRow("a route is asked for: netlink.hdr_flags.multi") << frame1 << 253u << QByteArray("netlink.hdr_flags.multi") << "0";
        QTest::newRow("a route is asked for: netlink.hdr_flags.ack") << frame1 << 253u << QByteArray("netlink.hdr_flags.ack") << "0";
        QTest::newRow("a route is asked for: netlink.hdr_flags.echo") << frame1 << 253u << QByteArray("netlink.hdr_flags.echo") << "0";
        QTest::newRow("a route is asked for: netlink.hdr_flags.dump_intr") << frame1 << 253u << QByteArray("netlink.hdr_flags.dump_intr") << "0";
        QTest::newRow("a route is asked for: netlink.hdr_flags.dump_filtered") << frame1 << 253u << QByteArray("netlink.hdr_flags.dump_filtered") << "0";
        QTest::newRow("a route is asked for: netlink.hdr_seq") << frame1 << 253u << QByteArray("netlink.hdr_seq") << "1";
        QTest::newRow("a route is asked for: netlink.hdr_pid") << frame1 << 253u << QByteArray("netlink.hdr_pid") << "305419896";
        QTest::newRow("a route is asked for: netlink.error") << frame1 << 253u << QByteArray("netlink.error") << "";
        const QByteArray frame2("0004 0338 0000 0000000000000000 0000 14000000 0300 0200 01000000 78563412 00000000"); // the end of a dump
        QTest::newRow("the end of a dump: frame.protocols") << frame2 << 253u << QByteArray("frame.protocols") << "netlink";
        QTest::newRow("the end of a dump: frame.encap_type") << frame2 << 253u << QByteArray("frame.encap_type") << "158";
        QTest::newRow("the end of a dump: netlink.hatype") << frame2 << 253u << QByteArray("netlink.hatype") << "824";
        QTest::newRow("the end of a dump: netlink.family") << frame2 << 253u << QByteArray("netlink.family") << "0x0000";
        QTest::newRow("the end of a dump: netlink.hdr_len") << frame2 << 253u << QByteArray("netlink.hdr_len") << "20";
        QTest::newRow("the end of a dump: netlink.hdr_type") << frame2 << 253u << QByteArray("netlink.hdr_type") << "0x0003";
        QTest::newRow("the end of a dump: netlink-route.nltype") << frame2 << 253u << QByteArray("netlink-route.nltype") << "";
        QTest::newRow("the end of a dump: netlink.hdr_flags") << frame2 << 253u << QByteArray("netlink.hdr_flags") << "0x0002";
        QTest::newRow("the end of a dump: netlink.hdr_flags.request") << frame2 << 253u << QByteArray("netlink.hdr_flags.request") << "0";
        QTest::newRow("the end of a dump: netlink.hdr_flags.multi") << frame2 << 253u << QByteArray("netlink.hdr_flags.multi") << "1";
        QTest::newRow("the end of a dump: netlink.hdr_flags.ack") << frame2 << 253u << QByteArray("netlink.hdr_flags.ack") << "0";
        QTest::newRow("the end of a dump: netlink.hdr_flags.echo") << frame2 << 253u << QByteArray("netlink.hdr_flags.echo") << "0";
        QTest::newRow("the end of a dump: netlink.hdr_flags.dump_intr") << frame2 << 253u << QByteArray("netlink.hdr_flags.dump_intr") << "0";
        QTest::newRow("the end of a dump: netlink.hdr_flags.dump_filtered") << frame2 << 253u << QByteArray("netlink.hdr_flags.dump_filtered") << "0";
        QTest::newRow("the end of a dump: netlink.hdr_seq") << frame2 << 253u << QByteArray("netlink.hdr_seq") << "1";
        QTest::newRow("the end of a dump: netlink.hdr_pid") << frame2 << 253u << QByteArray("netlink.hdr_pid") << "305419896";
        QTest::newRow("the end of a dump: netlink.error") << frame2 << 253u << QByteArray("netlink.error") << "";
        const QByteArray frame3("0004 0338 0000 0000000000000000 0010 14000000 0200 0000 01000000 78563412 ffffffff"); // an error
        QTest::newRow("an error: frame.protocols") << frame3 << 253u << QByteArray("frame.protocols") << "netlink";
        QTest::newRow("an error: frame.encap_type") << frame3 << 253u << QByteArray("frame.encap_type") << "158";
        QTest::newRow("an error: netlink.hatype") << frame3 << 253u << QByteArray("netlink.hatype") << "824";
        QTest::newRow("an error: netlink.family") << frame3 << 253u << QByteArray("netlink.family") << "0x0010";
        QTest::newRow("an error: netlink.hdr_len") << frame3 << 253u << QByteArray("netlink.hdr_len") << "20";
        QTest::newRow("an error: netlink.hdr_type") << frame3 << 253u << QByteArray("netlink.hdr_type") << "0x0002";
        QTest::newRow("an error: netlink-route.nltype") << frame3 << 253u << QByteArray("netlink-route.nltype") << "";
        QTest::newRow("an error: netlink.hdr_flags") << frame3 << 253u << QByteArray("netlink.hdr_flags") << "0x0000";
        QTest::newRow("an error: netlink.hdr_flags.request") << frame3 << 253u << QByteArray("netlink.hdr_flags.request") << "0";
        QTest::newRow("an error: netlink.hdr_flags.multi") << frame3 << 253u << QByteArray("netlink.hdr_flags.multi") << "0";
        QTest::newRow("an error: netlink.hdr_flags.ack") << frame3 << 253u << QByteArray("netlink.hdr_flags.ack") << "0";
        QTest::newRow("an error: netlink.hdr_flags.echo") << frame3 << 253u << QByteArray("netlink.hdr_flags.echo") << "0";
        QTest::newRow("an error: netlink.hdr_flags.dump_intr") << frame3 << 253u << QByteArray("netlink.hdr_flags.dump_intr") << "0";
        QTest::newRow("an error: netlink.hdr_flags.dump_filtered") << frame3 << 253u << QByteArray("netlink.hdr_flags.dump_filtered") << "0";
        QTest::newRow("an error: netlink.hdr_seq") << frame3 << 253u << QByteArray("netlink.hdr_seq") << "1";
        QTest::newRow("an error: netlink.hdr_pid") << frame3 << 253u << QByteArray("netlink.hdr_pid") << "305419896";
        QTest::newRow("an error: netlink.error") << frame3 << 253u << QByteArray("netlink.error") << "-1";
        const QByteArray frame4("0004 0338 0000 0000000000000000 0000 0000001c 001a 003d 00000001 12345678 0000000000000000 00000000"); // of a big machine
        QTest::newRow("of a big machine: frame.protocols") << frame4 << 253u << QByteArray("frame.protocols") << "netlink:netlink-route";
        QTest::newRow("of a big machine: frame.encap_type") << frame4 << 253u << QByteArray("frame.encap_type") << "158";
        QTest::newRow("of a big machine: netlink.hatype") << frame4 << 253u << QByteArray("netlink.hatype") << "824";
        QTest::newRow("of a big machine: netlink.family") << frame4 << 253u << QByteArray("netlink.family") << "0x0000";
        QTest::newRow("of a big machine: netlink.hdr_len") << frame4 << 253u << QByteArray("netlink.hdr_len") << "28";
        QTest::newRow("of a big machine: netlink.hdr_type") << frame4 << 253u << QByteArray("netlink.hdr_type") << "";
        QTest::newRow("of a big machine: netlink-route.nltype") << frame4 << 253u << QByteArray("netlink-route.nltype") << "26";
        QTest::newRow("of a big machine: netlink.hdr_flags") << frame4 << 253u << QByteArray("netlink.hdr_flags") << "0x003d";
        QTest::newRow("of a big machine: netlink.hdr_flags.request") << frame4 << 253u << QByteArray("netlink.hdr_flags.request") << "1";
        QTest::newRow("of a big machine: netlink.hdr_flags.multi") << frame4 << 253u << QByteArray("netlink.hdr_flags.multi") << "0";
        QTest::newRow("of a big machine: netlink.hdr_flags.ack") << frame4 << 253u << QByteArray("netlink.hdr_flags.ack") << "1";
        QTest::newRow("of a big machine: netlink.hdr_flags.echo") << frame4 << 253u << QByteArray("netlink.hdr_flags.echo") << "1";
        QTest::newRow("of a big machine: netlink.hdr_flags.dump_intr") << frame4 << 253u << QByteArray("netlink.hdr_flags.dump_intr") << "1";
        QTest::newRow("of a big machine: netlink.hdr_flags.dump_filtered") << frame4 << 253u << QByteArray("netlink.hdr_flags.dump_filtered") << "1";
        QTest::newRow("of a big machine: netlink.hdr_seq") << frame4 << 253u << QByteArray("netlink.hdr_seq") << "1";
        QTest::newRow("of a big machine: netlink.hdr_pid") << frame4 << 253u << QByteArray("netlink.hdr_pid") << "305419896";
        QTest::newRow("of a big machine: netlink.error") << frame4 << 253u << QByteArray("netlink.error") << "";
        const QByteArray frame5("0004 0338 0000 0000000000000000 0063 14000000 0300 0200 01000000 78563412 00000000 14000000 0300 0200 02000000 78563412 00000000"); // two messages of another family
        QTest::newRow("two messages of another family: frame.protocols") << frame5 << 253u << QByteArray("frame.protocols") << "netlink";
        QTest::newRow("two messages of another family: frame.encap_type") << frame5 << 253u << QByteArray("frame.encap_type") << "158";
        QTest::newRow("two messages of another family: netlink.hatype") << frame5 << 253u << QByteArray("netlink.hatype") << "824";
        QTest::newRow("two messages of another family: netlink.family") << frame5 << 253u << QByteArray("netlink.family") << "0x0063";
        QTest::newRow("two messages of another family: netlink.hdr_len") << frame5 << 253u << QByteArray("netlink.hdr_len") << "20,20";
        QTest::newRow("two messages of another family: netlink.hdr_type") << frame5 << 253u << QByteArray("netlink.hdr_type") << "0x0003,0x0003";
        QTest::newRow("two messages of another family: netlink-route.nltype") << frame5 << 253u << QByteArray("netlink-route.nltype") << "";
        QTest::newRow("two messages of another family: netlink.hdr_flags") << frame5 << 253u << QByteArray("netlink.hdr_flags") << "0x0002,0x0002";
        QTest::newRow("two messages of another family: netlink.hdr_flags.request") << frame5 << 253u << QByteArray("netlink.hdr_flags.request") << "0,0";
        QTest::newRow("two messages of another family: netlink.hdr_flags.multi") << frame5 << 253u << QByteArray("netlink.hdr_flags.multi") << "1,1";
        QTest::newRow("two messages of another family: netlink.hdr_flags.ack") << frame5 << 253u << QByteArray("netlink.hdr_flags.ack") << "0,0";
        QTest::newRow("two messages of another family: netlink.hdr_flags.echo") << frame5 << 253u << QByteArray("netlink.hdr_flags.echo") << "0,0";
        QTest::newRow("two messages of another family: netlink.hdr_flags.dump_intr") << frame5 << 253u << QByteArray("netlink.hdr_flags.dump_intr") << "0,0";
        QTest::newRow("two messages of another family: netlink.hdr_flags.dump_filtered") << frame5 << 253u << QByteArray("netlink.hdr_flags.dump_filtered") << "0,0";
        QTest::newRow("two messages of another family: netlink.hdr_seq") << frame5 << 253u << QByteArray("netlink.hdr_seq") << "1,2";
        QTest::newRow("two messages of another family: netlink.hdr_pid") << frame5 << 253u << QByteArray("netlink.hdr_pid") << "305419896,305419896";
        QTest::newRow("two messages of another family: netlink.error") << frame5 << 253u << QByteArray("netlink.error") << "";
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

        QTest::newRow("a neighbour is new, and the dump ends")
            << QByteArray("0004 0338 0000 0000000000000000 0000 1d000000 1c000200 01000000 78563412 0200000000000000 00000000 01 000000 14000000 0300 0200 01000000 78563412 00000000")
            << QStringList{
                   "Linux netlink (cooked header)  Route",
                   "  Packet type: 4",
                   "  Link-layer address type: Netlink (824)",
                   "  Family: Route (0x0000)",
                   "Linux rtnetlink (route netlink) protocol  Add neighbor table entry, 29 bytes",
                   "  Length: 29",
                   "  Message type: Add neighbor table entry (28)",
                   "  Flags: 0x0002",
                   "    Request: 0",
                   "    Multipart message: 1",
                   "    Ack: 0",
                   "    Echo: 0",
                   "    Dump inconsistent: 0",
                   "    Dump filtered: 0",
                   "  Sequence: 1",
                   "  Port ID: 305419896",
                   "Netlink message  End of a dump",
                   "  Length: 20",
                   "  Message type: End of a dump (0x0003)",
                   "  Flags: 0x0002",
                   "    Request: 0",
                   "    Multipart message: 1",
                   "    Ack: 0",
                   "    Echo: 0",
                   "    Dump inconsistent: 0",
                   "    Dump filtered: 0",
                   "  Sequence: 1",
                   "  Port ID: 305419896",
               };
        QTest::newRow("generic netlink")
            << QByteArray("0004 0338 0000 0000000000000000 0010 14000000 1000 0500 01000000 78563412 03010000")
            << QStringList{
                   "Linux netlink (cooked header)  Generic",
                   "  Packet type: 4",
                   "  Link-layer address type: Netlink (824)",
                   "  Family: Generic (0x0010)",
                   "Netlink message  Message type 0x0010, 20 bytes",
                   "  Length: 20",
                   "  Message type: 0x0010",
                   "  Flags: 0x0005",
                   "    Request: 1",
                   "    Multipart message: 0",
                   "    Ack: 1",
                   "    Echo: 0",
                   "    Dump inconsistent: 0",
                   "    Dump filtered: 0",
                   "  Sequence: 1",
                   "  Port ID: 305419896",
               };
        QTest::newRow("an error without its number")
            << QByteArray("0004 0338 0000 0000000000000000 0000 10000000 0200 0000 01000000 78563412")
            << QStringList{
                   "Linux netlink (cooked header)  Route",
                   "  Packet type: 4",
                   "  Link-layer address type: Netlink (824)",
                   "  Family: Route (0x0000)",
                   "Netlink message  Error",
                   "  Length: 16",
                   "  Message type: Error (0x0002)",
                   "  Flags: 0x0000",
                   "    Request: 0",
                   "    Multipart message: 0",
                   "    Ack: 0",
                   "    Echo: 0",
                   "    Dump inconsistent: 0",
                   "    Dump filtered: 0",
                   "  Sequence: 1",
                   "  Port ID: 305419896",
               };
        QTest::newRow("a length that no message has")
            << QByteArray("0004 0338 0000 0000000000000000 0000 0f000000 1a000103 01000000 78563412 0000000000000000")
            << QStringList{
                   "Linux netlink (cooked header)  Route",
                   "  Packet type: 4",
                   "  Link-layer address type: Netlink (824)",
                   "  Family: Route (0x0000)",
                   "Linux rtnetlink (route netlink) protocol",
                   "  ! Linux rtnetlink (route netlink) protocol length field says 15 bytes, but a header has at least 16",
               };
        QTest::newRow("a length longer than the frame")
            << QByteArray("0004 0338 0000 0000000000000000 0000 20000000 1a000103 01000000 78563412 00000000")
            << QStringList{
                   "Linux netlink (cooked header)  Route",
                   "  Packet type: 4",
                   "  Link-layer address type: Netlink (824)",
                   "  Family: Route (0x0000)",
                   "Linux rtnetlink (route netlink) protocol",
                   "  ! Linux rtnetlink (route netlink) protocol needs 32 bytes, but the header around it leaves only 20",
               };
        QTest::newRow("cut")
            << QByteArray("0004 0338 0000 0000000000000000")
            << QStringList{
                   "Linux netlink (cooked header)",
                   "  Packet type: 4",
                   "  Link-layer address type: Netlink (824)",
                   "  ! Linux netlink (cooked header) needs 16 bytes, but the frame has only 14",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::netlink, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::netlink, "0004 0338 0000 0000000000000000 0000 1d000000 1c000200 01000000 78563412 0200000000000000 00000000 01 000000 14000000 0300 0200 01000000 78563412 00000000"), 2 * 69);
    }
};

QTEST_GUILESS_MAIN(NetlinkTest)
#include "tst_netlink.moc"
