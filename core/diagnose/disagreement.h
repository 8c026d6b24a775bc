#pragma once

#include "core/facts/evidence.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace vethscope::diagnose {

/// A value that nodes should have alike, as one of them has it.
template <typename T>
struct Held {
    std::size_t node = 0;
    std::string interface{};
    T value{};
    Evidence evidence{};
};

/// Two nodes that have different values. `isOdd`: the first differs from all others, which agree; the second is one of these.
template <typename T>
struct Disagreement {
    const Held<T> *one = nullptr, *other = nullptr;
    bool isOdd = false;

    /// Whose fault it is: the odd one alone, else both (contract.md, `diagnose`).
    std::vector<std::size_t> nodes() const { return isOdd ? std::vector{one->node} : std::vector{one->node, other->node}; }
    EvidenceList lines() const { return {one->evidence, other->evidence}; }
};

/// Of three and more the odd one, if there is one; else each two that differ.
template <typename T>
std::vector<Disagreement<T>> disagreements(const std::vector<Held<T>> &all)
{
    std::vector<Disagreement<T>> found;
    const auto agreeWithout = [&](std::size_t odd) {
        const Held<T> &witness = all[odd == 0 ? 1 : 0];
        for (std::size_t i = 0; i < all.size(); ++i)
            if (i != odd && all[i].value != witness.value)
                return false;
        return all[odd].value != witness.value;
    };
    if (all.size() >= 3)
        for (std::size_t odd = 0; odd < all.size(); ++odd)
            if (agreeWithout(odd))
                return {{&all[odd], &all[odd == 0 ? 1 : 0], true}};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (all[i].value != all[j].value)
                found.push_back({&all[i], &all[j], false});
    return found;
}

} // namespace vethscope::diagnose
