#include "core/follow/httpbody.h"

#include "core/bytes/readarchive.h"

#include <archive_entry.h>

#include <array>
#include <charconv>
#include <string_view>

namespace vethscope {
namespace {

constexpr std::size_t mostUnpacked = std::size_t{64} << 20; // a few bytes can unpack to any number of them
constexpr std::size_t blockSize = 65536;

} // namespace

std::optional<ChunkedBody> readChunkedBody(Bytes bytes)
{
    const std::string_view text = asText(bytes);
    ChunkedBody body;
    while (true) {
        const std::size_t line = text.find("\r\n", body.size);
        std::uint64_t size = 0;
        if (line == text.npos)
            return std::nullopt;
        if (const auto [end, error] = std::from_chars(text.data() + body.size, text.data() + line, size, 16);
            error != std::errc() || (end != text.data() + line && *end != ';' && *end != ' '))
            return std::nullopt;
        body.size = line + 2;
        if (size == 0)
            break;
        if (size > text.size() - body.size || text.size() - body.size - size < 2)
            return std::nullopt;
        const Bytes data = bytes.subspan(body.size, size);
        body.bytes.insert(body.bytes.end(), data.begin(), data.end());
        body.size += size + 2;
    }
    while (true) { // trailer fields, and the empty line
        const std::size_t line = text.find("\r\n", body.size);
        if (line == text.npos)
            return std::nullopt;
        const bool isLast = line == body.size;
        body.size = line + 2;
        if (isLast)
            return body;
    }
}

std::optional<std::vector<std::byte>> gunzipped(Bytes packed)
{
    const ReadArchive reader(archive_read_new());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_entry *entry = nullptr;
    if (archive_read_open_memory(reader.get(), packed.data(), packed.size()) != ARCHIVE_OK || archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK
        || archive_filter_code(reader.get(), 0) != ARCHIVE_FILTER_GZIP)
        return std::nullopt;
    std::vector<std::byte> unpacked;
    std::array<std::byte, blockSize> block;
    while (true) {
        const la_ssize_t got = archive_read_data(reader.get(), block.data(), block.size());
        if (got == 0)
            return unpacked;
        if (got < 0 || unpacked.size() + static_cast<std::size_t>(got) > mostUnpacked)
            return std::nullopt;
        unpacked.insert(unpacked.end(), block.begin(), block.begin() + got);
    }
}

} // namespace vethscope
