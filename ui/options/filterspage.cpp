#include "ui/options/filterspage.h"

#include "ui/filters/filteredit.h"
#include "ui/options/optionsdialog.h"
#include "ui/profiles/profilesettings.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace vethscope {

FiltersPage::FiltersPage(const Options &options, const Registry &registry, QWidget *parent)
    : QWidget(parent), m_registry(registry), m_recent(new QListWidget(this)), m_forget(new QPushButton(tr("&Forget"), this)),
      m_forgetAll(new QPushButton(tr("Forget &All"), this)), m_switch(new FilterEdit(registry, this)), m_problem(new QLabel(this))
{
    auto *recent = new QLabel(tr("&Recent display filters:"), this);
    recent->setBuddy(m_recent);
    m_recent->setAccessibleName(tr("Recent display filters"));
    m_recent->addItems(options.recentFilters);
    auto *side = new QVBoxLayout;
    for (QPushButton *button : {m_forget, m_forgetAll}) {
        button->setAutoDefault(false);
        side->addWidget(button);
    }
    side->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_recent, 1);
    row->addLayout(side);
    auto *label = new QLabel(tr("&Bring this profile when one of the first packets of a capture matches:"), this);
    label->setBuddy(m_switch);
    label->setWordWrap(true);
    m_switch->setText(options.switchFilter);
    m_switch->setPlaceholderText(QStringLiteral("vxlan && bgp"));
    m_problem->setObjectName(QStringLiteral("dialogProblem"));
    m_problem->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(recent);
    column->addLayout(row, 1);
    column->addWidget(label);
    column->addWidget(m_switch);
    column->addWidget(m_problem);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        delete m_recent->currentItem();
        enableButtons();
    });
    connect(m_forgetAll, &QPushButton::clicked, this, [this] {
        m_recent->clear();
        enableButtons();
    });
    connect(m_recent, &QListWidget::currentRowChanged, this, &FiltersPage::enableButtons);
    connect(m_switch, &QLineEdit::textChanged, this, &FiltersPage::check);
    check();
    enableButtons();
}

void FiltersPage::enableButtons()
{
    m_forget->setEnabled(m_recent->currentRow() >= 0);
    m_forgetAll->setEnabled(m_recent->count() > 0);
}

void FiltersPage::check()
{
    m_problem->setText(switchFilterProblem(*m_switch, m_registry));
    m_problem->setVisible(!m_problem->text().isEmpty());
}

void FiltersPage::take(Options &options) const
{
    options.recentFilters.clear();
    for (int row = 0; row < m_recent->count(); ++row)
        options.recentFilters << m_recent->item(row)->text();
    if (m_problem->text().isEmpty())
        options.switchFilter = m_switch->text().trimmed();
}

} // namespace vethscope
