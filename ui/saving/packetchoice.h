#pragma once

#include "ui/saving/packetrange.h"

#include <cstdint>
#include <vector>

namespace vethscope {

class Marks;
class OpenCapture;
class PacketListModel;

/// Which packets are to be written: one of five choices, out of all captured ones or only of those that the filter
/// lets through; never those of `ignored`.
class PacketChoice
{
public:
    enum class Which { All, Selected, Marked, FirstToLastMarked, Range };
    enum class Of { Captured, Displayed };

    PacketChoice(const OpenCapture &capture, const PacketListModel &model, const Marks &marks, std::vector<int> selected, const Marks *ignored = nullptr);

    void setRanges(std::vector<PacketRange> ranges) { m_ranges = std::move(ranges); }
    int captured() const;

    /// How many there are.
    std::size_t count(Which which, Of of) const;
    /// Their places in the store, ascending.
    std::vector<std::uint32_t> rows(Which which, Of of) const;

private:
    bool hasIgnored() const;
    std::vector<PacketRange> rangesOf(Which which) const;

    const OpenCapture &m_capture;
    const PacketListModel &m_model;
    const Marks &m_marks;
    const Marks *m_ignored;
    std::vector<int> m_selected;
    std::vector<PacketRange> m_ranges;
};

} // namespace vethscope
