#include "core/filter/pattern.h"

#include "core/filter/regex.h"

#include <algorithm>

namespace vethscope {
namespace {

class PatternMatch final : public FilterNode
{
public:
    PatternMatch(OperandPointer operand, Regex regex, Quantifier quantifier) : m_operand(std::move(operand)), m_regex(std::move(regex)), m_quantifier(quantifier) {}

    bool matches(Evaluation &evaluation) const override
    {
        auto &list = evaluation.scratch.takeList();
        m_operand->values(evaluation, list);
        bool gaveUp = false;
        const auto found = [&](const FilterValue &value) { return m_regex.find(value.bytes, 0, gaveUp).has_value(); };
        const bool result = m_quantifier == Quantifier::Any ? std::ranges::any_of(list, found)
                                                            : !list.empty() && std::ranges::all_of(list, found);
        evaluation.scratch.giveBackList();
        if (gaveUp)
            evaluation.scratch.giveUp();
        return result;
    }

private:
    OperandPointer m_operand;
    Regex m_regex;
    Quantifier m_quantifier;
};

} // namespace

Result<NodePointer> patternMatch(OperandPointer operand, const std::string &pattern, Quantifier quantifier)
{
    auto regex = Regex::compile(pattern, Regex::Case::Ignored);
    if (!regex)
        return std::unexpected(regex.error());
    return std::make_shared<PatternMatch>(std::move(operand), *std::move(regex), quantifier);
}

} // namespace vethscope
