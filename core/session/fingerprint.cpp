#include "core/session/fingerprint.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string_view>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::uint64_t pieceSize = 64 << 10;

// FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
constexpr std::uint64_t basis = 0xcbf29ce484222325, prime = 0x100000001b3;

std::uint64_t mixed(std::uint64_t hash, std::string_view bytes)
{
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
    return hash;
}

} // namespace

std::string fingerprintOf(const std::filesystem::path &file)
{
    std::error_code error;
    const std::uint64_t size = std::filesystem::is_regular_file(file, error) ? std::filesystem::file_size(file, error) : 0;
    std::ifstream input(file, std::ios::binary);
    if (error || !input)
        return {};
    std::uint64_t hash = mixed(basis, std::to_string(size));
    std::string piece(std::min(size, pieceSize), '\0');
    for (const std::uint64_t begin : {std::uint64_t{0}, size - piece.size()}) {
        input.seekg(static_cast<std::streamoff>(begin));
        if (!input.read(piece.data(), static_cast<std::streamsize>(piece.size())))
            return {};
        hash = mixed(hash, piece);
    }
    return fmt::format("{:016x}", hash);
}

} // namespace vethscope
