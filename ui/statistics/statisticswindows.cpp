#include "ui/statistics/statisticswindows.h"

#include "ui/commands.h"
#include "ui/statistics/trafficwindow.h"

namespace vethscope {

StatisticsWindows::StatisticsWindows(const OpenCapture &capture, const PacketListModel &list, Selection &selection, Commands &commands,
                                     Preferences &preferences, QObject *parent)
    : QObject(parent), m_capture(capture), m_list(list), m_selection(selection), m_commands(commands), m_preferences(preferences)
{
    connect(&commands[Command::Conversations], &QAction::triggered, this, [this] { show(TrafficSubject::Conversations); });
    connect(&commands[Command::Endpoints], &QAction::triggered, this, [this] { show(TrafficSubject::Endpoints); });
}

StatisticsWindows::~StatisticsWindows() = default;

void StatisticsWindows::show(TrafficSubject subject)
{
    auto &window = m_windows[static_cast<std::size_t>(subject)];
    if (!window) {
        window = std::make_unique<TrafficWindow>(subject, m_capture, m_list, m_selection, m_commands, m_preferences);
        connect(window.get(), &TrafficWindow::filterRequested, this, &StatisticsWindows::filterRequested);
        connect(window.get(), &TrafficWindow::packetOpened, this, &StatisticsWindows::packetOpened);
    }
    window->present();
}

void StatisticsWindows::closeAll()
{
    for (const auto &window : m_windows)
        if (window)
            window->close();
}

} // namespace vethscope
