#pragma once

#include <QFile>
#include <QStringList>

// Golden files: what a test made, compared to the last line with what is committed. VETHSCOPE_UPDATE_GOLDEN=1 writes them anew; then look at
// `git diff`, for what the program makes is not right because it makes it.

namespace vethscope::test {

/// Where the lines begin to differ from the file's, three of each; empty when they do not, or have just been written.
inline QString differenceFromGolden(const QString &path, const QStringList &lines)
{
    QFile file(path);
    if (qEnvironmentVariableIntValue("VETHSCOPE_UPDATE_GOLDEN")) {
        if (!file.open(QIODevice::WriteOnly))
            return file.errorString();
        file.write(lines.join('\n').toUtf8());
        return {};
    }
    if (!file.open(QIODevice::ReadOnly))
        return path + ": " + file.errorString();
    const QStringList expected = QString::fromUtf8(file.readAll()).split('\n');
    if (lines == expected)
        return {};
    qsizetype first = 0;
    while (first < lines.size() && first < expected.size() && lines[first] == expected[first])
        ++first;
    return QStringLiteral("%1:%2 (VETHSCOPE_UPDATE_GOLDEN=1 writes it anew)\n   Actual  : %3\n   Expected: %4")
        .arg(path).arg(first + 1).arg(lines.mid(first, 3).join("\n             "), expected.mid(first, 3).join("\n             "));
}

} // namespace vethscope::test
