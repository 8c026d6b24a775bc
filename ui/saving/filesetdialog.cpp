#include "ui/saving/filesetdialog.h"

#include "ui/shared/dialogbuttons.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>

namespace vethscope {
namespace {

enum FileCell { NameCell, TimeCell, SizeCell };

} // namespace

FileSetDialog::FileSetDialog(const FileSet &set, QWidget *parent) : QDialog(parent), m_table(new QTableWidget(int(set.files.size()), 3, this))
{
    setWindowTitle(tr("File Set"));
    m_table->setAccessibleName(tr("Files of the set, in the order in which they were written"));
    m_table->setHorizontalHeaderLabels({tr("File"), tr("Last written"), tr("Size")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    fill(set);
    m_table->setCurrentCell(int(set.current), NameCell);
    auto *folder = new QLabel(tr("In %1: %2 files").arg(QFileInfo(QString::fromStdString(set.files.front().string())).absolutePath()).arg(set.files.size()), this);
    folder->setObjectName(QStringLiteral("muted"));
    folder->setTextFormat(Qt::PlainText);
    folder->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addWidget(m_table, 1);
    column->addWidget(folder);
    column->addWidget(new DialogButtons(tr("Open"), this));
    connect(m_table, &QTableWidget::cellActivated, this, &QDialog::accept);
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 96, unit * 56);
}

void FileSetDialog::fill(const FileSet &set)
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QFileInfo file(QString::fromStdString(set.files[std::size_t(row)].string()));
        m_table->setItem(row, NameCell, new QTableWidgetItem(file.fileName()));
        m_table->setItem(row, TimeCell, new QTableWidgetItem(file.lastModified().toString(Qt::ISODate).replace(QLatin1Char('T'), QLatin1Char(' '))));
        auto *size = new QTableWidgetItem(QLocale::c().formattedDataSize(file.size()));
        size->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, SizeCell, size);
        m_table->item(row, NameCell)->setData(Qt::UserRole, file.filePath());
    }
    m_table->resizeColumnsToContents();
}

QString FileSetDialog::chosen() const
{
    const int row = m_table->currentRow();
    return row < 0 ? QString() : m_table->item(row, NameCell)->data(Qt::UserRole).toString();
}

} // namespace vethscope
