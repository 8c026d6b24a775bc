#include "core/snapshot/importer.h"

#include <QTest>

using namespace vethscope;

// Which machine's the facts of a text are: of those that it names, of the one that it must be, or of one that nothing names.
class WhoseTest : public QObject
{
    Q_OBJECT

private slots:
    void machines_data();
    void machines();
    void places_data();
    void places();
    void messages();
    void rest_data();
    void rest();
    void watched();
    void elsewhereTellsItsName();
};

namespace {

// R a route, G the default one, H another default one, N a neighbour, A an address on a card, L on loopback, T in a namespace.
QByteArray written(QByteArray text)
{
    text.replace("{R}", "198.51.100.0/24 dev eth1 proto kernel scope link");
    text.replace("{G}", "default via 192.0.2.1 dev eth0 proto static");
    text.replace("{H}", "default via 192.0.2.77 dev eth0 proto static");
    text.replace("{N}", "192.0.2.9 dev eth0 lladdr 02:00:00:00:00:09 REACHABLE");
    text.replace("{A}", "2: eth0    inet 192.0.2.5/24 brd 192.0.2.255 scope global eth0");
    text.replace("{L}", "1: lo    inet 127.0.0.1/8 scope host lo");
    text.replace("{T}", "9: tea0    inet 203.0.113.5/24 scope global tea0");
    return text;
}

Imported imported(const QByteArray &text, const Origin &origin = {}, std::size_t unnamed = 0)
{
    return importText("text", written(text).toStdString(), origin, unnamed);
}

template <typename Fact>
void addLines(QStringList &lines, const std::vector<Fact> &facts)
{
    for (const Fact &fact : facts)
        lines << QString::number(fact.evidence.line);
}

// `fir 2,3`, of a pod `fir/tea 4`; `?` where a file's place or nothing names the machine.
QStringList described(const Facts &facts)
{
    QStringList list;
    for (const HostFacts &host : facts.hosts) {
        QStringList lines;
        addLines(lines, host.routes);
        addLines(lines, host.addresses);
        addLines(lines, host.neighbours);
        addLines(lines, host.links);
        lines.removeDuplicates();
        if (!lines.isEmpty())
            list << QString::fromStdString(host.node) + (host.pod.empty() ? "" : "/" + QString::fromStdString(host.pod)) + (host.placed ? "? " : " ") + lines.join(',');
    }
    return list;
}

} // namespace

