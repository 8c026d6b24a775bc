#include "ui/saving/partschoice.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace vethscope {

PartsChoice::PartsChoice(QWidget *parent)
    : QWidget(parent), m_summary(new QCheckBox(tr("&Summary line"), this)), m_details(new QCheckBox(tr("&Details"), this)), m_bytes(new QCheckBox(tr("&Bytes"), this)),
      m_pages(new QCheckBox(tr("Each packet on a new &page"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(18);
    for (QCheckBox *box : {m_summary, m_details, m_bytes, m_pages})
        row->addWidget(box);
    row->addStretch();
    // Of a packet, something is written: the last box stays.
    for (QCheckBox *box : {m_summary, m_details, m_bytes})
        connect(box, &QCheckBox::toggled, this, [this, box] {
            if (!m_summary->isChecked() && !m_details->isChecked() && !m_bytes->isChecked())
                box->setChecked(true);
        });
    setParts({});
}

DissectionParts PartsChoice::parts() const
{
    return {m_summary->isChecked(), m_details->isChecked(), m_bytes->isChecked(), m_pages->isChecked()};
}

void PartsChoice::setParts(const DissectionParts &parts)
{
    m_summary->setChecked(parts.summary || (!parts.details && !parts.bytes));
    m_details->setChecked(parts.details);
    m_bytes->setChecked(parts.bytes);
    m_summary->setChecked(parts.summary);
    m_pages->setChecked(parts.pageEach);
}

} // namespace vethscope
