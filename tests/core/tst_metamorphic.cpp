#include "core/snapshot/snapshot.h"
#include "tests/support/dice.h"
#include "tests/support/foretold.h"
#include "tests/support/renaming.h"
#include "tests/support/samplecluster.h"
#include "tests/support/sampletexts.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <map>

// The same cluster, printed otherwise: what is foretold of every pair is the same, up to the names. Texts are changed, so that the parsers
// take part.

using namespace vethscope;
using namespace vethscope::test;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

// Three machines on one wire: rules and a table of its own, next hops that share, a chain of nftables.
HostTexts madeByHand()
{
    HostTexts texts;
    const QByteArrayList routes{"default proto static metric 20 \n\tnexthop via 10.0.0.2 dev eth0 weight 1 \n\tnexthop via 10.0.0.3 dev eth0 weight 2 \n10.7.0.0/16 via 10.0.0.3 dev eth0 metric 5 \n10.7.0.0/16 via 10.0.0.2 dev eth0 metric 50 \n",
                                "10.7.0.0/16 via 10.0.0.3 dev eth0 \nblackhole 10.8.0.0/16 \n", "10.7.0.1 dev lo scope host \nunreachable 10.8.0.0/16 \n"};
    for (int i = 0; i < 3; ++i) {
        const QByteArray n = QByteArray::number(i + 1), prompt = "[root@box" + n + " ~]# ";
        texts["box" + n + ".txt"] = prompt + "ip -d addr\n1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
            "    inet 127.0.0.1/8 scope host lo\n" + (i == 2 ? "    inet 10.7.0.1/32 scope global lo\n" : "")
            + "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UP group default qlen 1000\n    link/ether 52:54:00:00:00:0" + n + " brd ff:ff:ff:ff:ff:ff\n"
            "    inet 10.0.0." + n + "/24 brd 10.0.0.255 scope global eth0\n" + prompt + "ip rule\n0:\tfrom all lookup local\n100:\tfrom 10.0.0.2 lookup 77\n101:\tfrom all fwmark 0x7 blackhole\n"
            "32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n" + prompt + "ip route show table 77\n10.7.0.0/24 via 10.0.0.1 dev eth0 \n10.0.0.0/24 dev eth0 scope link \nthrow 10.8.0.0/24 \n"
            + prompt + "ip route\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0." + n + " \n" + routes[i] + prompt + "ip neigh\n"
            + (i != 0 ? "10.0.0.1 dev eth0 lladdr 52:54:00:00:00:01 REACHABLE\n" : "") + (i != 1 ? "10.0.0.2 dev eth0 lladdr 52:54:00:00:00:02 REACHABLE\n" : "")
            + (i != 2 ? "10.0.0.3 dev eth0 lladdr 52:54:00:00:00:03 STALE\n" : "") + prompt + "sysctl net.ipv4.ip_forward net.ipv4.conf.all.forwarding net.ipv4.conf.all.rp_filter\nnet.ipv4.ip_forward = 1\n"
            "net.ipv4.conf.all.forwarding = 1\nnet.ipv4.conf.all.rp_filter = 2\n" + prompt + "nft list ruleset\ntable inet filter {\n\tchain forward {\n\t\ttype filter hook forward priority filter; policy accept;\n"
            "\t\tip saddr 10.0.0.2 ip daddr 10.7.0.9 drop\n\t}\n}\n";
    }
    return texts;
}

const HostTexts &textsOf(const QString &sample)
{
    static std::map<QString, HostTexts> known;
    const auto [place, isNew] = known.try_emplace(sample);
    if (isNew)
        place->second = sample == "generated" ? HostTexts{{"all.txt", QByteArray::fromStdString(transcriptOf(generatedCluster(3, 2)))}}
            : sample == "by hand"               ? madeByHand()
                                                : sampleTexts(sample);
    return place->second;
}

