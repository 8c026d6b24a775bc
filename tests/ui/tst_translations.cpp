#include <QTest>

#include "core/sentence/sentence.h"
#include "ui/shared/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

// What the core says, as its sources have it, against the file of translations and what the program makes of that file.

using namespace vethscope;

namespace {

struct Translation {
    QString chinese;
    bool finished = false;
};

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isChinese(const QString &text)
{
    return std::ranges::any_of(text, [](QChar character) { return character.script() == QChar::Script_Han; });
}

// A C++ literal without its quotes.
QString unescaped(QString literal)
{
    static const QRegularExpression escape(QStringLiteral("\\\\(.)"));
    return literal.replace(escape, QStringLiteral("\\1"));
}

// The texts of a source: what stands first in Sentence::of(), literals that stand one behind the other joined.
QStringList textsOf(const QString &source)
{
    static const QRegularExpression begin(QStringLiteral("\\b(?:Sentence|Phrase)::of\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)*)"));
    static const QRegularExpression joint(QStringLiteral("\"\\s*\""));
    QStringList texts;
    for (auto found = begin.globalMatch(source); found.hasNext();) {
        QString literals = found.next().captured(1).trimmed();
        literals.replace(QStringLiteral("\\\""), QStringLiteral("\\q")); // no joint
        literals.remove(joint);
        texts << unescaped(literals.mid(1, literals.size() - 2).replace(QStringLiteral("\\q"), QStringLiteral("\\\"")));
    }
    return texts;
}

// By the files they stand in.
QMap<QString, QStringList> textsOfSources(const QString &folder, const QStringList &names)
{
    QMap<QString, QStringList> texts;
    QDirIterator sources(QStringLiteral(VETHSCOPE_SOURCE_DIR "/") + folder, names, QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        const QString path = sources.next();
        if (const QStringList own = textsOf(contentsOf(path)); !own.isEmpty() && !path.endsWith(QLatin1String("sentence/sentence.h")))
            texts[path] = own;
    }
    return texts;
}

// Those of one context; a comment or a plural form, which no sentence has, makes an entry of its own that nothing finds.
QMap<QString, Translation> translationsOf(const QString &context)
{
    QMap<QString, Translation> all;
    const QString file = contentsOf(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/i18n/vethscope_zh_CN.ts"));
    QXmlStreamReader xml(file);
    QString name, source;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            name = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            source += QStringLiteral(" // ") + xml.readElementText();
        else if (xml.name() == QLatin1String("translation") && name == context) {
            const bool finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            all[source] = {xml.readElementText(QXmlStreamReader::IncludeChildElements), finished};
        }
    }
    return all;
}

// Which values a text has places for: {} for the next one, {2} for the third.
QList<qsizetype> placesIn(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("\\{(\\d?)\\}"));
    QList<qsizetype> places;
    qsizetype next = 0;
    for (auto found = place.globalMatch(text); found.hasNext();) {
        const QString number = found.next().captured(1);
        places << (number.isEmpty() ? next++ : number.toLongLong());
    }
    std::ranges::sort(places);
    return places;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const QStringList &texts : textsOfSources(QStringLiteral("core"), {QStringLiteral("*.cpp")}))
            m_said += texts;
        for (const QStringList &texts : textsOfSources(QStringLiteral("ui"), {QStringLiteral("*.cpp")}))
            m_said += texts;
        m_translations = translationsOf(QString::fromUtf8(Sentence::context));
        QVERIFY(m_said.size() > 350);
    }

    void literalsAreRead()
    {
        const QString source = "f(Sentence::of(\"a \\\"b\\\" {}\", x), Sentence::of(\"one, \"\n    \"two\" ),\n"
                               "  Sentence::of(\"\\\\{} …\", Sentence::of(\"in\"))";
        QCOMPARE(textsOf(source),
                 QStringList({"a \"b\" {}", "one, two", "\\{} …", "in"}));
    }

    void everyStringIsTranslated()
    {
        const QString text = contentsOf(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/i18n/vethscope_zh_CN.ts"));
        QVERIFY(text.contains(QLatin1String("<translation>")));
        QCOMPARE(text.count(QLatin1String("unfinished")), 0);
    }

    void everySentenceHasAFinishedTranslation()
    {
        QStringList without;
        for (const QString &text : m_said)
            if (const auto found = m_translations.find(text); found == m_translations.end() || !found->finished || found->chinese.isEmpty())
                without << text;
        QCOMPARE(without, QStringList());
    }

    void translationsAreChinese()
    {
        static const QRegularExpression word(QStringLiteral("[a-z]{3}"));
        const QStringList asHostsPrint{"down", "veth", "pods"};
        for (auto one = m_translations.begin(); one != m_translations.end(); ++one)
            QVERIFY2(isChinese(one->chinese) || !one.key().contains(word) || asHostsPrint.contains(one.key()), qPrintable(one.key()));
    }

    void translationsKeepTheValues()
    {
        for (auto one = m_translations.begin(); one != m_translations.end(); ++one)
            QVERIFY2(placesIn(one->chinese) == placesIn(one.key()), qPrintable(one.key() + QStringLiteral("\n  ") + one->chinese));
    }

    // What the core no longer says has no place in the file.
    void everyTranslationIsSaid()
    {
        QStringList stale;
        for (auto one = m_translations.begin(); one != m_translations.end(); ++one)
            if (!m_said.contains(one.key()))
                stale << one.key();
        QCOMPARE(stale, QStringList());
    }

    // lupdate reads the sources, not what they include.
    void noHeaderSaysAnything()
    {
        QCOMPARE(textsOfSources(QStringLiteral("core"), {QStringLiteral("*.h")}).keys(), QStringList());
        QCOMPARE(textsOfSources(QStringLiteral("ui"), {QStringLiteral("*.h")}).keys(), QStringList());
    }

    // Our own words are never handed on as if they were somebody else's; JSON's null is JSON's.
    void noWordsOfOursStayEnglish()
    {
        static const QRegularExpression words(QStringLiteral("Sentence::verbatim\\(\\s*\"([^\"]*)\""));
        QStringList verbatim;
        for (const char *folder : {"core", "ui"}) {
            QDirIterator sources(QStringLiteral(VETHSCOPE_SOURCE_DIR "/") + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                                 QDir::Files, QDirIterator::Subdirectories);
            while (sources.hasNext())
                for (auto found = words.globalMatch(contentsOf(sources.next())); found.hasNext();)
                    verbatim << found.next().captured(1);
        }
        QCOMPARE(verbatim, QStringList("null"));
    }

    // The commands and messages of the programs on the command line stay English.
    void programsSayNothingToTranslate()
    {
        QCOMPARE(textsOfSources(QStringLiteral("app"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}).keys(), QStringList());
    }

    void theProgramHasThem()
    {
        Language language;
        language.setCode(QStringLiteral("zh_CN"));
        for (auto one = m_translations.begin(); one != m_translations.end(); ++one)
            QCOMPARE(QCoreApplication::translate(Sentence::context, one.key().toUtf8().constData()), one->chinese);
    }

private:
    QStringList m_said;
    QMap<QString, Translation> m_translations;
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
