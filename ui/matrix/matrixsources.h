#pragma once

#include "ui/matrix/matrixrun.h"

#include <QStringList>

namespace vethscope {

class Snapshots;

/// What matrices can be made of: all snapshots that count, each that is loaded, and others that were opened for comparing alone.
class MatrixSources : public QObject
{
    Q_OBJECT

public:
    explicit MatrixSources(const Snapshots &snapshots, QObject *parent = nullptr);
    ~MatrixSources() override;

    /// The first is of all that count together, and empty while none does.
    struct Source {
        QString title;
        MatrixSource source;
    };
    std::vector<Source> all() const;

    /// Reads a file, folder or archive beside the loaded ones; opened() follows with its place in all(), or failed(). Who opens another
    /// meanwhile wants that one.
    void open(const QString &path);
    /// Nothing more comes of what is being read.
    void stop();
    bool isReading() const { return m_isReading; }

signals:
    void changed();
    void readingChanged();
    void opened(int place);
    void failed(const QString &message);

private:
    struct Opened {
        std::shared_ptr<const Snapshot> snapshot{};
        QString problem{}; // where there is none
    };
    static Opened read(const QString &path, const std::atomic<bool> &isStopped);
    void take(const Opened &read);
    void setReading(bool isReading);

    const Snapshots &m_snapshots;
    std::vector<std::shared_ptr<const Snapshot>> m_others;
    bool m_isReading = false;
    std::shared_ptr<std::atomic<bool>> m_isStopped; // of what is being read
    std::shared_ptr<Worker> m_worker = std::make_shared<Worker>();
};

} // namespace vethscope
