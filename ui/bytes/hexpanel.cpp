#include "ui/bytes/hexpanel.h"

#include "ui/bytes/bytetexts.h"
#include "ui/bytes/hexaccessible.h"
#include "ui/bytes/hexpainter.h"
#include "ui/bytes/hexrows.h"
#include "ui/shared/nametext.h"
#include "ui/shared/selection.h"
#include "ui/theme/leastpane.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace vethscope {
namespace {

constexpr std::size_t describedBytes = 32; // more than that nobody wants read out

QColor between(const QColor &soft, const QColor &strong, double share)
{
    const auto mix = [share](int from, int to) { return from + qRound((to - from) * share); };
    return QColor(mix(soft.red(), strong.red()), mix(soft.green(), strong.green()), mix(soft.blue(), strong.blue()));
}

} // namespace

HexPanel::HexPanel(Selection &selection, QWidget *parent) : QAbstractScrollArea(parent), m_selection(selection)
{
    installHexAccessibility();
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(leastPane);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    retranslate();
    connect(&selection, &Selection::packetChanged, this, &HexPanel::showPacket);
    connect(&selection, &Selection::nodeChanged, this, &HexPanel::showNode);
    connect(&selection, &Selection::hovered, this, &HexPanel::showHovered);
    showPacket();
    showNode();
}

void HexPanel::retranslate()
{
    setAccessibleName(tr("Packet bytes"));
    describe();
}

Bytes HexPanel::bytes() const
{
    return m_selection.isEmpty() ? Bytes{} : m_selection.packet().frame.bytes;
}

BitRange HexPanel::selectedRange() const
{
    const BitRange place = m_selection.place();
    return place.endByte() > bytes().size() ? BitRange() : place;
}

Bytes HexPanel::selectedBytes() const
{
    const BitRange place = selectedRange();
    if (place.length == 0)
        return {};
    return bytes().subspan(place.firstByte(), place.byteCount());
}

QFont HexPanel::dumpFont() const
{
    QFont mono = monospaceFont();
    mono.setPointSizeF(font().pointSizeF());
    return mono;
}

HexLayout HexPanel::hexLayout() const
{
    const QFontMetrics metrics(dumpFont());
    return HexLayout(bytes().size(), viewport()->width(), {metrics.horizontalAdvance(QLatin1Char('0')), metrics.height()});
}

QPoint HexPanel::scrolled() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

QRect HexPanel::rectOf(std::size_t byte) const
{
    return hexLayout().hex(byte).translated(-scrolled());
}

