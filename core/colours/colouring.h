#pragma once

#include "core/colours/colourrule.h"
#include "core/filter/filter.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace vethscope {

/// Colour rules, compiled: tells the first that a packet matches. One that cannot be compiled stays, and is skipped. Immutable and cheap to copy; may be asked
/// on several threads at once.
class Colouring
{
public:
    Colouring() = default;
    Colouring(std::vector<ColourRule> rules, const Registry &registry);

    bool empty() const { return !m_rules || m_rules->empty(); }
    std::size_t size() const { return m_rules ? m_rules->size() : 0; }
    const ColourRule &operator[](std::size_t place) const { return (*m_rules)[place].rule; }
    /// Why the rule at that place is skipped though it is switched on; null where it is not.
    const FilterError *problem(std::size_t place) const;

    /// The place of the first rule that is switched on and matches.
    std::optional<std::size_t> match(const Frame &frame, const Dissection &packet, FilterScratch &scratch) const;
    /// Of whose headers rules that are switched on ask what only FrameFacts knows.
    std::span<const Protocol *const> asks() const { return m_asked; }

private:
    struct Compiled {
        ColourRule rule;
        Filter filter;
        std::optional<FilterError> problem;
    };
    std::shared_ptr<const std::vector<Compiled>> m_rules;
    std::vector<const Protocol *> m_asked;
};

} // namespace vethscope
