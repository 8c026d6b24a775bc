#include "core/filter/operand.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace vethscope {
namespace {

// The bytes that a part means; none when the value is too short for it.
Bytes cut(Bytes bytes, const SliceOperand::Part &part)
{
    const auto size = static_cast<std::int64_t>(bytes.size());
    const std::int64_t start = part.start < 0 ? size + part.start : part.start;
    if (start < 0 || start >= size)
        return {};
    const std::int64_t length = part.length == SliceOperand::Part::toTheEnd ? size - start : part.length;
    if (length > size - start)
        return {};
    return bytes.subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(length));
}

std::optional<std::int64_t> compute(char symbol, std::int64_t left, std::int64_t right)
{
    // Unsigned, so that an overflow wraps and is not undefined.
    const auto a = static_cast<std::uint64_t>(left);
    const auto b = static_cast<std::uint64_t>(right);
    switch (symbol) {
    case '+': return static_cast<std::int64_t>(a + b);
    case '-': return static_cast<std::int64_t>(a - b);
    case '*': return static_cast<std::int64_t>(a * b);
    case '&': return static_cast<std::int64_t>(a & b);
    case '/': return right == 0 || (right == -1 && left == INT64_MIN) ? std::nullopt : std::optional(left / right);
    case '%': return right == 0 || right == -1 ? std::nullopt : std::optional(left % right);
    default: return std::nullopt;
    }
}

Bytes bitwiseAnd(Evaluation &evaluation, Bytes left, Bytes right)
{
    const std::size_t size = std::min(left.size(), right.size());
    std::byte *result = evaluation.scratch.allocate(size + 1);
    std::ranges::transform(left.first(size), right.first(size), result, std::bit_and{});
    return {result, size};
}

} // namespace

void FieldOperand::values(Evaluation &evaluation, std::vector<FilterValue> &out) const
{
    m_accessor.forEach(evaluation, [&](const Value &value, const Field *, BitRange) {
        out.push_back({static_cast<std::int64_t>(value.number), value.bytes});
    });
}

void SliceOperand::values(Evaluation &evaluation, std::vector<FilterValue> &out) const
{
    auto &whole = evaluation.scratch.takeList();
    m_of->values(evaluation, whole);
    for (const FilterValue &value : whole) {
        if (m_parts.size() == 1) {
            out.push_back({0, cut(value.bytes, m_parts.front())});
            continue;
        }
        std::byte *joined = evaluation.scratch.allocate(value.bytes.size() * m_parts.size() + 1);
        std::byte *end = joined;
        for (const Part &part : m_parts)
            end = std::ranges::copy(cut(value.bytes, part), end).out;
        out.push_back({0, {joined, end}});
    }
    evaluation.scratch.giveBackList();
}

ArithmeticOperand::ArithmeticOperand(char symbol, OperandPointer left, OperandPointer right)
    : Operand({.show = left->type().show, .largest = left->type().largest}), m_symbol(symbol), m_left(std::move(left)),
      m_right(std::move(right))
{
}

void ArithmeticOperand::values(Evaluation &evaluation, std::vector<FilterValue> &out) const
{
    auto &lefts = evaluation.scratch.takeList();
    auto &rights = evaluation.scratch.takeList();
    m_left->values(evaluation, lefts);
    m_right->values(evaluation, rights);
    const bool numeric = isNumeric(type().show);
    for (const FilterValue &left : lefts)
        for (const FilterValue &right : rights)
            if (!numeric)
                out.push_back({0, bitwiseAnd(evaluation, left.bytes, right.bytes)});
            else if (const auto result = compute(m_symbol, left.number, right.number))
                out.push_back({*result, {}});
    evaluation.scratch.giveBackList();
    evaluation.scratch.giveBackList();
}

} // namespace vethscope
