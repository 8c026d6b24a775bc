#include "tests/support/testcapture.h"
#include "ui/models/packetlistmodel.h"
#include "ui/shared/marks.h"

#include <QSignalSpy>
#include <QTest>

using namespace vethscope;

class MarksTest : public QObject
{
    Q_OBJECT

private slots:
    void togglesEachPacket()
    {
        TestCapture capture({nativeQuery(), nativeQuery(), nativeQuery()});
        Marks marks(capture.open());
        QSignalSpy changes(&marks, &Marks::changed);
        marks.toggle({0, 2});
        QVERIFY(marks.contains(0) && !marks.contains(1) && marks.contains(2));
        QCOMPARE(marks.count(), 2);
        marks.toggle({1, 2});
        QVERIFY(marks.contains(0) && marks.contains(1) && !marks.contains(2));
        QCOMPARE(marks.count(), 2);
        QCOMPARE(changes.count(), 2);
        marks.mark({1, 1, 2});
        QCOMPARE(marks.count(), 3);
        marks.clear();
        QCOMPARE(marks.count(), 0);
        QVERIFY(!marks.contains(1));
    }

    void neighbours_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("next");
        QTest::addColumn<int>("previous");
        // marked are 0, 63, 64, 200, 100000
        QTest::newRow("before the first") << -1 << 0 << -1;
        QTest::newRow("on the first") << 0 << 63 << -1;
        QTest::newRow("between") << 30 << 63 << 0;
        QTest::newRow("before a word's end") << 62 << 63 << 0;
        QTest::newRow("at a word's end") << 63 << 64 << 0;
        QTest::newRow("at a word's beginning") << 64 << 200 << 63;
        QTest::newRow("in an empty stretch") << 5000 << 100'000 << 200;
        QTest::newRow("on the last") << 100'000 << -1 << 200;
        QTest::newRow("behind the last") << 2'000'000 << -1 << 100'000;
    }

    void neighbours()
    {
        QFETCH(int, from);
        TestCapture capture({nativeQuery()});
        Marks marks(capture.open());
        marks.mark({200, 0, 64, 100'000, 63});
        QTEST(marks.next(from), "next");
        QTEST(marks.previous(from), "previous");
    }

    void noMarksHaveNoNeighbours()
    {
        TestCapture capture({nativeQuery()});
        const Marks marks(capture.open());
        QCOMPARE(marks.next(-1), -1);
        QCOMPARE(marks.previous(10), -1);
    }

    void goWithTheirCapture()
    {
        TestCapture capture({nativeQuery()});
        Marks marks(capture.open());
        marks.mark({0});
        capture.open().close();
        QCOMPARE(marks.count(), 0);
    }

    void rowsTellOfThem()
    {
        TestCapture capture({nativeQuery(), nativeQuery()});
        Marks marks(capture.open());
        PacketListModel model(capture.open());
        model.setMarks(marks);
        model.catchUp();
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        marks.mark({1});
        QCOMPARE(changes.count(), 1);
        QVERIFY(!model.index(0, 0).data(PacketListModel::markedRole).toBool());
        QVERIFY(model.index(1, 3).data(PacketListModel::markedRole).toBool());
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), QString("2, marked"));
    }
};

QTEST_MAIN(MarksTest)
#include "tst_marks.moc"
