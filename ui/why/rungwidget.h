#pragma once

#include "ui/why/whyrung.h"

#include <QAbstractButton>

class QToolButton;
class QVBoxLayout;

namespace vethscope {

/// One rung as it is drawn: a knot of the line that joins them, the sentence, the host's own lines, and, folded away, those that lost.
/// A button, so that keyboard and screen reader come with it; chosen, it lights the device on the topology.
class RungWidget : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Place { Alone, First, Between, Last };

    RungWidget(WhyRung rung, int number, Place place, QWidget *parent);

    const WhyRung &rung() const { return m_rung; }
    /// Null where no line lost.
    QToolButton *fold() const { return m_fold; }
    void setChosen(bool chosen);

signals:
    void evidenceRequested(const Evidence &evidence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void addHead(QVBoxLayout &column);
    void addLines(QVBoxLayout &column);
    void addLost(QVBoxLayout &column);
    void unfold(bool open);

    WhyRung m_rung;
    int m_number;
    Place m_place;
    bool m_chosen = false;
    QToolButton *m_fold = nullptr;
    QWidget *m_lost = nullptr; // made when it is unfolded first
};

} // namespace vethscope
