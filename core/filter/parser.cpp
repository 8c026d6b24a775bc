#include "core/filter/parser.h"

#include "core/filter/pattern.h"
#include "core/filter/valueparser.h"

#include <array>
#include <optional>

// The grammar of wireshark-filter(4), by recursive descent; ValueParser has the values.
//
//     or         = xor { "||" xor }
//     xor        = and { "^^" and }
//     and        = not { "&&" not }
//     not        = "!" not | test
//     test       = "(" or ")" | [ "any" | "all" ] value [ relation value { relation value } | "matches" text | [ "!" ] "in" set ]
//     set        = "{" value [ ".." value ] { "," value [ ".." value ] } "}"

namespace vethscope {
namespace {

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

class Parser
{
public:
    Parser(const std::vector<Token> &tokens, const Registry &registry) : m_cursor(tokens), m_values(m_cursor, registry) { }

    Result<ParsedFilter, FilterError> run()
    {
        if (m_cursor.peek().kind == Token::Kind::End)
            return ParsedFilter{};
        NodePointer node = parseOr();
        const Token &rest = m_cursor.peek();
        if (node && rest.kind != Token::Kind::End)
            m_cursor.fail(rest, rest.is(")") ? Sentence::of("this parenthesis was never opened")
                                             : Sentence::of("\"{}\" was not expected here", rest.text));
        if (m_cursor.error())
            return std::unexpected(*m_cursor.error());
        ParsedFilter parsed{std::move(node)};
        if (m_mixed) // Wireshark's words are “suggest parentheses around '&&' within '||'”
            parsed.doubts.push_back(
                {Sentence::of("\"&&\" binds tighter than \"||\"; parentheses would say which is meant"), m_mixed->offset, m_mixed->length});
        if (m_anyNotEqual) // Wireshark's users wrote it for what "!=" means since 3.6
            parsed.doubts.push_back({Sentence::of("\"!==\" holds where one of several values differs; \"!=\" means that none is equal"), m_anyNotEqual->offset, m_anyNotEqual->length});
        return parsed;
    }

private:
    NodePointer parseOr() { return parseChain("||", &Parser::parseXor, disjunction); }
    NodePointer parseXor() { return parseChain("^^", &Parser::parseAnd, exclusion); }
    NodePointer parseAnd() { return parseChain("&&", &Parser::parseNot, conjunction); }

    NodePointer parseChain(std::string_view symbol, NodePointer (Parser::*next)(), NodePointer (*join)(NodePointer, NodePointer))
    {
        NodePointer left = (this->*next)();
        const Token *joint = nullptr; // the first symbol of this chain
        while (left && m_cursor.accept(symbol)) {
            joint = joint ? joint : &m_cursor.last();
            doubtMixture(symbol);
            NodePointer right = (this->*next)();
            if (!right)
                return nullptr;
            doubtMixture(symbol);
            left = join(std::move(left), std::move(right));
        }
        if (joint)
            m_joint = joint;
        return left;
    }

    // A side of "||" that "&&" joins without parentheses around it.
    void doubtMixture(std::string_view symbol)
    {
        if (symbol == "||" && m_joint && m_joint->is("&&") && !m_mixed)
            m_mixed = m_joint;
    }

    NodePointer parseNot()
    {
        const TokenCursor::Depth depth(m_cursor);
        if (!depth.sound())
            return nullptr;
        const bool negated = m_cursor.accept("!");
        NodePointer operand = negated ? parseNot() : parseTest();
        m_joint = nullptr; // what joins things inside is between parentheses
        return operand && negated ? negation(std::move(operand)) : std::move(operand);
    }

    NodePointer parseTest()
    {
        if (m_cursor.accept("(")) {
            NodePointer inner = parseOr();
            if (inner && !m_cursor.accept(")"))
                return m_cursor.missing(Sentence::of("a closing parenthesis"));
            return inner;
        }
        std::optional<Quantifier> quantifier;
        if (m_cursor.accept("any"))
            quantifier = Quantifier::Any;
        else if (m_cursor.accept("all"))
            quantifier = Quantifier::All;
        const auto left = m_values.parse();
        if (!left)
            return nullptr;
        if (relationOf(m_cursor.peek()))
            return parseRelations(*left, quantifier);
        if (m_cursor.accept("matches"))
            return parsePattern(*left, quantifier.value_or(Quantifier::Any));
        if (m_cursor.accept("in"))
            return parseSet(*left, quantifier.value_or(Quantifier::Any));
        if (m_cursor.peek().is("!") && m_cursor.peek(1).is("in")) {
            m_cursor.take();
            m_cursor.take();
            NodePointer set = parseSet(*left, quantifier.value_or(Quantifier::Any));
            return set ? negation(std::move(set)) : nullptr;
        }
        if (quantifier)
            return m_cursor.missing(Sentence::of("a comparison"));
        return parsePresence(*left);
    }

