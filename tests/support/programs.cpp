#include "tests/support/programs.h"

#include <QStandardPaths>

namespace vethscope::test {

QString notInstalled(const QStringList &programs)
{
    QStringList missing;
    for (const QString &program : programs)
        if (QStandardPaths::findExecutable(program).isEmpty())
            missing << program;
    if (missing.isEmpty())
        return {};
    return QStringLiteral("needs %1, which %2 not installed").arg(missing.join(" and "), missing.size() == 1 ? "is" : "are");
}

} // namespace vethscope::test
