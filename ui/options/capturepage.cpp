#include "ui/options/capturepage.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace vethscope {
namespace {

constexpr int largestSnapLength = 262144, largestBuffer = 2047; // dumpcap's

} // namespace

CapturePage::CapturePage(const CaptureSetup &setup, QWidget *parent)
    : QWidget(parent), m_first(setup), m_interfaces(new QLineEdit(setup.interfaces.join(QStringLiteral(", ")), this)), m_filter(new QLineEdit(setup.filter, this)),
      m_promiscuous(new QCheckBox(tr("&Promiscuous mode"), this)), m_snapLength(new QSpinBox(this)), m_buffer(new QSpinBox(this))
{
    m_interfaces->setPlaceholderText(QStringLiteral("cni0, flannel.1"));
    m_filter->setPlaceholderText(QStringLiteral("udp port 8472"));
    m_promiscuous->setChecked(setup.promiscuous);
    m_snapLength->setRange(0, largestSnapLength);
    m_snapLength->setSpecialValueText(tr("whole packets"));
    m_snapLength->setSuffix(tr(" bytes"));
    m_snapLength->setValue(setup.snapLength);
    m_buffer->setRange(1, largestBuffer);
    m_buffer->setSuffix(QStringLiteral(" MiB"));
    m_buffer->setValue(setup.bufferMebibytes);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(10);
    form->addRow(tr("&Interfaces:"), m_interfaces);
    form->addRow(tr("Capture &filter:"), m_filter);
    form->addRow(QString(), m_promiscuous);
    form->addRow(tr("Kept of &each packet:"), m_snapLength);
    form->addRow(tr("&Buffer of the kernel:"), m_buffer);
}

CaptureSetup CapturePage::setup() const
{
    CaptureSetup setup = m_first;
    setup.interfaces.clear();
    for (const QString &name : m_interfaces->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            setup.interfaces << name.trimmed();
    setup.filter = m_filter->text().trimmed();
    setup.promiscuous = m_promiscuous->isChecked();
    setup.snapLength = m_snapLength->value();
    setup.bufferMebibytes = m_buffer->value();
    return setup;
}

} // namespace vethscope
