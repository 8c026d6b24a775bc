#include "ui/packets/namedialog.h"

#include "core/dissect/tree.h"
#include "core/names/nametable.h"
#include "ui/shared/dialogbuttons.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <functional>

namespace vethscope {

std::vector<IpAddress> addressesIn(const Selection &selection, int node)
{
    const std::vector<TreeNode> &tree = selection.tree();
    std::vector<IpAddress> addresses;
    const auto add = [&](const TreeNode &one) {
        if (const auto address = Selection::addressOf(one); address && !std::ranges::count(addresses, *address))
            addresses.push_back(*address);
    };
    if (node >= 0)
        add(tree[static_cast<std::size_t>(node)]);
    std::vector<const TreeNode *> inside;
    for (const TreeNode &one : tree)
        if (one.layer >= 0)
            inside.push_back(&one);
    std::ranges::stable_sort(inside, std::greater(), &TreeNode::layer);
    for (const TreeNode *const one : inside)
        add(*one);
    return addresses;
}

NameDialog::NameDialog(const OpenCapture &capture, std::span<const IpAddress> addresses, QWidget *parent)
    : QDialog(parent), m_capture(capture), m_addresses(addresses.begin(), addresses.end()), m_choice(new QComboBox(this)), m_name(new QLineEdit(this))
{
    setWindowTitle(tr("Edit Resolved Name"));
    auto *sentence = new QLabel(tr("Shown in the place of the address wherever names are shown, kept by a session (File ▸ Save Session) and by Save As to pcapng. "
                                   "Without a name, what hosts and the capture file say is shown again."), this);
    sentence->setWordWrap(true);
    for (const IpAddress &address : m_addresses)
        m_choice->addItem(QString::fromStdString(address.text()));
    auto *form = new QFormLayout;
    form->addRow(tr("&Address:"), m_choice);
    form->addRow(tr("&Name:"), m_name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addWidget(sentence);
    column->addLayout(form);
    column->addWidget(new DialogButtons(tr("Keep"), this));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &NameDialog::showName);
    showName();
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
    m_name->setFocus();
}

IpAddress NameDialog::address() const
{
    return m_addresses[static_cast<std::size_t>(m_choice->currentIndex())];
}

QString NameDialog::name() const
{
    return m_name->text().simplified();
}

void NameDialog::showName()
{
    const Name *const known = m_capture.names().find(address());
    const bool isGiven = known && !known->given.empty();
    m_name->setText(isGiven ? QString::fromStdString(known->given) : QString());
    m_name->setPlaceholderText(known && !isGiven ? QString::fromStdString(known->text()) : QString());
    m_name->selectAll();
}

} // namespace vethscope
