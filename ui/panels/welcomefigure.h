#pragma once

#include <QWidget>

namespace vethscope {

/// The idea in one picture: a pod's packet inside a tunnel inside the nodes' network.
class WelcomeFigure : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomeFigure(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace vethscope
