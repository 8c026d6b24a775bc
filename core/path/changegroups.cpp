#include "core/path/changegroups.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace vethscope::path {
namespace {

// Snapshots keep their texts apart: what has the same words on both sides explains nothing.
struct GroupKey {
    bool isBefore = false; // those of the later snapshot go first
    const SourceText *source = nullptr;
    std::uint32_t line = 0;

    friend auto operator<=>(const GroupKey &, const GroupKey &) = default;
};

std::map<GroupKey, Evidence> linesThatDiffer(const ChangedWay &change)
{
    std::map<GroupKey, Evidence> lines;
    const auto collect = [&](const EvidenceList &own, const EvidenceList &other, bool isBefore) {
        std::set<std::string_view> words;
        for (const Evidence &line : other)
            words.insert(line.text());
        for (const Evidence &line : own)
            if (!words.contains(line.text()))
                lines.try_emplace({isBefore, line.source.get(), line.line}, line);
    };
    collect(change.causesBefore, change.causesAfter, true);
    collect(change.causesAfter, change.causesBefore, false);
    if (!lines.empty())
        return lines;
    collect(change.linesBefore, change.linesAfter, true);
    collect(change.linesAfter, change.linesBefore, false);
    return lines;
}

} // namespace

std::vector<ChangeGroup> groupsOf(const std::vector<ChangedWay> &changes)
{
    std::vector<std::map<GroupKey, Evidence>> lines;
    std::map<GroupKey, std::size_t> counts;
    for (const ChangedWay &change : changes) {
        lines.push_back(linesThatDiffer(change));
        for (const auto &[key, line] : lines.back())
            ++counts[key];
    }
    std::map<GroupKey, ChangeGroup> groups;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto most = std::ranges::max_element(lines[i], {}, [&](const auto &line) { return counts[line.first]; });
        const bool isTold = most != lines[i].end();
        ChangeGroup &group = groups[isTold ? most->first : GroupKey()];
        if (isTold) {
            group.line = most->second;
            group.isAfter = !most->first.isBefore;
        }
        group.changes.push_back(i);
    }
    std::vector<ChangeGroup> sorted;
    for (auto &[key, group] : groups)
        sorted.push_back(std::move(group));
    std::ranges::stable_sort(sorted, std::ranges::greater{}, [](const ChangeGroup &group) { return group.changes.size(); });
    return sorted;
}

} // namespace vethscope::path
