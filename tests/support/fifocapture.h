#pragma once

#include <QFile>
#include <QTemporaryDir>

namespace vethscope::test {

/// A capture that runs: packets of a file come through a FIFO, as many and whenever a test wants.
class FifoCapture
{
public:
    /// Of a pcapng.
    explicit FifoCapture(const QString &file);

    QString path() const { return m_folder.filePath(QStringLiteral("fifo")); }
    int packets() const { return int(m_ends.size()); }
    /// Writes up to that packet's end; somebody reads path() by then.
    void writeTo(int packets);
    /// Nothing more comes.
    void end() { m_pipe.close(); }

private:
    QTemporaryDir m_folder;
    QByteArray m_bytes;
    QList<qsizetype> m_ends; // of each packet's block
    qsizetype m_written = 0;
    QFile m_pipe;
};

} // namespace vethscope::test
