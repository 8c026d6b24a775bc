#include "ui/capture/helpercapture.h"

#include "ui/capture/capturehelper.h"

#include <QTimer>

namespace vethscope {
namespace {

constexpr int killMilliseconds = 3000; // for a helper that does not hear

} // namespace

HelperCapture::HelperCapture(const CaptureSetup &setup, const QString &file, QObject *parent)
    : LiveCapture(parent), m_setup(setup), m_file(file)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &HelperCapture::readReports);
    connect(&m_process, &QProcess::finished, this, &HelperCapture::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish();
    });
}

HelperCapture::~HelperCapture()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(killMilliseconds))
        m_process.kill();
}

void HelperCapture::start()
{
    m_process.start(captureHelper::program(), QStringList{QStringLiteral("-Z")} + m_setup.arguments(m_file));
}

// The end of its input is what ends it, whether we ask for it or are no more.
void HelperCapture::stop()
{
    m_stopped = true;
    m_process.closeWriteChannel();
    QTimer::singleShot(killMilliseconds, &m_process, [this] { m_process.kill(); });
}

void HelperCapture::readReports()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        const QList<QByteArray> words = line.split('\t');
        if (words[0] == "file") {
            emit fileBegan(QString::fromUtf8(line.mid(5)));
        } else if (words[0] == "counts" && words.size() == 5) {
            m_droppedOf[words[1].toInt()] = words[3].toULongLong() + words[4].toULongLong();
            quint64 all = 0;
            for (const quint64 dropped : std::as_const(m_droppedOf))
                all += dropped;
            setDropped(all);
        } else {
            m_reason = words[0];
        }
    }
}

void HelperCapture::finish()
{
    if (std::exchange(m_ended, true))
        return;
    readReports();
    const QString said = captureHelper::sentence(m_process.readAllStandardError()).section(QLatin1Char('\n'), 0, 0);
    if (m_process.error() == QProcess::FailedToStart)
        emit failed({CaptureFailure::Kind::Other, tr("%1 cannot be started: %2").arg(captureHelper::program(), m_process.errorString()), {}});
    else if (m_process.exitStatus() == QProcess::CrashExit && !m_stopped)
        emit failed({CaptureFailure::Kind::Other, tr("The capture ended: vethscope-capture was killed. What it had written is here."), {}});
    else if (m_reason == "denied")
        emit failed({CaptureFailure::Kind::Denied,
                     tr("Capturing on %1 is not permitted. This command, typed once in a terminal, permits it:").arg(m_setup.title()),
                     captureHelper::grant()});
    else if (!m_reason.isEmpty())
        emit failed({CaptureFailure::Kind::Other, said, {}});
    emit ended();
}

} // namespace vethscope
