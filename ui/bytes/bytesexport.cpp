#include "ui/bytes/bytesexport.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QRegularExpression>
#include <QSaveFile>

namespace vethscope {
namespace {

struct BytesWords {
    Q_DECLARE_TR_FUNCTIONS(BytesExport)
};

} // namespace

BytesExport writeBytes(Bytes bytes, const QString &path)
{
    QSaveFile file(path);
    const auto size = qint64(bytes.size());
    if (!file.open(QFile::WriteOnly) || file.write(asText(bytes).data(), size) != size || !file.commit())
        return {path, BytesWords::tr("%1 cannot be written: %2").arg(path, file.errorString())};
    return {path, {}};
}

BytesExport exportBytes(Bytes bytes, const QString &name, QWidget &window)
{
    static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9._-]+"));
    const std::vector<std::byte> kept(bytes.begin(), bytes.end()); // the capture may go while somebody chooses
    QString proposed = name;
    proposed.replace(odd, QStringLiteral("-"));
    const QString path = QFileDialog::getSaveFileName(&window, BytesWords::tr("Export %1 Bytes").arg(kept.size()), proposed + QStringLiteral(".bin"), BytesWords::tr("Raw bytes (*.bin);;All files (*)"));
    return path.isEmpty() ? BytesExport() : writeBytes(kept, path);
}

} // namespace vethscope
