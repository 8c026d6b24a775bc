#include "ui/columns/columnseditor.h"

#include "ui/columns/columndialog.h"
#include "ui/models/listcolumns.h"
#include "ui/shared/listbuttons.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace vethscope {
namespace {

QString textOf(const ColumnSpec &column)
{
    const QString own = column.column == Column::Field ? QString::fromStdString(column.expression) : ListColumns::titleOf(column.column);
    return column.title.empty() ? own : QStringLiteral("%1 — %2").arg(QString::fromStdString(column.title), own);
}

} // namespace

ColumnsEditor::ColumnsEditor(const std::vector<ColumnSpec> &columns, const Registry &registry, QWidget *parent)
    : QWidget(parent), m_registry(registry), m_columns(columns), m_list(new QListWidget(this))
{
    m_list->setAccessibleName(tr("Columns, from left to right; checked ones are shown"));
    auto *buttons = new ListButtons(*m_list);
    buttons->add(tr("&Add…"), [this] { add(); });
    buttons->addForRow(tr("&Edit…"), [this](int row) { edit(row); });
    buttons->addOrdering([this](int row) { remove(row); }, [this](int from, int to) { move(from, to); }, 1);
    buttons->add(tr("&Vethscope's Set"), [this] { use(usualColumns()); });
    buttons->add(tr("&Wireshark's Set"), [this] { use(classicColumns()); });
    buttons->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) { edit(m_list->row(item)); });
    fill(0);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) { m_columns[std::size_t(m_list->row(item))].isHidden = item->checkState() == Qt::Unchecked; });
}

void ColumnsEditor::fill(int current)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ColumnSpec &column : m_columns) {
        auto *item = new QListWidgetItem(textOf(column), m_list);
        item->setCheckState(column.isHidden ? Qt::Unchecked : Qt::Checked);
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
}

void ColumnsEditor::use(std::vector<ColumnSpec> columns)
{
    m_columns = std::move(columns);
    fill(0);
}

void ColumnsEditor::add()
{
    ColumnDialog dialog({}, m_registry, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_columns.push_back(dialog.column());
    fill(int(m_columns.size()) - 1);
}

void ColumnsEditor::edit(int row)
{
    ColumnDialog dialog(m_columns[std::size_t(row)], m_registry, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_columns[std::size_t(row)] = dialog.column();
    fill(row);
}

void ColumnsEditor::remove(int row)
{
    m_columns.erase(m_columns.begin() + row);
    fill(row);
}

void ColumnsEditor::move(int from, int to)
{
    std::swap(m_columns[std::size_t(from)], m_columns[std::size_t(to)]);
    fill(to);
}

} // namespace vethscope