void HexPanel::showPacket()
{
    m_boxes = m_selection.isEmpty() ? std::vector<vethscope::Box>() : boxesOf(m_selection.packet().frame, m_selection.packet().packet);
    m_caret = -1;
    m_hovered = -1;
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void HexPanel::showNode()
{
    const BitRange place = m_selection.place();
    if (place.length > 0 && place.firstByte() < bytes().size()) {
        if (m_caret < place.firstByte() || m_caret >= place.endByte())
            m_caret = place.firstByte();
        reveal(static_cast<std::size_t>(m_caret));
    }
    describe();
    tellCaret();
    viewport()->update();
}

// Only to who listens: a field of another packet may lie elsewhere.
void HexPanel::tellCaret()
{
    if (!QAccessible::isActive() || m_caret < 0)
        return;
    QAccessibleTextCursorEvent moved(this, HexRows(bytes(), hexLayout().bytesPerLine()).placeOf(std::size_t(m_caret)));
    QAccessible::updateAccessibility(&moved);
}

void HexPanel::showHovered(int node)
{
    if (node == m_hovered)
        return;
    m_hovered = node;
    viewport()->update();
}

void HexPanel::describe()
{
    const Bytes selected = selectedBytes();
    if (selected.empty()) {
        setAccessibleDescription(bytes().empty() ? tr("No packet is selected") : tr("%1 bytes, no field selected").arg(bytes().size()));
        return;
    }
    const QString name = QString::fromStdString(m_selection.tree()[static_cast<std::size_t>(m_selection.node())].label);
    setAccessibleDescription(tr("%1, %2 bytes from byte %3: %4", "field, count, offset, digits")
                                 .arg(name)
                                 .arg(selected.size())
                                 .arg(m_selection.place().firstByte())
                                 .arg(spacedHex(selected, describedBytes)));
}

void HexPanel::updateScrollBars()
{
    const HexLayout layout = hexLayout();
    verticalScrollBar()->setRange(0, std::max(0, layout.height() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(layout.lineHeight());
    horizontalScrollBar()->setRange(0, std::max(0, layout.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

void HexPanel::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
    if (m_caret >= 0)
        reveal(static_cast<std::size_t>(m_caret));
}

void HexPanel::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateScrollBars();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HexPanel::reveal(std::size_t byte)
{
    const QRect rect = hexLayout().hex(byte);
    QScrollBar *bar = verticalScrollBar();
    if (rect.top() < bar->value())
        bar->setValue(rect.top() - HexLayout::margin);
    else if (rect.bottom() > bar->value() + viewport()->height())
        bar->setValue(rect.bottom() - viewport()->height() + HexLayout::margin);
}

void HexPanel::paintEvent(QPaintEvent *event)
{
    if (bytes().empty())
        return;
    const Palette &palette = Palette::current();
    const auto coloursOf = [&](int node) {
        const TreeNode &row = m_selection.tree()[static_cast<std::size_t>(node)];
        return palette.of(row.scope);
    };
    std::vector<LitBytes> lit;
    if (m_hovered >= 0 && static_cast<std::size_t>(m_hovered) < m_selection.tree().size()) {
        const BitRange place = m_selection.tree()[static_cast<std::size_t>(m_hovered)].place;
        const ScopeColours colours = coloursOf(m_hovered);
        lit.push_back({place.firstByte(), place.length ? place.endByte() : 0, between(colours.soft, colours.strong, 0.25), {}});
    }
    if (const BitRange place = m_selection.place(); place.length > 0) {
        const ScopeColours colours = coloursOf(m_selection.node());
        lit.push_back({place.firstByte(), place.endByte(), colours.strong, colours.onStrong});
    }

    QPainter painter(viewport());
    painter.setFont(dumpFont());
    painter.translate(-scrolled());
    const HexLayout layout = hexLayout();
    const QRect shown = event->rect().translated(scrolled());
    HexPainter(bytes(), layout, m_boxes, lit).paint(painter, layout.lineAt(shown.top()) - 1, layout.lineAt(shown.bottom()) + 1);
    if (hasFocus() && m_caret >= 0) {
        painter.setPen(QPen(palette.accent, 1.5));
        painter.drawRect(layout.hex(static_cast<std::size_t>(m_caret)).adjusted(1, 2, -2, -3));
    }
}

bool HexPanel::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        emit m_selection.hovered(-1);
    if (event->type() == QEvent::ToolTip) {
        tellOwner(static_cast<const QHelpEvent &>(*event));
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

// Whose the address under the pointer is.
void HexPanel::tellOwner(const QHelpEvent &event)
{
    const std::int64_t byte = hexLayout().byteAt(event.pos() + scrolled());
    const int node = byte < 0 ? -1 : m_selection.nodeAt(static_cast<std::uint32_t>(byte) * 8);
    QToolTip::showText(event.globalPos(), node < 0 ? QString() : ownerOf(m_selection, m_selection.tree()[static_cast<std::size_t>(node)]), viewport());
}

void HexPanel::mouseMoveEvent(QMouseEvent *event)
{
    const std::int64_t byte = hexLayout().byteAt(event->pos() + scrolled());
    if (byte >= 0 && event->buttons() & Qt::LeftButton)
        moveCaret(byte);
    emit m_selection.hovered(byte < 0 ? -1 : m_selection.nodeAt(static_cast<std::uint32_t>(byte) * 8));
}

void HexPanel::mousePressEvent(QMouseEvent *event)
{
    const std::int64_t byte = hexLayout().byteAt(event->pos() + scrolled());
    if (byte >= 0)
        moveCaret(byte);
}

void HexPanel::moveCaret(std::int64_t byte)
{
    if (bytes().empty())
        return;
    m_caret = std::clamp<std::int64_t>(byte, 0, static_cast<std::int64_t>(bytes().size()) - 1);
    m_selection.setBit(static_cast<std::uint32_t>(m_caret) * 8);
    reveal(static_cast<std::size_t>(m_caret));
    tellCaret();
    viewport()->update();
}

bool HexPanel::event(QEvent *event)
{
    // The window's own copy (of a packet) shall not take this one's.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

void HexPanel::keyPressEvent(QKeyEvent *event)
{
    const int line = hexLayout().bytesPerLine();
    const int page = line * std::max(1, viewport()->height() / hexLayout().lineHeight() - 1);
    const auto last = static_cast<std::int64_t>(bytes().size()) - 1;
    if (event->matches(QKeySequence::Copy)) {
        const Bytes copied = selectedBytes().empty() ? bytes() : selectedBytes();
        QGuiApplication::clipboard()->setText(written(copied, ByteFormat::HexStream));
        return;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left: return moveCaret(m_caret - 1);
    case Qt::Key_Right: return moveCaret(m_caret + 1);
    case Qt::Key_Up: return moveCaret(m_caret < line ? m_caret : m_caret - line);
    case Qt::Key_Down: return moveCaret(m_caret + line > last ? m_caret : m_caret + line);
    case Qt::Key_PageUp: return moveCaret(m_caret - page);
    case Qt::Key_PageDown: return moveCaret(m_caret + page);
    case Qt::Key_Home: return moveCaret(m_caret - std::max<std::int64_t>(m_caret, 0) % line);
    case Qt::Key_End: return moveCaret(m_caret - std::max<std::int64_t>(m_caret, 0) % line + line - 1);
    default: event->ignore(); // letters begin a display filter, elsewhere
    }
}

void HexPanel::contextMenuEvent(QContextMenuEvent *event)
{
    const Bytes copied = selectedBytes().empty() ? bytes() : selectedBytes();
    if (copied.empty())
        return;
    QMenu menu(this);
    addByteCopies(*menu.addMenu(selectedBytes().empty() ? tr("Copy Frame") : tr("Copy Field")), copied);
    if (!selectedBytes().empty())
        addByteCopies(*menu.addMenu(tr("Copy Frame")), bytes());
    menu.exec(event->globalPos());
}

} // namespace vethscope
