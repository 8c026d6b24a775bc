#pragma once

#include "core/diagnose/finding.h"

#include <QAbstractButton>

class QLabel;

namespace vethscope {

/// A finding's first lines: its severity as a sign, what is wrong, and how sure that is. Checked, the rest stands below it.
class FindingHead : public QAbstractButton
{
    Q_OBJECT

public:
    FindingHead(const diagnose::Finding &finding, QWidget *parent);

signals:
    /// The keyboard goes to another finding: so many further, or to an end.
    void moved(int by);
    void movedToEnd(bool last);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    ProblemSeverity m_severity;
};

} // namespace vethscope
