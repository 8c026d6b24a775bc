#pragma once

#include <QDateTime>
#include <QDir>
#include <QLockFile>
#include <QSet>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <unordered_map>
#include <vector>

namespace vethscope {

/// The captures that nobody has saved yet, in a folder that only this user may enter. Each belongs to the
/// program that has its lock; one whose program is gone was left behind and can be opened or deleted.
class UnsavedCaptures
{
public:
    /// A capture that outlived its program.
    struct Leftover {
        QString path;
        QDateTime begun;
        QString source; // its interfaces
        qint64 size = 0; // in bytes
    };

    /// Without a folder: in one that goes with us.
    explicit UnsavedCaptures(const QString &folder = {});
    ~UnsavedCaptures();

    static QString standardFolder();

    /// The path for a new capture, which is ours from now on; empty with a sentence when there can be none.
    QString begin(const QString &source, QString *problem);
    /// Whether the file is one of ours.
    bool owns(const QString &path) const;
    /// Takes over what was left behind. False when somebody else was faster.
    bool adopt(const QString &path);
    /// Deletes it.
    void discard(const QString &path);
    /// It has been moved away: forgets it.
    void forget(const QString &path);

    /// What other programs left behind, the newest first. Files without a packet are deleted on the way.
    std::vector<Leftover> leftovers();

private:
    std::unique_ptr<QLockFile> lockOf(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_temporary;
    QDir m_folder;
    std::unordered_map<std::string, std::unique_ptr<QLockFile>> m_own;
    QSet<QString> m_given; // no name twice, so that a capture begun again is told from the one before
};

} // namespace vethscope
