#include "core/session/sessionparts.h"

#include "core/bytes/readarchive.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::size_t longestName = 255; // of a file, in most file systems
constexpr std::size_t longestShown = 80; // of what stands in a part's name

bool isControl(char character)
{
    return static_cast<unsigned char>(character) < 0x20 || character == 0x7f;
}

bool isPlain(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
        || std::string_view("._-@+").contains(character);
}

// Its end is the more telling one: there is what kind of file it is.
std::string plain(std::string_view name)
{
    std::string text(name.substr(name.size() - std::min(name.size(), longestShown)));
    std::ranges::replace_if(text, [](char character) { return !isPlain(character); }, '_');
    return text;
}

} // namespace

std::string capturePart(std::size_t capture, std::string_view name)
{
    return fmt::format("captures/{}-{}", capture + 1, plain(name));
}

std::string textPart(std::size_t snapshot, std::size_t text, std::string_view name)
{
    return fmt::format("snapshots/{}/{}-{}", snapshot + 1, text + 1, plain(name));
}

bool staysBelow(std::string_view name)
{
    return std::ranges::none_of(name, isControl) && staysInside(name);
}

bool isFileName(std::string_view name)
{
    return staysBelow(name) && name.size() <= longestName && name != "." && !name.contains('/') && !name.contains('\\');
}

} // namespace vethscope
