#include "core/sentence/sentence.h"

namespace vethscope {
namespace {

constexpr const char *wordsAlone = "{}"; // not a text: there is nothing to translate in it

} // namespace

Sentence::Sentence(const char *text, std::vector<Value> values)
    : m_text(text), m_values(std::make_shared<const std::vector<Value>>(std::move(values)))
{
}

Sentence Sentence::verbatim(std::string words)
{
    return words.empty() ? Sentence() : Sentence(wordsAlone, std::vector<Value>{Value(std::move(words))});
}

std::string Sentence::value(std::size_t place, const Language &language) const
{
    if (!m_values)
        return place < m_numbers.size() ? std::to_string(m_numbers[place]) : std::string();
    if (place >= m_values->size())
        return {};
    const Value &value = (*m_values)[place];
    return value.sentence.empty() ? value.words : value.sentence.in(language);
}

std::string Sentence::in(const Language &language) const
{
    if (empty())
        return {};
    const std::string text = m_text == wordsAlone || !language ? m_text : language(m_text);
    std::string said;
    std::size_t next = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isNumbered = text[i] == '{' && i + 2 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9' && text[i + 2] == '}';
        if (isNumbered) {
            said += value(static_cast<std::size_t>(text[i + 1] - '0'), language);
            i += 2;
        } else if (text.compare(i, 2, "{}") == 0) {
            said += value(next++, language);
            ++i;
        } else {
            said += text[i];
        }
    }
    return said;
}

} // namespace vethscope
