#include "core/snapshot/snapshot.h"

#include "core/snapshot/hosttime.h"
#include "tests/support/hostfacts.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>

using namespace vethscope;

// Files, folders and archives as snapshots; what cannot be read is said and does no harm to the rest.
class tst_snapshot : public QObject
{
    Q_OBJECT

private slots:
    void studyNotes();
    void labClusters_data();
    void labClusters();
    void hostOfFile_data();
    void hostOfFile();
    void badText_data();
    void badText();
    void severalCommandsOnOneLine();
    void hostsOfPrompts();
    void archives_data();
    void archives();
    void hostileArchive();
    void limits();
    void folders();
    void nothingToRead();
    void stopped();
    void stoppedWithinAText();
    void stoppedEarly();
    void longText();
    void prefixes();
    void joined();
    void time_data();
    void time();
};

namespace {

const QByteArray routes = "default via 172.27.0.1 dev eth0 \n10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink \n";

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

struct Entry {
    QByteArray name;
    QByteArray bytes;
    QByteArray linkTo = {}; // a symbolic link
};

void pack(const QString &path, const QByteArray &format, const QList<Entry> &entries)
{
    archive *handle = archive_write_new();
    if (format == "zip")
        archive_write_set_format_zip(handle);
    else
        archive_write_set_format_pax_restricted(handle);
    if (format.endsWith("gz"))
        archive_write_add_filter_gzip(handle);
    QCOMPARE(archive_write_open_filename(handle, path.toUtf8().constData()), ARCHIVE_OK);
    for (const Entry &entry : entries) {
        archive_entry *header = archive_entry_new();
        archive_entry_set_pathname(header, entry.name.constData());
        archive_entry_set_perm(header, 0644);
        archive_entry_set_filetype(header, entry.linkTo.isEmpty() ? AE_IFREG : AE_IFLNK);
        if (!entry.linkTo.isEmpty())
            archive_entry_set_symlink(header, entry.linkTo.constData());
        archive_entry_set_size(header, entry.bytes.size());
        QCOMPARE(archive_write_header(handle, header), ARCHIVE_OK);
        archive_write_data(handle, entry.bytes.constData(), static_cast<std::size_t>(entry.bytes.size()));
        archive_entry_free(header);
    }
    archive_write_free(handle);
}

QString problemsOf(const Snapshot &snapshot)
{
    QStringList list;
    for (const Error &problem : snapshot.report.problems)
        list << QString::fromStdString(problem.message.english());
    return list.join('\n');
}

QStringList hostNames(const Snapshot &snapshot)
{
    QStringList names;
    for (const HostFacts &host : snapshot.facts.hosts)
        names << QString::fromStdString(host.node);
    return names;
}

// `source:line` of what a known command left over.
QStringList leftOver(const Snapshot &snapshot)
{
    QStringList list;
    for (const ImportedCommand &command : snapshot.report.commands)
        if (!command.parser.empty())
            for (const std::uint32_t line : command.notUnderstood)
                list << QString("%1:%2 %3: %4").arg(QString::fromStdString(command.source->name())).arg(line)
                            .arg(QString::fromStdString(command.parser), QString::fromUtf8(command.source->line(line).data(), int(command.source->line(line).size())));
    return list;
}

Snapshot read(const QString &path, const SnapshotLimits &limits = {})
{
    auto snapshot = readSnapshot(path.toStdString(), {}, limits);
    if (!snapshot)
        qFatal("%s", snapshot.error().message.english().c_str());
    return std::move(*snapshot);
}

} // namespace

