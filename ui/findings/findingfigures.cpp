#include "ui/findings/findingfigures.h"

#include "core/journeyfigures/ladder.h"
#include "core/topology/lit.h"
#include "ui/findings/places.h"
#include "ui/journey/followedjourneys.h"
#include "ui/shared/language.h"
#include "ui/topology/figureexport.h"

#include <algorithm>

namespace vethscope {
namespace {

// In a large cluster its nodes alone, with what is inside.
QByteArray topologyOf(const Cluster &cluster, const diagnose::Finding &finding, const QString &caption)
{
    const std::vector<TopologyPlace> places = placesOf(cluster, finding);
    TopologyOptions options;
    options.caption = caption.toStdString();
    options.words = windowLanguage();
    for (const TopologyPlace &place : places)
        if (!place.node.empty())
            options.unfolded.insert(place.node);
    if (isLarge(cluster))
        options.only = options.unfolded;
    TopologyFigure figure = layoutTopology(cluster, options);
    std::set<Subject> lit;
    for (const TopologyPlace &place : places)
        if (const auto subject = subjectAt(cluster, figure, place))
            lit.insert(*subject);
    return lit.empty() ? QByteArray() : figureSvg(cluster, withLit(std::move(figure), lit));
}

QByteArray ladderOf(const journey::Followed &followed, const diagnose::Finding &finding)
{
    std::vector<std::size_t> journeys;
    for (const std::uint32_t row : finding.proof.frames)
        if (const auto journey = followed.journeyOf(row); journey && std::ranges::find(journeys, *journey) == journeys.end())
            journeys.push_back(*journey);
    if (journeys.empty())
        return {};
    std::ranges::sort(journeys, {}, [&](std::size_t one) { return followed.time(followed.all()[one].hops.front()); });
    LadderOptions options;
    options.title = translated(finding.title).toStdString();
    options.language = windowLanguage();
    return QByteArray::fromStdString(ladderSvg(layoutLadder(followed, journeys, options), Colours::light()));
}

} // namespace

std::vector<FindingFigure> figuresOf(const Diagnosed &found, std::size_t place, const QString &caption)
{
    const diagnose::Finding &finding = found.findings[place];
    std::vector<FindingFigure> figures;
    if (found.cluster)
        figures.push_back({Sentence::of("Where it is on the topology"), QStringLiteral("topology"), topologyOf(*found.cluster, finding, caption)});
    if (found.journeys)
        figures.push_back({Sentence::of("The cited packets on their ways"), QStringLiteral("ladder"), ladderOf(*found.journeys->followed, finding)});
    std::erase_if(figures, [](const FindingFigure &figure) { return figure.svg.isEmpty(); });
    return figures;
}

} // namespace vethscope
