#include "core/snapshot/snapshot.h"
#include "tests/support/capturefile.h"
#include "tests/support/commandline.h"
#include "tests/support/golden.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

// The lab's broken clusters, resources/samples/faults: each story is whole. Its captures are read to the last frame, its hosts' output to the last
// line, what was planted stands in it, and each lost flow is followed as far as the lab itself saw it.

using namespace vethscope;
using namespace vethscope::test;

namespace {

const QDir stories(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/faults"));

// What the hosts' output foretells of the lost packets, in contract.md's words. A loss on the wire is nobody's to foretell.
const QMap<QString, QString> foretold{
    {"bgp-session-down", "leaves-cluster"}, {"bgp-wrong-source", "leaves-cluster"}, {"duplicate-mac", "wrong-tunnel-mac"}, {"forward-drop", "filtered"}, {"forwarding-off", "forwarding-off"},
    {"hairpin-off", "hairpin-off"},
    {"missing-fdb-entry", "no-fdb-entry"}, {"missing-neighbour", "neighbour-failed"}, {"missing-route", "leaves-cluster"}, {"policy-drop", "filtered"},
    {"rp-filter-drop", "rp-filter"}, {"stale-blackhole", "blackhole"}, {"stale-neighbour", "wrong-tunnel-mac"}, {"stale-udp-translation", "stale-translation"},
    {"tunnel-device-missing", "tunnel-device-missing"}, {"tunnel-mac-changed", "wrong-tunnel-mac"}, {"vni-mismatch", "vni-unknown"}, {"vxlan-port-mismatch", "port-mismatch"},
};

// What `journey` tells otherwise than the lab: `STORY SOURCE > DESTINATION`, and what it says instead.
const QMap<QString, QString> toldOtherwise{
    {"hairpin-off 10.244.1.7 > 10.109.140.18", "lost after captures/VM-16-10-centos.cni0.pcapng"}, // on the way back to its veth: the bridge itself shows it, translated
};

// Flows of a story that are lost besides, as they should be: what no truth file names because it is not the story.
const QMap<QString, QStringList> lostBesides{
    {"tcp-retransmissions", {"tcp 10.244.0.60 > 10.244.1.3 lost after captures/router.eth0.pcapng"}}, // some segments of a flow that arrives
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// What `diagnose` finds besides, and should: a session that ended with a NOTIFICATION is both.
const QMap<QString, QStringList> foundBesides{
    {"bgp-session-down", {"bgp-notification"}},
};

// What looks like the planted fault and is excluded by a line or frame.
const QMap<QString, QStringList> excludedBy{
    {"arp-unanswered", {"capture-artefact"}}, {"asymmetric-path", {"rp-filter-drop"}}, {"bad-checksum-on-wire", {"capture-artefact"}}, {"bgp-notification", {"bgp-session-down"}},
    {"dns-unanswered", {"dns-conntrack-race"}}, {"foreign-tunnel-traffic", {"vxlan-port-mismatch"}}, {"forward-drop", {"forwarding-off"}}, {"invalid-reply-reset", {"bridge-netfilter-off"}},
    {"missing-fdb-entry", {"missing-neighbour"}}, {"missing-neighbour", {"missing-route"}}, {"mtu-black-hole", {"super-frame-lost"}},
    {"one-way-tunnel", {"tunnel-port-blocked"}}, {"pod-traffic-loop", {"tcp-retransmissions"}}, {"policy-drop", {"forward-drop"}}, {"rp-filter-drop", {"asymmetric-path"}},
    {"stale-fdb", {"stale-neighbour"}}, {"stale-udp-translation", {"dns-conntrack-race"}}, {"tcp-retransmissions", {"capture-artefact"}},
    {"tunnel-port-blocked", {"vni-mismatch", "vxlan-port-mismatch"}}, {"vni-mismatch", {"vxlan-port-mismatch"}}, {"vxlan-port-mismatch", {"vni-mismatch"}},
};

// What the failed flows have in common, where that is one place alone.
const QMap<QString, QString> suspected{
    {"bad-checksum-on-wire", "VM-16-10-centos flannel.1"}, {"forward-drop", "VM-16-10-centos "}, {"mtu-black-hole", "cn-master > cn-worker2"}, {"one-way-tunnel", "cn-master > cn-worker2"},
    {"policy-drop", "cv-worker2 "}, {"tcp-retransmissions", "master > VM-16-10-centos"},
};

// What captures alone show, or hosts' output alone.
const QStringList byOneSide{"arp-unanswered", "dns-unanswered", "mtu-black-hole", "tcp-retransmissions", "tunnel-fragmented", "tunnel-mtu-too-large"};

// What captures alone show, without a word of any host: the fault itself, and what stands for it where they cannot tell it from others.
const QMap<QString, QStringList> byCaptures{
    {"bad-checksum-on-wire", {"error bad-checksum-on-wire"}}, {"bgp-notification", {"warning bgp-notification"}}, {"bgp-session-down", {"error bgp-session-down", "warning bgp-notification"}},
    {"bridge-netfilter-off", {"error bridge-netfilter-off"}}, {"dns-search-amplification", {"note dns-search-amplification"}}, {"dns-unanswered", {"warning dns-unanswered"}},
    {"duplicate-mac", {"error duplicate-mac"}}, {"duplicate-pod-ip", {"error duplicate-pod-ip"}}, {"foreign-tunnel-traffic", {"error foreign-tunnel-traffic"}}, {"hairpin-off", {"error hairpin-off"}},
    {"invalid-reply-reset", {"error invalid-reply-reset"}}, {"masqueraded-pod-traffic", {"warning masqueraded-pod-traffic"}}, {"mtu-black-hole", {"error mtu-black-hole"}},
    {"one-way-tunnel", {"error one-way-tunnel"}}, {"pod-traffic-loop", {"error pod-traffic-loop"}}, {"stale-neighbour", {"error stale-neighbour"}}, {"stale-udp-translation", {"warning dns-unanswered"}},
    {"tcp-retransmissions", {"note tcp-retransmissions"}}, {"tunnel-fragmented", {"warning tunnel-fragmented"}}, {"tunnel-mac-changed", {"error stale-neighbour"}}, {"tunnel-mtu-too-large", {"warning tunnel-fragmented"}},
    {"tunnel-port-blocked", {"error tunnel-port-blocked"}}, {"vni-mismatch", {"error vni-mismatch"}}, {"vxlan-port-mismatch", {"error vxlan-port-mismatch"}},
};

// What only packets show.
const QStringList notByHosts{"arp-unanswered", "bad-checksum-on-wire", "bgp-notification", "dns-search-amplification", "dns-unanswered", "foreign-tunnel-traffic", "invalid-reply-reset", "mtu-black-hole",
    "one-way-tunnel", "pod-traffic-loop", "policy-drop", "tcp-retransmissions", "tunnel-fragmented", "tunnel-port-blocked"};

// `error vni-mismatch`, each once and without the notes that are not asked for.
QStringList foundBy(const QStringList &arguments, const QString &story)
{
    QStringList found;
    const CommandResult result = runCommandLine(QStringList{"diagnose", "--format", "json"} + arguments);
    for (const QJsonValue &finding : QJsonDocument::fromJson(result.output)["findings"].toArray()) {
        if (finding["severity"] == "note" && finding["id"] != story)
            continue;
        if (finding["confidence"] != "consistent")
            found << "certain";
        if (const QString one = finding["severity"].toString() + ' ' + finding["id"].toString(); !found.contains(one))
            found << one;
    }
    return found;
}

// One broken cluster; the row's name is its folder's.
struct Story {
    explicit Story(const QString &name = QTest::currentDataTag()) : folder(stories.filePath(name)) {}

    QDir folder;
    QJsonObject truth = QJsonDocument::fromJson(contentOf(folder.filePath("truth.json"))).object();

    QStringList captures() const
    {
        QStringList files;
        for (const QJsonValue &one : truth["captures"].toArray())
            files << folder.filePath(one["file"].toString());
        return files;
    }

    QJsonObject journeys(const QStringList &captures, const QStringList &more = {}) const
    {
        const CommandResult result = runCommandLine(QStringList{"journey", "--format", "json", "--snapshot", folder.filePath("snapshots"), "-r"} + captures + more);
        if (result.code != 0)
            qWarning("exit code %d: %s", result.code, result.error.constData());
        return QJsonDocument::fromJson(result.output).object();
    }

    // `captures/n1.eth0.pcapng`, as the truth names a point.
    QString fileOf(const QJsonObject &all, const QJsonValue &point) const
    {
        return point.isNull() ? QString() : folder.relativeFilePath(all["points"][point.toInt()]["file"].toString());
    }
};

// A pcapng without its packets, of which its statistics then count none; or without statistics as well.
QByteArray withoutFrames(const QByteArray &bytes, bool keepsStatistics)
{
    QByteArray kept;
    for (qsizetype at = 0; at + 12 <= bytes.size();) {
        const auto word = [&](qsizetype place) { return qFromLittleEndian<quint32>(bytes.constData() + place); };
        const quint32 kind = word(at), length = word(at + 4);
        QByteArray block = bytes.mid(at, length);
        for (qsizetype option = 20; kind == 5 && option + 12 < length; option += 4 + (qFromLittleEndian<quint16>(block.constData() + option + 2) + 3) / 4 * 4)
            if (qFromLittleEndian<quint16>(block.constData() + option) == 4) // isb_ifrecv
                block.replace(option + 4, 8, QByteArray(8, '\0'));
        if (kind != 6 && (kind != 5 || keepsStatistics))
            kept += block;
        at += length;
    }
    return kept;
}

// A pcapng without some of its packets, counted from 1.
QByteArray withoutNumbered(const QByteArray &bytes, const QSet<int> &numbers)
{
    QByteArray kept;
    int number = 0;
    for (qsizetype at = 0; at + 12 <= bytes.size();) {
        const auto word = [&](qsizetype place) { return qFromLittleEndian<quint32>(bytes.constData() + place); };
        if (word(at) != 6 || !numbers.contains(++number))
            kept += bytes.mid(at, word(at + 4));
        at += word(at + 4);
    }
    return kept;
}

bool isOfFlow(const QJsonObject &journey, const QJsonObject &flow)
{
    const QJsonObject its = journey["flow"].toObject();
    const auto isPort = [&](const char *key, const QJsonValue &port) { return port.isNull() || its[QLatin1String(key)] == port; };
    return its["proto"] == flow["protocol"] && its["src"] == flow["source"] && its["dst"] == flow["destination"] && isPort("srcport", flow["source_port"])
        && (isPort("srcport", flow["port"]) || isPort("dstport", flow["port"]));
}

QString nameOf(const QJsonValue &flow)
{
    return QString("%1 %2 > %3").arg(QTest::currentDataTag(), flow["source"].toString(), flow["destination"].toString());
}

// The lines of a host's output, and which of them a parser read.
struct HostLines {
    QMap<QString, QStringList> all, understood;

    explicit HostLines(const Snapshot &snapshot)
    {
        const std::vector<ImportedCommand> &commands = snapshot.report.commands;
        for (std::size_t at = 0; at < commands.size(); ++at) {
            const ImportedCommand &command = commands[at];
            const bool isLast = at + 1 == commands.size() || commands[at + 1].source != command.source;
            const std::size_t end = isLast ? command.source->size() + 1 : commands[at + 1].line;
            for (std::size_t line = command.line; line < end; ++line) {
                const QString text = QString::fromUtf8(command.source->line(line).data(), qsizetype(command.source->line(line).size()));
                const QString node = QString::fromStdString(command.node);
                all[node] << text;
                if (!command.parser.empty() && command.failed.empty() && !std::ranges::count(command.notUnderstood, line))
                    understood[node] << text;
            }
        }
    }
};

// ` | NODES | PODS | INTERFACE | ADDRESS`.
QString subjectOf(const QJsonValue &finding)
{
    const QJsonValue its = finding["subject"];
    QString text;
    for (const char *const key : {"nodes", "pods", "interface", "address"})
        text += " | " + (its[QLatin1String(key)].isArray() ? its[QLatin1String(key)].toVariant().toStringList().join(' ') : its[QLatin1String(key)].toString());
    return text;
}

// Frames by their numbers in their files, lines as they stand.
QStringList citedIn(const QJsonValue &what)
{
    QStringList cited;
    for (const QJsonValue &one : what["evidence"].toArray())
        cited << "    " + (one["frame"].isDouble() ? QString("%1 frame %2").arg(QFileInfo(one["capture"].toString()).fileName()).arg(one["frame"].toInt())
                                                   : QFileInfo(one["source"].toString()).fileName() + ": " + one["text"].toString().simplified());
    return cited;
}

bool contains(const QStringList &lines, const QJsonValue &text)
{
    return std::ranges::any_of(lines, [&](const QString &line) { return line.contains(text.toString()); });
}

} // namespace

class TestFaultStories : public QObject
{
    Q_OBJECT

private slots:
    void truth_data() { addStories(); }
    void truth()
    {
        const Story story;
        QCOMPARE(story.truth["fault"].toString(), QTest::currentDataTag());
        QVERIFY((QStringList{"error", "warning", "note"}).contains(story.truth["severity"].toString()));
        QVERIFY(!story.truth["planted"].toString().isEmpty());
        const QJsonObject subject = story.truth["subject"].toObject();
        QCOMPARE(subject.keys(), (QStringList{"address", "interface", "nodes", "pods"}));
        QVERIFY(!subject["nodes"].toArray().isEmpty());
        QVERIFY(!story.truth["lines"].toArray().isEmpty());
        const QString english = story.truth["sentence"]["en"].toString(), chinese = story.truth["sentence"]["zh"].toString();
        static const QRegularExpression han("[\\x{4e00}-\\x{9fff}]");
        QVERIFY2(english.size() > 40 && english.endsWith('.') && !english.contains(han), qPrintable(english));
        QVERIFY2(chinese.size() > 20 && chinese.endsWith("。") && chinese.contains(han), qPrintable(chinese));
        QStringList told = story.captures(), found;
        for (const QFileInfo &file : QDir(story.folder.filePath("captures")).entryInfoList(QDir::Files))
            found << file.filePath();
        told.sort();
        found.sort();
        QCOMPARE(found, told);
        for (const char *list : {"lost", "arrives", "loops"})
            for (const QJsonValue &flow : story.truth[QLatin1String(list)].toArray())
                QVERIFY((QStringList{"icmp", "tcp", "udp"}).contains(flow["protocol"].toString()));
    }

    // As many frames as the lab's own tools counted.
    void captures_data() { addStories(); }
    void captures()
    {
        const Story story;
        int frames = 0;
        for (const QJsonValue &capture : story.truth["captures"].toArray()) {
            const CommandResult result = runCommandLine({"dump", "-r", story.folder.filePath(capture["file"].toString()), "-T", "fields", "-e", "frame.number"});
            QCOMPARE(result.code, 0);
            QCOMPARE(result.error, QByteArray());
            QVERIFY2(result.output.count('\n') == capture["frames"].toInt(), qPrintable(capture["file"].toString()));
            frames += capture["frames"].toInt();
        }
        QVERIFY(frames > 20);
    }

    void snapshot_data() { addStories(); }
    void snapshot()
    {
        const Story story;
        const auto snapshot = readSnapshot(story.folder.filePath("snapshots").toStdString());
        QVERIFY(snapshot);
        for (const Error &problem : snapshot->report.problems)
            QFAIL(problem.message.english().c_str());
        for (const ImportedCommand &command : snapshot->report.commands)
            if (!command.parser.empty() && !command.notUnderstood.empty())
                QFAIL(qPrintable(QString::fromUtf8(command.source->line(command.notUnderstood.front()).data())));
        QVERIFY(snapshot->report.lost.empty());
        for (const ProseLines &prose : snapshot->report.prose)
            QVERIFY2(prose.source->name().ends_with("/README"), prose.source->name().c_str());
        // What was planted is there, and read by a parser.
        const HostLines lines(*snapshot);
        for (const QJsonValue &line : story.truth["lines"].toArray())
            QVERIFY2(contains(lines.understood[line["node"].toString()], line["text"]), qPrintable(line["text"].toString()));
        for (const QJsonValue &line : story.truth["absent"].toArray()) {
            QVERIFY(!lines.all[line["node"].toString()].isEmpty());
            QVERIFY2(!contains(lines.all[line["node"].toString()], line["text"]), qPrintable(line["text"].toString()));
        }
    }

    // Every packet of a flow that the lab lost is lost where the lab lost it, and no other.
    void journey_data() { addStories(); }
    void journey()
    {
        const Story story;
        const QJsonObject all = story.journeys(story.captures());
        const QJsonArray lost = story.truth["lost"].toArray();
        QMap<QString, QStringList> said;
        QStringList others;
        for (const QJsonValue &value : all["journeys"].toArray()) {
            const QJsonObject one = value.toObject();
            const QString told = one["outcome"] == "lost" ? "lost after " + story.fileOf(all, one["lost_after"]) : one["outcome"].toString();
            const auto flow = std::ranges::find_if(lost, [&](const QJsonValue &each) { return isOfFlow(one, each.toObject()); });
            if (flow == lost.end() && one["outcome"] == "lost")
                others << QString("%1 %2 > %3 %4").arg(one["flow"]["proto"].toString(), one["flow"]["src"].toString(), one["flow"]["dst"].toString(), told);
            // Of a flow that loses only its large packets, the small ones arrive.
            if (flow == lost.end())
                continue;
            if (one["outcome"] != "delivered")
                QCOMPARE(one["drop"]["disposition"].toString(), foretold.value(QTest::currentDataTag()));
            const QJsonObject its = (*flow).toObject();
            if (!said[nameOf(its)].contains(told) && (its["longer_than"].isNull() || told != "delivered"))
                said[nameOf(its)] << told;
        }
        for (const QJsonValue &flow : lost) {
            const QString expected = "lost after " + flow["after"]["file"].toString(), found = said[nameOf(flow)].join(", ");
            QVERIFY2(toldOtherwise.value(nameOf(flow), expected) == found, qPrintable(nameOf(flow) + ": " + found));
        }
        others.removeDuplicates();
        others.sort();
        QCOMPARE(others, lostBesides.value(QTest::currentDataTag()));
        for (const QJsonValue &flow : story.truth["arrives"].toArray())
            QVERIFY2(std::ranges::any_of(all["journeys"].toArray(), [&](const QJsonValue &one) { return passes(story, all, one.toObject(), flow); }), qPrintable(nameOf(flow)));
        for (const QJsonValue &flow : story.truth["loops"].toArray())
            QVERIFY(std::ranges::any_of(all["journeys"].toArray(), [&](const QJsonValue &one) { return isOfFlow(one.toObject(), flow.toObject()) && comesBack(one); }));
    }

    // The planted fault is found where it was planted, and nothing else; all that is cited stands in the captures and in what the hosts printed.
    void diagnosis_data() { addStories(); }
    void diagnosis()
    {
        const Story story;
        const CommandResult result = runCommandLine(QStringList{"diagnose", "--format", "json", "--snapshot", story.folder.filePath("snapshots"), "-r"} + story.captures());
        QCOMPARE(result.code, 0);
        const auto snapshot = readSnapshot(story.folder.filePath("snapshots").toStdString());
        QVERIFY(snapshot);
        const HostLines lines(*snapshot);
        QStringList printed;
        for (const QStringList &some : lines.all)
            printed += some;
        QMap<QString, int> frames;
        for (const QJsonValue &capture : story.truth["captures"].toArray())
            frames[story.folder.filePath(capture["file"].toString())] = capture["frames"].toInt();
        QStringList others, notFound;
        int found = 0;
        const QJsonObject all = QJsonDocument::fromJson(result.output).object();
        QCOMPARE(all["unexplained_drops"].toArray(), QJsonArray()); // no kernel told of any
        if (const QString worst = suspected.value(QTest::currentDataTag()); !worst.isEmpty()) {
            const QJsonObject first = all["suspects"][0].toObject();
            QCOMPARE(first["node"].toString() + (first["to_node"].isNull() ? ' ' + first["interface"].toString() : " > " + first["to_node"].toString()), worst);
        }
        for (const QJsonValue &finding : all["findings"].toArray()) {
            QJsonArray cited = finding["evidence"].toArray();
            for (const QJsonValue &excluded : finding["excluded"].toArray()) {
                notFound << excluded["look_alike"].toString();
                QVERIFY(!excluded["evidence"].toArray().isEmpty());
                for (const QJsonValue &evidence : excluded["evidence"].toArray())
                    cited << evidence;
            }
            for (const QJsonValue &evidence : cited) {
                if (const QJsonValue capture = evidence["capture"]; !capture.isUndefined())
                    QVERIFY2(evidence["frame"].toInt() >= 1 && evidence["frame"].toInt() <= frames.value(capture.toString()), qPrintable(capture.toString()));
                else
                    QVERIFY2(contains(printed, evidence["text"].toString().remove(QChar(0x2026)).trimmed()), qPrintable(evidence["text"].toString()));
            }
            const QString id = finding["id"].toString();
            if (id == QTest::currentDataTag()) {
                ++found;
                QStringList excluded;
                for (const QJsonValue &one : finding["excluded"].toArray())
                    excluded << one["look_alike"].toString();
                excluded.sort();
                QCOMPARE(excluded, excludedBy.value(id));
                QCOMPARE(finding["severity"], story.truth["severity"]);
                for (const QJsonValue &node : finding["subject"]["nodes"].toArray())
                    QVERIFY2(story.truth["subject"]["nodes"].toArray().contains(node), qPrintable(node.toString()));
                QVERIFY(!finding["evidence"].toArray().isEmpty());
            } else if (finding["severity"] != "note" && !foundBesides.value(QTest::currentDataTag()).contains(id)) {
                others << id;
            }
        }
        QCOMPARE(others, QStringList());
        QCOMPARE(found, 1);
        QVERIFY(!notFound.contains(QTest::currentDataTag())); // what is excluded is another fault
    }

    // A title speaks of the packets that its frames show, and without captures of whom the hosts' lines stop.
    void titles_data()
    {
        QTest::addColumn<bool>("isCaptured");
        QTest::addColumn<QString>("title");
        const QString blog = "default/blog-7c96bd5f4d-lz2pk", post = "default/post-68f5c7b9d4-t8wqs", tea = "default/tea-6fb46d899f-4zkt2", web = "default/web-5dcb957ccc-d4n6l";
        QTest::newRow("rp-filter-drop") << true << "cn-master drops what " + post + " sends to " + blog + ": it comes in by eth0, and the way back is another";
        QTest::newRow("forward-drop") << true << "VM-16-10-centos drops what " + tea + " sends to " + web + " instead of forwarding it";
        QTest::newRow("rp-filter-drop, by hosts alone") << false << "cn-master drops what " + post + " sends to " + blog + ": it comes in by eth0, and the way back is another";
    }

    void titles()
    {
        QFETCH(bool, isCaptured);
        const Story story(QString(QTest::currentDataTag()).section(',', 0, 0));
        QStringList arguments{"diagnose", "--format", "json", "--snapshot", story.folder.filePath("snapshots")};
        if (isCaptured)
            arguments += QStringList{"-r"} + story.captures();
        QTEST(QJsonDocument::fromJson(runCommandLine(arguments).output)["findings"][0]["title"].toString(), "title");
    }

    // Either side alone tells what it can, and no more.
    void byOneSideAlone_data() { addStories(); }
    void byOneSideAlone()
    {
        const QString name = QTest::currentDataTag();
        const Story story;
        QCOMPARE(foundBy(QStringList{"-r"} + story.captures(), name), byCaptures.value(name));
        const QStringList byHosts = notByHosts.contains(name) ? QStringList() : QStringList{story.truth["severity"].toString() + ' ' + name};
        QCOMPARE(foundBy({"--snapshot", story.folder.filePath("snapshots")}, name), byHosts);
    }

    // A finding's frames are what shows it: without all that it cites, again and again, it is gone, or the hosts' lines alone are left.
    // What shows each finding, and what excludes others: all of it, with both sides and with either alone.
    void evidence()
    {
        QStringList lines;
        for (const QString &name : stories.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const Story story(name);
            const QStringList hosts{"--snapshot", story.folder.filePath("snapshots")}, captures = QStringList{"-r"} + story.captures();
            for (const auto &[side, arguments] : {std::pair(QString("both"), hosts + captures), std::pair(QString("hosts"), hosts), std::pair(QString("captures"), captures)}) {
                lines << "# " + name + ", " + side;
                for (const QJsonValue &finding : QJsonDocument::fromJson(runCommandLine(QStringList{"diagnose", "--format", "json"} + arguments).output)["findings"].toArray()) {
                    lines << finding["severity"].toString() + ' ' + finding["id"].toString() + ", " + finding["confidence"].toString() + subjectOf(finding) << citedIn(finding);
                    for (const QJsonValue &excluded : finding["excluded"].toArray())
                        lines << "  not " + excluded["look_alike"].toString() << citedIn(excluded);
                }
            }
        }
        const QString difference = differenceFromGolden(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/faultstories.cited.txt"), lines);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void citedFrames_data() { addStories(); }
    void citedFrames()
    {
        const Story story;
        QTemporaryDir folder;
        QStringList captures;
        for (const QString &capture : story.captures())
            captures << writeFile(folder, QFileInfo(capture).fileName(), contentOf(capture));
        bool wasCertain = false;
        for (int round = 0; round < 40; ++round) {
            const CommandResult result = runCommandLine(QStringList{"diagnose", "--format", "json", "--snapshot", story.folder.filePath("snapshots"), "-r"} + captures);
            QMap<QString, QSet<int>> cited;
            for (const QJsonValue &finding : QJsonDocument::fromJson(result.output)["findings"].toArray()) {
                if (finding["id"] != QTest::currentDataTag())
                    continue;
                for (const QJsonValue &evidence : finding["evidence"].toArray())
                    if (evidence["frame"].isDouble())
                        cited[evidence["capture"].toString()] << evidence["frame"].toInt();
                QCOMPARE(finding["confidence"].toString() == "certain", !cited.isEmpty() && std::ranges::any_of(finding["evidence"].toArray(), [](const QJsonValue &one) { return one["source"].isString(); }));
                wasCertain |= finding["confidence"] == "certain";
            }
            if (cited.isEmpty())
                break;
            for (auto file = cited.begin(); file != cited.end(); ++file)
                writeFile(folder, QFileInfo(file.key()).fileName(), withoutNumbered(contentOf(file.key()), file.value()));
            QVERIFY2(round < 39, "it cites frames for ever");
        }
        QCOMPARE(wasCertain, !byOneSide.contains(QTest::currentDataTag()));
    }

    // What proves a loss is a point that was there and saw nothing: without such points nothing is lost, whatever the hosts' output foretells.
    void onlyWhereItWasSeen_data() { addStories(); }
    void onlyWhereItWasSeen()
    {
        const Story story;
        const QJsonObject all = story.journeys(story.captures());
        for (const QJsonValue &flow : story.truth["lost"].toArray()) {
            if (!flow["longer_than"].isNull())
                continue; // its small packets pass all points
            QStringList saw;
            for (const QJsonObject &one : ofFlow(all, flow))
                for (const QJsonValue &hop : one["hops"].toArray())
                    if (const QString file = all["points"][hop["point"].toInt()]["file"].toString(); !saw.contains(file))
                        saw << file;
            const QList<QJsonObject> again = ofFlow(story.journeys(saw), flow);
            QVERIFY(!again.isEmpty());
            const bool comesBack = QTest::currentDataTag() == QString("hairpin-off"); // a point that saw it go shows that it did not
            for (const QJsonObject &one : again)
                QCOMPARE(one["outcome"].toString(), comesBack ? "lost" : "unknown");
        }
    }

    // Behind a drop stand the points that the packet was to pass: the first of them that recorded shows the loss, and is named.
    void nextPoint_data()
    {
        QTest::addColumn<QString>("leftOut");
        QTest::addColumn<QString>("segment");
        const QString receiver = "VM-16-10-centos.veth|pod_web|router";
        for (const char *const story : {"vni-mismatch", "vxlan-port-mismatch", "duplicate-mac"}) {
            QTest::newRow(story) << "^$" << "VM-16-10-centos.eth0 > VM-16-10-centos.flannel.1";
            QTest::newRow(qPrintable(QString(story) + ", without the receiver and the router")) << receiver << "VM-16-10-centos.eth0 > VM-16-10-centos.flannel.1";
            QTest::newRow(qPrintable(QString(story) + ", without its tunnel device")) << receiver + "|VM.*flannel" << "VM-16-10-centos.eth0 > VM-16-10-centos.cni0";
        }
        for (const char *const story : {"forward-drop", "stale-neighbour"}) {
            QTest::newRow(story) << "^$" << "VM-16-10-centos.flannel.1 > VM-16-10-centos.cni0";
            QTest::newRow(qPrintable(QString(story) + ", without the receiver and the router")) << receiver << "VM-16-10-centos.flannel.1 > VM-16-10-centos.cni0";
        }
        QTest::newRow("missing-neighbour") << "^$" << "master.cni0 > master.flannel.1";
        QTest::newRow("missing-neighbour, without the tunnel device") << "master.flannel" << "master.cni0 > master.eth0";
        QTest::newRow("missing-fdb-entry") << "^$" << "master.flannel.1 > master.eth0";
        QTest::newRow("missing-fdb-entry, nothing else on its node and the router") << "master.eth0|router" << "master.flannel.1 > VM-16-10-centos.eth0";
        // It left without a tunnel, and need not come by tunnel devices: the receiver's bridge it must pass.
        QTest::newRow("missing-route, without the router") << "router" << "master.eth0 > VM-16-10-centos.cni0";
    }

    void nextPoint()
    {
        QFETCH(QString, leftOut);
        Story story(QString(QTest::currentDataTag()).section(',', 0, 0));
        QStringList captures = story.captures();
        captures.removeIf([&](const QString &file) { return QFileInfo(file).fileName().contains(QRegularExpression(leftOut)); });
        const QJsonObject ping{{"protocol", "icmp"}, {"source", "10.244.0.60"}, {"destination", "10.244.1.3"}, {"port", QJsonValue::Null}, {"source_port", QJsonValue::Null}};
        const QList<QJsonObject> pings = ofFlow(story.journeys(captures), ping);
        QVERIFY(pings.size() >= 3);
        for (const QJsonObject &one : pings)
            QCOMPARE(one["outcome"].toString(), "lost");
        const QJsonObject all = story.journeys(captures, {"--flows"});
        QStringList lossy; // a line for each that was lost there
        for (const QJsonValue &flow : all["flows"].toArray())
            for (const QJsonValue &hop : flow["hops"].toArray())
                for (int lost = 0; isOfFlow(flow.toObject(), ping) && lost < hop["lost"].toInt(); ++lost)
                    lossy << QString("%1 > %2").arg(QFileInfo(story.fileOf(all, hop["from"])).completeBaseName(), QFileInfo(story.fileOf(all, hop["to"])).completeBaseName());
        QFETCH(QString, segment);
        QVERIFY2(lossy.size() == pings.size() && lossy.count(segment) == pings.size(), qPrintable(lossy.join(", ")));
    }

    // What a pod's own service sends back to it was to pass its points once more, whichever of them were captured: none of them is where it arrived.
    void notSentBack_data()
    {
        QTest::addColumn<QString>("leftOut");
        QTest::addColumn<QString>("after");
        QTest::newRow("all points") << "^$" << "VM-16-10-centos.cni0.pcapng";
        QTest::newRow("without the bridge") << "VM.*cni0" << "VM-16-10-centos.veth6a56ab55.pcapng";
        QTest::newRow("the node's end of its veth alone") << "VM.*cni0|pod_" << "VM-16-10-centos.veth6a56ab55.pcapng";
        QTest::newRow("its own device alone") << "VM.*(cni0|veth)" << "pod_cart-7c8b9d6f5-g9gwv_eth0.pcapng";
    }

    void notSentBack()
    {
        QFETCH(QString, leftOut);
        const Story story("hairpin-off");
        QStringList captures = story.captures();
        captures.removeIf([&](const QString &file) { return QFileInfo(file).fileName().contains(QRegularExpression(leftOut)); });
        const QJsonObject all = story.journeys(captures);
        const QList<QJsonObject> lost = ofFlow(all, story.truth["lost"][0]);
        QCOMPARE(lost.size(), 2);
        for (const QJsonObject &one : lost) {
            QCOMPARE(one["outcome"].toString(), "lost");
            QTEST(QFileInfo(story.fileOf(all, one["lost_after"])).fileName(), "after");
            QCOMPARE(one["drop"]["disposition"].toString(), "hairpin-off");
        }
    }

    // A capture without a single frame of a pod that nothing reached proves the loss, when it says from when to when it was listening.
    void nothingCame_data()
    {
        QTest::addColumn<bool>("saysWhen");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("and says when it listened") << true << "lost";
        QTest::newRow("nobody says when") << false << "unknown";
    }

    void nothingCame()
    {
        QFETCH(bool, saysWhen);
        Story story;
        story.folder.setPath(stories.filePath("vni-mismatch"));
        QTemporaryDir folder;
        QStringList captures;
        for (const QString name : {"master.eth0.pcapng", "VM-16-10-centos.eth0.pcapng", "pod_web-5dcb957ccc-d4n6l_eth0.pcapng"}) {
            const QByteArray bytes = contentOf(story.folder.filePath("captures/" + name));
            captures << writeFile(folder, name, name.startsWith("pod") ? withoutFrames(bytes, saysWhen) : bytes);
        }
        const QList<QJsonObject> pings = ofFlow(story.journeys(captures), QJsonObject{{"protocol", "icmp"}, {"source", "10.244.0.60"}, {"destination", "10.244.1.3"},
            {"port", QJsonValue::Null}, {"source_port", QJsonValue::Null}});
        QCOMPARE(pings.size(), 3);
        for (const QJsonObject &one : pings)
            QTEST(one["outcome"].toString(), "outcome");
    }

    // What a kernel told of a lost packet is a line of its finding's proof, with captures or without; what no finding explains is told apart.
    void kernelWords_data()
    {
        QTest::addColumn<QString>("node");
        QTest::addColumn<QString>("packet");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("isExplained");
        const QString ping = "10.244.0.60:0->10.244.1.3:0(icmp)", node = "VM-16-10-centos";
        QTest::newRow("the foretold reason") << node << ping << "NETFILTER_DROP" << true;
        QTest::newRow("nobody says whose kernel") << "" << ping << "NETFILTER_DROP" << true;
        QTest::newRow("no reason") << node << ping << "NOT_SPECIFIED" << true;
        QTest::newRow("another reason than is foretold") << node << ping << "IP_RPFILTER" << false;
        QTest::newRow("another node") << "master" << ping << "NETFILTER_DROP" << false;
        QTest::newRow("what the other node's pod sends is dropped there as well") << node << "10.244.1.3:0->10.244.0.60:0(icmp)" << "NETFILTER_DROP" << true;
        QTest::newRow("a packet that was to pass") << node << "172.27.16.10:0->10.244.1.3:0(icmp)" << "NETFILTER_DROP" << false;
        QTest::newRow("nobody's packet") << node << "10.77.0.1:0->10.77.0.2:0(icmp)" << "NETFILTER_DROP" << false;
    }

    void kernelWords()
    {
        QFETCH(QString, node);
        QFETCH(QString, packet);
        QFETCH(QString, reason);
        QFETCH(bool, isExplained);
        Story story;
        story.folder.setPath(stories.filePath("forward-drop"));
        story.truth = QJsonDocument::fromJson(contentOf(story.folder.filePath("truth.json"))).object();
        QTemporaryDir folder;
        const QString line = QString("0xffff9fc40335a0e8 0 <empty>:0 %1 kfree_skb_reason(SKB_DROP_REASON_%2)").arg(packet, reason);
        const QString trace = (node.isEmpty() ? "" : node + "=") + writeFile(folder, "pwru.txt", "SKB CPU PROCESS TUPLE FUNC\n" + line.toUtf8() + "\n");
        for (const bool isCaptured : {false, true}) {
            QStringList arguments{"diagnose", "--format", "json", "--snapshot", story.folder.filePath("snapshots"), "--trace", trace};
            if (isCaptured)
                arguments += QStringList{"-r"} + story.captures();
            const CommandResult result = runCommandLine(arguments);
            QCOMPARE(result.code, 0);
            const QJsonObject all = QJsonDocument::fromJson(result.output).object();
            QCOMPARE(all["findings"].toArray().size(), 1);
            const QJsonObject finding = all["findings"][0].toObject();
            QCOMPARE(finding["id"].toString(), "forward-drop");
            QCOMPARE(finding["confidence"].toString(), isCaptured ? "certain" : "consistent"); // whatever kernels say
            QCOMPARE(std::ranges::count(finding["evidence"].toArray(), QJsonValue(line), [](const QJsonValue &one) { return one["text"]; }), isExplained ? 1 : 0);
            const QJsonArray drops = all["unexplained_drops"].toArray();
            QCOMPARE(drops.size(), isExplained ? 0 : 1);
            if (isExplained)
                continue;
            QCOMPARE(drops[0]["reason"].toString(), reason);
            QCOMPARE(drops[0]["function"].toString(), "kfree_skb_reason");
            QCOMPARE(drops[0]["node"], node.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(node));
            QCOMPARE(drops[0]["tool"].toString(), "pwru");
            QCOMPARE(drops[0]["packets"].toInt(), 1);
            QCOMPARE(drops[0]["evidence"][0]["text"].toString(), line);
            QVERIFY2(runCommandLine(arguments.filter(QRegularExpression("^(?!--format|json$)"))).output.contains("explained by nothing above\n  " + node.toUtf8() + " pwru: 1 packet in kfree_skb_reason\n    " + reason.toUtf8()), "text");
        }
    }

    // What this kernel's own firewall told, without hosts' output: each drop that the journeys have is told, and none explained.
    void realKernel()
    {
        const QString folder = QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/traces/");
        const QStringList arguments{"--format", "json", "-r", "n1:v1=" + folder + "n1.v1.pcap", "n1:v2=" + folder + "n1.v2.pcap", "--trace", "n1=" + folder + "nft-monitor-trace.txt"};
        const auto read = [&](const char *verb) { return QJsonDocument::fromJson(runCommandLine(QStringList{verb} + arguments).output).object(); };
        int dropped = 0, told = 0;
        for (const QJsonValue &mark : read("journey")["marks"].toArray())
            dropped += mark["reason"].isNull() ? 0 : 1;
        const QJsonObject all = read("diagnose");
        for (const QJsonValue &drops : all["unexplained_drops"].toArray()) {
            QCOMPARE(drops["reason"].toString(), "NETFILTER_DROP");
            QVERIFY(!drops["evidence"].toArray().isEmpty());
            told += drops["packets"].toInt();
        }
        QVERIFY(dropped >= 4);
        QCOMPARE(told, dropped);
    }

    void wrongTraces_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        const QString hosts = stories.filePath("forward-drop/snapshots"), capture = stories.filePath("forward-drop/captures/master.eth0.pcapng");
        QTest::newRow("nothing at all") << QStringList{} << 2 << "diagnose needs captures (-r), a snapshot (--snapshot), what kernels told (--trace), or several of these";
        QTest::newRow("no such trace") << QStringList{"--snapshot", hosts, "--trace", "nothing.txt"} << 1 << "nothing.txt cannot be read: ";
        QTest::newRow("no trace") << QStringList{"-r", capture, "--trace", capture} << 1 << "is no output of pwru, nft monitor trace, xtables-monitor --trace or dropwatch";
        QTest::newRow("no such trace, and nothing else") << QStringList{"--trace", "nothing.txt"} << 3 << "nothing.txt cannot be read: ";
    }

    void wrongTraces()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, said);
        const CommandResult result = runCommandLine(QStringList{"diagnose"} + arguments);
        QCOMPARE(result.code, code);
        QVERIFY2(result.error.contains(said.toUtf8()), result.error.constData());
        QCOMPARE(result.output.isEmpty(), code != 1);
    }

private:
    static QList<QJsonObject> ofFlow(const QJsonObject &all, const QJsonValue &flow)
    {
        QList<QJsonObject> found;
        for (const QJsonValue &one : all["journeys"].toArray())
            if (isOfFlow(one.toObject(), flow.toObject()))
                found << one.toObject();
        return found;
    }

    static void addStories()
    {
        QTest::addColumn<int>("none");
        for (const QString &name : stories.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << 0;
        QVERIFY(stories.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 20);
    }

    static bool passes(const Story &story, const QJsonObject &all, const QJsonObject &one, const QJsonValue &flow)
    {
        return one["flow"]["proto"] == flow["protocol"] && one["outcome"] != "lost"
            && std::ranges::any_of(one["hops"].toArray(), [&](const QJsonValue &hop) { return story.fileOf(all, hop["point"]) == flow["at"]["file"]; });
    }

    static bool comesBack(const QJsonValue &one)
    {
        QList<int> points;
        for (const QJsonValue &hop : one["hops"].toArray()) {
            if (points.count(hop["point"].toInt()) > 1)
                return true;
            points << hop["point"].toInt();
        }
        return false;
    }
};

QTEST_GUILESS_MAIN(TestFaultStories)
#include "tst_faultstories.moc"
