#include "core/filter/fieldtest.h"

#include <algorithm>

namespace vethscope {
namespace {

template <typename Test>
class FieldTest final : public FilterNode
{
public:
    FieldTest(Accessor accessor, Quantifier quantifier, Test test)
        : m_accessor(std::move(accessor)), m_quantifier(quantifier), m_test(std::move(test))
    {
    }

    bool matches(Evaluation &evaluation) const override
    {
        if (m_quantifier == Quantifier::Any)
            return m_accessor.anyOf(evaluation, [&](const Value &value, const Field *, BitRange) { return m_test(value); });
        bool present = false;
        const bool failed = m_accessor.anyOf(evaluation, [&](const Value &value, const Field *, BitRange) {
            present = true;
            return !m_test(value);
        });
        return present && !failed;
    }
    std::optional<bool> ofFlow(Evaluation &evaluation) const override { return m_accessor.isOfFlow() ? std::optional(matches(evaluation)) : std::nullopt; }
    bool asksFrameAlone() const override { return m_accessor.isOfFrameAlone() && !m_accessor.isProtocol(); }

private:
    Accessor m_accessor;
    Quantifier m_quantifier;
    Test m_test;
};

struct NumberTest {
    Relation relation;
    std::int64_t number;

    bool operator()(const Value &value) const { return holds(relation, static_cast<std::int64_t>(value.number) <=> number); }
};

struct BytesTest {
    Relation relation;
    std::vector<std::byte> bytes;
    int prefixBits;
    bool text;

    bool operator()(const Value &value) const
    {
        return relation == Relation::Contains ? contains(value.bytes, bytes) : holds(relation, orderWithin(value.bytes, bytes, prefixBits, text));
    }
};

// Equality of addresses of up to eight bytes, their prefix in one mask.
struct AddressTest {
    std::size_t size;
    std::uint64_t mask;
    std::uint64_t address;
    bool equal;

    bool operator()(const Value &value) const
    {
        const bool same = value.bytes.size() == size && (readUnsigned(value.bytes, 0, size) & mask) == address;
        return same == equal;
    }
};

AddressTest addressTest(const Literal &constant, Relation relation)
{
    const std::size_t size = constant.bytes.size();
    const auto bits = static_cast<int>(size * 8);
    const int ignored = constant.prefixBits < 0 ? 0 : bits - constant.prefixBits;
    const std::uint64_t mask = ignored == 64 ? 0 : ~std::uint64_t{0} << ignored;
    return {size, mask, readUnsigned(constant.bytes, 0, size) & mask, relation == Relation::Equal};
}

struct NumberSet {
    std::vector<ConstantRange> ranges;

    bool operator()(const Value &value) const
    {
        const auto number = static_cast<std::int64_t>(value.number);
        return std::ranges::any_of(ranges, [&](const ConstantRange &range) {
            return number >= range.first.number && number <= (range.last ? range.last->number : range.first.number);
        });
    }
};

struct BytesSet {
    std::vector<ConstantRange> ranges;
    bool text;

    bool operator()(const Value &value) const
    {
        return std::ranges::any_of(ranges, [&](const ConstantRange &range) {
            const auto first = orderWithin(value.bytes, range.first.bytes, range.first.prefixBits, text);
            return range.last ? first >= 0 && orderWithin(value.bytes, range.last->bytes, range.last->prefixBits, text) <= 0 : first == 0;
        });
    }
};

template <typename Test>
NodePointer fieldTest(const Accessor &accessor, Quantifier quantifier, Test test)
{
    return std::make_shared<FieldTest<Test>>(accessor, quantifier, std::move(test));
}

} // namespace

NodePointer fieldComparison(const Accessor &accessor, Relation relation, const Literal &constant, Quantifier quantifier)
{
    const Show show = accessor.type().show;
    if (isNumeric(show))
        return fieldTest(accessor, quantifier, NumberTest{relation, constant.number});
    const bool address = show == Show::Ipv4 || show == Show::Mac;
    if (address && constant.bytes.size() <= 8 && (relation == Relation::Equal || relation == Relation::NotEqual))
        return fieldTest(accessor, quantifier, addressTest(constant, relation));
    return fieldTest(accessor, quantifier, BytesTest{relation, constant.bytes, constant.prefixBits, show == Show::Text});
}

NodePointer fieldMembership(const Accessor &accessor, std::vector<ConstantRange> ranges, Quantifier quantifier)
{
    if (isNumeric(accessor.type().show))
        return fieldTest(accessor, quantifier, NumberSet{std::move(ranges)});
    return fieldTest(accessor, quantifier, BytesSet{std::move(ranges), accessor.type().show == Show::Text});
}

} // namespace vethscope