    NodePointer parsePresence(const ParsedValue &value)
    {
        if (!value.operand)
            return m_values.failUnknown(value);
        const Operand *operand = value.operand.get();
        if (const auto *field = dynamic_cast<const FieldOperand *>(operand))
            return presence(field->accessor());
        if (dynamic_cast<const ArithmeticOperand *>(operand))
            return nonZero(value.operand);
        // A slice by itself asks whether the bytes are there.
        if (dynamic_cast<const SliceOperand *>(operand))
            return comparison(value.operand, Relation::Greater, std::make_shared<ConstantOperand>(operand->type(), Literal{}), Quantifier::Any);
        return m_cursor.fail(value.offset, value.length, Sentence::of("what a function gives has to be compared with something"));
    }

    // `1 < x < 5` means `1 < x && x < 5`.
    NodePointer parseRelations(ParsedValue left, std::optional<Quantifier> quantifier)
    {
        NodePointer result;
        while (const RelationSymbol *symbol = relationOf(m_cursor.peek())) {
            const Token &at = m_cursor.take();
            if (symbol->symbol == "!==" && !m_anyNotEqual)
                m_anyNotEqual = &at;
            auto right = m_values.parse();
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
        if (symbol.relation == Relation::Contains)
            return compareParts(left, at, right, quantifier);
        if (!left.operand && !right.operand)
            return m_values.failUnknown(left);
        if (!left.operand) // 80 == tcp.port
            return compare(right, {symbol.symbol, mirrored(symbol.relation), symbol.quantifier}, at, left, quantifier);
        const OperandPointer constant = m_values.resolve(right, left.operand->type());
        if (!constant)
            return nullptr;
        if (!comparable(left.operand->type(), constant->type()))
            return m_cursor.fail(right.offset, right.length, Sentence::of("the two sides have different types and cannot be compared"));
        return comparison(left.operand, symbol.relation, constant, quantifier);
    }

    NodePointer compareParts(const ParsedValue &left, const Token &at, const ParsedValue &right, Quantifier quantifier)
    {
        if (!left.operand)
            return m_values.failUnknown(left);
        if (!searchable(left.operand->type()))
            return m_cursor.fail(at, Sentence::of("\"contains\" looks into text and bytes, not into numbers and IP addresses"));
        const OperandPointer part = m_values.resolvePart(right, left.operand->type());
        if (!part)
            return nullptr;
        if (!sliceable(part->type()))
            return m_cursor.fail(right.offset, right.length, Sentence::of("the two sides have different types and cannot be compared"));
        return comparison(left.operand, Relation::Contains, part, quantifier);
    }

    NodePointer parsePattern(const ParsedValue &value, Quantifier quantifier)
    {
        if (!value.operand)
            return m_values.failUnknown(value);
        if (!searchable(value.operand->type()))
            return m_cursor.fail(value.offset, value.length, Sentence::of("\"matches\" looks into text and bytes only"));
        const Token &pattern = m_cursor.peek();
        if (pattern.kind != Token::Kind::Text)
            return m_cursor.missing(Sentence::of("a regular expression in quotes"));
        m_cursor.take();
        auto node = patternMatch(value.operand, pattern.text, quantifier);
        if (!node)
            return m_cursor.fail(pattern, node.error().message);
        return std::move(*node);
    }

    NodePointer parseSet(const ParsedValue &value, Quantifier quantifier)
    {
        if (!value.operand)
            return m_values.failUnknown(value);
        if (!m_cursor.accept("{"))
            return m_cursor.missing(Sentence::of("a set such as {80, 443, 8000..8010}"));
        std::vector<SetEntry> entries;
        do {
            SetEntry entry{parseSetValue(*value.operand), nullptr};
            if (entry.first && m_cursor.accept(".."))
                entry.last = parseSetValue(*value.operand);
            entries.push_back(std::move(entry));
        } while (!m_cursor.error() && m_cursor.accept(","));
        if (m_cursor.error())
            return nullptr;
        if (!m_cursor.accept("}"))
            return m_cursor.missing(Sentence::of("a comma or a closing brace"));
        return membership(value.operand, std::move(entries), quantifier);
    }

    OperandPointer parseSetValue(const Operand &of)
    {
        const auto value = m_values.parse();
        if (!value)
            return nullptr;
        OperandPointer operand = m_values.resolve(*value, of.type());
        if (operand && !comparable(of.type(), operand->type()))
            return m_cursor.fail(value->offset, value->length, Sentence::of("the value has another type and cannot be in such a set"));
        return operand;
    }

    TokenCursor m_cursor;
    ValueParser m_values;
    const Token *m_joint = nullptr; // what joins the operand that was parsed last, where no parentheses stand around it
    const Token *m_anyNotEqual = nullptr; // the first "!=="
    const Token *m_mixed = nullptr; // the first "&&" that is a side of "||"
};

} // namespace

Result<ParsedFilter, FilterError> parseFilter(const std::vector<Token> &tokens, const Registry &registry)
{
    return Parser(tokens, registry).run();
}

} // namespace vethscope
