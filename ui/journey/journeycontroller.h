#pragma once

#include "ui/journey/journeyfollower.h"
#include "ui/shared/filteruse.h"

#include "core/facts/evidence.h"

#include <memory>

class QWidget;

namespace vethscope {

class Commands;
class JourneyPanel;
class JourneyPlayer;
class OpenCapture;
class PredictController;
class SelectedJourney;
class Selection;
class Snapshots;
class TopologyPanel;

/// Journeys of the window: follows packets while the panel is seen, lets the selected one travel over the topology, asks for capture points.
class JourneyController : public QObject
{
    Q_OBJECT

public:
    JourneyController(OpenCapture &capture, Selection &selection, const Snapshots &snapshots, Commands &commands, TopologyPanel &topology, QWidget &window);
    ~JourneyController() override;

    JourneyPanel &panel() { return *m_panel; }
    JourneyPlayer &player() { return *m_player; }
    JourneyFollower &follower() { return m_follower; }
    SelectedJourney &selected() { return *m_selected; }
    bool isBusy() const;

    void askForPoints();
    /// The topology shows another path: the packet stays where it is.
    void leaveTopology() { m_isOnTopology = false; }

signals:
    /// The topology is to be seen.
    void topologyShown();

private:
    void adopt();
    void travel();
    void showOnTopology();
    void select(int row);

    OpenCapture &m_capture;
    Selection &m_selection;
    const Snapshots &m_snapshots;
    TopologyPanel &m_topology;
    QWidget &m_window;
    JourneyFollower m_follower;
    std::unique_ptr<SelectedJourney> m_selected;
    std::unique_ptr<JourneyPlayer> m_player;
    JourneyPanel *m_panel;
    bool m_isOnTopology = false;
    bool m_isTravelling = false; // one of both, the selected hop and the place on the way, follows the other
};

} // namespace vethscope
