#include "ui/findings/findingcard.h"

#include "ui/findings/findingdetails.h"
#include "ui/findings/findinghead.h"

#include <QBoxLayout>

namespace vethscope {

FindingCard::FindingCard(std::shared_ptr<const Diagnosed> found, std::size_t place, QWidget *parent)
    : QWidget(parent), m_found(std::move(found)), m_place(place), m_head(new FindingHead(m_found->findings[place], this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_head);
    connect(m_head, &QAbstractButton::toggled, this, &FindingCard::unfold);
}

void FindingCard::setFound(std::shared_ptr<const Diagnosed> found, std::size_t place)
{
    m_found = std::move(found);
    m_place = place;
}

void FindingCard::unfold(bool open)
{
    if (open && !m_details) {
        m_details = new FindingDetails(*m_found, finding(), this);
        connect(m_details, &FindingDetails::evidenceRequested, this, &FindingCard::evidenceRequested);
        connect(m_details, &FindingDetails::frameRequested, this, &FindingCard::frameRequested);
        connect(m_details, &FindingDetails::placesRequested, this, &FindingCard::placesRequested);
        layout()->addWidget(m_details);
        takeTabsBehindHead();
    }
    if (m_details)
        m_details->setVisible(open);
}

// They were made last, and would come last.
void FindingCard::takeTabsBehindHead()
{
    QWidget *before = m_head;
    for (QWidget *one : m_details->findChildren<QWidget *>())
        if (one->focusPolicy() & Qt::TabFocus) {
            setTabOrder(before, one);
            before = one;
        }
}

} // namespace vethscope
