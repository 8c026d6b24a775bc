#include "ui/hostfacts/snapshotcontroller.h"

#include "ui/hostfacts/importsummary.h"
#include "ui/hostfacts/pastedialog.h"
#include "ui/shared/commands.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"
#include "ui/shared/snapshots.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>

namespace vethscope {

SnapshotController::SnapshotController(Snapshots &snapshots, Commands &commands, MessageBar &messages, Preferences &preferences, QMainWindow &window,
                                       std::function<bool()> topologyShown)
    : QObject(&window), m_snapshots(snapshots), m_messages(messages), m_preferences(preferences), m_window(window), m_topologyShown(std::move(topologyShown))
{
    connect(&commands[Command::ImportSnapshot], &QAction::triggered, this, &SnapshotController::importFiles);
    connect(&commands[Command::ImportFolder], &QAction::triggered, this, &SnapshotController::importFolder);
    connect(&commands[Command::PasteSnapshot], &QAction::triggered, this, &SnapshotController::paste);
    connect(&snapshots, &Snapshots::imported, this, &SnapshotController::tell);
    connect(&snapshots, &Snapshots::failed, this, [this](const QStringList &reasons) {
        m_messages.tell(MessageBar::Kind::Error, reasons.join(QLatin1Char('\n')));
    });
}

void SnapshotController::read(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_preferences.setValue(preference::snapshotFolder, QFileInfo(paths.front()).absolutePath());
    m_snapshots.read(paths);
}

void SnapshotController::importFiles()
{
    const QString folder = m_preferences.value(preference::snapshotFolder).toString();
    read(QFileDialog::getOpenFileNames(&m_window, tr("Import Host Snapshot"), folder, fileFilters()));
}

QString SnapshotController::fileFilters()
{
    return tr("All files (*)") + QStringLiteral(";;") + tr("Archives of vethscope-snapshot (*.tar.gz *.tgz *.tar *.zip)");
}

void SnapshotController::importFolder()
{
    const QString folder = m_preferences.value(preference::snapshotFolder).toString();
    const QString chosen = QFileDialog::getExistingDirectory(&m_window, tr("Import a Folder of Host Output"), folder);
    if (!chosen.isEmpty())
        read({chosen});
}

void SnapshotController::paste()
{
    PasteDialog dialog(&m_window);
    if (const QString text = QApplication::clipboard()->text(); !text.trimmed().isEmpty())
        dialog.setText(text);
    if (dialog.exec() == QDialog::Accepted)
        m_snapshots.readText(dialog.text());
}

void SnapshotController::tell(const std::vector<std::shared_ptr<const Snapshot>> &fresh)
{
    ImportSummary summary;
    for (const auto &snapshot : fresh)
        summary.add(*snapshot);
    if (m_snapshots.isBundled())
        return; // nobody has asked for it
    const QString from = fresh.size() == 1 ? QString::fromStdString(fresh.front()->name) : tr("%1 snapshots").arg(fresh.size());
    if (summary.hasFacts())
        emit imported();
    QList<MessageBar::Answer> answers;
    if (summary.hasFacts() && !m_topologyShown())
        answers << MessageBar::Answer{tr("Show the Topology"), [this] { emit topologyRequested(); }, MessageBar::After::Hide};
    answers << MessageBar::Answer{tr("Import Report"), [this] { emit reportRequested(); }, MessageBar::After::Hide};
    m_messages.tell(!summary.hasFacts() || summary.isIncomplete() ? MessageBar::Kind::Warning : MessageBar::Kind::Done,
                    from + QStringLiteral(" — ") + summary.text(), answers);
}

} // namespace vethscope
