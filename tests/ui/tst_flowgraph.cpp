#include <QTest>

#include "tests/support/fifocapture.h"
#include "ui/capture/capturecontroller.h"
#include "ui/flowgraph/flowgraphwindow.h"
#include "ui/flowgraph/flowoptions.h"
#include "ui/flowgraph/flowview.h"
#include "ui/mainwindow.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/shared/selection.h"
#include "ui/windows/companionwindows.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace vethscope;
using namespace vethscope::test;

// Statistics ▸ Flow Graph, beside the main window. That its rows are tshark's: tst_tsharkflowgraph.

namespace {

const QString flannel = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");

} // namespace

class FlowGraphTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    FlowGraphWindow &shown()
    {
        m_window->windows().action("flowgraph").trigger();
        auto &window = *m_window->windows().window<FlowGraphWindow>("flowgraph");
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), 20'000); }();
        return window;
    }

    static void settle(FlowGraphWindow &window) { QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), 20'000); }

    static QString cell(const FlowGraphWindow &window, int row, int column) { return window.table().model()->index(row, column).data().toString(); }

private slots:
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->open({flannel});
        QTRY_VERIFY(m_window->isSettled());
        for (const Command names : {Command::ResolvePhysical, Command::ResolveNetwork})
            m_window->commands()[names].setChecked(false);
    }

    void cleanup()
    {
        m_language.setCode("en");
        m_window.reset();
        m_preferences.setValue("windows/flowgraph/kind", {});
        m_preferences.setValue("windows/flowgraph/addresses", {});
    }

    void listsPackets()
    {
        FlowGraphWindow &window = shown();
        QAbstractItemModelTester tester(window.table().model());
        QCOMPARE(window.table().model()->rowCount(), 105);
        // tshark: the third packet is a ping from pod to pod.
        QCOMPARE(cell(window, 2, 0), QString("3"));
        QCOMPARE(cell(window, 2, 1), QString("0.000079418"));
        QCOMPARE(cell(window, 2, 2), QString("10.244.0.60"));
        QCOMPARE(cell(window, 2, 4), QString("10.244.1.3"));
        QVERIFY(cell(window, 2, 6).startsWith("ICMP: Echo (ping) request"));
        QVERIFY2(window.hint().startsWith("105 packets between "), qPrintable(window.hint()));
    }

    void kindsAndAddresses()
    {
        FlowGraphWindow &window = shown();
        window.flowOptions().setKind(FlowKind::Tcp);
        settle(window);
        QCOMPARE(window.graph().events.size(), std::size_t(67)); // rows of tshark -z flow,tcp,network
        window.flowOptions().setKind(FlowKind::Icmp);
        settle(window);
        QCOMPARE(window.graph().addresses.size() >= 2, true);
        QCOMPARE(cell(window, 0, 2), QString("10.244.0.60"));
        window.flowOptions().setKind(FlowKind::All);
        window.flowOptions().setAddresses(FlowAddresses::Underlay);
        settle(window);
        QCOMPARE(cell(window, 2, 2), QString("172.27.0.11"));
        QCOMPARE(cell(window, 2, 4), QString("172.27.16.10"));
        QCOMPARE(cell(window, 2, 5), QString("8472"));
    }

    void countsOnlyWhatIsDisplayed()
    {
        FlowGraphWindow &window = shown();
        m_window->applyFilter("arp");
        QTRY_VERIFY(m_window->isSettled());
        window.limit().click();
        settle(window);
        QTRY_COMPARE(window.graph().events.size(), std::size_t(2));
    }

    void clicksAndKeysSelectThePacket()
    {
        FlowGraphWindow &window = shown();
        FlowView &view = window.view();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.rectOf(2).center());
        QCOMPARE(m_window->selection().row(), 2);
        QVERIFY2(view.accessibleDescription().startsWith("Packet 3: 10.244.0.60 to 10.244.1.3: ICMP"), qPrintable(view.accessibleDescription()));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(m_window->selection().row(), 3);
        QTest::keyClick(&view, Qt::Key_P);
        QCOMPARE(m_window->selection().row(), 2);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(m_window->selection().row(), 104);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(m_window->selection().row(), 104);
        const auto [first, behind] = view.visible();
        QVERIFY(first <= 104 && behind == 105);
        QSignalSpy opened(&window, &CompanionWindow::packetOpened);
        QTest::keyClick(&view, Qt::Key_G);
        QCOMPARE(opened.size(), 1);
    }

    void followsTheSelection()
    {
        FlowGraphWindow &window = shown();
        QCOMPARE(window.view().visible().first, std::size_t(0));
        m_window->selection().setRow(90);
        const auto [first, behind] = window.view().visible();
        QVERIFY(first <= 90 && behind > 90);
        QCOMPARE(window.table().currentIndex().row(), 90);
    }

    void zoomsAndMoves()
    {
        FlowGraphWindow &window = shown();
        FlowView &view = window.view();
        const std::size_t seen = view.visible().second;
        QTest::keyClick(&view, Qt::Key_Plus, Qt::ShiftModifier);
        QVERIFY(view.zoom() > 1);
        QVERIFY(view.visible().second < seen);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&view, Qt::Key_Minus);
        QCOMPARE(view.zoom(), FlowView::smallestZoom);
        QTest::keyClick(&view, Qt::Key_0);
        QCOMPARE(view.zoom(), 1.0);
        view.verticalScrollBar()->setValue(200);
        const QPoint from = view.viewport()->rect().center();
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QMouseEvent moved(QEvent::MouseMove, from + QPoint(0, 60), view.viewport()->mapToGlobal(from + QPoint(0, 60)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &moved);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, from + QPoint(0, 60));
        QCOMPARE(view.verticalScrollBar()->value(), 140);
        QCOMPARE(m_window->selection().row(), 0); // that was no click
    }

    void files_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("png") << "png" << QByteArray("\x89PNG");
        QTest::newRow("svg") << "svg" << QByteArray("<?xml");
        QTest::newRow("pdf") << "pdf" << QByteArray("%PDF");
        QTest::newRow("text") << "txt" << QByteArray("|Time     | 52:54:00:c2:ee:db");
    }

    void files()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, begins);
        FlowGraphWindow &window = shown();
        const QTemporaryDir folder;
        const QString path = folder.filePath("flow." + suffix);
        window.save(path);
        settle(window);
        QVERIFY2(window.hint().startsWith("Saved as " + path), qPrintable(window.hint()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.startsWith(begins), bytes.first(std::min<qsizetype>(bytes.size(), 80)).constData());
        if (suffix == "svg")
            QVERIFY(bytes.contains("10.244.0.60"));
        if (suffix == "txt")
            QCOMPARE(bytes.count('\n'), 2 + 2 * 105);
        window.save(folder.filePath("none/flow." + suffix));
        settle(window);
        QVERIFY2(window.hint().contains("cannot be written"), qPrintable(window.hint()));
    }

    // Text is written beside the window; of a capture that is closed meanwhile there is a whole file or none, and it is told which.
    void textOfACaptureThatIsClosed()
    {
        FlowGraphWindow &window = shown();
        const QTemporaryDir folder;
        const QString path = folder.filePath("flow.txt");
        window.save(path);
        QVERIFY(window.isBusy());
        QVERIFY2(window.hint().startsWith("Writing " + path), qPrintable(window.hint()));
        m_window->open({flannel});
        QTRY_VERIFY(m_window->isSettled());
        settle(window);
        const bool isWritten = QFile::exists(path);
        QVERIFY2(window.hint().contains(isWritten ? "Saved as " + path : path + " is not written"), qPrintable(window.hint()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), isWritten ? 1 : 0);
    }

    void isKept()
    {
        shown().flowOptions().setKind(FlowKind::Tcp);
        m_window.reset();
        init();
        FlowGraphWindow &window = shown();
        QCOMPARE(window.flowOptions().kind(), FlowKind::Tcp);
        QCOMPARE(window.graph().events.size(), std::size_t(67));
        QCOMPARE(window.csv().count('\n'), 68);
    }

    void speaksTheLanguage()
    {
        FlowGraphWindow &window = shown();
        m_language.setCode("zh_CN");
        const QAbstractItemModel &table = *window.table().model();
        QTRY_COMPARE(table.headerData(0, Qt::Horizontal).toString(), QString::fromUtf8("编号"));
        for (int column = 0; column < table.columnCount(); ++column)
            QCOMPARE(table.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole), table.index(0, column).data(Qt::TextAlignmentRole));
        QTRY_VERIFY2(window.hint().contains(QString::fromUtf8("个地址之间")), qPrintable(window.hint()));
    }

    // Packets come while somebody looks at those that are there.
    void followsACapture()
    {
        FifoCapture live(flannel);
        CaptureSetup setup;
        setup.interfaces = {live.path()};
        m_window->captureController().start(setup);
        live.writeTo(60);
        FlowGraphWindow &window = shown();
        QTRY_COMPARE_WITH_TIMEOUT(window.graph().events.size(), std::size_t(60), 20'000);
        m_window->selection().setRow(2);
        QCOMPARE(window.view().visible().first, std::size_t(0));
        window.table().scrollToBottom();
        window.view().verticalScrollBar()->setValue(window.view().verticalScrollBar()->maximum());
        const int seen = window.view().verticalScrollBar()->value();
        QVERIFY(seen > 0);
        live.writeTo(live.packets());
        QTRY_COMPARE_WITH_TIMEOUT(window.graph().events.size(), std::size_t(105), 20'000);
        QVERIFY(m_window->capture().isFollowing());
        QCOMPARE(window.view().verticalScrollBar()->value(), seen);
        QCOMPARE(window.table().currentIndex().row(), 2);
        QCOMPARE(m_window->selection().row(), 2);
        QCOMPARE(window.table().model()->rowCount(), 105);
        live.end();
        QTRY_VERIFY(!m_window->captureController().isRunning());
        m_window->selection().setRow(90);
        const auto [first, behind] = window.view().visible();
        QVERIFY(first <= 90 && behind > 90);
    }

    // The packet that is current is sought in another graph, where it is elsewhere.
    void anotherKindShowsTheCurrentPacket()
    {
        FlowGraphWindow &window = shown();
        m_window->selection().setRow(82);
        window.view().verticalScrollBar()->setValue(0);
        window.flowOptions().setKind(FlowKind::Tcp);
        settle(window);
        const auto place = window.graph().find(82);
        QVERIFY(place && *place != 82);
        const auto [first, behind] = window.view().visible();
        QVERIFY(first <= *place && behind > *place);
    }

    void showsNames()
    {
        FlowGraphWindow &window = shown();
        QCOMPARE(cell(window, 2, 2), QString("10.244.0.60"));
        m_window->commands()[Command::ResolveNetwork].trigger();
        QTRY_VERIFY2(cell(window, 2, 2).startsWith("tea-"), qPrintable(cell(window, 2, 2)));
    }
};

QTEST_MAIN(FlowGraphTest)
#include "tst_flowgraph.moc"
