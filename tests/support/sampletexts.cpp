#include "tests/support/sampletexts.h"

#include "core/snapshot/snapshot.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace vethscope::test {

HostTexts sampleTexts(const QString &sample)
{
    HostTexts texts;
    const QDir hosts(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/") + sample + "/hosts");
    for (const QString &name : hosts.entryList({"*.txt"}, QDir::Files)) {
        QFile file(hosts.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            texts[name] = file.readAll();
    }
    return texts;
}

Cluster clusterOf(const HostTexts &texts)
{
    const QTemporaryDir folder;
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        QFile file(folder.filePath(text.key()));
        if (file.open(QIODevice::WriteOnly))
            file.write(*text);
    }
    const auto snapshot = readSnapshot(folder.path().toStdString());
    return snapshot ? vethscope::clusterOf(snapshot->facts) : Cluster{};
}

QByteArray SessionCommand::text() const
{
    QByteArray text = prompt + command + '\n';
    for (const QByteArray &line : output)
        text += line + '\n';
    return text;
}

QByteArray SessionCommand::pod() const
{
    const QByteArrayList words = command.split(' ');
    return command.startsWith("ip netns exec ") ? words.value(3) : QByteArray();
}

QByteArray SessionCommand::bare() const
{
    return pod().isEmpty() ? command : command.sliced(QByteArray("ip netns exec ").size() + pod().size() + 1);
}

QList<SessionCommand> sessionCommands(const QByteArray &session)
{
    static const QByteArray end = " ~]# ";
    QList<SessionCommand> commands;
    QByteArrayList lines = session.split('\n');
    lines.removeLast(); // behind the last line's end
    for (const QByteArray &line : lines) {
        const qsizetype prompt = line.startsWith("[root@") ? line.indexOf(end) : -1;
        if (prompt >= 0)
            commands << SessionCommand{line.first(prompt + end.size()), line.sliced(prompt + end.size()), {}};
        else if (!commands.isEmpty())
            commands.last().output << line;
    }
    return commands;
}

bool isToldTwice(const QByteArray &command)
{
    for (const char *const beginning : {"arp ", "route -n", "ifconfig", "brctl", "ip link show |", "bridge link", "ip -d link show", "bridge fdb show"})
        if (command.startsWith(beginning))
            return true;
    return false;
}

QByteArray sessionOf(const QList<SessionCommand> &commands)
{
    QByteArray text;
    for (const SessionCommand &command : commands)
        text += command.text();
    return text;
}

} // namespace vethscope::test
