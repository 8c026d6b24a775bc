#include "core/kernel/connections.h"
#include "core/kernel/netfilter.h"
#include "core/kernel/routing.h"

#include "core/snapshot/snapshot.h"
#include "tests/support/kernelspace.h"
#include "tests/support/programs.h"
#include "tests/support/randomfirewall.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace vethscope;
using namespace vethscope::kernel;
using test::Dice;

// Random rules against the kernel itself: loaded between two network namespaces, printed, read by the parsers; then real packets are sent through, and
// each must come out where, and with which addresses, our tables say. VETHSCOPE_ROUNDS and VETHSCOPE_SEED ask for more (tests/kernel/run.sh).
class tst_kernel_firewallproof : public QObject
{
    Q_OBJECT

private slots:
    void sameVerdicts_data();
    void sameVerdicts();
    void cleanupTestCase();

private:
    int m_asked = 0, m_definite = 0, m_delivered = 0, m_translated = 0, m_refused = 0;
};

namespace {

constexpr int packetsARound = 120;
constexpr int phases = 4; // tests/kernel/packets.py

// A machine with rules, a client and a server beside it.
class Laboratory
{
public:
    Laboratory(const QString &rules, bool isNft, const QStringList &packets) : m_isNft(isNft)
    {
        m_folder.setAutoRemove(!qEnvironmentVariableIsSet("VETHSCOPE_KEEP"));
        write("rules", rules);
        write("sendings", packets.join('\n'));
        QStringList script{"set -e", "mount -t tmpfs none /run", "cd " + m_folder.path(), "ip link set lo up"};
        script << "sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0 net.ipv4.ip_forward=1 net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.default.send_redirects=0";
        for (const char *side : {"client", "server"}) {
            const bool isClient = *side == 'c';
            const QString device = isClient ? "vc" : "vs", network = isClient ? "10.1.0" : "10.2.0", mac = isClient ? "02:00:00:00:01" : "02:00:00:00:02";
            script << QString("ip netns add %1").arg(side)
                   << QString("ip link add %1 address %2:01 type veth peer name eth0 address %2:02 netns %3").arg(device, mac, side)
                   << QString("ip addr add %1.1/24 dev %2").arg(network, device) << QString("ip link set %1 up").arg(device)
                   << QString("ip -n %1 link set lo up").arg(side) << QString("ip -n %1 link set eth0 up").arg(side)
                   << QString("ip -n %1 addr add %2.2/24 dev eth0").arg(side, network) << QString("ip -n %1 addr add %2.4/24 dev eth0").arg(side, network)
                   << QString("ip -n %1 route add default via %2.1").arg(side, network);
            for (int host = 2; host < 6; ++host)
                script << QString("ip neigh add %1.%2 dev %3 lladdr %4:02 nud permanent").arg(network).arg(host).arg(device, mac);
            for (int host : {1, 3})
                script << QString("ip -n %1 neigh add %2.%3 dev eth0 lladdr %4:01 nud permanent").arg(side, network).arg(host).arg(mac);
        }
        script << "ip route add default via 10.2.0.2" << (isNft ? "nft -f rules" : "iptables-restore rules") << "sleep 0.2";
        for (const char *command : {"ip addr", "ip rule", "ip route show table all", isNft ? "nft list ruleset" : "iptables-save"})
            script << QString("echo 'root@fir:~# %1' >>printed; %1 >>printed").arg(command);
        script << QString("python3 %1/tests/kernel/packets.py sendings .").arg(VETHSCOPE_SOURCE_DIR);
        write("script", script.join('\n'));
    }

    /// False where nobody may make a network namespace, or load such rules.
    bool run()
    {
        QProcess process;
        process.start("unshare", {"--user", "--map-root-user", "--net", "--mount", "sh", m_folder.filePath("script")});
        const bool isDone = process.waitForFinished(60000);
        if (!isDone) {
            process.kill();
            process.waitForFinished();
        }
        m_error = QString::fromUtf8(process.readAllStandardError());
        return isDone && QFile::exists(m_folder.filePath(QString("answers%1").arg(phases)));
    }

    const QString &error() const { return m_error; }
    QStringList lines(const QString &name) const { return QString::fromUtf8(read(name)).split('\n', Qt::SkipEmptyParts); }

