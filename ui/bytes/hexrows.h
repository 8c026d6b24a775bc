#pragma once

#include "core/bytes/bytes.h"

#include <QString>

namespace vethscope {

/// Bytes as rows of text, each with its offset, digits and characters, for who reads rows instead of pixels. All rows but the last are equally long, so places
/// in the text and bytes are computed from one another.
class HexRows
{
public:
    HexRows(Bytes bytes, int perLine);

    int size() const { return m_size; }
    /// What stands from one place to the other.
    QString text(int from, int to) const;
    /// Where a byte's digits begin.
    int placeOf(std::size_t byte) const;
    /// The byte whose digits or character stand there, else the nearest of that row; -1 where there are no bytes.
    std::int64_t byteAt(int place) const;

private:
    QString row(std::size_t index) const;

    Bytes m_bytes;
    std::size_t m_perLine;
    int m_rowLength; // with the end of the line
    int m_size;
};

} // namespace vethscope
