#pragma once

#include "ui/statistics/filehashes.h"
#include "ui/statistics/propertiestotals.h"
#include "ui/windows/companionwindow.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;

namespace vethscope {

/// Statistics ▸ Capture File Properties: what is known of the files, when and where they were captured, and how much they hold.
class PropertiesWindow : public CompanionWindow
{
    Q_OBJECT

public:
    PropertiesWindow(const WindowKind &kind, const WindowContext &context);

    bool isBusy() const override;
    /// As it goes to the clipboard.
    QString text() const;
    const PropertiesTotals &totals() const { return m_totals; }

protected:
    void retranslate() override;
    QWidget *firstFocus() const override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeHashes();
    void showProperties();
    void showProgress();

    PropertiesTotals m_totals;
    FileHashes m_hashes;
    QTextBrowser *m_text;
    QPushButton *m_copy;
    QLabel *m_activity;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QTimer m_timer; // while checksums are made
};

} // namespace vethscope
