#include "ui/phrasebook.h"

#include "ui/coresentences.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace vethscope {
namespace {

struct Phrase {
    const char *text;
    QRegularExpression pattern; // one group for each {}
    qsizetype fixed;            // characters that are no {}
    bool hasWords;              // "{}: {}" has none, and would find something in every file name with a colon
};

std::vector<Phrase> phrases()
{
    std::vector<Phrase> all;
    for (const char *text : coreSentences()) {
        QStringList parts = QString::fromUtf8(text).split(QStringLiteral("{}"));
        const QString fixed = parts.join(QString());
        for (QString &part : parts)
            part = QRegularExpression::escape(part);
        const QString pattern = QRegularExpression::anchoredPattern(parts.join(QStringLiteral("(.*?)")));
        all.push_back({text, QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption), fixed.size(),
                       std::ranges::any_of(fixed, [](QChar character) { return character.isLetter(); })});
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, &Phrase::fixed); // of several that match, the one that says most
    return all;
}

// {} takes the next part, {2} the third.
QString filled(const QString &text, const QStringList &parts)
{
    static const QRegularExpression place(QStringLiteral("\\{(\\d?)\\}"));
    QString result;
    qsizetype done = 0, next = 0;
    for (auto found = place.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const qsizetype wanted = match.capturedLength(1) > 0 ? match.captured(1).toInt() : next++;
        result += text.mid(done, match.capturedStart() - done) + parts.value(wanted);
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

QString look(const QString &sentence, bool isPart)
{
    static const std::vector<Phrase> all = phrases();
    for (const Phrase &phrase : all) {
        if (isPart && !phrase.hasWords)
            continue;
        const QRegularExpressionMatch match = phrase.pattern.match(sentence);
        if (!match.hasMatch())
            continue;
        QStringList parts;
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            parts << look(match.captured(i), true);
        return filled(QCoreApplication::translate("Sentence", phrase.text), parts);
    }
    return sentence;
}

} // namespace

QString translatedSentence(const std::string &sentence)
{
    return look(QString::fromStdString(sentence), false);
}

} // namespace vethscope
