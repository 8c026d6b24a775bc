#include "ui/findings/findingscontroller.h"

#include "ui/findings/diagnosed.h"
#include "ui/findings/findingsbadge.h"
#include "ui/findings/findingspanel.h"
#include "ui/findings/findingsreport.h"
#include "ui/findings/places.h"
#include "ui/shared/commands.h"
#include "ui/shared/language.h"
#include "ui/shared/snapshots.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

namespace vethscope {

FindingsController::FindingsController(const OpenCapture &capture, const Snapshots &snapshots, JourneyFollower &follower, Commands &commands, QWidget &window)
    : QObject(&window), m_snapshots(snapshots), m_window(window), m_diagnoser(capture, snapshots, follower), m_panel(new FindingsPanel(m_diagnoser, &window)),
      m_badge(new FindingsBadge(m_diagnoser, &window))
{
    QAction &show = commands[Command::ShowFindings];
    connect(m_badge, &QAbstractButton::clicked, &show, [this, &show] {
        show.setChecked(true);
        m_panel->setFocus();
    });
    connect(&show, &QAction::toggled, this, [this](bool shown) {
        if (shown)
            m_panel->setFocus();
    });
    connectPanel();
}

void FindingsController::connectPanel()
{
    connect(m_panel, &FindingsPanel::visibilityChanged, &m_diagnoser, &Diagnoser::setWatched);
    connect(m_panel, &FindingsPanel::frameRequested, this, &FindingsController::frameRequested);
    connect(m_panel, &FindingsPanel::copyRequested, this, &FindingsController::copyReport);
    connect(m_panel, &FindingsPanel::saveRequested, this, &FindingsController::askToSave);
    connect(m_panel, &FindingsPanel::lineRequested, this, [this](const diagnose::Finding &finding, const Evidence &line) {
        emit evidenceRequested(line);
        const auto cluster = m_snapshots.cluster();
        if (const auto places = cluster ? placesOf(*cluster, finding, line, m_snapshots.loaded()) : std::vector<TopologyPlace>(); !places.empty())
            emit placesRequested(places);
    });
    connect(m_panel, &FindingsPanel::findingRequested, this, [this](const diagnose::Finding &finding) {
        if (const auto cluster = m_snapshots.cluster())
            emit placesRequested(placesOf(*cluster, finding));
    });
    connect(m_panel, &FindingsPanel::suspectRequested, this, [this](const diagnose::Suspect &suspect) { emit placesRequested(placesOf(suspect)); });
}

void FindingsController::copyReport()
{
    if (const auto found = m_diagnoser.found()) {
        QGuiApplication::clipboard()->setText(findingsMarkdown(*found));
        emit copied();
    }
}

void FindingsController::askToSave()
{
    const auto found = m_diagnoser.found(); // it stays while the dialog is open
    if (!found)
        return;
    const QString path = QFileDialog::getSaveFileName(&m_window, tr("Save Report"), tr("report", "file name") + QStringLiteral(".md"),
                                                      tr("Markdown (*.md)") + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        saveReport(QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".md") : path);
}

void FindingsController::saveReport(const QString &path)
{
    const auto found = m_diagnoser.found();
    if (!found)
        return;
    if (const auto drawings = saveFindings(*found, m_snapshots.caption(), path))
        emit saved(path, *drawings);
    else
        emit failed(translated(drawings.error().message));
}

} // namespace vethscope
