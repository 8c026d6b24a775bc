#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// QUIC, RFC 9000.

class QuicTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // tcpdump__quic_retry.pcap, frame 1
        const QByteArray initial(
            "02000000000102000000000286dd6004050004b811400000000000000000000000000000000100000000000000000000"
            "000000000001f56501bb04b804cbce00000001081bafab9fd70531bb0000449e9c9028a0cac9cf0e936f0037caef6303"
            "f4121004706e79ed13dcec8f62ba73152081d2edd6d8fefc8197dce7e293b3085768218b328549f3be847603bf69d26a"
            "a72c75084bf998a18f9f3eed24a7b00428ac42302deddd396701b390aa7ee1cfce7e5394a6ae4bb51a1a4511df746c00"
            "d51565a3992b3cb33c3b1bd23ac3086583cd76037e5231b46276a6b9f9c7be74a6f043562632dca545d9c3394e122271"
            "cefb66406eb3783a583b730f29161f2b56db755dcff412ad350c59ded6134b1b3f86cc708a96a990858ba8f459e72860"
            "3a183da125829ed87b2c6cd38637925b2b928fa3884fe5322a75b56ffb95965896facf7b9ceacc647e690a828253ca7d"
            "7151bb25a691a6c3395811529cfd015b059482b3553f3e18c0586b1902d478b241e64649cc1a066a17889c3e0d9c902a"
            "474204595e9230aed881156b49f513680b945624e9aebf40feb2d4ea8e1c95b83d0d54cc26f38856da2b067aaa1272c2"
            "0531c3736ec853589150d79c05ca8206086c0b2f4cce8efd3d6e90d4a8a72c9026bec700c1fd7e9c340ad6fbd99e2265"
            "29b1941b2a3dbda9400bf38d3b081aa82e8a590e33ca09b2233950d45f201cb90789586525eedda1d63cea75663dfeb8"
            "7d1fa1123c534685ee25b21d5a0f896ff46e7c296825a41a5d26df2f8829e3ea8e6cc36b086df63dd55b222e1c6e17f0"
            "4525d2c4bd703afdab90f0c765589bc7a163a45cffe2c49b6d66bb81b5d0014edc98d2d5a17f18dc53a0e3939d357824"
            "125d5add526aebb62e01e43902ccb2532b5cb69006908fdd97cbb65b8e74888ee5214179adc11ac06b737fb6018a4674"
            "5f51b24ab952611bfc73c7585927cf73b1b40b57cbd9a07a8a2fcf29d066f490e86e37fc81cefc657c68fc7d4674ddc7"
            "721d7ec4292e0385a6ffe167209e9c153bb4523fe9fa9994651d06cd3c37eb55d706826e9032c8e7bd9138108279ce69"
            "8a1cd7ae86f27c2acef0f008b8412491960a8c70a97bf2a61e1ec32a8c6344b65b991e344529314f6982d6eeb386d0ba"
            "b38ad9e2c1cd4a8abe45e0d6dbecc5eed244e667814ea1ddd2b75a20fc10c7c5dd64ee4782bf8ccd563c19df319fcb29"
            "4fd0f24853767b9277d6fa291ba10ce1471c6c8cdffe28bfec1b2af31ea444f8ac00ec61bcb60aee4b23ec80fd1cc915"
            "735e39e0bcdf60911177fc3eb605ffec5a68e5c4cfb834c5e9e4731c07401f7126c50009c87d134e08e9783a7d25f182"
            "44fc5040b2ae98d18769155c27a0a64544966bbfccb31f38779fbc76aa3ab062c845a0c2ad33804956156fd358823890"
            "870396ae38643d0c3c1437b9c2d4a9c1c98ba0fd24af0f642599ce540a700f64022ed4fadccfc94d4d5c7d01a4c72602"
            "5a3c1e1c0ac64b757fa8bd2358de3ebf64383b3655cd8b9facf0cfa24deba6825c9179bac22320b3315d4443357fd0c8"
            "d84a4664c9edd58abe1b7c57456a25909c692d2c98f94688945ba4ea68302dff61f791f09ca314418cf2652ddfc900d0"
            "e34b8e5195252a84a1de4852e1e8d0306abdf2cab89a4760383942f53f294f76a1328d6b47f78aa0c138015a57dc5986"
            "9894400b4805cccaa6cdb20cf712af1e2834f39a6ed5a1ef4af09efe94ab3ee058fbb348cb24ad18c47eca36520b81b6"
            "f5e61390e482e0b33ab21f4ed5a0");
        QTest::newRow("a client's first packet: quic.header_form") << initial << QByteArray("quic.header_form") << "1";
        QTest::newRow("a client's first packet: quic.fixed_bit") << initial << QByteArray("quic.fixed_bit") << "1";
        QTest::newRow("a client's first packet: quic.long.packet_type") << initial << QByteArray("quic.long.packet_type") << "0";
        QTest::newRow("a client's first packet: quic.version") << initial << QByteArray("quic.version") << "0x00000001";
        QTest::newRow("a client's first packet: quic.dcil") << initial << QByteArray("quic.dcil") << "8";
        QTest::newRow("a client's first packet: quic.dcid") << initial << QByteArray("quic.dcid") << "1bafab9fd70531bb";
        QTest::newRow("a client's first packet: quic.scil") << initial << QByteArray("quic.scil") << "0";
        QTest::newRow("a client's first packet: quic.token_length") << initial << QByteArray("quic.token_length") << "0";
        QTest::newRow("a client's first packet: quic.length") << initial << QByteArray("quic.length") << "1182";
        QTest::newRow("a client's first packet: quic.packet_length") << initial << QByteArray("quic.packet_length") << "1200";

        // tcpdump__quic_retry.pcap, frame 2
        const QByteArray retry(
            "02000000000102000000000286dd600e0e0000a711400000000000000000000000000000000100000000000000000000"
            "00000000000101bbf56500a700baff000000010008e1051eaa7adfb2304560cfe26e2d3ded33fc90c079b4521a8f14c1"
            "6fe05c7aedfcdd1fcc597a8ee829347d305442fb17a25cc93df7746f1a7de323462823b33d7c17ebac994cdbb6a85215"
            "f10316c399fc999a17dddde6e9950e1c0a33dee64eceaf3e72d0d29a183ec83b03e7ca5431f0ce5fdca7c168045429ab"
            "eb5efa231155110752106aaba8f67ccb6438caacb0bb5656f40504ed4b");
        QTest::newRow("a retry: quic.long.packet_type") << retry << QByteArray("quic.long.packet_type") << "3";
        QTest::newRow("a retry: quic.scid") << retry << QByteArray("quic.scid") << "e1051eaa7adfb230";
        QTest::newRow("a retry: quic.retry_token") << retry << QByteArray("quic.retry_token") << "4560cfe26e2d3ded33fc90c079b4521a8f14c16fe05c7aedfcdd1fcc597a8ee829347d305442fb17a25cc93df7746f1a7de323462823b33d7c17ebac994cdbb6a85215f10316c399fc999a17dddde6e9950e1c0a33dee64eceaf3e72d0d29a183ec83b03e7ca5431f0ce5fdca7c168045429abeb5efa231155110752106aaba8";
        QTest::newRow("a retry: quic.retry_integrity_tag") << retry << QByteArray("quic.retry_integrity_tag") << "f67ccb6438caacb0bb5656f40504ed4b";

        // tcpdump__quic_vn.pcap, frame 2
        const QByteArray negotiation(
            "02000000000102000000000286dd60000e00001f11400000000000000000000000000000000100000000000000000000"
            "00000000000101bbe03e001f0032f50000000000089d5728481287a3b4000000011a2a3a4a");
        QTest::newRow("a version negotiation: quic.header_form") << negotiation << QByteArray("quic.header_form") << "1";
        QTest::newRow("a version negotiation: quic.vn.unused") << negotiation << QByteArray("quic.vn.unused") << "0x75";
        QTest::newRow("a version negotiation: quic.version") << negotiation << QByteArray("quic.version") << "0x00000000";
        QTest::newRow("a version negotiation: quic.scid") << negotiation << QByteArray("quic.scid") << "9d5728481287a3b4";
        QTest::newRow("a version negotiation: quic.supported_version") << negotiation << QByteArray("quic.supported_version") << "0x00000001,0x1a2a3a4a";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame), "value");
    }

    void oddities_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("line");

        QTest::newRow("a packet longer than its datagram")
            << QByteArray("c0 00000001 01aa 00 00 4064 00")
            << "! length field says 100 bytes, but only 1 are left in the datagram";
        QTest::newRow("padding behind a packet")
            << QByteArray("c0 00000001 01aa 00 00 01 55 00000000")
            << "Coalesced Padding Data: 00000000";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::quic, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void everyPrefix()
    {
        const QByteArray packet(
            "ff000000010008e1051eaa7adfb2304560cfe26e2d3ded33fc90c079b4521a8f14c16fe05c7aedfcdd1fcc597a8ee829"
            "347d305442fb17a25cc93df7746f1a7de323462823b33d7c17ebac994cdbb6a85215f10316c399fc999a17dddde6e995"
            "0e1c0a33dee64eceaf3e72d0d29a183ec83b03e7ca5431f0ce5fdca7c168045429abeb5efa231155110752106aaba8f6"
            "7ccb6438caacb0bb5656f40504ed4b");
        QCOMPARE(feedPrefixes(protocols::quic, packet), 2 * (159 + 1));
    }
};

QTEST_GUILESS_MAIN(QuicTest)
#include "tst_quic.moc"
