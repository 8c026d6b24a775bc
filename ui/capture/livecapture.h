#pragma once

#include <QObject>
#include <QString>

namespace vethscope {

/// Why a capture did not begin, or ended early: a sentence, and what to do about it.
struct CaptureFailure {
    enum class Kind { Denied, Other };

    Kind kind = Kind::Other;
    QString message;
    QString remedy; // a command line for a terminal, where one helps
};

/// Packets on their way into a file, from one source or another. Emits ended() exactly once after start(),
/// last of all.
class LiveCapture : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Ends it; what was seen so far is still written.
    virtual void stop() = 0;

    /// Packets that nobody will see: the kernel had no room for them, or no file had.
    quint64 dropped() const { return m_dropped; }

signals:
    /// A file has been begun and can be followed; in a ring, the one before it is done.
    void fileBegan(const QString &path);
    void droppedChanged();
    void failed(const vethscope::CaptureFailure &failure);
    void ended();

protected:
    void setDropped(quint64 dropped)
    {
        if (dropped == m_dropped)
            return;
        m_dropped = dropped;
        emit droppedChanged();
    }

private:
    quint64 m_dropped = 0;
};

} // namespace vethscope
