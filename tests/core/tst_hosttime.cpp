#include "core/snapshot/hosttime.h"

#include <QTest>

using namespace vethscope;

// The moment that `date` tells, in any of its locales. The seconds are those of Python's datetime.
class HostTimeTest : public QObject
{
    Q_OBJECT

private slots:
    void times_data()
    {
        QTest::addColumn<qint64>("seconds");

        const auto rows = [](qint64 seconds, std::initializer_list<const char *> lines) {
            for (const char *line : lines)
                QTest::newRow(line) << seconds;
        };
        rows(1795441229, {"Mon Nov 23 13:40:29 UTC 2026", "Mon Nov 23 13:40:29 GMT 2026", "Mon Nov 23 01:40:29 PM UTC 2026", "Mon 23 November 2026 13:40:29", "Mon Nov 23 13:40:29 XYZ 2026", "2026-11-23T13:40:29Z",
                          "2026-11-23T13:40:29", "2026-11-23T13:40:29+00:00", "2026-11-23 13:40:29", "2026-11-23 13:40:29,123456789 +0000", "2026-11-23 13:40:29.5", "1795441229", "  1795441229 ", "2026年 11月 23日 星期一 13:40:29 UTC",
                          "2026年11月23日 13:40:29", "Mon Nov 23 13:40:29 PM UTC 2026", "2026-11-23 13:40:29 +080", "2026-11-23 13:40:29 *0800", "2026-11-23 13:40:29 +xx00", "2026-11-23 13:40:29 +00xx"});
        rows(1795412429, {"Mon Nov 23 13:40:29 CST 2026", "2026-11-23T13:40:29+08:00", "2026-11-23 13:40:29 +0800", "2026年 11月 23日 星期一 13:40:29 CST"});
        rows(1795437629, {"Mon Nov 23 13:40:29 CET 2026", "Mon Nov 23 12:40:29 PM UTC 2026"});
        rows(1795434029, {"Mon Nov 23 13:40:29 CEST 2026"});
        rows(1795408829, {"Mon Nov 23 13:40:29 JST 2026"});
        rows(1795453829, {"2026-11-23T13:40:29-03:30", "2026-11-23 13:40:29 -0330"});
        rows(1795398029, {"Mon Nov 23 01:40:29 AM UTC 2026"});
        rows(1795394429, {"Mon Nov 23 12:40:29 AM UTC 2026"});
        rows(1483228800, {"2016-12-31 23:59:60"});
        rows(0, {"1970-01-01 00:00:00"});
        rows(7289654399, {"2200-12-31 23:59:59"});
        rows(1709168523, {"Thu Feb 29 01:02:03 UTC 2024"});
        rows(1483228799, {"Sat Dec 31 23:59:59 UTC 2016"});
    }

    void times()
    {
        QFETCH(qint64, seconds);
        const auto time = hostTime(QTest::currentDataTag());
        QVERIFY(time);
        QCOMPARE(*time, std::int64_t(seconds) * 1'000'000'000);
    }

    void none()
    {
        for (const char *line : {"", "words", "13:40:29", "Nov 23 13:40:29", "Nov 13:40:29 UTC 2026", "23 13:40:29 UTC 2026", "Mon Nov 23 UTC 2026", "2026-11-23", "2026-11-23 13:40", "2026-11-23 24:00:00", "2026-11-23 23:60:00",
                                 "2026-11-23 23:59:61", "2026-11-23 x:40:29", "2026-11-23 13:x:29", "2026-11-23 13:40:x", "26-11-23 13:40:29", "2026-11 13:40:29", "2026-13-01 13:40:29", "2026-02-30 13:40:29", "1969-12-31 23:59:59",
                                 "2201-01-01 00:00:00", "179544122", "17954412290", "1795441229 1", "2026年 13:40:29", "2026-11-23XT13:40:29"})
            QVERIFY2(!hostTime(line), line);
    }
};

QTEST_APPLESS_MAIN(HostTimeTest)
#include "tst_hosttime.moc"