// Every fact of the notes that issue and lesson build on, with its line.
void tst_snapshot::studyNotes()
{
    const QString path = VETHSCOPE_SOURCE_DIR "/../shared/seed/k8s-capture-notes.txt";
    if (!QFile::exists(path))
        QSKIP("the study notes are not here");
    const Snapshot snapshot = read(path);
    const QStringList lines = test::factLines(snapshot.facts);
    const QStringList expected{
        "line 38 master: bridge cni0 id 8000.822a0551fe51",
        "line 38 master: port cni0 veth01d2bc26",
        "line 44 master: port cni0 vethfbd1eb75",
        "line 45 master: bridge docker0 id 8000.024218847f20",
        "line 58 master/tea-6fb46d899f-4zkt2: link eth0 ifindex 3 peer 17 mtu 1450 up",
        "line 59 master/tea-6fb46d899f-4zkt2: link eth0 mac b2:ad:3a:6e:3a:4f",
        "line 60 master/tea-6fb46d899f-4zkt2: address eth0 10.244.0.60/24 scope global",
        "line 68 master: link veth120e0e5a ifindex 14 peer 3",
        "line 71 master: link vetha1f852ea ifindex 17 peer 3",
        "line 75 master: link vethb4a73525 ifindex 21 peer 3",
        "line 98 master: link eth0 mtu 1500 up",
        "line 99 master: address eth0 172.27.0.11/20",
        "line 101 master: link eth0 mac 52:54:00:c2:ee:db",
        "line 111 VM-16-10-centos: address eth0 172.27.16.10/20",
        "line 113 VM-16-10-centos: link eth0 mac 52:54:00:4e:05:02",
        "line 123 master: neighbour name gateway mac fe:ee:32:07:ea:07 dev eth0",
        "line 133 master: neighbour ip 10.244.1.0 mac 2a:3c:a0:e1:a9:b6 dev flannel.1 state permanent",
        "line 138 master: route 0.0.0.0/0 via 172.27.0.1 dev eth0 proto boot",
        "line 139 master: route 10.244.1.0/24 via 10.244.1.0 dev flannel.1 proto boot onlink",
        "line 140 master: route 172.27.0.0/20 dev eth0 proto kernel scope link src 172.27.0.11",
        "line 145 master: link flannel.1 mtu 1450 up",
        "line 146 master: address flannel.1 10.244.0.0/32",
        "line 147 master: link flannel.1 mac 8e:5c:79:80:cd:cc",
    };
    for (const QString &line : expected)
        QVERIFY2(lines.contains(line), qPrintable(line + "\nis not among\n" + lines.join('\n')));
    QCOMPARE(lines.filter("master: port cni0").size(), 7);
    QCOMPARE(lines.filter(QRegularExpression("master: link veth\\w+ ifindex")).size(), 8);

    // Nothing of the commands is left over, and the prose is prose.
    QCOMPARE(leftOver(snapshot), QStringList{});
    QCOMPARE(problemsOf(snapshot), QString());
    QStringList prose;
    for (const ProseLines &part : snapshot.report.prose)
        for (std::uint32_t line = part.lines.first; line < part.lines.end(); ++line)
            prose << QString::fromUtf8(part.source->line(line).data(), int(part.source->line(line).size()));
    const QStringList told = prose.filter(QRegularExpression("[\\x{4e00}-\\x{9fff}]"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList all = QString::fromUtf8(file.readAll()).split('\n').filter(QRegularExpression("[\\x{4e00}-\\x{9fff}]"));
    QCOMPARE(told, all);
}

void tst_snapshot::labClusters_data()
{
    QTest::addColumn<QString>("cluster");
    const QDir samples(VETHSCOPE_SOURCE_DIR "/resources/samples");
    for (const QString &name : samples.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (name != "faults") // the lab's broken ones have another test
            QTest::newRow(qPrintable(name)) << name;
}

// What the lab's hosts printed is read to the last line.
void tst_snapshot::labClusters()
{
    QFETCH(QString, cluster);
    const Snapshot snapshot = read(VETHSCOPE_SOURCE_DIR "/resources/samples/" + cluster + "/hosts");
    QCOMPARE(leftOver(snapshot), QStringList{});
    QCOMPARE(problemsOf(snapshot), QString());
    QVERIFY(snapshot.report.prose.empty());

    // The transcripts and the JSON tell of the same machines.
    QSet<QString> fromText, fromJson;
    for (const HostFacts &host : snapshot.facts.hosts)
        for (const InterfaceAddressFact &fact : host.addresses) {
            const QString line = QString::fromStdString(host.node + "/" + host.pod + " " + fact.interface + " " + fact.address.text());
            (fact.evidence.source->name().ends_with(".json") ? fromJson : fromText).insert(line);
        }
    QCOMPARE(fromText, fromJson);
    QVERIFY(fromText.size() > 10);
}

void tst_snapshot::hostOfFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("opened");
    QTest::addColumn<QString>("host");
    QTest::newRow("a folder a node") << "n1/ip-route.txt" << "" << "n1/";
    QTest::newRow("a folder a pod") << "n1/tea-7c8b9d6f5-g9gwv/ip-route.txt" << "" << "n1/tea-7c8b9d6f5-g9gwv";
    QTest::newRow("a folder that sorts a node's files") << "n1/commands/tea/ip-route.txt" << "" << "n1/";
    QTest::newRow("a bundle of a time") << "diag-n1-20240611T1403/net/ip_r.txt" << "" << "n1/";
    QTest::newRow("a host behind") << "ip_route.n1.log" << "" << "n1/";
    QTest::newRow("an archive in a folder") << "n1.tar.gz/vethscope-snapshot-n1-20240611T140351Z/n1/pods/tea.txt" << "" << "n1/tea";
    QTest::newRow("pods in a folder of their own") << "n1/pods/tea/ip-route.txt" << "" << "n1/tea";
    QTest::newRow("a namespace between") << "n1/shop/tea-7c8b9d6f5-g9gwv/ip-route.txt" << "" << "n1/shop/tea-7c8b9d6f5-g9gwv";
    QTest::newRow("folders that sort") << "hosts/json/n1/ip-route.txt" << "" << "n1/";
    QTest::newRow("a host in front") << "n1-ip-route.txt" << "" << "n1/";
    QTest::newRow("with underscores") << "n1_ip_route.txt" << "" << "n1/";
    QTest::newRow("flags") << "n1/ip-4-route.txt" << "" << "n1/";
    QTest::newRow("known by its look") << "n1/table.txt" << "" << "n1/";
    QTest::newRow("named after the host") << "n1.txt" << "" << "n1/";
    QTest::newRow("a file alone, its folder's name") << "json/n1/tea/ip-route.txt" << "json/n1/tea/ip-route.txt" << "n1/tea";
    QTest::newRow("a file alone in a node's folder") << "json/n1/ip-route.txt" << "json/n1/ip-route.txt" << "n1/";
    QTest::newRow("a file alone among others") << "Downloads/ip-route.txt" << "Downloads/ip-route.txt" << "machine 1/";
}

void tst_snapshot::hostOfFile()
{
    QFETCH(QString, path);
    QFETCH(QString, opened);
    QTemporaryDir folder;
    write(folder.filePath("snapshot/" + path), routes);
    const Snapshot snapshot = read(folder.filePath("snapshot/" + opened));
    QCOMPARE(snapshot.facts.hosts.size(), std::size_t(1));
    const HostFacts &host = snapshot.facts.hosts.front();
    const std::string between = host.podNamespace.empty() ? "" : host.podNamespace + "/";
    QTEST(QString::fromStdString(host.node + "/" + between + host.pod), "host");
    QCOMPARE(host.routes.size(), std::size_t(2));
    QCOMPARE(QString::fromStdString(host.routes[0].evidence.source->name()), opened.isEmpty() ? path : QFileInfo(path).fileName());
}

void tst_snapshot::badText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("lines");
    const QStringList both{"line 2 n1: route 0.0.0.0/0 via 172.27.0.1 dev eth0 proto boot", "line 3 n1: route 10.244.1.0/24 via 10.244.1.0 dev flannel.1 proto boot onlink"};
    const QByteArray typed = "[root@n1 ~]# ip route\n" + routes;
    QTest::newRow("as it should be") << typed << both;
    QTest::newRow("Windows' line ends") << QByteArray(typed).replace("\n", "\r\n") << both;
    QTest::newRow("no line end at the end") << typed.chopped(2) << both;
    QTest::newRow("a byte order mark") << "\xef\xbb\xbf" + typed << both;
    QTest::newRow("colours of ip -c") << QByteArray("[root@n1 ~]# ip -c route\ndefault via \x1b[36m172.27.0.1 \x1b[0mdev \x1b[36meth0 \x1b[0m\n10.244.1.0/24 via \x1b[36m10.244.1.0 \x1b[0mdev \x1b[36mflannel.1 \x1b[0monlink \n") << both;
    QTest::newRow("bracketed paste and a window title") << QByteArray("\x1b]0;root@n1:~\x07\x1b[?2004h[root@n1 ~]# ip route\r\n\x1b[?2004l\r" + QByteArray(routes).replace("\n", "\r\n")) << both;

    const QString latin = QString::fromUtf8("[root@n1 ~]# ip route\n" + routes + "\n注意路由\n");
    QByteArray utf16;
    for (const QChar c : latin)
        utf16.append(char(c.unicode() & 0xff)).append(char(c.unicode() >> 8));
    QTest::newRow("UTF-16 of Windows") << "\xff\xfe" + utf16 << both;
    QTest::newRow("UTF-16 without its mark") << utf16.left(2 * (typed.size())) << both;
    QTest::newRow("GB18030 of Chinese Windows") << typed + "\n\xd7\xa2\xd2\xe2\xc2\xb7\xd3\xc9\n" << both;

    QTest::newRow("cut in the middle of a table") << QByteArray("[root@n1 ~]# ip route\ndefault via 172.27.0.1 dev eth0 \n10.244.1.0/2")
        << QStringList{both[0], "! line 3"};
    QTest::newRow("prose without a blank line") << typed + "注意默认路由\n" << both;
    QTest::newRow("an unknown command in between") << "[root@n1 ~]# frobnicate\nsomething\n" + QByteArray("[root@n1 ~]# true\n") << QStringList{};
    QTest::newRow("the pod's container is told first") << QByteArray("[root@n1 ~]# kubectl exec tea -- ip route\nDefaulted container \"web\" out of: web, log\ndefault via 10.244.0.1 dev eth0 \n")
        << QStringList{"line 3 n1/tea: route 0.0.0.0/0 via 10.244.0.1 dev eth0 proto boot"};

    QByteArray wrapped = "[root@n1 ~]# ip -d link show flannel.1\n";
    const QByteArray long1 = "4: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UNKNOWN mode DEFAULT group default ";
    const QByteArray long2 = "    link/ether 8e:5c:79:80:cd:cc brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 ";
    const QByteArray long3 = "    vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 dstport 8472 nolearning ttl auto ageing 300 noudpcsum numtxqueues 1 numrxqueues 1 ";
    for (const QByteArray &line : {long1, long2, long3})
        for (int i = 0; i < line.size(); i += 80)
            wrapped += line.mid(i, 80) + "\n";
    QTest::newRow("wrapped at 80 columns") << wrapped
        << QStringList{"line 2 n1: link flannel.1 ifindex 4 mtu 1450 up master cni0", "line 4 n1: link flannel.1 mac 8e:5c:79:80:cd:cc",
                       "line 6 n1: link flannel.1 vxlan tunnel vni 1 port 8472 local 172.27.0.11 dev eth0 nolearning"};

    QTest::newRow("no host in the prompt, but hostname was asked") << QByteArray("# hostname\nn7\n# ip route\n" + routes)
        << QStringList{"line 4 n7: route 0.0.0.0/0 via 172.27.0.1 dev eth0 proto boot", "line 5 n7: route 10.244.1.0/24 via 10.244.1.0 dev flannel.1 proto boot onlink", "line 2 n7: setting hostname = n7"};
    QTest::newRow("no host anywhere") << QByteArray("# ip route\n" + routes)
        << QStringList{"line 2 machine 1: route 0.0.0.0/0 via 172.27.0.1 dev eth0 proto boot", "line 3 machine 1: route 10.244.1.0/24 via 10.244.1.0 dev flannel.1 proto boot onlink"};
    QTest::newRow("outputs without any prompt") << "我的路由表:\n\n" + routes + "\n2: eth0: <UP,LOWER_UP> mtu 1500 qdisc noop state UP \n"
        << QStringList{"line 6 machine 1: link eth0 ifindex 2 mtu 1500 up", "line 3 machine 1: route 0.0.0.0/0 via 172.27.0.1 dev eth0 proto boot", "line 4 machine 1: route 10.244.1.0/24 via 10.244.1.0 dev flannel.1 proto boot onlink"};
    QTest::newRow("JSON of somebody else, with parts that look like a command's") << QByteArray("{\n \"fdb\": [\n  {\"mac\": \"2a:3c:a0:e1:a9:b6\", \"ifname\": \"x\"}\n ]\n}\n")
        << QStringList{"- pasted text: JSON that no known command prints"};
    QTest::newRow("flannel's settings are no object") << QByteArray("[root@n1 ~]# kubectl -n kube-flannel get cm kube-flannel-cfg -o yaml\napiVersion: v1\ndata:\n  net-conf.json: '[1]'\nkind: ConfigMap\n")
        << QStringList{"! line 4", "! pasted text line 4: \"net-conf.json\" is no JSON object: "};
    QTest::newRow("two hosts that nobody named") << QByteArray("[root@localhost ~]# ifconfig eth0\neth0: flags=4163<UP,RUNNING>  mtu 1500\n        ether 52:54:00:c2:ee:db  txqueuelen 1000\n"
                                                           "[root@localhost ~]# ifconfig eth0\neth0: flags=4163<UP,RUNNING>  mtu 1500\n        ether 52:54:00:4e:05:02  txqueuelen 1000\n")
        << QStringList{"line 2 localhost: link eth0 mtu 1500 up", "line 3 localhost: link eth0 mac 52:54:00:c2:ee:db", "line 5 machine 1: link eth0 mtu 1500 up", "line 6 machine 1: link eth0 mac 52:54:00:4e:05:02",
                       "! pasted text lines 5-6 contradict line 3: eth0 has MAC address 52:54:00:c2:ee:db in one and 52:54:00:4e:05:02 in the other. They are kept apart as \"machine 1\"; a prompt, or a line such as `NAME:` above, would say which machine it is"};
    QTest::newRow("a host that nobody named") << QByteArray("[root@localhost ~]# hostname\nlocalhost.localdomain\n[root@localhost ~]# ip route\n" + routes)
        << QStringList{"line 4 localhost: route 0.0.0.0/0 via 172.27.0.1 dev eth0 proto boot", "line 5 localhost: route 10.244.1.0/24 via 10.244.1.0 dev flannel.1 proto boot onlink",
                       "line 2 localhost: setting hostname = localhost.localdomain"};
    QTest::newRow("a binary file") << QByteArray("\x7f" "ELF\x02\x01\x01\0\0\0\0\0", 12) << QStringList{"! pasted text is a binary file, not text"};
    QTest::newRow("nothing") << QByteArray() << QStringList{};
}

void tst_snapshot::badText()
{
    QFETCH(QByteArray, text);
    QTEST(test::factsOfText(text), "lines");
}

void tst_snapshot::severalCommandsOnOneLine()
{
    QCOMPARE(test::factsOf("ip route; ip rule", routes + "0:\tfrom all lookup local\n"),
             (QStringList{"line 2 n1: route 0.0.0.0/0 via 172.27.0.1 dev eth0 proto boot",
                          "line 3 n1: route 10.244.1.0/24 via 10.244.1.0 dev flannel.1 proto boot onlink", "line 4 n1: rule priority 0 from all lookup local"}));
    // The second namespace's output begins where `1:` comes again.
    QCOMPARE(test::factsOf("for i in a b; do ip netns exec $i ip link; done",
                           "1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN \n3: eth0: <UP,LOWER_UP> mtu 1450 qdisc noqueue state UP \n"
                           "1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN \n"),
             (QStringList{"line 2 n1/a: link lo ifindex 1 loopback mtu 65536 down", "line 3 n1/a: link eth0 ifindex 3 mtu 1450 up",
                          "line 4 n1/b: link lo ifindex 1 loopback mtu 65536 down"}));
    // One of the two printed nothing; nobody knows which, so nobody gets it.
    QCOMPARE(test::factsOf("for i in a b; do ip netns exec $i ip neigh; done", "10.0.0.7 dev eth0 lladdr 02:00:00:00:00:01 STALE\n"), QStringList{});
    QCOMPARE(test::factsOf("for i in $(ip netns); do echo == $i; ip netns exec $i ip neigh; done", "== a\n== b\n10.0.0.7 dev eth0 lladdr 02:00:00:00:00:01 STALE\n"),
             QStringList{"line 4 n1/b: neighbour ip 10.0.0.7 mac 02:00:00:00:00:01 dev eth0 state stale"});
}

// kubectl tells of a cluster, not of the machine it was typed at; and what nobody could attribute makes no host.
void tst_snapshot::hostsOfPrompts()
{
    const Snapshot snapshot = readPastedSnapshot("me@laptop ~ % kubectl exec -it tea -n shop -- sh\n/ # ip route\n" + routes.toStdString() + "me@laptop ~ % ls\n");
    QCOMPARE(snapshot.facts.hosts.size(), std::size_t(1));
    QCOMPARE(snapshot.facts.hosts[0].node, std::string("laptop"));
    QCOMPARE(snapshot.facts.hosts[0].pod, std::string("tea"));
    QCOMPARE(snapshot.facts.hosts[0].podNamespace, std::string("shop"));
    QCOMPARE(snapshot.facts.hosts[0].seen.size(), std::size_t(1));
    QCOMPARE(snapshot.facts.hosts[0].seen[0].line, 2u);
}

void tst_snapshot::archives_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char *format : {"tar", "tar.gz", "zip"})
        QTest::newRow(format) << QByteArray(format);
}

