#pragma once

#include "core/bytes/bytes.h"
#include "core/bytes/result.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace vethscope {

/// A Perl-compatible regular expression over bytes. A match is given up after a bounded number of steps. Cheap to copy; may run on several threads at once.
class Regex
{
public:
    enum class Case : bool { Ignored, Counts };

    /// The error is PCRE2's sentence with the place in the pattern.
    static Result<Regex, Error> compile(const std::string &pattern, Case letters);

    /// Where it matches for the first time from `from` on, first byte and byte behind the last; `gaveUp` is set where that took too many steps.
    std::optional<std::pair<std::size_t, std::size_t>> find(Bytes subject, std::size_t from, bool &gaveUp) const;

private:
    struct Compiled;
    explicit Regex(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace vethscope
