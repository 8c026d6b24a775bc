#pragma once

#include "core/bytes/bytes.h"

#include <compare>
#include <cstdint>

namespace vethscope {

/// How two values may stand to each other.
enum class Relation : std::uint8_t { Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual, Contains };

/// Whether one pair of values is enough, or every pair has to satisfy the relation.
enum class Quantifier : std::uint8_t { Any, All };

/// The relation with its sides exchanged: `5 < x` is `x > 5`.
constexpr Relation mirrored(Relation relation)
{
    switch (relation) {
    case Relation::Greater: return Relation::Less;
    case Relation::Less: return Relation::Greater;
    case Relation::GreaterOrEqual: return Relation::LessOrEqual;
    case Relation::LessOrEqual: return Relation::GreaterOrEqual;
    default: return relation;
    }
}

constexpr bool holds(Relation relation, std::strong_ordering order)
{
    switch (relation) {
    case Relation::Equal: return order == 0;
    case Relation::NotEqual: return order != 0;
    case Relation::Greater: return order > 0;
    case Relation::Less: return order < 0;
    case Relation::GreaterOrEqual: return order >= 0;
    case Relation::LessOrEqual: return order <= 0;
    case Relation::Contains: return false;
    }
    return false;
}

/// Text goes by its characters; of other bytes the longer run is the greater one, as in Wireshark.
std::strong_ordering order(Bytes left, Bytes right, bool text);

/// Only the first `prefixBits` of two addresses: 10.244.0.0/16. All that is there when it is negative.
std::strong_ordering orderWithin(Bytes left, Bytes right, int prefixBits, bool text);

/// Whether `part` stands in `whole`. Nothing contains an empty part, as in Wireshark.
bool contains(Bytes whole, Bytes part);

} // namespace vethscope
