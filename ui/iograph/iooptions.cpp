#include "ui/iograph/iooptions.h"

#include "ui/iograph/iowords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace vethscope {

IoOptions::IoOptions()
    : m_looks(new QWidget(this)), m_label(new QLabel(this)), m_interval(new QComboBox(this)), m_timeOfDay(new QCheckBox(m_looks)), m_logarithmic(new QCheckBox(m_looks)),
      m_dragging(new QCheckBox(m_looks)), m_reset(new QToolButton(m_looks)), m_save(new QToolButton(this))
{
    m_label->setBuddy(m_interval);
    m_interval->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_interval->addItem(QString(), qint64(0));
    for (const qint64 interval : ioIntervals())
        m_interval->addItem(QString(), interval);
    addBox(*m_label);
    addBox(*m_interval);
    addButton(*m_save);
    m_reset->setObjectName(QStringLiteral("perspective"));
    auto *looks = new QHBoxLayout(m_looks);
    looks->setContentsMargins(0, 2, 12, 4);
    looks->setSpacing(14);
    for (QWidget *box : {static_cast<QWidget *>(m_timeOfDay), static_cast<QWidget *>(m_logarithmic), static_cast<QWidget *>(m_dragging), static_cast<QWidget *>(m_reset)})
        looks->addWidget(box);
    connect(m_interval, &QComboBox::currentIndexChanged, this, &IoOptions::intervalChanged);
    connect(m_reset, &QToolButton::clicked, this, &IoOptions::resetRequested);
    connect(m_save, &QToolButton::clicked, this, &IoOptions::saveRequested);
    IoOptions::retranslate();
}

qint64 IoOptions::interval() const
{
    return m_interval->currentData().toLongLong();
}

void IoOptions::setInterval(qint64 nanoseconds)
{
    m_interval->setCurrentIndex(std::max(0, m_interval->findData(nanoseconds)));
}

void IoOptions::setFitting(qint64 nanoseconds)
{
    m_fitting = nanoseconds;
    m_interval->setItemText(0, nanoseconds > 0 ? tr("Automatic (%1)").arg(intervalText(nanoseconds)) : tr("Automatic"));
}

void IoOptions::setSaveEnabled(bool enabled)
{
    m_save->setEnabled(enabled);
    m_reset->setEnabled(enabled);
}

void IoOptions::retranslate()
{
    CountOptions::retranslate();
    m_label->setText(tr("&Interval"));
    m_interval->setAccessibleName(tr("Interval"));
    for (int i = 1; i < m_interval->count(); ++i)
        m_interval->setItemText(i, intervalText(m_interval->itemData(i).toLongLong()));
    setFitting(m_fitting);
    m_timeOfDay->setText(tr("&Time of day"));
    m_timeOfDay->setToolTip(tr("The time of day below the picture, and not the seconds since the first packet (T)"));
    m_logarithmic->setText(tr("Lo&g scale"));
    m_logarithmic->setToolTip(tr("Values by their logarithm: small ones can be seen beside large ones"));
    m_dragging->setText(tr("Drag to &zoom"));
    m_dragging->setToolTip(tr("Dragging zooms into what was dragged over, and does not move the picture (Z)"));
    m_reset->setText(tr("&Reset"));
    m_reset->setToolTip(tr("See all of it again (0)"));
    m_save->setText(tr("&Save As…"));
    m_save->setToolTip(tr("Save the picture as PNG, SVG or PDF, or its values as CSV"));
}

} // namespace vethscope
