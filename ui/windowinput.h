#pragma once

#include <QObject>

class QWidget;

namespace vethscope {

/// Hears what is typed and wheeled anywhere in a window: characters that no field takes start a
/// display filter, the wheel with Ctrl zooms. Widgets with the property `zoomsItself` are left alone.
class WindowInput : public QObject
{
    Q_OBJECT

public:
    explicit WindowInput(QWidget &window);

signals:
    void typed(const QString &text);
    void zoomed(int steps);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
};

} // namespace vethscope
