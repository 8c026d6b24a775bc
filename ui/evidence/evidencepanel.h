#pragma once

#include "ui/evidence/hostsource.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace vethscope {

class FindLine;
class Snapshots;
class SourceView;

/// What hosts printed, as it stands in the snapshots' texts: which machine by which command, and the line that proves something lit.
class EvidencePanel : public QWidget
{
    Q_OBJECT

public:
    explicit EvidencePanel(const Snapshots &snapshots, QWidget *parent = nullptr);

    /// Opens the text that it stands in, at its line. Of a text that no snapshot has any more as well: evidence keeps it.
    void showEvidence(const Evidence &evidence);

    SourceView &view() { return *m_view; }
    FindLine &findLine() { return *m_find; }
    QComboBox &sources() { return *m_choice; }
    /// "master: arp -a · line 157 of 512".
    QString place() const;

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void snapshotsChanged();
    void fill();
    void choose(int index);
    void showPlace();
    void retranslate();
    QString titleOf(const HostSource &source) const;

    const Snapshots &m_snapshots;
    std::vector<HostSource> m_sources;
    QComboBox *m_choice;
    QLabel *m_place;
    QLabel *m_nothing;
    SourceView *m_view;
    FindLine *m_find;
    QStackedWidget *m_pages;
};

} // namespace vethscope
