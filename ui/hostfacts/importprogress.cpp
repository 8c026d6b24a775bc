#include "ui/hostfacts/importprogress.h"

#include "ui/shared/snapshots.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace vethscope {
namespace {

constexpr int showAfterMilliseconds = 300; // what only flashes says nothing

} // namespace

ImportProgress::ImportProgress(Snapshots &snapshots, QWidget *parent)
    : QFrame(parent), m_snapshots(snapshots), m_text(new QLabel(this)), m_bar(new QProgressBar(this)), m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setProperty("kind", QStringLiteral("done"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(180);
    m_cancel->setObjectName(QStringLiteral("quiet"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 7, 10, 7);
    row->setSpacing(16);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addStretch();
    row->addWidget(m_cancel);

    m_delay.setSingleShot(true);
    m_delay.setInterval(showAfterMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_snapshots.cancel(); });
    connect(&snapshots, &Snapshots::busyChanged, this, [this] {
        tell(0, -1);
        if (m_snapshots.isBusy()) {
            m_delay.start();
        } else {
            m_delay.stop();
            hide();
        }
    });
    connect(&snapshots, &Snapshots::progressed, this, &ImportProgress::tell);
    connect(&snapshots, &Snapshots::joining, this, [this] {
        tell(m_files, -1);
        m_joining = true;
        retranslate();
    });
    tell(0, -1);
    hide();
}

// Nobody knows how many files there will be; of a long one, how much of it is left.
void ImportProgress::tell(int files, int thousandths)
{
    m_files = files;
    m_joining = false;
    m_bar->setRange(0, thousandths < 0 ? 0 : 1000);
    if (thousandths >= 0)
        m_bar->setValue(thousandths);
    retranslate();
}

void ImportProgress::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ImportProgress::retranslate()
{
    if (m_joining)
        m_text->setText(tr("Joining the facts"));
    else
        m_text->setText(m_files > 0 ? tr("Reading host output: %1 files").arg(m_files) : tr("Reading host output"));
    m_bar->setAccessibleName(tr("Reading host output"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setVisible(!m_joining);
}

} // namespace vethscope
