#pragma once

#include <QFrame>
#include <QProcess>
#include <QTimer>

class QLabel;
class QLineEdit;

namespace vethscope {

/// The line for a capture filter (BPF). The helper compiles what is typed, in its own process and without asking a
/// name server: green while libpcap takes it, red with libpcap's own words while it does not, yellow when only the
/// capture itself can tell.
class CaptureFilterField : public QFrame
{
    Q_OBJECT

public:
    enum class State { Empty, Checking, Valid, Doubtful, Invalid };

    explicit CaptureFilterField(QWidget *parent = nullptr);
    ~CaptureFilterField() override;

    QString filter() const;
    void setFilter(const QString &filter);
    /// What the filter is checked against: its link type decides. Empty: Ethernet.
    void setInterface(const QString &interface);

    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QLineEdit &edit() const { return *m_edit; }

signals:
    void stateChanged();
    void accepted(); // Enter

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void check();
    void take(int exitCode);
    void setState(State state, const QString &problem = {});
    void showProblem();
    void retranslate();

    QLineEdit *m_edit;
    QLabel *m_message;
    QString m_interface;
    QTimer m_patience;
    QProcess m_process;
    bool m_again = false; // what is typed changed while it was checked
    State m_state = State::Empty;
    QString m_problem;
};

} // namespace vethscope
