#pragma once

#include "core/dissect/registry.h"

#include <span>
#include <string>
#include <string_view>

namespace vethscope {

/// A kind of number that may be given another meaning, by tshark's name for it.
struct DecodeTable {
    std::string_view name; // as in `udp.port`
    Claim::Kind kind;
    std::uint32_t largest;
};

std::span<const DecodeTable> decodeTables();

/// Decode As: a number that stands for another protocol than by registration.
struct DecodeRule {
    Claim claim;
    const Protocol *protocol = nullptr;

    friend bool operator==(const DecodeRule &left, const DecodeRule &right)
    {
        return left.claim.kind == right.claim.kind && left.claim.value == right.claim.value && left.protocol == right.protocol;
    }
};

/// Reads `udp.port==8473,vxlan`, as tshark's -d has it. The error tells what is wrong with it.
Result<DecodeRule> parseDecodeRule(std::string_view text, const Registry &registry);

/// The same in writing.
std::string textOf(const DecodeRule &rule);

} // namespace vethscope
