#include "tests/support/tshark.h"

#include "tests/support/keptanswers.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTimeZone>

#include <optional>

namespace vethscope::test {
namespace {

const QStringList eachFrameAlone{
    "-n", "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip",
    "-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-o", "sctp.checksum:CRC 32c",
    "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE", "-o", "tcp.desegment_tcp_streams:FALSE",
    "-o", "tcp.analyze_sequence_numbers:FALSE", "-o", "http.desegment_headers:FALSE", "-o", "http.desegment_body:FALSE",
};

// Nothing when it did not end by itself.
std::optional<QByteArray> answerOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return std::nullopt;
    }
    if (process.exitStatus() != QProcess::NormalExit)
        return std::nullopt;
    return process.readAllStandardOutput();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// What makes one tshark answer otherwise than another: its version and libraries, the user's preferences, the zone of its dates.
const QByteArray &whichTshark()
{
    static const QByteArray which = outputOf("tshark", {"-v"})
        + contentOf(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/wireshark/preferences") + QTimeZone::systemTimeZoneId();
    return which;
}

} // namespace

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    return answerOf(program, arguments).value_or(QByteArray());
}

QByteArray tsharkOutput(const QString &capture, const QStringList &arguments)
{
    const QByteArrayList question{whichTshark(), arguments.join('\n').toUtf8(), QFileInfo(capture).suffix().toUtf8(), contentOf(capture)};
    const QByteArray asked = question.join('\0');
    if (const auto known = KeptAnswers::shared().find(asked))
        return *known;
    const auto answer = answerOf("tshark", QStringList{"-r", capture} + arguments);
    if (answer)
        KeptAnswers::shared().keep(asked, *answer);
    return answer.value_or(QByteArray());
}

void Tally::add(const Tally &other)
{
    values += other.values;
    same += other.same;
    if (example.isEmpty())
        example = other.example;
}

void add(Tallies &to, const Tallies &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        to[it.key()].add(it.value());
}

static const QString brokenClusters = QStringLiteral("/samples/faults/");

QStringList capturesBelow(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(folder, {"*.pcap", "*.pcapng", "*.cap"}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        if (const QString file = it.next(); !file.contains(brokenClusters))
            files << file;
    files.sort();
    return files;
}

QStringList Tshark::options()
{
    return eachFrameAlone;
}

// `tshark -G fields`: F, label, name, type, …; a protocol is P, title, name.
Tshark::Tshark()
{
    for (const QByteArray &line : outputOf("tshark", {"-G", "fields"}).split('\n'))
        if (const QList<QByteArray> columns = line.split('\t'); columns.size() > 2)
            m_names.insert(columns[2]);
}

QList<QByteArray> Tshark::fields(const QString &file, const QStringList &names) const
{
    QStringList arguments = options() + QStringList{"-T", "fields"};
    for (const QString &name : names)
        arguments << "-e" << name;
    return tsharkOutput(file, arguments).split('\n');
}

} // namespace vethscope::test
