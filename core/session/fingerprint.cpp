#include "core/session/fingerprint.h"

#include "core/bytes/fnv1a.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <span>
#include <string>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::uint64_t pieceSize = 64 << 10;

} // namespace

std::string fingerprintOf(const std::filesystem::path &file)
{
    std::error_code error;
    const std::uint64_t size = std::filesystem::is_regular_file(file, error) ? std::filesystem::file_size(file, error) : 0;
    std::ifstream input(file, std::ios::binary);
    if (error || !input)
        return {};
    Fnv1a hash;
    const std::string written = std::to_string(size);
    hash.add(std::as_bytes(std::span(written)));
    std::string piece(std::min(size, pieceSize), '\0');
    for (const std::uint64_t begin : {std::uint64_t{0}, size - piece.size()}) {
        input.seekg(static_cast<std::streamoff>(begin));
        if (!input.read(piece.data(), static_cast<std::streamsize>(piece.size())))
            return {};
        hash.add(std::as_bytes(std::span(piece)));
    }
    return fmt::format("{:016x}", hash.value());
}

} // namespace vethscope
