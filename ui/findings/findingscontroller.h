#pragma once

#include "ui/findings/diagnoser.h"

#include "core/facts/evidence.h"
#include "core/topology/place.h"

class QWidget;

namespace vethscope {

class Commands;
class FindingsBadge;
class FindingsPanel;

/// Findings of the window: looks for them, shows them in a panel and counts them in a badge, lets their evidence be seen, and writes reports.
class FindingsController : public QObject
{
    Q_OBJECT

public:
    FindingsController(const OpenCapture &capture, const Snapshots &snapshots, JourneyFollower &follower, Commands &commands, QWidget &window);

    FindingsPanel &panel() { return *m_panel; }
    FindingsBadge &badge() { return *m_badge; }
    Diagnoser &diagnoser() { return m_diagnoser; }
    const Diagnoser &diagnoser() const { return m_diagnoser; }

    void copyReport();
    void saveReport(const QString &path);

signals:
    void frameRequested(int row);
    void evidenceRequested(const Evidence &line);
    /// These are to be lit on the topology.
    void placesRequested(const std::vector<TopologyPlace> &places);
    void copied();
    void saved(const QString &path, std::size_t drawings);
    void failed(const QString &message);

private:
    void connectPanel();
    void askToSave();

    const Snapshots &m_snapshots;
    QWidget &m_window;
    Diagnoser m_diagnoser;
    FindingsPanel *m_panel;
    FindingsBadge *m_badge;
};

} // namespace vethscope
