#include "core/path/alike.h"

#include "core/path/rulemarks.h"
#include "core/path/surroundings.h"

#include <algorithm>
#include <map>

namespace vethscope::path {

Alike::Alike(const Places &places) : m_marks(places)
{
    const Surroundings surroundings(places);
    RuleMarks rules = ruleMarksOf(places, m_marks);
    std::vector<Portrait> portraits = portraitsOf(places, m_marks);
    std::map<std::string, std::size_t> known;
    std::size_t classes = 0;
    for (std::size_t pod = 0; pod < portraits.size(); ++pod) {
        const PodMarks &marks = m_marks.pods()[pod];
        const bool isAtEdge = std::ranges::any_of(marks.addresses, [&](const IpAddress &address) { return surroundings.isEdge(address); });
        if (portraits[pod].isAlone || rules.spoken.contains(pod) || isAtEdge) {
            m_classes.push_back(classes++);
        } else {
            const auto [same, isNew] = known.try_emplace(portraits[pod].text + surroundings.around(marks), classes);
            classes += isNew;
            m_classes.push_back(same->second);
        }
        m_lines.push_back(std::move(portraits[pod].lines));
    }
    m_ofService = std::move(rules.ofService);
}

} // namespace vethscope::path
