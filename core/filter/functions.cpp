#include "core/filter/functions.h"

#include "core/dissect/format.h"

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
    Mapped(Show show, OperandPointer of, Change change) : Operand(show), m_of(std::move(of)), m_change(change) { }

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
OperandPointer mapped(Show show, OperandPointer of, Change change)
{
    return std::make_shared<Mapped<Change>>(show, std::move(of), change);
}

class Count final : public Operand
{
public:
    explicit Count(OperandPointer of) : Operand(Show::Decimal), m_of(std::move(of)) { }

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
    Extreme(std::vector<OperandPointer> of, bool largest) : Operand(of.front()->show()), m_of(std::move(of)), m_largest(largest) { }

    void values(Evaluation &evaluation, std::vector<FilterValue> &out) const override
    {
        auto &list = evaluation.scratch.takeList();
        for (const OperandPointer &operand : m_of)
            operand->values(evaluation, list);
        if (!list.empty())
            out.push_back(m_largest ? std::ranges::max(list, {}, &FilterValue::number) : std::ranges::min(list, {}, &FilterValue::number));
        evaluation.scratch.giveBackList();
    }

private:
    std::vector<OperandPointer> m_of;
    bool m_largest;
};

template <int Change(int)>
OperandPointer changeCase(std::vector<OperandPointer> arguments)
{
    return mapped(Show::Text, arguments.front(), [](Evaluation &evaluation, FilterValue value) {
        std::byte *text = evaluation.scratch.allocate(value.bytes.size() + 1);
        std::ranges::transform(value.bytes, text, [](std::byte byte) { return std::byte(Change(std::to_integer<int>(byte))); });
        return FilterValue{0, {text, value.bytes.size()}};
    });
}

OperandPointer length(std::vector<OperandPointer> arguments)
{
    return mapped(Show::Decimal, arguments.front(), [](Evaluation &, FilterValue value) {
        return FilterValue{static_cast<std::int64_t>(value.bytes.size()), {}};
    });
}

OperandPointer asString(std::vector<OperandPointer> arguments)
{
    const Show show = arguments.front()->show();
    return mapped(Show::Text, arguments.front(), [show](Evaluation &evaluation, FilterValue value) {
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
    return mapped(arguments.front()->show(), arguments.front(),
                  [](Evaluation &, FilterValue value) { return FilterValue{value.number < 0 ? -value.number : value.number, {}}; });
}

const char *onlyText(Show show)
{
    return show == Show::Text ? nullptr : "takes text only";
}

const char *onlyNumbers(Show show)
{
    return isNumeric(show) ? nullptr : "takes numbers only";
}

const char *onlyBytes(Show show)
{
    return isNumeric(show) ? "takes text and bytes, not numbers" : nullptr;
}

const char *anything(Show)
{
    return nullptr;
}

// string() is for what is not text already.
const char *notText(Show show)
{
    return show == Show::Text || show == Show::Nothing ? "takes numbers and addresses, which are not text yet" : nullptr;
}

constexpr std::size_t many = 64;

constexpr auto functions = std::to_array<FilterFunction>({
    {"upper", 1, 1, onlyText, changeCase<std::toupper>},
    {"lower", 1, 1, onlyText, changeCase<std::tolower>},
    {"len", 1, 1, onlyBytes, length},
    {"count", 1, 1, anything, [](std::vector<OperandPointer> of) -> OperandPointer { return std::make_shared<Count>(of.front()); }},
    {"string", 1, 1, notText, asString},
    {"max", 1, many, onlyNumbers, [](std::vector<OperandPointer> of) -> OperandPointer { return std::make_shared<Extreme>(std::move(of), true); }},
    {"min", 1, many, onlyNumbers, [](std::vector<OperandPointer> of) -> OperandPointer { return std::make_shared<Extreme>(std::move(of), false); }},
    {"abs", 1, 1, onlyNumbers, absolute},
});

} // namespace

const FilterFunction *findFilterFunction(std::string_view name)
{
    const auto found = std::ranges::find(functions, name, &FilterFunction::name);
    return found == functions.end() ? nullptr : &*found;
}

} // namespace vethscope
