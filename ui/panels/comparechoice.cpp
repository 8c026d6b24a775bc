#include "ui/panels/comparechoice.h"

#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace vethscope {
namespace {

QString networkName(int depth)
{
    return depth == 0 ? scopeName(Scope::Underlay) : scopeName(Scope::Overlay, depth);
}

} // namespace

CompareChoice::CompareChoice(QWidget *parent)
    : QWidget(parent), m_label(new QLabel(this)), m_outer(new QComboBox(this)), m_with(new QLabel(this)), m_inner(new QComboBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    for (QWidget *part : {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_outer), static_cast<QWidget *>(m_with), static_cast<QWidget *>(m_inner)})
        row->addWidget(part);
    row->addStretch();
    connect(m_outer, &QComboBox::activated, this, [this] { tell(true); });
    connect(m_inner, &QComboBox::activated, this, [this] { tell(false); });
    hide();
}

void CompareChoice::offer(int tunnels, const ComparedDepths &shown)
{
    m_tunnels = tunnels;
    setVisible(tunnels > 1);
    m_label->setText(tr("Compare"));
    m_with->setText(tr("with"));
    m_outer->setAccessibleName(tr("Outer network"));
    m_inner->setAccessibleName(tr("Inner network"));
    const QSignalBlocker outer(m_outer), inner(m_inner);
    m_outer->clear();
    m_inner->clear();
    for (int depth = 0; depth < tunnels; ++depth)
        m_outer->addItem(networkName(depth), depth);
    for (int depth = 1; depth <= tunnels; ++depth)
        m_inner->addItem(networkName(depth), depth);
    m_outer->setCurrentIndex(m_outer->findData(shown.outer));
    m_inner->setCurrentIndex(m_inner->findData(shown.inner));
}

// What was chosen last stays, and the other one makes room for it.
void CompareChoice::tell(bool outerChanged)
{
    int outer = m_outer->currentData().toInt(), inner = m_inner->currentData().toInt();
    if (outer >= inner)
        outerChanged ? inner = outer + 1 : outer = inner - 1;
    emit chosen({outer, inner == m_tunnels ? ComparedDepths::innermost : inner});
}

} // namespace vethscope
