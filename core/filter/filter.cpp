#include "core/filter/filter.h"

#include "core/filter/accessor.h"
#include "core/filter/parser.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope {

std::string FilterError::withCaret(std::string_view expression) const
{
    const std::size_t at = std::min(offset, expression.size());
    return fmt::format("{}\n    {}\n    {:>{}}{:^>{}}", message, expression, "", at, "", std::max<std::size_t>(length, 1));
}

Result<Filter, FilterError> Filter::compile(std::string_view expression, const Registry &registry)
{
    const auto tokens = tokenise(expression);
    if (!tokens)
        return std::unexpected(tokens.error());
    auto root = parseFilter(*tokens, registry);
    if (!root)
        return std::unexpected(root.error());
    Filter filter;
    filter.m_expression = expression;
    filter.m_stateful = std::ranges::any_of(*tokens, [&](const Token &token) {
        const auto accessor = token.kind == Token::Kind::Word ? Accessor::find(token.text, registry) : std::nullopt;
        return accessor && accessor->stateful();
    });
    filter.m_root = std::move(*root);
    return filter;
}

bool Filter::matches(const Frame &frame, const Dissection &packet, FilterScratch &scratch) const
{
    if (!m_root)
        return true;
    scratch.begin();
    Evaluation evaluation{frame, packet, scratch};
    return m_root->matches(evaluation);
}

} // namespace vethscope
