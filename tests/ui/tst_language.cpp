#include "ui/coremessages.h"
#include "ui/language.h"

#include <QFile>
#include <QTest>

using namespace vethscope;

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

    void unknownCodesChangeNothing()
    {
        Language language;
        language.setCode("tlh");
        QCOMPARE(language.code(), QString("en"));
    }
};

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
