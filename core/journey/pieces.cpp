#include "core/journey/pieces.h"

#include <new>

#include <sys/mman.h>
#include <unistd.h>

namespace vethscope::journey {
namespace {

constexpr std::size_t piecesOfBlock = 128, blockSize = piecesOfBlock * Pieces::size;
constexpr std::size_t keptFree = 16; // of so many pieces one may be free and keep its memory, for who needs it next

bool isWholePages()
{
    static const bool isIt = Pieces::size % static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) == 0;
    return isIt;
}

} // namespace

Pieces::~Pieces()
{
    for (void *const block : m_blocks)
        ::munmap(block, blockSize);
}

void *Pieces::take()
{
    const std::scoped_lock lock(m_mutex);
    if (m_free.empty() && m_empty.empty())
        addBlock();
    std::vector<void *> &some = m_free.empty() ? m_empty : m_free;
    void *const piece = some.back();
    some.pop_back();
    return piece;
}

void Pieces::giveBack(void *piece)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_free.size() < m_blocks.size() * piecesOfBlock / keptFree || !isWholePages()) // else others' memory would go, too
            return m_free.push_back(piece);
    }
    ::madvise(piece, size, MADV_DONTNEED);
    const std::scoped_lock lock(m_mutex);
    m_empty.push_back(piece);
}

void Pieces::addBlock()
{
    void *const block = ::mmap(nullptr, blockSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED)
        throw std::bad_alloc();
    m_blocks.push_back(block);
    for (std::size_t at = blockSize; at > 0; at -= size)
        m_empty.push_back(static_cast<std::byte *>(block) + at - size);
}

} // namespace vethscope::journey
