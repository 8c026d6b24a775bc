#pragma once

#include "ui/predict/pathplayer.h"

class QWidget;

namespace vethscope {

class Commands;
class PredictPanel;
class TopologyPanel;

/// Foretold paths of the window: asks for them, shows them on the topology and in their panel, hop by hop.
class PredictController : public QObject
{
    Q_OBJECT

public:
    PredictController(const Snapshots &snapshots, Commands &commands, TopologyPanel &topology, QWidget &window);

    Predictions &predictions() { return m_predictions; }
    PathPlayer &player() { return m_player; }
    PredictPanel &panel() { return *m_panel; }

    /// Asks who sends to whom, with these names to begin with.
    void ask(const QString &from = {}, const QString &to = {});
    /// Foretells at once a TCP packet from one to the other.
    void predict(const QString &from, const QString &to);
    /// Shows no path any more.
    void close();

signals:
    /// There is a path to be seen.
    void shown();
    void failed(const QString &why);
    void evidenceRequested(const Evidence &line);

private:
    void take();
    void showOnTopology();

    const Snapshots &m_snapshots;
    Commands &m_commands;
    TopologyPanel &m_topology;
    QWidget &m_window;
    Predictions m_predictions;
    PathPlayer m_player;
    PredictPanel *m_panel;
    PathQuestion m_last;
    bool m_asking = false;
};

} // namespace vethscope