    /// What the machine told, and what conntrack knew when that phase began.
    NetworkNamespace space(int phase) const
    {
        const QByteArray text = read("printed") + "root@fir:~# cat /proc/net/nf_conntrack\n" + read(QString("connections%1").arg(phase));
        const Facts facts = readPastedSnapshot(text.toStdString()).facts;
        return facts.hosts.empty() ? NetworkNamespace() : test::spaceOf(facts.hosts.front());
    }

private:
    void write(const QString &name, const QString &text) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write((text + "\n").toUtf8());
    }

    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder{QDir::tempPath() + "/firewallproof-XXXXXX"};
    bool m_isNft;
    QString m_error;
};

// Everything that may come of one packet, as packets.py tells it: `server 10.1.0.2 2000 10.2.0.2 80`, `rejected`, `nothing`, `unknown`.
class Outcomes
{
public:
    explicit Outcomes(const Ruleset &rules) : m_rules(rules) {}

    QStringList of(const Packet &packet)
    {
        packet.isForwarded() ? comesIn(packet) : isSent(packet);
        m_all.removeDuplicates();
        return m_all;
    }

private:
    // A hook, and what goes on behind it.
    template <typename Next>
    void pass(const Crossing &crossing, const Packet &packet, Next next)
    {
        const auto answer = passHook(m_rules, crossing, packet);
        if (!answer.isFound()) {
            m_all << "unknown";
            return;
        }
        for (const Passage &passage : *answer) {
            switch (passage.verdict) {
            case Verdict::Accept: next(passage.packet); break;
            case Verdict::Drop: m_all << "nothing"; break;
            case Verdict::Reject: m_all << "rejected"; break;
            case Verdict::Unknown: m_all << "unknown"; break;
            }
        }
    }

    void comesIn(const Packet &packet)
    {
        pass({.hook = Hook::Prerouting}, packet, [&](const Packet &after) {
            const auto route = lookUpRoute(m_rules.space(), after);
            if (after.inInterface == "lo" || (route.isFound() && route->type == "local")) // loopback brings its route along
                pass({.hook = Hook::Input}, after, [&](const Packet &local) { comesOut("router", local); });
            else if (route.isFound() && route->route())
                pass(crossing(Hook::Forward, *route->route()), after, [&](const Packet &forwarded) { leaves(*route->route(), forwarded); });
            else
                m_all << "nothing";
        });
    }

    void isSent(const Packet &packet)
    {
        const auto first = lookUpRoute(m_rules.space(), packet);
        if (!first.isFound() || !first->route())
            return;
        pass(crossing(Hook::Output, *first->route()), packet, [&](const Packet &after) {
            const auto route = lookUpRoute(m_rules.space(), after); // ip_route_me_harder
            if (route.isFound() && route->route())
                leaves(*route->route(), after);
        });
    }

    static Crossing crossing(Hook hook, const Route &route)
    {
        return {.hook = hook, .outInterface = route.type == "local" ? "lo" : route.interface, .nextHop = route.via};
    }

    void leaves(const Route &route, const Packet &packet)
    {
        const Crossing out = crossing(Hook::Postrouting, route);
        pass(out, packet, [&](const Packet &after) {
            if (out.outInterface == "lo") {
                Packet looped = after;
                looped.inInterface = "lo";
                comesIn(looped);
            } else {
                comesOut(out.outInterface == "vs" ? "server" : "client", after);
            }
        });
    }

    void comesOut(const char *where, const Packet &packet)
    {
        const bool isIcmp = packet.protocol == 1;
        const auto port = [](const std::optional<std::uint16_t> &value) { return value ? QString::number(*value) : QString("*"); };
        m_all << QString("%1 %2 %3 %4 %5").arg(where, QString::fromStdString(packet.source.text()), isIcmp ? "0" : port(packet.sourcePort),
                                              QString::fromStdString(packet.destination.text()), isIcmp ? QString::number(*packet.icmpType) : port(packet.destinationPort));
    }

    const Ruleset &m_rules;
    QStringList m_all;
};

// 7 client udp 10.1.0.2 2049 10.2.0.2 53
Packet packetOf(const QString &sending)
{
    const QStringList words = sending.split(' ');
    Packet packet;
    packet.inInterface = words[1] == "client" ? "vc" : words[1] == "server" ? "vs" : "";
    packet.protocol = words[2] == "tcp" ? 6 : words[2] == "udp" ? 17 : 1;
    packet.source = *IpAddress::parse(words[3].toStdString());
    packet.destination = *IpAddress::parse(words[5].toStdString());
    if (packet.protocol == 1) {
        packet.icmpType = static_cast<std::uint8_t>(words[6].toUInt());
        packet.icmpCode = std::uint8_t(0);
    } else {
        packet.sourcePort = words[4].toUShort();
        packet.destinationPort = words[6].toUShort();
    }
    if (packet.protocol == 6)
        packet.tcpFlags = std::uint8_t(2);
    return packet;
}

