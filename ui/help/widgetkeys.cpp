#include "ui/help/widgetkeys.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <array>

namespace vethscope {
namespace {

struct Key {
    const char *title; // of the part, where another one begins; else null
    const char *keys;  // as QKeySequence reads them, or words
    const char *does;
};

// What `keyPressEvent` of the parts does: FilterEdit, PacketTreeView, HexPanel, PacketListPanel, BoxesStrip, TrafficWindow.
const auto allKeys = std::to_array<Key>({
    {QT_TRANSLATE_NOOP("WidgetKeys", "Display filter"), QT_TRANSLATE_NOOP("WidgetKeys", "any letter"), QT_TRANSLATE_NOOP("WidgetKeys", "starts a filter, from anywhere in the window")},
    {nullptr, "Return", QT_TRANSLATE_NOOP("WidgetKeys", "applies it, or accepts the chosen proposal")},
    {nullptr, "Tab", QT_TRANSLATE_NOOP("WidgetKeys", "accepts the chosen proposal, or the first")},
    {nullptr, "Down", QT_TRANSLATE_NOOP("WidgetKeys", "recent filters, or the next proposal")},
    {nullptr, "Esc", QT_TRANSLATE_NOOP("WidgetKeys", "closes the proposals; then clears the filter and shows all packets")},

    {QT_TRANSLATE_NOOP("WidgetKeys", "Packet list"), "Up", QT_TRANSLATE_NOOP("WidgetKeys", "the packet before")},
    {nullptr, "Down", QT_TRANSLATE_NOOP("WidgetKeys", "the packet behind")},
    {nullptr, "PgUp", QT_TRANSLATE_NOOP("WidgetKeys", "one page up")},
    {nullptr, "PgDown", QT_TRANSLATE_NOOP("WidgetKeys", "one page down")},
    {nullptr, "Shift+Down", QT_TRANSLATE_NOOP("WidgetKeys", "selects several packets")},

    {QT_TRANSLATE_NOOP("WidgetKeys", "Packet details"), "Right", QT_TRANSLATE_NOOP("WidgetKeys", "opens the row, or goes to the first one inside it")},
    {nullptr, "Left", QT_TRANSLATE_NOOP("WidgetKeys", "closes the row, or goes to the one around it")},
    {nullptr, "Shift+Right", QT_TRANSLATE_NOOP("WidgetKeys", "opens the row and all inside it")},
    {nullptr, "Shift+Left", QT_TRANSLATE_NOOP("WidgetKeys", "closes the row and all inside it")},
    {nullptr, "Ctrl+Right", QT_TRANSLATE_NOOP("WidgetKeys", "opens all rows")},
    {nullptr, "Ctrl+Left", QT_TRANSLATE_NOOP("WidgetKeys", "closes all rows")},
    {nullptr, "Backspace", QT_TRANSLATE_NOOP("WidgetKeys", "goes to the row around it")},
    {nullptr, "Return", QT_TRANSLATE_NOOP("WidgetKeys", "opens or closes the row; follows a link")},
    {nullptr, "Ctrl+C", QT_TRANSLATE_NOOP("WidgetKeys", "copies the row")},
    {nullptr, QT_TRANSLATE_NOOP("WidgetKeys", "double click"), QT_TRANSLATE_NOOP("WidgetKeys", "opens or closes the row; follows a link")},

    {QT_TRANSLATE_NOOP("WidgetKeys", "Packet bytes"), "Left", QT_TRANSLATE_NOOP("WidgetKeys", "the byte before, and the innermost field that it is in")},
    {nullptr, "Right", QT_TRANSLATE_NOOP("WidgetKeys", "the byte behind")},
    {nullptr, "Up", QT_TRANSLATE_NOOP("WidgetKeys", "one row up")},
    {nullptr, "Down", QT_TRANSLATE_NOOP("WidgetKeys", "one row down")},
    {nullptr, "Home", QT_TRANSLATE_NOOP("WidgetKeys", "the first byte of the row")},
    {nullptr, "End", QT_TRANSLATE_NOOP("WidgetKeys", "the last byte of the row")},
    {nullptr, "Ctrl+C", QT_TRANSLATE_NOOP("WidgetKeys", "copies the field's bytes as digits")},

    {QT_TRANSLATE_NOOP("WidgetKeys", "Statistics"), "Return", QT_TRANSLATE_NOOP("WidgetKeys", "shows the first packet of the conversation or endpoint")},
    {nullptr, "Ctrl+C", QT_TRANSLATE_NOOP("WidgetKeys", "copies the selected rows as CSV")},
    {nullptr, "Esc", QT_TRANSLATE_NOOP("WidgetKeys", "closes the window")},

    {QT_TRANSLATE_NOOP("WidgetKeys", "I/O graph"), "+", QT_TRANSLATE_NOOP("WidgetKeys", "zooms in; - zooms out")},
    {nullptr, "X", QT_TRANSLATE_NOOP("WidgetKeys", "zooms in along the time, Y along the values; with Shift out")},
    {nullptr, QT_TRANSLATE_NOOP("WidgetKeys", "arrows"), QT_TRANSLATE_NOOP("WidgetKeys", "move the picture, with Shift by one pixel")},
    {nullptr, "0; Home", QT_TRANSLATE_NOOP("WidgetKeys", "shows all of it")},
    {nullptr, "G", QT_TRANSLATE_NOOP("WidgetKeys", "goes to the packet under the pointer")},
    {nullptr, "Z", QT_TRANSLATE_NOOP("WidgetKeys", "dragging zooms, or moves")},
    {nullptr, "T", QT_TRANSLATE_NOOP("WidgetKeys", "the time of day, or since the first packet")},
    {nullptr, "Space", QT_TRANSLATE_NOOP("WidgetKeys", "a cross at the pointer")},
    {nullptr, QT_TRANSLATE_NOOP("WidgetKeys", "Shift + wheel"), QT_TRANSLATE_NOOP("WidgetKeys", "zooms along the values; the wheel alone along the time")},

    {QT_TRANSLATE_NOOP("WidgetKeys", "Flow graph"), "Up", QT_TRANSLATE_NOOP("WidgetKeys", "the packet before; or P")},
    {nullptr, "Down", QT_TRANSLATE_NOOP("WidgetKeys", "the packet behind; or N")},
    {nullptr, "Home", QT_TRANSLATE_NOOP("WidgetKeys", "the first packet; End the last")},
    {nullptr, "G", QT_TRANSLATE_NOOP("WidgetKeys", "shows the packet in the main window; or Return")},
    {nullptr, "+", QT_TRANSLATE_NOOP("WidgetKeys", "zooms in; - zooms out, 0 takes it back")},

    {QT_TRANSLATE_NOOP("WidgetKeys", "Mouse"), QT_TRANSLATE_NOOP("WidgetKeys", "Ctrl + wheel"), QT_TRANSLATE_NOOP("WidgetKeys", "zooms the window")},
    {nullptr, QT_TRANSLATE_NOOP("WidgetKeys", "double click between panes"), QT_TRANSLATE_NOOP("WidgetKeys", "folds the pane away, and back")},
});

QString words(const char *text)
{
    return QCoreApplication::translate("WidgetKeys", text);
}

QString keyText(const char *keys)
{
    const QKeySequence sequence(QString::fromLatin1(keys));
    const bool isKey = !sequence.isEmpty() && sequence[0].key() != Qt::Key_unknown;
    return isKey ? sequence.toString(QKeySequence::NativeText) : words(keys);
}

} // namespace

std::vector<WidgetKeys> widgetKeys()
{
    std::vector<WidgetKeys> all;
    for (const Key &key : allKeys) {
        if (key.title)
            all.push_back({words(key.title), {}});
        all.back().keys.emplace_back(keyText(key.keys), words(key.does));
    }
    return all;
}

} // namespace vethscope
