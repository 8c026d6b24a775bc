#include "ui/colours/colourruleform.h"

#include "core/colours/colouring.h"
#include "core/colours/rowcolours.h"
#include "ui/filters/filteredit.h"
#include "ui/shared/language.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QColorDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace vethscope {

ColourRuleForm::ColourRuleForm(const Registry &registry, QWidget *parent)
    : QWidget(parent), m_registry(registry), m_name(new QLineEdit(this)), m_filter(new FilterEdit(registry, this)), m_problem(new QLabel(this)),
      m_foreground(new QPushButton(tr("Fore&ground…"), this)), m_background(new QPushButton(tr("&Background…"), this)), m_sample(new QLabel(this))
{
    setObjectName(QStringLiteral("ruleForm"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_sample->setTextFormat(Qt::PlainText);
    m_sample->setAutoFillBackground(true);
    m_sample->setAlignment(Qt::AlignCenter);
    m_sample->setAccessibleName(tr("How the row will look"));
    for (QPushButton *button : {m_foreground, m_background})
        button->setAutoDefault(false);
    auto *colours = new QHBoxLayout;
    colours->addWidget(m_foreground);
    colours->addWidget(m_background);
    colours->addWidget(m_sample, 1);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Filter:"), m_filter);
    form->addRow(QString(), m_problem);
    form->addRow(tr("Colours:"), colours);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        m_rule.name = name.toStdString();
        judge();
        emit edited();
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &filter) {
        if (filter.toStdString() == m_rule.filter)
            return;
        m_rule.filter = filter.toStdString();
        judge();
        emit edited();
    });
    connect(m_foreground, &QPushButton::clicked, this, [this] { chooseColour(&ColourRule::foreground, tr("Foreground")); });
    connect(m_background, &QPushButton::clicked, this, [this] { chooseColour(&ColourRule::background, tr("Background")); });
}

void ColourRuleForm::setRule(const ColourRule &rule)
{
    m_rule = rule;
    m_name->setText(QString::fromStdString(rule.name));
    m_filter->setText(QString::fromStdString(rule.filter));
    judge();
}

void ColourRuleForm::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void ColourRuleForm::chooseColour(Rgb ColourRule::*colour, const QString &title)
{
    const QColor chosen = QColorDialog::getColor(QColor::fromRgb(m_rule.*colour), this, title);
    if (!chosen.isValid())
        return;
    m_rule.*colour = chosen.rgb() & RGB_MASK;
    judge();
    emit edited();
}

void ColourRuleForm::judge()
{
    const Colouring judged({m_rule}, m_registry);
    const FilterError *const problem = judged.problem(0);
    m_problem->setText(problem ? translated(problem->message) : QString());
    problem ? m_filter->mark(*problem) : m_filter->unmark();
    m_filter->setProperty("state", problem ? QStringLiteral("invalid") : QStringLiteral("valid"));
    m_filter->style()->unpolish(m_filter); // the style sheet looks at the property only then
    m_filter->style()->polish(m_filter);
    m_sample->setText(QString::fromStdString(m_rule.name));
    const RowColours colours = rowColours(m_rule, Palette::isDark());
    QPalette row = m_sample->palette();
    row.setColor(QPalette::Window, QColor::fromRgb(colours.background));
    row.setColor(QPalette::WindowText, QColor::fromRgb(colours.text));
    m_sample->setPalette(row);
}

} // namespace vethscope
