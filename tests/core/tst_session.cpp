#include <QTest>

#include "core/session/absent.h"
#include "core/session/fingerprint.h"
#include "core/session/packetplaces.h"
#include "core/session/sessionparts.h"
#include "core/session/sessionreader.h"
#include "core/snapshot/snapshottexts.h"
#include "tests/support/capturefile.h"
#include "tests/support/hostfacts.h"
#include "tests/support/programs.h"
#include "tests/support/zipfile.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace vethscope;
using namespace vethscope::test;

// Sessions as files: what is written comes back, what is damaged or hostile is told of and harms nothing.

namespace {

const QString hosts = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/hosts");

QByteArray onePacket(const QByteArray &bytes = "0123456789abcdef")
{
    return PcapFile().packet(1, 2, bytes).bytes();
}

SavedCapture captureAt(const QString &path, const QDir &sessionFolder, bool embedded)
{
    const QFileInfo file(path);
    return {.name = file.fileName().toStdString(), .path = path.toStdString(), .relative = sessionFolder.relativeFilePath(path).toStdString(),
            .size = std::uint64_t(file.size()), .fingerprint = fingerprintOf(path.toStdString()), .embedded = embedded, .file = path.toStdString()};
}

QStringList messages(const std::vector<Error> &problems)
{
    QStringList list;
    for (const Error &problem : problems)
        list << QString::fromStdString(problem.message.english());
    return list;
}

QString text(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

QByteArray bytesOf(const std::filesystem::path &path)
{
    QFile file(text(path));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

ReadSession read(const QString &path, const SessionLimits &limits = {})
{
    auto session = readSession(path.toStdString(), {}, limits);
    if (!session)
        qFatal("%s", session.error().message.english().c_str());
    return std::move(*session);
}

QString errorOf(const QString &path)
{
    const auto session = readSession(path.toStdString());
    return session ? QStringLiteral("it was read") : QString::fromStdString(session.error().message.english());
}

void writeAs(const SavedSession &session, const QString &path)
{
    const auto written = writeSession(session, path.toStdString());
    QVERIFY2(written, written ? "" : written.error().message.english().c_str());
}

// A session with something of everything.
SavedSession rich(const QString &capture, const QDir &folder)
{
    SavedSession session;
    session.captures = {captureAt(capture, folder, true), captureAt(capture, folder, false)};
    session.snapshots = {{.name = "notes 说明", .time = 1'700'000'000'000'000'001, .chosen = false, .bundled = true, .path = "/home/ann/hosts", .relative = "hosts",
                          .texts = {{"a/master.txt", "[root@master ~]# ip route\n"}, {"主机.txt", "two\nlines\n"}}, .problems = {"x is a binary file, not text"}},
                         {.name = "elsewhere", .path = "/nowhere/at/all", .relative = "not-here", .embedded = false}};
    session.names = false;
    session.physicalNames = false;
    session.transportNames = true;
    session.filter = "ip.src == 10.244.0.1 && http contains \"ü\"";
    session.recentFilters = {"arp", "dns"};
    session.decodeAs = {"udp.port==8473,vxlan"};
    session.marks = {{0, 1, 1}, {1, 3, 4'000'000'000}};
    session.comments = {{{1, 7}, "a \"comment\"\nof two lines, 中文"}};
    session.layout = {"compare", "overlay", {"bytes", "report"}, {2900, 0, 9999}, {{.column = Column::Time, .width = 1100}, {.column = Column::Number}, {.column = Column::Info}, {.column = Column::Source, .width = 100'000}}};
    session.selected = {1, 5};
    session.ignored = {{1, 2, 3}};
    session.shifts = {{0, 1, {5, -7, 1e-6}}};
    session.givenNames = {{*IpAddress::parse("10.244.0.9"), "tea"}, {*IpAddress::parse("fd00::9"), "咖啡"}};
    return session;
}

QString describe(const SavedSession &session)
{
    QStringList lines;
    for (const SavedCapture &one : session.captures)
        lines << QStringLiteral("capture %1 at %2 or %3, %4 bytes, %5, embedded %6")
                     .arg(QString::fromStdString(one.name), text(one.path), text(one.relative)).arg(one.size).arg(QString::fromStdString(one.fingerprint))
                     .arg(one.embedded);
    for (const SavedSnapshot &one : session.snapshots) {
        lines << QStringLiteral("snapshot %1 of %2, chosen %3, bundled %4, at %5 or %6, embedded %7")
                     .arg(QString::fromStdString(one.name)).arg(one.time).arg(one.chosen).arg(one.bundled).arg(text(one.path), text(one.relative)).arg(one.embedded);
        for (const SnapshotText &part : one.texts)
            lines << QString::fromStdString("  " + part.name + ": " + part.text);
        for (const std::string &problem : one.problems)
            lines << QString::fromStdString("  ! " + problem);
    }
    const auto said = [](const std::optional<bool> &flag) { return flag ? QString::number(*flag) : QStringLiteral("-"); };
    lines << QStringLiteral("names %1, %2, %3, filter %4").arg(session.names).arg(said(session.physicalNames), said(session.transportNames), QString::fromStdString(session.filter));
    for (const auto *list : {&session.recentFilters, &session.decodeAs, &session.layout.hidden})
        for (const std::string &one : *list)
            lines << QString::fromStdString(one);
    for (const SavedMarks &one : session.marks)
        lines << QStringLiteral("marks %1: %2-%3").arg(one.capture).arg(one.first).arg(one.last);
    for (const SavedComment &one : session.comments)
        lines << QStringLiteral("comment %1/%2: %3").arg(one.packet.capture).arg(one.packet.number).arg(QString::fromStdString(one.text));
    lines << QString::fromStdString(session.layout.arrangement + " " + session.layout.show);
    const SavedSizes &sizes = session.layout.sizes;
    lines << QStringLiteral("list %1, in compare %2, details %3").arg(sizes.list).arg(sizes.compareList).arg(sizes.details);
    for (const ColumnSpec &one : session.layout.columns)
        lines << QStringLiteral("column %1: %2").arg(QString::fromUtf8(nameOf(one.column))).arg(one.width);
    for (const SavedMarks &one : session.ignored)
        lines << QStringLiteral("ignored %1: %2-%3").arg(one.capture).arg(one.first).arg(one.last);
    for (const SavedShift &one : session.shifts)
        lines << QStringLiteral("shift %1/%2: %3 to %4, %5").arg(one.capture).arg(one.interface).arg(one.shift.from).arg(one.shift.to).arg(one.shift.gain, 0, 'g', 12);
    for (const SavedName &one : session.givenNames)
        lines << QString::fromStdString(one.address.text() + " is called " + one.name);
    lines << QStringLiteral("selected %1/%2").arg(session.selected.capture).arg(session.selected.number);
    return lines.join('\n');
}

// With ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray description(const QByteArray &members)
{
    return json("{'vethscope_session': 1" + (members.isEmpty() ? QByteArray() : ", " + members) + "}");
}

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void comesBack()
    {
        const QString capture = writeFile(m_folder, "node1_eth0.pcap", onePacket());
        const SavedSession session = rich(capture, m_folder.path());
        writeAs(session, at("rich.vethscope"));
        const ReadSession back = read(at("rich.vethscope"));
        QCOMPARE(describe(back.session), describe(session));
        QCOMPARE(messages(back.problems), QStringList{"the host snapshot elsewhere is not at " + at("not-here") + " nor at /nowhere/at/all"});
        // The embedded capture is unpacked under its own name, which tells the capture point; the other one is used where it is.
        QVERIFY(back.folder && back.folder->holds(back.session.captures[0].file));
        QCOMPARE(text(back.session.captures[0].file.filename()), "node1_eth0.pcap");
        QCOMPARE(bytesOf(back.session.captures[0].file), onePacket());
        QCOMPARE(text(back.session.captures[1].file), capture);
    }

    // As somebody without Vethscope reads it.
    void otherProgramsReadIt()
    {
        NEEDS_PROGRAMS("python3");
        const QString capture = writeFile(m_folder, "other.pcap", onePacket());
        writeAs(rich(capture, m_folder.path()), at("other.vethscope"));
        const QByteArray listing = python("import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint('\\n'.join(z.namelist()))",
                                          {at("other.vethscope")});
        QCOMPARE(listing, "session.json\nREADME.txt\nsnapshots/1/1-a_master.txt\nsnapshots/1/2-______.txt\ncaptures/1-other.pcap\n");
        const auto part = [&](const QString &name) {
            return python("import sys, zipfile\nsys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))", {at("other.vethscope"), name});
        };
        QCOMPARE(part("captures/1-other.pcap"), onePacket());
        QCOMPARE(part("snapshots/1/1-a_master.txt"), "[root@master ~]# ip route\n");
        QVERIFY(part("README.txt").contains("vethscope FILE.vethscope"));
        const QJsonObject json = QJsonDocument::fromJson(part("session.json")).object();
        QCOMPARE(json["vethscope_session"].toInt(), 1);
        QCOMPARE(json["filter"].toString(), QStringLiteral("ip.src == 10.244.0.1 && http contains \"ü\""));
        QCOMPARE(json["captures"][0]["part"].toString(), "captures/1-other.pcap");
        QCOMPARE(json["captures"][1]["relative"].toString(), "other.pcap");
        QCOMPARE(json["snapshots"][0]["texts"][1]["name"].toString(), QStringLiteral("主机.txt"));
        QCOMPARE(json["comments"][0]["number"].toInt(), 7);
    }

    // Together, from one folder into another.
    void moved()
    {
        QDir(m_folder.path()).mkpath("here/captures");
        const QString capture = writeFile(m_folder, "here/captures/a.pcap", onePacket());
        SavedSession session;
        session.captures = {captureAt(capture, m_folder.filePath("here"), false)};
        QCOMPARE(text(session.captures[0].relative), "captures/a.pcap");
        writeAs(session, at("here/moved.vethscope"));
        QVERIFY(QDir(m_folder.path()).rename("here", "there"));
        const ReadSession back = read(at("there/moved.vethscope"));
        QCOMPARE(messages(back.problems), QStringList());
        QCOMPARE(text(back.session.captures[0].file), at("there/captures/a.pcap"));
        QVERIFY(!back.folder);

        // The session alone: the capture is where it was.
        QVERIFY(QFile::rename(at("there/moved.vethscope"), at("alone.vethscope")));
        QDir(m_folder.path()).rename("there", "here");
        QCOMPARE(text(read(at("alone.vethscope")).session.captures[0].file), capture);
    }

    void missingOrChanged()
    {
        const QString gone = writeFile(m_folder, "gone.pcap", onePacket()), longer = writeFile(m_folder, "longer.pcap", onePacket()),
                      other = writeFile(m_folder, "other-bytes.pcap", onePacket());
        SavedSession session;
        for (const QString &path : {gone, longer, other})
            session.captures.push_back(captureAt(path, m_folder.path(), false));
        session.marks = {{1, 1, 1}};
        writeAs(session, at("changed.vethscope"));
        QFile::remove(gone);
        const QByteArray more = PcapFile().packet(1, 2, "0123456789abcdef").packet(2, 0, "more").bytes();
        writeFile(m_folder, "longer.pcap", more);
        writeFile(m_folder, "other-bytes.pcap", onePacket("fedcba9876543210"));
        const ReadSession back = read(at("changed.vethscope"));
        QCOMPARE(messages(back.problems),
                 (QStringList{"the capture gone.pcap is not at " + gone,
                              QString("%1 is not what it was when the session was saved: %2 bytes instead of %3").arg(longer).arg(more.size()).arg(onePacket().size()),
                              QString("%1 is not what it was when the session was saved: as long, %2 bytes, but others").arg(other).arg(onePacket().size())}));
        QVERIFY(back.session.captures[0].file.empty());
        QCOMPARE(text(back.session.captures[1].file), longer);
        QCOMPARE(back.session.marks.size(), std::size_t(1)); // still of the second one
        QCOMPARE(back.session.marks[0].capture, std::size_t(1));
    }

    // The evidence of texts that were embedded is what it was when they were imported.
    void snapshotTexts_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a folder") << hosts;
        QTest::newRow("a file whose name tells the host") << hosts + "/master.txt";
    }

    void snapshotTexts()
    {
        QFETCH(QString, path);
        const auto before = readSnapshot(path.toStdString());
        QVERIFY(before);
        const std::vector<SnapshotText> texts = textsOf(*before);
        QVERIFY(!texts.empty());
        const Snapshot after = readSnapshotTexts(before->name, before->time, texts, path.toStdString(), {"left out then"});
        QCOMPARE(factLines(after.facts), factLines(before->facts));
        QCOMPARE(after.time, before->time);
        QCOMPARE(after.report.commands.size(), before->report.commands.size());
        QCOMPARE(after.report.commands.back().source->name(), before->report.commands.back().source->name());
        QCOMPARE(after.report.commands.back().line, before->report.commands.back().line);
        QCOMPARE(after.report.problems.back().message.english(), "left out then");
    }

    void hostileParts()
    {
        const QString victim = at("victim.txt");
        const QByteArray capture = "{'name': 'a.pcap', 'size': 1, 'part': '";
        writeFile(m_folder, "hostile.vethscope", zipOf({
            {"session.json", description("\"captures\": [" + capture + "../victim.txt\"}, " + capture + "/etc/victim\"}, " + capture + "link\"}, "
                                         + capture + "device\"}, {\"name\": \"../../victim.txt\", \"size\": 4, \"part\": \"sound\"}],"
                                         " \"snapshots\": [{\"name\": \"n\", \"texts\": [{\"name\": \"../up.txt\", \"part\": \"sound\"}, {\"name\": \"t\", \"part\": \"t\"}]}]")},
            {"../victim.txt", "written"}, {"/etc/victim", "written"}, {"a/../../victim.txt", "written"}, {"link", "/etc/passwd", 0120777}, {"device", "", 0020666},
            {"sound", "good"}, {"sound", "evil"}, {"t", "text"}, {"", "written"}}));
        const ReadSession back = read(at("hostile.vethscope"));
        QCOMPARE(messages(back.problems), (QStringList{
            "hostile.vethscope: the part ../victim.txt leads out of the archive and was not read",
            "hostile.vethscope: the part /etc/victim leads out of the archive and was not read",
            "hostile.vethscope: the part a/../../victim.txt leads out of the archive and was not read",
            "hostile.vethscope: the part link is a link and was not read",
            "hostile.vethscope: the part device is a device or a pipe and was not read",
            "hostile.vethscope: the part sound is there twice; the second one was not read",
            "hostile.vethscope: the part without a name leads out of the archive and was not read",
            "session.json line 1: the part ../victim.txt leads out of the archive and was not read",
            "session.json line 1: the part /etc/victim leads out of the archive and was not read",
            "session.json line 1: \"../../victim.txt\" is no name of a file",
            "session.json line 1: the text ../up.txt in the part sound leads out of its place and was not read",
            "hostile.vethscope: the part device is missing",
            "hostile.vethscope: the part link is missing",
            "session.json does not say where the capture a.pcap is",
            "session.json does not say where the capture a.pcap is",
        }));
        QVERIFY(!QFile::exists(victim));
        QCOMPARE(bytesOf(back.session.captures[4].file), "good");
        QCOMPARE(text(back.session.captures[4].file.lexically_relative(back.folder->path())), "5/capture-5");
        QCOMPARE(back.session.snapshots[0].texts[0].text, "text");
        QStringList made;
        for (QDirIterator file(text(back.folder->path()), QDir::Files | QDir::System | QDir::Hidden, QDirIterator::Subdirectories); file.hasNext();)
            made << file.next();
        QCOMPARE(made, QStringList{text(back.session.captures[4].file)});
    }

    // A pipe would have the window wait for ever.
    void hostileReferences()
    {
        writeFile(m_folder, "references.vethscope", zipOf({{"session.json", description(
            "'captures': [{'name': 'zero', 'path': '/dev/zero'}, {'name': 'p', 'path': 'etc/passwd'}, {'name': 'q', 'relative': '/etc/passwd'}], "
            "'snapshots': [{'name': 'null', 'path': '/dev/null'}]")}}));
        const ReadSession back = read(at("references.vethscope"));
        QCOMPARE(messages(back.problems), (QStringList{
            "session.json line 1: the path etc/passwd is not absolute and was left out",
            "session.json line 1: the relative path /etc/passwd is absolute and was left out",
            "the capture zero is not at /dev/zero",
            "session.json does not say where the capture p is",
            "session.json does not say where the capture q is",
            "the host snapshot null is not at /dev/null",
        }));
    }

    void folderIsPrivateAndGoes()
    {
        const QString capture = writeFile(m_folder, "private.pcap", onePacket());
        SavedSession session;
        session.captures = {captureAt(capture, m_folder.path(), true)};
        writeAs(session, at("private.vethscope"));
        QString path;
        {
            const ReadSession back = read(at("private.vethscope"));
            path = text(back.folder->path());
            const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
            QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
            QVERIFY(QFile::exists(path + "/1/private.pcap"));
        }
        QVERIFY(!QFile::exists(path));
    }

    void wrongTypes_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QStringList>("problems");
        QTest::newRow("a list that is none") << QByteArray("'marks': '1-4', 'filter': 'arp'") << QStringList{"session.json line 1: marks is a string, not a list, and was left out"};
        QTest::newRow("a filter that is a number") << QByteArray("\n\"filter\": 3") << QStringList{"session.json line 2: filter is a number, not a string, and was left out"};
        QTest::newRow("a capture that is a number") << QByteArray("'captures': [5]")
            << QStringList{"session.json line 1: captures is a number, not a list of objects there, and was left out", "session.json line 1: \"\" is no name of a file",
                           "session.json does not say where the capture capture-1 is"};
        QTest::newRow("a mark of no capture") << QByteArray("'marks': [{'capture': 2, 'first': 1, 'last': 2}]")
            << QStringList{"session.json line 1: there is no packet 1 of a capture 2, of 0 captures counted from 0; it was left out",
                           "session.json line 1: there is no packet 2 of a capture 2, of 0 captures counted from 0; it was left out"};
        QTest::newRow("a negative size") << QByteArray("'captures': [{'name': 'a', 'size': -1}]")
            << QStringList{"session.json line 1: size is a number, not a whole number from 0 on, and was left out", "session.json does not say where the capture a is"};
        QTest::newRow("an unknown layout") << QByteArray("'layout': {'arrangement': 'spiral'}, 'filter': 'arp'")
            << QStringList{"session.json line 1: arrangement is spiral, which is not known; it was left out"};
        QTest::newRow("panes of all and of nothing") << QByteArray("'layout': {'sizes': {'list': 10000, 'compareList': 0, 'details': -4}}, 'filter': 'arp'")
            << QStringList{"session.json line 1: list is 10000, which is not between 1 and 9999; it was left out",
                           "session.json line 1: compareList is 0, which is not between 1 and 9999; it was left out",
                           "session.json line 1: details is -4, which is not between 1 and 9999; it was left out"};
        QTest::newRow("sizes of another type") << QByteArray("'layout': {'sizes': [1], 'columns': 'all'}, 'filter': 'arp'")
            << QStringList{"session.json line 1: sizes is a list, not an object, and was left out", "session.json line 1: columns is a string, not a list, and was left out"};
        QTest::newRow("columns that are none") << QByteArray("'layout': {'columns': [{'name': 'time', 'width': 99}, {'name': 'colour'}, {'name': 'time'}, {'name': 'info', 'width': 'all'}]}, 'filter': 'arp'")
            << QStringList{"session.json line 1: width is 99, which is not between 100 and 100000; it was left out",
                           "session.json line 1: there is no column \"colour\"; it was left out", "session.json line 1: the column time is there twice; it was taken once",
                           "session.json line 1: width is a string, not a whole number, and was left out"};
        QTest::newRow("an unknown member") << QByteArray("'colour': 'blue'") << QStringList{"session.json line 1: the member colour is not known and was left out"};
        QTest::newRow("a list of filters with a number") << QByteArray("'recentFilters': ['arp', 7]")
            << QStringList{"session.json line 1: recentFilters is a number, not a list of strings there, and was left out"};
    }

    void wrongTypes()
    {
        QFETCH(QByteArray, members);
        QFETCH(QStringList, problems);
        writeFile(m_folder, "types.vethscope", zipOf({{"session.json", description(members)}}));
        const ReadSession back = read(at("types.vethscope"));
        QCOMPARE(messages(back.problems), problems);
        QCOMPARE(QString::fromStdString(back.session.filter), members.contains("'arp', 7") || !members.contains("arp") ? "" : "arp");
    }

    void versions()
    {
        writeFile(m_folder, "newer.vethscope", zipOf({{"session.json", json("{'vethscope_session': 2, 'filter': 'arp'}")}}));
        const ReadSession newer = read(at("newer.vethscope"));
        QCOMPARE(messages(newer.problems), QStringList{"session.json line 1: it is of version 2, this program knows version 1: what is new in it was left out"});
        QCOMPARE(newer.session.filter, "arp");
        writeFile(m_folder, "none.vethscope", zipOf({{"session.json", json("{'filter': 'arp'}")}}));
        QCOMPARE(messages(read(at("none.vethscope")).problems), QStringList{"session.json line 1: it does not say of which version it is; it was read as version 1"});
    }

    void noSession_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        QTest::newRow("nothing") << QByteArray() << "no.vethscope cannot be opened as a session: Unrecognized archive format";
        QTest::newRow("text") << QByteArray("not a zip archive at all, but long enough to be one") << "no.vethscope cannot be opened as a session: Unrecognized archive format";
        QTest::newRow("a capture") << onePacket() << "no.vethscope cannot be opened as a session: Unrecognized archive format";
        QTest::newRow("an archive of something else") << zipOf({{"a.txt", "b"}}) << "no.vethscope is no session: it has no part session.json";
        QTest::newRow("no JSON") << zipOf({{"session.json", "<xml/>"}}) << "no.vethscope: session.json is no JSON object";
        QTest::newRow("a list") << zipOf({{"session.json", "[1]"}}) << "no.vethscope: session.json is no JSON object";
    }

    void noSession()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, error);
        writeFile(m_folder, "no.vethscope", bytes);
        const QString told = errorOf(at("no.vethscope"));
        QVERIFY2(told.startsWith(error), qPrintable(told));
        QVERIFY(errorOf(at("nowhere.vethscope")).startsWith(at("nowhere.vethscope") + " cannot be opened"));
        QCOMPARE(errorOf(m_folder.path()), m_folder.path() + " cannot be opened: it is not a file");
    }

    // What stands in front of the cut is still there.
    void cut()
    {
        QByteArray noise;
        for (quint32 i = 0, seed = 1; i < 1'000'000; ++i)
            noise += char((seed = seed * 1664525 + 1013904223) >> 24);
        const QString capture = writeFile(m_folder, "cut.pcap", PcapFile().packet(1, 0, "first").packet(2, 0, noise).bytes());
        writeAs(rich(capture, m_folder.path()), at("whole.vethscope"));
        const QByteArray whole = bytesOf(at("whole.vethscope").toStdString());
        writeFile(m_folder, "cut.vethscope", whole.first(whole.size() * 3 / 4));
        const ReadSession back = read(at("cut.vethscope"));
        QCOMPARE(back.session.filter, rich(capture, m_folder.path()).filter);
        QCOMPARE(back.session.snapshots[0].texts[1].text, "two\nlines\n");
        const QByteArray rest = bytesOf(back.session.captures[0].file);
        QVERIFY(rest.size() > 100'000 && rest.size() < QFileInfo(capture).size());
        QVERIFY(bytesOf(capture.toStdString()).startsWith(rest));
        const QString told = messages(back.problems).join('\n');
        QVERIFY2(told.contains("the part captures/1-cut.pcap is damaged"), qPrintable(told));
        QVERIFY2(told.contains(QString("of the capture cut.pcap only %1 of %2 bytes are there").arg(rest.size()).arg(QFileInfo(capture).size())), qPrintable(told));

        // Wherever it is cut: an error or a session, never anything else.
        for (qsizetype size = 0; size < whole.size(); size += size < 3000 ? 7 : 29'989) {
            writeFile(m_folder, "cut.vethscope", whole.first(size));
            const auto again = readSession(at("cut.vethscope").toStdString());
            QVERIFY(again ? !again->problems.empty() : !again.error().message.empty());
        }
    }

    void manyMissingParts()
    {
        QByteArray texts;
        for (int i = 0; i < 5; ++i)
            texts += (i == 0 ? "" : ", ") + QByteArray("{'name': 't', 'part': 'p") + QByteArray::number(i) + "'}";
        writeFile(m_folder, "many.vethscope", zipOf({{"session.json", description("'snapshots': [{'name': 'n', 'texts': [" + texts + "]}]")}, {"p1", "text"}}));
        QCOMPARE(messages(read(at("many.vethscope")).problems),
                 (QStringList{"many.vethscope: the part p0 is missing", "many.vethscope: the part p2 is missing", "many.vethscope: the part p3 is missing",
                              "many.vethscope: 1 more of its 5 parts are missing"}));
    }

    void limits()
    {
        const QString capture = writeFile(m_folder, "limits.pcap", onePacket());
        writeAs(rich(capture, m_folder.path()), at("limits.vethscope"));
        const auto told = [&](const SessionLimits &limits) { return messages(read(at("limits.vethscope"), limits).problems).join('\n'); };
        QVERIFY(told({.parts = 2}).contains("limits.vethscope has more than 2 parts; the rest was not read"));
        QVERIFY(told({.bytesOfText = 12}).contains("limits.vethscope: the part snapshots/1/1-a_master.txt is larger than 12 bytes and was cut there"));
        QVERIFY(told({.bytesOfTexts = 30}).contains("limits.vethscope holds more than 30 bytes of texts; the part snapshots/1/2-______.txt was cut there"));
        QVERIFY(told({.bytesOfCaptures = 40}).contains("limits.vethscope holds more than 40 bytes of captures; the part captures/1-limits.pcap was cut there"));
        const auto tooLong = readSession(at("limits.vethscope").toStdString(), {}, {.bytesOfDescription = 100});
        QVERIFY(!tooLong);
        QCOMPARE(tooLong.error().message.english(), "limits.vethscope: the part session.json is larger than 100 bytes");
        const QByteArray exact = description("'snapshots': []");
        writeFile(m_folder, "exact.vethscope", zipOf({{"session.json", exact}}));
        QVERIFY(readSession(at("exact.vethscope").toStdString(), {}, {.bytesOfDescription = static_cast<std::uint64_t>(exact.size())}));
    }

    // A few kilobytes that would unpack to more than there is room for.
    void bomb()
    {
        const QString zeros = writeFile(m_folder, "zeros.pcap", QByteArray(64 << 20, '\0'));
        SavedSession session;
        session.captures = {captureAt(zeros, m_folder.path(), true)};
        writeAs(session, at("bomb.vethscope"));
        QVERIFY(QFileInfo(at("bomb.vethscope")).size() < 200'000);
        const ReadSession back = read(at("bomb.vethscope"), {.bytesOfCaptures = 1 << 20});
        QVERIFY(QFileInfo(text(back.session.captures[0].file)).size() <= 1 << 20);
    }

    void writtenWholeOrNotAtAll()
    {
        const QString capture = writeFile(m_folder, "whole.pcap", onePacket());
        SavedSession session = rich(capture, m_folder.path());
        writeAs(session, at("kept.vethscope"));
        const QByteArray before = bytesOf(at("kept.vethscope").toStdString());
        session.captures[0].file = "/nowhere/gone.pcap";
        const auto written = writeSession(session, at("kept.vethscope").toStdString());
        QVERIFY(!written);
        QVERIFY(written.error().message.english().starts_with("/nowhere/gone.pcap cannot be read"));
        session.captures[0].file = capture.toStdString();
        const auto stopped = writeSession(session, at("kept.vethscope").toStdString(), [](std::uint64_t, std::uint64_t) { return false; });
        QVERIFY(!stopped && stopped.error().message.empty());
        QCOMPARE(bytesOf(at("kept.vethscope").toStdString()), before);
        QCOMPARE(QDir(m_folder.path()).entryList({"kept.vethscope*"}).size(), qsizetype(1));
        const auto nowhere = writeSession({}, "/nowhere/at/all.vethscope");
        QVERIFY(!nowhere && nowhere.error().message.english().starts_with("/nowhere/at/all.vethscope cannot be written"));
    }

    void stopped()
    {
        const QString capture = writeFile(m_folder, "stopped.pcap", onePacket());
        writeAs(rich(capture, m_folder.path()), at("stopped.vethscope"));
        const auto session = readSession(at("stopped.vethscope").toStdString(), [](std::uint64_t, std::uint64_t) { return false; });
        QVERIFY(!session && session.error().message.empty());
    }

    // Two files take turns in the list; a third one of the session is not there.
    void packetsOfMergedFiles()
    {
        PcapFile even, odd;
        for (std::uint32_t i = 0; i < 10; ++i)
            (i % 2 == 0 ? even : odd).packet(100 + i, 0, "packet");
        const std::filesystem::path evenFile = writeFile(m_folder, "even.pcap", even.bytes()).toStdString(),
                                    oddFile = writeFile(m_folder, "odd.pcap", odd.bytes()).toStdString();
        const auto store = PacketStore::open(std::vector{evenFile, oddFile});
        QVERIFY(store);
        (*store)->waitUntilFinished();
        SavedSession session;
        session.captures.resize(3);
        session.captures[0].file = evenFile;
        session.captures[2].file = oddFile;
        const PacketPlaces places(**store, session.captures);
        QCOMPARE(places.present(), (std::vector<bool>{true, false, true}));

        session.marks = places.marks(std::vector<std::size_t>{0, 1, 2, 4, 7, 9});
        QStringList marks;
        for (const SavedMarks &one : session.marks)
            marks << QString("%1: %2-%3").arg(one.capture).arg(one.first).arg(one.last);
        QCOMPARE(marks, (QStringList{"0: 1-3", "2: 1-1", "2: 4-5"}));
        std::uint64_t missing = 0;
        QCOMPARE(places.rows(session.marks, missing), (std::vector<std::size_t>{0, 1, 2, 4, 7, 9}));
        QCOMPARE(missing, std::uint64_t(0));
        // Overlapping, the wrong way round, beyond the end, of what is not there.
        const std::vector<SavedMarks> odder{{0, 2, 3}, {0, 1, 2}, {2, 5, 7}, {2, 4, 1}, {1, 1, 9}};
        QCOMPARE(places.rows(odder, missing), (std::vector<std::size_t>{0, 2, 4, 9}));
        QCOMPARE(missing, std::uint64_t(2));
        const auto rows = places.rows(std::vector<SavedPacket>{{2, 1}, {0, 6}, {1, 1}, {0, 0}, {2, 1}});
        QVERIFY(rows[0] == std::size_t(1) && !rows[1] && !rows[2] && !rows[3] && rows[4] == std::size_t(1));

        session.marks.push_back({1, 4, 5});
        session.comments = {{{2, 1}, "there"}, {{1, 3}, "away"}};
        session.captures[1].path = "/data/away.pcap";
        const SavedSession absent = absentOf(session, places.present());
        SavedSession again;
        again.captures.resize(2);
        addAbsent(again, absent, "/data/sessions");
        QCOMPARE(again.captures.size(), std::size_t(3));
        QCOMPARE(text(again.captures[2].relative), "../away.pcap");
        QCOMPARE(again.marks.size(), std::size_t(1));
        QVERIFY(again.marks[0].capture == 2 && again.marks[0].first == 4 && again.marks[0].last == 5);
        QCOMPARE(again.comments.size(), std::size_t(1));
        QVERIFY(again.comments[0].packet.capture == 2 && again.comments[0].text == "away");
    }

    void kinds()
    {
        const QString capture = writeFile(m_folder, "kinds.pcap", onePacket());
        writeAs(rich(capture, m_folder.path()), at("kinds.renamed"));
        QVERIFY(isSession(at("kinds.renamed").toStdString()));
        QVERIFY(isSession("/nowhere/A.VETHSCOPE"));
        QVERIFY(!isSession(capture.toStdString()));
        QVERIFY(!isSession("/dev/stdin"));
        QVERIFY(!isSession(m_folder.path().toStdString()));
    }

private:
    QString at(const QString &name) const { return m_folder.filePath(name); }

    static QByteArray python(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start("python3", QStringList{"-c", program} + arguments);
        return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
