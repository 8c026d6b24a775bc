#include "ui/capture/capturefilterfield.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace vethscope;

// The field for a capture filter: what libpcap says of it, through the helper.

class CaptureFilterFieldTest : public QObject
{
    Q_OBJECT

    using State = CaptureFilterField::State;

private slots:
    void isColouredWhileTyping_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("style");
        QTest::addColumn<QString>("problem");
        QTest::newRow("nothing") << "" << "empty" << "";
        QTest::newRow("blank") << "   " << "empty" << "";
        QTest::newRow("sound") << "udp port 8472" << "valid" << "";
        QTest::newRow("arithmetic") << "udp[8:2] & 0x0800 != 0" << "valid" << "";
        QTest::newRow("unfinished") << "udp port" << "invalid" << "can't parse filter expression: syntax error";
        QTest::newRow("port too large") << "port 99999" << "invalid" << "illegal port number 99999 > 65535";
        QTest::newRow("display filter") << "ip.addr == 10.0.0.1" << "invalid" << "can't parse filter expression: syntax error";
        QTest::newRow("name that only a name server knows") << "host no-such-host.invalid" << "doubtful" << "the name is looked up when the capture starts";
        QTest::newRow("starts like an option") << "-D" << "invalid" << "can't parse filter expression: syntax error";
    }

    void isColouredWhileTyping()
    {
        QFETCH(QString, typed);
        QFETCH(QString, style);
        CaptureFilterField field;
        QTest::keyClicks(&field.edit(), typed);
        QTRY_VERIFY(field.state() != State::Checking);
        QCOMPARE(field.property("state").toString(), style);
        QTEST(field.problem(), "problem");
        QTEST(field.edit().accessibleDescription(), "problem");
    }

    void theLastKeyDecides()
    {
        CaptureFilterField field;
        for (const char *text : {"u", "udp", "udp po", "udp port 8472", "udp port 84720000", "tcp"}) {
            field.setFilter(QString::fromLatin1(text));
            QTest::qWait(60); // in the midst of checks
        }
        QTRY_COMPARE(field.state(), State::Valid);
        field.setFilter("tcp port");
        QTRY_COMPARE(field.state(), State::Invalid);
    }

    void theInterfaceDecidesToo()
    {
        CaptureFilterField field;
        field.setFilter("ether host 02:00:00:00:00:01");
        QTRY_COMPARE(field.state(), State::Valid);
        field.setInterface("any"); // cooked packets have no such header
        QTRY_COMPARE(field.state(), State::Invalid);
        field.setInterface("lo");
        QTRY_COMPARE(field.state(), State::Valid);
    }
};

QTEST_MAIN(CaptureFilterFieldTest)
#include "tst_capturefilterfield.moc"
