#pragma once

#include <QToolButton>

namespace vethscope {

class Preferences;

/// The profile in use, at the right of the status bar. Pressed, it offers the others.
class ProfileButton : public QToolButton
{
    Q_OBJECT

public:
    /// `manage` is the command that shows all there is to do with profiles.
    ProfileButton(Preferences &preferences, QAction &manage, QWidget *parent = nullptr);

signals:
    void chosen(const QString &profile);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void showProfile();

    Preferences &m_preferences;
    QAction &m_manage;
};

} // namespace vethscope
