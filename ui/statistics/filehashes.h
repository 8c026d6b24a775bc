#pragma once

#include "ui/shared/worker.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>
#include <optional>

namespace vethscope {

/// The checksums of files, made on a worker, one after the other; made again when a file has changed.
class FileHashes : public QObject
{
    Q_OBJECT

public:
    struct Sums {
        QString sha256, sha1; // empty: the file could not be read
    };

    explicit FileHashes(QObject *parent = nullptr);
    ~FileHashes() override;

    /// Nothing while nobody knows.
    std::optional<Sums> of(const QString &path) const;
    /// Of these; what is being made of others is let go.
    void want(const QStringList &paths);
    void stop();
    bool isBusy() const { return !m_wanted.isEmpty(); }
    /// Per mille of the file that it is at.
    int progress() const { return m_progress->load(); }

signals:
    void made();

private:
    static QString keyOf(const QString &path);
    void next();

    QHash<QString, Sums> m_known; // by path, size and time
    QStringList m_wanted;
    quint64 m_generation = 0;
    std::shared_ptr<std::atomic<bool>> m_stopped;
    std::shared_ptr<std::atomic<int>> m_progress;
    Worker m_worker;
};

} // namespace vethscope
