#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// SCTP, RFC 9260.

class SctpTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // zeek__sctp.pcap, frame 1
        const QByteArray init(
            "00600845e45500e018b10cad0800451000400000400040846498c0a8aa08c0a8aa3800070007000000003761a7460100"
            "0020432325440000ffff001100115cfe379fc0000004000c000600050000");
        QTest::newRow("INIT: sctp.srcport") << init << QByteArray("sctp.srcport") << "7";
        QTest::newRow("INIT: sctp.dstport") << init << QByteArray("sctp.dstport") << "7";
        QTest::newRow("INIT: sctp.port") << init << QByteArray("sctp.port") << "7,7";
        QTest::newRow("INIT: sctp.verification_tag") << init << QByteArray("sctp.verification_tag") << "0x00000000";
        QTest::newRow("INIT: sctp.checksum") << init << QByteArray("sctp.checksum") << "0x3761a746";
        QTest::newRow("INIT: sctp.chunk_type") << init << QByteArray("sctp.chunk_type") << "1";
        QTest::newRow("INIT: sctp.chunk_flags") << init << QByteArray("sctp.chunk_flags") << "0x00";
        QTest::newRow("INIT: sctp.chunk_length") << init << QByteArray("sctp.chunk_length") << "32";
        QTest::newRow("INIT: sctp.init_initiate_tag") << init << QByteArray("sctp.init_initiate_tag") << "0x43232544";
        QTest::newRow("INIT: sctp.init_credit") << init << QByteArray("sctp.init_credit") << "65535";
        QTest::newRow("INIT: sctp.init_nr_out_streams") << init << QByteArray("sctp.init_nr_out_streams") << "17";
        QTest::newRow("INIT: sctp.init_nr_in_streams") << init << QByteArray("sctp.init_nr_in_streams") << "17";
        QTest::newRow("INIT: sctp.init_initial_tsn") << init << QByteArray("sctp.init_initial_tsn") << "1560164255";
        QTest::newRow("INIT: sctp.parameter_type") << init << QByteArray("sctp.parameter_type") << "0xc000,0x000c";
        QTest::newRow("INIT: sctp.parameter_length") << init << QByteArray("sctp.parameter_length") << "4,6";

        // zeek__sctp.pcap, frame 6
        const QByteArray acknowledgement(
            "00e018b10cad00600845e455080045000450b0ef00008084afa8c0a8aa38c0a8aa080007000743232544ce0c78b40300"
            "00105cfe37a0000010000000000000070210000036140000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000070210000036150001000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            "0000000000000000000000000000");
        QTest::newRow("SACK and DATA in one packet: sctp.chunk_type") << acknowledgement << QByteArray("sctp.chunk_type") << "3,0,0";
        QTest::newRow("SACK and DATA in one packet: sctp.chunk_length") << acknowledgement << QByteArray("sctp.chunk_length") << "16,528,528";
        QTest::newRow("SACK and DATA in one packet: sctp.sack_cumulative_tsn_ack_raw") << acknowledgement << QByteArray("sctp.sack_cumulative_tsn_ack_raw") << "1560164256";
        QTest::newRow("SACK and DATA in one packet: sctp.sack_a_rwnd") << acknowledgement << QByteArray("sctp.sack_a_rwnd") << "4096";
        QTest::newRow("SACK and DATA in one packet: sctp.sack_number_of_gap_blocks") << acknowledgement << QByteArray("sctp.sack_number_of_gap_blocks") << "0";
        QTest::newRow("SACK and DATA in one packet: sctp.data_b_bit") << acknowledgement << QByteArray("sctp.data_b_bit") << "1,1";
        QTest::newRow("SACK and DATA in one packet: sctp.data_e_bit") << acknowledgement << QByteArray("sctp.data_e_bit") << "1,1";
        QTest::newRow("SACK and DATA in one packet: sctp.data_tsn_raw") << acknowledgement << QByteArray("sctp.data_tsn_raw") << "13844,13845";
        QTest::newRow("SACK and DATA in one packet: sctp.data_sid") << acknowledgement << QByteArray("sctp.data_sid") << "0x0000,0x0001";
        QTest::newRow("SACK and DATA in one packet: sctp.data_ssn") << acknowledgement << QByteArray("sctp.data_ssn") << "0,0";
        QTest::newRow("SACK and DATA in one packet: sctp.data_payload_proto_id") << acknowledgement << QByteArray("sctp.data_payload_proto_id") << "0,0";
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

        QTest::newRow("a chunk longer than its packet")
            << QByteArray("00500051 00000000 00000000 0003 0040 00000001")
            << "! a chunk at byte 12 says 64 bytes, which its packet does not have";
        QTest::newRow("a chunk shorter than its header")
            << QByteArray("00500051 00000000 00000000 0003 0002")
            << "! a chunk at byte 12 says 2 bytes, which its packet does not have";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::sctp, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::sctp, "0050"), (QStringList{
            "Stream Control Transmission Protocol",
            "  Source port: 80",
            "  ! Stream Control Transmission Protocol needs 12 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray packet(
            "0007000743232544c90185240200008000000eb00000100000110011000036140007006800000eb00000100000110011"
            "00003614432325440000ffff001100115cfe379f070007000000000000000000a285b13f1027000017cd8f1c11769b04"
            "55c0d0f22c3e7c3500010001000000000000000000050008c0a8aa3800050008c0a8aa08c0000004c0000004");
        QCOMPARE(feedPrefixes(protocols::sctp, packet), 2 * (140 + 1));
    }
};

QTEST_GUILESS_MAIN(SctpTest)
#include "tst_sctp.moc"
