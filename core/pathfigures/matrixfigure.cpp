#include "core/pathfigures/matrixfigure.h"

#include "core/figure/svgwriter.h"
#include "core/figure/textwidth.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::path {
namespace {

using namespace figure;

constexpr std::size_t mostSigns = 10000; // cells, beyond which what arrives has no sign, and those alike side by side are one box
constexpr double margin = 24, titleSize = 20, captionSize = 12, nameSize = 12.5;

// Columns have numbers, which stand before the names of the rows: whoever is in both has one number. The services are named below.
class Drawing
{
public:
    Drawing(const Matrix &matrix, const MatrixOrder &order, const MatrixFigureOptions &options) : m_matrix(matrix), m_order(order), m_options(options)
    {
        m_hasSigns = matrix.cells.size() <= mostSigns;
        m_side = m_hasSigns ? 24 : 8;
        for (std::size_t row = 0; row < order.rows.size(); ++row)
            m_names = std::max(m_names, textWidth(nameOf(row), Face::Sans, nameSize));
        m_names = std::min(m_names, 360.0) + 14;
        m_left = margin + m_names;
        m_top = margin + titleSize + captionSize + 22 + (m_hasSigns ? 20 : 14);
    }

    std::string draw(const Colours &colours)
    {
        const double right = m_left + x(m_order.columns.size(), m_order.columnGroups);
        const double bottom = m_top + x(m_order.rows.size(), m_order.rowGroups);
        const std::size_t services = m_order.columns.size() - m_order.rows.size();
        const double legend = bottom + 22 + static_cast<double>(services) * 18 + (services > 0 ? 12 : 0);
        const double entries = m_options.isChanged ? 5 : 4;
        SvgWriter writer({std::max(right, m_left + 460) + margin, legend + entries * 24 + margin, m_options.title, m_options.caption}, colours);
        m_writer = &writer;
        write({margin, margin + titleSize - 4}, m_options.title, titleSize, Hue::Neutral, true);
        write({margin, margin + titleSize + captionSize + 6}, m_options.caption, captionSize, Hue::Muted);
        drawHeads();
        for (std::size_t row = 0; row < m_order.rows.size(); ++row)
            drawRow(row);
        drawServices(bottom + 22);
        drawLegend(legend);
        return writer.finish();
    }

private:
    // Groups stand a little apart.
    double x(std::size_t place, const std::vector<MatrixGroup> &groups) const
    {
        const auto before = std::ranges::count_if(groups, [&](const MatrixGroup &group) { return group.first > 0 && group.first <= place; });
        return static_cast<double>(place) * m_side + static_cast<double>(before) * (m_hasSigns ? 6 : 2);
    }
    double left(std::size_t column) const { return m_left + x(column, m_order.columnGroups); }
    double top(std::size_t row) const { return m_top + x(row, m_order.rowGroups); }
    std::size_t cellAt(std::size_t row, std::size_t column) const { return m_order.rows[row] * m_matrix.columns.size() + m_order.columns[column]; }
    bool isChanged(std::size_t cell) const { return m_options.isChanged && m_options.isChanged(cell); }

    std::string nameOf(std::size_t row) const { return fmt::format("{}  {}", m_matrix.rows[m_order.rows[row]].name, row + 1); }

    void add(const Shape &shape) { m_writer->add(shape); }

    void write(Point at, const std::string &text, double size, Hue hue = Hue::Neutral, bool strong = false, Anchor anchor = Anchor::Start)
    {
        add(figure::Text{at, text, size, Face::Sans, strong, hue, anchor});
    }

    void drawHeads()
    {
        const std::size_t step = m_hasSigns ? 1 : 10;
        for (std::size_t column = 0; column < m_order.columns.size(); ++column)
            if ((column + 1) % step == 0)
                write({left(column) + m_side / 2, m_top - 6}, std::to_string(column + 1), m_hasSigns ? 11 : 8, Hue::Muted, false, Anchor::Middle);
    }

    void drawRow(std::size_t row)
    {
        const std::string &name = m_matrix.rows[m_order.rows[row]].name;
        m_writer->group("from-" + name, name);
        const bool isNode = m_matrix.rows[m_order.rows[row]].kind == Who::Kind::Node;
        const double size = std::min(nameSize, m_side * 0.9);
        write({m_left - 10, top(row) + m_side / 2 + size * 0.36}, elidedInTheMiddle(nameOf(row), m_names - 14, Face::Sans, size, isNode), size, Hue::Neutral, isNode, Anchor::End);
        for (std::size_t column = 0; column < m_order.columns.size();) {
            std::size_t end = column + 1;
            while (!m_hasSigns && end < m_order.columns.size() && isLike(cellAt(row, column), cellAt(row, end)) && left(end) - left(end - 1) < m_side + 1)
                ++end;
            drawCell({left(column), top(row), left(end - 1) + m_side - left(column), m_side}, cellAt(row, column));
            column = end;
        }
    }