bool fits(const QString &expected, const QString &answer)
{
    if (expected == "unknown")
        return true;
    if (expected == "rejected") // whether the sender hears of it is for the rules to say again
        return answer == "nothing" || answer.startsWith("rejected");
    return expected == answer || (expected.contains('*') && QRegularExpression("^" + QRegularExpression::escape(expected).replace("\\*", "\\d+") + "$").match(answer).hasMatch());
}

int numberFrom(const char *name, int otherwise)
{
    bool given = false;
    const int number = qEnvironmentVariableIntValue(name, &given);
    return given ? number : otherwise;
}

} // namespace

void tst_kernel_firewallproof::sameVerdicts_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("isNft");
    const int first = numberFrom("VETHSCOPE_SEED", 1), rounds = numberFrom("VETHSCOPE_ROUNDS", 2);
    for (int seed = first; seed < first + rounds; ++seed)
        for (const bool isNft : {false, true})
            QTest::addRow("seed %d, %s", seed, isNft ? "nft" : "iptables") << unsigned(seed) << isNft;
}

void tst_kernel_firewallproof::sameVerdicts()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, isNft);
    NEEDS_PROGRAMS("ip", "unshare", "sysctl", "python3");
    if (isNft)
        NEEDS_PROGRAMS("nft");
    else
        NEEDS_PROGRAMS("iptables-save", "iptables-restore");
    Dice dice(seed * 2 + isNft);
    const QString rules = isNft ? test::randomNftables(dice) : test::randomIptables(dice);
    QStringList packets;
    for (int i = 0; i < packetsARound; ++i)
        packets << test::randomSending(dice, i);
    Laboratory laboratory(rules, isNft, packets);
    if (!laboratory.run())
        QSKIP(qPrintable("this machine loads no such rules into a network namespace: " + laboratory.error()));

    int asked = 0;
    QStringList wrong;
    for (int phase = 1; phase <= phases; ++phase) {
        const NetworkNamespace space = laboratory.space(phase);
        const Ruleset ruleset(space);
        std::map<QString, QString> answers;
        for (const QString &line : laboratory.lines(QString("answers%1").arg(phase)))
            answers[line.section(' ', 0, 0)] = line.section(' ', 1);
        for (const QString &sending : laboratory.lines(QString("questions%1").arg(phase))) {
            const QString number = sending.section(' ', 0, 0);
            const QString answer = answers.contains(number) ? answers[number] : QString("nothing");
            Packet packet = packetOf(sending);
            if (const auto connection = connectionOf(space, packet); connection.isFound())
                packet.connection = *connection;
            const QStringList expected = Outcomes(ruleset).of(packet);
            ++asked;
            ++m_asked;
            m_definite += !expected.contains("unknown") && expected.size() == 1;
            m_delivered += answer != "nothing" && !answer.startsWith("rejected");
            m_refused += answer == "nothing" || answer.startsWith("rejected");
            m_translated += answer.section(' ', 1) != sending.section(' ', 3) && answer.count(' ') == 4;
            if (std::ranges::none_of(expected, [&](const QString &one) { return fits(one, answer); }))
                wrong << QString("phase %1: %2: %3, not %4").arg(phase).arg(sending, expected.join(" or "), answer);
        }
    }
    QVERIFY(asked >= packetsARound);
    for (const QString &difference : std::as_const(wrong))
        qWarning().noquote() << difference;
    QCOMPARE(wrong.size(), 0);
}

void tst_kernel_firewallproof::cleanupTestCase()
{
    qInfo("%d packets: %d with one outcome foretold, %d came out, %d of them translated, %d did not", m_asked, m_definite, m_delivered, m_translated, m_refused);
    if (m_asked == 0)
        return;
    QVERIFY(m_definite * 2 > m_asked); // what is always unknown is never wrong
    QVERIFY(m_translated > 0);
    QVERIFY(m_refused > 0);
}

QTEST_GUILESS_MAIN(tst_kernel_firewallproof)
#include "tst_kernel_firewallproof.moc"
