#include "ui/follow/followoptions.h"

#include "core/flows/trafficwords.h"
#include "ui/shared/groupeddigits.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSpinBox>

namespace vethscope {
namespace {

QString socketText(const TrafficEnd &end)
{
    const QString address = QString::fromStdString(addressText(end));
    return (end.size == 16 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address).arg(end.port);
}

} // namespace

FollowOptions::FollowOptions(QWidget *parent)
    : QWidget(parent), m_numberLabel(new QLabel(this)), m_directionLabel(new QLabel(this)), m_formatLabel(new QLabel(this)), m_number(new QSpinBox(this)),
      m_direction(new QComboBox(this)), m_format(new QComboBox(this))
{
    m_number->setRange(0, 0);
    m_number->setKeyboardTracking(false);
    m_number->setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 10);
    m_numberLabel->setBuddy(m_number);
    m_directionLabel->setBuddy(m_direction);
    m_formatLabel->setBuddy(m_format);
    for (const StreamDirection direction : {StreamDirection::Both, StreamDirection::FromClient, StreamDirection::FromServer})
        m_direction->addItem(QString(), int(direction));
    m_direction->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const StreamFormat format : {StreamFormat::Ascii, StreamFormat::CArrays, StreamFormat::HexDump, StreamFormat::Raw, StreamFormat::Utf8, StreamFormat::Yaml})
        m_format->addItem(QString(), int(format));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_directionLabel);
    row->addWidget(m_direction, 1);
    row->addSpacing(8);
    row->addWidget(m_formatLabel);
    row->addWidget(m_format);
    row->addSpacing(8);
    row->addWidget(m_numberLabel);
    row->addWidget(m_number);
    connect(m_number, &QSpinBox::valueChanged, this, &FollowOptions::numberChosen);
    connect(m_direction, &QComboBox::currentIndexChanged, this, &FollowOptions::changed);
    connect(m_format, &QComboBox::currentIndexChanged, this, &FollowOptions::changed);
    retranslate();
}

StreamFormat FollowOptions::format() const
{
    return static_cast<StreamFormat>(m_format->currentData().toInt());
}

StreamDirection FollowOptions::direction() const
{
    return static_cast<StreamDirection>(m_direction->currentData().toInt());
}

void FollowOptions::setFormat(StreamFormat format)
{
    m_format->setCurrentIndex(std::max(0, m_format->findData(int(format))));
}

void FollowOptions::setSides(const FollowedStream &stream)
{
    m_client = stream.client;
    m_server = stream.server;
    retranslate();
}

void FollowOptions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FollowOptions::retranslate()
{
    m_numberLabel->setText(tr("S&tream"));
    m_number->setToolTip(tr("The conversation's number in the capture, as tcp.stream and udp.stream count"));
    m_directionLabel->setText(tr("&Direction"));
    m_formatLabel->setText(tr("&Show as"));
    const auto sent = [](const StreamSide &side) { return grouped(side.bytes); };
    m_direction->setItemText(0, m_client.end.size == 0 ? tr("Both directions") : tr("Both directions (%1 bytes)").arg(grouped(m_client.bytes + m_server.bytes)));
    m_direction->setItemText(1, m_client.end.size == 0 ? tr("From the client") : tr("→ %1 to %2 (%3 bytes)").arg(socketText(m_client.end), socketText(m_server.end), sent(m_client)));
    m_direction->setItemText(2, m_client.end.size == 0 ? tr("From the server") : tr("← %1 to %2 (%3 bytes)").arg(socketText(m_server.end), socketText(m_client.end), sent(m_server)));
    const QStringList formats{tr("ASCII"), tr("C arrays"), tr("Hex dump"), tr("Raw"), tr("UTF-8"), tr("YAML")};
    for (int i = 0; i < formats.size(); ++i)
        m_format->setItemText(i, formats[i]);
}

} // namespace vethscope
