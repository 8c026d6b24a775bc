#pragma once

#include "core/iograph/ioseries.h"

#include <QString>

#include <expected>
#include <optional>
#include <vector>

namespace vethscope {

class Registry;

/// How a graph is drawn.
enum class IoStyle : std::uint8_t { Line, Step, Impulse, Bar, StackedBar, Dot, Square, Diamond, Cross, Plus, Circle };

/// One row of the list of an I/O graph: which packets, what of them, and how it looks.
struct IoGraphSpec {
    bool isEnabled = true;
    QString name{};
    QString filter{};
    QString colour{};  // as ioColour() knows it
    IoStyle style = IoStyle::Line;
    IoMeasure measure = IoMeasure::Packets;
    QString field{};   // of those measures that need one
    int smoothing = 0; // intervals of which each point is the mean
    double factor = 1; // by which the values are multiplied

    friend bool operator==(const IoGraphSpec &, const IoGraphSpec &) = default;
};

/// Those that are there at first: all packets, TCP's troubles, and what the nodes see against what the pods see.
std::vector<IoGraphSpec> usualIoGraphs();

/// Its name in the user's language, where it is one of the usual ones; else as the user has called it, or by its filter.
QString titleOf(const IoGraphSpec &graph);

/// How preferences keep one: a line of JSON. What is none, is nothing.
QString ioGraphLine(const IoGraphSpec &graph);
std::optional<IoGraphSpec> ioGraphOf(const QString &line);

/// What the core measures for it, or why nothing can be measured.
std::expected<IoSeries, QString> seriesOf(const IoGraphSpec &graph, const Registry &registry);
/// By what its values are multiplied: times are in seconds, or in milliseconds where their field is.
double scaleOf(const IoGraphSpec &graph, const IoSeries &series);

} // namespace vethscope
