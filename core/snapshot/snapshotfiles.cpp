#include "core/snapshot/snapshotfiles.h"

#include "core/bytes/readarchive.h"
#include "core/sentence/systemwords.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

#include <archive_entry.h>

namespace vethscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t blockSize = 1 << 16;

// gzip, zstd, lz4, xz, bzip2, zip, and tar, whose mark stands behind its first header.
bool isArchive(const fs::path &path)
{
    std::array<char, 264> head{};
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), head.size());
    const std::string_view read(head.data(), static_cast<std::size_t>(file.gcount()));
    using namespace std::string_view_literals;
    for (const std::string_view mark : {"\x1f\x8b"sv, "\x28\xb5\x2f\xfd"sv, "\x04\x22\x4d\x18"sv, "\xfd\x37zXZ\0"sv, "BZh"sv, "PK\x03\x04"sv, "PK\x05\x06"sv})
        if (read.starts_with(mark))
            return true;
    return read.size() > 262 && read.substr(257, 5) == "ustar"sv;
}

} // namespace

SnapshotFiles::SnapshotFiles(const SnapshotLimits &limits, std::vector<Error> &problems, Sink sink)
    : m_limits(limits), m_problems(problems), m_sink(std::move(sink))
{
}

std::optional<Error> SnapshotFiles::read(const fs::path &path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error || status.type() == fs::file_type::not_found)
        return Error{Sentence::of("{} cannot be opened: {}", path.string(), error ? systemWords(error) : Sentence::of("there is no such file"))};
    if (status.type() == fs::file_type::directory)
        return readFolder(path);
    return isArchive(path) ? readArchive(path, {}) : readFile(path, path.filename());
}

std::optional<Error> SnapshotFiles::readFolder(const fs::path &folder)
{
    std::error_code error;
    std::vector<fs::path> paths;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().lexically_relative(folder).generic_string();
        if (entry->path().filename().string().starts_with('.')) {
            complain(Sentence::of("{} is hidden and was left out", name));
            entry.disable_recursion_pending();
        } else if (entry->is_symlink()) {
            complain(Sentence::of("{} is a link and was not followed", name));
        } else if (entry->is_regular_file()) {
            paths.push_back(entry->path());
        }
        // One more than is read shows that there are more.
        if (paths.size() > m_limits.files)
            break;
    }
    if (error && paths.empty())
        return Error{Sentence::of("{} cannot be read: {}", folder.string(), systemWords(error))};
    if (error)
        complain(Sentence::of("{} was not read to its end: {}", folder.string(), systemWords(error)));
    std::ranges::sort(paths);
    for (const fs::path &path : paths) {
        const fs::path name = path.lexically_relative(folder);
        if (m_stopped || isFull(name.generic_string()))
            break;
        if (const auto failed = isArchive(path) ? readArchive(path, name) : readFile(path, name))
            complain(failed->message);
    }
    return std::nullopt;
}

std::optional<Error> SnapshotFiles::readFile(const fs::path &file, const fs::path &name)
{
    std::ifstream input(file, std::ios::binary);
    if (!input)
        return Error{Sentence::of("{} cannot be opened: {}", name.generic_string(), systemWords(errno))};
    SnapshotFile read{name, {}};
    std::array<char, blockSize> block;
    while (input.read(block.data(), block.size()), input.gcount() > 0) {
        read.bytes.append(block.data(), static_cast<std::size_t>(input.gcount()));
        if (read.bytes.size() > m_limits.bytesOfOne)
            return Error{Sentence::of("{} is larger than {} bytes and was left out", name.generic_string(), m_limits.bytesOfOne)};
    }
    take(std::move(read));
    return std::nullopt;
}

