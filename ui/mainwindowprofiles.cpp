#include "ui/mainwindow.h"

#include "ui/desk/desk.h"
#include "ui/names/nameresolution.h"
#include "ui/panels/statuspanel.h"
#include "ui/profiles/profilebutton.h"
#include "ui/profiles/profilecontroller.h"
#include "ui/profiles/profileswitcher.h"
#include "ui/session/sessioncontroller.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"

#include <QStringList>

// What of the window a profile decides, and how one takes the place of another.

namespace vethscope {

void MainWindow::connectProfiles()
{
    auto *profiles = new ProfileController(m_capture, m_preferences, m_commands, *this);
    m_status->addBadge(profiles->button());
    profiles->switcher().mayCome = [this] { return !m_session->isOpen() && !m_session->isPending(); };
    connect(profiles, &ProfileController::told, this, [this](const QString &sentence) { m_messages->tell(MessageBar::Kind::Done, sentence); });
    connect(profiles, &ProfileController::warned, this, [this](const QString &sentence) { m_messages->tell(MessageBar::Kind::Warning, sentence); });
    connect(&m_commands[Command::EditPreferences], &QAction::triggered, this, &MainWindow::editPreferences);
    connect(&m_preferences, &Preferences::keepWanted, this, [this] {
        m_workspace->saveState(m_preferences);
        m_desk->saveDocks(m_preferences);
    });
    connect(&m_preferences, &Preferences::profileChanged, this, &MainWindow::showProfile);
}

void MainWindow::showProfile()
{
    m_workspace->restoreState(m_preferences);
    m_desk->restoreDocks(m_preferences);
    m_names->restore();
    m_commands[Command::ColourisePackets].setChecked(m_preferences.value(preference::colourise, true).toBool());
    m_commands[Command::FlatTree].setChecked(m_preferences.value(preference::flatTree, false).toBool());
    useKeptDecoding();
    tellProblemsOfSettings();
}

void MainWindow::tellProblemsOfSettings()
{
    QStringList sentences;
    for (const Sentence &problem : m_preferences.takeProblems())
        sentences << translated(problem);
    if (!sentences.isEmpty())
        m_messages->tell(MessageBar::Kind::Warning, sentences.join(QLatin1Char('\n')));
}

} // namespace vethscope
