#include "core/figure/svgwriter.h"

#include <fmt/format.h>

#include <utility>

namespace vethscope::figure {
namespace {

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char letter : text) {
        switch (letter) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default: // control characters are no XML, escaped or not
            if (static_cast<unsigned char>(letter) >= 0x20 || letter == '\n')
                result += letter;
        }
    }
    return result;
}

// Two decimals, without the zeros behind.
std::string number(double value)
{
    std::string text = fmt::format("{:.2f}", value);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string hex(Rgb colour)
{
    return fmt::format("#{:06X}", colour);
}

std::string strokeOf(Stroke stroke, double width, Rgb colour)
{
    if (stroke == Stroke::None || width <= 0)
        return {};
    std::string text = fmt::format(R"( stroke="{}" stroke-width="{}")", hex(colour), number(width));
    if (const Dashes dashes = dashesOf(stroke, width); dashes.dash > 0)
        text += fmt::format(R"( stroke-dasharray="{} {}")", number(dashes.dash), number(dashes.gap));
    return text;
}

} // namespace

HueColours coloursOf(Hue hue, const Colours &colours)
{
    const auto scope = [](const ScopeTones &tones) { return HueColours{tones.strong, tones.ink, tones.soft}; };
    switch (hue) {
    case Hue::Underlay:
        return scope(colours.underlay);
    case Hue::Tunnel:
        return scope(colours.tunnel);
    case Hue::Overlay:
        return scope(colours.overlay);
    case Hue::Native:
        return scope(colours.native);
    case Hue::Good:
        return {colours.good, mixed(colours.good, colours.text, 0.7), colours.goodSoft};
    case Hue::Bad:
        return {colours.bad, colours.bad, colours.badSoft};
    case Hue::Doubtful:
        return {colours.doubtful, colours.doubtful, colours.doubtfulSoft};
    case Hue::Muted:
        return {colours.line, colours.muted, colours.window};
    case Hue::Paper:
        return {colours.base, colours.base, colours.base};
    case Hue::Neutral:
        break;
    }
    return {mixed(colours.muted, colours.line, 0.3), colours.text, colours.window};
}

Rgb fillOf(Fill fill, Hue hue, const Colours &colours)
{
    switch (fill) {
    case Fill::Window:
        return colours.window;
    case Fill::Soft:
        return coloursOf(hue, colours).soft;
    case Fill::Strong:
        return coloursOf(hue, colours).line;
    case Fill::None:
    case Fill::Base:
        break;
    }
    return colours.base;
}

Dashes dashesOf(Stroke stroke, double width)
{
    switch (stroke) {
    case Stroke::Dashed:
        return {3 + 2 * width, 2 + 1.6 * width};
    case Stroke::Dotted:
        return {2.5 + width * 0.5, 3};
    case Stroke::None:
    case Stroke::Solid:
        break;
    }
    return {};
}

SvgWriter::SvgWriter(const About &about, const Colours &colours) : m_colours(&colours)
{
    const std::string width = number(about.width);
    const std::string height = number(about.height);
    m_text = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
                         "role=\"img\">\n<title>{2}</title>\n<desc>{3}</desc>\n<rect width=\"{0}\" height=\"{1}\" fill=\"{4}\"/>\n",
                         width, height, escaped(about.title), escaped(about.description), hex(colours.base));
}

void SvgWriter::endGroup()
{
    if (m_inGroup)
        m_text += "</g>\n";
    m_inGroup = false;
}

void SvgWriter::group(std::string_view id, std::string_view title)
{
    endGroup();
    m_text += fmt::format("<g id=\"{}\">", escaped(id));
    if (!title.empty())
        m_text += fmt::format("<title>{}</title>", escaped(title));
    m_text += '\n';
    m_inGroup = true;
}

void SvgWriter::add(const Shape &shape)
{
    std::visit([this](const auto &one) { add(one); }, shape);
}

void SvgWriter::add(const Box &box)
{
    const std::string fill = box.fill == Fill::None ? "none" : hex(fillOf(box.fill, box.hue, *m_colours));
    m_text += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{}"{}/>)", number(box.rect.x), number(box.rect.y),
                          number(box.rect.width), number(box.rect.height), number(box.radius), fill,
                          strokeOf(box.stroke, box.lineWidth, coloursOf(box.hue, *m_colours).line));
    m_text += '\n';
}

void SvgWriter::add(const Line &line)
{
    if (line.points.empty())
        return;
    std::string path = fmt::format("M{} {}", number(line.points[0].x), number(line.points[0].y));
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        path += line.curved ? (i % 3 == 1 ? " C" : " ") : " L";
        path += fmt::format("{} {}", number(line.points[i].x), number(line.points[i].y));
    }
    const Rgb colour = coloursOf(line.hue, *m_colours).line;
    m_text += fmt::format("<path d=\"{}\" fill=\"none\" stroke-linejoin=\"round\"{}/>\n", path, strokeOf(line.stroke, line.width, colour));
    const std::vector<Point> head = arrowHead(line);
    if (!head.empty())
        m_text += fmt::format("<path d=\"M{} {} L{} {} L{} {} Z\" fill=\"{}\"/>\n", number(head[0].x), number(head[0].y),
                              number(head[1].x), number(head[1].y), number(head[2].x), number(head[2].y), hex(colour));
}

void SvgWriter::add(const Text &text)
{
    const char *family = text.face == Face::Mono ? "'JetBrains Mono', 'Noto Sans CJK SC', monospace"
                                                 : "Inter, 'Noto Sans CJK SC', 'Noto Sans', sans-serif";
    const char *anchor = text.anchor == Anchor::Middle ? "middle" : text.anchor == Anchor::End ? "end" : "start";
    m_text += fmt::format(R"(<text x="{}" y="{}" font-family="{}" font-size="{}"{} fill="{}" text-anchor="{}" xml:space="preserve">{}</text>)",
                          number(text.at.x), number(text.at.y), family, number(text.size), text.strong ? R"( font-weight="600")" : "",
                          hex(coloursOf(text.hue, *m_colours).ink), anchor, escaped(text.text));
    m_text += '\n';
}

std::string SvgWriter::finish()
{
    endGroup();
    m_text += "</svg>\n";
    return std::move(m_text);
}

} // namespace vethscope::figure
