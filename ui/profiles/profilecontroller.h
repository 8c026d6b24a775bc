#pragma once

#include <QObject>

class QWidget;

namespace vethscope {

class Commands;
class OpenCapture;
class Preferences;
class ProfileButton;
class ProfileSwitcher;

/// Which profile is in use: chosen in the status bar, in the dialog, or by what a capture has.
class ProfileController : public QObject
{
    Q_OBJECT

public:
    ProfileController(const OpenCapture &capture, Preferences &preferences, Commands &commands, QWidget &window);

    ProfileButton &button() const { return *m_button; }
    ProfileSwitcher &switcher() const { return *m_switcher; }

signals:
    void told(const QString &sentence);
    void warned(const QString &sentence);

private:
    void manage();

    const OpenCapture &m_capture;
    Preferences &m_preferences;
    QWidget &m_window;
    ProfileSwitcher *m_switcher;
    ProfileButton *m_button;
};

} // namespace vethscope
