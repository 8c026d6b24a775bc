#include "core/snapshot/origin.h"

#include "core/snapshot/filenames.h"
#include "core/snapshot/words.h"
#include "core/transcript/machinename.h"
#include "core/transcript/wrapping.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

namespace vethscope {
namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

bool sortsPods(const std::string &name)
{
    return name == "pods" || name == "netns" || name == "namespaces";
}

Names foldersOf(const fs::path &path)
{
    Names folders;
    for (const auto &part : path.parent_path())
        folders.push_back(part.string());
    // What vethscope-snapshot packs: vethscope-snapshot-NODE-TIME/NODE/NODE.txt and, for each pod, …/NODE/pods/POD.txt.
    if (folders.size() > 1 && folders.front().starts_with("vethscope-snapshot-"))
        folders.erase(folders.begin());
    return folders;
}

// The first folder that can be a machine's.
std::size_t hostFolder(const Names &folders)
{
    std::size_t place = 0;
    while (place < folders.size() && hostOfFolder(folders[place]).empty())
        ++place;
    return place;
}

// What a file that holds a host's name says, by its own name: hostname, etc/hostname, uname_-a.
std::string hostSaidIn(const PlacedText &text)
{
    const std::string name = text.path.filename().string();
    const bool isHostname = name == "hostname" || name == "hostname.txt" || name == "HOSTNAME" || name == "hostname.out";
    const bool isUname = name.starts_with("uname");
    if ((!isHostname && !isUname) || text.text.size() > 1000)
        return {};
    const auto words = wordsOf(std::string_view(text.text).substr(0, text.text.find('\n')));
    const std::size_t place = isUname ? 1 : 0;
    if (words.size() <= place || (isHostname && words.size() != 1) || (isUname && words.front() != "Linux"))
        return {};
    return isMachineName(words[place]) ? std::string(words[place]) : std::string();
}

std::string_view takeWord(std::string_view &rest)
{
    constexpr std::string_view blanks = " \t\r";
    rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
    const std::string_view word = rest.substr(0, rest.find_first_of(blanks));
    rest.remove_prefix(word.size());
    return word;
}

// Visits what a line may be about: the first two words of a row, and what stands in a record or a line of YAML as a name.
template <typename Visit>
void forEachSubject(std::string_view line, Visit visit)
{
    std::string_view rest = line;
    const std::string_view first = takeWord(rest), second = takeWord(rest);
    if (!takeWord(rest).empty()) {
        visit(first);
        visit(second);
    } else if (first == "name:") {
        visit(second);
    }
    constexpr std::string_view key = "\"name\":";
    for (std::size_t at = line.find(key); at != std::string_view::npos; at = line.find(key, at + 1)) {
        std::string_view value = line.substr(at + key.size());
        value.remove_prefix(value.starts_with(' ') ? 1 : 0);
        if (const std::size_t end = value.find('"', 1); value.starts_with('"') && end != std::string_view::npos)
            visit(value.substr(1, end - 1));
    }
}

// Of a file on its own, its folder's name will do; two of them only where a folder that sorts says so: json/NODE/POD/ip-addr.json.
Names foldersOutside(const fs::path &file)
{
    Names above;
    fs::path folder = file.parent_path();
    for (int i = 0; i < 4 && folder.has_filename(); ++i, folder = folder.parent_path()) {
        const std::string name = folder.filename().string();
        if (name == "json" || name == "text" || name == "hosts" || name == "nodes")
            return above;
        if (!sortsPods(name))
            above.insert(above.begin(), name);
    }
    folder = file.parent_path();
    if (!folder.has_filename() || hostOfFolder(folder.filename().string()).empty())
        return {};
    return {folder.filename().string()};
}

} // namespace

