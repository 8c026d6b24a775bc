#pragma once

#include "core/facts/firewall.h"

#include <string_view>
#include <vector>

namespace vethscope {

/// The words of a line of `nft list`: what stands in quotes is one, a comma behind a word is one of its own, and what stands behind `#` is none.
std::vector<std::string_view> nftWords(std::string_view line);

/// Reads words one after another.
class NftCursor
{
public:
    explicit NftCursor(std::vector<std::string_view> words) : m_words(std::move(words)) {}

    bool atEnd() const { return m_place >= m_words.size(); }
    std::size_t place() const { return m_place; }
    void goTo(std::size_t place) { m_place = place; }
    std::string_view peek(std::size_t ahead = 0) const { return m_place + ahead < m_words.size() ? m_words[m_place + ahead] : std::string_view{}; }
    std::string_view next() { return atEnd() ? std::string_view{} : m_words[m_place++]; }
    bool take(std::string_view word)
    {
        const bool is = !atEnd() && m_words[m_place] == word;
        m_place += is;
        return is;
    }

private:
    std::vector<std::string_view> m_words;
    std::size_t m_place = 0;
};

/// `accept`, `jump pods`, `goto service-1`: whether it is a verdict. nftables' words become those of iptables.
bool readVerdict(NftCursor &words, std::string &target, bool &isGoto);

/// One element of a set or map: `10.96.0.10 . udp . 53 comment "dns" : goto service-1`, `0 : 10.244.1.3 . 80`. Nothing where it is none.
std::optional<FirewallElement> readElement(NftCursor &words);
/// `{ a, b }`; false where something in it is not understood.
bool readElements(NftCursor &words, std::vector<FirewallElement> &elements);

} // namespace vethscope
