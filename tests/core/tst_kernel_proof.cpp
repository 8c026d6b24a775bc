#include "core/kernel/bridgeforwarding.h"
#include "core/kernel/neighbours.h"
#include "core/kernel/reversepath.h"
#include "core/kernel/sourceaddress.h"
#include "core/kernel/tunnelforwarding.h"

#include "core/snapshot/snapshot.h"
#include "tests/support/kernelspace.h"
#include "tests/support/programs.h"
#include "tests/support/randomtables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QDir>
#include <QFile>
#include <QTest>

#include <map>

using namespace vethscope;
using namespace vethscope::kernel;
using test::Dice;

// Random tables against the kernel itself: loaded into a network namespace of its own, printed by iproute2, read by the parsers, asked here
// and of the kernel. VETHSCOPE_ROUNDS and VETHSCOPE_SEED ask for more (tests/kernel/run.sh).
class tst_kernel_proof : public QObject
{
    Q_OBJECT

private slots:
    void sameAnswers_data();
    void sameAnswers();
};

namespace {

constexpr int questionsARound = 200;

// What the kernel said to each line of a batch: JSON (`ip neigh get` knows none), or why it refused.
struct Reply {
    QString text{};
    QJsonObject object{};
    QString error{};
};

struct Batch {
    QString program; // `ip -j`, `bridge -j`
    QStringList lines{};
    QList<Reply> replies{};
};

// One network namespace and what was asked of it.
class Laboratory
{
public:
    Laboratory(const test::RandomTables &tables, const QString &ip)
    {
        m_folder.setAutoRemove(!qEnvironmentVariableIsSet("VETHSCOPE_KEEP"));
        write("tables", tables.batch.join('\n'));
        write("fdb", tables.fdbBatch.join('\n'));
        m_script << "cd " + m_folder.path() << tables.devices << "sleep 0.3" << ip + " -force -batch tables 2>refused"
                 << "bridge -force -batch fdb 2>>refused" << tables.afterwards << "sleep 0.3";
        for (const char *command : {"ip -d link", "ip addr", "ip rule", "ip -6 rule", "ip -4 route show table all", "ip -6 route show table all", "ip neigh", "ip neigh show nud noarp", "ip neigh show proxy",
                                    "ip -6 neigh show proxy", "bridge fdb", "bridge -d link", "sysctl -a"})
            m_script << QString("echo 'root@fir:~# %1' >>printed; %1 >>printed 2>/dev/null").arg(command);
    }

    void ask(Batch &batch)
    {
        const QString name = QString("batch%1").arg(m_batches.size());
        write(name, batch.lines.join('\n'));
        m_script << QString("%1 -force -batch %2 >%2.answers 2>%2.errors").arg(batch.program, name);
        m_batches << &batch;
    }

    /// False where nobody may make a network namespace.
    bool run()
    {
        write("script", m_script.join('\n'));
        QProcess process;
        process.start("unshare", {"--user", "--map-root-user", "--net", "--mount", "sh", m_folder.filePath("script")});
        if (!process.waitForFinished(120000) || !QFile::exists(m_folder.filePath("printed")))
            return false;
        for (int i = 0; i < m_batches.size(); ++i)
            readReplies(*m_batches[i], QString("batch%1").arg(i));
        return true;
    }