void WhoseTest::machines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<int>("problems");

    const auto row = [](const char *name, const char *text, const QStringList &hosts, int problems = 0) { QTest::newRow(name) << QByteArray(text) << hosts << problems; };
    row("named", "root@fir:~# ip r\n{G}\nroot@oak:~# ip r\n{R}\n", {"fir 2", "oak 4"});
    // Output that nothing names
    row("one machine", "root@fir:~# ip r\n{R}\n\nSome words, and then this.\n\n{N}\n", {"fir 2,6"});
    row("one machine, named behind it", "{N}\n\nroot@fir:~# ip r\n{R}\n", {"fir 4,1"});
    row("what the one machine cannot have printed", "root@fir:~# ip r\n{G}\n\nSome words, and then this.\n\n{H}\n", {"fir 2", "machine 1? 6"}, 1);
    row("behind one of two machines", "root@fir:~# ip r\n{R}\nroot@oak:~# ip r\n{R}\n{N}\n", {"fir 2", "oak 4,5"});
    row("behind words behind one of two machines", "root@fir:~# ip r\n{R}\nroot@oak:~# ip r\n{R}\n\nSome words, and then this.\n\n{N}\n", {"fir 2", "oak 4", "machine 1? 8"});
    row("in front of two machines", "{N}\n\nroot@fir:~# ip r\n{R}\nroot@oak:~# ip r\n{R}\n", {"machine 1? 1", "fir 4", "oak 6"});
    row("what the last of two cannot have printed", "root@fir:~# ip r\n{R}\nroot@oak:~# ip a\n{A}\n192.0.2.5 dev eth0 lladdr 02:00:00:00:00:09 REACHABLE\n", {"fir 2", "oak 4", "machine 1? 5"}, 1);
    row("an address says which of two", "root@fir:~# ip -o a\n{A}\nroot@oak:~# ip r\n{R}\n\nSome words, and then this.\n\n{A}\n", {"fir 2,8", "oak 4"});
    row("an address and a contradiction", "root@fir:~# ip -o a\n{A}\nroot@oak:~# ip r\n{R}\n\nSome words, and then this.\n\n{A}\n7: eth0    inet 203.0.113.1/24 scope global eth0\n",
        {"fir 2", "oak 4", "machine 1? 8,9"});
    row("an address of both", "root@fir:~# ip -o a\n{A}\nroot@oak:~# ip -o a\n{A}\n\nSome words, and then this.\n\n{A}\n", {"fir 2", "oak 4", "machine 1? 8"});
    // Prompts that name nobody
    row("nobody", "$ ip r\n{R}\n$ ip neigh\n{N}\n", {"machine 1? 2,4"});
    row("nobody beside a machine", "root@fir:~# ip r\n{R}\nroot@fir:~# exit\n$ ip neigh\n{N}\n", {"fir 2", "machine 1? 5"});
    row("two that nobody names", "$ ip r\n{G}\n\nOn the other one it is this:\n\n$ ip r\n{H}\n", {"machine 1? 2", "machine 2? 7"}, 1);
    row("the last of those that nobody names", "$ ip r\n{G}\n$ ip r\n{H}\n$ ip neigh\n{N}\n", {"machine 1? 2", "machine 2? 4,6"}, 1);
    // One machine behind the other; what stands between them
    row("of either", "$ ip r\n{G}\n$ ip neigh\n{N}\n$ ip r\n{H}\n", {"machine 1? 2", "machine 2? 4", "machine 3? 6"}, 2);
    row("two of either", "$ ip r\n{G}\n$ ip neigh\n{N}\n$ ip r\n{R}\n$ ip r\n{H}\n", {"machine 1? 2", "machine 2? 4", "machine 3? 6", "machine 4? 8"}, 3);
    row("in front of the first", "$ ip neigh\n{N}\n$ ip r\n{G}\n$ ip r\n{H}\n", {"machine 1? 4,2", "machine 2? 6"}, 1);
    row("outputs alone", "{G}\n\n{N}\n\n{H}\n", {"machine 1? 1", "machine 2? 3", "machine 3? 5"}, 2);
    row("of the first by a device", "$ ip neigh\n192.0.2.9 dev veth00000001 lladdr 02:00:00:00:00:09\n$ ip r\n{G}\n$ ip r\n198.51.100.0/24 dev veth00000001\n$ ip r\n{H}\n",
        {"machine 1? 4,6,2", "machine 2? 8"}, 1);
    row("what stands in front of that as well", "$ ip neigh\n192.0.2.9 dev veth00000001 lladdr 02:00:00:00:00:09\n$ ip r\n{G}\n$ ip r\n{R}\n$ ip r\n203.0.113.0/24 dev veth00000001\n$ ip r\n{H}\n",
        {"machine 1? 4,6,8,2", "machine 2? 10"}, 1);
    row("of the second by a device", "$ ip r\n{G}\n$ ip r\n198.51.100.0/24 dev veth00000001\n$ ip r\n{H}\n$ ip neigh\n192.0.2.9 dev veth00000001 lladdr 02:00:00:00:00:09\n",
        {"machine 1? 2", "machine 2? 4,6,8"}, 1);
    row("what stands behind that as well", "$ ip r\n{G}\n$ ip r\n203.0.113.0/24 dev veth00000001\n$ ip r\n{R}\n$ ip r\n{H}\n$ ip neigh\n192.0.2.9 dev veth00000001 lladdr 02:00:00:00:00:09\n",
        {"machine 1? 2", "machine 2? 4,6,8,10"}, 1);
    row("not of the first", "$ ip l\n8: veth00000002@if3: <UP> mtu 1500 qdisc noqueue\n$ ip r\n{G}\n$ ip r\n198.51.100.0/24 dev veth00000001\n$ ip r\n{H}\n", {"machine 1? 4,2", "machine 2? 6,8"}, 1);
    row("not of the second", "$ ip r\n{G}\n$ ip r\n198.51.100.0/24 dev veth00000001\n$ ip r\n{H}\n$ ip l\n8: veth00000002@if3: <UP> mtu 1500 qdisc noqueue\n", {"machine 1? 2,4", "machine 2? 6,8"}, 1);
    row("of both, in words that cross", "$ ip neigh\n192.0.2.9 dev veth00000001 lladdr 02:00:00:00:00:09\n$ ip r\n{G}\n$ ip r\n198.51.100.0/24 dev veth00000002\n$ ip r\n203.0.113.0/24 dev veth00000001\n$ ip r\n{H}\n$ ip neigh\n192.0.2.9 dev veth00000002 lladdr 02:00:00:00:00:09\n",
        {"machine 1? 4,2", "machine 2? 6", "machine 3? 8", "machine 4? 10,12"}, 3);
    row("the first once more", "$ ip -o a\n{A}\n$ ip -o a\n2: eth0    inet 192.0.2.6/24 scope global eth0\n$ ip -o a\n{A}\n", {"machine 1? 2,6", "machine 2? 4"}, 2);
    row("three", "$ ip r\n{G}\n$ ip r\n{H}\n$ ip r\ndefault via 192.0.2.55 dev eth0\n", {"machine 1? 2", "machine 2? 4", "machine 3? 6"}, 2);
    // The name that hostname told
    row("hostname names both", "$ hostname\nfir\n$ ip r\n{G}\n$ hostname\noak\n$ ip r\n{H}\n", {"fir 4", "oak 8"}, 1);
    row("hostname names the first", "$ hostname\nfir\n$ ip r\n{G}\n$ ip r\n{H}\n", {"fir 4", "machine 1? 6"}, 1);
    row("hostname names the second", "$ ip r\n{G}\n$ ip r\n{H}\n$ hostname\nfir\n", {"machine 1? 2", "fir 4"}, 1);
    row("uname names the second", "$ ip r\n{G}\n$ ip r\n{H}\n$ uname -a\nLinux fir 6.1.0 #1 SMP x86_64 GNU/Linux\n", {"machine 1? 2", "fir 4"}, 1);
    row("output alone below hostname", "$ hostname\nfir\n$ ip r\n{G}\n\n{N}\n", {"fir 4,6"});
    row("hostname beside a machine", "root@oak:~# ip r\n{R}\nroot@oak:~# exit\n$ hostname\nfir\n$ ip r\n{G}\n$ ip r\n{H}\n", {"oak 2", "fir 7,9"});
    row("a pod between two machines", "$ ip r\n{G}\n$ kubectl exec tea -- ip -o a\n{T}\n$ ip r\n{H}\n$ kubectl exec cup -- ip -o a\n{T}\n", {"machine 1? 2", "/tea 4", "machine 2? 6", "machine 2/cup? 8"}, 1);
    row("a pod in front of a machine", "$ kubectl exec tea -- ip -o a\n{T}\n$ ip r\n{G}\n", {"/tea 2", "machine 1? 4"});
    row("hostname names it", "$ hostname\nfir\n$ ip r\n{R}\n", {"fir 4"});
    row("a pod at one that nobody names", "$ ip r\n{R}\n$ kubectl exec tea -- ip -o a\n{T}\n", {"machine 1? 2", "machine 1/tea? 4"});
    row("a pod at nobody", "$ kubectl exec tea -- ip -o a\n{T}\n", {"/tea 2"});
    // Programs that nobody knows
    row("elsewhere, by a name of the text", "root@oak:~# ip r\n{R}\nroot@fir:~# mystery oak x/y\n{N}\n", {"oak 2,4"});
    row("elsewhere, and nothing says where", "root@fir:~# ip r\n{R}\nroot@fir:~# mystery\n{N}\n", {"fir 2", "machine 1? 4"});
    row("elsewhere, twice", "root@fir:~# mystery\n{N}\nroot@fir:~# mystery\n{R}\n", {"machine 1? 2", "machine 2? 4"});
    row("elsewhere, by a name that cannot be", "root@oak:~# ip -o a\n{A}\nroot@fir:~# mystery oak x/y\n192.0.2.5 dev eth0 lladdr 02:00:00:00:00:09 REACHABLE\n", {"oak 2", "machine 1? 4"});
    // How far a label goes
    row("a gap ends no label", "== fir ==\n\n{R}\n\n（省略）\n\n{N}\n\n== oak ==\n\n{R}\n", {"fir 3,7", "oak 11"});
    row("words in brackets end one", "== fir ==\n\n{R}\n\n（省略 这些）\n\n{N}\n\n== oak ==\n\n{R}\n", {"fir 3", "machine 1? 7", "oak 11"});
    row("a lost line ends none", "== fir ==\n\n192.0.2.1 tea9 lladdr\n\n{N}\n\n== oak ==\n\n{R}\n", {"fir 5", "oak 9"});
    row("a command without output ends none", "== fir ==\n\ncat /some/log\n\n{N}\n\n== oak ==\n\n{R}\n", {"fir 5", "oak 9"});
    row("its own name ends none", "== fir ==\n\nfir\n\n{N}\n\n== oak ==\n\n{R}\n", {"fir 5", "oak 9"});
    row("another name ends one", "== fir ==\n\n{R}\n\nelm\n\n{N}\n\n== oak ==\n\n{R}\n", {"fir 3", "machine 1? 7", "oak 11"});
    row("two words end one", "== fir ==\n\n{R}\n\nAfter reboot, 1\n\n{N}\n\n== oak ==\n\n{R}\n", {"fir 3", "machine 1? 7", "oak 11"});
    row("as many numbers as words end none", "== fir ==\n\nallmulti 0 minmtu 68\n\n{N}\n\n== oak ==\n\n{R}\n", {"fir 5", "oak 9"});
    row("indented words end none", "== fir ==\n\ncat /some/conf\n  the next hop of all\n\n{N}\n\n== oak ==\n\n{R}\n", {"fir 6", "oak 10"});
    row("a log's lines end none", "== fir ==\n\ncat /some/log\n2026-01-02 The state was changed to up\n\n{N}\n\n== oak ==\n\n{R}\n", {"fir 6", "oak 10"});
    // Where lines were taken out, a prompt may have been among them
    row("a gap amid an output", "root@fir:~# ip r\n{G}\n...\n{R}\n", {"fir 2,4"});
    row("behind the gap another's route", "root@fir:~# ip r\n{G}\n...\n{H}\n{R}\n", {"fir 2", "machine 1? 4,5"}, 1);
    row("behind two gaps two others' routes", "root@fir:~# ip r\n{G}\n...\n{H}\n...\ndefault via 192.0.2.78 dev eth0\n", {"fir 2", "machine 1? 4", "machine 2? 6"}, 2);
    row("behind two gaps, the second its own", "root@fir:~# ip r\n{G}\n...\n{H}\n...\n{R}\n", {"fir 2,6", "machine 1? 4"}, 1);
    row("what another output tells goes before", "root@fir:~# ip r\n...\n{H}\nroot@fir:~# ip r\n{G}\n", {"fir 5", "machine 1? 3"}, 1);
    row("a device that the machine lacks", "root@fir:~# ip l\n8: veth00000001@if3: <UP> mtu 1500 qdisc noqueue\nroot@fir:~# ip r\n{R}\n...\n198.51.100.7 dev veth00000002\n", {"fir 4,2", "machine 1? 6"}, 1);
    row("a device that the machine has", "root@fir:~# ip l\n8: veth00000002@if3: <UP> mtu 1500 qdisc noqueue\nroot@fir:~# ip r\n{R}\n...\n198.51.100.7 dev veth00000002\n", {"fir 4,6,2"});
    row("a pod's device", "root@fir:~# ip r\n{R}\n...\n3: eth0@if8: <UP> mtu 1500 qdisc noqueue\n", {"fir 2", "machine 1? 4"}, 1);
    row("a pod's device amid the list", "root@fir:~# ip a\n2: eth1: <UP> mtu 1500 qdisc mq\n...\n3: eth0@if8: <UP> mtu 1500 qdisc noqueue\n", {"fir 2", "machine 1? 4"}, 1);
    row("a node that is a container", "root@fir:~# ip -o a\n3: eth0    inet 192.0.2.5/24 scope global eth0\nroot@fir:~# ip a\n1: lo: <UP> mtu 9\n...\n3: eth0@if8: <UP> mtu 1500 qdisc noqueue\n    inet 192.0.2.5/24 scope global eth0\n",
        {"fir 2,7,4,6"});
    row("without the gap it stays", "root@fir:~# ip r\n{R}\nroot@fir:~# ip a\n3: eth0@if8: <UP> mtu 1500 qdisc noqueue\n", {"fir 2,4"});
    row("output alone behind a gap", "root@fir:~# ip r\n{R}\n[...]\n{N}\n", {"fir 2,4"});
    row("output alone behind a gap, with two machines", "root@oak:~# ip r\n{R}\nroot@fir:~# ip r\n{R}\n[...]\n{N}\n", {"oak 2", "fir 4", "machine 1? 6"});
    row("output alone without a gap, with two machines", "root@oak:~# ip r\n{R}\nroot@fir:~# ip r\n{R}\n{N}\n", {"oak 2", "fir 4,5"});
    row("output alone behind a gap, of the last machine", "root@oak:~# ip r\n{R}\nroot@fir:~# ip r\n203.0.113.4 dev veth00000001\n<snip>\n203.0.113.4 dev veth00000001 lladdr 02:00:00:00:00:09\n", {"oak 2", "fir 4,6"});
    row("output alone under a label", "== fir ==\n\n{G}\n\n-- omitted --\n{H}\n\n== oak ==\n\n{R}\n", {"fir 3", "machine 1? 6", "oak 10"}, 1);
    row("behind a line of which a part is hidden", "root@oak:~# ip r\n{R}\nroot@fir:~# ip r\n{R}\n203.0.113.0/24 dev eth3 proto kernel scope link src xx.xx.xx.xx\n203.0.114.0/24 dev eth4\n", {"oak 2", "fir 4,5,6"}, 1);
    row("output that speaks of another machine behind a line under a label", "== fir ==\n\n{G}\nx1 y2 z3\n{H}\n\n== oak ==\n\n{R}\n", {"fir 3", "machine 1? 5", "oak 9"}, 1);
    row("output behind a line under a label", "== fir ==\n\n{G}\nx1 y2 z3\n{R}\n\n== oak ==\n\n{R}\n", {"fir 3,5", "oak 9"});
    row("headings under a label", "Worker1 network configuration:\n\n**Interface Configuration:**\n{A}\n**Routes:**\n{R}\n\nWorker2 network configuration:\n\n**Routes:**\n{H}\n", {"Worker1 6,4", "Worker2 11"});
    row("words under the only label", "Worker1 network configuration:\n\n{R}\n\nNow to the other one\n\n{G}\n", {"Worker1 3,7"});
    row("keys of one WireGuard device", "$ wg\ninterface: wg0\n  public key: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n$ wg\ninterface: wg0\n  public key: BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        {"machine 1? 2", "machine 2? 5"}, 1);
    row("keys of two WireGuard devices", "$ wg\ninterface: wg0\n  public key: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n$ wg\ninterface: wg1\n  public key: BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        {"machine 1? 2,5"});
    row("output whose beginning is lost behind a gap", "root@fir:~# ip r\n{R}\n...\n       valid_lft forever\n3: eth0@if8: <UP> mtu 1500 qdisc noqueue\n", {"fir 2", "machine 1? 5"}, 1);
    row("output whose beginning is lost, and no gap", "root@fir:~# ip r\n{R}\nroot@fir:~# ip l\n       valid_lft forever\n3: eth0@if8: <UP> mtu 1500 qdisc noqueue\n", {"fir 2,5"});
    row("a host's device behind a gap in a pod", "root@fir:~# ip r\n{R}\nroot@fir:~# ip netns exec tea ip neigh\n{N}\n...\n192.0.2.8 dev veth00000001 lladdr 02:00:00:00:00:08 STALE\n", {"fir 2,6", "fir/tea 4"});
    row("a pod's device behind a gap in a pod", "root@fir:~# ip netns exec tea ip neigh\n{N}\n...\n192.0.2.8 dev eth0 lladdr 02:00:00:00:00:08 STALE\n", {"fir/tea 2,4"});
    row("behind one that contradicts", "root@fir:~# ip r\n{G}\n\nSome words, and then this.\n\n{H}\n\n{N}\n", {"fir 2", "machine 1? 6,8"}, 1);
    row("behind one that contradicts, with a device of its own",
        "root@fir:~# ip r\n{G}\n203.0.113.4 dev veth00000001\n\nSome words, and then this.\n\n{H}\n\n203.0.113.4 dev veth00000001 lladdr 02:00:00:00:00:09\n", {"fir 2,3,9", "machine 1? 7"}, 1);
    row("a pod's next hop behind a gap", "$ ip r\n{R}\n***\n169.254.1.1 dev eth0 lladdr ee:ee:ee:ee:ee:ee REACHABLE\n$ ip r\n{G}\n", {"machine 2? 2,6", "machine 1? 4"}, 1);
    row("two outputs alone, with a machine between", "root@oak:~# ip r\n{R}\nroot@fir:~# ip r\n{R}\n\nSome words, and then this.\n\n{N}\n\n{G}\n\nroot@oak:~# ip r\n{R}\n\nSome words, and then this.\n\n{N}\n",
        {"oak 2,13", "fir 4", "machine 1? 10,8", "machine 2? 17"});
    // A list that begins once more
    row("a list once more", "root@fir:~# ip netns exec tea ip l\n1: lo: <UP> mtu 9 state UP\n3: eth0@if8: <UP> mtu 1500 qdisc noqueue\n\n1: lo: <UP> mtu 9 state UP\n2: eth0: <UP> mtu 1500 qdisc mq\n\nroot@fir:~# ip r\n{R}\n",
        {"fir/tea 2,3", "fir 9,5,6"});
    row("a list that goes on", "root@fir:~# ip netns exec tea ip l\n1: lo: <UP> mtu 9 state UP\n\n3: eth0@if8: <UP> mtu 1500 qdisc noqueue\n", {"fir/tea 2,4"});
    // Namespaces that were left unseen
    row("inside", "root@fir:~# ip -o a\n{A}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip -o a\n{T}\n", {"fir 2", "fir/tea 5"});
    row("outside again", "root@fir:~# ip -o a\n{A}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip -o a\n{T}\nroot@fir:~# ip -o a\n{A}\n", {"fir 2,7", "fir/tea 5"});
    row("outside from then on", "root@fir:~# ip -o a\n{A}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip -o a\n{T}\nroot@fir:~# ip -o a\n{A}\nroot@fir:~# ip r\n{R}\n", {"fir 9,2,7", "fir/tea 5"});
    row("outside by a route's device", "root@fir:~# ip r\n{R}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip r\n203.0.113.0/24 dev tea0 proto kernel scope link\nroot@fir:~# ip r\n{R}\n",
        {"fir 2,7", "fir/tea 5"});
    row("outside by a neighbour's device",
        "root@fir:~# ip neigh\n{N}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip neigh\n203.0.113.9 dev tea0 lladdr 02:00:00:00:00:07 REACHABLE\nroot@fir:~# ip neigh\n{N}\n",
        {"fir 2,7", "fir/tea 5"});
    row("outside, loopback aside",
        "root@fir:~# ip -o a\n{L}\n{A}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip -o a\n{L}\n{T}\nroot@fir:~# ip -o a\n{L}\n{A}\n", {"fir 2,3,9,10", "fir/tea 6,7"});
    row("a device of both", "root@fir:~# ip -o a\n{A}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip -o a\n{T}\n{A}\nroot@fir:~# ip -o a\n{A}\n", {"fir 2", "fir/tea 5,6,8"});
    row("a device of neither", "root@fir:~# ip -o a\n{A}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip -o a\n{T}\nroot@fir:~# ip r\n{R}\n", {"fir 2", "fir/tea 7,5"});
    row("nothing of the namespace yet", "root@fir:~# ip -o a\n{A}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip -o a\n{A}\n", {"fir 2", "fir/tea 5"});
    row("two namespaces",
        "root@fir:~# ip -o a\n{A}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip -o a\n{T}\nroot@fir:~# exit\nroot@fir:~# ip netns exec cup bash\nroot@fir:~# ip -o a\n{A}\n",
        {"fir 2", "fir/tea 5", "fir/cup 9"});
}

void WhoseTest::machines()
{
    QFETCH(QByteArray, text);
    QFETCH(int, problems);
    const Imported read = imported(text);
    QTEST(described(read.facts), "hosts");
    QCOMPARE(static_cast<int>(read.report.problems.size()), problems);
}

void WhoseTest::places_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("pod");
    QTest::addColumn<QStringList>("hosts");

    const auto row = [](const char *name, const char *text, const char *node, const char *pod, const QStringList &hosts) {
        QTest::newRow(name) << QByteArray(text) << QString(node) << QString(pod) << hosts;
    };
    row("a file's place", "{R}\n", "elm", "", {"elm? 1"});
    row("a prompt goes before it", "root@fir:~# ip r\n{R}\n", "elm", "", {"fir 2"});
    row("the first that nobody names", "$ ip r\n{G}\n$ ip r\n{H}\n", "elm", "", {"elm? 2", "machine 1? 4"});
    row("that of most outputs", "$ ip r\n{G}\n$ ip r\n{H}\n$ ip neigh\n{N}\n", "elm", "", {"machine 1? 2", "elm? 4,6"});
    row("elsewhere is not there", "root@fir:~# mystery\n{N}\nroot@fir:~# exit\n$ ip r\n{R}\n", "elm", "", {"machine 1? 2", "elm? 5"});
    row("a pod's file", "{R}\n", "elm", "tea", {"elm/tea? 1"});
    row("a pod's file with a prompt that names nobody", "$ ip r\n{G}\n$ ip r\n{H}\n", "elm", "tea", {"elm/tea? 2,4"});
    row("a pod in a file with a place", "$ kubectl exec tea -- ip -o a\n{T}\n", "elm", "", {"elm/tea? 2"});
}

