#include "ui/windowinput.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QWheelEvent>

namespace vethscope {
namespace {

bool takesText(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

// A drawing has a zoom and a search of its own.
bool zoomsItself(const QWidget *widget)
{
    return widget->property("zoomsItself").toBool();
}

bool startsFilter(const QKeyEvent &event)
{
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier) || event.text().size() != 1)
        return false;
    const QChar character = event.text().front(); // + - * open and close the tree
    return character.isLetterOrNumber() || QStringLiteral("!(\"_").contains(character);
}

} // namespace

WindowInput::WindowInput(QWidget &window) : QObject(&window), m_window(window)
{
    qApp->installEventFilter(this);
}

bool WindowInput::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::Wheel)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != &m_window || zoomsItself(widget) || QApplication::activePopupWidget())
        return false;
    if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        if (!wheel->modifiers().testFlag(Qt::ControlModifier) || wheel->angleDelta().y() == 0)
            return false;
        emit zoomed(wheel->angleDelta().y() > 0 ? 1 : -1);
        return true;
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    if (takesText(widget) || !startsFilter(*key))
        return false;
    emit typed(key->text());
    return true;
}

} // namespace vethscope
