#include "tests/support/samplerounds.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace vethscope::test {
namespace {

QByteArray podOf(const QByteArray &command)
{
    const QByteArrayList words = command.split(' ');
    return words.size() > 3 && words.first(3) == QByteArrayList{"ip", "netns", "exec"} ? words[3] : QByteArray();
}

} // namespace

QList<SampleHost> sampleHosts(const QString &folder)
{
    QList<SampleHost> hosts;
    const QFileInfoList files = QDir(folder + "/hosts").entryInfoList({"*.txt"}, QDir::Files, QDir::Name);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        SampleHost host{info.completeBaseName().toUtf8(), file.readAll()};
        const QByteArray prompt = "[root@" + host.name + " ~]# ";
        const int number = static_cast<int>(hosts.size());
        int line = 0;
        QByteArrayList lines = host.text.split('\n');
        lines.removeLast(); // behind the last line's end
        for (const QByteArray &text : lines) {
            ++line;
            if (text.startsWith(prompt))
                host.rounds << Round{number, text.sliced(prompt.size()), podOf(text.sliced(prompt.size())), line};
            else if (!host.rounds.isEmpty())
                host.rounds.last().output << MadeLine{text, number, line};
        }
        hosts << host;
    }
    return hosts;
}

} // namespace vethscope::test
