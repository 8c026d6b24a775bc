#include "ui/flowgraph/flowoptions.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace vethscope {

FlowOptions::FlowOptions()
    : m_choice(new QWidget(this)), m_kindLabel(new QLabel(this)), m_kind(new QComboBox(this)), m_addressesLabel(new QLabel(m_choice)), m_addresses(new QComboBox(m_choice)),
      m_save(new QToolButton(this))
{
    for (const FlowKind kind : {FlowKind::All, FlowKind::Tcp, FlowKind::Icmp})
        m_kind->addItem(QString(), int(kind));
    for (const FlowAddresses addresses : {FlowAddresses::Overlay, FlowAddresses::Underlay})
        m_addresses->addItem(QString(), int(addresses));
    m_kindLabel->setBuddy(m_kind);
    m_addressesLabel->setBuddy(m_addresses);
    for (QComboBox *box : {m_kind, m_addresses}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::currentIndexChanged, this, &FlowOptions::changed);
    }
    addBox(*m_kindLabel);
    addBox(*m_kind);
    auto *choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(0, 2, 12, 4);
    choice->addWidget(m_addressesLabel);
    choice->addWidget(m_addresses);
    addButton(*m_save);
    connect(m_save, &QToolButton::clicked, this, &FlowOptions::saveRequested);
    FlowOptions::retranslate();
}

FlowKind FlowOptions::kind() const
{
    return FlowKind(m_kind->currentData().toInt());
}

void FlowOptions::setKind(FlowKind kind)
{
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(kind))));
}

FlowAddresses FlowOptions::addresses() const
{
    return FlowAddresses(m_addresses->currentData().toInt());
}

void FlowOptions::setAddresses(FlowAddresses addresses)
{
    m_addresses->setCurrentIndex(std::max(0, m_addresses->findData(int(addresses))));
}

void FlowOptions::setSaveEnabled(bool enabled)
{
    m_save->setEnabled(enabled);
}

void FlowOptions::retranslate()
{
    CountOptions::retranslate();
    m_kindLabel->setText(tr("&Flows"));
    m_kind->setAccessibleName(tr("Flows"));
    m_kind->setItemText(0, tr("All"));
    m_kind->setItemText(1, QStringLiteral("TCP"));
    m_kind->setItemText(2, QStringLiteral("ICMP"));
    m_addressesLabel->setText(tr("&Addresses"));
    m_addresses->setAccessibleName(tr("Addresses"));
    m_addresses->setItemText(0, tr("Innermost (overlay)"));
    m_addresses->setItemText(1, tr("Underlay"));
    m_addresses->setToolTip(tr("Whose addresses the lifelines are of packets in a tunnel: the pods' or the nodes'"));
    m_save->setText(tr("&Save As…"));
    m_save->setToolTip(tr("Save the graph as SVG, PNG, PDF or text"));
}

} // namespace vethscope