Origins::Origins(std::span<const PlacedText> texts, fs::path outside) : m_outside(std::move(outside))
{
    m_alone = texts.size() == 1 && texts.front().path == m_outside.filename();
    std::map<std::string, std::set<std::string>> told, machines; // folder → names said below it; folder → folders in it that may be machines'
    for (const PlacedText &text : texts)
        for (fs::path folder = text.path.parent_path(); !folder.empty(); folder = folder.parent_path())
            if (!hostOfFolder(folder.filename().string()).empty())
                machines[folder.parent_path().generic_string()].insert(folder.filename().string());
    for (const PlacedText &text : texts)
        if (const std::string host = hostSaidIn(text); !host.empty())
            for (fs::path folder = text.path.parent_path();; folder = folder.parent_path()) {
                told[folder.generic_string()].insert(host);
                // Beside other machines' folders the name is this folder's alone.
                const bool own = !hostOfFolder(folder.filename().string()).empty() && machines[folder.parent_path().generic_string()].size() > 1;
                if (folder.empty() || own)
                    break;
            }
    for (const auto &[folder, hosts] : told)
        if (hosts.size() == 1)
            m_told[folder] = *hosts.begin();
    // Folders inside a host's folder, and whether one of the texts outside of them names such a pod.
    for (const PlacedText &text : texts) {
        const Names folders = foldersOf(text.path);
        for (std::size_t i = hostFolder(folders) + 1; i < folders.size(); ++i)
            if (!isGeneralName(folders[i]))
                m_pods.try_emplace(folders[i], isPodName(folders[i]));
    }
    std::unordered_map<std::string_view, bool *> asked;
    for (auto &[name, isNamed] : m_pods)
        if (!isNamed)
            asked[name] = &isNamed;
    if (asked.empty())
        return;
    const auto name = [&](std::string_view subject) {
        if (const auto found = asked.find(subject); found != asked.end())
            *found->second = true;
    };
    for (const PlacedText &text : texts)
        for (std::string_view rest = text.text; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            forEachSubject(rest.substr(0, end), name);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
}

std::string Origins::hostToldFor(const fs::path &path) const
{
    for (fs::path folder = path.parent_path();; folder = folder.parent_path()) {
        if (const auto told = m_told.find(folder.generic_string()); told != m_told.end())
            return told->second;
        if (folder.empty())
            return {};
    }
}

bool Origins::isPod(const std::string &name) const
{
    const auto found = m_pods.find(name);
    return found != m_pods.end() && found->second;
}

Origin Origins::of(const fs::path &path) const
{
    const FileName name = readFileName(path.filename().string());
    Origin origin{.session = {}, .words = name.words};
    Session &session = origin.session;
    const Names folders = foldersOf(path);
    const std::size_t host = hostFolder(folders);
    const bool inPods = !folders.empty() && sortsPods(folders.back());

    session.node = hostToldFor(path);
    if (session.node.empty() && host < folders.size())
        session.node = hostOfFolder(folders[host]);
    else if (session.node.empty() && !name.host.empty())
        session.node = name.host;
    if (session.node.empty() && folders.empty() && m_alone) {
        const Names outside = foldersOutside(fs::absolute(m_outside));
        session.node = outside.empty() ? std::string() : hostOfFolder(outside.front());
        if (!session.node.empty() && outside.size() == 2)
            session.pod = outside.back();
    } else if (session.node.empty() && folders.empty() && !m_outside.empty()) {
        const std::string archive = readFileName(m_outside.filename().string()).host;
        session.node = hostOfFolder(archive.empty() ? m_outside.filename().string() : archive);
    }
    // NODE/pods/POD.txt, NODE/pods/POD/…, NODE/POD/…, NODE/NAMESPACE/POD/…
    if (host < folders.size() && inPods && host + 1 < folders.size() && name.words.empty()) {
        session.pod = name.host;
    } else if (host < folders.size()) {
        for (std::size_t i = host + 1; i < folders.size(); ++i) {
            if (!isPod(folders[i]) && !sortsPods(folders[i - 1]))
                continue;
            session.pod = folders[i];
            if (i > host + 1 && !isGeneralName(folders[i - 1]))
                session.podNamespace = folders[i - 1];
        }
    }
    return origin;
}

Origin originOf(const fs::path &path, const fs::path &outside)
{
    const PlacedText text{path, {}};
    return Origins(std::span(&text, 1), outside).of(path);
}

} // namespace vethscope
