#pragma once

#include "core/dissect/details.h"

#include <algorithm>

namespace vethscope {

/// Reads the parts of a header one after another, each from where the last one ended. The first part
/// that does not fit ends it: what follows is not read, as if it were not there.
class FieldCursor
{
public:
    FieldCursor(Details &details, Bytes bytes, std::size_t begin, std::size_t end)
        : m_details(details), m_bytes(bytes), m_at(std::min(begin, bytes.size())), m_end(std::clamp(end, m_at, bytes.size()))
    {
    }

    std::size_t at() const { return m_at; }
    std::size_t end() const { return m_end; }
    std::size_t left() const { return m_end - m_at; }
    explicit operator bool() const { return m_at < m_end; }
    Details &details() const { return m_details; }

    /// Adds a field of that many bytes; false when they are not there.
    bool add(const Field &field, std::size_t size)
    {
        if (!fits(size))
            return false;
        m_details.add(field, m_bytes, octets(m_at, size));
        m_at += size;
        return true;
    }

    /// Adds a number and says what it is; 0 when it is not there.
    std::uint64_t number(const Field &field, std::size_t size)
    {
        const std::uint64_t value = peek(size);
        return add(field, size) ? value : 0;
    }

    /// Adds a field that takes what is left, if anything is.
    void rest(const Field &field)
    {
        if (left() > 0)
            add(field, left());
    }

    /// The number that comes next, which stays where it is; 0 when it is not there.
    std::uint64_t peek(std::size_t size) const { return size <= left() ? readUnsigned(m_bytes, m_at, size) : 0; }

    void skip(std::size_t size)
    {
        if (fits(size))
            m_at += size;
    }

    /// A cursor over the next bytes, which this one steps over; fewer when there are not so many.
    FieldCursor within(std::size_t size)
    {
        const std::size_t begin = m_at;
        m_at += std::min(size, left());
        return {m_details, m_bytes, begin, m_at};
    }

    Bytes bytes() const { return m_bytes; }

private:
    bool fits(std::size_t size)
    {
        if (size <= left())
            return true;
        m_at = m_end;
        return false;
    }

    Details &m_details;
    Bytes m_bytes;
    std::size_t m_at;
    std::size_t m_end;
};

} // namespace vethscope
