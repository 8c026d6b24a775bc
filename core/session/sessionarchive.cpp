#include "core/session/sessionarchive.h"

#include "core/bytes/readarchive.h"
#include "core/session/sessionparts.h"

#include <array>
#include <memory>
#include <unordered_set>

#include <archive_entry.h>

namespace vethscope {
namespace {

constexpr std::size_t blockSize = 1 << 16;

std::string nameOf(archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    if (!name)
        name = archive_entry_pathname_utf8(entry); // what this system's own character set does not have
    return name ? name : "";
}

// Empty of a plain file.
Sentence kindOf(archive_entry *entry)
{
    if (archive_entry_hardlink(entry))
        return Sentence::of("a link");
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
        return {};
    case AE_IFLNK:
        return Sentence::of("a link");
    default:
        return Sentence::of("a device or a pipe");
    }
}

Sentence shownName(const std::string &name)
{
    return name.empty() ? Sentence::of("without a name") : Sentence::verbatim(name);
}

} // namespace

std::optional<Error> SessionArchive::walk(const Choose &choose, const std::function<bool()> &stop)
{
    const std::string shown = m_path.filename().string();
    const ReadArchive handle(archive_read_new());
    archive_read_support_format_zip(handle.get()); // also one that lacks its end
    if (archive_read_open_filename(handle.get(), m_path.c_str(), blockSize) != ARCHIVE_OK)
        return Error{Sentence::of("{} cannot be opened as a session: {}", shown, whyNot(handle.get()))};
    std::unordered_set<std::string> seen;
    std::size_t parts = 0;
    archive_entry *entry = nullptr;
    int result = ARCHIVE_OK;
    while (!stop() && ((result = archive_read_next_header(handle.get(), &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)) {
        if (++parts > m_limits.parts) {
            complain(Sentence::of("{} has more than {} parts; the rest was not read", shown, m_limits.parts));
            break;
        }
        const std::string name = nameOf(entry);
        if (archive_entry_filetype(entry) == AE_IFDIR)
            continue;
        if (!staysBelow(name)) {
            complain(Sentence::of("{}: the part {} leads out of the archive and was not read", shown, shownName(name)));
            continue;
        }
        if (const Sentence kind = kindOf(entry); !kind.empty()) {
            complain(Sentence::of("{}: the part {} is {} and was not read", shown, name, kind));
            continue;
        }
        if (!seen.insert(name).second) {
            complain(Sentence::of("{}: the part {} is there twice; the second one was not read", shown, name));
            continue;
        }
        const Take take = choose(name);
        std::array<char, blockSize> block;
        la_ssize_t count = 0;
        while (take && !stop() && (count = archive_read_data(handle.get(), block.data(), block.size())) > 0)
            if (!take({block.data(), static_cast<std::size_t>(count)}))
                break;
        if (count < 0)
            m_problems.push_back({Sentence::of("{}: the part {} is damaged: {}; what came before was read", shown, name, whyNot(handle.get()))});
        if (count == ARCHIVE_FATAL)
            break;
    }
    if (result != ARCHIVE_EOF && result != ARCHIVE_OK && result != ARCHIVE_WARN) {
        const Sentence reason = whyNot(handle.get());
        if (parts == 0)
            return Error{Sentence::of("{} cannot be opened as a session: {}", shown, reason)};
        complain(Sentence::of("{} cannot be unpacked beyond the part that was read last, number {}: {}", shown, parts, reason));
    }
    m_walked = true;
    return std::nullopt;
}

void SessionArchive::complain(Sentence message)
{
    if (!m_walked)
        m_problems.push_back({std::move(message)});
}

} // namespace vethscope
