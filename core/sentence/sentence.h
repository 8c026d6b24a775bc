#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// Nothing to a compiler: tells lupdate where the texts that stand in Sentence::of() have their translations (ui/CMakeLists.txt).
#define TRANSLATED_IN(context)

namespace vethscope {

/// What the core says: an English text with `{}` for each of its values, which is put into another language where it is shown, not
/// where it is made. A value is a number, a name, somebody else's words, or a sentence in its turn. With up to two numbers it is made
/// without the heap.
class Sentence
{
    TRANSLATED_IN(Sentence)

    template <std::size_t Places>
    struct Text;
    struct Value;

public:
    /// Says a text in another language; English where it does not know it.
    using Language = std::function<std::string(const char *text)>;
    /// Where a Language finds the texts.
    static constexpr const char *context = "Sentence";

    /// Nothing is said.
    Sentence() = default;

    /// `text` stands here as a literal, for lupdate to find it, and has a `{}` for each of the values: numbers, std::string,
    /// std::string_view and Sentence. Words in quotes are none of these, since they would stay English: they are sentences themselves.
    /// The first value may not be Sentence::of() on the spot: lupdate would take the text for one of another class.
    template <typename... Values>
    static Sentence of(Text<sizeof...(Values)> text, Values... values)
    {
        if constexpr (sizeof...(Values) <= 2 && (isNumber<Values> && ...))
            if ((std::cmp_greater_equal(+values, 0) && ...))
                return Sentence(text.english, std::array<std::uint64_t, 2>{static_cast<std::uint64_t>(values)...});
        return Sentence(text.english, std::vector<Value>{Value(std::move(values))...});
    }

    /// What is not ours to translate: words of the system, names. Nothing is said where they are empty.
    static Sentence verbatim(std::string words);

    bool empty() const { return !m_text; }
    std::string english() const { return in({}); }
    /// All of it, the sentences inside too; English where there is no language. `{}` takes the next value, `{2}` the third.
    std::string in(const Language &language) const;

    /// Whether they say the same.
    bool operator==(const Sentence &other) const
    {
        if (m_text == other.m_text && !m_values && !other.m_values)
            return m_numbers == other.m_numbers;
        return english() == other.english();
    }

private:
    template <typename Value>
    static constexpr bool isNumber = (std::is_integral_v<Value> && !std::is_same_v<Value, bool> && !std::is_same_v<Value, char>) || std::is_enum_v<Value>;

    Sentence(const char *text, std::array<std::uint64_t, 2> numbers) : m_text(text), m_numbers(numbers) { }
    Sentence(const char *text, std::vector<Value> values);
    std::string value(std::size_t place, const Language &language) const;

    const char *m_text = nullptr;
    std::array<std::uint64_t, 2> m_numbers{};
    std::shared_ptr<const std::vector<Value>> m_values; // null: the numbers are all
};

/// A text whose places were counted when it was compiled.
template <std::size_t Places>
struct Sentence::Text {
    consteval Text(const char *text) : english(text)
    {
        std::size_t places = 0;
        std::string_view rest(text);
        for (std::size_t at = 0; (at = rest.find("{}")) != rest.npos; rest.remove_prefix(at + 2))
            ++places;
        if (places != Places)
            throw "a sentence has one {} for each of its values";
    }

    const char *english;
};

struct Sentence::Value {
    template <typename Number>
        requires isNumber<Number>
    explicit Value(Number number) : words(std::to_string(+number))
    {
    }
    explicit Value(std::string name) : words(std::move(name)) { }
    explicit Value(std::string_view name) : words(name) { }
    explicit Value(Sentence inner) : sentence(std::move(inner)) { }
    Value(const char *) = delete;

    std::string words{};
    Sentence sentence{}; // instead of the words, where it says anything
};

} // namespace vethscope
