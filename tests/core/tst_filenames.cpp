#include "core/snapshot/filenames.h"
#include "core/snapshot/origin.h"

#include <QTest>

using namespace vethscope;

// What files' and folders' names tell: of which command, and whose.
class FileNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void files_data();
    void files();
    void endings_data();
    void endings();
    void contents_data();
    void contents();
    void folders_data();
    void folders();
    void bundles_data();
    void bundles();
    void folderOfHyphens();
    void generalNames_data();
    void generalNames();
    void origins_data();
    void origins();
    void longHostname();
};

namespace {

QString joinedWords(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list << QString::fromStdString(word);
    return list.join(' ');
}

} // namespace

void FileNamesTest::files_data()
{
    QTest::addColumn<QString>("told"); // `COMMAND @HOST`, and `+` where some of the name tells what is in the file

    const auto row = [](const char *name, const char *told) { QTest::newRow(name) << QString(told); };
    // Commands
    row("ip-addr.json", "ip addr @+");
    row("iptables-save.txt", "iptables-save @+");
    row("ifconfig", "ifconfig @+");
    row("ip-d-link.txt", "ip -d link @+");
    row("ip_-d_link.txt", "ip -d link @+");
    row("ip r.txt", "ip r @+");
    row("fir-ip-r.txt", "ip r @fir+");
    row("fir ip r.txt", "ip r @fir+");
    row("fir_lab_ip-addr.txt", "ip addr @fir_lab+");
    row("fir_iptables-save", "iptables-save @fir+");
    row("bridge-fdb-show-dev-flannel.1", "bridge fdb show dev flannel.1 @+");
    row("bridge_fdb_show_dev_flannel.1.txt", "bridge fdb show dev flannel.1 @+");
    row("fir.bridge-fdb-show-dev-flannel.1.txt", "bridge fdb show dev flannel.1 @fir+");
    row("fir.lab.ip-d-link-show-flannel.1", "ip -d link show flannel.1 @fir.lab+");
    row("ip-r.fir.lab", "ip r @fir.lab+");
    row("fir.lab.ip-r", "ip r @fir.lab+");
    row("ip-r.1fir", "ip r @1fir+");
    row("12_ip-r.txt", "ip r @+");
    row("logs-ip-r.txt", "ip r @+");
    row("fir.-ip-r.txt", "ip r @fir+");
    // A dot parts a command from a name
    row("ip_addr.oak.log", "ip addr @oak+");
    row("oak.ip_route.txt", "ip route @oak+");
    row("fir.lab.ip_route", "ip route @fir.lab+");
    row("ip_route.fir.lab", "ip route @fir.lab+");
    row("oak.ip--d-link-show-flannel.1.txt", "ip -d link show flannel.1 @oak+");
    row("ip--d-link-show-flannel.1.oak.txt", "ip -d link show flannel.1 @oak+");
    row("oak.bridge_fdb_show_dev_flannel.1.txt", "bridge fdb show dev flannel.1 @oak+");
    row("bridge-fdb-show-dev-flannel.1.txt", "bridge fdb show dev flannel.1 @+");
    row("bridge-fdb-show-dev-vxlan.calico.txt", "bridge fdb show dev vxlan.calico @+");
    row("oak-ip_route.txt", "ip route @oak+");
    row("oak-12-iptables-save.txt", "iptables-save @oak-12+");
    row("oak.ip-route.txt", "ip route @oak+");
    row("oak.iptables-save.txt", "iptables-save @oak+");
    row("iptables-save.oak.txt", "iptables-save @oak+");
    row("ip_route.-.txt", "@+");
    row("data.ip_route.txt", "ip route @+");
    // Names
    row("fir.txt", "@fir");
    row("fir.lab.txt", "@fir.lab");
    row("fir-1.txt", "@fir-1");
    row("worker-11.txt", "@worker-11");
    row("routes-fir.txt", "@fir+");
    row("fir_routes.txt", "@fir+");
    row("all-routes-fir-all-pods.txt", "@fir+");
    row("fir-kubectl.txt", "@fir+");
    row("routes.txt", "@+");
    row("notes.txt", "@");
    row("my notes.txt", "@");
    row("-.txt", "@");
    row(".txt", "@");
    row("12.txt", "@");
    // Times
    row("fir-2026-06-11.txt", "@fir");
    row("2026-06-11-fir.txt", "@fir");
    row("fir-oak-2026-06-11.txt", "@fir-oak");
    row("20260611T1403-fir.txt", "@fir");
    row("fir-20260611t1403z.txt", "@fir");
    row("fir-20260611T1403Z.txt", "@fir");
    row("140351-140352-fir-140351-140352.txt", "@fir");
    row("2026-06-11.txt", "@");
    row("a00000-fir.txt", "@a00000-fir");
    row("12345-fir.txt", "@12345-fir");
    row("123456-fir.txt", "@fir");
}