void WhoseTest::places()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, node);
    QFETCH(QString, pod);
    Origin origin;
    origin.session.node = node.toStdString();
    origin.session.pod = pod.toStdString();
    QTEST(described(imported(text, origin).facts), "hosts");
}

// What is said of output that is kept apart, and what its row then calls the machine.
void WhoseTest::messages()
{
    const Imported read = imported("root@fir:~# ip r\n{G}\n\nSome words, and then this.\n\n{H}\n{R}\n", {}, 4);
    QCOMPARE(read.report.problems.size(), 1u);
    QCOMPARE(read.report.problems[0].message.english(),
             std::string("text lines 6-7 contradict line 2: 0.0.0.0/0 leads via 192.0.2.1 dev eth0 in one and via 192.0.2.77 dev eth0 in the other. They are kept apart as "
                         "\"machine 5\"; a prompt, or a line such as `NAME:` above, would say which machine it is"));
    QCOMPARE(read.report.commands.back().node, std::string("machine 5"));
    QVERIFY(imported("root@fir:~# ip r\n{G}\n\nSome words, and then this.\n\n{H}\n").report.problems[0].message.english().starts_with("text line 6 contradicts line 2: "));
    const Imported either = imported("$ ip r\n{G}\n$ ip neigh\n{N}\n$ ip r\n{H}\n");
    QCOMPARE(either.report.problems.size(), 2u);
    QCOMPARE(either.report.problems[0].message.english(),
             std::string("text line 4: nothing tells to which of the machines before and behind it this output belongs. It is kept apart as \"machine 2\"; a prompt, or a line such as "
                         "`NAME:` above, would say which machine it is"));
    QVERIFY(either.report.problems[1].message.english().starts_with("text line 6 contradicts line 2: "));
    // A machine of which only its name is known is called so, beside those that labels name.
    QCOMPARE(imported("$ uname -a\nLinux elm 6.1.0 #1 SMP x86_64 GNU/Linux\n\n== fir ==\n\n{G}\n\n== oak ==\n\n{H}\n").report.commands.front().node, std::string("elm"));
    const Imported left = imported("root@fir:~# ip -o a\n{A}\nroot@fir:~# ip netns exec tea bash\nroot@fir:~# ip -o a\n{T}\nroot@fir:~# ip -o a\n{A}\n");
    QCOMPARE(left.report.commands.back().pod, std::string());
    QCOMPARE(left.report.commands[2].pod, std::string("tea"));
}

