#include "core/journey/pieces.h"

#include <cstddef>
#include <cstdlib>
#include <new>

#include <sys/mman.h>
#include <unistd.h>

namespace vethscope::journey {
namespace {

constexpr std::size_t pageSize = 4096, pieceSize = 2 * pageSize, blockSize = 128 * pieceSize;

} // namespace

Pieces::~Pieces()
{
    for (void *const block : m_blocks)
        std::free(block);
}

Piece *Pieces::take(std::uint32_t writer)
{
    const std::scoped_lock lock(m_mutex);
    if (m_free.empty())
        addBlock();
    Piece *const piece = m_free.back();
    m_free.pop_back();
    piece->count = 0;
    piece->writer = writer;
    return piece;
}

void Pieces::giveBack(Piece *piece)
{
    const std::scoped_lock lock(m_mutex);
    m_free.push_back(piece);
}

void Pieces::discard(Piece *piece)
{
    static const bool isWholePages = pieceSize % static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) == 0; // else others' would go, too
    if (isWholePages)
        ::madvise(piece, pieceSize, MADV_DONTNEED);
}

void Pieces::addBlock()
{
    void *const block = std::aligned_alloc(pageSize, blockSize);
    if (!block)
        throw std::bad_alloc();
    m_blocks.push_back(block);
    for (std::size_t at = blockSize; at > 0; at -= pieceSize)
        m_free.push_back(reinterpret_cast<Piece *>(static_cast<std::byte *>(block) + at - pieceSize));
}

} // namespace vethscope::journey
