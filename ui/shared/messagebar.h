#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace vethscope {

/// Says in the window what went wrong or was done, until it is dismissed, with buttons for what may be done about it.
/// Interrupts nobody.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Done, Warning, Error };
    enum class After { Hide, Stay };

    /// A button of the bar and what it does.
    struct Answer {
        QString text;
        std::function<void()> act;
        After after = After::Hide;
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void tell(Kind kind, const QString &text, const QList<Answer> &answers = {});
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    void setAnswers(const QList<Answer> &answers);

    QLabel *m_mark;
    QLabel *m_text;
    QHBoxLayout *m_answers;
    QToolButton *m_close;
};

} // namespace vethscope
