#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Bytes that no protocol claims.

class DataTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<unsigned>("original");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("three bytes")
            << QByteArray("616263") << 0u
            << QStringList{
                   "Data  3 bytes",
                   "  Data: 616263",
                   "  [Length: 3]",
               };
        QTest::newRow("no bytes")
            << QByteArray("") << 0u
            << QStringList{
                   "Data  0 bytes",
               };
        QTest::newRow("cut by the capture")
            << QByteArray("6162") << 3u
            << QStringList{
                   "Data  2 bytes",
                   "  Data: 6162",
                   "  [Length: 2]",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QFETCH(unsigned, original);
        QTEST(treeOf(protocols::data, packet, original), "tree");
    }

    // As tshark 4.0 prints them for a link type that is nobody's.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("three bytes") << QByteArray("616263") << QByteArray("data.data") << "616263";
        QTest::newRow("three bytes: how many") << QByteArray("616263") << QByteArray("data.len") << "3";
        QTest::newRow("no bytes") << QByteArray("") << QByteArray("data.data") << "";
        QTest::newRow("no bytes: how many") << QByteArray("") << QByteArray("data.len") << "";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame, 147), "value");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::data, "000102030405060708090a0b0c0d0e0f"), 2 * 17);
    }
};

QTEST_GUILESS_MAIN(DataTest)
#include "tst_data.moc"
