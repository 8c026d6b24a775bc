#include "core/filter/filter.h"

#include "core/filter/accessor.h"
#include "core/filter/parser.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace vethscope {

std::string FilterError::withCaret(std::string_view expression) const
{
    const std::size_t at = std::min(offset, expression.size());
    return fmt::format("{}\n    {}\n    {:>{}}{:^>{}}", message.english(), expression, "", at, "", std::max<std::size_t>(length, 1));
}

namespace {

// What joins two parts nests them, and the stack has to hold the deepest; sets and calls do not.
constexpr std::size_t mostOperators = 5000;

std::optional<FilterError> tooLong(const std::vector<Token> &tokens)
{
    constexpr auto harmless = std::to_array<std::string_view>({"(", ")", "{", "}", "!", ",", ".."});
    std::size_t operators = 0;
    for (const Token &token : tokens)
        if (token.kind == Token::Kind::Symbol && std::ranges::none_of(harmless, [&](std::string_view symbol) { return token.is(symbol); })
            && ++operators > mostOperators)
            return FilterError{Sentence::of("more than {} operators in one filter", mostOperators), token.offset, token.length};
    return std::nullopt;
}

} // namespace

Result<Filter, FilterError> Filter::compile(std::string_view expression, const Registry &registry)
{
    const auto tokens = tokenise(expression);
    if (!tokens)
        return std::unexpected(tokens.error());
    if (auto error = tooLong(*tokens))
        return std::unexpected(std::move(*error));
    auto parsed = parseFilter(*tokens, registry);
    if (!parsed)
        return std::unexpected(parsed.error());
    Filter filter;
    filter.m_expression = expression;
    filter.m_doubts = std::move(parsed->doubts);
    for (const Token &token : *tokens)
        if (const auto accessor = token.kind == Token::Kind::Word || token.kind == Token::Kind::Name ? Accessor::find(token.text, registry) : std::nullopt) {
            filter.m_asked.insert(filter.m_asked.end(), accessor->asks().begin(), accessor->asks().end());
            if (std::ranges::find(accessor->asks(), &protocols::kubernetes) != accessor->asks().end() && !filter.m_hostsField)
                filter.m_hostsField =
                    FilterError{Sentence::of("no host snapshot is loaded: k8s fields are in no packet"), token.offset, token.length};
        }
    filter.m_root = std::move(parsed->root);
    return filter;
}

std::vector<FilterError> Filter::doubts(bool hostsAreKnown) const
{
    std::vector<FilterError> doubts;
    if (m_hostsField && !hostsAreKnown)
        doubts.push_back(*m_hostsField);
    doubts.insert(doubts.end(), m_doubts.begin(), m_doubts.end());
    return doubts;
}

Sentence Filter::givenUpSentence(std::uint64_t packets)
{
    if (packets == 1)
        return Sentence::of("a regular expression of the filter took too many steps in 1 packet and was given up there; it counts as not matching");
    return Sentence::of("a regular expression of the filter took too many steps in {} packets and was given up there; they count as not matching",
                        packets);
}

bool Filter::matches(const Frame &frame, const Dissection &packet, FilterScratch &scratch) const
{
    if (!m_root)
        return true;
    scratch.begin();
    Evaluation evaluation{frame, packet, scratch};
    return m_root->matches(evaluation);
}

std::optional<bool> Filter::ofFlow(const Frame &frame, const Dissection &packet, FilterScratch &scratch) const
{
    if (!m_root)
        return true;
    scratch.begin();
    Evaluation evaluation{frame, packet, scratch};
    return m_root->ofFlow(evaluation);
}

} // namespace vethscope
