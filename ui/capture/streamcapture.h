#pragma once

#include "core/capture/streamrecorder.h"
#include "ui/capture/livecapture.h"

#include <QTimer>

#include <memory>

namespace vethscope {

/// A capture that another program sends through standard input (`-`) or a FIFO.
class StreamCapture : public LiveCapture
{
    Q_OBJECT

public:
    StreamCapture(const QString &stream, const QString &file, QObject *parent = nullptr);
    ~StreamCapture() override;

    void start() override;
    void stop() override;

private:
    void lookUp();

    QString m_stream;
    QString m_file;
    std::unique_ptr<StreamRecorder> m_recorder;
    QTimer m_timer;
};

} // namespace vethscope
