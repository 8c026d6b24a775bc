#include "tests/support/capturefile.h"
#include "tests/support/stack.h"
#include "ui/models/packetlistmodel.h"
#include "ui/shared/opencapture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

namespace {

constexpr std::uint8_t tcpNumber = 6;
constexpr std::uint8_t udpNumber = 17;

QByteArray nativeFrame(int i)
{
    const QByteArray payload = i % 2 == 0 ? udp(5000, 6000, QByteArray("data")) : tcp(40000, 80, 0x10);
    return ethernet(ipv4("10.0.0.1", "10.0.0.2", i % 2 == 0 ? udpNumber : tcpNumber, payload));
}

/// Even rows are UDP, odd ones TCP; the first is a request through VXLAN.
QByteArray captureOf(int packets)
{
    PcapFile file;
    for (int i = 0; i < packets; ++i)
        file.packet(std::uint32_t(100 + i), 0, i == 0 ? requestOverVxlan() : nativeFrame(i));
    return file.bytes();
}

Filter compiled(const OpenCapture &capture, const char *expression)
{
    return Filter::compile(expression, capture.registry()).value();
}

} // namespace

class PacketListModelTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void open(OpenCapture &capture, const QString &name, int packets)
    {
        QVERIFY(capture.open({writeFile(m_folder, name, captureOf(packets))}));
        QTRY_VERIFY(capture.isComplete());
    }

    static QString text(const PacketListModel &model, int row, Column column)
    {
        return model.index(row, int(column)).data().toString();
    }

private slots:
    void isEmptyWithoutCapture()
    {
        OpenCapture capture;
        PacketListModel model(capture);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 9);
        QCOMPARE(model.nearestRow(5), -1);
        model.setFilter(compiled(capture, "tcp"));
        QCOMPARE(model.rowCount(), 0);
    }

    void announcesGrowth()
    {
        OpenCapture capture;
        PacketListModel model(capture);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        open(capture, "growth.pcap", 20000);
        QCOMPARE(model.rowCount(), 20000);
        QVERIFY2(inserted.count() < 100, "rows come in batches");
        inserted.clear();
        model.catchUp();
        QCOMPARE(inserted.count(), 0);
    }

    void showsColumns()
    {
        OpenCapture capture;
        PacketListModel model(capture);
        open(capture, "columns.pcap", 3);
        QCOMPARE(text(model, 1, Column::Number), QString("2"));
        QCOMPARE(text(model, 1, Column::Time), QString("1.000000"));
        QCOMPARE(text(model, 1, Column::Source), QString("10.0.0.1"));
        QCOMPARE(text(model, 1, Column::Protocol), QString("TCP"));
        QCOMPARE(model.headerData(int(Column::Info), Qt::Horizontal).toString(), QString("Info"));
    }

    void looksThroughOtherEyes()
    {
        OpenCapture capture;
        PacketListModel model(capture);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        open(capture, "perspective.pcap", 2);
        const QString inner = text(model, 0, Column::Source);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setPerspective(Perspective::Underlay);
        QCOMPARE(changed.count(), 1);
        QVERIFY(text(model, 0, Column::Source) != inner);
        QCOMPARE(text(model, 0, Column::Protocol), QString("UDP"));
        model.setPerspective(Perspective::Overlay);
        QCOMPARE(text(model, 0, Column::Source), inner);
    }

    void namesTheScopeForScreenReaders()
    {
        OpenCapture capture;
        PacketListModel model(capture);
        open(capture, "spoken.pcap", 2);
        const auto spoken = [&](int row) { return model.index(row, int(Column::Source)).data(Qt::AccessibleTextRole).toString(); };
        QVERIFY(spoken(0).startsWith("Overlay, "));
        QCOMPARE(spoken(1), QString("Native, 10.0.0.1"));
    }

    void filteredRowsKeepTheirNumbers()
    {
        OpenCapture capture;
        PacketListModel model(capture);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        open(capture, "filtered.pcap", 10);
        model.setFilter(compiled(capture, "tcp && !vxlan"));
        QTRY_VERIFY(!model.isBehind());
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(text(model, 0, Column::Number), QString("2"));
        QCOMPARE(model.storeRow(2), 5);
        QCOMPARE(model.rowOf(5), 2);
        QCOMPARE(model.rowOf(4), -1);
        QCOMPARE(model.nearestRow(0), 0);
        QCOMPARE(model.nearestRow(100), 4);
        model.setFilter(Filter());
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.storeRow(7), 7);
    }

    void filterThatMatchesNothing()
    {
        OpenCapture capture;
        PacketListModel model(capture);
        open(capture, "nothing.pcap", 10);
        model.setFilter(compiled(capture, "arp"));
        QTRY_VERIFY(!model.isBehind());
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.nearestRow(3), -1);
    }

    void flowsAreFoundOnce()
    {
        OpenCapture capture;
        open(capture, "flows.pcap", 10);
        const PacketStore &store = capture.store();
        KnownFlows flows;
        QVERIFY(!flows.complete(store, capture.dissector(), compiled(capture, "frame.len > 60"))); // it asks for no flow
        const auto complete = [&](const char *filter) { return flows.complete(store, capture.dissector(), compiled(capture, filter)); };
        QVERIFY(complete("udp"));
        QTRY_VERIFY(flows.areAllKnown());
        QVERIFY(!complete("tcp"));
        flows.pause(); // for another filter
        QVERIFY(flows.areAllKnown());
        QVERIFY(!complete("tcp"));
        QCOMPARE(flows.of(store)->flows(), std::size_t(3)); // through VXLAN, UDP, TCP
        flows.forget();
        QVERIFY(!flows.areAllKnown());
        QCOMPARE(flows.of(store)->flows(), std::size_t(0));
        QVERIFY(complete("tcp"));
    }

    void filterStaysForTheNextCapture()
    {
        OpenCapture capture;
        PacketListModel model(capture);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        open(capture, "first.pcap", 10);
        model.setFilter(compiled(capture, "udp"));
        QTRY_VERIFY(!model.isBehind());
        open(capture, "second.pcap", 4);
        QTRY_VERIFY(!model.isBehind());
        QCOMPARE(model.rowCount(), 2);
        capture.close();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(PacketListModelTest)
#include "tst_packetlistmodel.moc"
