#include "ui/columns/columnsdialog.h"

#include "ui/columns/columnseditor.h"
#include "ui/shared/dialogbuttons.h"

#include <QBoxLayout>

namespace vethscope {

ColumnsDialog::ColumnsDialog(const std::vector<ColumnSpec> &columns, const Registry &registry, QWidget *parent)
    : QDialog(parent), m_editor(new ColumnsEditor(columns, registry, this))
{
    setWindowTitle(tr("Columns"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addWidget(m_editor, 1);
    column->addWidget(new DialogButtons(tr("Keep"), this));
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 78, unit * 62);
}

std::vector<ColumnSpec> ColumnsDialog::columns() const
{
    return m_editor->columns();
}

} // namespace vethscope
