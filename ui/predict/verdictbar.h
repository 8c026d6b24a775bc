#pragma once

#include "core/path/trail.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace vethscope {

/// How a path ends, in one line: a sign, a sentence, the kernel's word, the line that makes it so; where it is not known the command that
/// would tell, to be copied.
class VerdictBar : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictBar(QWidget *parent = nullptr);

    void setPath(const path::Path &path);
    /// All that it says, without its looks.
    QString text() const;

    /// "✓ delivered", "✕ dropped", "? not known".
    static QString wordOf(path::Verdict verdict);
    static QColor colourOf(path::Verdict verdict);

signals:
    void evidenceRequested(const Evidence &line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QLabel *m_word;
    QLabel *m_sentence;
    QLabel *m_command;
    QPushButton *m_copy;
    path::Verdict m_verdict = path::Verdict::Unknown;
    path::Ending m_ending;
};

} // namespace vethscope
