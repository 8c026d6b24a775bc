#include "core/cluster/cluster.h"
#include "core/snapshot/snapshot.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace vethscope;

// Words are no names: what people and programs write that is no output of a host command makes no node, pod or service.

namespace {

/// Made-up texts of one kind after the other, the same in each run.
class Nonsense
{
public:
    explicit Nonsense(unsigned seed) : m_random(seed) { }

    std::string text(int kind)
    {
        std::string text;
        for (int line = 0; line < 60; ++line)
            text += lineOf(kind) + '\n';
        return text;
    }

    static constexpr int kinds = 9;

private:
    std::size_t below(std::size_t end) { return m_random() % end; }
    bool once(std::size_t in) { return below(in) == 0; }

    // Without `dev`: `10.0.0.1 via pod dev node` is a route, whoever wrote it.
    std::string word()
    {
        static const std::vector<std::string> words{"the", "a", "node", "pod", "of", "is", "not", "Running", "Ready", "default", "via", "eth0", "master", "link", "up",
                                                    "DOWN", "inet", "10.0.0.1", "10.244.0.0/16", "cluster", "Name", "NAME", "STATUS", "kubectl", "get", "failed", "0", "17", "<none>", "1/1",
                                                    "3d", "v1.2", "bridge", "route", "error", "see", "Calico", "flannel.1", "and", "{", "}", "return", "i/o", "timeout", "table", "lo", "mtu",
                                                    "1500", "state", "metric", "scope", "proto", "kernel", "src", "52:54:00:12:34:56", "service", "IP", "Address", "http", "x"};
        return words[below(words.size())];
    }

    std::string wordsOf(std::size_t most)
    {
        std::string line = word();
        for (std::size_t left = below(most); left > 0; --left)
            line += ' ' + word();
        return line;
    }

    std::string identifier() { return std::string(1, static_cast<char>('a' + below(26))) + word().substr(0, 3) + std::to_string(below(90)); }

    std::string lineOf(int kind)
    {
        if (once(9))
            return {};
        const std::string indent(2 * below(4), ' ');
        switch (kind) {
        case 0: // prose
            return wordsOf(14) + (once(3) ? "." : once(4) ? ":" : once(5) ? "?" : "");
        case 1: // source code
            return indent + std::vector<std::string>{"if (" + identifier() + " == " + word() + ") {", "}", "return " + identifier() + ";", "// " + wordsOf(8), "#include <" + identifier() + ".h>",
                                                     "for i in $(" + wordsOf(3) + "); do", "def " + identifier() + "(" + word() + "):", "[" + word() + "]", identifier() + " = {" + word() + ": " + word() + "}",
                                                     "{{ ." + identifier() + " }}"}[below(10)];
        case 2: // Markdown
            return std::vector<std::string>{"# " + wordsOf(5), "- " + wordsOf(9), "* [x] " + wordsOf(6), "> " + wordsOf(9), "```", "| " + word() + " | " + word() + " |", "|---|---|", "1. " + wordsOf(7),
                                            "[" + word() + "](http://" + identifier() + "/" + word() + ")", "**" + word() + "**: " + wordsOf(6)}[below(10)];
        case 3: // logs
            return std::vector<std::string>{"2024-06-11T08:15:0" + std::to_string(below(10)) + "Z INFO ", "Jun 11 08:15:01 " + identifier() + " kernel: [" + std::to_string(below(9000)) + ".204417] ",
                                            "I0611 08:15:01.204417 " + std::to_string(below(9000)) + " main.go:20] ", "time=\"2024-06-11\" level=info msg=", "level=warn "}[below(5)] + wordsOf(10);
        case 4: // configuration
            return indent + std::vector<std::string>{identifier() + ": " + word(), "- " + identifier(), identifier() + ":", "# " + wordsOf(5), "kind: " + word(), "name: " + word(), "- name: " + identifier(),
                                                     identifier() + "=" + word(), "[" + identifier() + "]", "\"" + identifier() + "\": \"" + word() + "\","}[below(10)];
        case 5: // a manual page
            return std::vector<std::string>{"NAME", "SYNOPSIS", "OPTIONS", "       " + wordsOf(9), "       -" + identifier().substr(0, 1) + ", --" + identifier(), "              " + wordsOf(9),
                                            "       " + identifier() + " [ " + word() + " ] { " + word() + " | " + word() + " }", "SEE ALSO"}[below(8)];
        case 6: // tables of somebody else's
            return word() + "   " + word() + "   " + word() + "   " + word() + "   " + word();
        case 7: // JSON of somebody else's
            return indent + std::vector<std::string>{"{", "}", "[", "],", "\"" + identifier() + "\": {", "\"kind\": \"" + word() + "\",", "\"" + word() + "\": " + std::to_string(below(99)) + ","}[below(7)];
        default: { // nearly binary
            std::string line;
            for (std::size_t left = below(70); left > 0; --left)
                line += static_cast<char>(once(6) ? 0x80 + below(0x7f) : 0x20 + below(0x5f));
            return line;
        }
        }
    }