void WhoseTest::rest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words"); // the command that the file is called after
    QTest::addColumn<QStringList>("rest");

    const auto row = [](const char *name, const char *text, const char *words, const QStringList &rest) { QTest::newRow(name) << QByteArray(text) << QString(words) << rest; };
    // `PARSER LINE facts N`, what is not understood, what failed; prose, lost lines, skipped files
    row("output and words", "Some words:\n\n{R}\n", "", {"ip route 3 facts 1", "prose 1-1"});
    row("a line that got lost", "Some words:\n2: eth0 <UP,LOWER> mtu 12 and so on\nmore words\n\n{R}\n", "", {"ip route 5 facts 1", "prose 1-1", "prose 3-3", "lost 2"});
    row("no output at all", "Some words.\nat 192.0.2.1 there\n", "", {"prose 1-1", "skipped no host output in it"});
    row("nothing", "", "", {});
    row("JSON of nobody", "{\"a\": [{\"dst\": 1}]}\n", "", {"skipped JSON that no known command prints"});
    row("JSON", "[{\"dst\":\"default\",\"gateway\":\"192.0.2.1\",\"dev\":\"eth0\"}]\n", "", {"ip route 1 facts 1"});
    row("JSON of the file's command", "[{\"dst\":\"default\",\"gateway\":\"192.0.2.1\",\"dev\":\"eth0\"}]\n", "ip r", {"ip route 1 facts 1"});
    row("what the file is called after", "fir\n", "hostname", {"hostname 1 facts 1"});
    row("what the file is called after, and odd lines", "{R}\nodd line\n", "ip r", {"ip route 1 facts 1 left 2"});
    row("what the file is not called after", "{N}\n{N}\n{R}\n", "ip r", {"ip neigh 1 facts 2", "ip route 3 facts 1"});
    row("half of what the file is called after", "{N}\n{R}\n", "ip r", {"ip route 1 facts 1 left 1"});
    row("prompts in such a file", "root@fir:~# ip neigh\n{N}\n", "ip r", {"ip neigh 1 facts 1"});
    row("labels in such a file", "=== fir ===\n{R}\n\n=== oak ===\n{R}\n", "ip r", {"ip route 2 facts 1", "ip route 5 facts 1", "prose 1-1", "prose 4-4"});
    row("a failure", "root@fir:~# ip r\nRTNETLINK answers: No such process\n", "", {"ip route 1 facts 0 failed RTNETLINK answers: No such process"});
    row("a failure behind output", "root@fir:~# ip r\n{R}\nDump terminated\n", "", {"ip route 1 facts 1 failed Dump terminated"});
    row("a failure amid output", "root@fir:~# ip r\n{R}\nDump terminated\n{G}\n", "", {"ip route 1 facts 2 failed Dump terminated"});
    for (const char *remark : {"Defaulted container x", "Defaulting container name x", "Unable to use a TTY x", "Warning: x", "WARN[0000] x", "INFO[0000] x", "DEBU[0000] x", "time=\"x\" x"})
        row(remark, QByteArray(QByteArray("root@fir:~# ip r\n") + remark + "\n{R}\n" + remark + "\n{G}\n").constData(), "", {"ip route 1 facts 2"});
    row("no remark", "root@fir:~# ip r\nAnything x\n{R}\n", "", {"ip route 1 facts 1 left 2"});
    row("a sentence behind output", "root@fir:~# ip r\n{R}\nAs you can see this is all there is.\n", "", {"ip route 1 facts 1", "prose 3-3"});
    row("a sentence behind an odd line", "root@fir:~# ip r\n{R}\nodd line\nAs you can see this is all there is.\n", "", {"ip route 1 facts 1 left 3", "prose 4-4"});
    row("a sentence amid output", "root@fir:~# ip r\n{R}\nAs you can see this is all there is.\n{G}\n", "", {"ip route 1 facts 2 left 3"});
    row("a sentence and an odd line", "root@fir:~# ip r\n{R}\nAs you can see this is all there is.\nodd line\n", "", {"ip route 1 facts 1", "prose 3-4"});
    row("a sentence alone", "root@fir:~# ip r\nAs you can see this is all there is.\n", "", {"ip route 1 facts 0 left 2"});
    row("a program that nobody knows", "root@fir:~# mystery\nodd line\n", "", {" 1 facts 0 left 2"});
    row("a complaint", "root@fir:~# ip -j r\n[{\"gateway\":\"192.0.2.1\",\"dev\":\"eth0\"}]\n", "", {"ip route 1 facts 0 left 2", "problem text line 2: a route without \"dst\""});
}

