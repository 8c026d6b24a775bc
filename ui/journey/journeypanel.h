#pragma once

#include "core/facts/evidence.h"
#include "ui/shared/filteruse.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace vethscope {

class DoubtsLabel;
class FlowTable;
class HopTable;
class JourneyBar;
class JourneyFollower;
class JourneyHead;
class JourneyList;
class JourneyPlayer;
class LadderPage;
class SelectedJourney;

/// The selected packet on its way over all capture points: what became of it and why, its hops, the ladder; and the loss and delay of all flows, and all journeys.
class JourneyPanel : public QWidget
{
    Q_OBJECT

public:
    JourneyPanel(SelectedJourney &journey, JourneyFollower &follower, JourneyPlayer &player, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {900, 340}; }
    QSize minimumSizeHint() const override { return {420, 190}; }
    HopTable &table() { return *m_table; }
    JourneyBar &bar() { return *m_bar; }
    LadderPage &ladder() { return *m_ladder; }
    FlowTable &flows() { return *m_flows; }
    JourneyList &list() { return *m_list; }
    QTabWidget &tabs() { return *m_tabs; }
    DoubtsLabel &doubts() { return *m_doubts; }
    /// What became of the packet and why, or what is missing, without marks of rich text.
    QString text() const;

signals:
    /// A frame of the list is to be selected.
    void rowChosen(int row);
    /// And to be seen.
    void packetOpened();
    void filterRequested(const QString &filter, FilterUse use, FilterStep step);
    /// A line of a host's output is to be seen.
    void evidenceRequested(const Evidence &line);
    void topologyRequested();
    void pointsRequested();
    void visibilityChanged(bool visible);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void showState();
    void showJourney();
    void showDetails();
    QString lackText() const;
    QString outcomeHtml() const;
    void retranslate();

    SelectedJourney &m_journey;
    JourneyFollower &m_follower;
    JourneyHead *m_head;
    DoubtsLabel *m_doubts;
    QLabel *m_outcome;
    QTabWidget *m_tabs;
    JourneyBar *m_bar;
    HopTable *m_table;
    LadderPage *m_ladder;
    FlowTable *m_flows;
    JourneyList *m_list;
};

} // namespace vethscope
