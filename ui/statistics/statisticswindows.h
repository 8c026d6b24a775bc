#pragma once

#include "ui/filteruse.h"
#include "ui/statistics/trafficrow.h"

#include <QObject>

#include <memory>

namespace vethscope {

class Commands;
class OpenCapture;
class PacketListModel;
class Preferences;
class Selection;
class TrafficWindow;

/// The windows of the Statistics menu, one of each: made when they are asked for, and kept.
class StatisticsWindows : public QObject
{
    Q_OBJECT

public:
    StatisticsWindows(const OpenCapture &capture, const PacketListModel &list, Selection &selection, Commands &commands, Preferences &preferences,
                      QObject *parent = nullptr);
    ~StatisticsWindows() override;

    /// Opens it, or brings the one that is open to the front.
    void show(TrafficSubject subject);
    /// Null while nobody has asked for it.
    TrafficWindow *window(TrafficSubject subject) const { return m_windows[static_cast<std::size_t>(subject)].get(); }
    void closeAll();

signals:
    void filterRequested(const QString &selected, FilterUse use, FilterStep step);
    /// The selected packet is to be seen.
    void packetOpened();

private:
    const OpenCapture &m_capture;
    const PacketListModel &m_list;
    Selection &m_selection;
    Commands &m_commands;
    Preferences &m_preferences;
    std::array<std::unique_ptr<TrafficWindow>, 2> m_windows;
};

} // namespace vethscope
