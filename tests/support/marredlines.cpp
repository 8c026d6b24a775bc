#include "tests/support/marredlines.h"

#include <QByteArrayList>
#include <QRegularExpression>

namespace vethscope::test {
namespace {

template <typename Change>
void changeEach(QList<MadeLine> &lines, Change change)
{
    for (MadeLine &line : lines)
        line.text = change(line.text);
}

void replaceAll(QList<MadeLine> &lines, const char *expression, const QString &by)
{
    const QRegularExpression pattern(expression);
    changeEach(lines, [&](const QByteArray &text) { return QString::fromUtf8(text).replace(pattern, by).toUtf8(); });
}

void maskAddresses(QList<MadeLine> &lines, Dice &dice)
{
    const QString mask = dice.pick(QStringList{"x", "*", "xx", "XXX"});
    if (dice.fallsBelow(70))
        replaceAll(lines, "\\b(10\\.\\d+|172\\.\\d+)\\.\\d+\\.(\\d+)", dice.fallsBelow(50) ? "\\1." + mask + "." + mask : "\\1." + mask + ".\\2");
    if (dice.fallsBelow(60))
        replaceAll(lines, "\\b([0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2}):[0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2}\\b", "\\1:xx:xx:xx");
}

void maskLines(QList<MadeLine> &lines, Dice &dice)
{
    const QByteArray mask = dice.pick(QByteArrayList{"...", "***", "********", "[redacted]", "<removed>"});
    for (MadeLine &line : lines)
        if (line.line > 0 && dice.fallsBelow(6))
            line = {mask};
}

void cutOut(QList<MadeLine> &lines, Dice &dice)
{
    const QByteArray mark = dice.pick(QByteArrayList{"...", "<snip>", "[...]", "（省略）", "…", "-- omitted --"});
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].line == 0 || !dice.fallsBelow(3))
            continue;
        qsizetype end = i;
        for (int count = 1 + dice.below(6); count > 0 && end < lines.size() && lines[end].line > 0; --count)
            ++end;
        lines.remove(i, end - i);
        lines.insert(i, {mark});
    }
}

void collapseBlanks(QList<MadeLine> &lines, Dice &dice)
{
    replaceAll(lines, "[ \t]+", " ");
    if (dice.fallsBelow(50))
        replaceAll(lines, "^ ", {});
}

// As a terminal of that many columns breaks them.
void wrap(QList<MadeLine> &lines, Dice &dice)
{
    const qsizetype columns = dice.pick(QList<int>{80, 100, 120, 132});
    QList<MadeLine> wrapped;
    for (const MadeLine &line : lines) {
        const QString text = QString::fromUtf8(line.text);
        qsizetype from = 0;
        do {
            wrapped << MadeLine{text.sliced(from, std::min(columns, text.size() - from)).toUtf8(), line.host, line.line};
            from += columns;
        } while (from < text.size());
    }
    lines = wrapped;
}

void trimEnds(QList<MadeLine> &lines, Dice &)
{
    replaceAll(lines, "[ \t]+$", {});
}

void escape(QList<MadeLine> &lines, Dice &dice)
{
    const bool quotes = dice.fallsBelow(50);
    changeEach(lines, [&](QByteArray text) {
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return quotes ? text.replace("\"", "&quot;").replace("'", "&#39;") : text;
    });
}

void colour(QList<MadeLine> &lines, Dice &)
{
    replaceAll(lines, "(\\d+\\.\\d+\\.\\d+\\.\\d+)", "\x1b[35m\\1\x1b[0m");
    replaceAll(lines, "^(\\d+: )", "\\1\x1b[36m\x1b[K");
}

void fence(QList<MadeLine> &lines, Dice &dice)
{
    const auto [open, close] = dice.pick(QList<std::pair<QByteArray, QByteArray>>{{"```", "```"}, {"```bash", "```"}, {"~~~", "~~~"}, {"<pre>", "</pre>"}, {"[code]", "[/code]"}});
    lines.prepend({open});
    lines.append({close});
}

void quote(QList<MadeLine> &lines, Dice &dice)
{
    const QByteArray mark = dice.pick(QByteArrayList{"> ", "| ", ">> ", "    ", "\t", ">"});
    changeEach(lines, [&](const QByteArray &text) { return mark + text; });
}

void endAsWindowsDoes(QList<MadeLine> &lines, Dice &)
{
    changeEach(lines, [](const QByteArray &text) { return text + '\r'; });
}

} // namespace

const QList<Marring> &marrings()
{
    static const QList<Marring> all{
        {"addresses masked", false, maskAddresses}, {"lines masked", false, maskLines}, {"lines cut out", false, cutOut}, {"blanks collapsed", false, collapseBlanks},
        {"wrapped", false, wrap}, {"no blanks at ends", true, trimEnds}, {"escaped", true, escape}, {"coloured", true, colour}, {"fenced", true, fence},
        {"quoted", true, quote}, {"CRLF", true, endAsWindowsDoes},
    };
    return all;
}

} // namespace vethscope::test
