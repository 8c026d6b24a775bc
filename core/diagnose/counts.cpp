#include "core/diagnose/counts.h"

#include <algorithm>
#include <utility>

namespace vethscope::diagnose {

std::size_t countOf(const Findings &findings, ProblemSeverity severity)
{
    return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

Sentence severityWord(ProblemSeverity severity)
{
    switch (severity) {
    case ProblemSeverity::Error: return Sentence::of("Error");
    case ProblemSeverity::Warning: return Sentence::of("Warning");
    case ProblemSeverity::Note: break;
    }
    return Sentence::of("Note");
}

Sentence confidenceSentence(Confidence confidence)
{
    if (confidence == Confidence::Certain)
        return Sentence::of("certain: a captured frame and a host's line show it together");
    return Sentence::of("consistent with what is there: certain is only what a captured frame and a host's line show together");
}

Sentence countSentence(ProblemSeverity severity, std::size_t count)
{
    switch (severity) {
    case ProblemSeverity::Error: return count == 1 ? Sentence::of("1 error") : Sentence::of("{} errors", count);
    case ProblemSeverity::Warning: return count == 1 ? Sentence::of("1 warning") : Sentence::of("{} warnings", count);
    case ProblemSeverity::Note: break;
    }
    return count == 1 ? Sentence::of("1 note") : Sentence::of("{} notes", count);
}

Sentence countsSentence(const Findings &findings)
{
    Sentence all;
    for (const ProblemSeverity severity : severities) {
        const std::size_t count = countOf(findings, severity);
        if (count == 0)
            continue;
        Sentence one = countSentence(severity, count);
        all = all.empty() ? std::move(one) : Sentence::of("{}, {}", std::move(all), std::move(one));
    }
    return all.empty() ? Sentence::of("nothing found") : all;
}

} // namespace vethscope::diagnose
