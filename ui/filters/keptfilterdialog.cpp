#include "ui/filters/keptfilterdialog.h"

#include "ui/filters/filteredit.h"
#include "ui/shared/dialogbuttons.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace vethscope {

KeptFilterDialog::KeptFilterDialog(KeptFilters::Kind kind, const KeptFilter &filter, const Registry &registry, QWidget *parent)
    : QDialog(parent), m_registry(registry), m_first(filter), m_name(new QLineEdit(QString::fromStdString(filter.name), this)), m_expression(new FilterEdit(registry, this)),
      m_comment(new QLineEdit(QString::fromStdString(filter.comment), this)), m_problem(new QLabel(this)), m_buttons(new DialogButtons(tr("Keep"), this))
{
    const bool isButton = kind == KeptFilters::Kind::Button;
    setWindowTitle(isButton ? tr("Filter Button") : tr("Saved Filter"));
    m_expression->setText(QString::fromStdString(filter.expression));
    m_expression->setAccessibleName(tr("Display filter"));
    m_problem->setObjectName(QStringLiteral("dialogProblem"));
    m_problem->setWordWrap(true);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(20, 18, 20, 14);
    form->setVerticalSpacing(10);
    form->addRow(isButton ? tr("&Label:") : tr("&Name:"), m_name);
    if (isButton) {
        auto *hint = new QLabel(tr("Tunnels // VXLAN is the button VXLAN in the menu Tunnels."), this);
        hint->setObjectName(QStringLiteral("muted"));
        form->addRow(QString(), hint);
    }
    form->addRow(tr("&Filter:"), m_expression);
    form->addRow(QString(), m_problem);
    if (isButton)
        form->addRow(tr("&Comment:"), m_comment);
    m_comment->setVisible(isButton);
    form->addRow(m_buttons);
    connect(m_name, &QLineEdit::textChanged, this, &KeptFilterDialog::check);
    connect(m_expression, &QLineEdit::textChanged, this, &KeptFilterDialog::check);
    connect(m_expression, &FilterEdit::applied, this, [this] {
        if (m_buttons->acceptButton().isEnabled())
            accept();
    });
    connect(m_expression, &FilterEdit::dismissed, this, &QDialog::reject);
    check();
    m_name->setFocus();
    resize(fontMetrics().averageCharWidth() * 84, sizeHint().height());
}

KeptFilter KeptFilterDialog::filter() const
{
    KeptFilter filter = m_first;
    filter.name = m_name->text().trimmed().toStdString();
    filter.expression = m_expression->text().trimmed().toStdString();
    filter.comment = m_comment->text().trimmed().toStdString();
    return filter;
}

void KeptFilterDialog::check()
{
    const KeptFilter now = filter();
    const QString problem = now.expression.empty() ? QString() : KeptFilters::problemOf(now, m_registry);
    m_problem->setText(problem);
    m_problem->setAccessibleName(problem);
    m_expression->setAccessibleDescription(problem);
    m_buttons->acceptButton().setEnabled(!now.name.empty() && !now.expression.empty() && problem.isEmpty());
}

} // namespace vethscope
