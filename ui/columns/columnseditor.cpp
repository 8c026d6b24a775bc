#include "ui/columns/columnseditor.h"

#include "ui/columns/columndialog.h"
#include "ui/columns/listcolumns.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPushButton>

namespace vethscope {
namespace {

QString textOf(const ColumnSpec &column)
{
    const QString own = column.column == Column::Field ? QString::fromStdString(column.expression) : ListColumns::titleOf(column.column);
    return column.title.empty() ? own : QStringLiteral("%1 — %2").arg(QString::fromStdString(column.title), own);
}

} // namespace

ColumnsEditor::ColumnsEditor(const std::vector<ColumnSpec> &columns, const Registry &registry, QWidget *parent)
    : QWidget(parent), m_registry(registry), m_list(new QListWidget(this))
{
    m_list->setAccessibleName(tr("Columns, from left to right; checked ones are shown"));
    auto *side = new QVBoxLayout;
    addButton(*side, tr("&Add…"), &ColumnsEditor::add);
    m_edit = addButton(*side, tr("&Edit…"), &ColumnsEditor::edit);
    m_remove = addButton(*side, tr("&Remove"), &ColumnsEditor::remove);
    side->addSpacing(12);
    m_up = addButton(*side, tr("Move &Up"), nullptr);
    m_down = addButton(*side, tr("Move &Down"), nullptr);
    connect(m_up, &QPushButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveBy(1); });
    side->addSpacing(12);
    const QPushButton *usual = addButton(*side, tr("&Vethscope's Set"), nullptr), *classic = addButton(*side, tr("&Wireshark's Set"), nullptr);
    connect(usual, &QPushButton::clicked, this, [this] { fill(usualColumns(), 0); });
    connect(classic, &QPushButton::clicked, this, [this] { fill(classicColumns(), 0); });
    side->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_list, 1);
    row->addLayout(side);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsEditor::enableButtons);
    connect(m_list, &QListWidget::itemActivated, this, &ColumnsEditor::edit);
    fill(columns, 0);
}

QPushButton *ColumnsEditor::addButton(QBoxLayout &column, const QString &text, void (ColumnsEditor::*act)())
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    column.addWidget(button);
    if (act)
        connect(button, &QPushButton::clicked, this, act);
    return button;
}

void ColumnsEditor::fill(std::vector<ColumnSpec> columns, int current)
{
    m_columns = std::move(columns);
    m_list->clear();
    for (const ColumnSpec &column : m_columns) {
        auto *item = new QListWidgetItem(textOf(column), m_list);
        item->setCheckState(column.isHidden ? Qt::Unchecked : Qt::Checked);
    }
    m_list->setCurrentRow(current);
    enableButtons();
}

void ColumnsEditor::keepChecks()
{
    for (int row = 0; row < m_list->count(); ++row)
        m_columns[std::size_t(row)].isHidden = m_list->item(row)->checkState() == Qt::Unchecked;
}

void ColumnsEditor::enableButtons()
{
    const int row = m_list->currentRow();
    m_edit->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0 && m_list->count() > 1);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
}

void ColumnsEditor::moveBy(int step)
{
    const int row = m_list->currentRow();
    keepChecks();
    std::vector<ColumnSpec> columns = m_columns;
    std::swap(columns[std::size_t(row)], columns[std::size_t(row + step)]);
    fill(std::move(columns), row + step);
}

void ColumnsEditor::add()
{
    ColumnDialog dialog({}, m_registry, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    keepChecks();
    std::vector<ColumnSpec> columns = m_columns;
    columns.push_back(dialog.column());
    const int last = int(columns.size()) - 1;
    fill(std::move(columns), last);
}

void ColumnsEditor::edit()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    keepChecks();
    ColumnDialog dialog(m_columns[std::size_t(row)], m_registry, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    std::vector<ColumnSpec> columns = m_columns;
    columns[std::size_t(row)] = dialog.column();
    fill(std::move(columns), row);
}

void ColumnsEditor::remove()
{
    const int row = m_list->currentRow();
    keepChecks();
    std::vector<ColumnSpec> columns = m_columns;
    columns.erase(columns.begin() + row);
    fill(std::move(columns), std::min(row, int(columns.size())));
}

std::vector<ColumnSpec> ColumnsEditor::columns() const
{
    std::vector<ColumnSpec> columns = m_columns;
    for (int row = 0; row < m_list->count(); ++row)
        columns[std::size_t(row)].isHidden = m_list->item(row)->checkState() == Qt::Unchecked;
    return columns;
}

} // namespace vethscope
