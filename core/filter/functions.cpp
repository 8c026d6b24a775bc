#include "core/filter/functions.h"

#include "core/dissect/format.h"
#include "core/filter/relation.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace vethscope {
namespace {

/// Applies a change to every value of its argument.
template <typename Change>
class Mapped final : public Operand
{
public:
    Mapped(ValueType type, OperandPointer of, Change change) : Operand(type), m_of(std::move(of)), m_change(change) { }

    void values(Evaluation &evaluation, std::vector<FilterValue> &out) const override
    {
        const std::size_t before = out.size();
        m_of->values(evaluation, out);
        for (std::size_t i = before; i < out.size(); ++i)
            out[i] = m_change(evaluation, out[i]);
    }

private:
    OperandPointer m_of;
    Change m_change;
};

template <typename Change>
OperandPointer mapped(ValueType type, OperandPointer of, Change change)
{
    return std::make_shared<Mapped<Change>>(type, std::move(of), change);
}

class Count final : public Operand
{
public:
    explicit Count(OperandPointer of) : Operand({.show = Show::Decimal}), m_of(std::move(of)) { }

    void values(Evaluation &evaluation, std::vector<FilterValue> &out) const override
    {
        auto &list = evaluation.scratch.takeList();
        m_of->values(evaluation, list);
        // A field that is not there has no count either, as in Wireshark.
        if (!list.empty())
            out.push_back({static_cast<std::int64_t>(list.size()), {}});
        evaluation.scratch.giveBackList();
    }

private:
    OperandPointer m_of;
};

/// The largest or smallest of all values of all arguments.
class Extreme final : public Operand
{
public:
    Extreme(std::vector<OperandPointer> of, Relation better) : Operand(of.front()->type()), m_of(std::move(of)), m_better(better) { }

    void values(Evaluation &evaluation, std::vector<FilterValue> &out) const override
    {
        auto &list = evaluation.scratch.takeList();
        for (const OperandPointer &operand : m_of)
            operand->values(evaluation, list);
        const bool numeric = isNumeric(type().show);
        const bool text = type().show == Show::Text;
        const auto best = std::ranges::min_element(list, [&](const FilterValue &left, const FilterValue &right) {
            return holds(m_better, numeric ? left.number <=> right.number : order(left.bytes, right.bytes, text));
        });
        if (best != list.end())
            out.push_back(*best);
        evaluation.scratch.giveBackList();
    }

private:
    std::vector<OperandPointer> m_of;
    Relation m_better;
};

/// How many bytes the numbers of a field or the header of a protocol take, which a Value does not tell.
class PlaceSize final : public Operand
{
public:
    explicit PlaceSize(Accessor accessor) : Operand({.show = Show::Decimal}), m_accessor(std::move(accessor)) { }

