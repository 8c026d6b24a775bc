#include "core/columns/rowsort.h"

#include "core/threads/parts.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace vethscope {
namespace {

constexpr std::size_t partRows = 16'384, rowsBetweenAsks = 1024;

bool isDigit(char one)
{
    return one >= '0' && one <= '9';
}

char lower(char one)
{
    return one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one;
}

// The digits at the beginning without zeros in front, taken away.
std::string_view takeNumber(std::string_view &text)
{
    std::size_t begin = 0;
    while (begin < text.size() && text[begin] == '0')
        ++begin;
    std::size_t end = begin;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    const std::string_view number = text.substr(begin, end - begin);
    text.remove_prefix(end);
    return number;
}

// Texts of one part, each once.
struct Texts {
    std::vector<std::string> all{};
    std::unordered_map<std::string, std::uint32_t> places{};

    std::uint32_t placeOf(std::string text)
    {
        const auto [place, isNew] = places.try_emplace(std::move(text), static_cast<std::uint32_t>(all.size()));
        if (isNew)
            all.push_back(place->first);
        return place->second;
    }
};

// A number for each text that is in order as they are.
std::vector<double> ranksOf(const std::vector<std::string> &texts)
{
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, [&](std::uint32_t one, std::uint32_t other) { return compareNaturally(texts[one], texts[other]) < 0; });
    std::vector<double> ranks(texts.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = static_cast<double>(i);
    return ranks;
}

// Part by part, then two and two together, so that between them somebody may say no.
template <typename Less>
bool sortWhileWanted(std::vector<std::uint32_t> &places, const Less &less, const std::function<bool()> &goOn)
{
    const auto at = [&](std::size_t place) { return places.begin() + static_cast<std::ptrdiff_t>(std::min(place, places.size())); };
    for (std::size_t begin = 0; begin < places.size(); begin += partRows) {
        if (!goOn())
            return false;
        std::sort(at(begin), at(begin + partRows), less);
    }
    std::vector<std::uint32_t> merged(places.size());
    for (std::size_t width = partRows; width < places.size(); width *= 2) {
        for (std::size_t begin = 0; begin < places.size(); begin += 2 * width) {
            if (!goOn())
                return false;
            std::merge(at(begin), at(begin + width), at(begin + width), at(begin + 2 * width), merged.begin() + static_cast<std::ptrdiff_t>(begin), less);
        }
        places.swap(merged);
    }
    return true;
}

class Sorter
{
public:
    Sorter(const PacketStore &store, const Dissector &dissector, const std::vector<std::uint32_t> &rows, const SortKey &key, std::atomic<std::size_t> &done, const std::function<bool()> &goOn)
        : m_store(store), m_dissector(dissector), m_rows(rows), m_key(key), m_done(done), m_goOn(goOn), m_keys(rows.size()), m_texts((rows.size() + partRows - 1) / partRows)
    {
    }

    std::optional<std::vector<double>> keys()
    {
        forEachPart(m_texts.size(), [&](std::size_t part) { readPart(part); });
        if (m_isStopped)
            return std::nullopt;
        if (!m_key.number)
            rankTexts();
        return std::move(m_keys);
    }

private:
    void readPart(std::size_t part)
    {
        PacketRow packet;
        FilterScratch scratch;
        TextBuffer text;
        const std::size_t end = std::min(m_rows.size(), (part + 1) * partRows);
        for (std::size_t i = part * partRows; i < end; ++i) {
            if (i % rowsBetweenAsks == 0 && (m_isStopped || !m_goOn())) {
                m_isStopped = true;
                return;
            }
            packet.load(m_store, m_dissector, m_rows[i]);
            if (m_key.number) {
                m_keys[i] = m_key.number(packet, scratch).value_or(std::numeric_limits<double>::infinity());
            } else {
                text.clear();
                m_key.text(packet, scratch, text);
                m_keys[i] = m_texts[part].placeOf(std::string(viewOf(text)));
            }
            ++m_done;
        }
    }

    void rankTexts()
    {
        Texts all;
        std::vector<std::vector<std::uint32_t>> places;
        for (Texts &part : m_texts) {
            std::vector<std::uint32_t> &here = places.emplace_back();
            for (const std::string &text : part.all)
                here.push_back(all.placeOf(text));
            part = {};
        }
        const std::vector<double> ranks = ranksOf(all.all);
        for (std::size_t i = 0; i < m_keys.size(); ++i)
            m_keys[i] = ranks[places[i / partRows][static_cast<std::size_t>(m_keys[i])]];
    }

    const PacketStore &m_store;
    const Dissector &m_dissector;
    const std::vector<std::uint32_t> &m_rows;
    const SortKey &m_key;
    std::atomic<std::size_t> &m_done;
    const std::function<bool()> &m_goOn;
    std::vector<double> m_keys;
    std::vector<Texts> m_texts;
    std::atomic<bool> m_isStopped = false;
};

} // namespace

int compareNaturally(std::string_view one, std::string_view other)
{
    const std::string_view wholeOne = one, wholeOther = other;
    while (!one.empty() && !other.empty()) {
        if (isDigit(one.front()) && isDigit(other.front())) {
            const std::string_view number = takeNumber(one), others = takeNumber(other);
            if (number.size() != others.size())
                return number.size() < others.size() ? -1 : 1;
            if (const int compared = number.compare(others); compared != 0)
                return compared;
            continue;
        }
        const char left = lower(one.front()), right = lower(other.front());
        if (left != right)
            return static_cast<unsigned char>(left) < static_cast<unsigned char>(right) ? -1 : 1;
        one.remove_prefix(1);
        other.remove_prefix(1);
    }
    if (one.empty() != other.empty())
        return one.empty() ? -1 : 1;
    return wholeOne.compare(wholeOther);
}

std::optional<std::vector<std::uint32_t>> sortedPlaces(const PacketStore &store, const Dissector &dissector, const std::vector<std::uint32_t> &rows, const SortKey &key, bool descending,
                                                       std::atomic<std::size_t> &done, const std::function<bool()> &goOn)
{
    const auto keys = Sorter(store, dissector, rows, key, done, goOn).keys();
    if (!keys)
        return std::nullopt;
    std::vector<std::uint32_t> places(rows.size());
    std::iota(places.begin(), places.end(), 0u);
    const std::vector<double> &by = *keys;
    constexpr double none = std::numeric_limits<double>::infinity();
    const auto isBefore = [&](std::uint32_t one, std::uint32_t other) {
        if (by[one] == by[other])
            return one < other;
        if (by[one] == none || by[other] == none)
            return by[other] == none;
        return descending ? by[one] > by[other] : by[one] < by[other];
    };
    return sortWhileWanted(places, isBefore, goOn) ? std::optional(std::move(places)) : std::nullopt;
}

} // namespace vethscope
