#pragma once

#include "core/facts/known.h"

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace vethscope::cli {

using Json = nlohmann::ordered_json;

/// The value, or null: an empty text and an absent value are what is not known, or none.
inline Json textOrNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

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

inline Json textOrNull(const Known<std::string> &text)
{
    return text ? textOrNull(*text) : Json(nullptr);
}

template <typename T>
Json numberOrNull(const Known<T> &number)
{
    return numberOrNull(number.value());
}

template <typename Address>
Json addressOrNull(const Known<Address> &address)
{
    return addressOrNull(address.value());
}

/// A list of texts.
template <typename T>
Json textsOf(const std::vector<T> &values)
{
    Json list = Json::array();
    for (const T &value : values)
        list.push_back(value.text());
    return list;
}

template <typename Range, typename Convert>
Json listOf(const Range &values, Convert convert)
{
    Json list = Json::array();
    for (const auto &value : values)
        list.push_back(convert(value));
    return list;
}

/// JSON as all verbs print it. Bytes that are no UTF-8 become U+FFFD.
inline std::string jsonText(const Json &json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace vethscope::cli
