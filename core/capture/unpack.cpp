#include "core/capture/unpack.h"

#include "core/bytes/readarchive.h"
#include "core/capture/spool.h"

#include <archive_entry.h>

#include <array>
#include <memory>
#include <vector>

namespace vethscope {
namespace {

constexpr std::size_t blockSize = 1 << 16;

Error damage(const std::string &name, archive *handle)
{
    return {Sentence::of("{} cannot be unpacked beyond what was read: {}", name, whyNot(handle))};
}

std::optional<Error> pumpArchive(const std::string &name, const Spool::Sink &sink, const std::stop_token &stop)
{
    const ReadArchive handle(archive_read_new());
    archive_read_support_filter_gzip(handle.get());
    archive_read_support_filter_zstd(handle.get());
    archive_read_support_filter_lz4(handle.get());
    archive_read_support_filter_xz(handle.get());
    archive_read_support_format_raw(handle.get());
    archive_entry *entry = nullptr;
    if (archive_read_open_filename(handle.get(), name.c_str(), blockSize) != ARCHIVE_OK
        || archive_read_next_header(handle.get(), &entry) != ARCHIVE_OK)
        return damage(name, handle.get());
    std::vector<std::byte> buffer(blockSize);
    while (!stop.stop_requested()) {
        const la_ssize_t count = archive_read_data(handle.get(), buffer.data(), buffer.size());
        if (count < 0)
            return damage(name, handle.get());
        if (count == 0 || !sink(Bytes(buffer.data(), static_cast<std::size_t>(count))))
            break;
    }
    return std::nullopt;
}

struct Packing {
    std::string_view name;
    std::string_view magic;
};

// RFC 1952, section 2.3.1; RFC 8878, section 3.1.1; the LZ4 frame format; the .xz file format, section 2.1.1.1.
constexpr auto packings = std::to_array<Packing>({
    {"gzip", "\x1f\x8b"},
    {"zstd", "\x28\xb5\x2f\xfd"},
    {"lz4", "\x04\x22\x4d\x18"},
    {"xz", {"\xfd" "7zXZ\0", 6}},
});

} // namespace

std::string_view packingOf(Bytes file)
{
    for (const Packing &packing : packings)
        if (asText(file).starts_with(packing.magic))
            return packing.name;
    return {};
}

Result<std::unique_ptr<CaptureInput>> unpack(const std::filesystem::path &path)
{
    return Spool::start(Sentence::verbatim(path.string()), [name = path.string()](const Spool::Sink &sink, const std::stop_token &stop) {
        return pumpArchive(name, sink, stop);
    });
}

} // namespace vethscope
