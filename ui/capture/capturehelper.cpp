#include "ui/capture/capturehelper.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace vethscope::captureHelper {
namespace {

const QString name = QStringLiteral("vethscope-capture");

} // namespace

QString program()
{
    // A test's program stands in a folder beside that of the others.
    for (const QString &folder : {QStringLiteral("/"), QStringLiteral("/../bin/")})
        if (const QFileInfo file(QCoreApplication::applicationDirPath() + folder + name); file.isExecutable())
            return file.canonicalFilePath();
    return name;
}

QString grant()
{
    return QStringLiteral("sudo setcap cap_net_raw,cap_net_admin=eip '%1'").arg(program());
}

QString sentence(const QByteArray &standardError)
{
    QString text = QString::fromUtf8(standardError).trimmed();
    const QString prefix = name + QStringLiteral(": ");
    return text.startsWith(prefix) ? text.mid(prefix.size()) : text;
}

} // namespace vethscope::captureHelper
