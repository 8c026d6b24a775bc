#include "ui/protocols/decodeasdialog.h"

#include "ui/protocols/decoderuleseditor.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPushButton>

namespace vethscope {

DecodeAsDialog::DecodeAsDialog(const Registry &registry, const std::vector<DecodeRule> &rules, const std::optional<DecodeRule> &suggestion,
                               QWidget *parent)
    : QDialog(parent), m_editor(new DecodeRulesEditor(registry, rules, suggestion, this))
{
    setWindowTitle(tr("Decode As"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_editor, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 22);
}

std::vector<DecodeRule> DecodeAsDialog::rules() const
{
    return m_editor->rules();
}

} // namespace vethscope