    std::mt19937 m_random;
};

QStringList thingsIn(const Snapshot &snapshot)
{
    const Cluster cluster = clusterOf(snapshot.facts);
    QStringList things;
    for (const ClusterNode &node : cluster.nodes)
        things << QString("node '%1': %2").arg(QString::fromStdString(node.name), node.evidence.empty() ? QString("?") : QString::fromStdString(std::string(node.evidence.front().text())));
    for (const ClusterPod &pod : cluster.pods)
        things << QString("pod '%1'").arg(QString::fromStdString(pod.fullName()));
    for (const ClusterService &service : cluster.services)
        things << QString("service '%1'").arg(QString::fromStdString(service.name));
    return things;
}

} // namespace

class NonsenseTest : public QObject
{
    Q_OBJECT

private slots:
    void madeUp_data()
    {
        QTest::addColumn<int>("kind");
        const QStringList names{"prose", "source code", "Markdown", "logs", "configuration", "manual pages", "tables", "JSON", "nearly binary"};
        QCOMPARE(names.size(), qsizetype(Nonsense::kinds));
        for (int kind = 0; kind < Nonsense::kinds; ++kind)
            QTest::newRow(qPrintable(names[kind])) << kind;
    }

    void madeUp()
    {
        QFETCH(int, kind);
        Nonsense nonsense(4417);
        for (int i = 0; i < 40; ++i) {
            const std::string text = nonsense.text(kind);
            const QStringList things = thingsIn(readPastedSnapshot(text));
            QVERIFY2(things.isEmpty(), qPrintable(things.join('\n') + '\n' + QString::fromStdString(text)));
        }
    }

    // One text of all kinds, with a line of output in it: the test would see it if there were something.
    void somethingAmidNonsense()
    {
        Nonsense nonsense(17);
        const std::string text = nonsense.text(0) + "\n[root@elm ~]# ip route\ndefault via 192.0.2.1 dev ens3\n";
        QCOMPARE(thingsIn(readPastedSnapshot(text)).size(), 1);
    }

    // What stands in documents as examples: a folder's name makes no machine of it, nor a pod.
    void documents_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("things");
        const auto row = [](const char *title, const char *file, const char *text, const QStringList &things = {}) { QTest::newRow(title) << file << QByteArray(text) << things; };
        row("a clock", "util-linux/parse-date.txt", "     $ date --rfc-2822\n     Mon, 01 Mar 2004 00:21:42 +0000\n");
        row("hosts", "ares/NEWS", "$ grep ^::1 /etc/hosts\n::1 localhost ip6-localhost\n");
        row("hosts in a pod's folder", "ares/pods/shop-1/NEWS", "$ grep ^::1 /etc/hosts\n::1 localhost ip6-localhost\n");
        row("words of a resolver", "gnupg/NEWS", "Take care of the\n\nsearch path.\n\n    options trust-ad\n\ndomain part.\n");
        row("a script", "nftables/nat.nft", "#!/usr/sbin/nft -f\ntable ip nat {\n\tchain prerouting {\n\t\ttype nat hook prerouting priority dstnat; policy accept;\n\t\ttcp dport 80 dnat to 10.0.0.2\n\t}\n}\n");
        row("the rules without the script", "elm/nat.txt", "table ip nat {\n\tchain prerouting {\n\t\ttype nat hook prerouting priority dstnat; policy accept;\n\t\ttcp dport 80 dnat to 10.0.0.2\n\t}\n}\n",
            {"node 'elm': table ip nat {"});
        row("a prompt's clock", "elm/clock.txt", "[root@elm ~]# date\nMon Mar  1 00:21:42 UTC 2004\n", {"node 'elm': [root@elm ~]# date"});
        row("a setting", "elm/sysctl.txt", "$ sysctl net.ipv4.ip_forward\nnet.ipv4.ip_forward = 1\n", {"node 'elm': $ sysctl net.ipv4.ip_forward"});
        row("a pod's addresses", "elm/pods/shop-1.txt", "2: eth0@if5: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP\n    link/ether 0a:58:0a:f4:00:05 brd ff:ff:ff:ff:ff:ff\n",
            {"pod 'default/shop-1'"});
    }

    void documents()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QStringList, things);
        const QTemporaryDir folder;
        const QFileInfo place(folder.filePath(file));
        QVERIFY(QDir().mkpath(place.path()));
        QFile out(place.filePath());
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(text) == text.size());
        out.close();
        const auto snapshot = readSnapshot(folder.path().toStdString());
        QVERIFY(snapshot || things.isEmpty());
        QCOMPARE(snapshot ? thingsIn(*snapshot) : QStringList{}, things);
    }

    void ownSources_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char *folder : {"core", "ui", "app", "resources/themes", "tests/support"})
            if (QFile::exists(QString(VETHSCOPE_SOURCE_DIR "/") + folder))
                QTest::newRow(folder) << QString(VETHSCOPE_SOURCE_DIR "/") + folder;
    }

    void ownSources()
    {
        QFETCH(QString, folder);
        const auto snapshot = readSnapshot(folder.toStdString());
        if (!snapshot) // nothing in it that could be read
            return;
        const QStringList things = thingsIn(*snapshot);
        QVERIFY2(things.isEmpty(), qPrintable(things.mid(0, 20).join('\n')));
    }
};

QTEST_APPLESS_MAIN(NonsenseTest)
#include "tst_nonsense.moc"
