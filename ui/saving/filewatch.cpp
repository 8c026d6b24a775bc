#include "ui/saving/filewatch.h"

#include "ui/shared/language.h"
#include "ui/shared/opencapture.h"

#include <QStringList>

namespace vethscope {

FileWatch::FileWatch(const OpenCapture &capture, QObject *parent) : QObject(parent), m_capture(capture)
{
    connect(&m_timer, &QTimer::timeout, this, &FileWatch::look);
    connect(&capture, &OpenCapture::changed, this, &FileWatch::begin);
    connect(&capture, &OpenCapture::pathsChanged, this, &FileWatch::begin);
    connect(&capture, &OpenCapture::finished, this, [this] {
        if (m_files.empty()) // of a live capture that has ended
            begin();
    });
    m_timer.setInterval(interval);
}

void FileWatch::begin()
{
    m_files.clear();
    m_timer.stop();
    if (!m_capture.isOpen() || m_capture.isFollowing())
        return;
    for (const QString &path : m_capture.paths())
        m_files.emplace_back(path.toStdString());
    m_timer.start();
}

void FileWatch::look()
{
    QStringList sentences;
    for (FileChange &file : m_files)
        if (const Sentence said = file.look(); !said.empty())
            sentences << translated(said);
    if (!sentences.isEmpty())
        emit changed(sentences.join(QLatin1Char('\n')));
}

} // namespace vethscope
