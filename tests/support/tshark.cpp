#include "tests/support/tshark.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSaveFile>
#include <QStandardPaths>

namespace vethscope::test {
namespace {

const QStringList options{
    "-n", "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip",
    "-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE",
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

bool Tshark::isInstalled()
{
    return !QStandardPaths::findExecutable("tshark").isEmpty();
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
    QStringList arguments = QStringList{"-r", file} + options + QStringList{"-T", "fields"};
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
