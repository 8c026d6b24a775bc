#include <QTest>

#include "core/filter/dateliteral.h"

#include <ctime>

using namespace vethscope;

// What a filter takes for a date and what it does not, as tshark 4.0 answered for each line.

class DateLiteralTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TZ", "Asia/Shanghai"); // eight hours east, without summer time
        ::tzset();
    }

    void seconds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("nanoseconds"); // since 2004-01-05 00:00 in Shanghai

        constexpr qint64 second = 1'000'000'000;
        const auto row = [](const char *text) -> QTestData & { return QTest::newRow(text) << QByteArray(text); };
        row("2004-01-05") << qint64(0);
        row("2004-1-5") << qint64(0);
        row(" 2004-01-05 ") << qint64(0);
        row("2004-01-05 01:02") << 3720 * second;
        row("2004-01-05 1:2:3") << 3723 * second;
        row("2004-01-05T01:02:03") << 3723 * second;
        row("2004-01-05 01:02:03.5") << 3723 * second + second / 2;
        row("2004-01-05 01:02:03,25") << 3723 * second + second / 4;
        row("2004-01-05 01:02:03.") << 3723 * second;
        row("2004-01-05 01:02:03.1234567899") << 3723 * second + 123'456'789;
        row("2004-01-05 01:02Z") << (3720 + 8 * 3600) * second;
        row("2004-01-05T01:02:03.5Z") << (3723 + 8 * 3600) * second + second / 2;
        row("2004-01-05 01:02:03 UTC") << (3723 + 8 * 3600) * second;
        row("2004-01-05 01:02:03+08:00") << 3723 * second;
        row("2004-01-05 01:02:03+0800") << 3723 * second;
        row("2004-01-05 01:02:03+08") << 3723 * second;
        row("2004-01-05 01:02:03-01:30") << (3723 + 9 * 3600 + 1800) * second;
        row("2004-02-31") << 57 * 86400 * second; // the second of March
        row("2004-01-05 23:59:59") << 86399 * second;
        row("2004-01-05 23:59:60") << 86400 * second;
        row("2004-01-05 23:59:61") << 86401 * second;
        row("2004-01-31") << 26 * 86400 * second;
        row("2004-12-31") << 361 * 86400 * second; // of a leap year's 366 days
        row("2004-01-05 00:00:00+12:59") << (8 * 3600 - 12 * 3600 - 59 * 60) * second;
        row("2004-01-05 01:02:03.5+08:00") << 3723 * second + second / 2;
        row("Dec 31, 2004 23:59:59") << (361 * 86400 + 86399) * second;
        row("Feb 29, 2004 00:00:00") << 55 * 86400 * second;
        row("Jan 5, 2004 01:02:03") << 3723 * second;
        row("jan   05, 2004 1:2:3.5") << 3723 * second + second / 2;
        row("Jan 5, 2004 01:02:03.5 UTC") << (3723 + 8 * 3600) * second + second / 2;
    }

    void seconds()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, nanoseconds);
        constexpr qint64 midnight = 1'073'232'000'000'000'000;
        const auto date = readDate(text.toStdString());
        QVERIFY(date);
        QCOMPARE(qint64(*date) - midnight, nanoseconds);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "1", "1234.5", "-1", "x", "2004-01", "2004/01/05", "20040105", "13:22:09", "2004-13-05", "2004-01-32", "2004-00-05", "2004-01-00", "12004-01-05", "2004-01-05 23:60:00", "2004-01-05 01:02:03 utc", "2004-01-05T13",
                                 "2004-01-05 24:00:00", "2004-01-05 23:59:62", "2004-01-05Z", "2004-01-05 13:22:09 GMT", "2004-01-05 13:22:09 +08:00",
                                 "2004-01-05T13:22:09UTC", "Jan 5, 2004", "Jan 5, 2004 13:22", "January 5, 2004 13:22:09", "Jan 5 2004 13:22:09",
                                 "Jan 5, 2004 13:22:09Z", "Jan 5, 2004 13:22:09 CST", "2004-01-05 13:22:09 x"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!readDate(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(DateLiteralTest)
#include "tst_dateliteral.moc"
