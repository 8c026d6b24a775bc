#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/programs.h"
#include "tests/support/stack.h"
#include "tests/support/tshark.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace vethscope::test;

// Every kind of capture file that Vethscope reads, beside what tshark and capinfos say of the same file: how many packets,
// when, how long on the wire and in the file, on which interface, with which comment, and what is in them.

namespace {

const QString cli = QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli");

const QStringList fields{"frame.number",       "frame.time_epoch",  "frame.len", "frame.cap_len", "frame.interface_id", "frame.interface_name",
                         "frame.comment",      "frame.encap_type",  "frame.protocols", "ip.src", "ip.dst", "ipv6.src", "udp.dstport", "icmp.seq"};

struct Output {
    QByteArray text;
    QByteArray errors;
    int code;
};

Output run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return {process.readAllStandardOutput(), process.readAllStandardError(), process.exitCode()};
}

QStringList dumpOf(const QStringList &asked = fields)
{
    QStringList arguments{"-n", "-T", "fields"};
    for (const QString &field : asked)
        arguments << "-e" << field;
    return arguments;
}

// A comment as people write it: ends of lines, tabs, and backslashes that are none.
const QByteArray manyLines("drops here:\n\tC:\\temp\\new\r\n\"why?\"\\");

const QByteArray ping = ethernet(ipv4("10.244.0.60", "10.244.1.3", 1, echoRequest("abc")));
const QByteArray query = ethernet(ipv4("10.244.0.60", "10.96.0.10", 17, udp(40000, 9, "abc")));
const QByteArray packet = ipv4("10.244.0.60", "10.244.1.3", 1, echoRequest("abc"));
const QByteArray packet6 = ipv6("fd00::1", "fd00::2", 17, udp(40000, 9, "abc"));

} // namespace

class CaptureFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        NEEDS_PROGRAMS("tshark", "capinfos", "editcap");
    }

    void asTsharkReadsThem_data()
    {
        QTest::addColumn<QByteArray>("file");

        for (const Order order : {Order::Little, Order::Big}) {
            const char *endian = order == Order::Little ? "little" : "big";
            QTest::addRow("pcap, microseconds, %s endian", endian)
                << PcapFile(order).packet(1600000000, 123456, ping).packet(1600000001, 1, query, 1500).bytes();
            QTest::addRow("pcap, nanoseconds, %s endian", endian)
                << PcapFile(order, PcapFile::Nanoseconds).packet(1600000000, 123456789, ping).packet(1600000001, 1, query).bytes();
            QTest::addRow("pcap, modified, %s endian", endian)
                << PcapFile(order, PcapFile::Modified).packet(1600000000, 123456, ping).packet(1600000001, 1, query).bytes();
            QTest::addRow("pcap, times that run backwards, %s endian", endian)
                << PcapFile(order).packet(1600000005, 0, ping).packet(1600000003, 999999, query).packet(0, 0, ping).bytes();

            PcapngFile sections(order);
            sections.interface(1).enhanced(0, 1600000000'000000, ping)
                .section(order == Order::Little ? Order::Big : Order::Little).interface(101).interface(1).enhanced(1, 1600000001'000000, query)
                .enhanced(0, 1600000002'000000, packet);
            QTest::addRow("pcapng, two sections of different byte order, %s endian first", endian) << sections.bytes();

            PcapngFile mixed(order);
            mixed.interface(1, mixed.option(2, "flannel.1")).interface(113, mixed.option(2, "any")).interface(101)
                .enhanced(2, 1600000000'000000, packet).enhanced(0, 1600000001'000000, ping)
                .enhanced(1, 1600000002'000000, fromHex("0000 0001 0006 020000000001 0000 0800") + packet);
            QTest::addRow("pcapng, mixed link types, %s endian", endian) << mixed.bytes();

            PcapngFile comments(order);
            comments.interface(1).enhanced(0, 1600000000'000000, ping, 0, comments.option(1, "the first ping"))
                .enhanced(0, 1600000001'000000, query, 1500, comments.option(2, QByteArray(4, '\0')) + comments.option(1, "\xe4\xbd\xa0\xe5\xa5\xbd"));
            QTest::addRow("pcapng, comments, %s endian", endian) << comments.bytes();
            PcapngFile lines(order);
            lines.interface(1).enhanced(0, 1600000000'000000, ping, 0, lines.option(1, manyLines));
            QTest::addRow("pcapng, a comment of several lines, %s endian", endian) << lines.bytes();

            for (const int resolution : {0, 3, 6, 9, 0x80 | 10, 0x80 | 20}) {
                PcapngFile timed(order);
                std::uint64_t ticks = 1600000000;
                for (int i = 0; i < (resolution & 0x7f); ++i)
                    ticks *= resolution & 0x80 ? 2 : 10;
                timed.interface(1, timed.option(9, QByteArray(1, static_cast<char>(resolution))) + timed.option(14, timed.value(3600, 8)))
                    .enhanced(0, ticks + (resolution & 0x7f ? 1 : 0), ping);
                QTest::addRow("pcapng, if_tsresol %s%d and if_tsoffset, %s endian", resolution & 0x80 ? "2^-" : "10^-", resolution & 0x7f, endian)
                    << timed.bytes();
            }

            PcapngFile others(order);
            const auto word = [&](std::uint64_t value, int size) { return number(value, size, order); };
            others.interface(1) // without a custom block, which tshark counts as a packet
                .block(4, word(1, 2) + word(16, 2) + QByteArray::fromHex("0af40103") + QByteArray("tea\0coffee\0\0", 12) + word(0, 4))
                .enhanced(0, 1600000000'000000, ping).block(5, QByteArray(12, '\0'))
                .block(0x80000001, "local").enhanced(0, 1600000001'000000, query);
            QTest::addRow("pcapng, names, statistics and unknown blocks, %s endian", endian) << others.bytes();

            PcapngFile simple(order);
            simple.interface(1).simple(ping);
            QTest::addRow("pcapng, a simple packet, %s endian", endian) << simple.bytes();
            PcapngFile obsolete(order);
            obsolete.interface(101).interface(1).obsolete(1, 1600000000'000000, ping);
            QTest::addRow("pcapng, the obsolete packet block, %s endian", endian) << obsolete.bytes();
        }

        const auto link = [](const char *name, std::uint32_t type, const QByteArray &frame) {
            QTest::addRow("link type %u, %s", type, name) << PcapFile(Order::Little, PcapFile::Microseconds, type).packet(1600000000, 0, frame).bytes();
        };
        link("Ethernet", 1, ping);
        link("raw IP, IPv4", 101, packet);
        link("raw IP, IPv6", 101, packet6);
        link("raw IP of OpenBSD", 14, packet);
        link("raw IP of the others", 12, packet);
        link("IPv4", 228, packet);
        link("IPv6", 229, packet6);
        link("NULL, little endian", 0, fromHex("02000000") + packet);
        link("NULL, big endian", 0, fromHex("00000002") + packet);
        link("NULL, IPv6 of FreeBSD", 0, fromHex("1c000000") + packet6);
        link("NULL, IPv6 of Darwin", 0, fromHex("1e000000") + packet6);
        link("Cisco HDLC", 104, fromHex("0f000800") + packet);
        link("Cisco HDLC, IPv6", 104, fromHex("8f0086dd") + packet6);
        link("IP over InfiniBand", 242, QByteArray(40, '\0') + fromHex("0800 0000") + packet);
        link("LOOP", 108, fromHex("00000002") + packet);
        link("SLL", 113, fromHex("0000 0001 0006 020000000001 0000 0800") + packet);
        link("SLL, IPv6", 113, fromHex("0004 0001 0006 020000000001 0000 86dd") + packet6);
        link("SLL2", 276, fromHex("0800 0000 00000011 0001 00 06 020000000001 0000") + packet);
        link("PPP", 9, fromHex("0021") + packet);
        link("PPP, with address and control", 9, fromHex("ff03 0021") + packet);
        link("PPP, IPv6", 9, fromHex("ff03 0057") + packet6);
        link("PPP in HDLC", 50, fromHex("ff03 0021") + packet);
    }

    void asTsharkReadsThem()
    {
        QFETCH(QByteArray, file);
        const QTemporaryDir folder;
        const QString path = writeFile(folder, "file", file);
        const QByteArray theirs = tsharkOutput(path, dumpOf());
        const Output ours = run(cli, QStringList{"dump", "-r", path} + dumpOf());
        QCOMPARE(ours.errors, QByteArray());
        QCOMPARE(ours.text, theirs);
        QVERIFY(!ours.text.isEmpty());
        // capinfos counts without dissecting.
        const QByteArray counted = run("capinfos", {"-M", "-T", "-r", "-c", path}).text.trimmed().split('\t').last();
        QCOMPARE(QByteArray::number(ours.text.count('\n')), counted);
    }

    // Options of packets are fields, with tshark's values.
    void packetOptions_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const Order order : {Order::Little, Order::Big}) {
            PcapngFile file(order);
            const auto option = [&](std::uint16_t code, std::uint64_t value, int size) { return file.option(code, file.value(value, size)); };
            const auto verdict = [&](char kind, const QByteArray &said) { return file.option(7, QByteArray(1, kind) + said); };
            file.interface(1, file.option(2, "eth0"))
                .enhanced(0, 1600000000'000000, ping, 0, option(2, 0x12000005, 4) + option(4, 7, 8) + option(5, 0x123456789abcdef0, 8) + option(6, 3, 4) + verdict(0, "abc")
                              + verdict(1, file.value(2, 8)) + verdict(2, file.value(~0ull, 8)))
                .enhanced(0, 1600000001'000000, query, 0, file.option(1, "said") + option(5, 1, 8) + verdict(2, file.value(1, 8)))
                .enhanced(0, 1600000002'000000, ping, 0, option(2, 0xe2ff000a, 4) + option(4, 0, 8))
                .enhanced(0, 1600000003'000000, ping);
            QTest::newRow(order == Order::Little ? "little endian" : "big endian") << file.bytes();
        }
    }

    void packetOptions()
    {
        QFETCH(QByteArray, file);
        const QTemporaryDir folder;
        const QString path = writeFile(folder, "file", file);
        const QStringList asked{"frame.packet_flags", "frame.packet_flags_direction", "frame.packet_flags_reception_type", "frame.packet_flags_fcs_length", "frame.packet_flags_reserved",
                                "frame.packet_flags_crc_error", "frame.packet_flags_packet_too_error", "frame.packet_flags_packet_too_short_error",
                                "frame.packet_flags_wrong_inter_frame_gap_error", "frame.packet_flags_unaligned_frame_error", "frame.packet_flags_start_frame_delimiter_error",
                                "frame.packet_flags_preamble_error", "frame.packet_flags_symbol_error", "frame.packet_id", "frame.verdict", "frame.verdict.hw", "frame.verdict.ebpf_tc",
                                "frame.verdict.ebpf_xdp", "frame.interface_queue", "frame.drop_count", "frame.comment"};
        const Output ours = run(cli, QStringList{"dump", "-r", path} + dumpOf(asked));
        QCOMPARE(ours.text, tsharkOutput(path, dumpOf(asked)));
        QVERIFY(ours.text.contains("\t1311768467463790320\t\t61 62 63\t2\t-1\t3\t7"));
        for (const QString filter : {"frame.packet_id == 1", "frame.verdict", "frame.verdict.ebpf_xdp == -1", "frame.verdict.ebpf_xdp == 1", "frame.drop_count > 0", "frame.interface_queue == 3",
                                     "frame.packet_flags_direction == 2", "frame.packet_flags & 0x80000000"}) {
            const QStringList numbers{"-Y", filter, "-T", "fields", "-e", "frame.number"};
            const Output found = run(cli, QStringList{"dump", "-r", path} + numbers);
            QVERIFY2(!found.text.isEmpty(), qPrintable(filter + found.errors));
            QCOMPARE(found.text, tsharkOutput(path, numbers));
        }
        // Written again they are the same.
        const QString again = folder.filePath("again");
        run(cli, {"dump", "-r", path, "-w", again});
        QCOMPARE(tsharkOutput(again, dumpOf(asked)), tsharkOutput(path, dumpOf(asked)));
    }

    // Options of another size than theirs are left out, and the others are read. (tshark refuses the file.)
    void damagedPacketOptions()
    {
        const QTemporaryDir folder;
        PcapngFile file(Order::Little);
        file.interface(1).enhanced(0, 1600000000'000000, ping, 0,
                                   file.option(7, "\x01" "ab") + file.option(7, {}) + file.option(5, "1234") + file.option(4, file.value(9, 8)) + file.option(2, "a") + file.option(6, {}) + file.option(7, "\x09zz"));
        const QString path = writeFile(folder, "file", file.bytes());
        QCOMPARE(run(cli, QStringList{"dump", "-r", path} + dumpOf({"frame.packet_id", "frame.drop_count", "frame.verdict.unknown", "frame.interface_queue"})).text, QByteArray("\t9\t09 7a 7a\t\n"));
    }

    // In JSON, the text is the comment: JSON's own escapes are undone by whoever reads it.
    void aCommentInJson()
    {
        const QTemporaryDir folder;
        PcapngFile file(Order::Little);
        file.interface(1).enhanced(0, 1600000000'000000, ping, 0, file.option(1, manyLines));
        const QString path = writeFile(folder, "file", file.bytes());
        const auto commentOf = [&](const QString &program, const QStringList &verb) {
            const QByteArray json = run(program, verb + QStringList{"-r", path, "-T", "json", "-e", "frame.comment"}).text;
            return QJsonDocument::fromJson(json)[0]["_source"]["layers"]["frame.comment"][0].toString();
        };
        QCOMPARE(commentOf(cli, {"dump"}), QString::fromUtf8(manyLines));
        QCOMPARE(commentOf("tshark", {}), QString::fromUtf8(manyLines));
    }

    void standardInput_data() { asTsharkReadsThem_data(); }

    void standardInput()
    {
        QFETCH(QByteArray, file);
        const QTemporaryDir folder;
        const Output fromFile = run(cli, QStringList{"dump", "-r", writeFile(folder, "file", file)} + dumpOf());
        const Output fromPipe = run(cli, QStringList{"dump", "-r", "-"} + dumpOf(), file);
        QCOMPARE(fromPipe.text, fromFile.text);
        QCOMPARE(fromPipe.errors, QByteArray());
        QCOMPARE(fromPipe.code, 0);
    }

    // `tcpdump -U -w - | vethscope-cli dump -r -` shows each packet when it comes, not when the pipe is closed.
    void standardInputIsFollowed()
    {
        QProcess process;
        process.start(cli, {"dump", "-r", "-", "-T", "fields", "-e", "icmp.seq"});
        QVERIFY(process.waitForStarted());
        QByteArray file = PcapFile().packet(1, 0, ping).bytes();
        process.write(file);
        QByteArray seen;
        QTRY_COMPARE(seen += process.readAllStandardOutput(), QByteArray("1\n"));
        process.write(PcapFile().packet(2, 0, ping).bytes().sliced(24));
        QTRY_COMPARE(seen += process.readAllStandardOutput(), QByteArray("1\n1\n"));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }

    // What tshark's own tools write from a sample, and what they say of it.
    void asEditcapWritesThem_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"pcap", "nsecpcap", "modpcap", "pcapng"})
            QTest::newRow(format) << format;
    }

    void asEditcapWritesThem()
    {
        QFETCH(QString, format);
        const QTemporaryDir folder;
        const QString path = folder.filePath("file");
        const QString sample = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");
        run("editcap", {"-F", format, "-s", "60", sample, path});
        // Of a header that is cut, tshark names the protocol, and Vethscope does not.
        QStringList asked = fields;
        asked.removeAll("frame.protocols");
        const QByteArray theirs = tsharkOutput(path, QStringList{"-d", "udp.port==8472,vxlan"} + dumpOf(asked));
        const Output ours = run(cli, QStringList{"dump", "-r", path} + dumpOf(asked));
        QVERIFY(ours.text.count('\n') > 10);
        QCOMPARE(ours.text, theirs);
    }
};

QTEST_GUILESS_MAIN(CaptureFormatsTest)
#include "tst_captureformats.moc"
