#pragma once

#include "core/summary/columns.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// How a column of the packet list is set up.
struct ColumnSpec {
    enum class Side : std::uint8_t { Left, Centre, Right };

    static constexpr unsigned narrowest = 100, widest = 100'000; // of a width

    Column column = Column::Field;
    std::string title{};      // empty: a ready-made column's own, in the reader's language; a field's expression
    std::string expression{}; // of a Field: see FieldColumn
    int occurrence = 0;       // of its values the nth, from outside, or, negative, from inside; 0: all of them
    Side side = Side::Left;
    unsigned width = 0;       // in hundredths of a character; 0 where the window finds what fits
    bool isHidden = false;

    friend bool operator==(const ColumnSpec &, const ColumnSpec &) = default;
};

/// `number`, `underlay`, `field`: as files call it. Nothing for a word that is none.
std::string_view nameOf(Column column);
std::optional<Column> columnOf(std::string_view name);
std::string_view nameOf(ColumnSpec::Side side);
std::optional<ColumnSpec::Side> sideOf(std::string_view name);

/// What the list begins with.
std::vector<ColumnSpec> usualColumns();
/// Wireshark's: No., Time, Source, Destination, Protocol, Length, Info, cell for cell as it says them.
std::vector<ColumnSpec> classicColumns();

} // namespace vethscope
