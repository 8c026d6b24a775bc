#include "ui/statistics/countingwindow.h"

#include "ui/models/packetlistmodel.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"
#include "ui/statistics/countstatus.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLabel>
#include <QStackedWidget>

namespace vethscope {

CountingWindow::CountingWindow(const WindowKind &kind, const WindowContext &context, QSize size, PacketCounter::MakePass make)
    : CompanionWindow(kind, context, size), m_counter(std::move(make), context.capture, context.list), m_column(new QVBoxLayout(this)), m_message(new QLabel(this)),
      m_pages(new QStackedWidget(this)), m_status(new CountStatus(m_counter, context.capture, context.list, this))
{
    m_message->setObjectName(QStringLiteral("muted"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_pages->addWidget(m_message);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_pages, 1);
    m_column->addWidget(m_status);
    connect(&m_counter, &PacketCounter::progressed, this, &CountingWindow::showPage);
    connect(&context.capture, &OpenCapture::changed, this, [this] {
        m_status->setHiddenPacket(-1);
        showPage();
    });
}

void CountingWindow::setContent(QWidget &content)
{
    m_content = &content;
    m_pages->addWidget(&content);
}

QString CountingWindow::activity() const
{
    return tr("Counting packets…");
}

void CountingWindow::showPage()
{
    m_pages->setCurrentWidget(hasRows() ? m_content : m_message);
    m_message->setText(!context().capture.isOpen() ? tr("No capture is open.") : isBusy() ? activity() : whyNothing());
}

void CountingWindow::jump(int packet)
{
    context().selection.setRow(packet);
    m_status->setHiddenPacket(context().list.rowOf(packet) < 0 ? packet : -1);
}

void CountingWindow::copy(const QString &text)
{
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void CountingWindow::retranslate()
{
    CompanionWindow::retranslate();
    showPage();
}

void CountingWindow::showEvent(QShowEvent *event)
{
    CompanionWindow::showEvent(event);
    m_counter.setActive(true);
}

void CountingWindow::hideEvent(QHideEvent *event)
{
    m_counter.setActive(false);
    CompanionWindow::hideEvent(event);
}

} // namespace vethscope
