#pragma once

#include "core/dissect/layer.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QScrollBar;

namespace vethscope {

class PacketListModel;

/// The whole list in a narrow strip: a tick in the hue of the packet's scope for every few pixels,
/// strong where the list stands now. A sample, not a count: as many packets are read as ticks fit.
class PacketMinimap : public QWidget
{
    Q_OBJECT

public:
    PacketMinimap(const PacketListModel &model, QScrollBar &scrollBar, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void sample();
    void scrollTo(double y);
    void retranslate();

    const PacketListModel &m_model;
    QScrollBar &m_scrollBar;
    QTimer m_resample;
    std::vector<Scope> m_ticks;
};

} // namespace vethscope
