#include "core/capture/fileset.h"

#include "core/bytes/digits.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace vethscope {
namespace {

constexpr std::size_t numberDigits = 5, timeDigits = 14;

struct SetName {
    std::string prefix, number, time, ending;

    bool isOfSet(const SetName &other) const { return prefix == other.prefix && ending == other.ending; }
};

bool areDigits(std::string_view text)
{
    return std::ranges::all_of(text, isDigit);
}

// PREFIX_NNNNN_YYYYMMDDhhmmss, with an ending or without; the number has more digits where files are many.
std::optional<SetName> setName(const std::string &name)
{
    const std::size_t dot = name.find('.', name.find_last_of('_') == std::string::npos ? 0 : name.find_last_of('_'));
    const std::string stem = name.substr(0, dot);
    const std::size_t second = stem.find_last_of('_');
    const std::size_t first = second == std::string::npos || second == 0 ? std::string::npos : stem.find_last_of('_', second - 1);
    if (first == std::string::npos)
        return std::nullopt;
    SetName read{stem.substr(0, first), stem.substr(first + 1, second - first - 1), stem.substr(second + 1), dot == std::string::npos ? "" : name.substr(dot)};
    const bool isOne = read.number.size() >= numberDigits && areDigits(read.number) && read.time.size() == timeDigits && areDigits(read.time);
    return isOne ? std::optional(read) : std::nullopt;
}

} // namespace

std::optional<FileSet> fileSetOf(const std::filesystem::path &file)
{
    const auto own = setName(file.filename().string());
    if (!own)
        return std::nullopt;
    struct Member {
        std::string time;
        std::size_t digits;
        std::string number;
        std::filesystem::path path;
    };
    std::vector<Member> members;
    std::error_code error;
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (const auto name = setName(at->path().filename().string()); name && name->isOfSet(*own))
            members.push_back({name->time, name->number.size(), name->number, at->path()});
    std::ranges::sort(members, {}, [](const Member &member) { return std::tuple(member.time, member.digits, member.number); });
    FileSet set;
    for (const Member &member : members) {
        if (member.path.filename() == file.filename())
            set.current = set.files.size();
        set.files.push_back(file.has_parent_path() ? member.path : member.path.filename());
    }
    return set.files.empty() ? std::nullopt : std::optional(set);
}

bool areOfOneFileSet(const std::filesystem::path &one, const std::filesystem::path &other)
{
    const auto own = setName(one.filename().string()), others = setName(other.filename().string());
    return own && others && own->isOfSet(*others) && one.parent_path() == other.parent_path();
}

} // namespace vethscope
