#include "core/snapshot/describedobject.h"
#include "core/facts/kubernetesnames.h"
#include "core/snapshot/words.h"

namespace vethscope {
namespace {

constexpr std::uint32_t farthestKey = 40; // lines below the name in which a kind shows

DescribedLine withPair(DescribedLine::Part part, std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == text.npos)
        return {part, {}, {}};
    return {part, trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1))};
}

bool has(std::span<const std::string_view> keys, std::string_view key)
{
    return std::ranges::find(keys, key) != keys.end();
}

// A label or an annotation: `kubernetes.io/os=linux`, `flannel.alpha.coreos.com/backend-type: vxlan`.
bool isQualified(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const std::size_t end = text.find_first_of("=:");
    return slash != text.npos && end != text.npos && slash < end && text.find(' ') > end && isDnsSubdomain(text.substr(0, slash));
}

} // namespace

DescribedLine describedLine(std::string_view line, const DescribedKind &kind)
{
    using Part = DescribedLine::Part;
    const std::string_view text = trimmed(line);
    if (text.empty())
        return {Part::Blank, {}, {}};
    const bool indented = line.front() == ' ' || line.front() == '\t';
    const DescribedLine pair = withPair(Part::Inside, text);
    if (!indented && has(kind.keys, pair.key)) {
        // Labels and annotations begin behind their key.
        if ((pair.key == "Annotations" || pair.key == "Labels") && isQualified(pair.value))
            return withPair(Part::Inside, pair.value);
        return {Part::Key, pair.key, pair.value};
    }
    return indented || has(kind.innerKeys, pair.key) || isQualified(text) ? pair : DescribedLine{};
}

bool looksDescribed(const Reading &reading, const DescribedKind &kind, std::initializer_list<std::string_view> keys)
{
    const std::uint32_t first = reading.first();
    if (first >= reading.end() || !reading.line(first).starts_with("Name:") || !isDnsSubdomain(describedLine(reading.line(first), kind).value))
        return false;
    auto wanted = keys.begin();
    for (std::uint32_t line = first + 1; line < std::min(reading.end(), first + farthestKey) && wanted != keys.end(); ++line) {
        const std::string_view text = reading.line(line);
        const bool found = text.starts_with(*wanted) && text.substr(wanted->size()).starts_with(':');
        if (!found && wanted == keys.begin())
            return false;
        if (describedLine(text, kind).part == DescribedLine::Part::Foreign)
            return false;
        wanted += found ? 1 : 0;
    }
    return wanted == keys.end();
}

} // namespace vethscope
