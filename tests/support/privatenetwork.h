#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace vethscope::test {

/// What a program said and how it ended.
struct Outcome {
    int exitCode = -1; // -1: it did not end by itself
    QByteArray out;
    QByteArray error;
};

/// Runs a program to its end, half a minute at most.
Outcome runProgram(const QString &program, const QStringList &arguments);

/// Two network namespaces joined by a veth pair, seen by nobody else: `near` (10.99.0.1) is here, in the
/// process that made it and in every program it starts; `far` (10.99.0.2) is in one of its own. Both go with it.
class PrivateNetwork
{
public:
    /// Why none can be made here (no root, no namespaces, no `ip`); empty when it can.
    static QString whyNot();

    PrivateNetwork();
    ~PrivateNetwork();
    PrivateNetwork(const PrivateNetwork &) = delete;
    PrivateNetwork &operator=(const PrivateNetwork &) = delete;

    /// Sends so many echo requests from here and waits for the replies; how many came.
    int ping(int count);
    /// Starts a program on the far side.
    void startFar(QProcess &process, const QString &program, const QStringList &arguments) const;

private:
    int m_before = -1; // the namespace this process was in
    QProcess m_far;
};

} // namespace vethscope::test
