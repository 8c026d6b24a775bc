#include "ui/mainwindow.h"

#include "ui/models/listcolumns.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/saving/dissectionsaver.h"
#include "ui/saving/exportdialog.h"
#include "ui/saving/partschoice.h"

#include <QPrintDialog>
#include <QPrinter>

#include <algorithm>
#include <array>

// Packets with all that is known of them: into files, and onto paper.

namespace vethscope {
namespace {

struct FormatRow {
    Command command;
    DissectionFormat format;
    const char *ending;
    const char *filter; // of files
};

constexpr auto formatRows = std::to_array<FormatRow>({
    {Command::ExportText, DissectionFormat::Text, ".txt", QT_TRANSLATE_NOOP("MainWindow", "Plain text (*.txt)")},
    {Command::ExportCsv, DissectionFormat::Csv, ".csv", QT_TRANSLATE_NOOP("MainWindow", "Comma separated values (*.csv)")},
    {Command::ExportJson, DissectionFormat::Json, ".json", QT_TRANSLATE_NOOP("MainWindow", "JSON (*.json)")},
    {Command::ExportPdml, DissectionFormat::Pdml, ".pdml", QT_TRANSLATE_NOOP("MainWindow", "PDML (*.pdml)")},
});

} // namespace

void MainWindow::connectDissections()
{
    m_dissections = new DissectionSaver(m_capture, *this);
    for (const FormatRow &row : formatRows)
        connect(&m_commands[row.command], &QAction::triggered, this, [this, &row] {
            exportDissections(row.format, {tr("Export Packet Dissections"), tr("Export"), QCoreApplication::translate("MainWindow", row.filter), QString::fromLatin1(row.ending)});
        });
    connect(&m_commands[Command::Print], &QAction::triggered, this, &MainWindow::printPackets);
    connect(m_dissections, &DissectionSaver::failed, this, &MainWindow::tellError);
    connect(m_dissections, &DissectionSaver::written, this, &MainWindow::tellWritten);
}

// Columns as the list has them, in the user's words.
DissectionOrder MainWindow::dissectionOrder(DissectionFormat format, std::vector<std::uint32_t> rows, const DissectionParts &parts) const
{
    DissectionOrder order{.format = format, .rows = std::move(rows), .cells = {.columns = m_workspace->list().columns(), .time = m_model.timeStyle(), .timeDigits = 0}, .parts = parts};
    const ListColumns &columns = m_workspace->list().columnSet();
    for (int place = 0; place < columns.count(); ++place)
        order.cells.titles.push_back(columns.title(place).toStdString());
    for (std::size_t i = 0; i < m_capture.store().interfaceCount(); ++i)
        order.cells.timeDigits = std::max(order.cells.timeDigits, digitsOf(m_capture.store().interface(i).unitsPerSecond));
    return order;
}

void MainWindow::exportDissections(DissectionFormat format, const ExportKind &kind)
{
    ExportDialog dialog(PacketChoice(m_capture, m_model, m_marks, m_workspace->list().selectedPackets()), exportPath(kind.ending), kind, this);
    auto *parts = new PartsChoice(&dialog);
    if (format == DissectionFormat::Text)
        dialog.addChoices(*parts);
    parts->setVisible(format == DissectionFormat::Text);
    if (dialog.exec() == QDialog::Accepted)
        m_dissections->write(dissectionOrder(format, dialog.rows(), parts->parts()), dialog.path());
}

void MainWindow::printPackets()
{
    ExportDialog dialog(PacketChoice(m_capture, m_model, m_marks, m_workspace->list().selectedPackets()), {}, {tr("Print"), tr("Print…"), {}, {}}, this);
    auto *parts = new PartsChoice(&dialog);
    parts->setParts({.summary = true, .details = false});
    dialog.addChoices(*parts);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(m_capture.displayName());
    QPrintDialog print(&printer, this);
    if (print.exec() == QDialog::Accepted)
        m_dissections->print(dissectionOrder(DissectionFormat::Text, dialog.rows(), parts->parts()), printer);
}

} // namespace vethscope
