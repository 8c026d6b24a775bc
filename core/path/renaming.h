#pragma once

#include "core/path/alike.h"
#include "core/path/trail.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vethscope::path {

/// Whether something that is assumed is of this pod, or asks for it.
bool concerns(const AssumedFact &fact, const PodMarks &pod);

/// Puts pods in the place of others of their class, in what a walk said of those.
class Renaming
{
public:
    explicit Renaming(const Alike &alike) : m_alike(alike) {}

    void add(std::size_t from, std::size_t to);

    /// The names, addresses and devices in a command.
    std::string of(const std::string &text) const;
    std::string ofName(const std::string &fullName) const;
    AssumedFact of(const AssumedFact &fact) const;
    /// Nothing where which line it is cannot be told.
    std::optional<EvidenceList> of(const EvidenceList &lines) const;

private:
    struct Word {
        std::size_t place;
        const std::string *from, *to;
    };
    std::optional<Word> next(const std::string &text, std::size_t from) const;
    std::optional<Evidence> of(const Evidence &line) const;

    const Alike &m_alike;
    std::vector<std::pair<std::size_t, std::size_t>> m_pods;
};

} // namespace vethscope::path
