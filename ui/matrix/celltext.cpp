#include "ui/matrix/celltext.h"

#include "core/facts/shownline.h"
#include "core/path/undecided.h"
#include "ui/shared/language.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>

#include <algorithm>

namespace vethscope {
namespace {

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString argumentOf(const path::Who &who)
{
    const QString name = QString::fromStdString(who.name);
    switch (who.kind) {
    case path::Who::Kind::Pod: return QStringLiteral("pod/") + name;
    case path::Who::Kind::Node: return QStringLiteral("node/") + name;
    case path::Who::Kind::Service: return QStringLiteral("svc/") + name;
    case path::Who::Kind::Outside: break;
    }
    return name;
}

// The text of one cell as it is put together.
class Writer
{
    Q_DECLARE_TR_FUNCTIONS(CellText)

public:
    Writer(const MatrixResult &result, bool isAfter, std::size_t cell) : m_result(result), m_table(result.table(isAfter)), m_cell(cell) {}

    CellText write()
    {
        const path::Matrix &matrix = m_table.matrix;
        const path::Who &from = matrix.rows[m_cell / matrix.columns.size()], &to = matrix.columns[m_cell % matrix.columns.size()];
        path::Question question;
        question.from = from;
        question.to = to;
        const std::vector<path::Path> ways = m_table.facts.predictor->request(question);
        m_text.from = argumentOf(from);
        m_text.to = argumentOf(to);
        m_text.html = QStringLiteral("<p style='margin-top:0'><b>%1</b><br>→ <b>%2</b></p>").arg(whoText(from).toHtmlEscaped(), whoText(to).toHtmlEscaped());
        writeVerdict(ways);
        writeLines(ways.front().ending);
        writeCommand(ways.front().ending);
        writeChange();
        writeAssumed(ways.front());
        return std::move(m_text);
    }

private:
    void add(const QString &html) { m_text.html += html; }
    void heading(const QString &text) { add(QStringLiteral("<p style='margin-bottom:2px; color:%1'>%2</p>").arg(Palette::current().muted.name(), text.toHtmlEscaped())); }
    void code(const QString &text) { add(QStringLiteral("<p style='margin-top:0; font-family:monospace; background:%1'>%2</p>").arg(Palette::current().window.name(), text.toHtmlEscaped())); }

    static QString verdictHtml(path::Verdict verdict, const QString &words)
    {
        const Palette &palette = Palette::current();
        const QColor colour = verdict == path::Verdict::Delivered ? mixed(palette.good, palette.text, 0.7) : verdict == path::Verdict::Dropped ? palette.bad : palette.muted;
        const QString sign = verdict == path::Verdict::Delivered ? QStringLiteral("✓") : verdict == path::Verdict::Dropped ? QStringLiteral("✕") : QStringLiteral("?");
        return QStringLiteral("<span style='color:%1'><b>%2 %3</b></span>").arg(colour.name(), sign, words.toHtmlEscaped());
    }

    static QString endText(const std::optional<path::Disposition> &end)
    {
        if (!end)
            return tr("is not there").toHtmlEscaped();
        const path::Verdict verdict = verdictOf(*end);
        const CellLook look = verdict == path::Verdict::Delivered ? CellLook::Arrives : verdict == path::Verdict::Dropped ? CellLook::Dropped : CellLook::Unknown;
        return verdictHtml(verdict, lookText(look)) + QStringLiteral(" (%1)").arg(QString::fromUtf8(nameOf(*end)));
    }

    void writeVerdict(const std::vector<path::Path> &ways)
    {
        const path::Ending &ending = ways.front().ending;
        const path::Cell &cell = m_table.matrix.cells[m_cell];
        const CellLook look = cell.verdict() == path::Verdict::Unknown ? CellLook::Unknown : cell.verdict() == path::Verdict::Dropped ? CellLook::Dropped : cell.definite ? CellLook::Arrives : CellLook::Assumed;
        add(QStringLiteral("<p>%1<br><span style='color:%2'>%3%4</span></p>")
                .arg(verdictHtml(cell.verdict(), lookText(look)), Palette::current().muted.name(), QString::fromUtf8(nameOf(ending.disposition)),
                     ending.kernelReason.empty() ? QString() : QStringLiteral(" · ") + QString::fromUtf8(ending.kernelReason)));
        add(QStringLiteral("<p>%1</p>").arg(translated(ending.reason).toHtmlEscaped()));
        if (ways.size() < 2)
            return;
        const auto arrive = std::ranges::count(ways, path::Verdict::Delivered, &path::Path::verdict);
        if (path::isUndecided(ways)) {
            add(QStringLiteral("<p>%1</p>").arg(tr("Of %1 ways %2 arrive, and nobody knows which is taken.").arg(ways.size() - 1).arg(arrive).toHtmlEscaped()));
            return;
        }
        add(QStringLiteral("<p>%1</p>").arg(tr("This is the likeliest of %1 ways, of which %2 arrive.").arg(ways.size()).arg(arrive).toHtmlEscaped()));
    }

