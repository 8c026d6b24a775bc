#include "ui/matrix/matrixopener.h"

#include "ui/commands.h"
#include "ui/matrix/matrixwindow.h"

namespace vethscope {

MatrixOpener::MatrixOpener(const Snapshots &snapshots, Commands &commands, Preferences &preferences, QObject *parent)
    : QObject(parent), m_snapshots(snapshots), m_commands(commands), m_preferences(preferences)
{
    connect(&commands[Command::Matrix], &QAction::triggered, this, &MatrixOpener::show);
}

MatrixOpener::~MatrixOpener() = default;

void MatrixOpener::show()
{
    if (!m_window) {
        m_window = std::make_unique<MatrixWindow>(m_snapshots, m_commands, m_preferences);
        connect(m_window.get(), &MatrixWindow::evidenceRequested, this, &MatrixOpener::evidenceRequested);
        connect(m_window.get(), &MatrixWindow::predictRequested, this, &MatrixOpener::predictRequested);
    }
    m_window->present();
}

void MatrixOpener::close()
{
    if (m_window)
        m_window->close();
}

} // namespace vethscope
