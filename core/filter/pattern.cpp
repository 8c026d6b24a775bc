#include "core/filter/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace vethscope {
namespace {

// A pattern such as (a+)+$ may need more steps than there are atoms; so many are a few milliseconds.
constexpr std::uint32_t mostSteps = 200'000;
constexpr std::uint32_t deepestBacktrack = 20'000;
constexpr std::uint32_t mostHeapKibibytes = 4096;

struct Free {
    void operator()(pcre2_code *code) const { pcre2_code_free(code); }
    void operator()(pcre2_match_data *data) const { pcre2_match_data_free(data); }
    void operator()(pcre2_match_context *context) const { pcre2_match_context_free(context); }
};

using MatchData = std::unique_ptr<pcre2_match_data, Free>;

class PatternMatch final : public FilterNode
{
public:
    PatternMatch(OperandPointer operand, pcre2_code *code, Quantifier quantifier)
        : m_operand(std::move(operand)), m_code(code), m_context(pcre2_match_context_create(nullptr)), m_quantifier(quantifier)
    {
        pcre2_set_match_limit(m_context.get(), mostSteps);
        pcre2_set_depth_limit(m_context.get(), deepestBacktrack);
        pcre2_set_heap_limit(m_context.get(), mostHeapKibibytes);
    }

    bool matches(Evaluation &evaluation) const override
    {
        // One block for each thread serves all patterns: only whether there is a match is asked.
        static thread_local const MatchData data(pcre2_match_data_create(1, nullptr));
        auto &list = evaluation.scratch.takeList();
        m_operand->values(evaluation, list);
        const auto found = [&](const FilterValue &value) {
            const auto *subject = reinterpret_cast<PCRE2_SPTR>(value.bytes.data());
            const int matched = pcre2_match(m_code.get(), subject, value.bytes.size(), 0, 0, data.get(), m_context.get());
            if (matched < 0 && matched != PCRE2_ERROR_NOMATCH)
                evaluation.scratch.giveUp();
            return matched >= 0;
        };
        const bool result = m_quantifier == Quantifier::Any ? std::ranges::any_of(list, found)
                                                            : !list.empty() && std::ranges::all_of(list, found);
        evaluation.scratch.giveBackList();
        return result;
    }

private:
    OperandPointer m_operand;
    std::unique_ptr<pcre2_code, Free> m_code;
    std::unique_ptr<pcre2_match_context, Free> m_context;
    Quantifier m_quantifier;
};

} // namespace

Result<NodePointer> patternMatch(OperandPointer operand, const std::string &pattern, Quantifier quantifier)
{
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code *code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                                     PCRE2_CASELESS | PCRE2_NEVER_UTF | PCRE2_NEVER_BACKSLASH_C, &error, &offset, nullptr);
    if (!code) {
        std::array<PCRE2_UCHAR, 256> text{};
        pcre2_get_error_message(error, text.data(), text.size());
        return std::unexpected(Error{Sentence::of("this regular expression has an error at character {}: {}", offset + 1,
                                                  std::string_view(reinterpret_cast<const char *>(text.data())))});
    }
    return std::make_shared<PatternMatch>(std::move(operand), code, quantifier);
}

} // namespace vethscope
