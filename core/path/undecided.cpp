#include "core/path/undecided.h"

#include <algorithm>

namespace vethscope::path {
namespace {

// Where two ways parted: the last doubt that both came by together.
Doubt partingOf(const Path &one, const Path &other)
{
    const auto [end, _] = std::ranges::mismatch(one.doubts, other.doubts);
    return end == one.doubts.begin() ? nullptr : *(end - 1);
}

bool isSameStep(const Step &one, const Step &other)
{
    return one.kind == other.kind && one.key == other.key && one.evidence == other.evidence && one.text == other.text;
}

bool isSameHop(const Hop &one, const Hop &other)
{
    return one.node == other.node && one.pod == other.pod && one.interface == other.interface && one.where == other.where;
}

std::vector<const Step *> stepsFrom(const std::vector<Hop> &hops, std::size_t first)
{
    std::vector<const Step *> steps;
    for (std::size_t hop = first; hop < hops.size(); ++hop)
        for (const Step &step : hops[hop].steps)
            steps.push_back(&step);
    return steps;
}

// The hops that both come by, and what both were told from the last of them on.
std::vector<Hop> commonHops(const Path &one, const Path &other)
{
    std::vector<Hop> hops(one.hops.begin(), std::ranges::mismatch(one.hops, other.hops, isSameHop).in1);
    if (hops.empty())
        return hops;
    const auto ones = stepsFrom(one.hops, hops.size() - 1), others = stepsFrom(other.hops, hops.size() - 1);
    const auto end = std::ranges::mismatch(ones, others, [](const Step *a, const Step *b) { return isSameStep(*a, *b); }).in1;
    std::vector<Step> &steps = hops.back().steps;
    steps.clear();
    for (auto step = ones.begin(); step != end; ++step)
        steps.push_back(**step);
    return hops;
}

Sentence commonPart()
{
    return Sentence::of("as far as all ways agree");
}

} // namespace

bool isUndecided(const std::vector<Path> &ways)
{
    return ways.front().because == commonPart();
}

std::optional<Path> undecided(const std::vector<Path> &ways)
{
    const Path &first = ways.front();
    if (first.probability)
        return std::nullopt;
    for (const Path &other : ways) {
        if (other.verdict() == first.verdict())
            continue;
        if (const Doubt doubt = partingOf(first, other)) {
            Path path;
            path.hops = commonHops(first, other);
            path.ending = *doubt;
            path.assumed = first.assumed;
            path.because = commonPart();
            path.probability = std::nullopt;
            path.packet = first.packet;
            return path;
        }
    }
    return std::nullopt;
}

} // namespace vethscope::path
