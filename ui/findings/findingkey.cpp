#include "ui/findings/findingkey.h"

#include "ui/findings/findingcard.h"
#include "ui/findings/findinghead.h"

#include <QAbstractButton>
#include <QScrollArea>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace vethscope {
namespace {

bool areAlike(const diagnose::Proof &one, const diagnose::Proof &other)
{
    return one.lines == other.lines && one.frames == other.frames;
}

bool areAlike(const diagnose::Finding &one, const diagnose::Finding &other)
{
    const auto isSame = [](const diagnose::Excluded &a, const diagnose::Excluded &b) { return a.lookAlike == b.lookAlike && areAlike(a.proof, b.proof); };
    return keyOf(one) == keyOf(other) && one.confidence == other.confidence && one.title == other.title && one.why == other.why && one.fix == other.fix
        && one.confirm == other.confirm && areAlike(one.proof, other.proof) && std::ranges::equal(one.excluded, other.excluded, isSame);
}

bool areAlike(const diagnose::Suspect &one, const diagnose::Suspect &other)
{
    const auto all = [](const diagnose::Suspect &suspect) { return std::tie(suspect.node, suspect.interface, suspect.toNode, suspect.failed, suspect.slow, suspect.good); };
    return all(one) == all(other);
}

} // namespace

std::string keyOf(const diagnose::Finding &finding)
{
    const diagnose::Subject &subject = finding.subject;
    return fmt::format("{}|{}|{}|{}|{}", finding.id, fmt::join(subject.nodes, ","), fmt::join(subject.pods, ","), subject.interface, subject.address);
}

bool areAlike(const Diagnosed &one, const Diagnosed &other)
{
    const auto isSame = [](const auto &a, const auto &b) { return areAlike(a, b); };
    return std::ranges::equal(one.findings, other.findings, isSame) && std::ranges::equal(one.suspects, other.suspects, isSame)
        && one.doubts == other.doubts
        && !one.cluster == !other.cluster && !one.journeys == !other.journeys;
}

KeptFocus::KeptFocus(const std::vector<FindingCard *> &cards, const QWidget *focus)
{
    for (FindingCard *const card : cards) {
        if (!focus || !card->isAncestorOf(focus))
            continue;
        m_key = keyOf(card->finding());
        const auto buttons = card->findChildren<QAbstractButton *>();
        m_button = std::ranges::find(buttons, focus) - buttons.begin();
    }
}

void KeptFocus::restore(const std::vector<FindingCard *> &cards, QScrollArea &area) const
{
    if (m_button < 0)
        return;
    for (FindingCard *const card : cards) {
        if (keyOf(card->finding()) != m_key)
            continue;
        const auto buttons = card->findChildren<QAbstractButton *>();
        return (m_button < buttons.size() ? buttons[m_button] : &card->head())->setFocus();
    }
    area.setFocus();
}

} // namespace vethscope
