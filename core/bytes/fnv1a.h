#pragma once

#include "core/bytes/bytes.h"

#include <cstdint>

namespace vethscope {

/// A hash that is quick and tells short texts apart, against nobody who means to deceive it: FNV-1a
/// (http://www.isthe.com/chongo/tech/comp/fnv/).
class Fnv1a
{
public:
    void add(Bytes bytes)
    {
        for (const std::byte byte : bytes)
            addOctet(static_cast<std::uint8_t>(byte));
    }
    /// Its eight octets, the lowest first.
    void addNumber(std::uint64_t number)
    {
        for (int shift = 0; shift < 64; shift += 8)
            addOctet(static_cast<std::uint8_t>(number >> shift));
    }
    std::uint64_t value() const { return m_value; }

private:
    void addOctet(std::uint8_t octet) { m_value = (m_value ^ octet) * 0x100000001b3; }

    std::uint64_t m_value = 0xcbf29ce484222325;
};

} // namespace vethscope
