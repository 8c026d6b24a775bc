#pragma once

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace vethscope {

class HopPlayer;

/// Steps through a path: first, back, play, on, last, and a slider over all hops. Home, End, ← and → step, space plays.
class PlayBar : public QWidget
{
    Q_OBJECT

public:
    explicit PlayBar(HopPlayer &player, QWidget *parent = nullptr);

    /// What a key does here, wherever it was pressed; false where it does nothing.
    bool takes(int key);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *makeButton(const QString &sign);
    void refresh();

    HopPlayer &m_player;
    QToolButton *m_first;
    QToolButton *m_back;
    QToolButton *m_play;
    QToolButton *m_on;
    QToolButton *m_last;
    QLabel *m_place;
    QSlider *m_slider;
};

} // namespace vethscope
