#pragma once

#include "ui/figures/comparerows.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace vethscope {

/// Of a packet in several tunnels, which two of its networks are compared.
class CompareChoice : public QWidget
{
    Q_OBJECT

public:
    explicit CompareChoice(QWidget *parent);

    /// Offers what a packet in so many tunnels has; hidden where there is nothing to choose.
    void offer(int tunnels, const ComparedDepths &shown);

signals:
    void chosen(const ComparedDepths &depths);

private:
    void tell(bool outerChanged);

    int m_tunnels = 0;
    QLabel *m_label;
    QComboBox *m_outer;
    QLabel *m_with;
    QComboBox *m_inner;
};

} // namespace vethscope