    void writeLines(const path::Ending &ending)
    {
        if (ending.evidence.empty())
            return;
        heading(verdictOf(ending.disposition) == path::Verdict::Dropped ? tr("The line at fault") : tr("What says so"));
        for (const Evidence &line : ending.evidence)
            add(lineHtml(line, m_text.lines));
    }

    void writeCommand(const path::Ending &ending)
    {
        if (ending.ask.empty() || verdictOf(ending.disposition) != path::Verdict::Unknown)
            return;
        m_text.command = QString::fromStdString(ending.ask);
        heading(ending.askOn.empty() ? tr("The command that would tell") : tr("The command that would tell, on %1").arg(QString::fromStdString(ending.askOn)));
        code(m_text.command);
    }

    void writeChange()
    {
        const auto found = m_table.changes.find(m_cell);
        if (found == m_table.changes.end()) {
            if (m_result.after)
                add(QStringLiteral("<p style='color:%1'>%2</p>").arg(Palette::current().muted.name(), tr("The same in both snapshots.").toHtmlEscaped()));
            return;
        }
        const path::ChangedWay &change = m_result.changes[found->second];
        heading(tr("Before → after"));
        add(QStringLiteral("<p style='margin-top:0'>%1 → %2</p>").arg(endText(change.before), endText(change.after)));
        if (!change.values.empty()) {
            heading(tr("Headers that changed"));
            QString rows;
            for (const path::ChangedValue &value : change.values) {
                const std::string &on = value.pod.empty() ? value.node : value.pod;
                rows += QStringLiteral("<tr><td>%1&nbsp;</td><td>%2&nbsp;→&nbsp;%3<br><span style='color:%4'>%5</span></td></tr>")
                            .arg(escaped(value.field), escaped(value.before.value_or("–")), escaped(value.after.value_or("–")), Palette::current().muted.name(),
                                 tr("%1 of %2", "a device of a node or pod").arg(escaped(value.interface), escaped(on)));
            }
            add(QStringLiteral("<table cellspacing='2'>%1</table>").arg(rows));
        }
        for (const auto &[title, lines] : {std::pair(tr("Lines before"), &change.linesBefore), std::pair(tr("Lines after"), &change.linesAfter)}) {
            if (lines->empty())
                continue;
            heading(title);
            for (const Evidence &line : *lines)
                add(lineHtml(line, m_text.lines));
        }
    }

    void writeAssumed(const path::Path &way)
    {
        if (way.assumed.empty())
            return;
        heading(tr("Taken as Kubernetes and the CNI leave it, since nobody printed it"));
        QString items;
        for (const path::AssumedFact &fact : way.assumed)
            items += QStringLiteral("<li>%1: <code>%2</code></li>").arg(escaped(fact.pod.empty() ? fact.node : fact.pod), escaped(fact.ask));
        add(QStringLiteral("<ul style='margin-left:12px; -qt-list-indent:0'>%1</ul>").arg(items));
    }

    const MatrixResult &m_result;
    const MatrixTable &m_table;
    std::size_t m_cell;
    CellText m_text;
};

} // namespace

QString lineHtml(const Evidence &line, EvidenceList &lines)
{
    if (!line.source)
        return {};
    lines.push_back(line);
    return QStringLiteral("<p style='margin-top:0; margin-bottom:4px'><a href='line:%1'>%2:%3</a><br><span style='font-family:monospace'>%4</span></p>")
        .arg(QString::number(lines.size() - 1), escaped(line.source->name()), QString::number(line.line), QString::fromStdString(shownLine(line).text).trimmed().toHtmlEscaped());
}

CellText cellText(const MatrixResult &result, bool isAfter, std::size_t cell)
{
    return Writer(result, isAfter, cell).write();
}

} // namespace vethscope