    NetworkNamespace space() const
    {
        const Facts facts = readPastedSnapshot(read("printed").toStdString()).facts;
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

    // One line of JSON for each that was answered, two on stderr for each that was not: why, and which.
    void readReplies(Batch &batch, const QString &name) const
    {
        std::map<int, QString> errors;
        QString why;
        for (const QString &line : QString::fromUtf8(read(name + ".errors")).split('\n')) {
            if (line.startsWith("Command failed"))
                errors[line.section(':', -1).toInt()] = why;
            else
                why = line.section(": ", 1);
        }
        QList<QByteArray> answers = read(name + ".answers").split('\n');
        answers.removeAll("");
        for (int i = 0; i < batch.lines.size(); ++i) {
            const auto error = errors.find(i + 1);
            const QByteArray answer = error == errors.end() && !answers.isEmpty() ? answers.takeFirst() : QByteArray();
            batch.replies << Reply{QString::fromUtf8(answer), QJsonDocument::fromJson(answer).array().first().toObject(), error == errors.end() ? QString() : error->second};
        }
    }

    QTemporaryDir m_folder{QDir::tempPath() + "/kernelproof-XXXXXX"};
    QStringList m_script;
    QList<Batch *> m_batches;
};

QString prefixText(const QString &text, bool v6)
{
    const auto prefix = IpPrefix::parse(text.toStdString());
    return text == "default" ? (v6 ? "::/0" : "0.0.0.0/0") : prefix ? QString::fromStdString(prefix->text()) : text;
}

// The route that was found, without its next hops.
QString keyOf(const Route &route)
{
    const QString table = QString::fromStdString(route.table.empty() ? "main" : route.table);
    return QString("%1 %2 table %3 metric %4 tos %5").arg(QString::fromStdString(route.type), QString::fromStdString(route.to.text()), table).arg(route.metric.value_or(0)).arg(route.tos);
}

QString keyOf(const QJsonObject &route, bool v6)
{
    return QString("%1 %2 table %3 metric %4 tos %5").arg(route["type"].toString("unicast"), prefixText(route["dst"].toString(), v6), route["table"].toString("main"))
        .arg(route["metric"].toInt()).arg(route["tos"].toString("0").toInt(nullptr, 0));
}

QString hopOf(const NextHop &hop)
{
    return QString("%1 %2").arg(hop.route.via ? QString::fromStdString(hop.route.via->text()) : QString(), QString::fromStdString(hop.route.interface));
}

QString hopOf(const QJsonObject &hop)
{
    return QString("%1 %2").arg(hop["gateway"].toString(), hop["dev"].toString());
}

QStringList hopsOf(const QJsonObject &route)
{
    QStringList hops;
    for (const QJsonValue &hop : route["nexthops"].toArray())
        if (!hop["flags"].toArray().contains("dead"))
            hops << hopOf(hop.toObject());
    return route.contains("nexthops") ? hops : QStringList{hopOf(route)};
}

QStringList hopsOf(const Routing &routing)
{
    QStringList hops;
    for (const NextHop &hop : routing.hops)
        hops << hopOf(hop);
    return hops;
}

bool isRefusal(const QString &type)
{
    return type == "blackhole" || type == "unreachable" || type == "prohibit";
}

// Whether rp_filter refuses it, if it goes on by this device.
QString refusedSource(const NetworkNamespace &space, const Packet &packet, const std::string &out)
{
    const auto reverse = reversePath(space, packet, out);
    return reverse.isFound() ? QString::fromStdString(std::string(*reverse)) : "unseen " + QString::fromStdString(reverse.ask);
}

// Why the kernel would refuse the packet; empty where it takes it. `by` is the device it went on by, if it did.
QString refusal(const NetworkNamespace &space, const Packet &packet, const Answer<Routing> &answer, const std::string &by)
{
    if (answer.isNone())
        return "Network is unreachable";
    const QString type = QString::fromStdString(answer->type);
    if (type == "blackhole")
        return "Invalid argument";
    if (type == "prohibit")
        return "Permission denied";
    if (type == "unreachable")
        return answer->hops.empty() ? "Network is unreachable" : "No route to host";
    if (!packet.isForwarded())
        return {};
    Packet asked = packet;
    if (type == "broadcast")
        asked.destination = IpAddress::any(false);
    if (type != "unicast")
        return refusedSource(space, asked, {});
    QString refused;
    for (const NextHop &hop : answer->hops)
        if (by.empty() || hop.route.interface == by)
            refused += refusedSource(space, packet, hop.route.interface);
    return refused;
}

// What differs between both; empty where nothing does.
QString differs(const NetworkNamespace &space, const Packet &packet, const Reply &match, const Reply &plain)
{
    const Answer<Routing> answer = lookUpRoute(space, packet);
    // A table that is empty looks as if nobody had printed it.
    if (answer.isUnseen() && answer.ask.find("route show table") != std::string::npos)
        return {};
    if (answer.isUnseen())
        return "unseen: " + QString::fromStdString(answer.ask);
    // By a device that is not even switched on IPv4 sends nothing; whether it is, or only lacks a carrier, is not told.
    const NetworkInterface *const bound4 = packet.isV6() ? nullptr : space.interface(packet.outInterface);
    if (bound4 && bound4->state == LinkState::Down && plain.error == "Network is unreachable")
        return {};
    const QString expected = refusal(space, packet, answer, plain.object["dev"].toString().toStdString());
    // Sent by a device that it is bound to, IPv4 needs no route, and has none to show then.
    const bool isAssumed = answer.isFound() && answer->rule.table.empty() && !answer->hops.empty();
    if (isAssumed)
        return plain.object["dev"].toString().toStdString() == packet.outInterface || plain.error == "Network is unreachable" ? QString() : "on link, not " + plain.error + match.error;
    // Of what comes in only that it is refused is told alike by all kernels.
    if (!expected.isEmpty())
        return plain.error == expected || (packet.isForwarded() && !plain.error.isEmpty()) ? QString() : expected + ", not " + plain.error + keyOf(match.object, packet.isV6());
    // One of several default routes; that of another type of service it calls by the winner's.
    const bool isOneOf = !packet.isV6() && !answer->hops.empty() && !answer->hops.front().probability;
    if (isOneOf)
        return std::ranges::any_of(answer->hops, [&](const NextHop &hop) { return hopsOf(match.object).contains(hopOf(hop)); }) ? QString() : "none of them: " + keyOf(match.object, false);
    if (!match.error.isEmpty())
        return keyOf(*answer->route()) + ", not " + match.error;
    if (keyOf(*answer->route()) != keyOf(match.object, packet.isV6()))
        return keyOf(*answer->route()) + ", not " + keyOf(match.object, packet.isV6());
    QStringList ours = hopsOf(*answer), theirs = hopsOf(match.object);
    ours.sort();
    theirs.sort(); // of IPv6 the kernel begins with the one it took
    const bool bound = !packet.outInterface.empty();
    const bool same = bound ? std::ranges::all_of(ours, [&](const QString &hop) { return theirs.contains(hop); }) : ours == theirs;
    if (!same && !isRefusal(QString::fromStdString(answer->type)))
        return ours.join(", ") + ", not " + theirs.join(", ");
    if (!packet.source.isAny() || packet.isForwarded() || answer->type != "unicast")
        return {};
    // The hop that was taken, and the source that goes with it.
    const QString chosen = plain.object["gateway"].toString(QString::fromStdString(packet.destination.text())) + " " + plain.object["dev"].toString();
    const auto taken = std::ranges::find_if(answer->hops, [&](const NextHop &hop) {
        return chosen == QString::fromStdString(nextHopOf(space, hop.route, packet.destination).text() + " " + hop.route.interface);
    });
    if (taken == answer->hops.end())
        return ours.join(", ") + ", not taken " + chosen;
    const Answer<IpAddress> source = sourceAddress(space, taken->route, packet.destination);
    if (source.isUnseen())
        return {};
    const QString text = source.isFound() ? QString::fromStdString(source->text()) : QString();
    return text == plain.object["prefsrc"].toString() ? QString() : "src " + text + ", not " + plain.object["prefsrc"].toString();
}

QString neighbourDiffers(const NetworkNamespace &space, const QString &line, const Reply &reply)
{
    const QString device = line.section(' ', 4, 4);
    const auto answer = linkAddress(space, device.toStdString(), *IpAddress::parse(line.section(' ', 2, 2).toStdString()));
    const QString ours = answer.isFound() && answer->mac ? QString::fromStdString(answer->mac->text()) : answer.isNone() ? "none" : "unseen";
    // 10.0.0.6 dev v3 lladdr 02:00:00:00:00:01 STALE
    const QStringList words = reply.text.split(' ', Qt::SkipEmptyParts);
    const bool usable = reply.error.isEmpty() && !words.contains("FAILED") && !words.contains("INCOMPLETE");
    const QString theirs = usable ? words.value(words.indexOf("lladdr") + 1) : "none";
    return ours == theirs ? QString() : ours + ", not " + reply.text;
}

QString tunnelDiffers(const NetworkNamespace &space, const QString &line, const Reply &reply)
{
    const auto answer = tunnelEnds(space, "x0", *MacAddress::parse(line.section(' ', 2, 2).toStdString()));
    const bool own = answer.isFound() && !answer->isDefault;
    const QString ours = own ? QString::fromStdString(answer->remotes.front().text()) : "none";
    const QString theirs = reply.error.isEmpty() ? reply.object["dst"].toString() : "none";
    return ours == theirs ? QString() : ours + ", not " + theirs;
}

QString bridgeDiffers(const NetworkNamespace &space, const QString &line, const Reply &reply)
{
    const auto answer = bridgePath(space, "br0", {{}, *MacAddress::parse(line.section(' ', 2, 2).toStdString()), {}});
    using Where = BridgePath::Where;
    const QString ours = !answer.isFound() ? "unseen" : answer->where == Where::Port ? QString::fromStdString(answer->ports.front()) : answer->where == Where::Itself ? "itself" : "none";
    const QString theirs = !reply.error.isEmpty() ? "none" : reply.object["state"].toString() == "permanent" ? "itself" : reply.object["ifname"].toString();
    return ours == theirs ? QString() : ours + ", not " + theirs;
}

int numberFrom(const char *name, int otherwise)
{
    bool given = false;
    const int number = qEnvironmentVariableIntValue(name, &given);
    return given ? number : otherwise;
}

} // namespace

void tst_kernel_proof::sameAnswers_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("v6");
    const int first = numberFrom("VETHSCOPE_SEED", 1), rounds = numberFrom("VETHSCOPE_ROUNDS", 1);
    for (int seed = first; seed < first + rounds; ++seed)
        for (const bool v6 : {false, true})
            QTest::addRow("seed %d, IPv%d", seed, v6 ? 6 : 4) << unsigned(seed) << v6;
}

