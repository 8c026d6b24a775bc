#pragma once

#include "core/capture/filechange.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace vethscope {

class OpenCapture;

/// Looks now and then what became of the files that are open: gone, replaced, grown. Of a capture that is still written, nothing is said.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int interval = 2000; // milliseconds

    explicit FileWatch(const OpenCapture &capture, QObject *parent = nullptr);

    void look();

signals:
    void changed(const QString &sentences);

private:
    void begin();

    const OpenCapture &m_capture;
    QTimer m_timer;
    std::vector<FileChange> m_files;
};

} // namespace vethscope
