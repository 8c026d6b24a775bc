#include "ui/follow/followwindow.h"

#include "core/dissect/layerview.h"
#include "core/follow/followpass.h"
#include "ui/follow/followoptions.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace vethscope {
namespace {

constexpr QSize firstSize(110, 70); // widths of a character

} // namespace

FollowWindow::FollowWindow(StreamContent content, const WindowKind &kind, const WindowContext &context)
    : CountingWindow(kind, context, firstSize, [this](const PacketStore &store, const Dissector &dissector, const auto &) { return makePass(store, dissector); }),
      m_content(content), m_options(new FollowOptions(this)), m_view(new FollowView(this)), m_place(new QLabel(this)), m_words(new QLineEdit(this)),
      m_next(new QPushButton(this)), m_previous(new QPushButton(this)), m_out(new QPushButton(this)), m_copy(new QPushButton(this)), m_save(new QPushButton(this))
{
    m_options->setFormat(static_cast<StreamFormat>(remembered("format", int(StreamFormat::Ascii)).toInt()));
    setContent(*m_view);
    arrangeWidgets();
    connectParts();
    connectFinding();
    showPage();
}

void FollowWindow::arrangeWidgets()
{
    m_place->setObjectName(QStringLiteral("muted"));
    m_place->setTextFormat(Qt::PlainText);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QPushButton *button : {m_next, m_previous, m_out, m_copy, m_save})
        button->setAutoDefault(false);
    auto *finding = new QHBoxLayout;
    finding->setContentsMargins(14, 6, 12, 2);
    finding->setSpacing(8);
    finding->addWidget(m_words, 1);
    finding->addWidget(m_previous);
    finding->addWidget(m_next);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(14, 2, 12, 8);
    buttons->setSpacing(8);
    buttons->addWidget(m_place, 1);
    for (QPushButton *button : {m_out, m_copy, m_save})
        buttons->addWidget(button);
    column().insertWidget(0, m_options);
    column().insertLayout(2, finding);
    column().insertLayout(3, buttons);
}

void FollowWindow::connectParts()
{
    connect(&counter(), &PacketCounter::counted, this, [this] {
        m_shown = counter().counts<FollowedStream>();
        showStream();
    });
    connect(m_options, &FollowOptions::numberChosen, this, [this](int number) { follow(std::uint32_t(number)); });
    connect(m_options, &FollowOptions::changed, this, [this] {
        remember("format", int(m_options->format()));
        showStream();
    });
    connect(m_view, &FollowView::packetChosen, this, &FollowWindow::jump);
    connect(m_view, &FollowView::cursorPositionChanged, this, &FollowWindow::showPlace);
    connect(&context().capture, &OpenCapture::aboutToChange, this, &FollowWindow::letGo);
    connect(&context().capture, &OpenCapture::flowsProgressed, this, [this] {
        if (m_isWaiting)
            followSelected();
        showPage();
    });
    connect(&context().selection, &Selection::packetChanged, this, [this] {
        if (m_takesNext && isVisible() && !context().selection.isEmpty()) {
            m_isWaiting = true;
            followSelected();
        }
    });
    connect(m_out, &QPushButton::clicked, this, &FollowWindow::filterOut);
    connect(m_copy, &QPushButton::clicked, this, &FollowWindow::copyText);
    connect(m_save, &QPushButton::clicked, this, &FollowWindow::save);
}

// Null: the pass over the flows has not come to the conversation yet.
std::unique_ptr<CountingPass> FollowWindow::makePass(const PacketStore &store, const Dissector &dissector) const
{
    const FlowPass &flows = context().capture.flows();
    const bool allKnown = flows.finished(); // asked first
    std::optional<StreamName> name;
    if (m_number && *m_number < streamCount(flows, m_content))
        name = StreamName{m_content, *m_number};
    if (m_number && !name && !allKnown)
        return nullptr;
    return std::make_unique<FollowPass>(store, dissector, flows, name);
}

std::optional<std::uint32_t> FollowWindow::streamOf(const WindowContext &context, StreamContent content, int row)
{
    if (row < 0)
        return std::nullopt;
    const PacketRow packet = context.capture.packetRow(row);
    const FlowHeader::Kind kind = StreamName{content, 0}.kind();
    for (std::size_t i = packet.packet.size(); i-- > 0;) {
        if (packet.packet[i].quoted)
            continue;
        const auto header = flowHeaderAt({packet.frame, packet.packet, i});
        if (!header || header->kind != kind)
            continue;
        const std::uint32_t number = context.capture.flows().streamOf(*header);
        return number == ConversationTable::none ? std::nullopt : std::optional(number);
    }
    return std::nullopt;
}

void FollowWindow::asked()
{
    m_isWaiting = true;
    m_number.reset();
    m_shown = nullptr;
    followSelected();
}

