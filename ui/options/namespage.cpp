#include "ui/options/namespage.h"

#include "ui/options/optionsdialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>

namespace vethscope {

NamesPage::NamesPage(const Options &options, QWidget *parent)
    : QWidget(parent), m_physical(new QCheckBox(tr("Resolve &physical addresses"), this)), m_network(new QCheckBox(tr("Resolve &network addresses"), this)),
      m_transport(new QCheckBox(tr("Resolve &transport addresses"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](QCheckBox &box, bool on, const QString &words) {
        box.setChecked(on);
        auto *remark = new QLabel(words, this);
        remark->setObjectName(QStringLiteral("muted"));
        remark->setWordWrap(true);
        column->addWidget(&box);
        column->addWidget(remark);
        column->addSpacing(8);
    };
    add(*m_physical, options.names.physical, tr("MAC addresses: by what hosts printed, your file “ethers”, well-known addresses, and the vendors that an installed Wireshark lists."));
    add(*m_network, options.names.network, tr("IP addresses: names of pods, services, nodes and devices come from what hosts printed (File ▸ Import Host Snapshot), others from the capture itself. "
                                              "Nothing is ever asked of a name server."));
    add(*m_transport, options.names.transport, tr("Ports of TCP, UDP and SCTP: by the list of an installed Wireshark, or else by /etc/services."));
    column->addStretch();
}

void NamesPage::take(Options &options) const
{
    options.names = {m_physical->isChecked(), m_network->isChecked(), m_transport->isChecked()};
}

} // namespace vethscope
