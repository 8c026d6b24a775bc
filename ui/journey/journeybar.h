#pragma once

#include <QWidget>

class QPushButton;

namespace vethscope {

class JourneyPlayer;
class PlayBar;

/// By this the packet travels over the topology.
class JourneyBar : public QWidget
{
    Q_OBJECT

public:
    explicit JourneyBar(JourneyPlayer &player, QWidget *parent = nullptr);

    PlayBar &playBar() { return *m_playBar; }
    QPushButton &topologyButton() { return *m_topology; }

signals:
    void topologyRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    JourneyPlayer &m_player;
    PlayBar *m_playBar;
    QPushButton *m_topology;
};

} // namespace vethscope
