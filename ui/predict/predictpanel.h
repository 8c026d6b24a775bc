#pragma once

#include "ui/predict/hoptext.h"
#include "ui/predict/pathplayer.h"

#include <QWidget>

#include <set>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTabWidget;
class QTextBrowser;

namespace vethscope {

class HopBoxes;
class HopHeaders;
class PlayBar;
class VerdictBar;

/// A foretold path hop by hop: the packet's headers in and out, what was done to it with the host's own lines, all its fields, and how it
/// ends; there and back, and each of several ways.
class PredictPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PredictPanel(PathPlayer &player, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {460, 420}; }
    QSize minimumSizeHint() const override { return {340, 240}; }

    /// Whether there are host facts, by which paths can be foretold.
    void setCanAsk(bool canAsk);

    HopBoxes &in() { return *m_in; }
    HopBoxes &out() { return *m_out; }
    HopHeaders &headers() { return *m_headers; }
    VerdictBar &verdict() { return *m_verdict; }
    QTextBrowser &steps() { return *m_steps; }

signals:
    void askRequested();
    /// A line of a host's output is to be seen.
    void evidenceRequested(const Evidence &line);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void showPath();
    void showEmpty();
    void showHop();
    void showBoxes();
    void showSteps();
    void fillWays();
    void follow(const QString &link);
    void retranslate();

    PathPlayer &m_player;
    QLabel *m_title;
    QLabel *m_empty; // what to do while there is no path
    QPushButton *m_request;
    QPushButton *m_answer;
    QLabel *m_waysLabel;
    QComboBox *m_ways;
    QPushButton *m_ask;
    bool m_canAsk = false;
    HopBoxes *m_in;
    HopBoxes *m_out;
    PlayBar *m_playBar;
    VerdictBar *m_verdict;
    QTabWidget *m_tabs;
    QTextBrowser *m_steps;
    HopHeaders *m_headers;
    QSplitter *m_splitter;
    HopLinks m_links;
    std::set<int> m_unfolded;
    bool m_assumedShown = false;
};

} // namespace vethscope
