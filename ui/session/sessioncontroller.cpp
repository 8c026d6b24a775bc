#include "ui/session/sessioncontroller.h"

#include "core/session/absent.h"
#include "core/session/packetplaces.h"
#include "ui/capture/capturecontroller.h"
#include "ui/desk/workspace.h"
#include "ui/packets/amender.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/saving/unsavedcaptures.h"
#include "ui/session/openedsession.h"
#include "ui/shared/language.h"
#include "ui/shared/marks.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"

#include <QFileInfo>
#include <QMainWindow>

namespace vethscope {
namespace {

constexpr qsizetype mostTold = 12; // problems in one message

QString asText(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

} // namespace

SessionController::SessionController(const SessionScene &scene, CaptureController &captures, const UnsavedCaptures &unsaved, MessageBar &messages,
                                     QMainWindow &window)
    : QObject(&window), m_scene(scene), m_captures(captures), m_unsaved(unsaved), m_messages(messages), m_window(window)
{
    m_questions = dialogsOf(window);
    connect(&m_scene.marks, &Marks::changed, this, &SessionController::touch);
    connect(&m_scene.ignored, &Marks::changed, this, &SessionController::touch);
    connect(&m_scene.amender, &Amender::shiftsChanged, this, &SessionController::touch);
    connect(&m_scene.capture, &OpenCapture::commentsChanged, this, &SessionController::touch);
    connect(&m_scene.capture, &OpenCapture::givenNamesChanged, this, &SessionController::touch);
    connect(&m_scene.capture, &OpenCapture::changed, this, &SessionController::settle);
    connect(&m_scene.capture, &OpenCapture::failed, this, [this](const QString &message) {
        if (m_opening)
            m_problems << message;
    });
    connect(&m_scene.capture, &OpenCapture::finished, this, [this](const QStringList &problems) {
        if (!m_pending)
            return;
        m_problems << problems;
        finish();
    });
}

SessionController::~SessionController() = default;

QString SessionController::titled(const QString &name) const
{
    if (!isOpen())
        return name;
    const QString session = QFileInfo(m_path).fileName();
    return name.isEmpty() ? session : session + QStringLiteral(" — ") + name;
}

void SessionController::touch()
{
    m_modified = m_modified || (m_scene.capture.isOpen() && !m_opening && !m_pending);
}

bool SessionController::isChanged() const
{
    const bool anything = m_scene.capture.isOpen() && (hasNotes() || m_scene.capture.store().comments().count() > 0 || !m_scene.capture.givenNames().empty());
    return m_modified && (isOpen() || anything);
}

// What only a session keeps of the packets.
bool SessionController::hasNotes() const
{
    return m_scene.marks.count() > 0 || m_scene.ignored.count() > 0 || !m_scene.amender.shifts().empty();
}

// Comments and names alone are a part of the capture's file; marks, and whatever a session has already, are not.
bool SessionController::goWithTheCapture() const
{
    return !isOpen() && !hasNotes();
}

void SessionController::noteSaved()
{
    m_modified = m_modified && !goWithTheCapture();
}

// Another capture than the session's is open: it is not looked at any more.
void SessionController::settle()
{
    const PacketStore *store = m_scene.capture.isOpen() ? &m_scene.capture.store() : nullptr;
    if (m_opening || store == m_store)
        return;
    m_store = store;
    forget();
}

void SessionController::forget()
{
    m_path.clear();
    m_folder.reset();
    m_absent = {};
    m_pending.reset();
    m_kept.clear();
    m_modified = false;
    emit changed();
}

// Of what was cancelled there is nothing to say.
bool SessionController::refuse(const QString &message)
{
    if (message.isEmpty())
        return false;
    m_messages.tell(MessageBar::Kind::Error, message);
    emit failed(message);
    return false;
}

bool SessionController::open(const QString &path, const QStringList &leftOut)
{
    auto opened = openedSession(path, m_window);
    if (!opened)
        return refuse(translated(opened.error().message));
    for (const QString &other : leftOut)
        opened->problems << tr("%1 was not opened: a session is opened alone.").arg(other);
    show(std::move(*opened));
    return true;
}

void SessionController::show(OpenedSession opened)
{
    m_opening = true;
    SavedSession &session = opened.read.session;
    m_problems = opened.problems;
    std::vector<DecodeRule> rules;
    for (const std::string &text : session.decodeAs) {
        if (const auto rule = parseDecodeRule(text, m_scene.capture.registry()))
            rules.push_back(*rule);
        else
            m_problems << tr("Decode As, “%1”: %2").arg(QString::fromStdString(text), translated(rule.error().message));
    }
    m_scene.capture.close();
    m_scene.capture.setDecodeRules(rules);
    QStringList files;
    for (const SavedCapture &capture : session.captures)
        if (!capture.file.empty())
            files << asText(capture.file);
    forget();
    m_path = opened.path;
    m_folder = opened.read.folder;
    m_choice = {std::ranges::any_of(session.captures, &SavedCapture::embedded),
                session.snapshots.empty() || std::ranges::any_of(session.snapshots, &SavedSnapshot::embedded)};
    const bool isOpen = !files.isEmpty() && m_scene.capture.open(files);
    m_store = isOpen ? &m_scene.capture.store() : nullptr;
    m_scene.snapshots.restore(std::move(opened.snapshots));
    m_problems << showLook(m_scene, session);
    m_selectLater = 0;
    m_pending = std::move(session);
    m_scene.preferences.remember(preference::recentFiles, m_path);
    m_opening = false;
    emit changed();
    if (isOpen)
        m_scene.workspace.list().setFocus();
    else
        finish();
}

// The packets are all there.
void SessionController::finish()
{
    m_opening = true;
    const SavedSession session = *std::exchange(m_pending, std::nullopt);
    std::vector<bool> present(session.captures.size());
    if (m_scene.capture.isOpen()) {
        const PacketPlaces places(m_scene.capture.store(), session.captures);
        present = places.present();
        m_problems << showPackets(m_scene, session, places);
        if (m_selectLater > 0)
            m_scene.workspace.list().awaitPacket(m_selectLater - 1);
    }
    m_absent = absentOf(session, present);
    m_opening = false;
    m_modified = false;
    tellProblems();
}

void SessionController::tellProblems()
{
    const QStringList problems = std::exchange(m_problems, {});
    if (problems.isEmpty())
        return;
    QStringList told = problems.mid(0, mostTold);
    if (problems.size() > told.size())
        told << tr("and %1 more").arg(problems.size() - told.size());
    m_messages.tell(MessageBar::Kind::Warning, told.join(QLatin1Char('\n')));
    emit incomplete(problems);
}

bool SessionController::mayLetGo()
{
    const bool isUnsaved = m_scene.capture.isOpen() && m_unsaved.owns(m_scene.capture.paths().front());
    if (!isChanged() || (isUnsaved && goWithTheCapture()))
        return true;
    const SessionQuestions::Answer answer = m_questions.save(titled(m_scene.capture.displayName()));
    return answer == SessionQuestions::Answer::Save ? save() : answer == SessionQuestions::Answer::Discard;
}

bool SessionController::keeps(const QString &capture) const
{
    return !capture.isEmpty() && capture == m_kept && QFileInfo::exists(m_path);
}

} // namespace vethscope
