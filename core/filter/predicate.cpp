#include "core/filter/predicate.h"

#include <algorithm>

namespace vethscope {
namespace {

bool holds(Relation relation, std::strong_ordering order)
{
    switch (relation) {
    case Relation::Equal: return order == 0;
    case Relation::NotEqual: return order != 0;
    case Relation::Greater: return order > 0;
    case Relation::Less: return order < 0;
    case Relation::GreaterOrEqual: return order >= 0;
    case Relation::LessOrEqual: return order <= 0;
    case Relation::Contains: return false;
    }
    return false;
}

std::strong_ordering order(Bytes left, Bytes right)
{
    return std::lexicographical_compare_three_way(left.begin(), left.end(), right.begin(), right.end());
}

// Addresses compare within the prefix that the literal names: 10.244.0.0/16.
std::strong_ordering orderWithin(Bytes left, Bytes right, int prefixBits)
{
    const std::size_t whole = static_cast<std::size_t>(prefixBits) / 8;
    const unsigned rest = static_cast<unsigned>(prefixBits) % 8;
    if (left.size() != right.size() || whole > left.size())
        return order(left, right);
    if (const auto first = order(left.first(whole), right.first(whole)); first != 0 || rest == 0)
        return first;
    const unsigned mask = 0xffu << (8 - rest) & 0xffu;
    return (byteAt(left, whole) & mask) <=> (byteAt(right, whole) & mask);
}

bool contains(Bytes whole, Bytes part)
{
    return asText(whole).find(asText(part)) != std::string_view::npos;
}

class Comparison final : public FilterNode
{
public:
    Comparison(OperandPointer left, Relation relation, OperandPointer right, Quantifier quantifier)
        : m_left(std::move(left)), m_right(std::move(right)), m_relation(relation), m_quantifier(quantifier),
          m_numeric(isNumeric(m_left->show()))
    {
        if (const auto *constant = dynamic_cast<const ConstantOperand *>(m_right.get()))
            m_prefixBits = constant->literal().prefixBits;
    }

    bool matches(Evaluation &evaluation) const override
    {
        auto &lefts = evaluation.scratch.takeList();
        auto &rights = evaluation.scratch.takeList();
        m_left->values(evaluation, lefts);
        if (!lefts.empty())
            m_right->values(evaluation, rights);
        const bool result = decide(lefts, rights);
        evaluation.scratch.giveBackList();
        evaluation.scratch.giveBackList();
        return result;
    }

private:
    bool decide(const std::vector<FilterValue> &lefts, const std::vector<FilterValue> &rights) const
    {
        if (lefts.empty() || rights.empty())
            return false;
        for (const FilterValue &left : lefts)
            for (const FilterValue &right : rights)
                if (pair(left, right) == (m_quantifier == Quantifier::Any))
                    return m_quantifier == Quantifier::Any;
        return m_quantifier == Quantifier::All;
    }

    bool pair(const FilterValue &left, const FilterValue &right) const
    {
        if (m_relation == Relation::Contains)
            return contains(left.bytes, right.bytes);
        if (m_numeric)
            return holds(m_relation, left.number <=> right.number);
        return holds(m_relation, m_prefixBits >= 0 ? orderWithin(left.bytes, right.bytes, m_prefixBits)
                                                   : order(left.bytes, right.bytes));
    }

    OperandPointer m_left;
    OperandPointer m_right;
    Relation m_relation;
    Quantifier m_quantifier;
    bool m_numeric;
    int m_prefixBits = -1;
};

class Presence final : public FilterNode
{
public:
    explicit Presence(Accessor accessor) : m_accessor(std::move(accessor)) { }

    bool matches(Evaluation &evaluation) const override
    {
        bool found = false;
        m_accessor.forEach(evaluation, [&](const Value &, const Field *, BitRange) { found = true; });
        return found;
    }

private:
    Accessor m_accessor;
};

class NonZero final : public FilterNode
{
public:
    explicit NonZero(OperandPointer operand) : m_operand(std::move(operand)) { }

