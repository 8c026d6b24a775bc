#include "core/filter/parser.h"

#include "core/filter/functions.h"
#include "core/filter/pattern.h"

#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

// The grammar of wireshark-filter(4), by recursive descent:
//
//     or         = xor { "||" xor }
//     xor        = and { "^^" and }
//     and        = not { "&&" not }
//     not        = "!" not | test
//     test       = "(" or ")" | [ "any" | "all" ] value [ relation value { relation value } | [ "!" ] "in" set ]
//     value      = sum [ "&" sum ]
//     sum        = product { ( "+" | "-" ) product }
//     product    = unit { ( "*" | "/" | "%" ) unit }
//     unit       = [ "-" ] ( name [ "#" layers ] { slice } | function "(" value { "," value } ")" | literal | "{" value "}" )

namespace vethscope {
namespace {

// Nested deeper than this, an expression is an attack on the stack, not a question.
constexpr int deepest = 200;

struct RelationSymbol {
    std::string_view symbol;
    Relation relation;
    Quantifier quantifier;
};

// `!=` means that no value is equal (Wireshark 3.6 and newer), `!==` that some value is not.
constexpr auto relations = std::to_array<RelationSymbol>({
    {"==", Relation::Equal, Quantifier::Any},
    {"===", Relation::Equal, Quantifier::All},
    {"!=", Relation::NotEqual, Quantifier::All},
    {"!==", Relation::NotEqual, Quantifier::Any},
    {">", Relation::Greater, Quantifier::Any},
    {"<", Relation::Less, Quantifier::Any},
    {">=", Relation::GreaterOrEqual, Quantifier::Any},
    {"<=", Relation::LessOrEqual, Quantifier::Any},
    {"contains", Relation::Contains, Quantifier::Any},
});

const RelationSymbol *relationOf(const Token &token)
{
    if (token.kind == Token::Kind::Symbol)
        for (const RelationSymbol &candidate : relations)
            if (candidate.symbol == token.text)
                return &candidate;
    return nullptr;
}

// A parsed value: an operand, or a literal whose type the other side decides.
struct ParsedValue {
    OperandPointer operand;
    Token literal;
    std::size_t offset = 0;
    std::size_t length = 0;
};

bool textual(Show show)
{
    return show == Show::Text || show == Show::Raw || show == Show::Mac || show == Show::Ipv4 || show == Show::Ipv6;
}

bool comparable(Show left, Show right)
{
    if (isNumeric(left) || isNumeric(right))
        return isNumeric(left) && isNumeric(right);
    return left == right || left == Show::Raw || right == Show::Raw;
}

class Parser
{
public:
    Parser(const std::vector<Token> &tokens, const Registry &registry) : m_tokens(tokens), m_registry(registry) { }

    Result<NodePointer, FilterError> run()
    {
        if (peek().kind == Token::Kind::End)
            return NodePointer{};
        NodePointer node = parseOr();
        if (node && peek().kind != Token::Kind::End)
            fail(peek(), peek().is(")") ? std::string("this parenthesis was never opened")
                                        : fmt::format("\"{}\" was not expected here", peek().text));
        if (m_error)
            return std::unexpected(*m_error);
        return node;
    }

private:
    const Token &peek(std::size_t ahead = 0) const { return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)]; }
    const Token &take() { return m_tokens[std::min(m_at++, m_tokens.size() - 1)]; }
    bool accept(std::string_view symbol)
    {
        if (!peek().is(symbol))
            return false;
        ++m_at;
        return true;
    }

    // The first error stands; everything after it is a consequence.
    std::nullptr_t fail(std::size_t offset, std::size_t length, std::string message)
    {
        if (!m_error)
            m_error = FilterError{std::move(message), offset, std::max<std::size_t>(length, 1)};
        return nullptr;
    }
    std::nullptr_t fail(const Token &token, std::string message) { return fail(token.offset, token.length, std::move(message)); }
    std::nullptr_t missing(std::string_view what)
    {
        const Token &token = peek();
        return fail(token, token.kind == Token::Kind::End ? fmt::format("the expression ends where {} is expected", what)
                                                          : fmt::format("{} is expected here, not \"{}\"", what, token.text));
    }

    NodePointer parseOr() { return parseChain("||", &Parser::parseXor, disjunction); }
    NodePointer parseXor() { return parseChain("^^", &Parser::parseAnd, exclusion); }
    NodePointer parseAnd() { return parseChain("&&", &Parser::parseNot, conjunction); }

    NodePointer parseChain(std::string_view symbol, NodePointer (Parser::*next)(), NodePointer (*join)(NodePointer, NodePointer))
    {
        NodePointer left = (this->*next)();
        while (left && accept(symbol)) {
            NodePointer right = (this->*next)();
            if (!right)
                return nullptr;
            left = join(std::move(left), std::move(right));
        }
        return left;
    }

