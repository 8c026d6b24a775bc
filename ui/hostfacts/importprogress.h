#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace vethscope {

class Snapshots;

/// Says that host output is being read, how much by now, and stops it. Not seen when that takes no time.
class ImportProgress : public QFrame
{
    Q_OBJECT

public:
    explicit ImportProgress(Snapshots &snapshots, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void tell(int files, int thousandths);

    Snapshots &m_snapshots;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer m_delay;
    int m_files = 0;
    bool m_joining = false;
};

} // namespace vethscope
