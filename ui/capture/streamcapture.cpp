#include "ui/capture/streamcapture.h"

#include "ui/shared/language.h"


namespace vethscope {
namespace {

constexpr int lookUpMilliseconds = 50;

} // namespace

StreamCapture::StreamCapture(const QString &stream, const QString &file, QObject *parent)
    : LiveCapture(parent), m_stream(stream), m_file(file)
{
    m_timer.setInterval(lookUpMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &StreamCapture::lookUp);
}

StreamCapture::~StreamCapture() = default;

void StreamCapture::start()
{
    auto recorder = StreamRecorder::start(m_stream.toStdString(), m_file.toStdString());
    if (!recorder) {
        emit failed({CaptureFailure::Kind::Other, translated(recorder.error().message), {}});
        emit ended();
        return;
    }
    m_recorder = std::move(*recorder);
    m_timer.start();
    emit fileBegan(m_file);
}

void StreamCapture::stop()
{
    if (!m_recorder)
        return;
    m_timer.stop();
    m_recorder.reset();
    emit ended();
}

void StreamCapture::lookUp()
{
    if (!m_recorder->finished())
        return;
    const auto problem = m_recorder->problem();
    m_timer.stop();
    m_recorder.reset();
    if (problem)
        emit failed({CaptureFailure::Kind::Other, translated(problem->message), {}});
    emit ended();
}

} // namespace vethscope