    NodePointer parseNot()
    {
        const Depth depth(m_depth);
        if (m_depth > deepest)
            return fail(peek(), fmt::format("more than {} levels of nesting", deepest));
        if (!accept("!"))
            return parseTest();
        NodePointer operand = parseNot();
        return operand ? negation(std::move(operand)) : nullptr;
    }

    NodePointer parseTest()
    {
        if (accept("(")) {
            NodePointer inner = parseOr();
            if (inner && !accept(")"))
                return missing("a closing parenthesis");
            return inner;
        }
        std::optional<Quantifier> quantifier;
        if (accept("any"))
            quantifier = Quantifier::Any;
        else if (accept("all"))
            quantifier = Quantifier::All;
        const auto left = parseValue();
        if (!left)
            return nullptr;
        if (relationOf(peek()))
            return parseRelations(*left, quantifier);
        if (accept("matches"))
            return parsePattern(*left);
        if (accept("in"))
            return parseSet(*left);
        if (peek().is("!") && peek(1).is("in")) {
            m_at += 2;
            NodePointer set = parseSet(*left);
            return set ? negation(std::move(set)) : nullptr;
        }
        if (quantifier)
            return missing("a comparison");
        return parsePresence(*left);
    }

    NodePointer parsePresence(const ParsedValue &value)
    {
        if (!value.operand)
            return fail(value.offset, value.length, unknownName(value.literal));
        if (const auto *field = dynamic_cast<const FieldOperand *>(value.operand.get()))
            return presence(field->accessor());
        if (isNumeric(value.operand->show()))
            return nonZero(value.operand);
        return presenceOfBytes(value);
    }

    // A slice by itself asks whether the bytes are there.
    NodePointer presenceOfBytes(const ParsedValue &value)
    {
        return comparison(value.operand, Relation::GreaterOrEqual, std::make_shared<ConstantOperand>(Show::Raw, Literal{}), Quantifier::Any);
    }

    // `1 < x < 5` means `1 < x && x < 5`.
    NodePointer parseRelations(ParsedValue left, std::optional<Quantifier> quantifier)
    {
        NodePointer result;
        while (const RelationSymbol *symbol = relationOf(peek())) {
            const Token &at = take();
            auto right = parseValue();
            if (!right)
                return nullptr;
            NodePointer one = compare(left, *symbol, at, *right, quantifier.value_or(symbol->quantifier));
            if (!one)
                return nullptr;
            result = result ? conjunction(std::move(result), std::move(one)) : std::move(one);
            left = std::move(*right);
        }
        return result;
    }

    NodePointer compare(const ParsedValue &left, const RelationSymbol &symbol, const Token &at, const ParsedValue &right, Quantifier quantifier)
    {
        if (!left.operand && !right.operand)
            return fail(left.offset, left.length, unknownName(left.literal));
        const OperandPointer known = left.operand ? left.operand : right.operand;
        const bool contains = symbol.relation == Relation::Contains;
        if (contains && !textual(known->show()))
            return fail(at, "\"contains\" looks into text and bytes, not into numbers");
        const Show type = contains && known->show() != Show::Text ? Show::Raw : known->show();
        const OperandPointer a = resolve(left, type, known->valueNames());
        const OperandPointer b = resolve(right, type, known->valueNames());
        if (!a || !b)
            return nullptr;
        if (!comparable(a->show(), b->show()))
            return fail(right.offset, right.length, "the two sides have different types and cannot be compared");
        return comparison(a, symbol.relation, b, quantifier);
    }

    NodePointer parsePattern(const ParsedValue &value)
    {
        if (!value.operand)
            return fail(value.offset, value.length, unknownName(value.literal));
        if (value.operand->show() != Show::Text && value.operand->show() != Show::Raw)
            return fail(value.offset, value.length, "\"matches\" looks into text and bytes only");
        const Token pattern = take();
        if (pattern.kind != Token::Kind::Text) {
            --m_at;
            return missing("a regular expression in quotes");
        }
        auto node = patternMatch(value.operand, pattern.text);
        if (!node)
            return fail(pattern, node.error().message);
        return std::move(*node);
    }

    NodePointer parseSet(const ParsedValue &value)
    {
        if (!value.operand)
            return fail(value.offset, value.length, unknownName(value.literal));
        if (!accept("{"))
            return missing("a set such as {80, 443, 8000..8010}");
        std::vector<SetEntry> entries;
        do {
            if (peek().is("}") && !entries.empty())
                break;
            SetEntry entry;
            entry.first = parseSetValue(*value.operand);
            if (entry.first && accept(".."))
                entry.last = parseSetValue(*value.operand);
            if (m_error)
                return nullptr;
            entries.push_back(std::move(entry));
            accept(",");
        } while (!accept("}"));
        if (entries.empty())
            return missing("a value");
        return membership(value.operand, std::move(entries));
    }

