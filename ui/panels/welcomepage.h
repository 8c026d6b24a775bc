#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace vethscope {

class Preferences;

/// What stands in the window while nothing is open: what Vethscope is, and three ways to begin.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(const Preferences &preferences, QWidget *parent = nullptr);

    /// Reads the recent files again.
    void refresh();

signals:
    void openRequested(const QStringList &paths);
    void dialogRequested();
    void captureRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addCard(QGridLayout &list, const QString &title, const QString &remark, const QStringList &paths);
    void retranslate();

    const Preferences &m_preferences;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_open;
    QPushButton *m_capture;
    QLabel *m_samplesTitle;
    QLabel *m_recentTitle;
    QGridLayout *m_samples;
    QGridLayout *m_recent;
    QLabel *m_dropHint;
};

} // namespace vethscope
