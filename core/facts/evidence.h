#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// A text that facts come from, kept for as long as a fact speaks of it: its name, and its lines freed from line ends and
/// terminal escape codes. Line numbers are those of the text as it was given.
class SourceText
{
public:
    /// `name` is the path below the snapshot's folder, or a single file's own name.
    SourceText(std::string name, std::string text);

    const std::string &name() const { return m_name; }
    std::size_t size() const { return m_size; }
    /// `number` counts from 1.
    std::string_view line(std::size_t number) const { return m_lines->at(number); }
    /// The line as it was given, where line() is free from quoting or put together from two.
    std::string_view given(std::size_t number) const { return m_given->at(number); }

    /// The same text with these lines in the place of its own, from `first` on: the same names and numbers, the same given(). It costs
    /// the memory of those lines alone.
    SourceText with(std::size_t first, std::vector<std::string> lines) const;

private:
    // Lines in the place of some of another text's.
    struct Lines {
        std::size_t first = 1;
        std::string text{};                // as given, where most lines stay
        std::deque<std::string> changed{}; // the others
        std::vector<std::string_view> own{};
        std::shared_ptr<const Lines> others{};

        explicit Lines(std::string given);
        Lines(std::size_t first, std::vector<std::string> lines, std::shared_ptr<const Lines> replaced);
        Lines(const Lines &) = delete; // its lines are its own
        Lines &operator=(const Lines &) = delete;

        std::string_view at(std::size_t number) const
        {
            const Lines *lines = this;
            while (number < lines->first || number - lines->first >= lines->own.size())
                lines = lines->others.get();
            return lines->own[number - lines->first];
        }
    };

    SourceText() = default;

    std::string m_name;
    std::size_t m_size = 0;
    std::shared_ptr<const Lines> m_lines, m_given;
};

/// The line of a host's own output that proves a fact. Copying it is cheap.
struct Evidence {
    std::shared_ptr<const SourceText> source;
    std::uint32_t line = 0;   // counts from 1
    std::uint32_t column = 0; // the byte of the line where the value begins, from 1; 0: the line as a whole says it

    std::string_view text() const { return source && line > 0 && line <= source->size() ? source->line(line) : std::string_view{}; }
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

using EvidenceList = std::vector<Evidence>;

} // namespace vethscope
