#pragma once

#include "ui/findings/diagnosed.h"

#include <QTimer>
#include <QWidget>

#include <map>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace vethscope {

class Diagnoser;
class FindingCard;

/// What is wrong in what is open: the findings, the worst first, each unfolded to all that shows it; and below them what flows that failed have in
/// common. Says what was looked at, and where nobody has looked, why.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPanel(Diagnoser &diagnoser, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override { return {280, 200}; }
    const std::vector<FindingCard *> &cards() const { return m_cards; }
    /// All that is written, for tests and screen readers.
    QString text() const;

signals:
    void visibilityChanged(bool visible);
    void frameRequested(int row);
    void lineRequested(const diagnose::Finding &finding, const Evidence &line);
    void findingRequested(const diagnose::Finding &finding);
    void suspectRequested(const diagnose::Suspect &suspect);
    void copyRequested();
    void saveRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showState();
    void rebuild();
    FindingCard *addCard(QVBoxLayout &column, std::size_t place, QWidget *page);
    void addSuspects(QVBoxLayout &column, QWidget *page);
    void moveFrom(std::size_t card, int by);
    void retranslate();

    Diagnoser &m_diagnoser;
    std::shared_ptr<const Diagnosed> m_shown;
    std::vector<FindingCard *> m_cards;
    std::map<std::string, bool> m_unfolded; // of each finding that was ever shown
    QScrollArea *m_scroll;
    QPushButton *m_copy;
    QPushButton *m_save;
    QTimer m_soon; // cards are made anew when the event is over that asked for it
};

} // namespace vethscope
