#include "tests/support/testcapture.h"
#include "ui/models/packetlistmodel.h"
#include "ui/panels/statuspanel.h"
#include "ui/shared/selection.h"

#include <QLabel>
#include <QTest>

using namespace vethscope;

/// The bottom line: what it says of the packets.
class StatusPanelTest : public QObject
{
    Q_OBJECT

    TestCapture m_capture{headOverVxlan(), nativeQuery(), nativeQuery()};

    static QString counts(const StatusPanel &panel)
    {
        for (const QLabel *label : panel.findChildren<QLabel *>())
            if (label->text().startsWith(QLatin1String("Packets: ")))
                return label->text();
        return {};
    }

private slots:
    void countsFollowTheFilter_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("whileItFilters");
        QTest::newRow("a filter that shows nothing") << "arp" << "Packets: 3 · Displayed: 0 (0.0 %)";
        QTest::newRow("a filter that shows something") << "vxlan" << "Packets: 3 · Displayed: 1 (33.3 %)";
        QTest::newRow("a filter that shows all") << "udp" << "Packets: 3 · Displayed: 3 (100.0 %)";
    }

    void countsFollowTheFilter()
    {
        QFETCH(QString, expression);
        QFETCH(QString, whileItFilters);
        OpenCapture &capture = m_capture.open();
        PacketListModel model(capture);
        Selection selection(capture);
        const StatusPanel panel(capture, model, selection);
        const QString all = QStringLiteral("Packets: 3 · Displayed: 3 (100.0 %)");
        QCOMPARE(counts(panel), all);
        model.setFilter(Filter::compile(expression.toStdString(), capture.registry()).value());
        QTRY_VERIFY(!model.isScanning());
        QTRY_COMPARE(counts(panel), whileItFilters);
        // Cleared, the list shows all packets at once, and the line has to say so.
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(counts(panel), all);
    }
};

QTEST_MAIN(StatusPanelTest)
#include "tst_statuspanel.moc"