// Whom else they ask: the routes, and what rules say, of those made by hand.
QStringList othersOf(const QString &sample)
{
    return sample == "by hand" ? QStringList{"10.7.0.1", "10.7.0.9", "10.8.0.1", "9.9.9.9"} : QStringList();
}

const Foretold &foretoldOf(const QString &sample)
{
    static std::map<QString, Foretold> known;
    const auto [place, isNew] = known.try_emplace(sample);
    if (isNew)
        place->second = test::foretoldOf(test::clusterOf(textsOf(sample)), othersOf(sample));
    return place->second;
}

Foretold foretoldOf(const QString &sample, const Cluster &cluster, const Renaming &renaming = {})
{
    QStringList others;
    for (const QString &other : othersOf(sample))
        others << renaming.of(other);
    return test::foretoldOf(cluster, others);
}

// What is compared of an event. Where only names are others, the same lines are cited and lose.
enum class Compared { Answers, AnswersAndLines };

QStringList comparable(const ForetoldWays &ways, const Renaming &renaming, Compared compared)
{
    QStringList lines;
    qsizetype assumed = 0; // the last so many are in the order of machines' names
    for (const ForetoldEvent &event : ways.events) {
        QString line = renaming.of(event.text);
        if (compared == Compared::AnswersAndLines) {
            QStringList lost;
            for (const QString &one : event.lost)
                lost << renaming.of(one);
            lost.sort();
            QStringList cited; // several nodes print the same rule: whose stands there is by their names
            for (const Evidence &evidence : event.cites)
                if (const QString one = renaming.of(lineOf(evidence)); !cited.contains(one))
                    cited << one;
            line += " <- " + cited.join(" <- ");
            line += " < " + lost.join(" < ");
        }
        lines << line;
        assumed = event.text.startsWith("assumed ") ? assumed + 1 : 0;
        std::sort(lines.end() - assumed, lines.end());
    }
    return lines;
}

// What of the pairs is not foretold as it was, by the first event that differs.
QStringList differences(const Foretold &before, const Foretold &after, const Renaming &renaming = {}, Compared compared = Compared::Answers)
{
    QStringList different;
    for (auto pair = before.begin(); pair != before.end(); ++pair) {
        const auto now = after.find(renaming.of(pair.key()));
        if (now == after.end()) {
            different << pair.key() + " is not there";
            continue;
        }
        const QStringList was = comparable(*pair, renaming, compared), is = comparable(*now, {}, compared);
        for (qsizetype i = 0; i < std::max(was.size(), is.size()); ++i) {
            if (was.value(i) != is.value(i)) {
                different << QString("%1: %2 | %3").arg(pair.key(), was.value(i), is.value(i));
                break;
            }
        }
    }
    if (after.size() != before.size())
        different << QString("%1 pairs instead of %2").arg(after.size()).arg(before.size());
    return different;
}

QByteArray shown(const QStringList &lines)
{
    return QString("%1:\n%2").arg(lines.size()).arg(lines.first(std::min<qsizetype>(lines.size(), 6)).join('\n')).toUtf8();
}

// How the lines of a table can stand in another order: its entries, each with the lines that belong to it; nothing where order means something.
enum class Order { Matters, Lines, LinesBelowOne, LinesBelowTwo, Devices, Paragraphs, Chains };

Order orderOf(const QByteArray &command)
{
    const auto begins = [&](const char *words) { return command.startsWith(words); };
    if (begins("ip addr") || begins("ip -d link") || begins("bridge -d link"))
        return Order::Devices;
    if (begins("ip route get") || begins("ip link show |"))
        return Order::Matters;
    if (begins("ip route") || begins("ip rule") || begins("ip neigh") || begins("ip netns") || begins("bridge") || begins("sysctl"))
        return Order::Lines;
    if (command == "arp -n" || begins("ss ") || begins("brctl showmacs"))
        return Order::LinesBelowOne;
    if (begins("route -n"))
        return Order::LinesBelowTwo;
    if (begins("ifconfig"))
        return Order::Paragraphs;
    return begins("iptables-save") ? Order::Chains : Order::Matters;
}

