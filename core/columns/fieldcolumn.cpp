#include "core/columns/fieldcolumn.h"

#include "core/dissect/format.h"
#include "core/dissect/print.h"
#include "core/filter/accessor.h"
#include "core/filter/lexer.h"
#include "core/filter/valueparser.h"
#include "core/protocols/ports.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::string_view tick = "✓"; // as Wireshark's columns

// `a || b`; nothing where it is anything else.
std::vector<OperandPointer> valuesIn(const std::vector<Token> &tokens, const Registry &registry)
{
    TokenCursor cursor(tokens);
    ValueParser parser(cursor, registry);
    std::vector<OperandPointer> values;
    do {
        const auto value = parser.parse();
        if (!value || !value->operand)
            return {};
        values.push_back(value->operand);
    } while (cursor.accept("||"));
    return cursor.peek().kind == Token::Kind::End ? values : std::vector<OperandPointer>();
}

// As Wireshark's columns of fields have a port with a name.
void printNamed(TextBuffer &out, const Field &field, BitRange place, const Value &value, const PortNaming *ports)
{
    const auto transport = ports ? transportOf(field) : std::nullopt;
    const std::string_view name = transport ? ports->nameOf(*transport, static_cast<std::uint16_t>(value.number)) : std::string_view();
    if (name.empty())
        return printWord(out, field, place, value);
    print(out, "{} ({})"_cf, name, value.number);
}

// One value after the other to take(), as text that is valid until the next; a tick for headers.
template <typename Take>
void forEachText(const Operand &operand, Evaluation &evaluation, const PortNaming *ports, Take take)
{
    TextBuffer text;
    if (const auto *field = dynamic_cast<const FieldOperand *>(&operand)) {
        bool isThere = false;
        field->accessor().forEach(evaluation, [&](const Value &value, const Field *row, BitRange place) {
            isThere = isThere || !row;
            if (!row)
                return;
            text.clear();
            printNamed(text, *row, place, value, ports);
            take(viewOf(text));
        });
        if (isThere) // a header, however often
            take(tick);
        return;
    }
    std::vector<FilterValue> &found = evaluation.scratch.takeList();
    operand.values(evaluation, found);
    const Field shown{.name = {}, .label = {}, .show = operand.type().show, .names = operand.type().names};
    for (const FilterValue &value : found) {
        text.clear();
        printWord(text, shown, {}, {static_cast<std::uint64_t>(value.number), value.bytes});
        take(viewOf(text));
    }
    evaluation.scratch.giveBackList();
}

// Whether the `place`th of `count`, from 0, is wanted.
bool isWanted(int occurrence, std::size_t place, std::size_t count)
{
    if (occurrence == 0)
        return true;
    const auto at = static_cast<std::int64_t>(place);
    return at == (occurrence > 0 ? occurrence - 1 : static_cast<std::int64_t>(count) + occurrence);
}

} // namespace

Result<FieldColumn, FilterError> FieldColumn::compile(std::string_view expression, const Registry &registry)
{
    auto condition = Filter::compile(expression, registry);
    if (!condition)
        return std::unexpected(condition.error());
    if (condition->empty())
        return std::unexpected(FilterError{Sentence::of("a field name or a value is expected here"), 0, 1});
    FieldColumn column;
    column.m_condition = *std::move(condition);
    if (const auto tokens = tokenise(expression))
        column.m_values = valuesIn(*tokens, registry);
    return column;
}

void FieldColumn::print(const PacketRow &row, int occurrence, FilterScratch &scratch, TextBuffer &out, const PortNaming *ports) const
{
    if (m_values.empty()) {
        if (m_condition.matches(row.frame, row.packet, scratch))
            vethscope::print(out, tick);
        return;
    }
    scratch.begin();
    Evaluation evaluation{row.frame, row.packet, scratch};
    bool isFirst = true;
    for (const OperandPointer &operand : m_values) {
        std::size_t count = 0, place = 0;
        if (occurrence < 0)
            forEachText(*operand, evaluation, ports, [&](std::string_view) { ++count; });
        forEachText(*operand, evaluation, ports, [&](std::string_view text) {
            if (!isWanted(occurrence, place++, count))
                return;
            if (!isFirst)
                out.push_back(',');
            isFirst = false;
            vethscope::print(out, text);
        });
    }
}

bool FieldColumn::isNumeric() const
{
    return !m_values.empty() && std::ranges::all_of(m_values, [](const OperandPointer &operand) {
        return !operand->type().protocol && operand->type().names.empty() && operand->type().show != Show::Flag && vethscope::isNumeric(operand->type().show);
    });
}

std::optional<double> FieldColumn::number(const PacketRow &row, int occurrence, FilterScratch &scratch) const
{
    scratch.begin();
    Evaluation evaluation{row.frame, row.packet, scratch};
    for (const OperandPointer &operand : m_values) {
        std::vector<FilterValue> &found = scratch.takeList();
        operand->values(evaluation, found);
        std::optional<double> number;
        for (std::size_t place = 0; place < found.size() && !number; ++place)
            if (isWanted(occurrence, place, found.size()))
                number = static_cast<double>(found[place].number);
        scratch.giveBackList();
        if (number)
            return number;
    }
    return std::nullopt;
}

} // namespace vethscope
