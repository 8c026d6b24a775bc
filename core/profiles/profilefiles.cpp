#include "core/profiles/profilefiles.h"

#include "core/profiles/profilearchive.h"
#include "core/profiles/profilesgathered.h"
#include "core/sentence/systemwords.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

namespace vethscope {
namespace {

constexpr auto profileFileNames = std::to_array<std::string_view>({
    ownProfileFile, "preferences", "colorfilters", "dfilters", "dfilter_buttons", "decode_as_entries", // what is read
    "cfilters", "dmacros", "dfilter_macros", "recent", "disabled_protos", "enabled_protos", "heuristic_protos", "io_graphs", "hosts", "ethers", "manuf",
    "services", "subnets", "vlans", "ipxnets", "packet_filters", "import_hexdump.json", "profile_recent",
});

void readFolder(const std::filesystem::path &folder, ProfilesGathered &gathered)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at.depth() >= 1)
            at.disable_recursion_pending();
        if (std::error_code notThere; !at->is_directory(notThere))
            files.push_back(at->path());
        if (files.size() > gathered.limits().entries)
            break; // the next one is complained of
    }
    std::ranges::sort(files);
    for (const auto &file : files) {
        const auto take = gathered.choose(file.lexically_relative(folder).generic_string());
        if (!take)
            continue;
        std::error_code unknown;
        if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, unknown))) {
            gathered.complain(Sentence::of("{} is no plain file and was not read", file.string()));
            continue;
        }
        std::ifstream input(file, std::ios::binary);
        std::string piece(1 << 16, '\0');
        if (!input)
            gathered.complain(Sentence::of("{} cannot be read: {}", file.string(), systemWords(errno)));
        while (input) {
            input.read(piece.data(), static_cast<std::streamsize>(piece.size()));
            if (!take(std::string_view(piece.data(), static_cast<std::size_t>(input.gcount()))))
                break;
        }
    }
}

} // namespace

bool isProfileFile(std::string_view name)
{
    return std::ranges::find(profileFileNames, name) != profileFileNames.end();
}

Result<ProfilesRead> readProfiles(const std::filesystem::path &path, const ProfileLimits &limits)
{
    std::error_code error;
    const bool isFolder = std::filesystem::is_directory(path, error);
    const std::filesystem::path whole = isFolder && path.filename().empty() ? path.parent_path() : path;
    ProfilesGathered gathered(isFolder ? whole.filename().string() : whole.stem().string(), limits);
    if (isFolder)
        readFolder(whole, gathered);
    else if (auto failed = readProfileArchive(whole, gathered))
        return std::unexpected(*std::move(failed));
    ProfilesRead read = gathered.result();
    if (read.profiles.empty())
        return std::unexpected(Error{Sentence::of("There is no profile in {}: none of its files is one that profiles have", whole.filename().string())});
    return read;
}

} // namespace vethscope