void FileNamesTest::files()
{
    const FileName name = readFileName(QTest::currentDataTag());
    QTEST((name.words.empty() ? QString() : joinedWords(name.words) + " ") + "@" + QString::fromStdString(name.host) + (name.saysContent ? "+" : ""), "told");
}

void FileNamesTest::endings_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *ending : {".gz", ".xz", ".zst", ".bz2", ".tgz", ".tar", ".zip", ".txt", ".json", ".log", ".out", ".yaml", ".yml", ".md", ".stdout", ".cmd", ".txt.gz", ".gz.txt"})
        QTest::newRow(ending) << std::string(ending);
}

void FileNamesTest::endings()
{
    QFETCH(std::string, word);
    QCOMPARE(readFileName("fir" + word).host, std::string("fir"));
    QCOMPARE(readFileName(word).host, std::string());
}

void FileNamesTest::contents_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *word : {"route", "routes", "routing", "addr", "addrs", "address", "addresses", "link", "links", "interface", "interfaces", "ifaces", "neigh", "neighbors", "neighbours",
                             "arp", "fdb", "iptables", "nft", "ipvs", "pods", "nodes", "services", "svc", "endpoints", "network", "networking", "net", "ifconfig", "output", "info", "dump",
                             "console", "session", "log", "logs", "bgp", "sysctl", "conntrack", "rules", "tables", "all", "wide", "get", "show", "list", "table", "command", "commands",
                             "cmd", "cmds", "Routes", "tcpdump", "2026"})
        QTest::newRow(word) << std::string(word);
}

// Behind the name it says what is in the file.
void FileNamesTest::contents()
{
    QFETCH(std::string, word);
    const FileName name = readFileName("fir-" + word + ".txt");
    QCOMPARE(name.host, std::string("fir"));
    QVERIFY(name.saysContent);
}

void FileNamesTest::folders_data()
{
    QTest::addColumn<QString>("host");

    const auto row = [](const char *name, const char *host) { QTest::newRow(name) << QString(host); };
    row("fir", "fir");
    row("fir-12", "fir-12");
    row("12-fir", "12-fir");
    row("fir.lab", "fir.lab");
    row("fir_a", "fir_a");
    row("192.0.2.3", "192.0.2.3");
    row("networking", "");
    row("", "");
    row("12", "");
    row("diag-fir-20260611T1403", "fir");
    row("fir-diag", "fir");
    row("diag-fir-diag", "fir");
    row("diag-12-fir", "fir");
    row("diag-fir-10", "fir-10");
    row("fir-12-diag", "fir-12");
    row("fir-20260611", "fir");
    row("20260611-fir", "fir");
    row("fir-2026-06-11", "fir");
    row("2026-06-11_fir", "fir");
    row("fir-202-06-11", "fir-202-06-11");
    row("fir-2026-6-11", "fir-2026-6-11");
    row("fir-2026-06-1", "fir-2026-06-1");
    row("fir-2026-06-1x", "fir-2026-06-1x");
    row("202-06-11-fir", "202-06-11-fir");
    row("logs-12", "");
    row("support-host", "");
    row("fir-1:2:3:4", "fir");
}