    OperandPointer parseSetValue(const Operand &of)
    {
        const auto value = parseValue();
        return value ? resolve(*value, of.show(), of.valueNames()) : nullptr;
    }

    std::optional<ParsedValue> parseValue()
    {
        return parseOperators({"&"}, &Parser::parseSum);
    }

    std::optional<ParsedValue> parseSum() { return parseOperators({"+", "-"}, &Parser::parseProduct); }
    std::optional<ParsedValue> parseProduct() { return parseOperators({"*", "/", "%"}, &Parser::parseUnit); }

    std::optional<ParsedValue> parseOperators(std::initializer_list<std::string_view> symbols, std::optional<ParsedValue> (Parser::*next)())
    {
        auto left = (this->*next)();
        while (left) {
            const auto *symbol = std::ranges::find_if(symbols, [&](std::string_view s) { return peek().is(s); });
            if (symbol == symbols.end())
                return left;
            const Token &at = take();
            const auto right = (this->*next)();
            if (!right)
                return std::nullopt;
            left = compute(*left, at, *right);
        }
        return left;
    }

    std::optional<ParsedValue> compute(const ParsedValue &left, const Token &at, const ParsedValue &right)
    {
        const OperandPointer known = left.operand ? left.operand : right.operand;
        const Show type = known ? known->show() : Show::Decimal;
        if (!isNumeric(type)) {
            fail(at, fmt::format("\"{}\" computes with numbers only", at.text));
            return std::nullopt;
        }
        const OperandPointer a = resolve(left, type, {});
        const OperandPointer b = resolve(right, type, {});
        if (!a || !b)
            return std::nullopt;
        return ParsedValue{std::make_shared<ArithmeticOperand>(at.text[0], a, b), {}, left.offset, right.offset + right.length - left.offset};
    }

    std::optional<ParsedValue> parseUnit()
    {
        const Depth depth(m_depth);
        if (m_depth > deepest) {
            fail(peek(), fmt::format("more than {} levels of nesting", deepest));
            return std::nullopt;
        }
        const Token &token = peek();
        if (token.is("-") && peek(1).kind == Token::Kind::Word) {
            ++m_at;
            Token number = take();
            number.text = fmt::format("-{}", number.text);
            number.length += number.offset - token.offset;
            number.offset = token.offset;
            return ParsedValue{nullptr, number, number.offset, number.length};
        }
        if (token.is("{")) {
            ++m_at;
            auto inner = parseValue();
            if (inner && !accept("}")) {
                missing("a closing brace");
                return std::nullopt;
            }
            return inner;
        }
        if (token.kind == Token::Kind::Symbol || token.kind == Token::Kind::End) {
            missing("a field name or a value");
            return std::nullopt;
        }
        ++m_at;
        if (token.kind == Token::Kind::Word && peek().is("("))
            return parseFunction(token);
        ParsedValue value{nullptr, token, token.offset, token.length};
        if (token.kind == Token::Kind::Word)
            if (auto accessor = Accessor::find(token.text, m_registry))
                return parseField(std::move(*accessor), token);
        return value;
    }

    std::optional<ParsedValue> parseFunction(const Token &name)
    {
        const FilterFunction *function = findFilterFunction(name.text);
        if (!function) {
            fail(name, fmt::format("\"{}\" is not a function; there are upper, lower, len, count, string, max, min and abs", name.text));
            return std::nullopt;
        }
        take();
        std::vector<OperandPointer> arguments;
        do {
            const auto value = parseValue();
            if (!value)
                return std::nullopt;
            OperandPointer operand = value->operand ? value->operand : resolve(*value, Show::Decimal, {});
            if (!operand)
                return std::nullopt;
            if (const char *reason = function->refuses(operand->show())) {
                fail(value->offset, value->length, fmt::format("{}() {}", function->name, reason));
                return std::nullopt;
            }
            arguments.push_back(std::move(operand));
        } while (accept(","));
        if (!accept(")")) {
            missing("a closing parenthesis");
            return std::nullopt;
        }
        if (arguments.size() < function->fewest || arguments.size() > function->most) {
            fail(name, fmt::format("{}() takes {} argument{}, not {}", function->name, function->fewest,
                                   function->fewest == 1 ? "" : "s", arguments.size()));
            return std::nullopt;
        }
        const Token &last = m_tokens[m_at - 1];
        return ParsedValue{function->apply(std::move(arguments)), {}, name.offset, last.offset + last.length - name.offset};
    }

