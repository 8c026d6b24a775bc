#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace vethscope {

class Diagnoser;

/// Above the findings: how many there are, in what was looked, what was missing for more; how far looking is, and a button that stops it or begins
/// it anew.
class FindingsBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsBar(Diagnoser &diagnoser, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void retranslate();

    Diagnoser &m_diagnoser;
    QLabel *m_title;
    QLabel *m_remark;
    QLabel *m_activity;
    QProgressBar *m_progress;
    QPushButton *m_stop;
};

} // namespace vethscope
