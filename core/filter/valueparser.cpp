#include "core/filter/valueparser.h"

#include "core/filter/functions.h"
#include "core/filter/rangeparser.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vethscope {
namespace {

std::optional<ParsedValue> spanning(OperandPointer operand, std::size_t offset, const Token &last)
{
    return ParsedValue{std::move(operand), {}, offset, last.offset + last.length - offset};
}

} // namespace

std::optional<ParsedValue> ValueParser::parseOperators(std::initializer_list<std::string_view> symbols, Level next)
{
    auto left = (this->*next)();
    while (left && std::ranges::any_of(symbols, [&](std::string_view symbol) { return m_cursor.peek().is(symbol); })) {
        const Token &symbol = m_cursor.take();
        const auto right = (this->*next)();
        if (!right)
            return std::nullopt;
        left = compute(*left, symbol, *right);
    }
    return left;
}

std::optional<ParsedValue> ValueParser::compute(const ParsedValue &left, const Token &symbol, const ParsedValue &right)
{
    const OperandPointer &known = left.operand ? left.operand : right.operand;
    const ValueType type = known ? known->type() : ValueType{};
    if (!computable(symbol.text[0], type)) {
        m_cursor.fail(symbol, symbol.is("&") ? Sentence::of("\"&\" computes with numbers, addresses and bytes only")
                                              : Sentence::of("\"{}\" computes with numbers only", symbol.text));
        return std::nullopt;
    }
    const OperandPointer a = resolve(left, type);
    const OperandPointer b = resolve(right, type);
    if (!a || !b)
        return std::nullopt;
    if (!comparable(a->type(), b->type()) || !computable(symbol.text[0], b->type())) {
        m_cursor.fail(right.offset, right.length, Sentence::of("the two sides of \"{}\" have different types", symbol.text));
        return std::nullopt;
    }
    return ParsedValue{std::make_shared<ArithmeticOperand>(symbol.text[0], a, b), {}, left.offset, right.offset + right.length - left.offset};
}

std::optional<ParsedValue> ValueParser::parseUnit()
{
    const TokenCursor::Depth depth(m_cursor);
    if (!depth.sound())
        return std::nullopt;
    const Token &token = m_cursor.peek();
    if (token.is("-") || token.is("+"))
        return parseSign();
    if (m_cursor.accept("{")) {
        auto inner = parse();
        if (inner && !m_cursor.accept("}")) {
            m_cursor.missing(Sentence::of("a closing brace"));
            return std::nullopt;
        }
        return inner;
    }
    if (token.kind == Token::Kind::Symbol || token.kind == Token::Kind::End) {
        m_cursor.missing(Sentence::of("a field name or a value"));
        return std::nullopt;
    }
    m_cursor.take();
    if (token.kind == Token::Kind::Word && m_cursor.peek().is("("))
        return parseFunction(token);
    const ParsedValue value{nullptr, token, token.offset, token.length};
    if (token.kind == Token::Kind::Word || token.kind == Token::Kind::Name)
        if (auto accessor = Accessor::find(token.text, m_registry))
            return parseField(std::move(*accessor), token);
    if (token.kind == Token::Kind::Name) {
        failUnknown(value);
        return std::nullopt;
    }
    return value;
}

std::optional<ParsedValue> ValueParser::parseSign()
{
    const Token &sign = m_cursor.take();
    auto value = parseUnit();
    if (!value)
        return std::nullopt;
    value->length += value->offset - sign.offset;
    value->offset = sign.offset;
    if (!value->operand && value->literal.kind == Token::Kind::Word) { // a number, whose type is not known yet
        value->literal.text.insert(0, sign.text);
        value->literal.offset = value->offset;
        value->literal.length = value->length;
        return value;
    }
    if (!value->operand || !computable('-', value->operand->type())) {
        m_cursor.fail(sign, Sentence::of("only numbers have a sign"));
        return std::nullopt;
    }
    if (sign.is("-"))
        value->operand = std::make_shared<ArithmeticOperand>(
            '-', std::make_shared<ConstantOperand>(ValueType{.show = value->operand->type().show}, Literal{}), value->operand);
    return value;
}

