#include "tests/support/tshark.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSaveFile>

namespace vethscope::test {
namespace {

const QStringList eachFrameAlone{
    "-n", "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip",
    "-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-o", "sctp.checksum:CRC 32c",
    "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE", "-o", "tcp.desegment_tcp_streams:FALSE",
    "-o", "tcp.analyze_sequence_numbers:FALSE", "-o", "http.desegment_headers:FALSE", "-o", "http.desegment_body:FALSE",
};

const QString answers = QStringLiteral(VETHSCOPE_BINARY_DIR "/../tests/tshark");

} // namespace

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return process.readAllStandardOutput();
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

QStringList capturesBelow(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(folder, {"*.pcap", "*.pcapng", "*.cap"}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files << it.next();
    files.sort();
    return files;
}

QStringList Tshark::options()
{
    return eachFrameAlone;
}

// `tshark -G fields`: F, label, name, type, …; a protocol is P, title, name.
Tshark::Tshark() : m_version(outputOf("tshark", {"-v"}))
{
    for (const QByteArray &line : outputOf("tshark", {"-G", "fields"}).split('\n'))
        if (const QList<QByteArray> columns = line.split('\t'); columns.size() > 2)
            m_names.insert(columns[2]);
}

QList<QByteArray> Tshark::fields(const QString &file, const QStringList &names) const
{
    QStringList arguments = QStringList{"-r", file} + options() + QStringList{"-T", "fields"};
    for (const QString &name : names)
        arguments << "-e" << name;
    QFile capture(file);
    QCryptographicHash question(QCryptographicHash::Sha1);
    question.addData(m_version + arguments.join(' ').toUtf8());
    if (!capture.open(QIODevice::ReadOnly) || !question.addData(&capture))
        return {};
    const QString place = answers + '/' + QString::fromLatin1(question.result().toHex());
    QFile kept(place);
    if (kept.open(QIODevice::ReadOnly))
        return qUncompress(kept.readAll()).split('\n');
    const QByteArray answer = outputOf("tshark", arguments);
    QSaveFile keep(place);
    if (QDir().mkpath(answers) && keep.open(QIODevice::WriteOnly)) {
        keep.write(qCompress(answer));
        keep.commit();
    }
    return answer.split('\n');
}

} // namespace vethscope::test
