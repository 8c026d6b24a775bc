#pragma once

#include "core/facts/evidence.h"

#include <optional>
#include <utility>

namespace vethscope {

/// A value that a host told, with the line that says it; or nothing, where no line says it.
template <typename T>
class Known
{
public:
    Known() = default;
    Known(T value, Evidence evidence) : m_value(std::move(value)), m_evidence(std::move(evidence)) {}

    explicit operator bool() const { return m_value.has_value(); }
    const T &operator*() const { return *m_value; }
    const T *operator->() const { return &*m_value; }
    T value_or(T other) const { return m_value.value_or(std::move(other)); }

    const std::optional<T> &value() const { return m_value; }
    /// Where the value alone is wanted.
    operator const std::optional<T> &() const { return m_value; }
    /// Of nothing: without a source.
    const Evidence &evidence() const { return m_evidence; }

    friend bool operator==(const Known &one, const std::optional<T> &other) { return one.m_value == other; }
    friend bool operator==(const Known &one, const Known &other) { return one.m_value == other.m_value; }

private:
    std::optional<T> m_value;
    Evidence m_evidence;
};

/// A value that is there, with the line that says it; where the value alone is wanted, it is one.
template <typename T>
struct Said : T {
    Evidence evidence{};
};

} // namespace vethscope