void FileNamesTest::folders()
{
    QFETCH(QString, host);
    QCOMPARE(QString::fromStdString(hostOfFolder(QTest::currentDataTag())), host);
}

void FileNamesTest::bundles_data()
{
    QTest::addColumn<std::string>("word");

    for (const char *word : {"diag", "diagnostics", "sosreport", "sos", "snapshot", "vethscope", "bundle", "support", "collect", "collected", "report", "reports", "dump", "logs", "log",
                             "backup", "capture", "captures", "netinfo", "Diag"})
        QTest::newRow(word) << std::string(word);
}

void FileNamesTest::bundles()
{
    QFETCH(std::string, word);
    QCOMPARE(hostOfFolder(word + "-fir-20240611"), std::string("fir"));
    QCOMPARE(hostOfFolder(word + "-fir-12"), std::string("fir-12"));
}

void FileNamesTest::folderOfHyphens()
{
    QCOMPARE(hostOfFolder("_"), std::string());
    QCOMPARE(hostOfFolder("-_-"), std::string());
}

void FileNamesTest::generalNames_data()
{
    QTest::addColumn<bool>("general");

    for (const char *name : {"", "hosts", "Logs", "etc", "version", "Notes2", "my-readme", "a b", "日志"})
        QTest::newRow(name) << true;
    for (const char *name : {"fir", "hosts1", "log-fir"})
        QTest::newRow(name) << false;
}

void FileNamesTest::generalNames()
{
    QFETCH(bool, general);
    QCOMPARE(isGeneralName(QTest::currentDataTag()), general);
}

