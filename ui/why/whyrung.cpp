#include "ui/why/whyrung.h"

#include "ui/shared/language.h"
#include "ui/why/agreement.h"

#include <QCoreApplication>

#include <algorithm>

namespace vethscope {
namespace {

using explain::FieldExplanation;
using path::Step;

struct RungWords {
    Q_DECLARE_TR_FUNCTIONS(Why)
};

QString titleOf(Step::Kind kind)
{
    switch (kind) {
    case Step::Kind::Rule: return RungWords::tr("Rule");
    case Step::Kind::Route: return RungWords::tr("Route");
    case Step::Kind::Neighbour: return RungWords::tr("Neighbour");
    case Step::Kind::Fdb: return RungWords::tr("Forwarding table");
    case Step::Kind::Port: return RungWords::tr("Bridge port");
    case Step::Kind::Veth: return RungWords::tr("veth pair");
    case Step::Kind::Encapsulate: return RungWords::tr("Tunnel");
    case Step::Kind::Decapsulate: return RungWords::tr("End of the tunnel");
    case Step::Kind::Translate: return RungWords::tr("Translation");
    case Step::Kind::Filter: return RungWords::tr("Firewall");
    case Step::Kind::Wire: return RungWords::tr("Wire");
    case Step::Kind::Deliver: return RungWords::tr("Delivery");
    case Step::Kind::Drop: return RungWords::tr("Drop");
    }
    return {};
}

WhyRung placed(std::string node, std::string pod, std::string interface)
{
    WhyRung rung;
    const QString machine = QString::fromStdString(pod.empty() ? node : pod), device = QString::fromStdString(interface);
    rung.place = machine.isEmpty() || device.isEmpty() ? machine : RungWords::tr("%1 of %2", "device, machine").arg(device, machine);
    rung.node = std::move(node);
    rung.pod = std::move(pod);
    rung.interface = std::move(interface);
    return rung;
}

// What a tunnel looks up is the seam between the two networks.
Scope scopeOf(const explain::Rung &done, const FieldExplanation &field)
{
    if (done.step.kind == Step::Kind::Fdb || done.step.kind == Step::Kind::Encapsulate)
        return Scope::Tunnel;
    return done.depth == field.depth ? vethscope::scopeOf(field) : done.depth > 0 ? Scope::Overlay : Scope::Underlay;
}

WhyRung rungOf(const explain::Rung &done, const FieldExplanation &field)
{
    WhyRung rung = placed(done.node, done.pod, done.interface);
    rung.title = titleOf(done.step.kind);
    rung.text = translated(done.step.text);
    rung.evidence = done.step.evidence;
    rung.lost = done.step.rejected;
    rung.scope = scopeOf(done, field);
    return rung;
}

// The lines that no rung has yet: whose the address is, when no table gave it.
WhyRung ownRung(const FieldExplanation &field, const std::vector<WhyRung> &above)
{
    WhyRung rung = placed(field.origin.node, field.origin.pod, field.origin.interface);
    rung.title = RungWords::tr("Whose it is");
    rung.scope = vethscope::scopeOf(field);
    rung.text = translated(field.plain);
    const auto hasLine = [&](const Evidence &line) {
        return std::ranges::any_of(above, [&](const WhyRung &one) { return std::ranges::find(one.evidence, line) != one.evidence.end(); });
    };
    std::ranges::copy_if(field.evidence, std::back_inserter(rung.evidence), [&](const Evidence &line) { return line.source && !hasLine(line); });
    if (above.empty())
        rung.lost = field.rejected;
    return rung;
}

} // namespace

std::vector<WhyRung> rungsOf(const FieldExplanation &field)
{
    std::vector<WhyRung> rungs;
    if (field.writtenBy) {
        WhyRung &written = rungs.emplace_back();
        written.title = RungWords::tr("Written by %1").arg(QString::fromUtf8(field.writtenBy->who.data(), qsizetype(field.writtenBy->who.size())));
        written.text = translated(field.writtenBy->text);
        written.evidence = field.writtenBy->evidence;
        written.scope = vethscope::scopeOf(field);
    }
    for (const explain::Rung &done : field.ladder)
        rungs.push_back(rungOf(done, field));
    WhyRung own = ownRung(field, rungs);
    if (rungs.empty() || !own.evidence.empty() || field.matches() == false)
        rungs.push_back(std::move(own));
    return rungs;
}

} // namespace vethscope
