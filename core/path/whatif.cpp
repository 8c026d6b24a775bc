#include "core/path/whatif.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace vethscope::path {
namespace {

void add(EvidenceList &lines, const EvidenceList &more)
{
    for (const Evidence &line : more)
        if (line.source && std::ranges::find(lines, line) == lines.end())
            lines.push_back(line);
}

// A device of a way; the second time that it is passed is another.
using Spot = std::tuple<std::string, std::string, std::string, int>;

std::map<Spot, const Hop *> placesOf(const Path &path)
{
    std::map<Spot, const Hop *> places;
    for (const Hop &hop : path.hops) {
        Spot place{hop.node, hop.pod, hop.interface, 0};
        while (places.contains(place))
            ++std::get<int>(place);
        places.emplace(std::move(place), &hop);
    }
    return places;
}

std::string labelOf(const Field &field)
{
    return std::string(field.scope) + " " + std::string(field.name);
}

void compare(ChangedWay &change, const Hop &before, const Hop &after)
{
    const std::vector<Field> was = before.fields();
    const std::vector<Field> is = after.fields();
    const auto same = [](const std::vector<Field> &fields, const Field &field) {
        return std::ranges::find_if(fields, [&](const Field &other) { return other.depth == field.depth && other.scope == field.scope && other.name == field.name; });
    };
    for (const Field &field : was) {
        const auto now = same(is, field);
        if (now != is.end() && now->value == field.value)
            continue;
        change.values.push_back({labelOf(field), before.node, before.interface, before.pod, field.value, now == is.end() ? std::nullopt : now->value});
        add(change.linesBefore, field.evidence);
        if (now != is.end())
            add(change.linesAfter, now->evidence);
    }
    for (const Field &field : is) {
        if (same(was, field) != was.end())
            continue;
        change.values.push_back({labelOf(field), before.node, before.interface, before.pod, std::nullopt, field.value});
        add(change.linesAfter, field.evidence);
    }
}

std::vector<const Step *> stepsOf(const Path &path)
{
    std::vector<const Step *> steps;
    for (const Hop &hop : path.hops)
        for (const Step &step : hop.steps)
            steps.push_back(&step);
    return steps;
}

// Snapshots keep their texts apart: a line is the same where its words are.
bool isSame(const Step &one, const Step &other)
{
    return one.kind == other.kind && std::ranges::equal(one.evidence, other.evidence, {}, &Evidence::text, &Evidence::text);
}

// The lines of a step that the other one has neither followed nor passed over.
EvidenceList linesOfAlone(const Step *step, const Step *other)
{
    EvidenceList lines;
    for (const Evidence &line : step ? step->evidence : EvidenceList()) {
        const auto hasIt = [&](const Evidence &one) { return one.text() == line.text(); };
        const bool isKnown = other && (std::ranges::any_of(other->evidence, hasIt) || std::ranges::any_of(other->rejected, hasIt, &kernel::Rejected::evidence));
        if (!isKnown)
            add(lines, {line});
    }
    return lines;
}

// Where two ways part, there is what made them part; all behind follows from it.
void findCauses(ChangedWay &change, const Path &before, const Path &after)
{
    const auto was = stepsOf(before), is = stepsOf(after);
    const auto [first, second] = std::ranges::mismatch(was, is, [](const Step *one, const Step *other) { return isSame(*one, *other); });
    const Step *const left = first == was.end() ? nullptr : *first, *const right = second == is.end() ? nullptr : *second;
    change.causesBefore = linesOfAlone(left, right);
    change.causesAfter = linesOfAlone(right, left);
}

} // namespace

std::vector<std::string> ChangedWay::fields() const
{
    std::vector<std::string> fields;
    for (const ChangedValue &value : values)
        if (std::ranges::find(fields, value.field) == fields.end())
            fields.push_back(value.field);
    return fields;
}

std::optional<ChangedWay> changeOf(const Path *before, const Path *after)
{
    ChangedWay change;
    if (before)
        change.before = before->ending.disposition;
    if (after)
        change.after = after->ending.disposition;
    if (before && after) {
        const auto was = placesOf(*before);
        const auto is = placesOf(*after);
        for (const auto &[place, hop] : was)
            if (const auto now = is.find(place); now != is.end())
                compare(change, *hop, *now->second);
        if (change.values.empty() && change.before == change.after)
            return std::nullopt;
        findCauses(change, *before, *after);
    }
    if (before)
        add(change.linesBefore, before->ending.evidence);
    if (after)
        add(change.linesAfter, after->ending.evidence);
    return change;
}

} // namespace vethscope::path
