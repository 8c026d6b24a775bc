#include "ui/shared/marks.h"

#include "ui/shared/opencapture.h"

#include <algorithm>
#include <bit>

namespace vethscope {

Marks::Marks(const OpenCapture &capture, QObject *parent) : QObject(parent)
{
    connect(&capture, &OpenCapture::aboutToChange, this, &Marks::clear);
}

bool Marks::contains(int storeRow) const
{
    const auto word = static_cast<std::size_t>(storeRow / wordBits);
    return storeRow >= 0 && word < m_bits.size() && (m_bits[word] >> (storeRow % wordBits) & 1) != 0;
}

void Marks::set(int storeRow, bool marked)
{
    if (contains(storeRow) == marked)
        return;
    const auto word = static_cast<std::size_t>(storeRow / wordBits);
    if (word >= m_bits.size())
        m_bits.resize(word + 1);
    m_bits[word] ^= std::uint64_t{1} << (storeRow % wordBits);
    m_count += marked ? 1 : -1;
}

void Marks::toggle(const std::vector<int> &storeRows)
{
    for (const int row : storeRows)
        set(row, !contains(row));
    if (!storeRows.empty())
        emit changed();
}

void Marks::mark(const std::vector<std::uint32_t> &storeRows)
{
    if (storeRows.empty())
        return;
    m_bits.resize(std::max(m_bits.size(), std::ranges::max(storeRows) / wordBits + std::size_t{1}));
    for (const std::uint32_t row : storeRows)
        m_bits[row / wordBits] |= std::uint64_t{1} << (row % wordBits);
    m_count = 0;
    for (const std::uint64_t word : m_bits)
        m_count += std::popcount(word);
    emit changed();
}

void Marks::clear()
{
    if (m_count == 0)
        return;
    m_bits.clear();
    m_count = 0;
    emit changed();
}

int Marks::next(int storeRow) const
{
    const int first = storeRow + 1;
    for (auto word = static_cast<std::size_t>(first / wordBits); word < m_bits.size(); ++word) {
        std::uint64_t bits = m_bits[word];
        if (word == static_cast<std::size_t>(first / wordBits))
            bits &= ~std::uint64_t{0} << (first % wordBits);
        if (bits != 0)
            return int(word) * wordBits + std::countr_zero(bits);
    }
    return -1;
}

int Marks::previous(int storeRow) const
{
    for (int row = std::min(storeRow, int(m_bits.size()) * wordBits) - 1; row >= 0;) {
        const std::uint64_t bits = m_bits[static_cast<std::size_t>(row / wordBits)] << (wordBits - 1 - row % wordBits);
        if (bits != 0)
            return row - std::countl_zero(bits);
        row = row / wordBits * wordBits - 1;
    }
    return -1;
}

} // namespace vethscope