QByteArrayList shuffled(QList<QByteArrayList> entries, Dice &dice)
{
    dice.shuffle(entries);
    QByteArrayList lines;
    for (const QByteArrayList &entry : entries)
        lines += entry;
    return lines;
}

// Cut before each line that begins an entry.
template <typename Begins>
QList<QByteArrayList> entriesOf(const QByteArrayList &lines, Begins begins)
{
    QList<QByteArrayList> entries;
    for (const QByteArray &line : lines) {
        if (entries.isEmpty() || begins(line))
            entries << QByteArrayList();
        entries.last() << line;
    }
    return entries;
}

// The rules of a chain stay in their order; whose turn it is, is chance.
QByteArrayList mixedChains(const QByteArrayList &lines, Dice &dice)
{
    QByteArrayList result;
    QList<QByteArrayList> chains;
    QMap<QByteArray, qsizetype> places;
    const auto mix = [&] {
        while (!chains.isEmpty()) {
            const int chain = dice.below(chains.size());
            result << chains[chain].takeFirst();
            if (chains[chain].isEmpty())
                chains.removeAt(chain);
        }
        places.clear();
    };
    for (const QByteArray &line : lines) {
        if (!line.startsWith("-A ")) {
            mix();
            result << line;
            continue;
        }
        const QByteArray chain = line.split(' ')[1];
        if (!places.contains(chain)) {
            places[chain] = chains.size();
            chains << QByteArrayList();
        }
        chains[places[chain]] << line;
    }
    mix();
    return result;
}

SessionCommand shuffledTable(SessionCommand typed, Dice &dice)
{
    QByteArrayList &lines = typed.output;
    const auto all = [](const QByteArray &line) { return !line.startsWith('\t'); }; // but for the next hops of a route
    const auto below = [&](qsizetype headings) {
        if (lines.size() > headings)
            lines = lines.first(headings) + shuffled(entriesOf(lines.sliced(headings), all), dice);
    };
    switch (orderOf(typed.bare())) {
    case Order::Matters: break;
    case Order::Lines: below(0); break;
    case Order::LinesBelowOne: below(1); break;
    case Order::LinesBelowTwo: below(2); break;
    case Order::Devices: lines = shuffled(entriesOf(lines, [](const QByteArray &line) { return !line.startsWith(' '); }), dice); break;
    case Order::Paragraphs: lines = shuffled(entriesOf(lines, [](const QByteArray &line) { return !line.isEmpty() && !line.startsWith(' '); }), dice); break;
    case Order::Chains: lines = mixedChains(lines, dice); break;
    }
    return typed;
}

template <typename Change>
HostTexts changed(const QString &sample, Change change)
{
    HostTexts texts = textsOf(sample);
    for (QByteArray &text : texts)
        text = sessionOf(change(sessionCommands(text)));
    return texts;
}

void addSamples(bool withGenerated = false)
{
    QTest::addColumn<QString>("sample");
    for (const std::string &sample : sampleNames())
        QTest::newRow(sample.c_str()) << QString::fromStdString(sample);
    if (withGenerated)
        for (const char *const name : {"generated", "by hand"})
            QTest::newRow(name) << QString(name);
}

} // namespace

class TestMetamorphic : public QObject
{
    Q_OBJECT

private slots:
    // What all that follows is held against is worth something.
    void isForetold_data() { addSamples(true); }
    void isForetold()
    {
        QFETCH(QString, sample);
        const Foretold &foretold = foretoldOf(sample);
        QVERIFY(foretold.size() >= 18);
        std::map<path::Disposition, int> ends;
        for (const ForetoldWays &ways : foretold)
            ++ends[ways.disposition];
        QVERIFY(sample == "by hand" ? ends.size() >= 3 : ends[path::Disposition::Delivered] * 10 >= foretold.size() * 7);
        QVERIFY(std::ranges::all_of(foretold, [](const ForetoldWays &ways) { return ways.events.size() >= 4; }));
    }

