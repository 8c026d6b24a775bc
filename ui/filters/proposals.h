#pragma once

#include "core/filter/seenvalues.h"

#include <QString>

#include <functional>
#include <vector>

namespace vethscope {

class Registry;
struct CompletionPlace;
struct KeptFilter;

/// What may be written in place of the characters from `start` to the cursor.
struct Proposal {
    QString text{};
    QString meaning{};
    int start = 0;
};

/// What a filter line proposes: protocols, fields and functions by their beginning; behind a relation the values of the field, those with words and those that
/// packets have; and whole filters that were kept or used before.
class Proposals
{
public:
    explicit Proposals(const Registry &registry) : m_registry(registry) { }

    std::vector<Proposal> at(const QString &text, int cursor) const;

    // Where they come from; what is not set proposes nothing.
    std::function<SeenValues(const std::string &field)> seen{};
    std::function<QString(Bytes address)> nameOf{}; // whose it is
    std::function<std::vector<KeptFilter>()> saved{};
    std::function<QStringList()> recent{};

private:
    void addNames(std::vector<Proposal> &all, const QString &word, int start) const;
    void addValues(std::vector<Proposal> &all, const CompletionPlace &place, int start) const;
    void addFilters(std::vector<Proposal> &all, const QString &text) const;

    const Registry &m_registry;
};

} // namespace vethscope
