#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace vethscope {

/// A small line that asks for a packet number.
class GoToBar : public QFrame
{
    Q_OBJECT

public:
    explicit GoToBar(QWidget *parent = nullptr);

    void ask();

signals:
    void chosen(int number);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void go();
    void close();
    void retranslate();

    QLabel *m_label;
    QLineEdit *m_number;
    QToolButton *m_close;
};

} // namespace vethscope
