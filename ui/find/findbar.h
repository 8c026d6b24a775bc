#pragma once

#include "core/find/finder.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace vethscope {

class FilterEdit;

/// The line that asks what to find in packets, and how. Escape closes it.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(const Registry &registry, QWidget *parent = nullptr);

    void ask();
    FindRequest request() const;
    bool isBackwards() const;
    /// What is wrong with it, or became of it; empty for nothing.
    void say(const QString &sentence);
    /// How far a search has come, in thousandths; below 0 when none runs.
    void setProgress(int thousandths);

signals:
    void findRequested();
    void cancelled();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void close();
    void choose();
    void retranslate();

    QComboBox *m_where, *m_width, *m_what;
    QCheckBox *m_case, *m_backwards;
    FilterEdit *m_text;
    QPushButton *m_find;
    QProgressBar *m_progress;
    QLabel *m_sentence;
    QToolButton *m_close;
    bool m_isRunning = false;
};

} // namespace vethscope
