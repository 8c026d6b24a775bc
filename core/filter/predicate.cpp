#include "core/filter/predicate.h"

#include "core/filter/fieldtest.h"

#include <algorithm>

namespace vethscope {
namespace {

// Calls with a list to fill, and gives it back.
template <typename Use>
bool withList(Evaluation &evaluation, const Operand &operand, Use use)
{
    auto &list = evaluation.scratch.takeList();
    operand.values(evaluation, list);
    const bool result = use(list);
    evaluation.scratch.giveBackList();
    return result;
}

template <typename Test>
bool quantified(Quantifier quantifier, const std::vector<FilterValue> &values, Test test)
{
    return quantifier == Quantifier::Any ? std::ranges::any_of(values, test) : !values.empty() && std::ranges::all_of(values, test);
}

int prefixBitsOf(const Operand &operand)
{
    const auto *constant = dynamic_cast<const ConstantOperand *>(&operand);
    return constant ? constant->literal().prefixBits : -1;
}

class Comparison final : public FilterNode
{
public:
    Comparison(OperandPointer left, Relation relation, OperandPointer right, Quantifier quantifier)
        : m_left(std::move(left)), m_right(std::move(right)), m_relation(relation), m_quantifier(quantifier),
          m_numeric(isNumeric(m_left->type().show)), m_text(m_left->type().show == Show::Text), m_prefixBits(prefixBitsOf(*m_right))
    {
    }

    bool matches(Evaluation &evaluation) const override
    {
        return withList(evaluation, *m_left, [&](const auto &lefts) {
            return !lefts.empty() && withList(evaluation, *m_right, [&](const auto &rights) {
                return quantified(m_quantifier, lefts, [&](const FilterValue &left) {
                    return quantified(m_quantifier, rights, [&](const FilterValue &right) { return pair(left, right); });
                });
            });
        });
    }

private:
    bool pair(const FilterValue &left, const FilterValue &right) const
    {
        if (m_relation == Relation::Contains)
            return contains(left.bytes, right.bytes);
        return holds(m_relation, m_numeric ? left.number <=> right.number : orderWithin(left.bytes, right.bytes, m_prefixBits, m_text));
    }

    OperandPointer m_left;
    OperandPointer m_right;
    Relation m_relation;
    Quantifier m_quantifier;
    bool m_numeric;
    bool m_text;
    int m_prefixBits;
};

class Presence final : public FilterNode
{
public:
    explicit Presence(Accessor accessor) : m_accessor(std::move(accessor)) { }

    bool matches(Evaluation &evaluation) const override
    {
        return m_accessor.anyOf(evaluation, [](const Value &, const Field *, BitRange) { return true; });
    }
    std::optional<bool> ofFlow(Evaluation &evaluation) const override { return m_accessor.isThereByFlow() ? std::optional(matches(evaluation)) : std::nullopt; }
    bool asksFrameAlone() const override { return m_accessor.isOfFrameAlone(); }

private:
    Accessor m_accessor;
};

class NonZero final : public FilterNode
{
public:
    explicit NonZero(OperandPointer operand) : m_operand(std::move(operand)) { }

    bool matches(Evaluation &evaluation) const override
    {
        return withList(evaluation, *m_operand, [](const auto &values) {
            return std::ranges::any_of(values, [](const FilterValue &value) {
                return value.number != 0 || std::ranges::any_of(value.bytes, [](std::byte byte) { return byte != std::byte{0}; });
            });
        });
    }

private:
    OperandPointer m_operand;
};

class Membership final : public FilterNode
{
public:
    Membership(OperandPointer operand, std::vector<SetEntry> entries, Quantifier quantifier)
        : m_operand(std::move(operand)), m_entries(std::move(entries)), m_quantifier(quantifier), m_numeric(isNumeric(m_operand->type().show)),
          m_text(m_operand->type().show == Show::Text)
    {
    }

    bool matches(Evaluation &evaluation) const override
    {
        return withList(evaluation, *m_operand, [&](const auto &values) {
            return quantified(m_quantifier, values, [&](const FilterValue &value) {
                return std::ranges::any_of(m_entries, [&](const SetEntry &entry) { return isIn(evaluation, value, entry); });
            });
        });
    }

private:
    // Both ends of a range belong to it.
    bool isIn(Evaluation &evaluation, const FilterValue &value, const SetEntry &entry) const
    {
        const auto relates = [&](const Operand &end, Relation relation) {
            return withList(evaluation, end, [&](const auto &ends) {
                return std::ranges::any_of(ends, [&](const FilterValue &one) {
                    return holds(relation, m_numeric ? value.number <=> one.number : orderWithin(value.bytes, one.bytes, prefixBitsOf(end), m_text));
                });
            });
        };
        return entry.last ? relates(*entry.first, Relation::GreaterOrEqual) && relates(*entry.last, Relation::LessOrEqual)
                          : relates(*entry.first, Relation::Equal);
    }

    OperandPointer m_operand;
    std::vector<SetEntry> m_entries;
    Quantifier m_quantifier;
    bool m_numeric;
    bool m_text;
};

// The entries as literals, when all of them are.
std::optional<std::vector<ConstantRange>> constantRanges(const std::vector<SetEntry> &entries)
{
    std::vector<ConstantRange> ranges;
    for (const SetEntry &entry : entries) {
        const auto *first = dynamic_cast<const ConstantOperand *>(entry.first.get());
        const auto *last = dynamic_cast<const ConstantOperand *>(entry.last.get());
        if (!first || (entry.last && !last))
            return std::nullopt;
        ranges.push_back({first->literal(), last ? std::optional(last->literal()) : std::nullopt});
    }
    return ranges;
}

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
    // One side may be enough.
    std::optional<bool> ofFlow(Evaluation &evaluation) const override
    {
        const auto left = m_left->ofFlow(evaluation), right = m_right->ofFlow(evaluation);
        if (m_connective != Connective::Xor) {
            const bool decisive = m_connective == Connective::Or;
            if (left == decisive || right == decisive)
                return decisive;
            return left && right ? std::optional(!decisive) : std::nullopt;
        }
        return left && right ? std::optional(*left != *right) : std::nullopt;
    }
    bool asksFrameAlone() const override { return m_left->asksFrameAlone() && m_right->asksFrameAlone(); }

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
    std::optional<bool> ofFlow(Evaluation &evaluation) const override
    {
        const auto it = m_operand->ofFlow(evaluation);
        return it ? std::optional(!*it) : std::nullopt;
    }
    bool asksFrameAlone() const override { return m_operand->asksFrameAlone(); }

private:
    NodePointer m_operand;
};

} // namespace

NodePointer comparison(OperandPointer left, Relation relation, OperandPointer right, Quantifier quantifier)
{
    const auto *field = dynamic_cast<const FieldOperand *>(left.get());
    const auto *constant = dynamic_cast<const ConstantOperand *>(right.get());
    if (field && constant)
        return fieldComparison(field->accessor(), relation, constant->literal(), quantifier);
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

NodePointer membership(OperandPointer operand, std::vector<SetEntry> entries, Quantifier quantifier)
{
    const auto *field = dynamic_cast<const FieldOperand *>(operand.get());
    if (auto ranges = constantRanges(entries); field && ranges)
        return fieldMembership(field->accessor(), std::move(*ranges), quantifier);
    return std::make_shared<Membership>(std::move(operand), std::move(entries), quantifier);
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