void tst_snapshot::archives()
{
    QFETCH(QByteArray, format);
    QTemporaryDir folder;
    const QString path = folder.filePath("cluster." + format);
    pack(path, format, {{"n1/ip-route.txt", routes}, {"./n1/tea/ip-route.txt", routes}, {"pods.txt", "NAME READY STATUS RESTARTS AGE\ntea 1/1 Running 0 3d\n"}, {"n2.txt", "[root@n2 ~]# ip route\n" + routes}});
    const Snapshot snapshot = read(path);
    QCOMPARE(problemsOf(snapshot), QString());
    QCOMPARE(snapshot.facts.hosts.size(), std::size_t(3));
    QCOMPARE(test::factLines(snapshot.facts).size(), 6);
    QCOMPARE(snapshot.facts.hosts[1].pod, std::string("tea"));
    QCOMPARE(snapshot.facts.hosts[1].routes[0].evidence.source->name(), std::string("n1/tea/ip-route.txt"));
}

void tst_snapshot::hostileArchive()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("hostile.tar");
    pack(path, "tar", {{"../../escaped.txt", routes}, {"/etc/passwd", routes}, {"n1/../../n9/ip-route.txt", routes}, {"n1/link.txt", {}, "/etc/passwd"},
                       {"n1/ip-route.txt", routes}, {"n1/picture.png", QByteArray("\x89PNG\0\0\0\0", 8)}});
    const Snapshot snapshot = read(path);
    QCOMPARE(snapshot.facts.hosts.size(), std::size_t(1));
    QCOMPARE(test::factLines(snapshot.facts).size(), 2);
    const QString problems = problemsOf(snapshot);
    for (const char *name : {"../../escaped.txt leads out", "/etc/passwd leads out", "n1/../../n9/ip-route.txt leads out", "n1/link.txt is a link"})
        QVERIFY2(problems.contains(name), qPrintable(problems));
    QCOMPARE(snapshot.report.skipped.size(), std::size_t(1));
    QCOMPARE(snapshot.report.skipped[0].source, std::string("n1/picture.png"));
    QVERIFY(!QFile::exists(folder.filePath("escaped.txt")));

    // Cut in the middle: what came before is read.
    QFile whole(path);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    write(folder.filePath("cut.tar"), whole.readAll().left(6000));
    QVERIFY(readSnapshot(folder.filePath("cut.tar").toStdString()));
}

