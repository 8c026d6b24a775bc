#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IKE, RFC 7296 and RFC 2408.

class IsakmpTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // ndpi__ah.pcapng, frame 1
        const QByteArray initiation(
            "aabbcc000310aabbcc000210080045c00182009e0000ff119e020a0203020a03040401f401f4016e27981c1869f6d29b"
            "a0cc0000000000000000212022080000000000000166220000300000002c010100040300000c0100000c800e01000300"
            "000802000006030000080300000d00000008040000142800006800140000a29f74cb78c798d31654621b3517ab395173"
            "30fe49a112e52154feb8671a1dc50301f67d6a0b9be2fde27d286af620232ad77f5d9a085fbe9ed1248f5de731497ce0"
            "4b51c93a9b09b737d783de9d14b04592f0695cf1e251bd53dbd8b6057cdd2b0000246cbde3730e815c3ed7b4d3137446"
            "9cd49e1f506bdd9cedb49c58cd96da7b628c2b000017434953434f2d44454c4554452d524541534f4e2b000013434953"
            "434f56504e2d5245562d30322b000017434953434f2d44594e414d49432d524f55544529000015464c455856504e2d53"
            "5550504f525445442900001c00004004236fb80b00e123217aba0d0c8b34b1ed5cd911090000001c000040051203d641"
            "f084b9af5e205e1c9d854da14e7583db");
        QTest::newRow("the first message of version 2: isakmp.ispi") << initiation << QByteArray("isakmp.ispi") << "1c1869f6d29ba0cc";
        QTest::newRow("as Wireshark 5 calls it: ike.ispi") << initiation << QByteArray("ike.ispi") << "1c1869f6d29ba0cc";
        QTest::newRow("the first message of version 2: isakmp.rspi") << initiation << QByteArray("isakmp.rspi") << "0000000000000000";
        QTest::newRow("the first message of version 2: isakmp.nextpayload") << initiation << QByteArray("isakmp.nextpayload") << "33,34,0,3,3,3,0,40,43,43,43,43,41,41,0";
        QTest::newRow("the first message of version 2: isakmp.version") << initiation << QByteArray("isakmp.version") << "0x20";
        QTest::newRow("the first message of version 2: isakmp.mjver") << initiation << QByteArray("isakmp.mjver") << "0x02";
        QTest::newRow("the first message of version 2: isakmp.exchangetype") << initiation << QByteArray("isakmp.exchangetype") << "34";
        QTest::newRow("the first message of version 2: isakmp.flags") << initiation << QByteArray("isakmp.flags") << "0x08";
        QTest::newRow("the first message of version 2: isakmp.flag_i") << initiation << QByteArray("isakmp.flag_i") << "1";
        QTest::newRow("the first message of version 2: isakmp.flag_r") << initiation << QByteArray("isakmp.flag_r") << "0";
        QTest::newRow("the first message of version 2: isakmp.messageid") << initiation << QByteArray("isakmp.messageid") << "0x00000000";
        QTest::newRow("the first message of version 2: isakmp.length") << initiation << QByteArray("isakmp.length") << "358";
        QTest::newRow("the first message of version 2: isakmp.typepayload") << initiation << QByteArray("isakmp.typepayload") << "33,2,3,3,3,3,34,40,43,43,43,43,41,41";
        QTest::newRow("the first message of version 2: isakmp.payloadlength") << initiation << QByteArray("isakmp.payloadlength") << "48,44,12,8,8,8,104,36,23,19,23,21,28,28";
        QTest::newRow("the first message of version 2: isakmp.prop.number") << initiation << QByteArray("isakmp.prop.number") << "1";
        QTest::newRow("the first message of version 2: isakmp.prop.protoid") << initiation << QByteArray("isakmp.prop.protoid") << "1";
        QTest::newRow("the first message of version 2: isakmp.tf.type") << initiation << QByteArray("isakmp.tf.type") << "1,2,3,4";
        QTest::newRow("the first message of version 2: isakmp.tf.id.encr") << initiation << QByteArray("isakmp.tf.id.encr") << "12";
        QTest::newRow("the first message of version 2: isakmp.tf.id.dh") << initiation << QByteArray("isakmp.tf.id.dh") << "20";
        QTest::newRow("the first message of version 2: isakmp.ike2.attr.key_length") << initiation << QByteArray("isakmp.ike2.attr.key_length") << "256";
        QTest::newRow("the first message of version 2: isakmp.key_exchange.dh_group") << initiation << QByteArray("isakmp.key_exchange.dh_group") << "20";
        QTest::newRow("the first message of version 2: isakmp.nonce") << initiation << QByteArray("isakmp.nonce") << "6cbde3730e815c3ed7b4d31374469cd49e1f506bdd9cedb49c58cd96da7b628c";

        // tcpdump__ISAKMP_sa_setup.pcap, frame 1
        const QByteArray older(
            "c20157750000c20057750000080045c000b000650000ff11a6150a0000010a00000201f401f4009c4f74cf02326f14a9"
            "5b9300000000000000000110020000000000000000940d00003c00000001000000010000003001010001000000280101"
            "000080010007800e0080800200028004000180030001800b0001000c0004000151800d000014439b59f8ba676c4c7737"
            "ae22eab8f5820d0000147d9419a65310ca6f2c179d9215529d560000001490cb80913ebb696e086381b5ec427b1f");
        QTest::newRow("main mode of version 1: isakmp.version") << older << QByteArray("isakmp.version") << "0x10";
        QTest::newRow("main mode of version 1: isakmp.exchangetype") << older << QByteArray("isakmp.exchangetype") << "2";
        QTest::newRow("main mode of version 1: isakmp.flag_e") << older << QByteArray("isakmp.flag_e") << "0";
        QTest::newRow("main mode of version 1: isakmp.messageid") << older << QByteArray("isakmp.messageid") << "0x00000000";
        QTest::newRow("main mode of version 1: isakmp.length") << older << QByteArray("isakmp.length") << "148";
        QTest::newRow("main mode of version 1: isakmp.typepayload") << older << QByteArray("isakmp.typepayload") << "1,2,3,13,13,13";
        QTest::newRow("main mode of version 1: isakmp.ike.attr.type") << older << QByteArray("isakmp.ike.attr.type") << "1,14,2,4,3,11,12";
        QTest::newRow("main mode of version 1: isakmp.ike.attr.value") << older << QByteArray("isakmp.ike.attr.value") << "0007,0080,0002,0001,0001,0001,00015180";
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

        QTest::newRow("a payload longer than its message")
            << QByteArray("0102030405060708 0000000000000000 21202208 00000000 00000020 00000040")
            << "! a payload at byte 28 says 64 bytes, which its message does not have";
        QTest::newRow("a length shorter than the header")
            << QByteArray("0102030405060708 0000000000000000 21202208 00000000 00000004")
            << "! length field says 4 bytes, but the header alone has 28";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::isakmp, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::isakmp, "0102"), (QStringList{
            "Internet Security Association and Key Management Protocol",
            "  ! Internet Security Association and Key Management Protocol needs 28 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray message(
            "1c1869f6d29ba0cc0000000000000000212022080000000000000166220000300000002c010100040300000c0100000c"
            "800e01000300000802000006030000080300000d00000008040000142800006800140000a29f74cb78c798d31654621b"
            "3517ab39517330fe49a112e52154feb8671a1dc50301f67d6a0b9be2fde27d286af620232ad77f5d9a085fbe9ed1248f"
            "5de731497ce04b51c93a9b09b737d783de9d14b04592f0695cf1e251bd53dbd8b6057cdd2b0000246cbde3730e815c3e"
            "d7b4d31374469cd49e1f506bdd9cedb49c58cd96da7b628c2b000017434953434f2d44454c4554452d524541534f4e2b"
            "000013434953434f56504e2d5245562d30322b000017434953434f2d44594e414d49432d524f55544529000015464c45"
            "5856504e2d535550504f525445442900001c00004004236fb80b00e123217aba0d0c8b34b1ed5cd911090000001c0000"
            "40051203d641f084b9af5e205e1c9d854da14e7583db");
        QCOMPARE(feedPrefixes(protocols::isakmp, message), 2 * (358 + 1));
    }
};

QTEST_GUILESS_MAIN(IsakmpTest)
#include "tst_isakmp.moc"
