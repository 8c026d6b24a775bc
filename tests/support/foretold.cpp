#include "tests/support/foretold.h"

#include "core/path/matrix.h"

#include <algorithm>

namespace vethscope::test {
namespace {

QString text(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString orDash(const std::optional<std::string> &value)
{
    return value ? text(*value) : QString("-");
}

QString text(const path::Origin &origin)
{
    return QString("%1 %2 %3 %4 %5").arg(text(nameOf(origin.kind)), text(origin.node), text(origin.interface), text(origin.pod), origin.ip ? text(origin.ip->text()) : QString("-"));
}

ForetoldEvent eventOf(const path::Step &step)
{
    ForetoldEvent event{QString("step %1 [%2] %3").arg(text(nameOf(step.kind)), text(step.key), text(step.text.english())), step.evidence, {}, {}};
    for (const path::Change &change : step.changes)
        event.text += QString(", %1 %2>%3").arg(text(change.field), orDash(change.from), orDash(change.to));
    for (const kernel::Rejected &rejected : step.rejected) {
        event.lostLines.push_back(rejected.evidence);
        event.lost << text(rejected.because) + ": " + lineOf(rejected.evidence);
    }
    event.lost.sort();
    return event;
}

void add(QList<ForetoldEvent> &events, const path::Hop &hop)
{
    std::ranges::transform(hop.steps, std::back_inserter(events), [](const path::Step &step) { return eventOf(step); });
    const auto tunnel = hop.tunnel();
    events << ForetoldEvent{QString("at %1 %2 %3 %4").arg(text(hop.node), text(hop.pod), text(hop.interface), tunnel ? text(nameOf(*tunnel)) : QString())};
    for (const path::Field &field : hop.fields())
        events << ForetoldEvent{QString("field %1 %2 %3 = %4 from %5 ask %6 %7").arg(text(field.scope)).arg(field.depth).arg(text(field.name), orDash(field.value), text(field.origin), text(field.ask), text(field.askOn)),
                                field.evidence, {}, {}};
}

void add(QList<ForetoldEvent> &events, const std::vector<path::Path> &ways)
{
    for (const path::Path &way : ways) {
        events << ForetoldEvent{QString("way %1 %2").arg(text(way.because.english())).arg(way.probability.value_or(-1))};
        for (const path::Hop &hop : way.hops)
            add(events, hop);
        const path::Ending &end = way.ending;
        events << ForetoldEvent{QString("ends %1 (%2) %3, ask %4 on %5").arg(text(nameOf(end.disposition)), text(end.reason.english()), text(end.kernelReason), text(end.ask), text(end.askOn)), end.evidence, {}, {}};
        for (const path::AssumedFact &fact : way.assumed)
            events << ForetoldEvent{QString("assumed %1 %2 %3").arg(text(fact.node), text(fact.pod), text(fact.ask))};
    }
}

ForetoldWays waysOf(const std::vector<path::Path> &requests)
{
    const path::Path &likeliest = requests.front();
    ForetoldWays ways{{}, {}, likeliest.ending.disposition, likeliest.verdict() != path::Verdict::Unknown};
    add(ways.events, requests);
    for (const path::Path &way : requests)
        ways.isDefinite = ways.isDefinite && way.assumed.empty() && way.verdict() == ways.verdict();
    return ways;
}

ForetoldWays waysOf(const path::Predictor &predictor, const path::Question &question, bool withAnswers)
{
    if (!withAnswers)
        return waysOf(predictor.request(question));
    const path::Prediction prediction = predictor.predict(question);
    ForetoldWays ways = waysOf(prediction.branches);
    if (prediction.back) {
        ways.events << ForetoldEvent{"and back"};
        add(ways.events, prediction.back->branches);
    }
    return ways;
}

Foretold everyPair(const Cluster &cluster, bool withAnswers, const QStringList &others)
{
    Foretold foretold;
    const path::Predictor predictor(cluster);
    auto [rows, columns] = path::everybody(predictor.places());
    for (const QString &other : others)
        columns.push_back(path::whoIs(predictor.places(), other.toStdString()).value());
    for (const path::Who &from : rows) {
        for (const path::Who &to : columns) {
            path::Question question;
            question.from = from;
            question.to = to;
            const QString name = text(from.name) + " > " + (to.kind == path::Who::Kind::Service ? "svc/" : "") + text(to.name);
            ForetoldWays ways = waysOf(predictor, question, withAnswers);
            for (const path::Who *who : {&from, &to})
                for (const IpAddress &address : who->addresses)
                    ways.asked += text(address.text()) + " ";
            foretold.insert(name, std::move(ways));
        }
    }
    return foretold;
}

} // namespace

QStringList ForetoldWays::texts() const
{
    QStringList texts;
    for (const ForetoldEvent &event : events)
        texts << event.text;
    return texts;
}

Foretold foretoldOf(const Cluster &cluster, const QStringList &others)
{
    return everyPair(cluster, true, others);
}

Foretold requestsOf(const Cluster &cluster)
{
    return everyPair(cluster, false, {});
}

QString lineOf(const Evidence &evidence)
{
    return evidence.source ? text(evidence.source->given(evidence.line)).simplified() : QString("(no line)");
}

} // namespace vethscope::test
