#pragma once

#include "core/dissect/field.h"
#include "core/dissect/textbuffer.h"
#include "core/sentence/sentence.h"

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace vethscope {

/// One row that a protocol's table cannot foresee: an option, a name, a computed value.
struct Item {
    const Field *field = nullptr; // null: a row of plain text that holds others
    std::string_view label;       // replaces the field's label when not empty
    BitRange place;               // from the first bit of the header
    Value value;
    std::uint8_t level = 0;       // 0 stands directly below the header
    bool generated = false;       // computed, not read: written in [ ]
};

enum class Severity : std::uint8_t { Note, Warning, Error };

struct Note {
    Severity severity;
    Sentence message;
    BitRange place;
};

/// What `details` found in one header, in the order of the header. Made to be cleared and used again:
/// a filter over a million packets allocates only until its largest packet has been seen.
class Details
{
public:
    std::vector<Item> items;
    std::vector<Note> notes;

    /// A field read from the header's own bytes.
    void add(const Field &field, Bytes header, BitRange place) { put({&field, {}, place, readValue(field, header, place)}); }
    /// A field whose number is not simply the bits at its place.
    void add(const Field &field, BitRange place, std::uint64_t number) { put({&field, {}, place, {.number = number}}); }
    /// A field whose bytes or text stand elsewhere; they must live as long as the frame or be kept().
    void add(const Field &field, BitRange place, Bytes bytes) { put({&field, {}, place, {.bytes = bytes}}); }
    void add(const Field &field, BitRange place, std::string_view text) { add(field, place, asBytes(text)); }
    /// A computed value, written in brackets.
    void generate(const Field &field, std::uint64_t number, BitRange place = {})
    {
        put({&field, {}, place, {.number = number}, 0, true});
    }
    /// A row of text alone.
    void text(std::string_view label, BitRange place) { put({nullptr, label, place, {}}); }

    void note(Severity severity, Sentence message, BitRange place = {}) { notes.push_back({severity, std::move(message), place}); }

    /// Keeps text for as long as these details are not cleared.
    std::string_view keep(std::string_view text);

    template <typename... Args>
    std::string_view format(fmt::format_string<Args...> format, Args &&...args)
    {
        TextBuffer buffer;
        printFormatted(buffer, format, fmt::make_format_args(args...));
        return keep(viewOf(buffer));
    }

    /// While it lives, items are added one level deeper: below the last one added before it.
    class [[nodiscard]] Branch
    {
    public:
        explicit Branch(Details &details) : m_details(details) { ++m_details.m_level; }
        ~Branch() { --m_details.m_level; }
        Branch(const Branch &) = delete;
        Branch &operator=(const Branch &) = delete;

    private:
        Details &m_details;
    };

    Branch below() { return Branch(*this); }

    void clear();

    /// More than any sound packet has; a header made of a hundred megabytes of one-byte entries is cut here, and says so.
    static constexpr std::size_t mostItems = 250'000;

private:
    void put(Item item)
    {
        if (items.size() >= mostItems)
            return overflow();
        item.level = m_level;
        items.push_back(item);
    }
    void overflow();

    std::uint8_t m_level = 0;
    bool m_full = false;
    std::pmr::monotonic_buffer_resource m_texts{1024};
};

} // namespace vethscope
