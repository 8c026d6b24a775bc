#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace vethscope {

class Commands;

/// The top line: the program's name, Open, capturing, the layouts side by side, and the zoom.
class ToolBar : public QWidget
{
    Q_OBJECT

public:
    explicit ToolBar(Commands &commands, QWidget *parent = nullptr);

    void setZoom(int percent);
    /// While a capture runs, it can be stopped and restarted here, and followed or not.
    void setCapturing(bool capturing);

    /// Without the program's name: where there is no room for it, it steps back, and every button stays in sight.
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    int widthOfName() const;
    void showName();

    Commands &m_commands;
    QLabel *m_name;
    QPushButton *m_open;
    QPushButton *m_snapshot;
    QPushButton *m_capture;
    QPushButton *m_stop;
    QPushButton *m_restart;
    QPushButton *m_autoScroll;
    QPushButton *m_colours;
    QToolButton *m_zoom;
};

} // namespace vethscope
