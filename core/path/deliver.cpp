#include "core/path/walk.h"

namespace vethscope::path {

// To the socket, whether or not anybody listens.
void Walk::deliver(Trail trail)
{
    const IpHeader &ip = trail.packet.inner().ip;
    if (m_expected && trail.place != m_expected) {
        const Sentence reason = Sentence::of("{} has {} as well, and gets it instead of {}", trail.place->name(), ip.destination.value.text(), m_expected->name());
        const EvidenceList evidence = trail.steps.empty() ? EvidenceList() : trail.steps.back().evidence;
        return end(std::move(trail), {Disposition::DuplicateAddress, reason, {}, evidence, {}, {}});
    }
    if (m_expectedSource && ip.source.value != *m_expectedSource) {
        const Sentence reason = Sentence::of("The answer comes from {}, while {} was asked: nobody translated it back", ip.source.value.text(), m_expectedSource->text());
        return end(std::move(trail), {Disposition::AnswerUntranslated, reason, {}, {}, {}, {}});
    }
    const Sentence text = Sentence::of("{} has {}: it is delivered", trail.place->name(), ip.destination.value.text());
    const EvidenceList evidence = trail.steps.empty() ? EvidenceList() : trail.steps.back().evidence;
    trail.steps.push_back({Step::Kind::Deliver, ip.destination.value.text(), text, evidence, {}, {}});
    end(std::move(trail), {Disposition::Delivered, text, {}, {}, {}, {}});
}

} // namespace vethscope::path
