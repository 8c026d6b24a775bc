#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace vethscope {

/// Says in the window what went wrong with a file, until it is dismissed. Interrupts nobody.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    void tell(Kind kind, const QString &text);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace vethscope
