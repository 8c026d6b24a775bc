#include "ui/bytes/hexaccessible.h"

#include "ui/bytes/hexpanel.h"
#include "ui/bytes/hexrows.h"

#include <QAccessibleWidget>

namespace vethscope {
namespace {

class HexInterface : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit HexInterface(HexPanel &panel) : QAccessibleWidget(&panel, QAccessible::EditableText), m_panel(panel) { }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this) : QAccessibleWidget::interface_cast(type);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Value ? rows().text(0, characterCount()) : QAccessibleWidget::text(what);
    }

    // The selected field is what is selected.
    int selectionCount() const override { return m_panel.selectedRange().length > 0 ? 1 : 0; }
    void selection(int, int *start, int *end) const override
    {
        const BitRange place = m_panel.selectedRange();
        *start = place.length > 0 ? rows().placeOf(place.firstByte()) : 0;
        *end = place.length > 0 ? rows().placeOf(place.endByte() - 1) + 2 : 0;
    }
    void addSelection(int start, int) override { setCursorPosition(start); }
    void removeSelection(int) override { }
    void setSelection(int, int start, int) override { setCursorPosition(start); }

    int cursorPosition() const override { return m_panel.caret() < 0 ? 0 : rows().placeOf(std::size_t(m_panel.caret())); }
    void setCursorPosition(int position) override
    {
        if (const std::int64_t byte = rows().byteAt(position); byte >= 0)
            m_panel.moveCaret(byte);
    }

    QString text(int start, int end) const override { return rows().text(start, end < 0 ? characterCount() : end); }
    int characterCount() const override { return rows().size(); }

    QRect characterRect(int offset) const override
    {
        const std::int64_t byte = rows().byteAt(offset);
        if (byte < 0)
            return {};
        const QRect rect = m_panel.rectOf(std::size_t(byte));
        return {m_panel.viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        const std::int64_t byte = m_panel.byteAt(m_panel.viewport()->mapFromGlobal(point));
        return byte < 0 ? -1 : rows().placeOf(std::size_t(byte));
    }
    void scrollToSubstring(int start, int) override
    {
        if (const std::int64_t byte = rows().byteAt(start); byte >= 0)
            m_panel.reveal(std::size_t(byte));
    }
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    HexRows rows() const { return HexRows(m_panel.bytes(), m_panel.hexLayout().bytesPerLine()); }

    HexPanel &m_panel;
};

QAccessibleInterface *hexInterface(const QString &, QObject *object)
{
    auto *const panel = qobject_cast<HexPanel *>(object);
    return panel ? new HexInterface(*panel) : nullptr;
}

} // namespace

void installHexAccessibility()
{
    QAccessible::installFactory(hexInterface); // once, however often it is said
}

} // namespace vethscope
