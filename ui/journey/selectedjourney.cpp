#include "ui/journey/selectedjourney.h"

#include "ui/journey/followedjourneys.h"
#include "ui/journey/journeyfollower.h"
#include "ui/shared/selection.h"

#include <algorithm>

namespace vethscope {
namespace {

std::size_t hopWith(const journey::Journey &journey, std::uint32_t row)
{
    const auto hop = std::ranges::find_if(journey.hops, [&](const journey::JourneyHop &one) { return std::ranges::find(one.rows, row) != one.rows.end(); });
    return hop == journey.hops.end() ? 0 : std::size_t(hop - journey.hops.begin());
}

// Null where the capture went in between.
std::shared_ptr<const SelectedJourney::Details> detailsOf(const FollowedJourneys &all, std::size_t place)
{
    const std::shared_lock lock(*all.reading->mutex);
    if (all.reading->gone)
        return {};
    const journey::Followed &followed = *all.followed;
    const journey::Journey one = followed.all()[place];
    auto details = std::make_shared<SelectedJourney::Details>();
    std::optional<path::Path> path;
    if (all.hasHosts) {
        path = followed.foretoldPath(one);
        for (const journey::JourneyHop &hop : one.hops) {
            const Frame frame = followed.store().frame(hop.rows.front());
            details->hops.push_back(explain::comparisonOf(followed.places(), followed.whose(), frame, followed.dissector().dissect(frame), followed.points()[hop.point].place));
        }
    }
    details->isForetold = path.has_value();
    details->way = travelled(followed, place, path);
    return details;
}

} // namespace

SelectedJourney::SelectedJourney(const Selection &selection, JourneyFollower &follower, QObject *parent)
    : QObject(parent), m_selection(selection), m_follower(follower)
{
    connect(&follower, &JourneyFollower::changed, this, &SelectedJourney::follow);
    connect(&selection, &Selection::packetChanged, this, &SelectedJourney::show);
    follow();
}

SelectedJourney::~SelectedJourney()
{
    m_worker.wait();
}

bool SelectedJourney::isSelected() const
{
    return !m_selection.isEmpty();
}

journey::Journey SelectedJourney::journey() const
{
    return m_all->followed->all()[*m_place];
}

journey::Outcome SelectedJourney::outcome() const
{
    return m_all->followed->outcome(*m_place);
}

void SelectedJourney::follow()
{
    if (m_follower.found() == m_all && m_all)
        return;
    m_all = m_follower.found();
    m_place.reset();
    m_details.reset();
    if (m_all && !m_selection.isEmpty())
        show();
    else
        emit changed();
}

void SelectedJourney::show()
{
    if (!m_all)
        return;
    const auto place = m_selection.isEmpty() ? std::nullopt : m_all->followed->journeyOf(std::size_t(m_selection.row()));
    const bool isSame = place && place == m_place;
    m_place = place;
    m_hop = place ? hopWith(journey(), std::uint32_t(m_selection.row())) : 0;
    if (isSame)
        return emit hopChanged();
    m_details.reset();
    emit changed();
    begin();
}

void SelectedJourney::begin()
{
    if (m_working || !m_place || m_details)
        return;
    m_working = true;
    m_worker.run([this, all = m_all, place = *m_place] {
        auto details = detailsOf(*all, place);
        QMetaObject::invokeMethod(this, [this, all, place, details = std::move(details)] {
            m_working = false;
            if (all != m_all || m_place != place)
                return begin();
            m_details = details;
            emit detailed();
        }, Qt::QueuedConnection);
    });
}

} // namespace vethscope
