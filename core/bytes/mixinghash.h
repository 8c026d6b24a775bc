#pragma once

#include <cstdint>
#include <initializer_list>

namespace vethscope {

/// A hash of numbers that takes a few cycles each: for what is asked for every frame of a capture, against nobody who means to deceive it.
class MixingHash
{
public:
    MixingHash() = default;
    MixingHash(std::initializer_list<std::uint64_t> numbers)
    {
        for (const std::uint64_t number : numbers)
            add(number);
    }
    void add(std::uint64_t number)
    {
        m_value = (m_value ^ number) * 0x9e3779b97f4a7c15;
        m_value ^= m_value >> 32;
    }
    std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0xcbf29ce484222325;
};

} // namespace vethscope