void tst_snapshot::limits()
{
    QTemporaryDir folder;
    QList<Entry> many;
    for (int i = 0; i < 30; ++i)
        many.append({"n" + QByteArray::number(i + 10) + "/ip-route.txt", routes});
    pack(folder.filePath("many.tar"), "tar", many);
    const Snapshot first = read(folder.filePath("many.tar"), {.files = 20});
    QCOMPARE(first.facts.hosts.size(), std::size_t(20));
    QVERIFY2(problemsOf(first).contains("many.tar has more than 20 entries"), qPrintable(problemsOf(first)));

    for (const Entry &entry : many)
        write(folder.filePath("many/" + entry.name), entry.bytes);
    const Snapshot second = read(folder.filePath("many"), {.files = 20});
    QCOMPARE(second.facts.hosts.size(), std::size_t(20));
    QVERIFY2(problemsOf(second).contains("20 files"), qPrintable(problemsOf(second)));

    // A few bytes that become many when they are unpacked.
    pack(folder.filePath("bomb.tar.gz"), "tar.gz", {{"n1/ip-route.txt", routes}, {"n2/bomb.txt", QByteArray(4 << 20, 'x')}});
    const Snapshot third = read(folder.filePath("bomb.tar.gz"), {.bytesOfOne = 1 << 20});
    QCOMPARE(third.facts.hosts.size(), std::size_t(1));
    QVERIFY2(problemsOf(third).contains("n2/bomb.txt is larger than 1048576 bytes"), qPrintable(problemsOf(third)));
    // The entries behind the one that is left out are read.
    pack(folder.filePath("between.tar.gz"), "tar.gz", {{"n1/ip-route.txt", routes}, {"n2/bomb.txt", QByteArray(4 << 20, 'x')}, {"n3/ip-route.txt", routes}});
    const Snapshot between = read(folder.filePath("between.tar.gz"), {.bytesOfOne = 1 << 20});
    QCOMPARE(hostNames(between), (QStringList{"n1", "n3"}));
    // A limit is what may be had, not one less.
    const auto size = static_cast<std::size_t>(routes.size());
    pack(folder.filePath("two.tar"), "tar", {{"n1/ip-route.txt", routes}, {"n2/ip-route.txt", routes}});
    for (const SnapshotLimits &enough : {SnapshotLimits{.files = 2}, SnapshotLimits{.bytesOfOne = size}, SnapshotLimits{.bytesOfAll = 2 * size}}) {
        const Snapshot whole = read(folder.filePath("two.tar"), enough);
        QCOMPARE(problemsOf(whole), QString());
        QCOMPARE(hostNames(whole), (QStringList{"n1", "n2"}));
    }
    const Snapshot oneFile = read(folder.filePath("two.tar"), {.files = 1});
    QCOMPARE(hostNames(oneFile), QStringList{"n1"});
    QVERIFY2(problemsOf(oneFile).contains("two.tar has more than 1 entries"), qPrintable(problemsOf(oneFile)));
    const Snapshot tooLarge = read(folder.filePath("two.tar"), {.bytesOfAll = 2 * size - 1});
    QCOMPARE(hostNames(tooLarge), QStringList{"n1"});
    QVERIFY2(problemsOf(tooLarge).contains("from n2/ip-route.txt on"), qPrintable(problemsOf(tooLarge)));
    const Snapshot fourth = read(folder.filePath("bomb.tar.gz"), {.bytesOfAll = 1 << 20});
    QVERIFY2(problemsOf(fourth).contains("holds more than 1048576 bytes"), qPrintable(problemsOf(fourth)));
    QCOMPARE(fourth.facts.hosts.size(), std::size_t(1));
}