std::optional<ParsedValue> ValueParser::parseFunction(const Token &name)
{
    const FilterFunction *function = findFilterFunction(name.text);
    if (!function) {
        m_cursor.fail(name, Sentence::of("\"{}\" is not a function; there are upper, lower, len, count, string, max, min and abs", name.text));
        return std::nullopt;
    }
    m_cursor.take();
    std::vector<OperandPointer> arguments;
    do {
        const auto value = parse();
        if (!value)
            return std::nullopt;
        // A constant is of the type of what stands before it: max(ip.ttl, 64).
        if (!value->operand && arguments.empty()) {
            failUnknown(*value);
            return std::nullopt;
        }
        OperandPointer operand = resolve(*value, arguments.empty() ? ValueType{} : arguments.front()->type());
        if (!operand)
            return std::nullopt;
        if (Sentence refusal = function->refuses(function->name, operand->type()); !refusal.empty()) {
            m_cursor.fail(value->offset, value->length, std::move(refusal));
            return std::nullopt;
        }
        if (!arguments.empty() && !comparable(arguments.front()->type(), operand->type())) {
            m_cursor.fail(value->offset, value->length, Sentence::of("the arguments of {}() have different types", function->name));
            return std::nullopt;
        }
        arguments.push_back(std::move(operand));
    } while (m_cursor.accept(","));
    if (!m_cursor.accept(")")) {
        m_cursor.missing(Sentence::of("a closing parenthesis"));
        return std::nullopt;
    }
    if (arguments.size() < function->fewest || arguments.size() > function->most) {
        m_cursor.fail(name, function->fewest == 1
                                ? Sentence::of("{}() takes 1 argument, not {}", function->name, arguments.size())
                                : Sentence::of("{}() takes {} arguments, not {}", function->name, function->fewest, arguments.size()));
        return std::nullopt;
    }
    return parseSlices(function->apply(std::move(arguments)), name);
}

std::optional<ParsedValue> ValueParser::parseField(Accessor accessor, const Token &name)
{
    if (m_cursor.accept("#") && !parseLayers(accessor))
        return std::nullopt;
    return parseSlices(std::make_shared<FieldOperand>(std::move(accessor)), name);
}

std::optional<ParsedValue> ValueParser::parseSlices(OperandPointer operand, const Token &name)
{
    while (m_cursor.peek().is("[")) {
        if (!sliceable(operand->type())) {
            m_cursor.fail(m_cursor.peek(), Sentence::of("{} is a number and has no bytes to cut out", name.text));
            return std::nullopt;
        }
        m_cursor.take();
        auto parts = parseRanges(m_cursor);
        if (!parts)
            return std::nullopt;
        operand = std::make_shared<SliceOperand>(std::move(operand), std::move(*parts));
    }
    return spanning(std::move(operand), name.offset, m_cursor.last());
}

bool ValueParser::parseLayers(Accessor &accessor)
{
    LayerChoice choice = accessor.choice();
    const Token &at = m_cursor.peek();
    if (m_cursor.accept("[")) {
        const auto parts = parseRanges(m_cursor);
        if (!parts)
            return false;
        for (const SliceOperand::Part &part : *parts)
            choice.runs.push_back({part.start, part.length});
    } else {
        const auto place = m_cursor.takeInteger();
        if (!place)
            return false;
        choice.runs.push_back({*place, 1});
    }
    if (std::ranges::any_of(choice.runs, [](const LayerChoice::Run &run) { return run.start == 0 && run.length == 1; })) {
        m_cursor.fail(at, Sentence::of("layers are counted from 1, or from -1 for the innermost"));
        return false;
    }
    accessor.choose(std::move(choice));
    return true;
}

OperandPointer ValueParser::constant(const Token &token, const ValueType &type, Result<Literal, FilterError> literal)
{
    if (literal)
        return std::make_shared<ConstantOperand>(type, std::move(*literal));
    // A word that looks like a field's name was probably meant to be one.
    const bool looksLikeName = token.kind == Token::Kind::Word && isNumeric(type.show) && std::isalpha(static_cast<unsigned char>(token.text[0]));
    return m_cursor.fail(literal.error().offset, literal.error().length,
                         looksLikeName ? Sentence::of("{}, and no field has this name", literal.error().message) : literal.error().message);
}

OperandPointer ValueParser::resolve(const ParsedValue &value, const ValueType &type)
{
    return value.operand ? value.operand : constant(value.literal, type, readLiteral(value.literal, type));
}

OperandPointer ValueParser::resolvePart(const ParsedValue &value, const ValueType &type)
{
    return value.operand ? value.operand : constant(value.literal, type, readPart(value.literal, type));
}

std::nullptr_t ValueParser::failUnknown(const ParsedValue &value)
{
    const Token &token = value.literal;
    if (token.kind != Token::Kind::Word && token.kind != Token::Kind::Name)
        return m_cursor.fail(value.offset, value.length, Sentence::of("a constant by itself says nothing about packets"));
    const std::vector<std::string> near = m_registry.nearest(token.text);
    if (near.empty())
        return m_cursor.fail(value.offset, value.length, Sentence::of("\"{}\" is neither a field nor a protocol", token.text));
    return m_cursor.fail(value.offset, value.length,
                         Sentence::of("\"{}\" is neither a field nor a protocol; did you mean {}?", token.text,
                                      fmt::format("{}", fmt::join(near, ", "))));
}

} // namespace vethscope
