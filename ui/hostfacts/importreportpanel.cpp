#include "ui/hostfacts/importreportpanel.h"

#include "ui/hostfacts/importreportmodel.h"
#include "ui/hostfacts/importsummary.h"
#include "ui/shared/snapshots.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTreeView>

namespace vethscope {

ImportReportPanel::ImportReportPanel(const Snapshots &snapshots, QWidget *parent)
    : QWidget(parent), m_snapshots(snapshots), m_model(new ImportReportModel(snapshots, this)), m_shown(new QSortFilterProxyModel(this)),
      m_summary(new QLabel(this)), m_remarkable(new QCheckBox(this)), m_tree(new QTreeView(this))
{
    m_summary->setObjectName(QStringLiteral("muted"));
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(ImportReportModel::RemarkableRole);
    m_tree->setObjectName(QStringLiteral("reportTree"));
    m_tree->setModel(m_shown);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ImportReportModel::What, QHeaderView::Stretch);
    for (const int column : {ImportReportModel::Host, ImportReportModel::Line, ImportReportModel::Facts})
        m_tree->header()->setSectionResizeMode(column, QHeaderView::Interactive);
    m_tree->installEventFilter(this);
    setFocusProxy(m_tree);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 6, 14, 6);
    head->setSpacing(16);
    head->addWidget(m_summary, 1);
    head->addWidget(m_remarkable);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_tree, 1);

    connect(m_remarkable, &QCheckBox::toggled, this, [this](bool only) {
        m_shown->setFilterRegularExpression(only ? QStringLiteral("true") : QString());
        adoptRows();
    });
    connect(m_tree, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const Evidence evidence = m_model->evidenceOf(m_shown->mapToSource(index)); evidence.source)
            emit evidenceRequested(evidence);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ImportReportPanel::refresh);
    retranslate();
}

// Open is what somebody should look at.
void ImportReportPanel::adoptRows()
{
    m_tree->collapseAll();
    const auto open = [this](const auto &self, const QModelIndex &parent) -> void {
        for (int row = 0; row < m_shown->rowCount(parent); ++row) {
            const QModelIndex child = m_shown->index(row, 0, parent);
            if (!child.data(ImportReportModel::RemarkableRole).toBool() && parent.isValid())
                continue;
            m_tree->expand(child);
            if (m_shown->rowCount(child) < 200)
                self(self, child);
        }
    };
    open(open, {});
    const int unit = fontMetrics().averageCharWidth();
    m_tree->setColumnWidth(ImportReportModel::Host, unit * 34);
    m_tree->setColumnWidth(ImportReportModel::Line, unit * 12);
    m_tree->setColumnWidth(ImportReportModel::Facts, unit * 10);
}

void ImportReportPanel::refresh()
{
    ImportSummary summary;
    for (const LoadedSnapshot &one : m_snapshots.loaded())
        summary.add(*one.snapshot);
    m_summary->setText(m_snapshots.loaded().empty() ? tr("No host snapshot is loaded.") : summary.text());
    m_summary->setToolTip(m_summary->text());
    adoptRows();
}

void ImportReportPanel::copy() const
{
    QStringList lines;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < ImportReportModel::columns; ++column)
            cells << index.siblingAtColumn(column).data().toString();
        lines << cells.join(QLatin1Char('\t')).trimmed();
    }
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

bool ImportReportPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                copy();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ImportReportPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ImportReportPanel::retranslate()
{
    m_remarkable->setText(tr("Only what was not understood or contradicts itself"));
    m_tree->setAccessibleName(tr("Import report"));
    m_model->refresh();
}

} // namespace vethscope
