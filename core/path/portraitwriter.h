#pragma once

#include "core/path/portrait.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace vethscope::path {

/// Writes one fact of one namespace into a pod's portrait.
class PortraitWriter
{
public:
    PortraitWriter(Portrait &portrait, const PodMarks &pod, const Place &space, std::string_view kind);

    PortraitWriter &operator<<(const IpAddress &address);
    PortraitWriter &operator<<(const IpPrefix &prefix);
    PortraitWriter &operator<<(const MacAddress &mac);
    PortraitWriter &operator<<(std::string_view words);
    template <typename Number>
        requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    PortraitWriter &operator<<(Number number)
    {
        return *this << std::string_view(std::to_string(static_cast<long long>(number)));
    }
    template <typename T>
    PortraitWriter &operator<<(const std::optional<T> &value)
    {
        return value ? *this << *value : *this << std::string_view("-");
    }
    template <typename T>
    PortraitWriter &operator<<(const Known<T> &known)
    {
        return line(known.evidence()) << known.value();
    }
    /// A device of the namespace.
    PortraitWriter &device(std::string_view name);
    PortraitWriter &pod(std::string_view fullName);
    PortraitWriter &line(const Evidence &evidence);
    PortraitWriter &lines(const EvidenceList &evidence);

private:
    Portrait &m_portrait;
    const PodMarks &m_pod;
    const Place &m_space;
};

} // namespace vethscope::path