void tst_snapshot::folders()
{
    QTemporaryDir folder;
    write(folder.filePath("n1/ip-route.txt"), routes);
    write(folder.filePath("n1/eth0.pcap"), QByteArray("\xd4\xc3\xb2\xa1\x02\0\x04\0", 8));
    write(folder.filePath("n1/.hidden"), routes);
    write(folder.filePath("outside.txt"), routes);
    QVERIFY(QFile::link(folder.filePath("outside.txt"), folder.filePath("n1/ip-addr.txt")));
    QVERIFY(QFile::link(folder.path(), folder.filePath("n1/loop")));
    pack(folder.filePath("n1/n2.tar.gz"), "tar.gz", {{"n2/ip-route.txt", routes}});
    const Snapshot snapshot = read(folder.filePath("n1"));
    const QString problems = problemsOf(snapshot);
    for (const char *name : {"eth0.pcap is a capture", ".hidden is hidden", "ip-addr.txt is a link", "loop is a link"})
        QVERIFY2(problems.contains(name), qPrintable(problems));
    QCOMPARE(test::factLines(snapshot.facts).size(), 4);
    QCOMPARE(QString::fromStdString(snapshot.name), QString("n1"));
}

void tst_snapshot::nothingToRead()
{
    QTemporaryDir folder;
    QVERIFY(!readSnapshot(folder.filePath("none").toStdString()));
    QVERIFY(!readSnapshot(folder.path().toStdString()));
    write(folder.filePath("n1.bin"), QByteArray(100, '\0'));
    const auto binary = readSnapshot(folder.filePath("n1.bin").toStdString());
    QVERIFY(!binary);
    QCOMPARE(QString::fromStdString(binary.error().message.english()), QString("n1.bin is a binary file, not text"));
}

