#pragma once

#include "core/session/sessionreader.h"
#include "ui/session/sessionquestions.h"
#include "ui/session/sessionscene.h"

#include <QObject>

#include <memory>
#include <optional>

class QMainWindow;

namespace vethscope {

class CaptureController;
class MessageBar;
struct OpenedSession;
class PacketStore;
class UnsavedCaptures;

/// Saves what the window shows as a session and brings it back; asks before marks and comments that are in no session are lost.
class SessionController : public QObject
{
    Q_OBJECT

public:
    SessionController(const SessionScene &scene, CaptureController &captures, const UnsavedCaptures &unsaved, MessageBar &messages, QMainWindow &window);
    ~SessionController() override;

    /// Opens it in place of what is open, without asking. `leftOut`: what was asked for beside it, and is told of.
    bool open(const QString &path, const QStringList &leftOut = {});
    /// Asks what is embedded and where to, where that is not known. False when it was not saved: cancelled, or failed() said why.
    bool save();
    bool saveAs();

    bool isOpen() const { return !m_path.isEmpty(); }
    QString path() const { return m_path; }
    /// Whether marks and comments of a session still wait for its packets to be read.
    bool isPending() const { return m_pending.has_value(); }
    /// Selects another packet than the session's, once it is there.
    void selectLater(int number) { m_selectLater = number; }
    /// `story.vethscope — NAME` while a session is open, else NAME.
    QString titled(const QString &name) const;

    /// Whether marks and comments may be lost: asks when they are in no session, unless whoever asks about the capture asks for them.
    bool mayLetGo();
    /// The capture and its comments were written to a file of the user's.
    void noteSaved();
    /// Whether a capture that is in no file of the user's is in the session as it stands.
    bool keeps(const QString &capture) const;

    /// How is asked; a test answers itself.
    SessionQuestions &questions() { return m_questions; }

signals:
    /// Another session is open, or none.
    void changed();
    void saved(const QString &path);
    void failed(const QString &message);
    /// These sentences tell what of the session could not be brought back.
    void incomplete(const QStringList &problems);

private:
    void show(OpenedSession opened);
    void finish();
    void tellProblems();
    bool refuse(const QString &message);
    void settle();
    void forget();
    void touch();
    bool isChanged() const;
    bool hasNotes() const;
    bool goWithTheCapture() const;

    bool mustEmbed(const QString &capture) const;
    SessionSizes sizes() const;
    QString proposal() const;
    bool write(const QString &path);
    void describeCaptures(SavedSession &session, const QDir &folder) const;

    SessionScene m_scene;
    CaptureController &m_captures;
    const UnsavedCaptures &m_unsaved;
    MessageBar &m_messages;
    QMainWindow &m_window;
    SessionQuestions m_questions;
    QString m_path;
    SessionChoice m_choice;
    std::shared_ptr<const PrivateFolder> m_folder; // of the embedded captures that are open
    const PacketStore *m_store = nullptr;          // that the session is about; only to tell it from another
    SavedSession m_absent;                         // what was not there when it was opened
    std::optional<SavedSession> m_pending;         // marks, comments and selection, until the packets are there
    QStringList m_problems;                        // of what is being opened
    QString m_kept;                                // a capture that nobody has saved elsewhere
    int m_selectLater = 0;
    bool m_opening = false;
    bool m_modified = false;                       // since it was saved or opened
};

} // namespace vethscope
