#include "tests/support/capturefile.h"
#include "tests/support/commandline.h"
#include "tests/support/stack.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

// `vethscope-cli conversations`: its tables, its JSON, names, filters, exit codes. What it counts is compared in tst_tsharkconversations.

using namespace vethscope::test;

namespace {

const QString cluster = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan");
const QString capture = cluster + "/captures/master.eth0.pcapng";

QByteArray segment(const char *source, const char *destination, std::uint16_t from, std::uint16_t to, const QByteArray &payload = {})
{
    return ethernet(ipv4(source, destination, 6, tcp(from, to, 0x10, payload)));
}

QJsonArray listOf(const QStringList &arguments, const QString &key = "conversations")
{
    const CommandResult result = runCommandLine(QStringList{"conversations", "--format", "json"} + arguments);
    if (result.code != 0)
        qWarning("exit %d: %s", result.code, result.error.constData());
    return QJsonDocument::fromJson(result.output)[key].toArray();
}

QStringList valuesOf(const QJsonArray &list, const QString &key)
{
    QStringList values;
    for (const QJsonValue &one : list)
        values << one[key].toVariant().toString();
    return values;
}

} // namespace

class TestConversations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        PcapFile file;
        file.packet(10, 0, segment("10.0.0.1", "10.0.0.2", 1000, 80, "ab"));
        file.packet(10, 500'000, segment("10.0.0.2", "10.0.0.1", 80, 1000));
        file.packet(12, 0, requestOverVxlan());
        file.packet(13, 0, ethernet(ipv6("fd00::1", "fd00::2", 17, udp(5, 6, "x")), 0x86dd));
        m_small = writeFile(m_folder, "small.pcap", file.bytes());
    }

    void tables()
    {
        const CommandResult result = runCommandLine({"conversations", "-r", m_small, "--kind", "udp", "--kind", "tcp"});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.error, QByteArray());
        QCOMPARE(QString::fromUtf8(result.output), QStringLiteral(
            "TCP conversations: 2\n"
            "   scope  A                  B              A→B packets  bytes  B→A packets  bytes  packets  bytes     start  duration\n"
            "   N      10.0.0.1:1000      10.0.0.2:80              1     56            1     54        2    110  0.000000  0.500000\n"
            "   O      10.244.0.60:43770  10.244.1.3:80            1    140            0      0        1    140  2.000000  0.000000\n"
            "UDP conversations: 2\n"
            "   scope  A                  B                  A→B packets  bytes  B→A packets  bytes  packets  bytes     start  duration\n"
            "   U      172.27.0.11:40000  172.27.16.10:8472            1    140            0      0        1    140  2.000000  0.000000\n"
            "   N      [fd00::1]:5        [fd00::2]:6                  1     63            0      0        1     63  3.000000  0.000000\n"));
        const CommandResult none = runCommandLine({"conversations", "-r", m_small, "-Y", "ipv6", "--kind", "tcp", "--kind", "ipv4", "--endpoints"});
        QCOMPARE(none.output, QByteArray("IPv4 endpoints: none\nTCP endpoints: none\n"));
    }

    void json()
    {
        const QJsonArray list = listOf({"-r", m_small});
        QCOMPARE(valuesOf(list, "kind"), (QStringList{"ethernet", "ipv4", "tcp", "ethernet", "ipv4", "udp", "ethernet", "ipv4", "tcp", "ipv6", "udp"}));
        QCOMPARE(valuesOf(list, "scope"), (QStringList{"native", "native", "native", "underlay", "underlay", "underlay", "overlay", "overlay", "overlay", "native", "native"}));
        QCOMPARE(list[2].toObject(), QJsonDocument::fromJson(R"({"kind": "tcp", "scope": "native", "depth": 0,
            "a": {"address": "10.0.0.1", "port": 1000, "name": null, "evidence": null}, "b": {"address": "10.0.0.2", "port": 80, "name": null, "evidence": null},
            "packets_a_to_b": 1, "bytes_a_to_b": 56, "packets_b_to_a": 1, "bytes_b_to_a": 54, "start": 0, "duration": 0.5, "first_frame": 1})").object());
        QCOMPARE(list[8]["depth"].toInt(), 1);
        QCOMPARE(list[8]["start"].toDouble(), 2.0);
        QCOMPARE(list[0]["a"]["address"].toString(), "02:00:00:00:00:01");
        QVERIFY(list[0]["a"]["port"].isNull());
    }

    void endpoints()
    {
        const QJsonArray list = listOf({"-r", m_small, "--endpoints", "--kind", "tcp"}, "endpoints");
        QCOMPARE(list.size(), 4);
        QCOMPARE(list[1].toObject(), QJsonDocument::fromJson(R"({"kind": "tcp", "scope": "native", "depth": 0, "address": "10.0.0.2", "port": 80, "name": null,
            "evidence": null, "packets": 2, "bytes": 110, "sent_packets": 1, "sent_bytes": 54, "received_packets": 1, "received_bytes": 56, "first_frame": 1})").object());
        const CommandResult text = runCommandLine({"conversations", "-r", m_small, "--endpoints", "--kind", "ipv6"});
        QCOMPARE(text.output, QByteArray("IPv6 endpoints: 2\n"
                                         "   scope  address  packets  bytes  sent packets  bytes  received packets  bytes\n"
                                         "   N      fd00::1        1     63             1     63                 0      0\n"
                                         "   N      fd00::2        1     63             0      0                 1     63\n"));
    }

    void order()
    {
        const QStringList bytes = valuesOf(listOf({"-r", capture, "--endpoints", "--sort", "bytes"}, "endpoints"), "bytes");
        QVERIFY(bytes.size() > 10);
        QVERIFY(std::ranges::is_sorted(bytes, std::greater(), [](const QString &text) { return text.toInt(); }));
        const QStringList frames = valuesOf(listOf({"-r", capture}), "first_frame");
        QVERIFY(std::ranges::is_sorted(frames, {}, [](const QString &text) { return text.toInt(); }));
    }

    // A filter over what the packet alone tells, over streams, and over names: what is let through is what is counted.
    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("overlay") << "overlay.tcp.port == 80";
        QTest::newRow("stream") << "tcp.stream == 2";
        QTest::newRow("names") << "k8s.src.pod contains \"tea\"";
        QTest::newRow("none") << "arp && tcp";
    }

    void filters()
    {
        QFETCH(QString, filter);
        const QStringList shared{"-r", capture, "-Y", filter, "--snapshot", cluster + "/hosts"};
        const CommandResult frames = runCommandLine(QStringList{"dump", "-T", "fields", "-e", "frame.len"} + shared);
        qint64 bytes = 0;
        for (const QByteArray &line : frames.output.trimmed().split('\n'))
            bytes += line.toLongLong();
        qint64 counted = 0; // each frame has one outermost Ethernet header
        for (const QJsonValue &one : listOf(shared + QStringList{"--kind", "ethernet"}))
            if (one["scope"] != "overlay")
                counted += one["bytes_a_to_b"].toInteger() + one["bytes_b_to_a"].toInteger();
        QCOMPARE(counted, bytes);
        QCOMPARE(bytes > 0, filter != "arp && tcp");
    }

    void names()
    {
        const QStringList asked{"-r", capture, "--snapshot", cluster + "/hosts", "--kind", "tcp"};
        const QJsonArray list = listOf(asked);
        QStringList names;
        for (const QJsonValue &one : list)
            names << one["a"]["name"].toString();
        QVERIFY2(names.contains("tea-6fb46d899f-4zkt2"), qPrintable(names.join(' ')));
        for (const QJsonValue &one : list)
            QCOMPARE(one["a"]["name"].isNull(), one["a"]["evidence"].isNull());
        QVERIFY(runCommandLine(QStringList{"conversations"} + asked).output.contains("tea-6fb46d899f-4zkt2:"));
        const CommandResult numeric = runCommandLine(QStringList{"conversations", "-n"} + asked);
        QVERIFY(!numeric.output.contains("tea-") && numeric.output.contains("10.244.0.60:"));
        const QJsonArray unnamed = listOf(asked + QStringList{"-n"});
        QVERIFY(unnamed[0]["a"]["name"].isNull());
    }

    // Several files count as one; a number may be decoded as something else.
    void filesAndNumbers()
    {
        const QJsonArray once = listOf({"-r", m_small});
        const QJsonArray twice = listOf({"-r", m_small, m_small});
        QCOMPARE(twice.size(), once.size());
        QCOMPARE(twice[2]["packets_a_to_b"].toInt(), 2);
        QVERIFY(valuesOf(listOf({"-r", m_small, "-d", "udp.port==8472,data"}), "scope").filter("overlay").isEmpty());
    }

    // tshark's words for kinds beside our older ones.
    void kinds()
    {
        for (const auto &[word, older] : {std::pair("eth", "ethernet"), std::pair("ip", "ipv4"), std::pair("ipv6", "ipv6"), std::pair("tcp", "tcp"), std::pair("udp", "udp")}) {
            const QJsonArray list = listOf({"-r", m_small, "--kind", word});
            QVERIFY(!list.isEmpty());
            QCOMPARE(list, listOf({"-r", m_small, "--kind", older}));
            for (const QString &kind : valuesOf(list, "kind"))
                QCOMPARE(kind, QString(older));
        }
    }

    void csv()
    {
        const CommandResult result = runCommandLine({"conversations", "-r", m_small, "--kind", "udp", "--kind", "eth", "--format", "csv", "-Y", "udp"});
        QCOMPARE(result.code, 0);
        QCOMPARE(QString::fromUtf8(result.output), QStringLiteral(
            "kind,scope,depth,a.address,a.port,a.name,a.evidence,b.address,b.port,b.name,b.evidence,packets_a_to_b,bytes_a_to_b,packets_b_to_a,bytes_b_to_a,start,duration,first_frame\n"
            "ethernet,underlay,0,02:00:00:00:00:01,,,,02:00:00:00:00:02,,,,1,140,0,0,2.0,0.0,3\n"
            "udp,underlay,0,172.27.0.11,40000,,,172.27.16.10,8472,,,1,140,0,0,2.0,0.0,3\n"
            "ethernet,overlay,1,02:00:00:00:00:01,,,,02:00:00:00:00:02,,,,1,140,0,0,2.0,0.0,3\n"
            "ethernet,native,0,02:00:00:00:00:01,,,,02:00:00:00:00:02,,,,1,63,0,0,3.0,0.0,4\n"
            "udp,native,0,fd00::1,5,,,fd00::2,6,,,1,63,0,0,3.0,0.0,4\n"));
        const CommandResult endpoints = runCommandLine({"conversations", "-r", m_small, "--kind", "tcp", "--endpoints", "--format", "csv", "-Y", "frame.number == 1"});
        QCOMPARE(endpoints.output, QByteArray("kind,scope,depth,address,port,name,evidence,packets,bytes,sent_packets,sent_bytes,received_packets,received_bytes,first_frame\n"
                                              "tcp,native,0,10.0.0.1,1000,,,1,56,1,56,0,0,1\n"
                                              "tcp,native,0,10.0.0.2,80,,,1,56,0,0,1,56,1\n"));
        const CommandResult none = runCommandLine({"conversations", "-r", m_small, "-Y", "arp", "--format", "csv"});
        QCOMPARE(none.output.count('\n'), 1);
    }

    // A name comes with the line that says whose the address is; a comma in it does not part cells.
    void csvOfNames()
    {
        const QString hosts = writeFile(m_folder, "n1.txt", "[root@n1 ~]# ip addr show eth0\n2: eth0: <BROADCAST,UP> mtu 1500 state UP\n    inet 10.0.0.1/24 scope global \"eth0\", yes eth0\n");
        const QStringList asked{"-r", m_small, "--snapshot", hosts, "--kind", "tcp", "-Y", "frame.number < 3"};
        const QJsonObject a = listOf(asked).at(0)["a"].toObject();
        QCOMPARE(a["name"].toString(), QString("n1 eth0"));
        QCOMPARE(a["evidence"].toObject(), (QJsonObject{{"source", "n1.txt"}, {"line", 3}, {"text", "    inet 10.0.0.1/24 scope global \"eth0\", yes eth0"}}));
        const QByteArray csv = runCommandLine(QStringList{"conversations", "--format", "csv"} + asked).output;
        QVERIFY2(csv.contains(",n1 eth0,\"n1.txt:3:     inet 10.0.0.1/24 scope global \"\"eth0\"\", yes eth0\",10.0.0.2,"), csv);
        const QStringList twice = asked + QStringList{"--snapshot", hosts};
        QCOMPARE(listOf(twice).at(0)["a"]["evidence"]["snapshot"].toString(), hosts);
    }

    void files()
    {
        const QJsonArray together = listOf({"-r", m_small, m_small});
        QCOMPARE(listOf({"-r", m_small, "-r", m_small}), together);
        QCOMPARE(listOf({"-r", "node1:eth0=" + m_small, "-r", "shop/tea:eth0=" + m_small}), together);
        const CommandResult dump = runCommandLine({"dump", "-r", "node1:eth0=" + m_small, m_small, "-T", "fields", "-e", "frame.number"});
        QCOMPARE(dump.output.count('\n'), 8);
        const CommandResult partly = runCommandLine({"conversations", "-r", m_small, "/nowhere.pcap", "--format", "csv"});
        QCOMPARE(partly.code, 1);
        QVERIFY(partly.output.count('\n') > 5);
        QCOMPARE(runCommandLine({"dump", "-r", m_small, "/nowhere.pcap"}).code, 1);
    }

    void exitCodes()
    {
        const auto ends = [](const QStringList &arguments, int code, const char *says) {
            const CommandResult result = runCommandLine(QStringList{"conversations"} + arguments);
            QVERIFY2(result.error.contains(says), result.error.constData());
            QCOMPARE(result.code, code);
        };
        ends({}, 2, "--read-file");
        ends({"-r", m_small, "--kind", "ipx"}, 2, "ipx: not one of eth, ip, ipv6, tcp, udp");
        ends({"-r", m_small, "-Y", "tcp.prot == 80"}, 2, "^");
        ends({"-r", m_small, "-d", "udp.port==8472"}, 2, "-d udp.port==8472");
        ends({"-r", "/nowhere.pcap"}, 3, "/nowhere.pcap");
        ends({"-r", m_small, "--snapshot", "/nowhere"}, 3, "/nowhere");
        QFile whole(m_small);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QString cut = writeFile(m_folder, "cut.pcap", whole.readAll().chopped(5));
        ends({"-r", cut}, 1, "cut.pcap");
        QCOMPARE(listOf({"-r", writeFile(m_folder, "none.pcap", PcapFile().bytes())}).size(), 0);
    }

private:
    QTemporaryDir m_folder;
    QString m_small;
};

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
