#include "tests/support/privatenetwork.h"

#include "tests/support/programs.h"

#include <QRegularExpression>

#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

namespace vethscope::test {
namespace {

constexpr int runMilliseconds = 30'000;
const QString lifetime = QStringLiteral("300"); // seconds; the far side ends by itself should nobody end it

void mustRun(const QString &program, const QStringList &arguments)
{
    const Outcome outcome = runProgram(program, arguments);
    if (outcome.exitCode != 0)
        qFatal("%s %s: %s", qPrintable(program), qPrintable(arguments.join(' ')), outcome.error.constData());
}

void ip(const QString &line)
{
    mustRun(QStringLiteral("ip"), line.split(' '));
}

} // namespace

Outcome runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended = process.waitForFinished(runMilliseconds);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    const bool itself = ended && process.exitStatus() == QProcess::NormalExit;
    return {itself ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

QString PrivateNetwork::whyNot()
{
    if (::geteuid() != 0)
        return QStringLiteral("only root can make network namespaces");
    if (const QString needs = notInstalled({"ip", "ping", "unshare", "nsenter"}); !needs.isEmpty())
        return needs;
    const Outcome tried = runProgram(QStringLiteral("unshare"), {"--net", "ip", "link", "add", "near", "type", "veth", "peer", "name", "far"});
    return tried.exitCode == 0 ? QString() : QStringLiteral("no veth pair can be made here: %1").arg(QString::fromLocal8Bit(tried.error).trimmed());
}

PrivateNetwork::PrivateNetwork()
{
    m_before = ::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    if (m_before < 0 || ::unshare(CLONE_NEWNET) != 0)
        qFatal("no network namespace: %s", std::strerror(errno));
    m_far.start(QStringLiteral("unshare"), {"--net", "sh", "-c", "echo ready; exec sleep " + lifetime});
    if (!m_far.waitForReadyRead())
        qFatal("no second network namespace: %s", m_far.readAllStandardError().constData());
    const QString far = QString::number(m_far.processId());
    ip(QStringLiteral("link set lo up"));
    // Without IPv6, so that nothing but what a test sends is on the wire.
    ip(QStringLiteral("link add near type veth peer name far netns %1").arg(far));
    ip(QStringLiteral("link set near addrgenmode none"));
    mustRun(QStringLiteral("nsenter"), {"--target", far, "--net", "sh", "-ec",
        "ip link set far addrgenmode none; ip addr add 10.99.0.2/24 dev far; ip link set lo up; ip link set far up"});
    ip(QStringLiteral("addr add 10.99.0.1/24 dev near"));
    ip(QStringLiteral("link set near up"));
}

PrivateNetwork::~PrivateNetwork()
{
    m_far.kill();
    m_far.waitForFinished();
    ::setns(m_before, CLONE_NEWNET);
    ::close(m_before);
}

int PrivateNetwork::ping(int count)
{
    const Outcome outcome = runProgram(QStringLiteral("ping"), {"-n", "-c", QString::number(count), "-i", "0.01", "-W", "5", "10.99.0.2"});
    static const QRegularExpression received(QStringLiteral("(\\d+) received"));
    return received.match(QString::fromLatin1(outcome.out)).captured(1).toInt();
}

void PrivateNetwork::startFar(QProcess &process, const QString &program, const QStringList &arguments) const
{
    process.start(QStringLiteral("nsenter"), QStringList{"--target", QString::number(m_far.processId()), "--net", program} + arguments);
}

} // namespace vethscope::test
