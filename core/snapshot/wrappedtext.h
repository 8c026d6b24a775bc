#pragma once

#include "core/snapshot/snapshot.h"
#include "core/transcript/outputshapes.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace vethscope {

/// A text whose lines a terminal broke at its width. No line is longer than that, and what goes on below one that reaches it says nothing
/// by itself. Which lines belong together is known only when the whole is read: where that leaves fewer lines over, they do.
class WrappedText
{
public:
    explicit WrappedText(const std::shared_ptr<const SourceText> &source);

    /// Whether lines reach the width that may have been a terminal's; `left` are those that nothing was read from.
    bool isLikely(const std::set<std::uint32_t> &left) const;

    /// The text with its lines put together. Line numbers stay: the whole stands on the first one's, the others are empty.
    struct Joined {
        std::shared_ptr<const SourceText> source;
        std::map<std::uint32_t, std::size_t> rests{}; // lines that others were put to, and how many
        std::set<std::uint32_t> wholes{};             // those of which a part said something by itself
        std::vector<std::uint32_t> numbers{};         // of the lines that did not become part of another

        /// The transcript of the text without those empty lines, which would part what belongs together; its line numbers are source's.
        Transcript split(const OutputShapes &shapes) const;
        /// How many lines of the text as it was given are left over where these are of this one.
        std::size_t leftOver(const std::set<std::uint32_t> &left) const;
    };
    /// Where `report`, of the text as it is, says that a part was not understood; what begins at one of `apart` stays as it was.
    Joined joined(const ImportReport &report, const std::set<std::uint32_t> &apart) const;

private:
    // What stands between a line and the one that it may go on in: a blank where all were cut off.
    std::string_view seamBehind(std::uint32_t line) const;
    bool reaches(std::uint32_t line) const;

    std::shared_ptr<const SourceText> m_source;
    std::size_t m_width = 0;
    bool m_trimmed = true; // no line ends with a blank
};

/// The lines that were neither understood nor typed.
std::set<std::uint32_t> linesLeftOver(const ImportReport &report);

} // namespace vethscope
