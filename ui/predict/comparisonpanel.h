#pragma once

#include "core/explain/comparison.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace vethscope {

class Explanations;
class Selection;

/// Expected against actual: the selected packet's headers field by field beside the foretold ones, and what the current row rests upon.
class ComparisonPanel : public QWidget
{
    Q_OBJECT

public:
    ComparisonPanel(Explanations &explanations, Selection &selection, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {440, 420}; }
    QSize minimumSizeHint() const override { return {320, 240}; }

    QTreeWidget &rows() { return *m_rows; }
    QString summary() const;
    /// What is said below the rows: of the current one, or why nothing was foretold.
    QString remark() const;
    QPushButton &copyButton() { return *m_copy; }

    /// "✓ match", "≠ differs", "– not observed", "? not predictable".
    static QString wordOf(explain::Agreement agreement);

signals:
    /// A line of a host's output is to be seen.
    void evidenceRequested(const Evidence &line);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    QString whatIsMissing() const;
    void add(const explain::ComparedField &field);
    void showCurrent();
    void showAsk(const std::string &ask, const std::string &on);
    void retranslate();

    Explanations &m_explanations;
    Selection &m_selection;
    QLabel *m_title;
    QLabel *m_summary;
    QTreeWidget *m_rows;
    QLabel *m_remark;
    QLabel *m_command;
    QPushButton *m_copy;
    QString m_ask;
};

} // namespace vethscope
