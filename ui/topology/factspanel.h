#pragma once

#include <QWidget> // first: moc does not understand <compare> on its own

#include "core/topology/describe.h"

class QLabel;
class QPushButton;
class QTextBrowser;

namespace vethscope {

/// What is known of the chosen element, each fact with the host's own line that says so, and what can be done with it.
class FactsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FactsPanel(QWidget *parent = nullptr);

    /// Shows an element; `filter` is the display filter for its packets, empty where there is none.
    void setElement(const Subject &subject, const Description &facts, const QString &filter);
    void clear();
    /// Without packets there is nothing to filter.
    void setHasPackets(bool hasPackets);
    QString text() const;

    /// "Filter packets of this pod".
    static QString filterTitle(Subject::Kind kind);

signals:
    /// The place of a line was chosen.
    void evidenceRequested(const Evidence &evidence);
    void filterRequested(const QString &expression);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QTextBrowser *m_text;
    QLabel *m_expression;
    QPushButton *m_filter;
    Subject m_subject;
    Description m_facts;
    QString m_wanted; // the filter
    bool m_hasPackets = false;
};

} // namespace vethscope