void tst_snapshot::stopped()
{
    QTemporaryDir folder;
    for (const char *name : {"n1", "n2", "n3"})
        write(folder.filePath(QString("all/%1/ip-route.txt").arg(name)), routes);
    std::vector<std::size_t> told;
    const auto snapshot = readSnapshot(folder.filePath("all").toStdString(), [&](const SnapshotProgress &now) {
        if (now.lines == 0)
            told.push_back(now.files);
        return now.files < 2;
    });
    QVERIFY(snapshot);
    QCOMPARE(told, (std::vector<std::size_t>{1, 2}));
    QCOMPARE(snapshot->facts.hosts.size(), std::size_t(2));
}

// After the second of three commands: what they told is there, and nothing of the third.
void tst_snapshot::stoppedWithinAText()
{
    QString text;
    for (const char *name : {"n1", "n2", "n3"})
        text += QString("[root@%1 ~]# ip route\n%2").arg(name, routes);
    std::vector<std::uint32_t> lines;
    const SnapshotWatch watch = [&](const SnapshotProgress &now) {
        lines.push_back(now.line);
        return lines.size() <= 2;
    };
    const Snapshot snapshot = readPastedSnapshot(text.toStdString(), "pasted", watch);
    QCOMPARE(lines.size(), std::size_t(3)); // asked before each command, and no more: not read once again as a text with broken lines
    QVERIFY(std::ranges::is_sorted(lines));
    QCOMPARE(snapshot.facts.hosts.size(), std::size_t(2));
    QCOMPARE(QByteArray::fromStdString(snapshot.facts.hosts.back().node), QByteArray("n2"));
}

