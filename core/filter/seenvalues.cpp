#include "core/filter/seenvalues.h"

#include "core/dissect/format.h"
#include "core/filter/accessor.h"
#include "core/filter/rowfilter.h"

#include <algorithm>
#include <map>

namespace vethscope {
namespace {

constexpr std::size_t clockEvery = 64; // packets
constexpr std::size_t longestText = 80; // of a value that somebody might choose from a list

bool isAddress(Show show)
{
    return show == Show::Ipv4 || show == Show::Ipv6 || show == Show::Mac;
}

SeenValue valueOf(const Field &field, BitRange place, const Value &value)
{
    TextBuffer script, word;
    printForScripts(script, field, place, value);
    printWord(word, field, place, value);
    SeenValue seen{.literal = filterLiteral(field, value, fmt::to_string(script))};
    if (viewOf(word) != viewOf(script))
        seen.word = fmt::to_string(word);
    if (isAddress(field.show))
        seen.bytes.assign(value.bytes.begin(), value.bytes.end());
    return seen;
}

} // namespace

SeenValues seenValues(const PacketStore &store, const Dissector &dissector, std::string_view field, const SeenLimit &limit)
{
    SeenValues seen;
    const auto accessor = Accessor::find(field, dissector.registry());
    const std::size_t size = store.settled();
    if (!accessor || accessor->isProtocol() || size == 0)
        return seen;
    const auto deadline = std::chrono::steady_clock::now() + limit.time;
    const std::size_t step = std::max<std::size_t>(1, (size + limit.packets - 1) / limit.packets);
    std::map<std::string, SeenValue> found;
    FilterScratch scratch;
    Dissection packet;
    std::size_t row = 0;
    for (; row < size && (seen.lookedAt % clockEvery != 0 || std::chrono::steady_clock::now() < deadline); row += step) {
        const Frame frame = store.frame(row);
        dissector.dissect(frame, packet);
        scratch.begin();
        Evaluation evaluation{frame, packet, scratch};
        ++seen.lookedAt;
        std::vector<SeenValue *> inPacket;
        accessor->forEach(evaluation, [&](const Value &value, const Field *shown, BitRange place) {
            if (!shown || value.bytes.size() > longestText)
                return;
            SeenValue one = valueOf(*shown, place, value);
            if (one.literal.empty() || (found.size() >= limit.values && !found.contains(one.literal)))
                return;
            SeenValue &kept = found.try_emplace(one.literal, std::move(one)).first->second;
            if (std::ranges::find(inPacket, &kept) == inPacket.end())
                inPacket.push_back(&kept);
        });
        for (SeenValue *const value : inPacket)
            ++value->packets;
    }
    seen.all = step == 1 && row >= size && store.allSettled();
    for (auto &[literal, value] : found)
        seen.values.push_back(std::move(value));
    std::ranges::stable_sort(seen.values, std::greater{}, &SeenValue::packets);
    return seen;
}

} // namespace vethscope
