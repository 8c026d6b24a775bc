#include "core/journeyfigures/conversation.h"

#include "core/journey/tupleends.h"

#include <set>

namespace vethscope {
namespace {

using journey::Tuple;

std::vector<std::size_t> journeysOf(const journey::Followed &followed, const std::set<std::uint32_t> &flows)
{
    std::vector<std::size_t> journeys;
    for (std::size_t i = 0; i < followed.all().size(); ++i)
        if (flows.contains(followed.all()[i].flow))
            journeys.push_back(i);
    return journeys;
}

} // namespace

std::vector<std::size_t> journeysOfFlow(const journey::Followed &followed, std::uint32_t flow)
{
    return journeysOf(followed, {flow});
}

std::vector<std::size_t> journeysOfConversation(const journey::Followed &followed, std::uint32_t flow)
{
    const std::vector<Tuple> &tuples = followed.journeys().sightings.tuples;
    const std::vector<std::uint32_t> &flows = followed.journeys().flows;
    std::set<Tuple> back;
    for (std::size_t i = 0; i < tuples.size(); ++i)
        if (flows[i] == flow)
            back.insert(turned(tuples[i]));
    std::set<std::uint32_t> both{flow};
    for (std::size_t i = 0; i < tuples.size(); ++i)
        if (back.contains(tuples[i]))
            both.insert(flows[i]);
    return journeysOf(followed, both);
}

} // namespace vethscope