// While a long text is looked through for outputs, before any is read.
void tst_snapshot::stoppedEarly()
{
    const QByteArray text = QByteArray("words and more of them\n").repeated(5000) + "[root@n1 ~]# ip route\n" + routes;
    std::vector<std::uint32_t> lines;
    const SnapshotWatch watch = [&](const SnapshotProgress &now) {
        lines.push_back(now.line);
        return false;
    };
    const Snapshot stopped = readPastedSnapshot(text.toStdString(), "pasted", watch);
    QVERIFY(!lines.empty());
    QVERIFY(lines.front() > 0 && lines.front() < 1000);
    QVERIFY(stopped.facts.hosts.empty());
    // The same is read when nobody stops it, and the lines told of grow.
    lines.clear();
    const Snapshot whole = readPastedSnapshot(text.toStdString(), "pasted", [&](const SnapshotProgress &now) {
        lines.push_back(now.line);
        return true;
    });
    QCOMPARE(whole.facts.hosts.size(), std::size_t(1));
    QVERIFY(lines.size() > 4);
    QVERIFY(std::ranges::is_sorted(lines));
    QVERIFY(lines.back() > 5000);
}

// Outputs of a long text are read in parts, several at once: what they tell stands in the text's order.
void tst_snapshot::longText()
{
    constexpr int machines = 700;
    QString text;
    for (int i = 0; i < machines; ++i)
        text += QString("[root@n%1 ~]# ip route\n").arg(i) + QString("10.244.%1.0/24 via 192.0.2.%2 dev eth0\n").arg(i % 250).arg(i % 200 + 1).repeated(50) + "\nThis is what it looks like there now:\n";
    const Snapshot whole = readPastedSnapshot(text.toStdString());
    QCOMPARE(whole.report.commands.size(), std::size_t(machines));
    QCOMPARE(whole.facts.hosts.size(), std::size_t(machines));
    for (std::size_t i = 0; i < machines; ++i) {
        QCOMPARE(whole.report.commands[i].line, static_cast<std::uint32_t>(53 * i + 1));
        QCOMPARE(QByteArray::fromStdString(whole.facts.hosts[i].node), "n" + QByteArray::number(i));
    }
    QVERIFY(whole.report.prose.size() > 1);
    QVERIFY(std::ranges::is_sorted(whole.report.prose, {}, [](const ProseLines &prose) { return prose.lines.first; }));
    // Stopped: what was read by then, from the first one on, without a gap.
    bool reading = false;
    const Snapshot stopped = readPastedSnapshot(text.toStdString(), "pasted", [&](const SnapshotProgress &now) {
        reading = now.line > now.lines * 2 / 3;
        return !reading;
    });
    QVERIFY(reading);
    QVERIFY(stopped.report.commands.size() < std::size_t(machines));
    for (std::size_t i = 0; i < stopped.report.commands.size(); ++i)
        QCOMPARE(stopped.report.commands[i].line, static_cast<std::uint32_t>(53 * i + 1));
}

