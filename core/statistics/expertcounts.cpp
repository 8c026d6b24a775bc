#include "core/statistics/expertcounts.h"

#include "core/dissect/protocol.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace vethscope {
namespace {

using Group = ExpertCounts::Group;

} // namespace

std::string groupText(const Sentence &message)
{
    std::string text;
    const std::string english = message.in([&text](const char *own) {
        if (text.empty()) // the sentences inside it come later
            text = own;
        return std::string(own);
    });
    return text.empty() ? english : text;
}

void ExpertCounts::count(std::size_t row, const Frame &frame, const Dissection &packet)
{
    findExpertItems(frame, packet, m_scratch, m_found);
    for (ExpertItem &item : m_found) {
        std::string text = groupText(item.message);
        Group &group = m_groups[{item.severity, item.protocol, item.scope, item.depth, text}];
        if (group.items++ == 0) {
            group.severity = item.severity;
            group.protocol = item.protocol;
            group.scope = item.scope;
            group.depth = item.depth;
            group.text = std::move(text);
            group.message = std::move(item.message);
        } else if (!group.varies) {
            group.varies = !(group.message == item.message);
        }
        if (group.rows.empty() || group.rows.back() != row)
            group.rows.push_back(static_cast<std::uint32_t>(row));
    }
}

void ExpertCounts::add(const PacketTally &other)
{
    for (const auto &[key, more] : static_cast<const ExpertCounts &>(other).m_groups) {
        const auto [place, isNew] = m_groups.try_emplace(key, more);
        if (isNew)
            continue;
        Group &group = place->second;
        group.varies = group.varies || more.varies || !(group.message == more.message);
        group.items += more.items;
        const auto middle = static_cast<std::ptrdiff_t>(group.rows.size());
        group.rows.insert(group.rows.end(), more.rows.begin(), more.rows.end());
        std::inplace_merge(group.rows.begin(), group.rows.begin() + middle, group.rows.end());
    }
}

std::vector<const Group *> ExpertCounts::groups() const
{
    std::vector<const Group *> all;
    for (const auto &[key, group] : m_groups)
        all.push_back(&group);
    std::ranges::stable_sort(all, [](const Group *left, const Group *right) {
        if (left->severity != right->severity)
            return left->severity > right->severity;
        return left->items != right->items ? left->items > right->items : left->rows.front() < right->rows.front();
    });
    return all;
}

std::size_t ExpertCounts::items(ExpertSeverity severity) const
{
    std::size_t sum = 0;
    for (const auto &[key, group] : m_groups)
        sum += group.severity == severity ? group.items : 0;
    return sum;
}

std::string filterOf(const Group &group)
{
    constexpr std::size_t most = 500; // ranges in one filter
    std::string ranges;
    std::size_t count = 0;
    for (std::size_t i = 0; i < group.rows.size();) {
        std::size_t end = i + 1;
        while (end < group.rows.size() && group.rows[end] == group.rows[end - 1] + 1)
            ++end;
        if (++count > most)
            return {};
        const std::uint32_t first = group.rows[i] + 1, last = group.rows[end - 1] + 1;
        ranges += (ranges.empty() ? "" : ", ") + (first == last ? std::to_string(first) : fmt::format("{}..{}", first, last));
        i = end;
    }
    return group.rows.size() == 1 ? "frame.number == " + ranges : "frame.number in {" + ranges + "}";
}

} // namespace vethscope
