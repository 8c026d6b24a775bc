#include "core/find/finder.h"

#include <algorithm>

namespace vethscope {
namespace {

std::byte lower(std::byte one)
{
    const auto code = std::to_integer<unsigned>(one);
    return code >= 'A' && code <= 'Z' ? static_cast<std::byte>(code - 'A' + 'a') : one;
}

Bytes bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::byte *>(text.data()), text.size()};
}

// Pairs of hexadecimal digits, with blanks, colons, dashes or dots between them.
Result<std::vector<std::byte>, Sentence> hexIn(std::string_view text)
{
    std::vector<std::byte> bytes;
    std::string digits;
    for (const char one : text) {
        if (one == ' ' || one == ':' || one == '-' || one == '.')
            continue;
        if (!std::isxdigit(static_cast<unsigned char>(one)))
            return std::unexpected(Sentence::of("{} is no hexadecimal digit", std::string(1, one)));
        digits += one;
    }
    if (digits.empty() || digits.size() % 2 != 0)
        return std::unexpected(Sentence::of("A byte has two hexadecimal digits; here are {}", digits.size()));
    for (std::size_t i = 0; i < digits.size(); i += 2)
        bytes.push_back(static_cast<std::byte>(std::stoi(digits.substr(i, 2), nullptr, 16)));
    return bytes;
}

std::vector<std::byte> widened(const std::vector<std::byte> &narrow)
{
    std::vector<std::byte> wide;
    for (const std::byte one : narrow)
        wide.insert(wide.end(), {one, std::byte{0}});
    return wide;
}

std::size_t findIn(Bytes bytes, const std::vector<std::byte> &pattern, std::size_t from, bool caseCounts)
{
    const auto same = [&](std::byte one, std::byte other) { return caseCounts ? one == other : lower(one) == lower(other); };
    const auto found = std::search(bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.end(), pattern.begin(), pattern.end(), same);
    return found == bytes.end() ? bytes.size() : static_cast<std::size_t>(found - bytes.begin());
}

} // namespace

Result<Finder, Sentence> Finder::compile(const FindRequest &request, const Registry &registry)
{
    Finder finder;
    finder.m_request = request;
    if (request.text.empty())
        return std::unexpected(Sentence::of("There is nothing to look for yet"));
    switch (request.what) {
    case FindRequest::What::Filter: {
        auto filter = Filter::compile(request.text, registry);
        if (!filter)
            return std::unexpected(filter.error().message);
        finder.m_matcher = *std::move(filter);
        break;
    }
    case FindRequest::What::Hex: {
        auto bytes = hexIn(request.text);
        if (!bytes)
            return std::unexpected(bytes.error());
        finder.m_patterns.push_back(*std::move(bytes));
        finder.m_request.where = FindRequest::Where::Frame;
        finder.m_request.caseCounts = true;
        break;
    }
    case FindRequest::What::Text: {
        const Bytes text = bytesOf(request.text);
        const std::vector<std::byte> narrow(text.begin(), text.end());
        const bool isOfBytes = request.where == FindRequest::Where::Frame;
        if (!isOfBytes || request.width != FindRequest::Width::Wide)
            finder.m_patterns.push_back(narrow);
        if (isOfBytes && request.width != FindRequest::Width::Narrow)
            finder.m_patterns.push_back(widened(narrow));
        break;
    }
    case FindRequest::What::Regex: {
        auto regex = Regex::compile(request.text, request.caseCounts ? Regex::Case::Counts : Regex::Case::Ignored);
        if (!regex)
            return std::unexpected(regex.error().message);
        finder.m_matcher = *std::move(regex);
        break;
    }
    }
    return finder;
}

bool Finder::isIn(Bytes text) const
{
    bool gaveUp = false;
    if (const auto *regex = std::get_if<Regex>(&m_matcher))
        return regex->find(text, 0, gaveUp).has_value();
    return std::ranges::any_of(m_patterns, [&](const std::vector<std::byte> &pattern) { return findIn(text, pattern, 0, m_request.caseCounts) < text.size(); });
}

void Finder::addBytes(Bytes bytes, std::vector<FindHit> &hits) const
{
    const auto add = [&](std::size_t begin, std::size_t end) { hits.push_back({octets(begin, end - begin), -1}); };
    if (const auto *regex = std::get_if<Regex>(&m_matcher)) {
        bool gaveUp = false;
        for (std::size_t from = 0; from < bytes.size();) {
            const auto found = regex->find(bytes, from, gaveUp);
            if (!found)
                break;
            if (found->second > found->first)
                add(found->first, found->second);
            from = std::max(found->second, found->first + 1);
        }
        return;
    }
    for (const std::vector<std::byte> &pattern : m_patterns)
        for (std::size_t at = findIn(bytes, pattern, 0, m_request.caseCounts); at < bytes.size(); at = findIn(bytes, pattern, at + pattern.size(), m_request.caseCounts))
            add(at, at + pattern.size());
    std::ranges::sort(hits, {}, [](const FindHit &hit) { return std::pair(hit.place.offset, hit.place.length); });
}

std::vector<FindHit> Finder::hits(const PacketRow &row, const Registry &registry, FilterScratch &scratch, const LineWriter &line) const
{
    std::vector<FindHit> hits;
    if (const auto *filter = std::get_if<Filter>(&m_matcher)) {
        if (filter->matches(row.frame, row.packet, scratch))
            hits.push_back({});
    } else if (m_request.where == FindRequest::Where::Frame) {
        addBytes(row.frame.bytes, hits);
    } else if (m_request.where == FindRequest::Where::List) {
        TextBuffer text;
        line(row, scratch, text);
        if (isIn(bytesOf(viewOf(text))))
            hits.push_back({});
    } else {
        const std::vector<TreeNode> tree = treeOf(row.frame, row.packet, registry);
        for (std::size_t node = 0; node < tree.size(); ++node)
            if (isIn(bytesOf(tree[node].label + ": " + tree[node].value)))
                hits.push_back({{}, static_cast<int>(node)});
    }
    return hits;
}

} // namespace vethscope
