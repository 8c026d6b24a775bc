#include "core/snapshot/succession.h"

#include "core/snapshot/bymarks.h"
#include "core/snapshot/likeness.h"
#include "core/snapshot/testimony.h"

#include <algorithm>
#include <set>

namespace vethscope {
namespace {

using Outputs = std::span<const HostFacts *const>;

struct Run {
    std::size_t first = 0; // its first output, walking that way
    Testimony told{};
    std::optional<Contradiction> because{};
};

// The fewest runs without a contradiction, each as long as it can be.
std::vector<Run> runsOf(Outputs outputs)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        auto because = runs.empty() ? std::nullopt : runs.back().told.contradiction(*outputs[i]);
        if (runs.empty() || because)
            runs.push_back({.first = i, .told = {}, .because = std::move(because)});
        runs.back().told.add(*outputs[i]);
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
    Testimony all;
    for (const HostFacts *output : outputs)
        all.add(*output);
    return all.facts();
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

// The machines met so far, found by what may speak for them.
class LikeMachines
{
public:
    // The first that an output is of, as far as it says so.
    std::optional<std::size_t> like(const HostFacts &facts) const
    {
        const std::set<std::size_t> candidates = m_byMarks.sharing(facts);
        const auto isSame = [&](std::size_t machine) {
            if (m_machines[machine].contradiction(facts))
                return false;
            const HostFacts &told = m_machines[machine].facts();
            const Likeness like = likenessOf(told, facts);
            return sharedIdentity(told, facts) || (like.speaksFor && !like.speaksAgainst);
        };
        const auto same = std::ranges::find_if(candidates, isSame);
        return same == candidates.end() ? std::nullopt : std::optional(*same);
    }

    std::size_t add()
    {
        m_machines.emplace_back();
        return m_machines.size() - 1;
    }

    void tell(std::size_t machine, const HostFacts &facts)
    {
        m_machines[machine].add(facts);
        m_byMarks.add(facts, machine);
    }

private:
    std::vector<Testimony> m_machines;
    ByMarks<std::size_t> m_byMarks;
};

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

    LikeMachines machines;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::size_t end = i + 1 < runs.size() ? std::max(borders[i + 1].first, borders[i].last) : outputs.size();
        const HostFacts facts = together(outputs.subspan(borders[i].last, end - borders[i].last));
        const auto metAgain = machines.like(facts);
        for (std::size_t j = borders[i].first; j < borders[i].last; ++j)
            all[j] = {.machine = machines.add(), .because = {}, .unsettled = true};
        const std::size_t machine = metAgain ? *metAgain : machines.add();
        machines.tell(machine, facts);
        for (std::size_t j = borders[i].last; j < end; ++j)
            all[j].machine = machine;
        all[runs[i].first].because = runs[i].because;
    }
    return all;
}

} // namespace vethscope