    void linesShuffled_data() { addSamples(true); }
    void linesShuffled()
    {
        QFETCH(QString, sample);
        for (unsigned seed = 1; seed <= 3; ++seed) {
            Dice dice(seed);
            const HostTexts texts = changed(sample, [&](QList<SessionCommand> commands) {
                for (SessionCommand &command : commands)
                    command = shuffledTable(command, dice);
                return commands;
            });
            QVERIFY(texts != textsOf(sample));
            const QStringList different = differences(foretoldOf(sample), foretoldOf(sample, test::clusterOf(texts)));
            QVERIFY2(different.isEmpty(), shown(different));
        }
    }

    void commandsShuffled_data() { addSamples(true); }
    void commandsShuffled()
    {
        QFETCH(QString, sample);
        Dice dice(5);
        const HostTexts texts = changed(sample, [&](QList<SessionCommand> commands) {
            dice.shuffle(commands);
            return commands;
        });
        const QStringList different = differences(foretoldOf(sample), foretoldOf(sample, test::clusterOf(texts)));
        QVERIFY2(different.isEmpty(), shown(different));
    }

    void onePaste_data() { addSamples(); }
    void onePaste()
    {
        QFETCH(QString, sample);
        QByteArray pasted;
        for (const QByteArray &text : textsOf(sample))
            pasted.prepend(text);
        const QStringList different = differences(foretoldOf(sample), test::foretoldOf(vethscope::clusterOf(readPastedSnapshot(pasted.toStdString()).facts)));
        QVERIFY2(different.isEmpty(), shown(different));
    }

    void aFileForEachCommand_data() { addSamples(true); }
    void aFileForEachCommand()
    {
        QFETCH(QString, sample);
        HostTexts texts;
        for (const QByteArray &text : textsOf(sample))
            for (const SessionCommand &command : sessionCommands(text))
                texts[QString("output-%1.txt").arg(texts.size(), 3, 10, QChar('0'))] = command.text();
        const QStringList different = differences(foretoldOf(sample), foretoldOf(sample, test::clusterOf(texts)));
        QVERIFY2(different.isEmpty(), shown(different));
    }

    // Where iproute2 prints JSON as well, JSON alone.
    void json_data() { addSamples(); }
    void json()
    {
        QFETCH(QString, sample);
        const QMap<QByteArray, QByteArray> files{{"ip addr", "ip -j -d addr"}, {"ip -d link", "ip -j -d link"}, {"ip route", "ip -j -d route"}, {"ip rule", "ip -j rule"},
                                                 {"ip neigh", "ip -j neigh"}, {"bridge -d link", "bridge -j -d link"}, {"bridge fdb", "bridge -j fdb"}};
        HostTexts before, after;
        int replaced = 0;
        for (auto text = textsOf(sample).begin(); text != textsOf(sample).end(); ++text) {
            QList<SessionCommand> commands;
            for (const SessionCommand &command : sessionCommands(*text))
                if (!isToldTwice(command.bare()))
                    commands << command;
            before[text.key()] = sessionOf(commands);
            for (SessionCommand &command : commands) {
                const auto other = files.find(command.bare());
                const QString folder = "/hosts/json/" + text.key().chopped(4) + "/" + command.pod() + "/";
                QFile file(samples + sample + folder + QString(command.bare()).remove("-d ").replace(' ', '-') + ".json");
                if (other == files.end() || !file.open(QIODevice::ReadOnly))
                    continue;
                command.command.replace(command.bare(), *other);
                command.output = file.readAll().trimmed().split('\n');
                ++replaced;
            }
            after[text.key()] = sessionOf(commands);
        }
        QVERIFY2(replaced >= 20, QByteArray::number(replaced));
        QStringList different = differences(test::foretoldOf(test::clusterOf(before)), test::foretoldOf(test::clusterOf(after)));
        // Its gateway was first spoken to between the two prints.
        if (sample == "calico-vxlan")
            QCOMPARE(different.removeIf([](const QString &one) { return one.contains("step neighbour [172.27.0.1 dev eth0]"); }), 10);
        QVERIFY2(different.isEmpty(), shown(different));
    }

