#pragma once

#include "ui/capture/capturesetup.h"
#include "ui/capture/livecapture.h"

#include <QHash>
#include <QProcess>

namespace vethscope {

/// A capture from network interfaces: vethscope-capture runs as a process of its own, with whatever rights its
/// file has; the window has none. When the window goes, however it goes, the helper ends too.
class HelperCapture : public LiveCapture
{
    Q_OBJECT

public:
    HelperCapture(const CaptureSetup &setup, const QString &file, QObject *parent = nullptr);
    ~HelperCapture() override;

    void start() override;
    void stop() override;

private:
    void readReports();
    void finish();

    CaptureSetup m_setup;
    QString m_file;
    QProcess m_process;
    QHash<int, quint64> m_droppedOf; // by the interface's place
    QByteArray m_reason;             // the helper's word for why it ended
    bool m_stopped = false;
    bool m_ended = false;
};

} // namespace vethscope
