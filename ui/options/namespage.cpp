#include "ui/options/namespage.h"

#include "ui/options/optionsdialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>

namespace vethscope {

NamesPage::NamesPage(const Options &options, QWidget *parent) : QWidget(parent), m_shown(new QCheckBox(tr("Names &instead of addresses"), this))
{
    m_shown->setChecked(options.areNamesShown);
    auto *remark = new QLabel(tr("Names of pods, services, nodes and devices come from what hosts printed (File ▸ Import Host Snapshot), others from the capture itself. "
                                 "Nothing is ever asked of a name server."), this);
    remark->setObjectName(QStringLiteral("muted"));
    remark->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_shown);
    column->addWidget(remark);
    column->addStretch();
}

void NamesPage::take(Options &options) const
{
    options.areNamesShown = m_shown->isChecked();
}

} // namespace vethscope