void FileNamesTest::origins_data()
{
    QTest::addColumn<QStringList>("texts"); // `PATH=TEXT`; the first is asked about
    QTest::addColumn<QString>("outside");
    QTest::addColumn<QString>("origin");    // `NODE/POD/NAMESPACE COMMAND`

    const auto row = [](const char *name, const QStringList &texts, const char *outside, const char *origin) { QTest::newRow(name) << texts << QString(outside) << QString(origin); };
    // Machines
    row("a folder", {"fir/ip-r.txt", "oak/ip-r.txt"}, "/x/snap.tar", "fir// ip r");
    row("in a folder that sorts", {"hosts/fir/ip-r.txt"}, "/x/snap.tar", "fir// ip r");
    row("a folder that sorts in it", {"fir/networking/ip-r.txt"}, "/x/snap.tar", "fir// ip r");
    row("the file's own name", {"fir-ip-r.txt", "oak-ip-r.txt"}, "/x/snap.tar", "fir// ip r");
    row("the file's own name in a folder that sorts", {"logs/fir-ip-r.txt", "logs/oak-ip-r.txt"}, "/x/snap.tar", "fir// ip r");
    row("a folder goes before the file's name", {"fir/oak-ip-r.txt"}, "/x/snap.tar", "fir// ip r");
    row("nobody", {"logs/ip-r.txt", "logs/ip-a.txt"}, "/x/logs", "// ip r");
    row("no command", {"fir/routes.txt", "oak/routes.txt"}, "/x/snap.tar", "fir// ");
    row("the archive's name", {"ip-r.txt", "ip-a.txt"}, "/x/fir.tar.gz", "fir// ip r");
    row("the archive's name is a bundle's", {"ip-r.txt", "ip-a.txt"}, "/x/diag-fir-20260611T1403", "fir// ip r");
    row("pasted", {"ip-r.txt", "ip-a.txt"}, "", "// ip r");
    // What a file says
    row("its hostname", {"b7/ip-r.txt", "b7/etc/hostname=elm\n"}, "/x/snap.tar", "elm// ip r");
    row("its hostname.txt", {"b7/ip-r.txt", "b7/hostname.txt=elm\n"}, "/x/snap.tar", "elm// ip r");
    row("its HOSTNAME", {"b7/ip-r.txt", "b7/HOSTNAME=elm\n"}, "/x/snap.tar", "elm// ip r");
    row("its hostname.out", {"b7/ip-r.txt", "b7/hostname.out=elm\n"}, "/x/snap.tar", "elm// ip r");
    row("its hostname without a line end", {"b7/ip-r.txt", "b7/hostname=elm"}, "/x/snap.tar", "elm// ip r");
    row("its uname", {"b7/ip-r.txt", "b7/uname_-a.txt=Linux elm 5.4\n"}, "/x/snap.tar", "elm// ip r");
    row("beside it", {"ip-r.txt", "hostname=elm\n"}, "/x/snap.tar", "elm// ip r");
    row("deep below it", {"b7/ip-r.txt", "b7/sos_commands/host/hostname=elm\n"}, "/x/snap.tar", "elm// ip r");
    row("deep above it", {"b7/sos_commands/networking/ip-r.txt", "b7/hostname=elm\n"}, "/x/snap.tar", "elm// ip r");
    row("two words", {"b7/ip-r.txt", "b7/hostname=elm oak\n"}, "/x/snap.tar", "b7// ip r");
    row("no word", {"b7/ip-r.txt", "b7/hostname=\n"}, "/x/snap.tar", "b7// ip r");
    row("no name", {"b7/ip-r.txt", "b7/hostname=12\n"}, "/x/snap.tar", "b7// ip r");
    row("no Linux", {"b7/ip-r.txt", "b7/uname.txt=Other elm 5.4\n"}, "/x/snap.tar", "b7// ip r");
    row("no name behind Linux", {"b7/ip-r.txt", "b7/uname.txt=Linux\n"}, "/x/snap.tar", "b7// ip r");
    row("another file", {"b7/ip-r.txt", "b7/hosts=elm\n"}, "/x/snap.tar", "b7// ip r");
    row("of each folder", {"top/a1/ip-r.txt", "top/a1/hostname=elm\n", "top/b1/hostname=oak\n"}, "/x/snap.tar", "elm// ip r");
    row("of each folder the other", {"top/b1/ip-r.txt", "top/a1/hostname=elm\n", "top/b1/hostname=oak\n"}, "/x/snap.tar", "oak// ip r");
    row("beside folders of others", {"top/b1/ip-r.txt", "top/a1/hostname=elm\n"}, "/x/snap.tar", "top// ip r");
    row("beside folders of others at the top", {"b1/ip-r.txt", "a1/hostname=elm\n"}, "/x/snap.tar", "b1// ip r");
    row("two at one place", {"b7/ip-r.txt", "b7/hostname=elm\n", "b7/uname=Linux oak x\n"}, "/x/snap.tar", "b7// ip r");
    // Pods
    row("what vethscope-snapshot packs", {"vethscope-snapshot-fir-1/fir/pods/web.txt"}, "/x/snap.tar", "fir/web/ ");
    row("its host", {"vethscope-snapshot-fir-1/fir/fir.txt"}, "/x/snap.tar", "fir// ");
    row("pods", {"fir/pods/web/ip-a.txt"}, "/x/snap.tar", "fir/web/ ip a");
    row("netns", {"fir/netns/web/ip-a.txt"}, "/x/snap.tar", "fir/web/ ip a");
    row("namespaces", {"fir/namespaces/web/ip-a.txt"}, "/x/snap.tar", "fir/web/ ip a");
    row("a command among the pods", {"fir/pods/ip-a.txt"}, "/x/snap.tar", "fir// ip a");
    row("pods of nobody", {"pods/web.txt", "pods/api.txt"}, "/x/snap.tar", "web// ");
    row("a pod's name by itself", {"fir/web-66bff467f8-8zqvn/ip-a.txt"}, "/x/snap.tar", "fir/web-66bff467f8-8zqvn/ ip a");
    row("a folder that may be anything", {"fir/web/ip-a.txt"}, "/x/snap.tar", "fir// ip a");
    row("a pod that a row names", {"fir/shop/web/ip-a.txt", "fir/pods.txt=NAME READY STATUS\nshop web 1/1\n"}, "/x/snap.tar", "fir/web/shop ip a");
    row("a pod that a row begins with", {"fir/web/ip-a.txt", "fir/pods.txt=web 1/1 Running\n"}, "/x/snap.tar", "fir/web/ ip a");
    row("a pod that a record names", {"fir/web/ip-a.txt", "fir/pods.json=  \"name\": \"web\",\n"}, "/x/snap.tar", "fir/web/ ip a");
    row("a pod that a dense record names", {"fir/web/ip-a.txt", "fir/pods.json={\"name\":\"web\"}\n"}, "/x/snap.tar", "fir/web/ ip a");
    row("a pod that YAML names", {"fir/web/ip-a.txt", "fir/pods.yaml=  name: web\n"}, "/x/snap.tar", "fir/web/ ip a");
    row("a line of two words", {"fir/web/ip-a.txt", "fir/pods.txt=web Running\n"}, "/x/snap.tar", "fir// ip a");
    row("the third word", {"fir/web/ip-a.txt", "fir/pods.txt=this is web\n"}, "/x/snap.tar", "fir// ip a");
    row("a part of a word, then the row", {"fir/web/ip-a.txt", "fir/pods.txt=webs are up\nweb 1/1 Running"}, "/x/snap.tar", "fir/web/ ip a");
    row("a folder that sorts is no namespace", {"fir/logs/web/ip-a.txt", "fir/pods.txt=web 1/1 Running\n"}, "/x/snap.tar", "fir/web/ ip a");
    // One file on its own
    row("its folder", {"ip-addr.json"}, "/x/fir/ip-addr.json", "fir// ip addr");
    row("its folders below one that sorts", {"ip-addr.json"}, "/x/json/fir/web/ip-addr.json", "fir/web/ ip addr");
    row("its folders with pods", {"ip-addr.json"}, "/x/nodes/fir/pods/web/ip-addr.json", "fir/web/ ip addr");
    row("its folders below text", {"ip-addr.json"}, "/x/text/fir/ip-addr.json", "fir// ip addr");
    row("its folders below hosts", {"ip-addr.json"}, "/x/hosts/fir/web/ip-addr.json", "fir/web/ ip addr");
    row("its folders far below one that sorts", {"ip-addr.json"}, "/x/json/a/b/c/fir/ip-addr.json", "fir// ip addr");
    row("its folder sorts", {"ip-addr.json"}, "/fir/logs/ip-addr.json", "// ip addr");
    row("its name goes before its folder", {"oak-ip-r.txt"}, "/x/fir/oak-ip-r.txt", "oak// ip r");
    row("another file's place", {"ip-r.txt"}, "/x/fir/other.txt", "other// ip r");
}

