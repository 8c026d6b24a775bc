#include "core/figure/svgwriter.h"
#include "core/pathfigures/pathshapes.h"
#include "core/topology/lit.h"
#include "core/topology/svg.h"
#include "tests/support/samplecluster.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

// What of a drawing is bold and what is faint beside a path, on the window and on paper.

using namespace vethscope;
using figure::Hue;

namespace {

constexpr Subject node{Subject::Kind::Node, 0, 0}, pod{Subject::Kind::Pod, 0, 1}, device{Subject::Kind::Interface, 0, 2}, other{Subject::Kind::Pod, 0, 3};

Part boxPart(const Subject &subject)
{
    return {subject, {figure::Box{{0, 0, 10, 10}, 6, Hue::Neutral, figure::Fill::Base, 1}, figure::Text{{1, 2}, "name"}}, {}, {}};
}

TopologyFigure drawing()
{
    TopologyFigure figure;
    for (const Subject &subject : {node, pod, device, other})
        figure.parts.push_back(boxPart(subject));
    figure.parts.push_back({{}, {figure::Line{{{0, 0}, {9, 9}}}}, {}, {}});                              // a wire
    figure.parts.push_back({{}, {figure::Text{{0, 0}, "title"}, figure::Line{{{0, 0}, {9, 9}}}}, {}, {}}); // a heading
    return figure;
}

// From the pod to the device, and on to nothing that is drawn.
PathFigure pathFigure()
{
    PathFigure path;
    path.stops.push_back({pod, {}, {100, 100}, {pod}});
    path.stops.push_back({device, {figure::Line{{{100, 100}, {100, 200}}, false, Hue::Overlay, 5}}, {100, 200}, {device}});
    path.stops.push_back({std::nullopt, {figure::Line{{{100, 200}, {200, 200}}, false, Hue::Underlay, 5}}, {200, 200}, {}});
    path.end = figure::Point{300, 300};
    return path;
}

QString colourWords(Hue hue)
{
    return hue == Hue::Good ? "good" : hue == Hue::Bad ? "bad" : hue == Hue::Doubtful ? "doubtful" : hue == Hue::Paper ? "paper" : hue == Hue::Overlay ? "overlay" : hue == Hue::Underlay ? "underlay" : "else";
}

// "disc good 9.75 at 300,300" and so on, in the order of painting.
QStringList wordsOf(const std::vector<figure::Shape> &shapes)
{
    QStringList words;
    for (const figure::Shape &shape : shapes) {
        if (const auto *box = std::get_if<figure::Box>(&shape)) {
            const bool isDisc = box->rect.width == box->rect.height && box->radius == box->rect.width / 2 && box->fill == figure::Fill::Strong && box->stroke == figure::Stroke::None;
            words << QStringLiteral("%1 %2 %3 at %4,%5").arg(isDisc ? "disc" : "box", colourWords(box->hue)).arg(box->radius).arg(box->rect.centreX()).arg(box->rect.centreY());
        } else if (const auto *line = std::get_if<figure::Line>(&shape)) {
            QStringList points;
            for (const figure::Point &point : line->points)
                points << QStringLiteral("%1,%2").arg(point.x).arg(point.y);
            words << QStringLiteral("line %1 %2: %3").arg(colourWords(line->hue)).arg(line->width).arg(points.join(' '));
        } else {
            const auto &text = std::get<figure::Text>(shape);
            words << QStringLiteral("text %1 %2 %3 in the middle of %4").arg(colourWords(text.hue)).arg(QString::fromStdString(text.text)).arg(text.size).arg(text.at.x);
        }
    }
    return words;
}

double lineWidthOf(const Part &part)
{
    return std::get<figure::Box>(part.shapes.front()).lineWidth;
}

} // namespace

class LitTest : public QObject
{
    Q_OBJECT

private slots:
    void pathIsPaintedAsFarAsItWasWalked()
    {
        QCOMPARE(wordsOf(pathShapes(pathFigure(), path::Verdict::Delivered, 1)),
                 QStringList({"line overlay 5: 100,100 100,200", "line underlay 2.2: 100,200 200,200", "disc paper 12.25 at 300,300", "disc good 9.75 at 300,300",
                              "line paper 2.6: 295.38,300 299.076,303.696 305.082,296.304", "disc paper 9.25 at 100,200", "disc bad 6.75 at 100,200"}));
        QCOMPARE(wordsOf(pathShapes(pathFigure(), path::Verdict::Delivered, 0)).first(2), QStringList({"line overlay 2.2: 100,100 100,200", "line underlay 2.2: 100,200 200,200"}));
        QCOMPARE(wordsOf(pathShapes(pathFigure(), path::Verdict::Delivered, 2)).size(), 5); // no dot where nothing stands for the place
        PathFigure endless = pathFigure();
        endless.end.reset();
        QCOMPARE(wordsOf(pathShapes(endless, path::Verdict::Delivered, 7)), QStringList({"line overlay 5: 100,100 100,200", "line underlay 5: 100,200 200,200"}));
    }

