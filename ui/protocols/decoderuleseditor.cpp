#include "ui/protocols/decoderuleseditor.h"

#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

#include <algorithm>

namespace vethscope {
namespace {

enum Cell { Kind, Port, Decoded };

// What speaks over UDP, over TCP; and bytes that are to stay bytes.
bool offered(const Protocol &protocol, Claim::Kind kind, const Registry &registry)
{
    if (&protocol == registry.fallback())
        return true;
    const Claim::Kind content = kind == Claim::UdpPort ? Claim::UdpContent : Claim::TcpContent;
    return protocol.dissect && std::ranges::any_of(protocol.claims, [&](const Claim &claim) { return claim.kind == kind || claim.kind == content; });
}

QString titleOf(const Protocol &protocol)
{
    return QString::fromUtf8(protocol.shortTitle.data(), qsizetype(protocol.shortTitle.size()));
}

template <typename Widget>
Widget *cell(const QTableWidget &table, int row, Cell column)
{
    return static_cast<Widget *>(table.cellWidget(row, column));
}

} // namespace

DecodeRulesEditor::DecodeRulesEditor(const Registry &registry, const std::vector<DecodeRule> &rules, const std::optional<DecodeRule> &suggestion,
                               QWidget *parent)
    : QWidget(parent), m_registry(registry), m_table(new QTableWidget(0, 3, this)), m_remove(new QPushButton(tr("&Remove"), this))
{
    m_table->setHorizontalHeaderLabels({tr("Field"), tr("Port"), tr("Decoded as")});
    m_table->setAccessibleName(tr("Ports and their protocols"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 2);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(Kind, fontMetrics().averageCharWidth() * 20);
    m_table->setColumnWidth(Port, fontMetrics().averageCharWidth() * 16);

    auto *explanation = new QLabel(tr("Ports whose protocol is not the registered one. VXLAN, Geneve and flannel's UDP backend are "
                                      "recognised on any port when the packet inside is whole; here the port is enough."), this);
    explanation->setWordWrap(true);
    auto *addButton = new QPushButton(tr("&Add"), this);
    auto *below = new QHBoxLayout;
    below->addWidget(addButton);
    below->addWidget(m_remove);
    below->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(explanation);
    column->addWidget(m_table, 1);
    column->addLayout(below);

    connect(addButton, &QPushButton::clicked, this, [this] { add({{Claim::UdpPort, 8472}, &protocols::vxlan}); });
    connect(m_remove, &QPushButton::clicked, this, &DecodeRulesEditor::removeCurrent);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this] { m_remove->setEnabled(m_table->currentRow() >= 0); });

    for (const DecodeRule &rule : rules)
        add(rule);
    const auto samePort = [&](const DecodeRule &rule) {
        return rule.claim.kind == suggestion->claim.kind && rule.claim.value == suggestion->claim.value;
    };
    if (const auto known = suggestion ? std::ranges::find_if(rules, samePort) : rules.end(); known != rules.end())
        m_table->setCurrentCell(static_cast<int>(known - rules.begin()), Decoded);
    else if (suggestion)
        add(*suggestion);
    m_remove->setEnabled(m_table->currentRow() >= 0);
}

void DecodeRulesEditor::add(const DecodeRule &rule)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *kind = new QComboBox(m_table);
    kind->addItem(tr("UDP port"), Claim::UdpPort);
    kind->addItem(tr("TCP port"), Claim::TcpPort);
    kind->setCurrentIndex(kind->findData(rule.claim.kind));
    auto *port = new QSpinBox(m_table);
    port->setRange(0, 65535);
    port->setValue(static_cast<int>(rule.claim.value));
    port->setAccessibleName(tr("Port"));
    auto *protocol = new QComboBox(m_table);
    protocol->setAccessibleName(tr("Decoded as"));
    fillProtocols(*protocol, rule.claim.kind, rule.protocol);
    connect(kind, &QComboBox::currentIndexChanged, protocol, [this, kind, protocol] {
        fillProtocols(*protocol, static_cast<Claim::Kind>(kind->currentData().toInt()), m_registry.fallback());
    });
    m_table->setCellWidget(row, Kind, kind);
    m_table->setCellWidget(row, Port, port);
    m_table->setCellWidget(row, Decoded, protocol);
    m_table->setCurrentCell(row, Decoded);
    protocol->setFocus();
}

void DecodeRulesEditor::removeCurrent()
{
    if (m_table->currentRow() >= 0)
        m_table->removeRow(m_table->currentRow());
    m_remove->setEnabled(m_table->currentRow() >= 0);
}

void DecodeRulesEditor::fillProtocols(QComboBox &protocols, Claim::Kind kind, const Protocol *chosen) const
{
    protocols.clear();
    for (const Protocol *protocol : m_registry.protocols())
        if (offered(*protocol, kind, m_registry) || protocol == chosen)
            protocols.addItem(titleOf(*protocol), QVariant::fromValue(static_cast<const void *>(protocol)));
    protocols.setCurrentIndex(std::max(0, protocols.findData(QVariant::fromValue(static_cast<const void *>(chosen)))));
}

std::vector<DecodeRule> DecodeRulesEditor::rules() const
{
    std::vector<DecodeRule> rules;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Claim claim{static_cast<Claim::Kind>(cell<QComboBox>(*m_table, row, Kind)->currentData().toInt()),
                          static_cast<std::uint32_t>(cell<QSpinBox>(*m_table, row, Port)->value())};
        std::erase_if(rules, [&](const DecodeRule &rule) { return rule.claim.kind == claim.kind && rule.claim.value == claim.value; });
        const auto *protocol = static_cast<const Protocol *>(cell<QComboBox>(*m_table, row, Decoded)->currentData().value<const void *>());
        rules.push_back({claim, protocol});
    }
    return rules;
}

} // namespace vethscope
