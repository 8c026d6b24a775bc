#include "core/journey/rowsigns.h"

#include "core/bytes/mixinghash.h"
#include "core/capture/rowwalk.h"
#include "core/journey/glance.h"
#include "core/journey/glimpse.h"
#include "core/journey/tupleends.h"
#include "core/journey/tuplehash.h"
#include "core/threads/parts.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::size_t rowsReadAtOnce = 8192;

class SignReader
{
public:
    SignReader(const PacketStore &store, const Dissector &dissector, const UsualFrames &usualFrames, KnownBy knownBy, RowSigns &signs)
        : m_store(store), m_walk(store), m_usualFrames(usualFrames), m_knownBy(knownBy), m_reader(dissector, knownBy), m_signs(signs)
    {
    }

    void read(std::size_t begin, std::size_t end)
    {
        m_walk.over(begin, end, [&](std::size_t row, const Frame &frame, std::uint32_t, std::int64_t) { read(row, frame); });
    }

    const std::vector<std::uint32_t> &cut() const { return m_cut; }
    bool areOptionsCut() const { return m_areOptionsCut; }

private:
    void read(std::size_t row, const Frame &frame)
    {
        Glanced seen;
        if (const auto usual = m_usualFrames.of(frame)) {
            m_areOptionsCut |= usual->areOptionsCut(frame);
            if (const auto tuple = tupleOf(frame, *usual))
                keep(row, *tuple, seen, glance(frame, *usual, m_knownBy, seen));
        } else if (const auto content = m_reader.of(m_store.frame(row))) {
            m_areOptionsCut |= content->areOptionsCut;
            keep(row, content->tuple, seen, glance(*content, seen));
        }
    }
    void keep(std::size_t row, const Tuple &tuple, const Glanced &seen, bool isWhole)
    {
        if (!isWhole)
            return m_cut.push_back(static_cast<std::uint32_t>(row));
        m_signs.flows[row] = bothWaysOf(tuple);
        m_signs.keys[row] = MixingHash{Glimpse({}, {}, {}, {}, seen).key(), tuple.protocol}.value();
    }

    const PacketStore &m_store;
    RowWalk m_walk;
    const UsualFrames &m_usualFrames;
    KnownBy m_knownBy;
    ContentReader m_reader;
    RowSigns &m_signs;
    std::vector<std::uint32_t> m_cut;
    bool m_areOptionsCut = false;
};

} // namespace

BothWays bothWaysOf(const Tuple &tuple)
{
    const auto sum = static_cast<BothWays>((hashOfTuple(tuple) + hashOfTuple(turned(tuple))) >> 32);
    return (sum & ~BothWays{1}) | BothWays{tuple.isTcp()} | (sum < 2 ? BothWays{2} : BothWays{0});
}

std::optional<RowSigns> signsOf(const PacketStore &store, const Dissector &dissector, const UsualFrames &usualFrames, KnownBy knownBy, Asking &asking)
{
    RowSigns signs(store.size());
    std::mutex adding;
    std::atomic<bool> areOptionsCut = false;
    forEachPart((store.size() + rowsReadAtOnce - 1) / rowsReadAtOnce, [&](std::size_t part) {
        const std::size_t begin = part * rowsReadAtOnce;
        if (areOptionsCut || !asking.goesOn(begin))
            return;
        SignReader reader(store, dissector, usualFrames, knownBy, signs);
        reader.read(begin, std::min(begin + rowsReadAtOnce, store.size()));
        if (knownBy == KnownBy::TimeStampsToo && reader.areOptionsCut())
            areOptionsCut = true;
        const std::scoped_lock lock(adding);
        signs.cut.insert(signs.cut.end(), reader.cut().begin(), reader.cut().end());
    });
    return areOptionsCut ? std::nullopt : std::optional(std::move(signs));
}

} // namespace vethscope::journey
