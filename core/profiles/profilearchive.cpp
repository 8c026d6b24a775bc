#include "core/profiles/profilearchive.h"

#include "core/bytes/readarchive.h"
#include "core/capture/newfile.h"
#include "core/profiles/profilesgathered.h"

#include <array>
#include <cerrno>
#include <memory>

#include <archive_entry.h>

namespace vethscope {
namespace {

constexpr std::size_t zipBlock = 1 << 16;

struct FreeZip {
    void operator()(archive *handle) const { archive_write_free(handle); }
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

std::string entryName(archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    if (!name)
        name = archive_entry_pathname_utf8(entry); // what this system's own character set does not have
    return name ? name : "";
}

la_ssize_t writeZip(archive *handle, void *out, const void *bytes, std::size_t size)
{
    auto &file = *static_cast<NewFile *>(out);
    if (file.write(Bytes(static_cast<const std::byte *>(bytes), size)))
        return static_cast<la_ssize_t>(size);
    archive_set_error(handle, EIO, "not written");
    return -1;
}

} // namespace

std::optional<Error> readProfileArchive(const std::filesystem::path &path, ProfilesGathered &gathered)
{
    const std::string shown = path.filename().string();
    const ReadArchive handle(archive_read_new());
    archive_read_support_format_zip(handle.get());
    if (archive_read_open_filename(handle.get(), path.c_str(), zipBlock) != ARCHIVE_OK)
        return Error{Sentence::of("{} cannot be opened as an archive of profiles: {}", shown, whyNot(handle.get()))};
    archive_entry *entry = nullptr;
    int result = ARCHIVE_OK;
    bool isArchive = false;
    while (!gathered.isFull() && ((result = archive_read_next_header(handle.get(), &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)) {
        isArchive = true;
        const std::string name = entryName(entry);
        if (archive_entry_filetype(entry) == AE_IFDIR)
            continue;
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry)) {
            gathered.complain(Sentence::of("{} is no plain file and was not read", name));
            continue;
        }
        const auto take = gathered.choose(name);
        std::array<char, zipBlock> block;
        la_ssize_t count = 0;
        while (take && (count = archive_read_data(handle.get(), block.data(), block.size())) > 0)
            if (!take({block.data(), static_cast<std::size_t>(count)}))
                break;
        if (count < 0)
            gathered.complain(Sentence::of("{} is damaged: {}; what came before was read", name, whyNot(handle.get())));
        if (count == ARCHIVE_FATAL)
            return std::nullopt;
    }
    if (result != ARCHIVE_EOF && result != ARCHIVE_OK && result != ARCHIVE_WARN) {
        if (!isArchive)
            return Error{Sentence::of("{} cannot be opened as an archive of profiles: {}", shown, whyNot(handle.get()))};
        gathered.complain(Sentence::of("{} cannot be read to its end: {}", shown, whyNot(handle.get())));
    }
    return std::nullopt;
}

Result<void> writeProfile(const ProfileFiles &profile, const std::filesystem::path &path)
{
    auto file = NewFile::create(path);
    if (!file)
        return std::unexpected(file.error());
    const std::unique_ptr<archive, FreeZip> handle(archive_write_new());
    archive_write_set_format_zip(handle.get());
    archive_write_set_bytes_per_block(handle.get(), 0);
    bool isWritten = archive_write_open(handle.get(), &*file, nullptr, &writeZip, nullptr) == ARCHIVE_OK;
    for (const auto &[name, text] : profile.files) {
        const std::unique_ptr<archive_entry, FreeZip> entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), (profile.name + "/" + name).c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(text.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        isWritten = isWritten && archive_write_header(handle.get(), entry.get()) == ARCHIVE_OK
            && archive_write_data(handle.get(), text.data(), text.size()) == static_cast<la_ssize_t>(text.size());
    }
    if (!isWritten || archive_write_close(handle.get()) != ARCHIVE_OK)
        return std::unexpected(file->problem());
    return file->commit();
}

} // namespace vethscope
