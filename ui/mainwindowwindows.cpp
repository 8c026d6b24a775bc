#include "ui/mainwindow.h"

#include "ui/capture/capturecontroller.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/statuspanel.h"
#include "ui/statistics/expertbullet.h"
#include "ui/windowkinds.h"
#include "ui/windows/companionwindows.h"

// How the windows beside this one are wired to it.

namespace vethscope {

// Before the menus, which list their commands.
void MainWindow::addWindows()
{
    const auto dropped = [this] { return m_controller->isRunning() ? std::optional(m_controller->dropped()) : std::nullopt; };
    m_windows = std::make_unique<CompanionWindows>(windowKinds(), WindowContext{m_capture, m_model, m_selection, m_marks, m_snapshots, m_commands, m_preferences, dropped});
}

void MainWindow::connectWindows()
{
    const auto comeToFront = [this] {
        raise();
        activateWindow();
    };
    auto *experts = new ExpertBullet(m_capture, m_model, m_status);
    m_status->addBullet(*experts);
    connect(experts, &QAbstractButton::clicked, &m_windows->action("experts"), &QAction::trigger);
    connect(m_windows.get(), &CompanionWindows::filterRequested, this, &MainWindow::useFilter);
    connect(m_windows.get(), &CompanionWindows::packetOpened, this, [this, comeToFront] {
        showList();
        comeToFront();
        m_workspace->list().setFocus();
    });
    connect(m_windows.get(), &CompanionWindows::evidenceRequested, this, [this, comeToFront](const Evidence &line) {
        showEvidence(line);
        comeToFront();
    });
    connect(m_windows.get(), &CompanionWindows::predictRequested, this, [this, comeToFront](const QString &from, const QString &to) {
        predict(from, to);
        comeToFront();
    });
}

} // namespace vethscope