    std::optional<ParsedValue> parseField(Accessor accessor, const Token &name)
    {
        if (accept("#") && !parseLayers(accessor))
            return std::nullopt;
        OperandPointer operand = std::make_shared<FieldOperand>(std::move(accessor));
        while (peek().is("[")) {
            if (isNumeric(operand->show())) {
                fail(peek(), fmt::format("{} is a number and has no bytes to cut out", name.text));
                return std::nullopt;
            }
            auto parts = parseSlice();
            if (!parts)
                return std::nullopt;
            operand = std::make_shared<SliceOperand>(std::move(operand), std::move(*parts));
        }
        const Token &last = m_tokens[m_at - 1];
        return ParsedValue{std::move(operand), {}, name.offset, last.offset + last.length - name.offset};
    }

    std::optional<std::int64_t> parseInteger()
    {
        const bool negative = accept("-");
        const Token &token = peek();
        std::int64_t value = 0;
        const char *end = token.text.data() + token.text.size();
        if (token.kind != Token::Kind::Word || std::from_chars(token.text.data(), end, value).ptr != end) {
            missing("a number");
            return std::nullopt;
        }
        ++m_at;
        return negative ? -value : value;
    }

    bool parseLayers(Accessor &accessor)
    {
        LayerChoice choice = accessor.choice();
        const bool range = accept("[");
        const auto first = parseInteger();
        if (!first)
            return false;
        auto last = first;
        if (range && accept("-"))
            last = parseInteger();
        if (!last)
            return false;
        if (range && !accept("]")) {
            missing("a closing bracket");
            return false;
        }
        if (*first == 0 || *last == 0) {
            fail(m_tokens[m_at - 1], "layers are counted from 1, or from -1 for the innermost");
            return false;
        }
        constexpr std::int64_t most = 1000;
        choice.first = static_cast<int>(std::clamp(*first, -most, most));
        choice.last = static_cast<int>(std::clamp(*last, -most, most));
        accessor.choose(choice);
        return true;
    }

    // [n:m] m bytes from n on · [n-m] from n to m · [:m] the first m · [n:] from n on · [n] one byte
    std::optional<std::vector<SliceOperand::Part>> parseSlice()
    {
        take();
        std::vector<SliceOperand::Part> parts;
        do {
            SliceOperand::Part part;
            if (accept(":")) {
                const auto length = parseInteger();
                if (!length)
                    return std::nullopt;
                part.length = *length;
            } else {
                const auto start = parseInteger();
                if (!start)
                    return std::nullopt;
                part = {*start, 1};
                if (accept(":")) {
                    part.length = SliceOperand::Part::toTheEnd;
                    if (!peek().is("]") && !peek().is(",")) {
                        const auto length = parseInteger();
                        if (!length)
                            return std::nullopt;
                        part.length = *length;
                    }
                } else if (accept("-")) {
                    const auto end = parseInteger();
                    if (!end)
                        return std::nullopt;
                    part.length = *end - *start + 1;
                }
            }
            parts.push_back(part);
        } while (accept(","));
        if (!accept("]")) {
            missing("a closing bracket");
            return std::nullopt;
        }
        return parts;
    }

    OperandPointer resolve(const ParsedValue &value, Show type, std::span<const ValueName> names)
    {
        if (value.operand)
            return value.operand;
        auto literal = readLiteral(value.literal, type, names);
        if (!literal) {
            // A word that looks like a field's name was probably meant to be one.
            const bool looksLikeName = value.literal.kind == Token::Kind::Word && isNumeric(type)
                && !std::isdigit(static_cast<unsigned char>(value.literal.text[0]));
            return fail(literal.error().offset, literal.error().length,
                        looksLikeName ? literal.error().message + ", and no field has this name" : literal.error().message);
        }
        return std::make_shared<ConstantOperand>(type, std::move(*literal));
    }

    std::string unknownName(const Token &token) const
    {
        if (token.kind != Token::Kind::Word)
            return "a constant by itself says nothing about packets";
        const std::vector<std::string> near = m_registry.nearest(token.text);
        if (near.empty())
            return fmt::format("\"{}\" is neither a field nor a protocol", token.text);
        return fmt::format("\"{}\" is neither a field nor a protocol; did you mean {}?", token.text, fmt::join(near, ", "));
    }

    // Counts nesting while a function that may call itself runs.
    struct Depth {
        explicit Depth(int &count) : m_count(count) { ++m_count; }
        ~Depth() { --m_count; }
        int &m_count;
    };

    const std::vector<Token> &m_tokens;
    const Registry &m_registry;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::optional<FilterError> m_error;
};

} // namespace

Result<NodePointer, FilterError> parseFilter(const std::vector<Token> &tokens, const Registry &registry)
{
    return Parser(tokens, registry).run();
}

} // namespace vethscope