void FileNamesTest::origins()
{
    QFETCH(QStringList, texts);
    QFETCH(QString, outside);
    std::vector<PlacedText> placed;
    for (const QString &text : texts)
        placed.push_back({text.section('=', 0, 0).toStdString(), text.section('=', 1).toStdString()});
    const Origin origin = Origins(placed, outside.toStdString()).of(placed.front().path);
    const Session &session = origin.session;
    QTEST(QString("%1/%2/%3 %4").arg(QString::fromStdString(session.node), QString::fromStdString(session.pod), QString::fromStdString(session.podNamespace), joinedWords(origin.words)),
          "origin");
}

// A file that is called so and holds more than a name is none of that kind.
void FileNamesTest::longHostname()
{
    for (const std::size_t blanks : {997u, 998u}) {
        const std::vector<PlacedText> texts{{"b7/ip-r.txt", {}}, {"b7/hostname", "elm" + std::string(blanks, '\n')}};
        QCOMPARE(Origins(texts, "/x/snap.tar").of("b7/ip-r.txt").session.node, std::string(blanks == 997 ? "elm" : "b7"));
    }
    QCOMPARE(originOf("fir/ip-r.txt", "/x/snap.tar").session.node, std::string("fir"));
}

QTEST_GUILESS_MAIN(FileNamesTest)
#include "tst_filenames.moc"
