#pragma once

#include "ui/findings/diagnosed.h"

#include <QWidget>

namespace vethscope {

class FindingDetails;
class FindingHead;

/// One finding: its head, and unfolded all that is told of it.
class FindingCard : public QWidget
{
    Q_OBJECT

public:
    /// `place` is that of the finding in what was found.
    FindingCard(std::shared_ptr<const Diagnosed> found, std::size_t place, QWidget *parent);

    /// The same finding, found again.
    void setFound(std::shared_ptr<const Diagnosed> found, std::size_t place);
    const diagnose::Finding &finding() const { return m_found->findings[m_place]; }
    FindingHead &head() { return *m_head; }
    /// Null until it is unfolded first.
    FindingDetails *details() { return m_details; }

signals:
    void evidenceRequested(const Evidence &line);
    void frameRequested(int row);
    void placesRequested();

private:
    void takeTabsBehindHead();
    void unfold(bool open);

    std::shared_ptr<const Diagnosed> m_found;
    std::size_t m_place;
    FindingHead *m_head;
    FindingDetails *m_details = nullptr;
};

} // namespace vethscope
