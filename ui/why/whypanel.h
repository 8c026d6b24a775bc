#pragma once

#include <QTimer>
#include <QWidget>

#include "core/facts/evidence.h"

class QLabel;
class QScrollArea;

namespace vethscope {

class Explanations;
class FieldPage;
class Selection;

/// Why the addresses of the selected packet are there. Shows the address that is selected in the tree; otherwise all of them as a short list,
/// the outermost first.
class WhyPanel : public QWidget
{
    Q_OBJECT

public:
    WhyPanel(const Explanations &explanations, Selection &selection, QWidget *parent = nullptr);

    /// The page of one address; null while the list or a remark is shown.
    const FieldPage *fieldPage() const { return m_page; }
    /// All that is written, for tests and screen readers.
    QString text() const;

signals:
    void evidenceRequested(const Evidence &evidence);
    void deviceChosen(const std::string &node, const std::string &pod, const std::string &interface);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void followExplanations();
    void showSoon();
    void refresh();
    void showList();
    void showField(int node);
    void showRemark(const QString &remark);
    void setPage(QWidget *page);
    QString pointText() const;
    QWidget *listPage();

    const Explanations &m_explanations;
    Selection &m_selection;
    QLabel *m_title;
    QLabel *m_point;
    QScrollArea *m_scroll;
    FieldPage *m_page = nullptr;
    bool m_listWanted = false; // although a field is selected
    QTimer m_soon;             // pages are made anew when the event is over that asked for it: it may come from one of their buttons
    QTimer m_waiting;          // after a while without an answer it is said
};

} // namespace vethscope