    bool matches(Evaluation &evaluation) const override
    {
        auto &list = evaluation.scratch.takeList();
        m_operand->values(evaluation, list);
        const bool result = std::ranges::any_of(list, [](const FilterValue &value) { return value.number != 0; });
        evaluation.scratch.giveBackList();
        return result;
    }

private:
    OperandPointer m_operand;
};

// Whether one value lies between the two ends, both included.
class InRange final : public FilterNode
{
public:
    InRange(OperandPointer operand, OperandPointer first, OperandPointer last)
        : m_operand(std::move(operand)), m_first(std::move(first)), m_last(std::move(last))
    {
    }

    bool matches(Evaluation &evaluation) const override
    {
        auto &values = evaluation.scratch.takeList();
        auto &firsts = evaluation.scratch.takeList();
        auto &lasts = evaluation.scratch.takeList();
        m_operand->values(evaluation, values);
        m_first->values(evaluation, firsts);
        m_last->values(evaluation, lasts);
        const bool result = std::ranges::any_of(values, [&](const FilterValue &value) {
            return std::ranges::any_of(firsts, [&](const FilterValue &first) { return compare(first, value) <= 0; })
                && std::ranges::any_of(lasts, [&](const FilterValue &last) { return compare(value, last) <= 0; });
        });
        for (int i = 0; i < 3; ++i)
            evaluation.scratch.giveBackList();
        return result;
    }

private:
    std::strong_ordering compare(const FilterValue &left, const FilterValue &right) const
    {
        return isNumeric(m_operand->show()) ? left.number <=> right.number : order(left.bytes, right.bytes);
    }

    OperandPointer m_operand;
    OperandPointer m_first;
    OperandPointer m_last;
};

enum class Connective : std::uint8_t { And, Or, Xor };

class Connected final : public FilterNode
{
public:
    Connected(Connective connective, NodePointer left, NodePointer right)
        : m_connective(connective), m_left(std::move(left)), m_right(std::move(right))
    {
    }

    bool matches(Evaluation &evaluation) const override
    {
        const bool left = m_left->matches(evaluation);
        switch (m_connective) {
        case Connective::And: return left && m_right->matches(evaluation);
        case Connective::Or: return left || m_right->matches(evaluation);
        case Connective::Xor: return left != m_right->matches(evaluation);
        }
        return false;
    }

private:
    Connective m_connective;
    NodePointer m_left;
    NodePointer m_right;
};

class Negation final : public FilterNode
{
public:
    explicit Negation(NodePointer operand) : m_operand(std::move(operand)) { }
    bool matches(Evaluation &evaluation) const override { return !m_operand->matches(evaluation); }

private:
    NodePointer m_operand;
};

} // namespace

NodePointer comparison(OperandPointer left, Relation relation, OperandPointer right, Quantifier quantifier)
{
    return std::make_shared<Comparison>(std::move(left), relation, std::move(right), quantifier);
}

NodePointer presence(Accessor accessor)
{
    return std::make_shared<Presence>(std::move(accessor));
}

NodePointer nonZero(OperandPointer operand)
{
    return std::make_shared<NonZero>(std::move(operand));
}

NodePointer membership(OperandPointer operand, std::vector<SetEntry> entries)
{
    NodePointer result;
    for (SetEntry &entry : entries) {
        NodePointer one = entry.last ? std::make_shared<InRange>(operand, entry.first, entry.last)
                                     : comparison(operand, Relation::Equal, entry.first, Quantifier::Any);
        result = result ? disjunction(std::move(result), std::move(one)) : std::move(one);
    }
    return result;
}

NodePointer conjunction(NodePointer left, NodePointer right)
{
    return std::make_shared<Connected>(Connective::And, std::move(left), std::move(right));
}

NodePointer disjunction(NodePointer left, NodePointer right)
{
    return std::make_shared<Connected>(Connective::Or, std::move(left), std::move(right));
}

NodePointer exclusion(NodePointer left, NodePointer right)
{
    return std::make_shared<Connected>(Connective::Xor, std::move(left), std::move(right));
}

NodePointer negation(NodePointer operand)
{
    return std::make_shared<Negation>(std::move(operand));
}

} // namespace vethscope