    void addressesRenumbered_data() { addSamples(true); }
    void addressesRenumbered()
    {
        QFETCH(QString, sample);
        Renaming renaming;
        renaming.renumberAddresses(textsOf(sample).values());
        expectRenamed(sample, renaming);
    }

    void macsRenumbered_data() { addSamples(true); }
    void macsRenumbered()
    {
        QFETCH(QString, sample);
        Renaming renaming;
        renaming.renumberMacs();
        expectRenamed(sample, renaming);
    }

    void devicesRenumbered_data() { addSamples(true); }
    void devicesRenumbered()
    {
        QFETCH(QString, sample);
        const HostTexts texts = changed(sample, [](QList<SessionCommand> commands) {
            for (SessionCommand &command : commands)
                for (QByteArray &line : command.output)
                    line = withOtherIndexes(command.bare(), line);
            return commands;
        });
        const QStringList different = differences(foretoldOf(sample), foretoldOf(sample, test::clusterOf(texts)));
        QVERIFY2(different.isEmpty(), shown(different));
    }

    void devicesRenamed_data() { addSamples(true); }
    void devicesRenamed()
    {
        QFETCH(QString, sample);
        Renaming renaming;
        if (sample != "generated") // where nobody printed what pods have, it is called as it usually is
            renaming.rename("eth0", "ens5");
        renaming.rename("cni0", "cni7"); // by its beginning a bridge is that of pods
        renaming.rename("flannel.1", "overlay.9");
        for (const ClusterNode &node : test::clusterOf(textsOf(sample)).nodes)
            for (const NetworkInterface &device : node.net.interfaces)
                if (const QString name = QString::fromStdString(device.name); name.startsWith("veth") || name.startsWith("cali"))
                    renaming.rename(name, name.first(4) + QString::number(qHash(name, 1) % 100'000'000));
        expectRenamed(sample, renaming);
    }

    void podsRenamed_data() { addSamples(); }
    void podsRenamed()
    {
        QFETCH(QString, sample);
        Renaming renaming;
        for (const ClusterPod &pod : test::clusterOf(textsOf(sample)).pods)
            renaming.rename(QString::fromStdString(pod.name), "other-" + QString::fromStdString(pod.name));
        expectRenamed(sample, renaming);
    }

    void nodesRenamed_data() { addSamples(true); }
    void nodesRenamed()
    {
        QFETCH(QString, sample);
        Renaming renaming;
        for (const ClusterNode &node : test::clusterOf(textsOf(sample)).nodes)
            if (node.name != "master") // a word of iproute2
                renaming.rename(QString::fromStdString(node.name), "other-" + QString::fromStdString(node.name));
        expectRenamed(sample, renaming);
    }

private:
    void expectRenamed(const QString &sample, const Renaming &renaming)
    {
        HostTexts texts;
        for (auto text = textsOf(sample).begin(); text != textsOf(sample).end(); ++text)
            texts[renaming.of(text.key().chopped(4)) + ".txt"] = renaming.of(*text);
        QVERIFY(texts != textsOf(sample));
        const QStringList different = differences(foretoldOf(sample), foretoldOf(sample, test::clusterOf(texts), renaming), renaming, Compared::AnswersAndLines);
        QVERIFY2(different.isEmpty(), shown(different));
    }
};

QTEST_GUILESS_MAIN(TestMetamorphic)
#include "tst_metamorphic.moc"
