#include "app/cli/dumptogether.h"

#include "core/capture/inturns.h"
#include "core/capture/rowclaims.h"
#include "core/flows/flowpass.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace vethscope::cli {
namespace {

constexpr std::size_t mostWaiting = 64; // blocks of text
constexpr std::size_t ahead = 4;        // rows that are asked for before they are looked at
constexpr std::size_t manyRows = 1024;  // of a block: there are more

// Blocks of text, written in the order of their turns.
class InOrder
{
public:
    explicit InOrder(std::ostream &out) : m_out(out) {}

    // Whoever is far ahead of the others waits for them.
    void add(std::size_t turn, TextBuffer text, bool isMoreThere)
    {
        std::unique_lock lock(m_mutex);
        m_moved.wait(lock, [&] { return turn < m_texts.turn() + mostWaiting; });
        m_texts.add(turn, std::move(text), [this](const TextBuffer &next) { m_out.write(next.data(), static_cast<std::streamsize>(next.size())); });
        if (!isMoreThere)
            m_out.flush();
        m_isGood = m_out.good();
        m_moved.notify_all();
    }
    bool isGood() const { return m_isGood; }

private:
    std::ostream &m_out;
    std::mutex m_mutex;
    std::condition_variable m_moved;
    InTurns<TextBuffer> m_texts;
    std::atomic<bool> m_isGood = true;
};

RowClaims::Extent extentOf(const Dumped &dumped)
{
    const bool isComplete = dumped.flows ? dumped.flows->finished() : dumped.store.finished(); // asked first
    const std::size_t rows = dumped.flows ? dumped.flows->done() : dumped.store.size();
    const bool isEnough = dumped.count > 0 && rows >= dumped.count;
    return {isEnough ? static_cast<std::size_t>(dumped.count) : rows, isComplete || isEnough};
}

} // namespace

DumpEnd dumpTogether(const Dumped &dumped, const DumpWriter &writer, std::ostream &out)
{
    InOrder inOrder(out);
    RowClaims claims;
    std::atomic<std::uint64_t> givenUp = 0, read = 0;
    const auto work = [&] {
        const std::unique_ptr<DumpWriter> own = writer.another();
        PacketRow row;
        FilterScratch scratch;
        std::size_t usual = 0; // characters of a block
        while (const auto claimed = claims.next([&] { return extentOf(dumped); }, [&] { return inOrder.isGood(); })) {
            TextBuffer text;
            text.reserve(usual);
            for (std::size_t i = claimed->begin; i < claimed->end; ++i) {
                dumped.store.expect(i + ahead);
                row.load(dumped.store, dumped.dissector, i);
                if (dumped.filter.matches(row.frame, row.packet, scratch))
                    own->write(row, scratch, text);
            }
            read += claimed->end - claimed->begin;
            usual = std::max(usual, text.size());
            inOrder.add(claimed->turn, std::move(text), claimed->end - claimed->begin >= manyRows);
        }
        givenUp += scratch.givenUp();
    };
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
            others.emplace_back(work);
        work();
    }
    out.flush();
    return {dumped.count > 0 && read == dumped.count, givenUp};
}

} // namespace vethscope::cli
