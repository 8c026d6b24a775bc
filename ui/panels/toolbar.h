#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace vethscope {

class Commands;

/// The top line: the program's name, Open, the layouts side by side, and the zoom.
class ToolBar : public QWidget
{
    Q_OBJECT

public:
    explicit ToolBar(Commands &commands, QWidget *parent = nullptr);

    void setZoom(int percent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Commands &m_commands;
    QLabel *m_name;
    QPushButton *m_open;
    QToolButton *m_zoom;
};

} // namespace vethscope