    void markTellsHowItEnded()
    {
        QCOMPARE(wordsOf(pathShapes(pathFigure(), path::Verdict::Dropped, 2)).mid(3),
                 QStringList({"disc bad 9.75 at 300,300", "line paper 2.6: 295.38,295.38 304.62,304.62", "line paper 2.6: 295.38,304.62 304.62,295.38"}));
        QCOMPARE(wordsOf(pathShapes(pathFigure(), path::Verdict::Unknown, 2)).mid(3), QStringList({"disc doubtful 9.75 at 300,300", "text paper ? 16.5 in the middle of 300"}));
        const auto shapes = pathShapes(pathFigure(), path::Verdict::Unknown, 2);
        const auto &question = std::get<figure::Text>(shapes.back());
        QVERIFY(question.anchor == figure::Anchor::Middle && question.at.y > 303 && question.at.y < 309); // its baseline
    }

    void restIsFaint()
    {
        const TopologyFigure figure = withPath(drawing(), pathFigure(), path::Verdict::Delivered, 0);
        QCOMPARE(figure.parts.size(), std::size_t(7));
        QStringList faint;
        for (const Part &part : figure.parts)
            faint << (part.faint ? "faint" : "-");
        QCOMPARE(faint.join(' '), QString("- - - faint faint - -")); // walls and headings stay
        QCOMPARE(lineWidthOf(figure.parts[1]), 2.2); // walked
        QCOMPARE(lineWidthOf(figure.parts[2]), 1.0); // to come
        QCOMPARE(lineWidthOf(withPath(drawing(), pathFigure(), path::Verdict::Delivered, 1).parts[2]), 2.2);
        QCOMPARE(wordsOf(figure.parts.back().shapes), wordsOf(pathShapes(pathFigure(), path::Verdict::Delivered, 0)));
    }

    void whatAPacketLightsIsBold()
    {
        const TopologyFigure figure = withLit(drawing(), {device, other});
        QStringList widths;
        for (std::size_t i = 0; i < 4; ++i)
            widths << QString::number(lineWidthOf(figure.parts[i]));
        QCOMPARE(widths.join(' '), QString("1 1 2.2 2.2"));
        QVERIFY(std::ranges::none_of(figure.parts, &Part::faint));
        QCOMPARE(std::get<figure::Line>(figure::emboldened(figure::Line{{}, false, Hue::Neutral, 1.4})).width, 2.8);
        QCOMPARE(std::get<figure::Text>(figure::emboldened(figure::Text{{}, "a", 12})).size, 12.0);
    }

    // Colours of the paper's palette mixed by hand.
    void svgHasFaintColours()
    {
        const Cluster cluster = test::sampleCluster("flannel-vxlan");
        TopologyFigure figure;
        figure.parts.push_back({{}, {figure::Box{{0, 0, 1, 1}, 0, Hue::Bad, figure::Fill::Strong, 0, figure::Stroke::None}}, {}, {}, true});
        figure.parts.push_back({{}, {figure::Box{{0, 0, 1, 1}, 0, Hue::Bad, figure::Fill::Strong, 0, figure::Stroke::None}}, {}, {}, false});
        const Colours &colours = Colours::light();
        const QString svg = QString::fromStdString(topologySvg(cluster, figure, colours));
        const auto channel = [&](int shift) {
            const auto of = [&](Rgb rgb) { return double((rgb >> shift) & 0xFF); };
            return of(colours.bad) * 0.28 + of(colours.base) * 0.72;
        };
        static const QRegularExpression fill(QStringLiteral("height=\"1\" rx=\"0\" fill=\"#([0-9A-F]{6})\""));
        QList<unsigned> fills;
        for (auto match = fill.globalMatch(svg); match.hasNext();)
            fills << match.next().captured(1).toUInt(nullptr, 16);
        QCOMPARE(fills.size(), 2);
        for (const int shift : {0, 8, 16})
            QVERIFY(std::abs(double((fills[0] >> shift) & 0xFF) - channel(shift)) <= 1);
        QCOMPARE(fills[1], colours.bad);
    }
};

QTEST_GUILESS_MAIN(LitTest)
#include "tst_lit.moc"
