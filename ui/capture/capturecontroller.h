#pragma once

#include "ui/capture/capturesetup.h"
#include "ui/capture/livecapture.h"
#include "ui/saving/unsavedcaptures.h"

#include <QObject>

#include <functional>
#include <memory>

class QWidget;

namespace vethscope {

class CaptureSaver;
class MessageBar;
class OpenCapture;
class Preferences;

/// Starts, stops and restarts live captures and shows them in the window while they grow; asks before a capture that
/// nobody has saved is let go; offers those that a crash has left behind.
class CaptureController : public QObject
{
    Q_OBJECT

public:
    CaptureController(OpenCapture &capture, UnsavedCaptures &unsaved, CaptureSaver &saver, MessageBar &messages, Preferences &preferences,
                      QWidget &window);
    ~CaptureController() override;

    bool isRunning() const { return m_live != nullptr; }
    /// Packets that the running or the last capture could not keep.
    quint64 dropped() const { return m_dropped; }
    /// Whether the last capture could not begin, or ended in failure.
    bool hasFailed() const { return m_failed; }

    /// Asks what to capture, with these interfaces chosen to begin with, or those of last time.
    void ask(const QStringList &interfaces = {});
    /// What was captured last; asks when that is not known.
    void startAgain();
    void start(const CaptureSetup &setup);
    /// What the preferences say now holds for the next capture.
    void readPreferences();
    void stop();
    /// Throws away what has been captured so far and begins anew.
    void restart();

    /// Whether what is open may be let go: asks when it is a running capture, or one that nobody has saved.
    bool mayLetGo();
    /// Asked first, and may say no.
    std::function<bool()> mayLetGoFirst;
    /// Whether somebody else keeps a capture that nobody has saved.
    std::function<bool(const QString &path)> isKeptElsewhere;
    /// Tells of captures that a crash has left behind.
    void offerLeftovers();

signals:
    void runningChanged();
    void droppedChanged();
    void failed(const QString &message);

private:
    void follow(const QString &path);
    void tell(const CaptureFailure &failure);
    void finish();
    void waitForEnd();
    bool askToSave();
    void letGoUnsaved();
    void openLeftover(const QString &path);

    OpenCapture &m_capture;
    UnsavedCaptures &m_unsaved;
    CaptureSaver &m_saver;
    MessageBar &m_messages;
    Preferences &m_preferences;
    QWidget &m_window;
    CaptureSetup m_setup;
    std::unique_ptr<LiveCapture> m_live;
    QString m_file;       // of our own, for the running capture; empty when the user named one
    bool m_again = false; // when it has ended
    bool m_failed = false;
    quint64 m_dropped = 0;
};

} // namespace vethscope
