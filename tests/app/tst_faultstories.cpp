#include "core/snapshot/snapshot.h"
#include "tests/support/capturefile.h"
#include "tests/support/commandline.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
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
    {"bgp-session-down", "leaves-cluster"}, {"duplicate-mac", "wrong-tunnel-mac"}, {"forward-drop", "filtered"}, {"forwarding-off", "forwarding-off"},
    {"missing-fdb-entry", "no-fdb-entry"}, {"missing-neighbour", "neighbour-failed"}, {"missing-route", "leaves-cluster"}, {"policy-drop", "filtered"},
    {"rp-filter-drop", "rp-filter"}, {"stale-blackhole", "blackhole"}, {"stale-neighbour", "wrong-tunnel-mac"}, {"stale-udp-translation", "neighbour-failed"},
    {"tunnel-mac-changed", "wrong-tunnel-mac"}, {"vni-mismatch", "vni-unknown"}, {"vxlan-port-mismatch", "port-mismatch"},
};

// What `journey` tells otherwise than the lab: `STORY SOURCE > DESTINATION`, and what it says instead.
const QMap<QString, QString> toldOtherwise{
    {"hairpin-off 10.244.1.7 > 10.109.140.18", "lost after captures/VM-16-10-centos.cni0.pcapng"}, // on the way back to its veth: the bridge itself shows it, translated
    {"stale-udp-translation 10.244.1.7 > 10.96.0.10", "unknown"}, // nobody has the address that it was to go to, so nobody's points prove anything
};

// Flows of a story that are lost besides, as they should be: what no truth file names because it is not the story.
const QMap<QString, QStringList> lostBesides{
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

// One broken cluster; the row's name is its folder's.
struct Story {
    QDir folder{stories.filePath(QTest::currentDataTag())};
    QJsonObject truth = QJsonDocument::fromJson(contentOf(folder.filePath("truth.json"))).object();

    QStringList captures() const
    {
        QStringList files;
        for (const QJsonValue &one : truth["captures"].toArray())
            files << folder.filePath(one["file"].toString());
        return files;
    }

    QJsonObject journeys(const QStringList &captures) const
    {
        const CommandResult result = runCommandLine(QStringList{"journey", "--format", "json", "--snapshot", folder.filePath("snapshots"), "-r"} + captures);
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
        QStringList others;
        int found = 0;
        for (const QJsonValue &finding : QJsonDocument::fromJson(result.output)["findings"].toArray()) {
            for (const QJsonValue &evidence : finding["evidence"].toArray()) {
                if (const QJsonValue capture = evidence["capture"]; !capture.isUndefined())
                    QVERIFY2(evidence["frame"].toInt() >= 1 && evidence["frame"].toInt() <= frames.value(capture.toString()), qPrintable(capture.toString()));
                else
                    QVERIFY2(contains(printed, evidence["text"].toString().remove(QChar(0x2026)).trimmed()), qPrintable(evidence["text"].toString()));
            }
            const QString id = finding["id"].toString();
            if (id == QTest::currentDataTag()) {
                ++found;
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
