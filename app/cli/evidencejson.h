#pragma once

#include "core/facts/evidence.h"

#include <optional>

#include <nlohmann/json.hpp>

namespace vethscope::cli {

using Json = nlohmann::ordered_json;

/// EVIDENCE of contract.md: source, line and the line itself, cut behind 300 characters.
Json evidenceJson(const Evidence &evidence);
Json evidenceJson(const EvidenceList &evidence);

/// The value, or null: an empty text and an absent value are what is not known.
Json textOrNull(const std::string &text);
template <typename T>
Json numberOrNull(const std::optional<T> &number)
{
    return number ? Json(*number) : Json(nullptr);
}
template <typename Address>
Json addressOrNull(const std::optional<Address> &address)
{
    return address ? Json(address->text()) : Json(nullptr);
}

/// JSON as all verbs print it. Bytes that are no UTF-8 become U+FFFD.
std::string jsonText(const Json &json);

} // namespace vethscope::cli
