#include "ui/profiles/profilecontroller.h"

#include "ui/profiles/profilebutton.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/profiles/profileswitcher.h"
#include "ui/shared/commands.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"

namespace vethscope {

ProfileController::ProfileController(const OpenCapture &capture, Preferences &preferences, Commands &commands, QWidget &window)
    : QObject(&window), m_capture(capture), m_preferences(preferences), m_window(window), m_switcher(new ProfileSwitcher(capture, preferences, this)),
      m_button(new ProfileButton(preferences, commands[Command::EditProfiles], &window))
{
    connect(m_button, &ProfileButton::chosen, this, [this](const QString &profile) {
        m_switcher->letBe();
        m_preferences.setProfile(profile);
    });
    connect(&commands[Command::EditProfiles], &QAction::triggered, this, &ProfileController::manage);
    connect(m_switcher, &ProfileSwitcher::switched, this,
            [this](const QString &profile, int packet) { emit told(tr("The profile “%1” is in use: its filter matches packet %2.").arg(profile).arg(packet)); });
    connect(m_switcher, &ProfileSwitcher::doubted, this,
            [this](const QString &profile, const QString &problem) { emit warned(tr("The filter that brings the profile “%1” is none: %2").arg(profile, problem)); });
}

void ProfileController::manage()
{
    m_switcher->letBe();
    m_preferences.write(); // what is copied or exported is how the window looks now
    ProfilesDialog(m_preferences, m_capture.registry(), &m_window).exec();
}

} // namespace vethscope
