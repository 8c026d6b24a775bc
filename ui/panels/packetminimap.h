#pragma once

#include <QColor>
#include <QTimer>
#include <QWidget>

#include <vector>

class QScrollBar;

namespace vethscope {

class PacketListModel;

/// The whole list in a narrow strip: a tick in the colour of the rule that the packet matches, else in the hue of its scope, for every few pixels,
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
    QColor tick(int row) const;

    const PacketListModel &m_model;
    QScrollBar &m_scrollBar;
    QTimer m_resample;
    std::vector<QColor> m_ticks;
};

} // namespace vethscope