    bool isLike(std::size_t one, std::size_t other) const
    {
        const Cell &a = m_matrix.cells[one], &b = m_matrix.cells[other];
        return a.verdict() == b.verdict() && a.definite == b.definite && isChanged(one) == isChanged(other) && a.verdict() == Verdict::Delivered;
    }

    void drawCell(const Rect &rect, std::size_t cell) { drawCell(rect, m_matrix.cells[cell].verdict(), m_matrix.cells[cell].definite, isChanged(cell)); }

    void drawCell(const Rect &rect, Verdict verdict, bool isDefinite, bool isChanged)
    {
        const Hue hue = verdict == Verdict::Delivered ? Hue::Good : verdict == Verdict::Dropped ? Hue::Bad : Hue::Muted;
        const bool isAssumed = verdict == Verdict::Delivered && !isDefinite;
        const double gap = m_hasSigns ? 1.5 : 0.5;
        add(Box{rect.grown(-gap), m_hasSigns ? 4.0 : 1.0, isChanged ? Hue::Doubtful : hue, isAssumed ? Fill::Base : isChanged ? Fill::None : Fill::Soft, isChanged ? 2.4 : 1.0,
                          isAssumed && !isChanged ? Stroke::Dotted : Stroke::Solid});
        if (isChanged && !isAssumed)
            add(Box{rect.grown(-gap - 1.2), 3, hue, Fill::Soft, 0, Stroke::None});
        const double x = rect.centreX(), y = rect.centreY(), unit = m_side / 24;
        if (verdict == Verdict::Delivered && m_hasSigns)
            add(Line{{{x - 5.5 * unit, y + 0.5 * unit}, {x - 1.5 * unit, y + 4.5 * unit}, {x + 5.5 * unit, y - 4.5 * unit}}, false, hue, isAssumed ? 1.2 : 2.2});
        if (verdict == Verdict::Dropped)
            for (const double slope : {1.0, -1.0})
                add(Line{{{x - 5 * unit, y - slope * 5 * unit}, {x + 5 * unit, y + slope * 5 * unit}}, false, hue, std::max(1.0, 2.4 * unit)});
        if (verdict == Verdict::Unknown)
            write({x, y + 5 * unit}, "?", 14 * unit, Hue::Muted, true, Anchor::Middle);
    }

    void drawServices(double y)
    {
        for (std::size_t column = m_order.rows.size(); column < m_order.columns.size(); ++column, y += 18)
            write({m_left, y + 6}, fmt::format("{}  {}", column + 1, m_matrix.columns[m_order.columns[column]].name), nameSize);
    }

    void drawLegend(double y)
    {
        std::size_t definite = 0, assumed = 0, dropped = 0, unknown = 0, changed = 0;
        for (std::size_t cell = 0; cell < m_matrix.cells.size(); ++cell) {
            const Cell &one = m_matrix.cells[cell];
            ++(one.verdict() == Verdict::Unknown ? unknown : one.verdict() == Verdict::Dropped ? dropped : one.definite ? definite : assumed);
            changed += isChanged(cell);
        }
        const bool hadSigns = m_hasSigns;
        const double side = m_side;
        m_hasSigns = true;
        m_side = 20;
        const auto entry = [&](Verdict verdict, bool isDefinite, bool isMarked, const Sentence &text) {
            drawCell({m_left, y, m_side, m_side}, verdict, isDefinite, isMarked);
            write({m_left + 30, y + 14.5}, text.in(m_options.language), captionSize);
            y += 24;
        };
        if (definite > 0)
            entry(Verdict::Delivered, true, false, Sentence::of("arrives: {}", definite));
        if (assumed > 0)
            entry(Verdict::Delivered, false, false, Sentence::of("arrives if what nobody printed is as usual: {}", assumed));
        if (dropped > 0)
            entry(Verdict::Dropped, true, false, Sentence::of("does not arrive: {}", dropped));
        if (unknown > 0)
            entry(Verdict::Unknown, true, false, Sentence::of("not known: {}", unknown));
        if (changed > 0)
            entry(Verdict::Delivered, true, true, Sentence::of("changed: {}", changed));
        m_hasSigns = hadSigns;
        m_side = side;
    }

    const Matrix &m_matrix;
    const MatrixOrder &m_order;
    const MatrixFigureOptions &m_options;
    SvgWriter *m_writer = nullptr;
    bool m_hasSigns;
    double m_side, m_left = 0, m_top = 0, m_names = 0;
};

} // namespace

std::string matrixSvg(const Matrix &matrix, const MatrixOrder &order, const MatrixFigureOptions &options, const Colours &colours)
{
    return Drawing(matrix, order, options).draw(colours);
}

} // namespace vethscope::path