void WhoseTest::rest()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    Origin origin;
    for (const QString &word : words.split(' ', Qt::SkipEmptyParts))
        origin.words.push_back(word.toStdString());
    const ImportReport report = imported(text, origin).report;
    QStringList rest;
    for (const ImportedCommand &command : report.commands) {
        QString line = QString("%1 %2 facts %3").arg(QString::fromStdString(command.parser)).arg(command.line).arg(command.facts);
        for (const std::uint32_t left : command.notUnderstood)
            line += QString(" left %1").arg(left);
        rest << line + (command.failed.empty() ? QString() : " failed " + QString::fromStdString(command.failed));
    }
    for (const ProseLines &prose : report.prose)
        rest << QString("prose %1-%2").arg(prose.lines.first).arg(prose.lines.end() - 1);
    for (const Evidence &lost : report.lost)
        rest << QString("lost %1").arg(lost.line);
    for (const SkippedFile &skipped : report.skipped)
        rest << "skipped " + QString::fromStdString(skipped.because.english());
    for (const Error &problem : report.problems)
        rest << "problem " + QString::fromStdString(problem.message.english());
    QTEST(rest, "rest");
}

// Reading ends in front of the command that is not wanted any more. The first half of the lines is for what looks for outputs.
void WhoseTest::watched()
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> asked;
    std::size_t unnamed = 0;
    const auto read = importText("text", written("root@fir:~# ip r\n{R}\nroot@fir:~# ip r\n{G}\nroot@fir:~# ip neigh\n{N}\n").toStdString(), {}, unnamed, [&](std::uint32_t line, std::uint32_t lines) {
        asked.emplace_back(line, lines);
        return asked.size() < 2;
    });
    QCOMPARE(asked, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{4, 6}, {5, 6}}));
    QCOMPARE(read.report.commands.size(), 1u);
}

// Which machine it was, nobody says; the name that it printed is not the one it goes by here, and Kubernetes' goes before that.
void WhoseTest::elsewhereTellsItsName()
{
    const Imported read = imported("root@fir:~# ip r\n{R}\nroot@fir:~# mystery hostname\noak\n");
    QCOMPARE(read.facts.hosts.size(), std::size_t(2));
    const HostFacts &elsewhere = read.facts.hosts.back();
    QCOMPARE(elsewhere.node, "machine 1");
    QVERIFY(elsewhere.placed);
    QVERIFY(!read.facts.hosts.front().placed);
}

QTEST_GUILESS_MAIN(WhoseTest)
#include "tst_whose.moc"
