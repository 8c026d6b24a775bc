#include "core/flowgraph/flowtext.h"

#include "core/bytes/utf8.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::size_t columnWidth = 20, portWidth = 9, nameWidth = 2 * columnWidth - 2;

std::string padded(std::string text, std::size_t width)
{
    const std::size_t count = utf8Count(text);
    return count < width ? text.append(width - count, ' ') : text;
}

// Names of even lifelines in the first line, those of odd ones in the second: each has the room of two columns.
std::string headings(const FlowGraph &graph, const std::function<std::string(const FlowAddress &)> &name)
{
    std::string upper = "|Time     |", lower = fmt::format("|         |{:{}}|", "", columnWidth - 1);
    for (std::size_t i = 0; i < graph.addresses.size(); ++i) {
        const std::string text(utf8First(name(graph.addresses[i]), nameWidth));
        if (i % 2 == 0)
            upper += fmt::format(" {}|", padded(text, nameWidth));
        else if (utf8Count(text) < columnWidth - 1)
            lower += fmt::format(" {}|{:{}}|", padded(text, columnWidth - 2), "", columnWidth - 1);
        else
            lower += fmt::format(" {}|", padded(text, nameWidth));
    }
    return upper + '\n' + lower + '\n';
}

// Empty columns up to `to`, each with its lifeline.
void addColumns(std::string &line, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < to; ++i)
        line += std::string(columnWidth - 1, ' ') + '|';
}

std::string port(const FlowEvent &event, std::uint16_t number)
{
    return event.hasPorts ? fmt::format("({})", number) : "(0)";
}

std::string linesOf(const FlowGraph &graph, const FlowEvent &event, const FlowWords &words)
{
    const std::size_t left = std::min(event.from, event.to), span = std::max<std::size_t>(1, std::max(event.from, event.to) - left), count = graph.addresses.size();
    const std::string label(utf8First(words.label, columnWidth * span));
    const std::size_t wanted = (portWidth + utf8Count(label)) / columnWidth + 1; // columns that it covers
    std::string first = fmt::format("|{:>9}|", words.time), second = "|         |";
    addColumns(first, 0, left);
    addColumns(second, 0, left);
    first += padded(std::string(portWidth, ' ') + label, columnWidth * wanted - 1) + '|';
    addColumns(first, left + wanted, count);
    const bool isRight = event.from <= event.to;
    const std::string dashes(columnWidth * span - 2, '-');
    second += padded(port(event, isRight ? event.sourcePort : event.destinationPort), portWidth) + (isRight ? dashes + '>' : '<' + dashes) + "  "
            + padded(port(event, isRight ? event.destinationPort : event.sourcePort), portWidth) + '|';
    addColumns(second, left + span + 1, count);
    return first + words.comment + '\n' + second + '\n';
}

} // namespace

std::string flowText(const FlowGraph &graph, std::size_t begin, std::size_t end, const std::function<FlowWords(const FlowEvent &)> &words,
                     const std::function<std::string(const FlowAddress &)> &name)
{
    std::string text = begin == 0 ? headings(graph, name) : std::string();
    for (std::size_t i = begin; i < std::min(end, graph.events.size()); ++i)
        text += linesOf(graph, graph.events[i], words(graph.events[i]));
    return text;
}

} // namespace vethscope
