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
using Place = std::tuple<std::string, std::string, std::string, int>;

std::map<Place, const Hop *> placesOf(const Path &path)
{
    std::map<Place, const Hop *> places;
    for (const Hop &hop : path.hops) {
        Place place{hop.node, hop.pod, hop.interface, 0};
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
    }
    if (before)
        add(change.linesBefore, before->ending.evidence);
    if (after)
        add(change.linesAfter, after->ending.evidence);
    return change;
}

} // namespace vethscope::path
