#include "ui/statistics/propertieswindow.h"

#include "ui/shared/opencapture.h"
#include "ui/statistics/captureproperties.h"
#include "ui/statistics/describecapture.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>

namespace vethscope {
namespace {

constexpr int progressMilliseconds = 200;

} // namespace

PropertiesWindow::PropertiesWindow(const WindowKind &kind, const WindowContext &context)
    : CompanionWindow(kind, context, {120, 100}), m_totals(context.capture, context.list, context.marks), m_text(new QTextBrowser(this)), m_copy(new QPushButton(this)),
      m_activity(new QLabel(this)), m_progress(new QProgressBar(this)), m_cancel(new QPushButton(this))
{
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_activity->setObjectName(QStringLiteral("muted"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setFixedSize(110, 4);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 8, 12, 10);
    row->setSpacing(10);
    row->addWidget(m_activity);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_text, 1);
    column->addLayout(row);
    for (QPushButton *button : {m_copy, m_cancel})
        button->setAutoDefault(false);

    m_timer.setInterval(progressMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PropertiesWindow::showProgress);
    connect(&m_totals, &PropertiesTotals::counted, this, &PropertiesWindow::showProperties);
    connect(&m_hashes, &FileHashes::made, this, &PropertiesWindow::showProperties);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_hashes.stop();
        showProperties();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    for (const auto signal : {&OpenCapture::changed, &OpenCapture::pathsChanged, &OpenCapture::pointsChanged})
        connect(&context.capture, signal, this, &PropertiesWindow::makeHashes);
    connect(&context.capture, &OpenCapture::finished, this, &PropertiesWindow::makeHashes);
}

bool PropertiesWindow::isBusy() const
{
    return isVisible() && context().capture.isOpen() && (m_totals.isBusy() || !m_totals.totals() || m_hashes.isBusy());
}

// Of a file that still grows they would say nothing.
void PropertiesWindow::makeHashes()
{
    if (isVisible() && context().capture.isOpen() && !context().capture.isFollowing())
        m_hashes.want(context().capture.paths());
    else
        m_hashes.stop();
    showProperties();
}

QString PropertiesWindow::text() const
{
    return plainTextOf(describe(context().capture, m_totals.totals(), m_hashes, context().dropped()));
}

void PropertiesWindow::showProperties()
{
    const int place = m_text->verticalScrollBar()->value();
    const CaptureProperties properties = describe(context().capture, m_totals.totals(), m_hashes, context().dropped());
    m_text->setHtml(properties.sections.empty() ? tr("No capture is open.") : htmlOf(properties));
    m_text->verticalScrollBar()->setValue(place);
    m_copy->setEnabled(!properties.sections.empty());
    showProgress();
}

void PropertiesWindow::showProgress()
{
    const bool busy = m_hashes.isBusy();
    if (busy != m_timer.isActive())
        busy ? m_timer.start() : m_timer.stop();
    for (QWidget *widget : {static_cast<QWidget *>(m_activity), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_cancel)})
        widget->setVisible(busy);
    m_progress->setValue(m_hashes.progress());
}

QWidget *PropertiesWindow::firstFocus() const
{
    return m_text;
}

void PropertiesWindow::retranslate()
{
    CompanionWindow::retranslate();
    m_text->setAccessibleName(name());
    m_copy->setText(tr("&Copy as Text"));
    m_activity->setText(tr("Checksums"));
    m_progress->setAccessibleName(m_activity->text());
    m_cancel->setText(tr("Cancel"));
    showProperties();
}

void PropertiesWindow::showEvent(QShowEvent *event)
{
    CompanionWindow::showEvent(event);
    m_totals.setActive(true);
    makeHashes();
}

void PropertiesWindow::hideEvent(QHideEvent *event)
{
    m_totals.setActive(false);
    m_hashes.stop();
    CompanionWindow::hideEvent(event);
}

void PropertiesWindow::changeEvent(QEvent *event)
{
    CompanionWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showProperties();
}

} // namespace vethscope
