#pragma once

#include <QAbstractButton>

class QLabel;

namespace vethscope {

/// Something that proves what is told, and below it where it stands: chosen, it is opened there. A button, so that keyboard and screen reader
/// come with it.
class Citation : public QAbstractButton
{
    Q_OBJECT

public:
    /// `remark` stands beside the place, in red: why a line lost.
    Citation(const QString &words, const QString &place, const QString &remark, QWidget *parent);

protected:
    QLabel &words() { return *m_words; }
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QLabel *m_words;
};

} // namespace vethscope
