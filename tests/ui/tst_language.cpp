#include <QTest>

#include "core/capture/packetstore.h"
#include "core/filter/filter.h"
#include "core/protocols/protocols.h"
#include "core/snapshot/snapshot.h"
#include "ui/coremessages.h"
#include "ui/coresentences.h"
#include "ui/language.h"
#include "ui/phrasebook.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace vethscope;

namespace {

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isChinese(const QString &text)
{
    return std::ranges::any_of(text, [](QChar character) { return character.script() == QChar::Script_Han; });
}

// The string literals of the core's sources, those that stand one behind the other joined.
QString coreLiterals()
{
    QString all;
    QDirIterator sources(QStringLiteral(VETHSCOPE_SOURCE_DIR "/core"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (sources.hasNext())
        all += contentsOf(sources.next());
    all.replace(QRegularExpression(QStringLiteral("\"\\s*\n\\s*\"")), QString());
    return all.replace(QStringLiteral("\\\""), QStringLiteral("\"")).replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void everyStringIsTranslated()
    {
        QFile file(VETHSCOPE_SOURCE_DIR "/resources/i18n/vethscope_zh_CN.ts");
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("<translation>"));
        QCOMPARE(text.count("unfinished"), 0);
    }

    void coreMessagesKeepTheirNumbers()
    {
        Language language;
        language.setCode("zh_CN");
        for (const char *text : coreMessages()) {
            const QString chinese = translated({text, 4711, 42});
            QVERIFY2(chinese != QString::fromStdString(Message{text, 4711, 42}.english()), text);
            const QByteArray english(text);
            QCOMPARE(chinese.contains("4711"), english.count("{}") >= 1);
            QCOMPARE(chinese.contains("42"), english.count("{}") >= 2);
            QVERIFY2(!chinese.contains("{}"), text);
        }
    }

    void englishIsWhatTheCoreSays()
    {
        QCOMPARE(translated({"needs {} bytes, only {} were captured", 8, 6}), QString("needs 8 bytes, only 6 were captured"));
        QCOMPARE(translated({}), QString());
    }

    // Each sentence of the list with other words at each of its places.
    void coreSentencesKeepWhatIsFilledIn()
    {
        Language language;
        language.setCode("zh_CN");
        for (const char *text : coreSentences()) {
            if (QByteArray(text) == "null") // JSON's word
                continue;
            QString english = QString::fromUtf8(text);
            QStringList parts;
            for (qsizetype at = 0; (at = english.indexOf("{}", at)) >= 0;) {
                parts << QStringLiteral("part%1").arg(parts.size());
                english.replace(at, 2, parts.back());
            }
            const QString chinese = translatedSentence(english.toStdString());
            QVERIFY2(chinese != english, text);
            const bool isPlural = QByteArray(text).contains("packet{}") || QByteArray(text).contains("argument{}");
            for (const QString &part : parts)
                QVERIFY2(isPlural || chinese.contains(part), qPrintable(chinese));
        }
    }

    // What the core no longer says has no place in the list.
    void coreSentencesAreSaid()
    {
        const QString literals = coreLiterals();
        QVERIFY(literals.size() > 100000);
        QStringList stale;
        for (const char *text : coreSentences()) {
            QString said = QString::fromUtf8(text);
            // These are put together from two, or a format stands in a place.
            if (said.startsWith("{}() takes ") && !said.contains("argument"))
                said = said.mid(5);
            for (const char *joined : {"{} is a directory, not a capture file", "{} is no regular file, so it cannot be mapped"})
                if (said == QLatin1String(joined))
                    said = said.mid(3);
            if (said.endsWith(", and no field has this name"))
                said = QStringLiteral(", and no field has this name");
            if (said.endsWith("is no JSON object: {}"))
                said.chop(2);
            if (said.startsWith("a pcapng section header has the byte-order magic"))
                said.replace("{}", "{:08x}");
            if (said.contains("which is no {}"))
                said.replace("is \"{}\"", "is \"{:.60}\"");
            if (!literals.contains(QLatin1Char('"') + said + QLatin1Char('"')))
                stale << said;
        }
        QCOMPARE(stale, QStringList());
    }

    // Whatever is wrong with a filter is said in Chinese: all that tshark refuses too.
    void filterErrorsAreChinese()
    {
        Language language;
        language.setCode("zh_CN");
        const Registry registry = protocols::registry();
        int refused = 0;
        for (const QString &line : contentsOf(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/app/filters/refused.txt")).split('\n')) {
            const auto filter = Filter::compile(line.toStdString(), registry);
            if (filter)
                continue; // an empty line, or one with a caret for the filter above it is refused as well
            ++refused;
            QVERIFY2(isChinese(translatedSentence(filter.error().message)), filter.error().message.c_str());
        }
        QVERIFY(refused > 150);
    }

    // The same of captures and host output that cannot be read.
    void damagedFilesAreSpokenOfInChinese()
    {
        const QString captures = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/captures/malformed");
        if (!QDir(captures).exists())
            QSKIP("the captures are not here");
        Language language;
        language.setCode("zh_CN");
        int sentences = 0;
        const auto look = [&](const Error &problem) {
            ++sentences;
            QVERIFY2(isChinese(translatedSentence(problem.message)), problem.message.c_str());
        };
        for (const QFileInfo &file : QDir(captures).entryInfoList(QDir::Files)) {
            const std::filesystem::path path = file.filePath().toStdString();
            const auto store = PacketStore::open({&path, 1});
            if (!store) {
                look(store.error());
                continue;
            }
            (*store)->waitUntilFinished();
            for (const Error &problem : (*store)->problems())
                look(problem);
            if (const auto snapshot = readSnapshot(path); !snapshot)
                look(snapshot.error());
        }
        QVERIFY(sentences > 50);
    }

    void systemWordsStay()
    {
        Language language;
        language.setCode("zh_CN");
        QCOMPARE(translatedSentence("x.txt: No such file or directory"), QString("x.txt：No such file or directory"));
        QCOMPARE(translatedSentence("the disk has gone away"), QString("the disk has gone away"));
        QCOMPARE(translatedSentence("hosts.txt line 3: \"dst\" is a list, not a string"), QString("hosts.txt 第 3 行：\"dst\" 是列表，不是字符串"));
        QCOMPARE(translatedSentence("a: b.pcap is empty (0 bytes), so it holds no packets"), QString("a: b.pcap 是空文件（0 字节），没有数据包"));
        language.setCode("en");
        QCOMPARE(translatedSentence("hosts.txt line 3: this is a list, not an object"), QString("hosts.txt line 3: this is a list, not an object"));
    }

    void unknownCodesChangeNothing()
    {
        Language language;
        language.setCode("tlh");
        QCOMPARE(language.code(), QString("en"));
    }
};

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