void FollowWindow::followSelected()
{
    const int row = context().selection.row();
    const bool isKnown = !context().capture.isOpen() || row < 0 || std::size_t(row) < context().capture.flows().done(); // asked first
    if (const auto number = context().capture.isOpen() ? streamOf(context(), m_content, row) : std::nullopt)
        return follow(*number);
    if (!isKnown)
        return;
    m_isWaiting = false;
    m_takesNext = true;
    counting().countAnew();
    showStream();
}

void FollowWindow::follow(std::uint32_t number)
{
    m_isWaiting = false;
    m_takesNext = false;
    m_number = number;
    m_shown = nullptr;
    const QSignalBlocker blocked(m_options->number());
    m_options->number().setMaximum(std::max(int(number), m_options->number().maximum()));
    m_options->number().setValue(int(number));
    counting().countAnew();
    emit filterRequested(QString::fromStdString(StreamName{m_content, number}.filter()), FilterUse::Selected, FilterStep::Apply);
    showStream();
}

void FollowWindow::letGo()
{
    m_number.reset();
    m_isWaiting = false;
    m_takesNext = true;
    m_shown = nullptr;
    showStream();
}

void FollowWindow::showStream()
{
    if (m_shown)
        m_options->setSides(*m_shown);
    m_view->showStream(m_shown, m_options->format(), m_options->direction());
    showPage();
    showPlace();
}

bool FollowWindow::hasRows() const
{
    return context().capture.isOpen() && m_number && m_shown && !m_shown->chunks.empty();
}

QString FollowWindow::activity() const
{
    return tr("Following the conversation…");
}

QString FollowWindow::whyNothing() const
{
    if (!m_number)
        return m_content == StreamContent::Udp ? tr("Select a packet with UDP in the list, or choose a stream by its number.")
                                               : tr("Select a packet with TCP in the list, or choose a stream by its number.");
    return m_content == StreamContent::Http ? tr("Nobody sent a message of HTTP in this conversation.") : tr("Nobody sent a byte in this conversation.");
}

void FollowWindow::showPage()
{
    CountingWindow::showPage();
    const bool isOpen = context().capture.isOpen(), any = hasRows();
    if (isOpen) {
        const QSignalBlocker blocked(m_options->number());
        m_options->number().setMaximum(std::max(0, int(streamCount(context().capture.flows(), m_content)) - 1));
    }
    for (QPushButton *button : {m_next, m_previous, m_copy, m_save})
        button->setEnabled(any);
    m_out->setEnabled(isOpen && m_number.has_value());
    m_options->setEnabled(isOpen);
}

QString FollowWindow::summary() const
{
    if (!m_shown)
        return {};
    QStringList parts{tr("Client packets: %1").arg(grouped(m_shown->client.packets)), tr("server packets: %1").arg(grouped(m_shown->server.packets)),
                      tr("turns: %1").arg(grouped(m_shown->turns))};
    if (const std::size_t missing = m_shown->client.missing + m_shown->server.missing)
        parts << tr("%1 bytes missing").arg(grouped(missing));
    if (m_view->leftOut() > 0)
        parts << tr("%1 bytes not shown here: Save has them").arg(grouped(m_view->leftOut()));
    return parts.join(QStringLiteral(" · "));
}

void FollowWindow::showPlace()
{
    const StreamChunk *chunk = m_shown ? m_view->currentChunk() : nullptr;
    QString text = summary();
    if (chunk)
        text += QStringLiteral(" · ") + (chunk->fromClient ? tr("packet %1, from the client").arg(chunk->row + 1) : tr("packet %1, from the server").arg(chunk->row + 1));
    m_place->setText(text);
    m_place->setToolTip(text);
}

QString FollowWindow::subject() const
{
    const QString capture = CompanionWindow::subject();
    return m_number && !capture.isEmpty() ? QStringLiteral("%1 · %2").arg(QString::fromStdString(StreamName{m_content, *m_number}.filter()), capture) : capture;
}

QWidget *FollowWindow::firstFocus() const
{
    return m_view;
}

void FollowWindow::retranslate()
{
    CountingWindow::retranslate();
    m_view->setAccessibleName(tr("The conversation's bytes"));
    m_view->setToolTip(tr("A click, or Enter, selects the packet that brought these bytes"));
    m_words->setPlaceholderText(tr("Find in the conversation"));
    m_words->setAccessibleName(tr("Find in the conversation"));
    m_words->setClearButtonEnabled(true);
    m_next->setText(tr("Find &Next"));
    m_previous->setText(tr("Find &Previous"));
    m_out->setText(tr("&Filter Out This Stream"));
    m_copy->setText(tr("&Copy"));
    m_copy->setToolTip(tr("Copies what is selected, or else all that is shown"));
    m_save->setText(tr("S&ave as…"));
    showPlace();
}

} // namespace vethscope