void tst_kernel_proof::sameAnswers()
{
    NEEDS_PROGRAMS("ip", "bridge", "unshare", "sysctl");
    QFETCH(unsigned, seed);
    QFETCH(bool, v6);
    Dice dice(seed * 2 + v6);
    const test::RandomTables tables = test::randomTables(dice, v6);
    const QString ip = v6 ? "ip -6" : "ip -4"; // in a batch no line has options
    Batch match{ip + " -j"}, plain{ip + " -j"}, neighbours{ip + " -j"}, tunnel{"bridge -j"}, bridge{"bridge -j"};
    QStringList packets;
    for (int i = 0; i < questionsARound; ++i) {
        const test::RouteQuestion question = test::randomQuestion(dice, v6);
        match.lines << question.words + " fibmatch";
        plain.lines << question.words;
        packets << question.packet;
    }
    for (int i = 0; i < questionsARound / 4; ++i) {
        neighbours.lines << QString("neigh get %1 dev v%2").arg(test::randomNeighbour(dice, v6)).arg(dice.below(6));
        tunnel.lines << QString("fdb get %1 dev x0 self").arg(test::randomMac(dice));
        bridge.lines << QString("fdb get %1 br br0").arg(test::randomMac(dice));
    }
    Laboratory laboratory(tables, ip);
    for (Batch *batch : {&match, &plain, &neighbours, &tunnel, &bridge})
        laboratory.ask(*batch);
    if (!laboratory.run())
        QSKIP("network namespaces are not permitted here");

    const NetworkNamespace space = laboratory.space();
    QStringList wrong;
    const auto note = [&](const QString &question, const QString &difference) {
        if (!difference.isEmpty())
            wrong << question + ": " + difference;
    };
    int found = 0;
    for (int i = 0; i < questionsARound; ++i) {
        note(match.lines[i], differs(space, test::packetOf(packets[i]), match.replies[i], plain.replies[i]));
        found += match.replies[i].error.isEmpty();
    }
    for (int i = 0; i < questionsARound / 4; ++i) {
        note(neighbours.lines[i], neighbourDiffers(space, neighbours.lines[i], neighbours.replies[i]));
        note(tunnel.lines[i], tunnelDiffers(space, tunnel.lines[i], tunnel.replies[i]));
        note(bridge.lines[i], bridgeDiffers(space, bridge.lines[i], bridge.replies[i]));
    }
    QVERIFY(found > 0);
    for (const QString &difference : std::as_const(wrong))
        qWarning().noquote() << difference;
    QCOMPARE(wrong.size(), 0);
}

QTEST_GUILESS_MAIN(tst_kernel_proof)
#include "tst_kernel_proof.moc"