// Cut anywhere, a transcript is read up to there.
void tst_snapshot::prefixes()
{
    QFile file(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/hosts/master.txt");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    qsizetype facts = 0;
    for (qsizetype size = 0; size < text.size(); size += 997) {
        const qsizetype count = test::factLines(readPastedSnapshot(text.left(size).toStdString()).facts).size();
        QVERIFY2(count >= facts - 1, qPrintable(QString("%1 facts in %2 bytes, %3 before").arg(count).arg(size).arg(facts)));
        facts = std::max(facts, count);
    }
    QVERIFY(facts > 100);
}

void tst_snapshot::joined()
{
    const Snapshot first = readPastedSnapshot("[root@n1 ~]# ip route\n" + routes.toStdString());
    const Snapshot second = readPastedSnapshot("[root@n1 ~]# hostname\nn1\n[root@n2 ~]# hostname\nn2\n");
    const Facts facts = vethscope::joined({&first, &second});
    QCOMPARE(facts.hosts.size(), std::size_t(2));
    QCOMPARE(facts.hosts[0].routes.size(), std::size_t(2));
    QCOMPARE(facts.hosts[0].settings.size(), std::size_t(1));
}

void tst_snapshot::time_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("C locale") << "Mon Nov 23 13:40:29 UTC 2026" << "2026-11-23T13:40:29Z";
    QTest::newRow("China's time") << "Mon Nov 23 13:40:29 CST 2026" << "2026-11-23T05:40:29Z";
    QTest::newRow("en_US") << "Mon 23 Nov 2026 01:40:29 PM UTC" << "2026-11-23T13:40:29Z";
    QTest::newRow("Chinese") << "2026年 11月 23日 星期一 13:40:29 CST" << "2026-11-23T05:40:29Z";
    QTest::newRow("Chinese without blanks") << "2026年11月23日 星期一 13:40:29 CST" << "2026-11-23T05:40:29Z";
    QTest::newRow("ISO 8601") << "2026-11-23T13:40:29+08:00" << "2026-11-23T05:40:29Z";
    QTest::newRow("ISO 8601 in UTC") << "2026-11-23T13:40:29Z" << "2026-11-23T13:40:29Z";
    QTest::newRow("RFC 3339 with a blank") << "2026-11-23 13:40:29+00:00" << "";
    QTest::newRow("seconds") << "1795441229" << "2026-11-23T13:40:29Z";
    QTest::newRow("no date") << "date: command not found" << "";
    QTest::newRow("no such day") << "Mon Feb 30 13:40:29 UTC 2026" << "";
    QTest::newRow("hours that are no number") << "Mon Nov 23 xx:40:29 UTC 2026" << "";
    QTest::newRow("minutes that are no number") << "Mon Nov 23 13:xx:29 UTC 2026" << "";
    QTest::newRow("seconds that are no number") << "Mon Nov 23 13:40:xx UTC 2026" << "";
    QTest::newRow("a clock without seconds") << "Mon Nov 23 13:40 UTC 2026" << "";
    QTest::newRow("the day's first second") << "Mon Nov 23 00:00:00 UTC 2026" << "2026-11-23T00:00:00Z";
    QTest::newRow("the day's last second") << "Mon Nov 23 23:59:59 UTC 2026" << "2026-11-23T23:59:59Z";
    QTest::newRow("a leap second") << "Sat Dec 31 23:59:60 UTC 2016" << "2017-01-01T00:00:00Z";
    QTest::newRow("24 hours") << "Mon Nov 23 24:00:00 UTC 2026" << "";
    QTest::newRow("60 minutes") << "Mon Nov 23 13:60:00 UTC 2026" << "";
    QTest::newRow("61 seconds") << "Mon Nov 23 13:40:61 UTC 2026" << "";
    QTest::newRow("fractions of a second are cut off") << "2026-11-23T13:40:29,987654321+00:00" << "2026-11-23T13:40:29Z";
    QTest::newRow("noon is 12 PM") << "Mon 23 Nov 2026 12:00:00 PM UTC" << "2026-11-23T12:00:00Z";
    QTest::newRow("midnight is 12 AM") << "Mon 23 Nov 2026 12:00:00 AM UTC" << "2026-11-23T00:00:00Z";
    QTest::newRow("before noon") << "Mon 23 Nov 2026 11:59:59 AM UTC" << "2026-11-23T11:59:59Z";
    QTest::newRow("west of Greenwich, and half an hour") << "2026-11-23T13:40:29-03:30" << "2026-11-23T17:10:29Z";
    QTest::newRow("an offset without a colon") << "2026-11-23T13:40:29+0530" << "2026-11-23T08:10:29Z";
    QTest::newRow("Central Europe in winter") << "Mon Nov 23 13:40:29 CET 2026" << "2026-11-23T12:40:29Z";
    QTest::newRow("Central Europe in summer") << "Tue Jul 28 13:40:29 CEST 2026" << "2026-07-28T11:40:29Z";
    QTest::newRow("Japan's time") << "Mon Nov 23 13:40:29 JST 2026" << "2026-11-23T04:40:29Z";
    QTest::newRow("the month's last day is a day") << "Sat Oct 31 13:40:29 UTC 2026" << "2026-10-31T13:40:29Z";
    QTest::newRow("January") << "Thu Jan 1 00:00:01 UTC 1970" << "1970-01-01T00:00:01Z";
    QTest::newRow("before the epoch") << "Wed Dec 31 23:59:59 UTC 1969" << "";
    QTest::newRow("a year that is none") << "Mon Nov 23 13:40:29 UTC 2201" << "";
    QTest::newRow("without a year") << "Mon Nov 23 13:40:29 UTC" << "";
    QTest::newRow("without a month") << "Mon 23 13:40:29 UTC 2026" << "";
    QTest::newRow("without a day") << "Mon Nov 13:40:29 UTC 2026" << "";
    QTest::newRow("without a clock") << "Mon Nov 23 UTC 2026" << "";
    QTest::newRow("a number that is too short for seconds") << "179544122" << "";
}

void tst_snapshot::time()
{
    QFETCH(QString, text);
    const auto time = hostTime(text.toStdString());
    QTEST(time ? QDateTime::fromMSecsSinceEpoch(*time / 1'000'000, Qt::UTC).toString(Qt::ISODate) : QString(), "utc");
}

QTEST_GUILESS_MAIN(tst_snapshot)
#include "tst_snapshot.moc"
