#pragma once

#include "core/statistics/expertitems.h"
#include "core/statistics/packettally.h"

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace vethscope {

/// What experts say of many packets, grouped: what is said alike of the same kind of header in the same scope is one group.
class ExpertCounts : public PacketTally
{
public:
    struct Group {
        ExpertSeverity severity = ExpertSeverity::Chat;
        const Protocol *protocol = nullptr;
        Scope scope = Scope::Native;
        std::uint8_t depth = 0;
        std::string text;     // English, with `{}` where its messages differ; the words themselves where nobody translates them
        Sentence message;     // of one of them
        bool varies = false;  // they do differ
        std::size_t items = 0;
        std::vector<std::uint32_t> rows{}; // of the packets, in order, each once
    };

    void count(std::size_t row, const Frame &frame, const Dissection &packet) override;
    void add(const PacketTally &other) override;
    bool readsFacts() const override { return true; }

    /// The worst first, and among them the most frequent.
    std::vector<const Group *> groups() const;
    std::size_t items(ExpertSeverity severity) const;

private:
    using Key = std::tuple<ExpertSeverity, const Protocol *, Scope, std::uint8_t, std::string>;

    std::map<Key, Group> m_groups;
    Details m_scratch;
    std::vector<ExpertItem> m_found;
};

/// What tells the messages of one group from those of another.
std::string groupText(const Sentence &message);

/// The display filter of exactly the group's packets, by their numbers; empty where that would be too long.
std::string filterOf(const ExpertCounts::Group &group);

} // namespace vethscope
