#include "tests/support/keptanswers.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace vethscope::test {
namespace {

// A file is the hash of question and packed answer, and then the packed answer: one that is cut, changed or another's shows it.
QByteArray seal(const QByteArray &question, const QByteArray &packed)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(question);
    hash.addData(packed);
    return hash.result();
}

} // namespace

KeptAnswers &KeptAnswers::shared()
{
    static KeptAnswers answers = [] {
        KeptAnswers kept(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/vethscope-tests");
        kept.forget(30);
        return kept;
    }();
    return answers;
}

KeptAnswers::KeptAnswers(const QString &folder) : m_folder(folder) { }

std::optional<QByteArray> KeptAnswers::find(const QByteArray &question) const
{
    QFile file(placeOf(question));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return std::nullopt;
    const QByteArray sealed = file.readAll();
    const qsizetype sealSize = QCryptographicHash::hashLength(QCryptographicHash::Sha256);
    const QByteArray packed = sealed.mid(sealSize);
    if (sealed.left(sealSize) != seal(question, packed))
        return std::nullopt;
    file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
    return qUncompress(packed);
}

void KeptAnswers::keep(const QByteArray &question, const QByteArray &answer) const
{
    QSaveFile file(placeOf(question));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly))
        return;
    const QByteArray packed = qCompress(answer);
    file.write(seal(question, packed) + packed);
    file.commit();
}

void KeptAnswers::forget(int days) const
{
    const QDateTime oldest = QDateTime::currentDateTime().addDays(-days);
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files))
        if (file.lastModified() < oldest)
            QFile::remove(file.filePath());
}

QString KeptAnswers::placeOf(const QByteArray &question) const
{
    return m_folder + '/' + QString::fromLatin1(QCryptographicHash::hash(question, QCryptographicHash::Sha256).toHex());
}

} // namespace vethscope::test