    void values(Evaluation &evaluation, std::vector<FilterValue> &out) const override
    {
        constexpr std::int64_t computed = 4; // Wireshark keeps what it computes in 32 bits
        m_accessor.forEach(evaluation, [&](const Value &, const Field *, BitRange place) {
            out.push_back({place.length > 0 ? place.byteCount() : computed, {}});
        });
    }

private:
    Accessor m_accessor;
};

template <int Change(int)>
OperandPointer changeCase(std::vector<OperandPointer> arguments)
{
    return mapped({.show = Show::Text}, arguments.front(), [](Evaluation &evaluation, FilterValue value) {
        std::byte *text = evaluation.scratch.allocate(value.bytes.size() + 1);
        std::ranges::transform(value.bytes, text, [](std::byte byte) { return std::byte(Change(std::to_integer<int>(byte))); });
        return FilterValue{0, {text, value.bytes.size()}};
    });
}

OperandPointer length(std::vector<OperandPointer> arguments)
{
    const auto *field = dynamic_cast<const FieldOperand *>(arguments.front().get());
    if (field && (isNumeric(field->type().show) || field->type().protocol))
        return std::make_shared<PlaceSize>(field->accessor());
    return mapped({.show = Show::Decimal}, arguments.front(), [](Evaluation &, FilterValue value) {
        return FilterValue{static_cast<std::int64_t>(value.bytes.size()), {}};
    });
}

OperandPointer asString(std::vector<OperandPointer> arguments)
{
    // As in Wireshark, numbers are decimal here even where the tree has them in hexadecimal.
    const Show shown = arguments.front()->type().show;
    const Show show = shown == Show::Hexadecimal ? Show::Decimal : shown;
    return mapped({.show = Show::Text}, arguments.front(), [show](Evaluation &evaluation, FilterValue value) {
        TextBuffer text;
        const Field field{.name = {}, .label = {}, .place = bits(0, 32), .show = show};
        printForScripts(text, field, field.place, {static_cast<std::uint64_t>(value.number), value.bytes});
        std::byte *copy = evaluation.scratch.allocate(text.size() + 1);
        std::ranges::copy(asBytes(viewOf(text)), copy);
        return FilterValue{0, {copy, text.size()}};
    });
}

OperandPointer absolute(std::vector<OperandPointer> arguments)
{
    return mapped({.show = arguments.front()->type().show}, arguments.front(),
                  [](Evaluation &, FilterValue value) {
                      const auto number = static_cast<std::uint64_t>(value.number); // unsigned, so that the least number has no overflow
                      return FilterValue{static_cast<std::int64_t>(value.number < 0 ? 0 - number : number), {}};
                  });
}

template <Relation Better>
OperandPointer extreme(std::vector<OperandPointer> arguments)
{
    return std::make_shared<Extreme>(std::move(arguments), Better);
}

Sentence onlyText(std::string_view function, const ValueType &type)
{
    return type.show == Show::Text ? Sentence() : Sentence::of("{}() takes text only", function);
}

Sentence onlyNumbers(std::string_view function, const ValueType &type)
{
    return isNumeric(type.show) ? Sentence() : Sentence::of("{}() takes numbers only", function);
}

Sentence anything(std::string_view, const ValueType &)
{
    return {};
}

Sentence notTimes(std::string_view function, const ValueType &type)
{
    const bool isTaken = type.show != Show::Time && type.show != Show::Date && type.show != Show::Flag;
    return isTaken ? Sentence() : Sentence::of("{}() takes text, bytes, addresses and numbers", function);
}

Sentence numbersAndAddresses(std::string_view function, const ValueType &type)
{
    const bool number = type.show == Show::Decimal || type.show == Show::Hexadecimal;
    const bool address = type.show == Show::Mac || type.show == Show::Ipv4 || type.show == Show::Ipv6;
    return number || address ? Sentence() : Sentence::of("{}() takes numbers and addresses", function);
}

constexpr std::size_t many = 64;

constexpr auto functions = std::to_array<FilterFunction>({
    {"upper", 1, 1, onlyText, changeCase<std::toupper>, [] { return Sentence::of("the text in capital letters"); }},
    {"lower", 1, 1, onlyText, changeCase<std::tolower>, [] { return Sentence::of("the text in small letters"); }},
    {"len", 1, 1, notTimes, length, [] { return Sentence::of("how many bytes it takes"); }},
    {"count", 1, 1, anything, [](std::vector<OperandPointer> of) -> OperandPointer { return std::make_shared<Count>(of.front()); }, [] { return Sentence::of("how often it is in the packet"); }},
    {"string", 1, 1, numbersAndAddresses, asString, [] { return Sentence::of("written as text, for matches and contains"); }},
    {"max", 1, many, anything, extreme<Relation::Greater>, [] { return Sentence::of("the largest of all values"); }},
    {"min", 1, many, anything, extreme<Relation::Less>, [] { return Sentence::of("the smallest of all values"); }},
    {"abs", 1, 1, onlyNumbers, absolute, [] { return Sentence::of("the number without its sign"); }},
});

} // namespace

std::span<const FilterFunction> filterFunctions()
{
    return functions;
}

const FilterFunction *findFilterFunction(std::string_view name)
{
    const auto found = std::ranges::find(functions, name, &FilterFunction::name);
    return found == functions.end() ? nullptr : &*found;
}

} // namespace vethscope
