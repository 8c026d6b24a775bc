#include "tests/support/commandline.h"

#include <QProcess>

namespace vethscope::test {

CommandResult runCommandLine(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli"), arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(120'000))
        process.kill();
    CommandResult result;
    if (process.exitStatus() == QProcess::NormalExit)
        result.code = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.error = process.readAllStandardError();
    return result;
}

} // namespace vethscope::test
