#include "ui/journey/journeycontroller.h"

#include "ui/journey/followedjourneys.h"
#include "ui/journey/journeypanel.h"
#include "ui/journey/journeyplayer.h"
#include "ui/journey/pointsdialog.h"
#include "ui/journey/selectedjourney.h"
#include "ui/shared/commands.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"
#include "ui/shared/snapshots.h"
#include "ui/topology/topologypanel.h"

#include <QScopedValueRollback>

namespace vethscope {

JourneyController::JourneyController(OpenCapture &capture, Selection &selection, const Snapshots &snapshots, Commands &commands, TopologyPanel &topology, QWidget &window)
    : QObject(&window), m_capture(capture), m_selection(selection), m_snapshots(snapshots), m_topology(topology), m_window(window), m_follower(capture, snapshots),
      m_selected(std::make_unique<SelectedJourney>(selection, m_follower)), m_player(std::make_unique<JourneyPlayer>()),
      m_panel(new JourneyPanel(*m_selected, m_follower, *m_player, &window))
{
    connect(m_panel, &JourneyPanel::visibilityChanged, this, [this](bool visible) {
        m_follower.setActive(JourneyFollower::Viewer::Panel, visible);
        m_player->pause();
    });
    connect(m_panel, &JourneyPanel::rowChosen, this, &JourneyController::select);
    connect(m_panel, &JourneyPanel::pointsRequested, this, &JourneyController::askForPoints);
    connect(m_panel, &JourneyPanel::topologyRequested, this, [this] {
        m_isOnTopology = true;
        showOnTopology();
        emit topologyShown();
    });
    connect(m_selected.get(), &SelectedJourney::changed, this, [this] { m_player->setWay(nullptr); });
    connect(m_selected.get(), &SelectedJourney::detailed, this, &JourneyController::adopt);
    connect(m_selected.get(), &SelectedJourney::hopChanged, this, [this] {
        if (m_isTravelling || !m_player->way())
            return;
        const QScopedValueRollback following(m_isTravelling, true);
        m_player->setHop(int(m_player->way()->stopOf(m_selected->hop())));
    });
    connect(m_player.get(), &HopPlayer::hopChanged, this, &JourneyController::travel);
    connect(m_player.get(), &HopPlayer::pathChanged, this, &JourneyController::showOnTopology);
    connect(&commands[Command::ShowJourney], &QAction::toggled, this, [this](bool shown) {
        if (shown)
            return m_panel->setFocus();
        if (m_isOnTopology)
            m_topology.setPath(std::nullopt);
        m_isOnTopology = false;
    });
    QAction &points = commands[Command::CapturePoints];
    connect(&points, &QAction::triggered, this, &JourneyController::askForPoints);
    const auto enable = [this, &points] { points.setEnabled(m_capture.isOpen() && !m_capture.isFollowing()); };
    connect(&capture, &OpenCapture::changed, this, enable);
    connect(&capture, &OpenCapture::finished, this, enable);
    enable();
}

JourneyController::~JourneyController() = default;

bool JourneyController::isBusy() const
{
    return m_follower.isBusy() || m_selected->isBusy();
}

void JourneyController::adopt()
{
    const SelectedJourney::Details *const details = m_selected->details();
    if (details->way.path.hops.empty())
        return m_player->setWay(nullptr);
    m_player->setWay(std::make_shared<const Travelled>(details->way), int(details->way.stopOf(m_selected->hop())));
}

// The panes show the packet as it is where it has come to.
void JourneyController::travel()
{
    showOnTopology();
    const auto hop = m_player->way() ? m_player->way()->hopOf[std::size_t(m_player->hop())] : std::nullopt;
    if (m_isTravelling || !hop || !m_selected->place() || *hop == m_selected->hop())
        return;
    const QScopedValueRollback travelling(m_isTravelling, true);
    select(int(m_selected->journey().hops[*hop].rows.front()));
}

void JourneyController::showOnTopology()
{
    if (!m_isOnTopology)
        return;
    const std::shared_ptr<const Travelled> &way = m_player->way();
    if (!way || !m_selected->isKnown())
        return m_topology.setPath(std::nullopt);
    m_topology.setPath(ShownPath{m_selected->all().cluster, {way, &way->path}, std::size_t(m_player->hop()), way->verdict});
}

void JourneyController::select(int row)
{
    m_selection.setRow(row);
}

void JourneyController::askForPoints()
{
    if (!m_capture.isOpen())
        return;
    PointsDialog dialog(m_capture, m_snapshots, m_follower.found().get(), &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    for (const auto &[path, point] : dialog.points())
        m_capture.setPoint(path, point);
}

} // namespace vethscope
