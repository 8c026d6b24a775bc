#include "core/diagnose/report.h"

#include "core/diagnose/counts.h"
#include "core/diagnose/markdown.h"
#include "core/facts/shownline.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vethscope::diagnose {
namespace {

class ReportWriter
{
public:
    ReportWriter(const Report &report, const Sentence::Language &language) : m_report(report), m_language(language) {}

    std::string write()
    {
        m_text = "# " + words(Sentence::of("Diagnosis: {}", countsSentence(m_report.findings))) + "\n";
        addInput(Sentence::of("Captures"), m_report.captures);
        addInput(Sentence::of("Host output"), m_report.snapshots);
        if (m_report.findings.empty())
            paragraph(words(Sentence::of("Nothing was found in it.")));
        for (std::size_t i = 0; i < m_report.findings.size(); ++i)
            addFinding(i);
        addSuspects();
        return std::move(m_text);
    }

private:
    std::string words(const Sentence &sentence) const { return markdownWords(sentence.in(m_language)); }
    std::string strong(const Sentence &sentence) const { return "**" + words(sentence) + "**"; }
    void paragraph(const std::string &text) { m_text += '\n' + text + '\n'; }

    void addInput(const Sentence &title, const std::vector<std::string> &names)
    {
        if (names.empty())
            return;
        paragraph(strong(title));
        m_text += '\n';
        for (const std::string &name : names)
            m_text += "- " + markdownCode(name) + '\n';
    }

    void addFinding(std::size_t place)
    {
        const Finding &finding = m_report.findings[place];
        paragraph(fmt::format("## {}. {}: {}", place + 1, words(severityWord(finding.severity)), words(finding.title)));
        paragraph(words(finding.why));
        paragraph(strong(Sentence::of("What to do")) + "  \n" + words(finding.fix));
        if (!finding.confirm.empty()) {
            paragraph(strong(Sentence::of("What would prove it")));
            m_text += '\n' + markdownBlock(finding.confirm);
        }
        if (!finding.subject.pods.empty())
            paragraph(strong(Sentence::of("Pods")) + "  \n" + markdownWords(fmt::format("{}", fmt::join(finding.subject.pods, ", "))));
        addProof(Sentence::of("Shown by"), finding.proof);
        for (const Excluded &excluded : finding.excluded)
            addProof(Sentence::of("Not {}, which this shows", excluded.lookAlike), excluded.proof);
        for (std::size_t i = 0; place < m_report.figures.size() && i < m_report.figures[place].size(); ++i)
            paragraph(markdownPicture(m_report.figures[place][i].title.in(m_language), m_report.figures[place][i].file));
        paragraph(markdownCode(finding.id) + " · " + words(confidenceSentence(finding.confidence)));
    }

    void addProof(const Sentence &title, const Proof &proof)
    {
        paragraph(strong(title));
        m_text += '\n';
        for (const Evidence &line : proof.lines) {
            if (!line.source)
                continue;
            const std::string *const snapshot = m_report.texts.of(line.source.get());
            m_text += "- " + markdownCode(fmt::format("{}{}:{}", snapshot ? *snapshot + ' ' : std::string(), line.source->name(), line.line)) + "\n\n";
            m_text += markdownBlock(shownLine(line).text, "  ") + '\n';
        }
        for (const std::uint32_t row : proof.frames) {
            const ReportedFrame frame = m_report.frame(row);
            m_text += "- " + markdownCode(frame.capture) + ", " + words(Sentence::of("frame {}", frame.number));
            m_text += (frame.summary.empty() ? std::string() : ": " + markdownWords(frame.summary)) + '\n';
        }
    }

    void addSuspects()
    {
        if (m_report.suspects.empty())
            return;
        paragraph("## " + words(Sentence::of("What flows that failed have in common")));
        paragraph(fmt::format("| {} | {} | {} | {} |\n| --- | ---: | ---: | ---: |", words(Sentence::of("Where")), words(Sentence::of("failed")), words(Sentence::of("slow")),
                              words(Sentence::of("well"))));
        for (const Suspect &suspect : m_report.suspects)
            m_text += fmt::format("| {} | {} | {} | {} |\n", words(suspectSentence(suspect)), suspect.failed, suspect.slow, suspect.good);
    }

    const Report &m_report;
    const Sentence::Language &m_language;
    std::string m_text;
};

} // namespace

std::string reportMarkdown(const Report &report, const Sentence::Language &language)
{
    return ReportWriter(report, language).write();
}

} // namespace vethscope::diagnose
