#include "core/colours/colouring.h"

namespace vethscope {

Colouring::Colouring(std::vector<ColourRule> rules, const Registry &registry)
{
    auto all = std::make_shared<std::vector<Compiled>>();
    for (ColourRule &rule : rules) {
        Compiled one{std::move(rule), {}, std::nullopt};
        if (auto filter = Filter::compile(one.rule.filter, registry); !filter)
            one.problem = filter.error();
        else if (filter->empty())
            one.problem = FilterError{Sentence::of("a colour rule without a filter matches nothing"), 0, 0};
        else
            one.filter = *std::move(filter);
        if (one.rule.isEnabled)
            m_asked.insert(m_asked.end(), one.filter.asks().begin(), one.filter.asks().end());
        all->push_back(std::move(one));
    }
    m_rules = std::move(all);
}

const FilterError *Colouring::problem(std::size_t place) const
{
    const auto &problem = (*m_rules)[place].problem;
    return problem ? &*problem : nullptr;
}

std::optional<std::size_t> Colouring::match(const Frame &frame, const Dissection &packet, FilterScratch &scratch) const
{
    for (std::size_t place = 0; place < size(); ++place)
        if (const Compiled &one = (*m_rules)[place]; one.rule.isEnabled && !one.problem && one.filter.matches(frame, packet, scratch))
            return place;
    return std::nullopt;
}

} // namespace vethscope
