#include "core/names/systemnames.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace vethscope {
namespace {

using Paths = std::vector<std::filesystem::path>;

// More than any such table has.
constexpr std::uintmax_t most = 32 << 20;

std::string firstReadable(const Paths &paths)
{
    for (const std::filesystem::path &path : paths) {
        std::error_code error;
        if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) > most || error)
            continue;
        if (std::ifstream file(path, std::ios::binary); file)
            return {std::istreambuf_iterator(file), {}};
    }
    return {};
}

// Of Wireshark's; empty where the user has no home.
std::filesystem::path userFolder()
{
    if (const char *const configuration = std::getenv("XDG_CONFIG_HOME"); configuration && *configuration)
        return std::filesystem::path(configuration) / "wireshark";
    const char *const home = std::getenv("HOME");
    return home ? std::filesystem::path(home) / ".config/wireshark" : std::filesystem::path();
}

} // namespace

SystemNameFiles SystemNameFiles::here()
{
    SystemNameFiles files;
    for (const std::filesystem::path folder : {"/usr/share/wireshark", "/usr/local/share/wireshark"}) {
        files.vendors.push_back(folder / "manuf");
        files.wellKnown.push_back(folder / "wka");
        files.services.push_back(folder / "services");
    }
    files.services.push_back("/etc/services");
    files.ethers = {userFolder() / "ethers", "/etc/ethers"};
    return files;
}

std::shared_ptr<const SystemNames> readSystemNames(const SystemNameFiles &files)
{
    return std::shared_ptr<const SystemNames>(new SystemNames{
        EtherNames({firstReadable(files.vendors), firstReadable(files.wellKnown), firstReadable(files.ethers)}),
        PortNames(firstReadable(files.services)),
    });
}

} // namespace vethscope
