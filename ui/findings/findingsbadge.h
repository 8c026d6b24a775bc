#pragma once

#include <QAbstractButton>

#include <cstddef>
#include <utility>
#include <vector>

#include "core/cluster/cluster.h"

namespace vethscope {

class Diagnoser;

/// How much was found, a sign and a count for each severity; a tick where nothing was. Not there while nobody has looked. Clicked, it shows the findings.
class FindingsBadge : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FindingsBadge(const Diagnoser &diagnoser, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {sizeHint().width(), 0}; } // the line beside it decides its height

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showCounts();
    int signSize() const { return fontMetrics().ascent(); }

    const Diagnoser &m_diagnoser;
    std::vector<std::pair<ProblemSeverity, std::size_t>> m_counts; // of what there is, the worst first
};

} // namespace vethscope
