#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace vethscope {

class JourneyFollower;

/// Above a journey: whose it is; how far following is, with a button that stops it or begins it anew; where captures were taken.
class JourneyHead : public QWidget
{
    Q_OBJECT

public:
    explicit JourneyHead(JourneyFollower &follower, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const;

signals:
    void pointsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showProgress();
    void retranslate();

    JourneyFollower &m_follower;
    QLabel *m_title;
    QPushButton *m_points;
    QLabel *m_activity;
    QProgressBar *m_progress;
    QPushButton *m_stop;
};

} // namespace vethscope
