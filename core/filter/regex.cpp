#include "core/filter/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <string_view>

namespace vethscope {
namespace {

// A pattern such as (a+)+$ may need more steps than there are atoms; so many are a few milliseconds.
constexpr std::uint32_t mostSteps = 200'000;
constexpr std::uint32_t deepestBacktrack = 20'000;
constexpr std::uint32_t mostHeapKibibytes = 4096;

struct FreeData {
    void operator()(pcre2_match_data *data) const { pcre2_match_data_free(data); }
};

using MatchData = std::unique_ptr<pcre2_match_data, FreeData>;

} // namespace

struct Regex::Compiled {
    struct Free {
        void operator()(pcre2_code *code) const { pcre2_code_free(code); }
        void operator()(pcre2_match_context *context) const { pcre2_match_context_free(context); }
    };

    std::unique_ptr<pcre2_code, Free> code;
    std::unique_ptr<pcre2_match_context, Free> context;
};

Result<Regex, Error> Regex::compile(const std::string &pattern, Case letters)
{
    int error = 0;
    PCRE2_SIZE offset = 0;
    const std::uint32_t options = PCRE2_NEVER_UTF | PCRE2_NEVER_BACKSLASH_C | (letters == Case::Ignored ? PCRE2_CASELESS : 0);
    std::unique_ptr<pcre2_code, Compiled::Free> code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options, &error, &offset, nullptr));
    if (!code) {
        std::array<PCRE2_UCHAR, 256> text{};
        pcre2_get_error_message(error, text.data(), text.size());
        return std::unexpected(Error{Sentence::of("this regular expression has an error at character {}: {}", offset + 1,
                                                  std::string_view(reinterpret_cast<const char *>(text.data())))});
    }
    std::unique_ptr<pcre2_match_context, Compiled::Free> context(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(context.get(), mostSteps);
    pcre2_set_depth_limit(context.get(), deepestBacktrack);
    pcre2_set_heap_limit(context.get(), mostHeapKibibytes);
    return Regex(std::make_shared<const Compiled>(std::move(code), std::move(context)));
}

std::optional<std::pair<std::size_t, std::size_t>> Regex::find(Bytes subject, std::size_t from, bool &gaveUp) const
{
    // One block for each thread serves all patterns: only the whole match is asked for.
    static thread_local const MatchData data(pcre2_match_data_create(1, nullptr));
    const auto *bytes = reinterpret_cast<PCRE2_SPTR>(subject.data());
    const int matched = pcre2_match(m_compiled->code.get(), bytes, subject.size(), from, 0, data.get(), m_compiled->context.get());
    if (matched < 0) {
        gaveUp = gaveUp || matched != PCRE2_ERROR_NOMATCH;
        return std::nullopt;
    }
    const PCRE2_SIZE *const ends = pcre2_get_ovector_pointer(data.get());
    return std::pair(std::size_t(ends[0]), std::size_t(ends[1]));
}

} // namespace vethscope
