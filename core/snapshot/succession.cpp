#include "core/snapshot/succession.h"

#include "core/snapshot/importer.h"
#include "core/snapshot/likeness.h"

#include <algorithm>

namespace vethscope {
namespace {

using Outputs = std::span<const HostFacts *const>;

struct Run {
    std::size_t first = 0; // its first output, walking that way
    HostFacts facts{};
    std::optional<Contradiction> because{};
};

// The fewest runs without a contradiction, each as long as it can be.
std::vector<Run> runsOf(Outputs outputs)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        auto because = runs.empty() ? std::nullopt : contradictionOf(runs.back().facts, *outputs[i]);
        if (runs.empty() || because)
            runs.push_back({.first = i, .facts = {}, .because = std::move(because)});
        append(runs.back().facts, *outputs[i]);
    }
    return runs;
}

// Where the same runs begin at the earliest.
std::vector<std::size_t> earliest(Outputs outputs)
{
    const std::vector<const HostFacts *> turned(outputs.rbegin(), outputs.rend());
    std::vector<std::size_t> begins;
    for (const Run &run : runsOf(turned))
        begins.insert(begins.begin(), outputs.size() - run.first);
    begins.insert(begins.begin(), 0);
    begins.pop_back();
    return begins;
}

HostFacts together(Outputs outputs)
{
    HostFacts all;
    for (const HostFacts *output : outputs)
        append(all, *output);
    return all;
}

// The outputs that may be the last of one run or the first of the next: [first, last).
struct Border {
    std::size_t first = 0, last = 0;
};

// What stands at the border of two runs, each from where it surely begins to where it surely ends.
void narrow(Outputs outputs, Border &border, std::size_t leftBegin, std::size_t rightEnd)
{
    for (bool moved = true; moved && border.first < border.last;) {
        const HostFacts left = together(outputs.subspan(leftBegin, border.first - leftBegin)), right = together(outputs.subspan(border.last, rightEnd - border.last));
        std::size_t first = border.first, last = border.last;
        for (std::size_t i = border.first; i < border.last; ++i) {
            const Likeness toLeft = likenessOf(left, *outputs[i]), toRight = likenessOf(right, *outputs[i]);
            const bool isLeft = toLeft.speaksFor && !toLeft.speaksAgainst, isRight = toRight.speaksFor && !toRight.speaksAgainst;
            if ((isLeft && !toRight.speaksFor) || (toRight.speaksAgainst && !toLeft.speaksAgainst))
                first = i + 1;
            else if ((isRight && !toLeft.speaksFor) || (toLeft.speaksAgainst && !toRight.speaksAgainst))
                last = std::min(last, i);
        }
        if (first > last)
            return;
        moved = first != border.first || last != border.last;
        border = {first, last};
    }
}

} // namespace

std::vector<Succeeding> succession(Outputs outputs)
{
    std::vector<Succeeding> all(outputs.size());
    std::vector<Run> runs = runsOf(outputs);
    if (runs.size() < 2)
        return all;
    const std::vector<std::size_t> begins = earliest(outputs);
    std::vector<Border> borders; // in front of each run
    for (std::size_t i = 0; i < runs.size(); ++i)
        borders.push_back({begins.size() == runs.size() ? std::min(begins[i], runs[i].first) : runs[i].first, runs[i].first});
    for (std::size_t i = 1; i < runs.size(); ++i)
        narrow(outputs, borders[i], borders[i - 1].last, i + 1 < runs.size() ? std::max(borders[i + 1].first, borders[i].last) : outputs.size());

    std::vector<HostFacts> machines;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::size_t end = i + 1 < runs.size() ? std::max(borders[i + 1].first, borders[i].last) : outputs.size();
        const HostFacts facts = together(outputs.subspan(borders[i].last, end - borders[i].last));
        const auto isSame = [&](const HostFacts &machine) {
            if (contradictionOf(machine, facts))
                return false;
            const Likeness like = likenessOf(machine, facts);
            return sharedIdentity(machine, facts) || (like.speaksFor && !like.speaksAgainst);
        };
        std::size_t known = 0;
        while (known < machines.size() && !isSame(machines[known]))
            ++known;
        const bool metAgain = known < machines.size();
        for (std::size_t j = borders[i].first; j < borders[i].last; ++j) {
            all[j] = {.machine = machines.size(), .because = {}, .unsettled = true};
            machines.emplace_back();
        }
        if (!metAgain) {
            known = machines.size();
            machines.emplace_back();
        }
        append(machines[known], facts);
        for (std::size_t j = borders[i].last; j < end; ++j)
            all[j].machine = known;
        all[runs[i].first].because = runs[i].because;
    }
    return all;
}

} // namespace vethscope
