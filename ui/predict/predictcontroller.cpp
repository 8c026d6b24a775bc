#include "ui/predict/predictcontroller.h"

#include "ui/predict/predictdialog.h"
#include "ui/predict/predictpanel.h"
#include "ui/shared/commands.h"
#include "ui/shared/snapshots.h"
#include "ui/topology/topologypanel.h"

#include <QScopedValueRollback>

namespace vethscope {

PredictController::PredictController(const Snapshots &snapshots, Commands &commands, TopologyPanel &topology, QWidget &window)
    : QObject(&window), m_snapshots(snapshots), m_commands(commands), m_topology(topology), m_window(window), m_predictions(snapshots),
      m_panel(new PredictPanel(m_player, &window))
{
    const auto enable = [this] {
        m_commands[Command::PredictPath].setEnabled(m_snapshots.cluster() != nullptr);
        m_panel->setCanAsk(m_snapshots.cluster() != nullptr);
    };
    connect(&snapshots, &Snapshots::changed, this, enable);
    enable();
    connect(&commands[Command::PredictPath], &QAction::triggered, this, [this] { ask(); });
    connect(&commands[Command::ShowPrediction], &QAction::toggled, this, [this](bool on) {
        if (!on)
            close();
    });
    connect(m_panel, &PredictPanel::askRequested, this, [this] { ask(); });
    connect(m_panel, &PredictPanel::evidenceRequested, this, &PredictController::evidenceRequested);
    connect(&topology, &TopologyPanel::predictRequested, this, [this](const QString &from, const QString &to) {
        from.isEmpty() || to.isEmpty() ? ask(from, to) : predict(from, to);
    });
    connect(&m_predictions, &Predictions::changed, this, &PredictController::take);
    connect(&m_predictions, &Predictions::refused, this, [this](const QString &why) {
        if (!m_asking) // else the dialog says it
            emit failed(why);
    });
    for (const auto signal : {&PathPlayer::pathChanged, &PathPlayer::hopChanged})
        connect(&m_player, signal, this, &PredictController::showOnTopology);
}

void PredictController::ask(const QString &from, const QString &to)
{
    const std::shared_ptr<const Cluster> cluster = m_snapshots.cluster();
    if (!cluster)
        return;
    PathQuestion first = m_last;
    if (!from.isEmpty() || !to.isEmpty()) {
        first.from = from.isEmpty() && first.from != to ? first.from : from;
        first.to = to.isEmpty() && first.to != from ? first.to : to;
    }
    const QScopedValueRollback asking(m_asking, true);
    PredictDialog dialog(*cluster, m_predictions, first, &m_window);
    if (dialog.exec() == QDialog::Accepted)
        m_last = dialog.question();
}

void PredictController::predict(const QString &from, const QString &to)
{
    m_last = {from, to};
    m_predictions.ask(m_last);
}

void PredictController::close()
{
    m_predictions.clear();
}

void PredictController::take()
{
    const bool isNew = m_predictions.foretold() != nullptr;
    m_player.setForetold(m_predictions.foretold());
    m_commands[Command::ShowPrediction].setChecked(isNew);
    if (isNew)
        emit shown();
}

void PredictController::showOnTopology()
{
    const std::shared_ptr<const Foretold> foretold = m_predictions.foretold();
    if (!foretold || !m_player.path())
        return m_topology.setPath(std::nullopt);
    m_topology.setPath(ShownPath{foretold->cluster, {foretold, m_player.path()}, std::size_t(m_player.hop()), m_player.path()->verdict()});
}

} // namespace vethscope
