#include "core/facts/shownline.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t most = 300;
constexpr std::size_t before = 60; // of them in front of the value, where there is anything

// Where the characters of UTF-8 begin, and the end.
std::vector<std::size_t> charactersOf(std::string_view text)
{
    std::vector<std::size_t> begins{0};
    for (std::size_t i = 1; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
            begins.push_back(i);
    begins.push_back(text.size());
    return begins;
}

} // namespace

ShownLine shownLine(std::string_view line, std::size_t offset)
{
    if (line.size() <= most)
        return {std::string(line), std::nullopt};
    const std::vector<std::size_t> begins = charactersOf(line);
    const std::size_t count = begins.size() - 1;
    if (count <= most)
        return {std::string(line), std::nullopt};
    const auto value = static_cast<std::size_t>(std::ranges::upper_bound(begins, std::min(offset, line.size() - 1)) - begins.begin()) - 1;
    const std::size_t first = std::min(value - std::min(value, before), count - most);
    const std::size_t end = first + most;
    std::string text = first > 0 ? "…" : "";
    text += line.substr(begins[first], begins[end] - begins[first]);
    return {text + (end < count ? "…" : ""), static_cast<std::uint32_t>(value + 1)};
}

ShownLine shownLine(const Evidence &evidence)
{
    const std::string_view line = evidence.text();
    return shownLine(line, evidence.column > 0 ? evidence.column - 1 : std::min(line.find_first_not_of(" \t"), line.size()));
}

} // namespace vethscope
