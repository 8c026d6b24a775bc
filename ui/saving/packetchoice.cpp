#include "ui/saving/packetchoice.h"

#include "ui/models/packetlistmodel.h"
#include "ui/shared/marks.h"
#include "ui/shared/opencapture.h"

#include <limits>

namespace vethscope {

PacketChoice::PacketChoice(const OpenCapture &capture, const PacketListModel &model, const Marks &marks, std::vector<int> selected, const Marks *ignored)
    : m_capture(capture), m_model(model), m_marks(marks), m_ignored(ignored), m_selected(std::move(selected))
{
}

bool PacketChoice::hasIgnored() const
{
    return m_ignored && m_ignored->count() > 0;
}

int PacketChoice::captured() const
{
    return int(std::min<std::size_t>(m_capture.store().size(), std::numeric_limits<int>::max()));
}

// The choices that are ranges of numbers; of the others, none.
std::vector<PacketRange> PacketChoice::rangesOf(Which which) const
{
    switch (which) {
    case Which::All:
        return {{1, captured()}};
    case Which::Range:
        return m_ranges;
    case Which::FirstToLastMarked:
        if (m_marks.count() > 0)
            return {{m_marks.next(-1) + 1, m_marks.previous(std::numeric_limits<int>::max()) + 1}};
        return {};
    default:
        return {};
    }
}

std::size_t PacketChoice::count(Which which, Of of) const
{
    if (hasIgnored())
        return rows(which, of).size();
    if (which == Which::Selected || which == Which::Marked)
        return of == Of::Captured && which == Which::Marked ? std::size_t(m_marks.count()) : rows(which, of).size();
    std::size_t count = 0;
    for (const PacketRange &range : rangesOf(which))
        count += std::size_t(of == Of::Captured ? range.last - range.first + 1
                                                : m_model.displayedFrom(range.last) - m_model.displayedFrom(range.first - 1));
    return count;
}

std::vector<std::uint32_t> PacketChoice::rows(Which which, Of of) const
{
    std::vector<std::uint32_t> rows;
    const auto addIfWanted = [&](int row) {
        if (of == Of::Captured || m_model.rowOf(row) >= 0)
            rows.push_back(std::uint32_t(row));
    };
    if (which == Which::Selected)
        for (const int row : m_selected)
            addIfWanted(row);
    if (which == Which::Marked)
        for (int row = m_marks.next(-1); row >= 0; row = m_marks.next(row))
            addIfWanted(row);
    for (const PacketRange &range : rangesOf(which)) {
        if (of == Of::Captured)
            for (int number = range.first; number <= range.last; ++number)
                rows.push_back(std::uint32_t(number - 1));
        else
            for (int row = m_model.displayedFrom(range.first - 1); row < m_model.displayedFrom(range.last); ++row)
                rows.push_back(std::uint32_t(m_model.displayed(row)));
    }
    if (hasIgnored())
        std::erase_if(rows, [this](std::uint32_t row) { return m_ignored->contains(int(row)); });
    return rows;
}

} // namespace vethscope
