#pragma once

#include "ui/shared/worker.h"

#include <QDialog>
#include <QTimer>

#include <atomic>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace vethscope {

/// Takes what somebody has copied from terminals, and says while it is typed or pasted what of it is recognised.
class PasteDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PasteDialog(QWidget *parent = nullptr);
    ~PasteDialog() override;

    QString text() const;
    void setText(const QString &text);
    /// The line that says what was recognised; empty while that is being found out.
    QString report() const;

private:
    void judge();

    QPlainTextEdit *m_text;
    QLabel *m_report;
    QPushButton *m_import;
    QTimer m_timer;
    bool m_working = false;
    std::atomic<bool> m_outdated = false; // what is being judged has changed since
    Worker m_worker;
};

} // namespace vethscope
