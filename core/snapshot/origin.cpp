#include "core/snapshot/origin.h"

#include "core/snapshot/hostcommands.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vethscope {
namespace {

using Names = std::vector<std::string>;

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c); });
    return text;
}

// Folders that sort files and name nobody.
bool isSorting(const std::string &name)
{
    constexpr auto names = std::to_array<std::string_view>({"hosts", "json", "text", "txt", "nodes", "snapshot", "snapshots", "output", "yaml"});
    return std::ranges::find(names, lower(name)) != names.end();
}

bool isSortingPods(const std::string &name)
{
    return name == "pods" || name == "netns" || name == "namespaces";
}

// Places where people keep files, and names that say what a file is instead of whose.
bool namesNobody(const std::string &name)
{
    constexpr auto names = std::to_array<std::string_view>({
        "downloads", "desktop", "documents", "tmp", "temp", "home", "root", "var", "logs", "log", "captures", "data", "samples", "out",
        "transcript", "notes", "readme", "paste", "pasted", "terminal", "console", "session", "untitled", "new", "commands", "cluster",
        "stdin", "fd", "test", "tests",
    });
    const std::string plain = lower(name);
    return plain.empty() || isSorting(plain) || std::ranges::find(names, plain) != names.end() || plain.contains("notes") || plain.contains(' ')
        || std::ranges::any_of(plain, [](unsigned char c) { return c >= 0x80; });
}

Names split(const std::string &text, std::string_view separators)
{
    Names parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
        if (end > begin)
            parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

// ip-d-link: a single letter was a flag.
Names asTyped(Names words)
{
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i].size() == 1)
            words[i] = "-" + words[i];
    return words;
}

struct NamedCommand {
    Names words;
    std::string inFront; // master of master_ip_addr
};

// The command that a file is called after, `iptables-save` before `ip addr`.
std::optional<NamedCommand> commandIn(const std::string &stem)
{
    for (const std::string_view separators : {"", " _", " _-"}) {
        const Names words = separators.empty() ? Names{stem} : split(stem, separators);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Names rest = asTyped(Names(words.begin() + static_cast<std::ptrdiff_t>(i), words.end()));
            if (!commandTyped(rest))
                continue;
            std::string inFront;
            for (std::size_t k = 0; k < i; ++k)
                inFront += (k == 0 ? "" : "-") + words[k];
            return NamedCommand{rest, inFront};
        }
    }
    return std::nullopt;
}

std::string stemOf(const std::filesystem::path &path)
{
    std::string name = path.filename().string();
    for (const std::string_view extension : {".gz", ".xz", ".zst", ".bz2", ".tgz", ".tar", ".zip", ".txt", ".json", ".log", ".out", ".yaml", ".yml", ".md"})
        if (name.size() > extension.size() && name.ends_with(extension))
            name.resize(name.size() - extension.size());
    return name;
}

// The folders between the last one that sorts and the file.
Names foldersOf(const std::filesystem::path &path)
{
    Names folders;
    for (const auto &part : path.parent_path()) {
        if (isSorting(part.string()))
            folders.clear();
        else if (!isSortingPods(part.string()))
            folders.push_back(part.string());
    }
    return folders;
}

// Of a file on its own, its folder's name will do; two of them only where a folder that sorts says so: json/NODE/POD/ip-addr.json.
Names foldersOutside(const std::filesystem::path &file)
{
    Names above;
    std::filesystem::path folder = file.parent_path();
    for (int i = 0; i < 4 && folder.has_filename(); ++i, folder = folder.parent_path()) {
        if (isSorting(folder.filename().string()))
            return above;
        if (!isSortingPods(folder.filename().string()))
            above.insert(above.begin(), folder.filename().string());
    }
    if (!file.parent_path().has_filename() || namesNobody(file.parent_path().filename().string()))
        return {};
    return {file.parent_path().filename().string()};
}

Session sessionOf(const Names &folders)
{
    Session session;
    if (!folders.empty())
        session.node = folders[0];
    if (folders.size() == 2)
        session.pod = folders[1];
    if (folders.size() > 2) {
        session.podNamespace = folders[1];
        session.pod = folders[2];
    }
    return session;
}

} // namespace

Origin originOf(const std::filesystem::path &path, const std::filesystem::path &outside)
{
    Origin origin;
    const bool alone = path == outside.filename();
    Names folders = foldersOf(path);
    // What vethscope-snapshot packs: vethscope-snapshot-NODE-TIME/NODE/NODE.txt and, for each pod, …/NODE/pods/POD.txt.
    if (folders.size() > 1 && folders.front().starts_with("vethscope-snapshot-"))
        folders.erase(folders.begin());
    std::string inFront;
    if (const auto command = commandIn(stemOf(path))) {
        origin.words = command->words;
        inFront = command->inFront;
    } else if (const std::string stem = stemOf(path); !namesNobody(stem)) {
        inFront = stem;
    }
    if (!inFront.empty() && folders.empty())
        folders = {inFront};
    else if (!inFront.empty() && folders.size() == 1 && origin.words.empty() && isSortingPods(path.parent_path().filename().string()))
        folders.push_back(inFront);
    if (folders.empty() && !outside.empty())
        folders = alone ? foldersOutside(std::filesystem::absolute(outside)) : Names{stemOf(outside)};
    if (folders.size() == 1 && namesNobody(folders[0]))
        folders.clear();
    origin.session = sessionOf(folders);
    return origin;
}

} // namespace vethscope