std::optional<Error> SnapshotFiles::readArchive(const fs::path &file, const fs::path &name)
{
    const std::string shown = name.empty() ? file.filename().string() : name.generic_string();
    const ReadArchive handle(archive_read_new());
    archive_read_support_filter_all(handle.get());
    archive_read_support_format_tar(handle.get());
    archive_read_support_format_zip(handle.get());
    archive_read_support_format_raw(handle.get()); // a single file, packed
    if (archive_read_open_filename(handle.get(), file.c_str(), blockSize) != ARCHIVE_OK)
        return Error{Sentence::of("{} cannot be unpacked: {}", shown, whyNot(handle.get()))};
    std::vector<SnapshotFile> files;
    std::size_t entries = 0, bytes = 0;
    archive_entry *entry = nullptr;
    int result = ARCHIVE_OK;
    while ((result = archive_read_next_header(handle.get(), &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN) {
        if (++entries > m_limits.files) {
            complain(Sentence::of("{} has more than {} entries; the rest was not read", shown, m_limits.files));
            break;
        }
        const char *written = archive_entry_pathname(entry);
        fs::path path = written ? fs::path(written).lexically_normal() : fs::path();
        if (archive_format(handle.get()) == ARCHIVE_FORMAT_RAW)
            path = file.stem();
        if (archive_entry_filetype(entry) == AE_IFDIR)
            continue;
        if (!written || !staysInside(fs::path(written)) || !staysInside(path)) {
            complain(Sentence::of("{}: the entry {} leads out of the archive and was not read", shown,
                                  written ? Sentence::verbatim(written) : Sentence::of("without a name")));
            continue;
        }
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry)) {
            complain(Sentence::of("{}: the entry {} is a link or a device and was not read", shown, path.generic_string()));
            continue;
        }
        SnapshotFile one{name / path, {}};
        std::array<char, blockSize> block;
        la_ssize_t count = 0;
        while ((count = archive_read_data(handle.get(), block.data(), block.size())) > 0 && one.bytes.size() <= m_limits.bytesOfOne)
            one.bytes.append(block.data(), static_cast<std::size_t>(count));
        if (count < 0) {
            complain(Sentence::of("{}: the entry {} is damaged: {}", shown, path.generic_string(), whyNot(handle.get())));
            continue;
        }
        if (one.bytes.size() > m_limits.bytesOfOne) {
            complain(Sentence::of("{}: the entry {} is larger than {} bytes and was left out", shown, path.generic_string(), m_limits.bytesOfOne));
            continue;
        }
        bytes += one.bytes.size();
        if (m_bytes + bytes > m_limits.bytesOfAll) {
            complain(Sentence::of("{} holds more than {} bytes; from {} on it was not read", shown, m_limits.bytesOfAll, path.generic_string()));
            break;
        }
        files.push_back(std::move(one));
    }
    if (result == ARCHIVE_FATAL || (result != ARCHIVE_EOF && result != ARCHIVE_OK && result != ARCHIVE_WARN)) {
        const Sentence message = Sentence::of("{} cannot be unpacked beyond what was read: {}", shown, whyNot(handle.get()));
        if (files.empty())
            return Error{message};
        complain(message);
    }
    std::ranges::sort(files, {}, &SnapshotFile::path);
    for (SnapshotFile &one : files)
        if (!isFull(one.path.generic_string()) && !take(std::move(one)))
            break;
    return std::nullopt;
}

bool SnapshotFiles::take(SnapshotFile file)
{
    ++m_files;
    m_bytes += file.bytes.size();
    m_stopped = m_stopped || !m_sink(std::move(file));
    return !m_stopped;
}

bool SnapshotFiles::isFull(const std::string &name)
{
    if (m_stopped)
        return true;
    if (m_files < m_limits.files && m_bytes < m_limits.bytesOfAll)
        return false;
    Sentence limit = m_files < m_limits.files ? Sentence::of("{} bytes", m_limits.bytesOfAll) : Sentence::of("{} files", m_limits.files);
    complain(Sentence::of("the snapshot is larger than {}; from {} on it was not read", std::move(limit), name));
    m_stopped = true;
    return true;
}

} // namespace vethscope
