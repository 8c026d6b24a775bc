#include "ui/predict/predictdialog.h"

#include "core/cluster/cluster.h"
#include "ui/shared/dialogbuttons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace vethscope {
namespace {

constexpr int icmp = 1, tcp = 6, udp = 17;
constexpr int smallestPacket = 20, largest = 65535; // of an IP packet

template <typename Number>
std::optional<Number> numberIn(const QLineEdit &edit)
{
    bool isNumber = false;
    const uint number = edit.text().toUInt(&isNumber);
    return isNumber && edit.hasAcceptableInput() ? std::optional(Number(number)) : std::nullopt;
}

void setNumber(QLineEdit &edit, auto number)
{
    edit.setText(number ? QString::number(*number) : QString());
}

} // namespace

PredictDialog::PredictDialog(const Cluster &cluster, Predictions &predictions, const PathQuestion &first, QWidget *parent)
    : QDialog(parent), m_predictions(predictions), m_from(makeWho(namesOf(cluster, false), first.from, tr("From"))),
      m_to(makeWho(namesOf(cluster, true), first.to, tr("To"))), m_protocol(new QComboBox(this)), m_port(new QLineEdit(this)),
      m_size(new QLineEdit(this)), m_dontFragment(new QCheckBox(tr("&Don't fragment"), this)), m_problem(new QLabel(this))
{
    setWindowTitle(tr("Predict a Path"));
    auto *sentence = new QLabel(tr("Which way would a packet go, and what would be in its headers? By what the hosts printed alone: "
                                   "no capture is needed."), this);
    sentence->setWordWrap(true);
    for (const auto &[name, number] : {std::pair(QStringLiteral("TCP"), tcp), {QStringLiteral("UDP"), udp}, {QStringLiteral("ICMP"), icmp}})
        m_protocol->addItem(name, number);
    m_protocol->setCurrentIndex(std::max(0, m_protocol->findData(int(first.protocol))));
    m_port->setValidator(new QIntValidator(1, largest, m_port));
    m_port->setPlaceholderText(tr("80, or the service's first"));
    m_size->setValidator(new QIntValidator(smallestPacket, largest, m_size));
    m_size->setPlaceholderText(tr("60, of IPv6 80: a packet that opens a connection"));
    setNumber(*m_port, first.port);
    setNumber(*m_size, first.size);
    m_dontFragment->setChecked(first.dontFragment);
    m_problem->setObjectName(QStringLiteral("dialogProblem"));
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_problem->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto *swapButton = new QPushButton(tr("S&wap"), this);
    swapButton->setAutoDefault(false);
    swapButton->setToolTip(tr("The other way round"));
    connect(swapButton, &QPushButton::clicked, this, &PredictDialog::swap);
    auto *toRow = new QHBoxLayout;
    toRow->addWidget(m_to, 1);
    toRow->addWidget(swapButton);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(10);
    form->addRow(tr("&From"), m_from);
    auto *toLabel = new QLabel(tr("&To"), this);
    toLabel->setBuddy(m_to);
    form->addRow(toLabel, toRow);
    form->addRow(tr("&Protocol"), m_protocol);
    form->addRow(tr("P&ort"), m_port);
    form->addRow(tr("&Size of the IP packet"), m_size);
    form->addRow({}, m_dontFragment);
    auto *buttons = new DialogButtons(tr("Predict"), this);
    m_predict = &buttons->acceptButton();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(14);
    column->addWidget(sentence);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 92, sizeHint().height());

    for (QComboBox *who : {m_from, m_to})
        connect(who, &QComboBox::editTextChanged, this, &PredictDialog::showState);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &PredictDialog::showState);
    for (QLineEdit *number : {m_port, m_size})
        connect(number, &QLineEdit::textChanged, this, &PredictDialog::showState);
    connect(&predictions, &Predictions::changed, this, [this] {
        if (m_isAsked && m_predictions.foretold())
            QDialog::accept();
    });
    connect(&predictions, &Predictions::refused, this, [this](const QString &why) {
        m_isAsked = false;
        showState();
        m_problem->setText(why);
    });
    showState();
    (first.from.isEmpty() ? m_from : first.to.isEmpty() ? m_to : m_from)->setFocus();
}

QComboBox *PredictDialog::makeWho(const QStringList &names, const QString &chosen, const QString &title)
{
    auto *who = new QComboBox(this);
    who->setEditable(true);
    who->setInsertPolicy(QComboBox::NoInsert);
    who->addItems(names);
    who->setAccessibleName(title);
    who->setMaxVisibleItems(18);
    auto *completer = new QCompleter(names, who);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(12);
    who->setCompleter(completer);
    who->lineEdit()->setPlaceholderText(tr("a pod, a node, a service, or an address"));
    who->setCurrentIndex(-1);
    who->setEditText(chosen);
    return who;
}

QStringList PredictDialog::namesOf(const Cluster &cluster, bool withServices)
{
    QStringList names;
    for (const ClusterPod &pod : cluster.pods)
        if (!pod.name.empty())
            names << QString::fromStdString(pod.fullName());
    for (const ClusterNode &node : cluster.nodes)
        names << QString::fromStdString(node.name);
    for (const ClusterService &service : cluster.services)
        if (withServices && !service.name.empty())
            names << QString::fromStdString(service.serviceNamespace.empty() ? service.name : service.serviceNamespace + '/' + service.name);
    return names;
}

PathQuestion PredictDialog::question() const
{
    return {m_from->currentText().trimmed(), m_to->currentText().trimmed(), std::uint8_t(m_protocol->currentData().toInt()),
            m_port->isEnabled() ? numberIn<std::uint16_t>(*m_port) : std::nullopt, numberIn<std::uint32_t>(*m_size),
            m_dontFragment->isEnabled() && m_dontFragment->isChecked()};
}

void PredictDialog::showState()
{
    const int protocol = m_protocol->currentData().toInt();
    m_port->setEnabled(protocol != icmp);
    m_dontFragment->setEnabled(protocol != tcp);
    m_dontFragment->setToolTip(protocol == tcp ? tr("TCP has it anyway") : QString());
    m_problem->clear();
    const auto isSound = [](const QLineEdit &edit) { return edit.text().isEmpty() || edit.hasAcceptableInput(); };
    if (!isSound(*m_size))
        m_problem->setText(tr("An IP packet has %1 to %2 bytes.").arg(smallestPacket).arg(largest));
    m_predict->setEnabled(!m_from->currentText().trimmed().isEmpty() && !m_to->currentText().trimmed().isEmpty() && isSound(*m_size) && isSound(*m_port));
}

void PredictDialog::swap()
{
    const QString from = m_from->currentText();
    m_from->setEditText(m_to->currentText());
    m_to->setEditText(from);
}

void PredictDialog::accept()
{
    if (!m_predict->isEnabled())
        return;
    m_predict->setEnabled(false);
    m_isAsked = true;
    m_predictions.ask(question());
}

} // namespace vethscope
