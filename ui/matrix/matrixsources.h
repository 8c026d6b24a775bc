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

    /// The first is of all that count together, and empty while none does.
    struct Source {
        QString title;
        MatrixSource source;
    };
    std::vector<Source> all() const;

    /// Reads a file, folder or archive beside the loaded ones; opened() follows with its place in all(), or failed().
    void open(const QString &path);
    bool isReading() const { return m_isReading; }

signals:
    void changed();
    void opened(int place);
    void failed(const QString &message);

private:
    const Snapshots &m_snapshots;
    std::vector<std::shared_ptr<const Snapshot>> m_others;
    bool m_isReading = false;
    Worker m_worker;
};

} // namespace vethscope
