#include "ui/profiles/profilesdialog.h"

#include "ui/filters/filteredit.h"
#include "ui/profiles/profilesettings.h"
#include "ui/shared/listbuttons.h"
#include "ui/shared/preferences.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

namespace vethscope {

ProfilesDialog::ProfilesDialog(Preferences &preferences, const Registry &registry, QWidget *parent)
    : QDialog(parent), m_preferences(preferences), m_registry(registry), m_folder(preferences.folder()), m_list(new QListWidget(this)),
      m_filter(new FilterEdit(registry, this)), m_problem(new QLabel(this))
{
    setWindowTitle(tr("Configuration Profiles"));
    askForName = [this](const QString &title, const QString &proposal) {
        return QInputDialog::getText(this, title, tr("Name:"), QLineEdit::Normal, proposal).trimmed();
    };
    mayGo = [this](const QString &profile) {
        return QMessageBox::question(this, windowTitle(), tr("Remove the profile “%1” with its columns, colours and filters?").arg(profile)) == QMessageBox::Yes;
    };
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesDialog::showCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &ProfilesDialog::use);
    connect(m_filter, &QLineEdit::textEdited, this, &ProfilesDialog::keepFilter);
    connect(m_filter, &FilterEdit::dismissed, this, &QDialog::reject);
    fill(preferences.profile());
}

void ProfilesDialog::build()
{
    m_list->setAccessibleName(tr("Profiles; the one in use has a tick"));
    auto *side = new ListButtons(*m_list);
    buildButtons(*side);
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(side);
    auto *label = new QLabel(tr("Bring this profile when one of the first packets of a capture matches:"), this);
    label->setWordWrap(true);
    label->setBuddy(m_filter);
    m_filter->setAccessibleName(label->text());
    m_filter->setPlaceholderText(QStringLiteral("vxlan && bgp"));
    m_problem->setObjectName(QStringLiteral("dialogProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addLayout(row, 1);
    column->addWidget(label);
    column->addWidget(m_filter);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 84, unit * 62);
}

void ProfilesDialog::fill(const QString &current)
{
    m_list->clear();
    const QStringList names = m_preferences.isKept() ? m_folder.names() : QStringList(m_preferences.profile());
    for (const QString &name : names) {
        auto *item = new QListWidgetItem((name == m_preferences.profile() ? QStringLiteral("✓ ") : QStringLiteral("   ")) + name, m_list);
        item->setData(Qt::UserRole, name);
        item->setData(Qt::AccessibleTextRole, name == m_preferences.profile() ? tr("%1, in use").arg(name) : name);
    }
    select(current);
}

void ProfilesDialog::select(const QString &profile)
{
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(Qt::UserRole).toString() == profile)
            m_list->setCurrentRow(row);
    showCurrent();
}

QString ProfilesDialog::current() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
}

void ProfilesDialog::showCurrent()
{
    const QString name = current();
    const bool isOwn = !name.isEmpty() && name != Preferences::usualProfile;
    m_use->setEnabled(!name.isEmpty() && name != m_preferences.profile());
    m_rename->setEnabled(isOwn);
    m_remove->setEnabled(isOwn);
    m_filter->setEnabled(!name.isEmpty());
    if (name.isEmpty())
        return;
    m_filter->setText(switchFilterOf(m_preferences, name));
    tell({});
    m_filter->unmark();
}

void ProfilesDialog::keepFilter()
{
    const QString problem = switchFilterProblem(*m_filter, m_registry);
    tell(problem);
    if (problem.isEmpty())
        setSwitchFilterOf(m_preferences, current(), m_filter->text().trimmed());
}

void ProfilesDialog::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace vethscope
