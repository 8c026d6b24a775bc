#include "core/testimony/testimony.h"

#include <QFile>
#include <QTest>

using namespace vethscope;
using namespace vethscope::testimony;

// What tools print of a kernel's way with packets, as records: pwru and dropwatch as their sources print, nft and xtables-monitor as they did here.

namespace {

template <typename Number>
QString numberText(const std::optional<Number> &number)
{
    return number ? QString::number(*number) : QStringLiteral("-");
}

QString packetText(const ToldPacket &packet)
{
    if (!packet.hasAddresses())
        return packet.length ? QString("%1 bytes").arg(*packet.length) : QString("-");
    return QString("%1:%2>%3:%4/%5 id %6 echo %7.%8").arg(QString::fromStdString(packet.source->text()), numberText(packet.sourcePort), QString::fromStdString(packet.destination->text()),
                                                          numberText(packet.destinationPort), numberText(packet.protocol), numberText(packet.id), numberText(packet.echoId), numberText(packet.echoSequence));
}

QString timeText(const testimony::Record &record)
{
    switch (record.timeTold) {
    case TimeTold::Not: return "-";
    case TimeTold::OfDay: return QString("day+%1").arg(record.time);
    default: return QString::number(record.time);
    }
}

// node tool time function reason count packet | group; then lines that were not understood and notes.
QStringList linesOf(const QByteArray &text)
{
    const auto told = readTestimonyText("trace.txt", text.toStdString());
    if (!told)
        return {QString::fromStdString(told.error().message.english())};
    const auto word = [](const std::string &said) { return said.empty() ? QString("-") : QString::fromStdString(said); };
    QStringList lines;
    for (const testimony::Record &record : told->records)
        lines << QString("%1 %2 %3 %4 %5 %6 %7 | %8").arg(word(record.node), QString::fromUtf8(record.tool.data(), qsizetype(record.tool.size())), timeText(record), word(record.function),
                                                          word(record.reason), QString::number(record.count), packetText(record.packet), word(record.group));
    for (const Evidence &line : told->notUnderstood)
        lines << QString("? %1: %2").arg(line.line).arg(QString::fromUtf8(line.text().data(), qsizetype(line.text().size())));
    return lines;
}

QByteArray fileText(const char *name)
{
    QFile file(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/traces/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class KernelTracesTest : public QObject
{
    Q_OBJECT

private slots:
    void records_data();
    void records();
    void recorded_data();
    void recorded();
    void arguments();
    void everyPrefix();
};

void KernelTracesTest::records_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("pwru, a tuple and the function")
        << QByteArray("2024/08/20 10:19:16 Attaching kprobes (via kprobe-multi)...\n"
                      "1554 / 1554 [-----------------------------------------------------------------------------------] 100.00% ? p/s\n"
                      "2024/08/20 10:19:17 Attached (ignored 0)\n"
                      "2024/08/20 10:19:17 Listening for events..\n"
                      "SKB                CPU PROCESS          TUPLE FUNC\n"
                      "0xffff9fc40335a0e8 2   ~r/bin/curl:8611 10.1.1.2:41244->10.1.2.2:82(tcp) __ip_local_out\n"
                      "0xffff9fc40335a0e8 2   ~r/bin/curl:8611 10.1.1.2:41244->10.1.2.2:82(tcp) kfree_skb_reason(SKB_DROP_REASON_NETFILTER_DROP)\n"
                      "0xffff9fc40335a0e8 2   ~r/bin/curl:8611 10.1.1.2:41244->10.1.2.2:82(tcp) skb_release_data\n"
                      "0xffff9fc40335a0e8 3   ping:8612        10.1.1.2:0->10.1.2.2:0(icmp)     ip_rcv\n"
                      "^C2024/08/20 10:19:20 Received signal, exiting program..\n")
        << QStringList{"- pwru - __ip_local_out - 1 10.1.1.2:41244>10.1.2.2:82/6 id - echo -.- | skb 0xffff9fc40335a0e8 0",
                       "- pwru - kfree_skb_reason NETFILTER_DROP 1 10.1.1.2:41244>10.1.2.2:82/6 id - echo -.- | skb 0xffff9fc40335a0e8 0",
                       "- pwru - skb_release_data - 1 10.1.1.2:41244>10.1.2.2:82/6 id - echo -.- | skb 0xffff9fc40335a0e8 0",
                       "- pwru - ip_rcv - 1 10.1.1.2:->10.1.2.2:-/1 id - echo -.- | skb 0xffff9fc40335a0e8 1"};
    QTest::newRow("pwru, all columns, a caller and a tunnel")
        << QByteArray("TIME                    SKB                CPU PROCESS          TIMESTAMP        NETNS      MARK/x        IFACE       PROTO  MTU   LEN   TUPLE FUNC CALLER TUNNEL\n"
                      "2024-08-20T10:16:13.475 0xffff88810a1b2c00 0   <empty>:0        0                4026531840 0            cni0:5      0x0800 1450  84    "
                      "[fd00:1::2]:53->[fd00:2::2]:4242(udp) sk_skb_reason_drop(SKB_DROP_REASON_NO_SOCKET) udpv6_queue_rcv_one_skb 10.0.0.1:5->10.0.0.2:8472(udp)\n")
        << QStringList{"- pwru 1724148973475000000 sk_skb_reason_drop NO_SOCKET 1 fd00:1::2:53>fd00:2::2:4242/17 id - echo -.- | skb 0xffff88810a1b2c00 0"};
    QTest::newRow("pwru, flags, a time of day, a prompt")
        << QByteArray("[root@worker1 ~]# pwru --output-tuple --timestamp absolute\n"
                      "TIME         SKB                CPU PROCESS          TUPLE FUNC\n"
                      "10:16:13.475 0xffff88810a1b2c00 0   nginx:77 10.1.1.2:5->10.1.2.2:6(tcp:SYN|ACK) tcp_v4_rcv\n")
        << QStringList{"worker1 pwru day+36973475000000 tcp_v4_rcv - 1 10.1.1.2:5>10.1.2.2:6/6 id - echo -.- | skb 0xffff88810a1b2c00 0"};
    QTest::newRow("pwru without a tuple, a reason without a word, a freed buffer that was none dropped, a stack")
        << QByteArray("               SKB    CPU          PROCESS                     FUNC\n"
                      "0xffff9fc40335a0e8      2        [<empty>]           kfree_skb_reason (93)\n"
                      "kfree_skb_reason\n"
                      "ip_rcv_finish_core.constprop.0\n"
                      "0xffff9fc40335a0e8      2        [<empty>]           kfree_skb_reason(SKB_CONSUMED)\n"
                      "(struct sk_buff){\n (union){\n  .next = 0x0,\n },\n}\n"
                      "0xffff9fc40335a0e8      2        [<empty>]           cil_from_container(tc)\n")
        << QStringList{"- pwru - kfree_skb_reason 93 1 - | skb 0xffff9fc40335a0e8 0", "- pwru - kfree_skb_reason - 1 - | skb 0xffff9fc40335a0e8 0", "- pwru - cil_from_container - 1 - | skb 0xffff9fc40335a0e8 1"};
    QTest::newRow("pwru and a line of somebody else")
        << QByteArray("SKB CPU PROCESS TUPLE FUNC\nsomebody was here, and left\n0xffff9fc40335a0e8 2 x:1 10.1.1.2:1->10.1.2.2:2(udp) udp_rcv\n0xffff9fc40335a0e8 2 x:1\n"
                      "somebody left\nsome(body)\nsome(body) [here]\nip_rcv [kernel]\n\nkfree_skb [kernel] twice\n")
        << QStringList{"- pwru - udp_rcv - 1 10.1.1.2:1>10.1.2.2:2/17 id - echo -.- | skb 0xffff9fc40335a0e8 0", "? 2: somebody was here, and left", "? 4: 0xffff9fc40335a0e8 2 x:1",
                       "? 5: somebody left", "? 6: some(body)", "? 7: some(body) [here]", "? 10: kfree_skb [kernel] twice"};
    QTest::newRow("pwru as JSON")
        << QByteArray("{\"skb\":\"0xffff9fc40335a0e8\",\"cpu\":2,\"process\":\"curl:8611\",\"func\":\"kfree_skb_reason(SKB_DROP_REASON_IP_INNOROUTES)\",\"time\":\"2024-08-20T10:16:13.475\","
                      "\"netns\":4026531840,\"cb\":[0,0,0,0,0],\"tuple\":{\"saddr\":\"10.1.1.2\",\"daddr\":\"10.1.2.2\",\"sport\":41244,\"dport\":82,\"proto\":6}}\n"
                      "{\"skb\":\"0xffff9fc40335a0e8\",\"cpu\":2,\"process\":\"curl:8611\",\"func\":\"ip_rcv\",\"time\":1234567,\"tuple\":{\"saddr\":\"[fd00:1::2]\",\"daddr\":\"[fd00:2::2]\",\"proto\":58}}\n"
                      "{\"skb\":\"0xffff9fc40335a0e8\",\"func\":\"kfree_skb_reason (93)\"}\n"
                      "{\"skb\":\"0xffff9fc40335a0e8\",\"cpu\n")
        << QStringList{"- pwru 1724148973475000000 kfree_skb_reason IP_INNOROUTES 1 10.1.1.2:41244>10.1.2.2:82/6 id - echo -.- | skb 0xffff9fc40335a0e8 0",
                       "- pwru - ip_rcv - 1 fd00:1::2:->fd00:2::2:-/58 id - echo -.- | skb 0xffff9fc40335a0e8 1", "- pwru - kfree_skb_reason 93 1 - | skb 0xffff9fc40335a0e8 1",
                       "? 4: {\"skb\":\"0xffff9fc40335a0e8\",\"cpu"};
    QTest::newRow("dropwatch, each packet")
        << QByteArray("dropwatch> set alertmode packet\nSetting alert mode\nAlert mode successfully set\ndropwatch> start\nEnabling monitoring...\nKernel monitoring activated.\nIssue Ctrl-C to stop monitoring\n"
                      "drop at: tcp_v4_rcv+0x58/0xd60 (0xffffffff81d43271)\norigin: software\ninput port ifindex: 4\ntimestamp: Tue Aug 20 10:16:13 2024 475856608 nsec\nprotocol: 0x800\nlength: 74\n"
                      "00 00 00 00 00 00 00 00  00 00 00 00 08 00 45 00      ........ ......E.\n00 3c\n"
                      "original length: 98\ndrop reason: NO_SOCKET\n\n"
                      "drop at: ttl_value_is_too_small (l3_drops)\norigin: hardware\ninput port ifindex: 55\ninput port name: eth0\ntimestamp: Mon Aug 12 10:52:20 2019 445911505 nsec\nprotocol: 0x800\n"
                      "length: 142\noriginal length: 142\n\nsomething else: 7\n")
        << QStringList{"- dropwatch 1724148973475856608 tcp_v4_rcv NO_SOCKET 1 98 bytes | -", "- dropwatch 1565607140445911505 ttl_value_is_too_small - 1 142 bytes | -", "? 28: something else: 7"};
    QTest::newRow("dropwatch, in sum")
        << QByteArray("Initializing kallsyms db\ndropwatch> start\nEnabling monitoring...\nKernel monitoring activated.\nIssue Ctrl-C to stop monitoring\n"
                      "1 drops at __netif_receive_skb_core+14f (0xffffffff9ed4dbaf) [software]\n13 drops at ip_rcv_finish_core.constprop.0+1b3 (0xffffffff81a4b1b3)\n2 drops at location 0xffffffffa0a1b2c3\n"
                      "^CGot a stop message\ndropwatch> exit\nShutting down ...\n")
        << QStringList{"- dropwatch - __netif_receive_skb_core - 1 - | -", "- dropwatch - ip_rcv_finish_core.constprop.0 - 13 - | -", "- dropwatch - - - 2 - | -"};
    QTest::newRow("a TRACE rule of iptables-nft")
        << QByteArray("PACKET: 2 80ecfb9d IN=v1 OUT=v2 MACSRC=d6:84:c1:5e:5:2 MACDST=ea:ef:53:30:7d:4c MACPROTO=0800 SRC=10.1.1.2 DST=10.1.2.2 LEN=60 TOS=0x0 TTL=63 ID=16077 DF SPORT=45348 DPORT=81 SYN \n"
                      " TRACE: 2 80ecfb9d filter:FORWARD:rule:0x4:JUMP:KUBE-FORWARD  -4 -t filter -A FORWARD -j KUBE-FORWARD\n"
                      " TRACE: 2 80ecfb9d filter:KUBE-FORWARD:rule:0x5:DROP  -4 -t filter -A KUBE-FORWARD -p tcp -m tcp --dport 81 -j DROP\n"
                      "PACKET: 10 9da0dc6d IN=v1 MACPROTO=86dd SRC=fd00:1::2 DST=fd00:2::2 LEN=60 TC=0 HOPLIMIT=64 FLOWLBL=846347 SPORT=57950 DPORT=81 SYN \n"
                      " TRACE: 10 9da0dc6d raw:PREROUTING:policy:ACCEPT \n TRACE: 10 9da0dc6d raw\n")
        << QStringList{"- nft - filter FORWARD - 1 10.1.1.2:45348>10.1.2.2:81/6 id 16077 echo -.- | trace 80ecfb9d 0",
                       "- nft - filter KUBE-FORWARD NETFILTER_DROP 1 10.1.1.2:45348>10.1.2.2:81/6 id 16077 echo -.- | trace 80ecfb9d 0",
                       "- nft - raw PREROUTING - 1 fd00:1::2:57950>fd00:2::2:81/6 id - echo -.- | trace 9da0dc6d 0", "? 6:  TRACE: 10 9da0dc6d raw"};
    QTest::newRow("nft, a policy, the events of the ruleset beside it, a rule without its packet, a line that is cut")
        << QByteArray("root@n1:~# nft monitor\n# new generation 7 by process 4711 (nft)\nadd rule inet demo pre tcp dport 80 accept\n"
                      "trace id 27bb7a01 ip filter FORWARD packet: iif \"v1\" oif \"v2\" ip saddr 10.1.1.2 ip daddr 10.1.2.2 ip ttl 63 ip id 7 ip length 60 sctp sport 1 sctp dport 2 \n"
                      "trace id 27bb7a01 ip filter FORWARD policy drop \ntrace id 27bb7a02 ip filter FORWARD verdict continue \ntrace id 27bb7a02 ip filter FORWARD unknown rule handle 3 (verdict drop)\n"
                      "trace id 27bb7a03 ip filter FORWARD rule tcp dport 80 (ver\n")
        << QStringList{"n1 nft - ip filter FORWARD NETFILTER_DROP 1 10.1.1.2:1>10.1.2.2:2/132 id 7 echo -.- | trace 27bb7a01 0", "n1 nft - ip filter FORWARD - 1 - | trace 27bb7a02 0",
                       "n1 nft - ip filter FORWARD NETFILTER_DROP 1 - | trace 27bb7a02 0", "? 8: trace id 27bb7a03 ip filter FORWARD rule tcp dport 80 (ver"};
    QTest::newRow("nobody's") << QByteArray("1: lo: <LOOPBACK,UP>\n")
        << QStringList{"trace.txt is no output of pwru, nft monitor trace, xtables-monitor --trace or dropwatch: no line of it is one of theirs"};
    QTest::newRow("nothing") << QByteArray() << QStringList{"trace.txt is no output of pwru, nft monitor trace, xtables-monitor --trace or dropwatch: no line of it is one of theirs"};
}

void KernelTracesTest::records()
{
    QFETCH(QByteArray, text);
    QTEST(linesOf(text), "lines");
}

// What this kernel's own tools printed: nothing of it is not understood, and its drops are those that its rules made.
void KernelTracesTest::recorded_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("records");
    QTest::addColumn<QStringList>("drops");
    QTest::newRow("nft monitor trace") << fileText("nft-monitor-trace.txt") << 55
        << QStringList{"inet demo forwarding 10.1.1.2:->10.1.2.2:-/1 id 51317 echo 32496.2", "inet demo forwarding fd00:1::2:->fd00:2::2:-/58 id - echo 32564.1",
                       "inet demo no-telnet 10.1.1.2:48290>10.1.2.2:81/6 id 48301 echo -.-", "inet demo no-telnet 10.1.1.2:38159>10.1.2.2:5353/17 id 7455 echo -.-"};
    QTest::newRow("xtables-monitor") << fileText("xtables-monitor.txt") << 55
        << QStringList{"demo forwarding 10.1.1.2:->10.1.2.2:-/- id 51317 echo -.-", "demo forwarding fd00:1::2:->fd00:2::2:-/- id - echo -.-",
                       "demo no-telnet 10.1.1.2:48290>10.1.2.2:81/6 id 48301 echo -.-", "demo no-telnet 10.1.1.2:38159>10.1.2.2:5353/- id 7455 echo -.-"};
}

void KernelTracesTest::recorded()
{
    QFETCH(QByteArray, text);
    const auto told = readTestimonyText("recorded.txt", text.toStdString(), "n1");
    QVERIFY(told);
    QVERIFY(told->notUnderstood.empty());
    QTEST(int(told->records.size()), "records");
    QStringList drops;
    for (const testimony::Record &record : told->records) {
        QCOMPARE(record.node, std::string("n1"));
        if (!record.reason.empty())
            drops << QString::fromStdString(record.function) + ' ' + packetText(record.packet);
    }
    QTEST(drops, "drops");
}

void KernelTracesTest::arguments()
{
    QCOMPARE(traceArgument("n1=trace.txt").node, std::string("n1"));
    QCOMPARE(traceArgument("n1=trace.txt").file, std::filesystem::path("trace.txt"));
    QCOMPARE(traceArgument("trace.txt").node, std::string());
    QCOMPARE(traceArgument("=trace.txt").file, std::filesystem::path("=trace.txt"));
}

// A text that ends anywhere is read as far as it goes.
void KernelTracesTest::everyPrefix()
{
    for (const char *name : {"nft-monitor-trace.txt", "xtables-monitor.txt"}) {
        const QByteArray text = fileText(name).left(2500);
        for (qsizetype size = 0; size < text.size(); ++size) {
            const auto told = readTestimonyText("cut.txt", text.left(size).toStdString());
            QVERIFY(!told || told->notUnderstood.size() <= 1); // the line that was cut
        }
    }
}

QTEST_GUILESS_MAIN(KernelTracesTest)
#include "tst_kerneltraces.moc"
