#include <QTest>

#include "core/iograph/iopoints.h"
#include "tests/support/fifocapture.h"
#include "tests/support/packets.h"
#include "tests/support/programs.h"
#include "tests/support/tshark.h"
#include "ui/capture/capturecontroller.h"
#include "ui/filters/completionpopup.h"
#include "ui/filters/filteredit.h"
#include "ui/iograph/iographlist.h"
#include "ui/iograph/iographmodel.h"
#include "ui/iograph/iographwindow.h"
#include "ui/iograph/iooptions.h"
#include "ui/iograph/ioplot.h"
#include "ui/mainwindow.h"
#include "ui/models/packetlistmodel.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/shared/selection.h"
#include "ui/windows/companionwindows.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QImage>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

using namespace vethscope;
using namespace vethscope::test;

// Statistics ▸ I/O Graphs, beside the main window.

namespace {

const QString flannel = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");
constexpr qint64 oneSecond = 1'000'000'000;

IoTally::Cells cellsOf(const QList<std::pair<int, int>> &packets)
{
    IoTally::Cells cells;
    for (const auto &[place, count] : packets) {
        IoCell &cell = cells[place];
        cell.packets = std::uint64_t(count);
        for (int i = 0; i < count; ++i)
            cell.add(double(10 * (i + 1)));
    }
    return cells;
}

QStringList textOf(const IoPoints &points)
{
    QStringList text;
    for (const IoPoint &point : points.points)
        text << QStringLiteral("%1:%2").arg(point.place).arg(point.value);
    return text;
}

} // namespace

class IoGraphTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    IoGraphWindow &shown()
    {
        m_window->windows().action("iograph").trigger();
        auto &window = *m_window->windows().window<IoGraphWindow>("iograph");
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), 20'000); }();
        return window;
    }

    static void settle(IoGraphWindow &window) { QTRY_VERIFY_WITH_TIMEOUT(!window.isBusy(), 20'000); }

    static void setInterval(IoGraphWindow &window, qint64 interval)
    {
        window.ioOptions().setInterval(interval);
        settle(window);
        QCOMPARE(window.plot().picture().interval, interval);
    }

    static QStringList titles(const IoGraphWindow &window)
    {
        QStringList all;
        for (const IoDrawn &graph : window.plot().picture().graphs)
            all << graph.title;
        return all;
    }

private slots:
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->open({flannel});
        QTRY_VERIFY(m_window->isSettled());
    }

    void cleanup()
    {
        m_language.setCode("en");
        m_window.reset();
        m_preferences.setValue("windows/iograph/graphs", {});
        m_preferences.setValue("windows/iograph/interval", {});
        m_preferences.setValue("windows/iograph/logarithmic", {});
    }

    void pointsOfALine_data()
    {
        QTest::addColumn<int>("smoothing");
        QTest::addColumn<IoMeasure>("measure");
        QTest::addColumn<QStringList>("points");
        QTest::newRow("zeros beside what is there, and at the ends") << 0 << IoMeasure::Packets << QStringList{"0:0", "2:0", "3:2", "4:4", "5:0", "9:0"};
        QTest::newRow("a sum is zero where nothing is") << 0 << IoMeasure::Sum << QStringList{"0:0", "2:0", "3:30", "4:100", "5:0", "9:0"};
        QTest::newRow("the largest of nothing is nothing") << 0 << IoMeasure::Maximum << QStringList{"3:20", "4:40"};
        QTest::newRow("mean of two") << 2 << IoMeasure::Packets << QStringList{"0:0", "1:0", "2:0", "3:1", "4:3", "5:2", "6:0", "9:0"};
        QTest::newRow("mean of four, fewer at the ends") << 4 << IoMeasure::Packets << QStringList{"0:0", "1:0", "2:0.5", "3:1.5", "4:1.5", "5:1.5", "6:1", "7:0", "9:0"};
        QTest::newRow("mean of those that have values") << 4 << IoMeasure::Maximum << QStringList{"3:30", "4:30"};
    }

    void pointsOfALine()
    {
        QFETCH(int, smoothing);
        QFETCH(IoMeasure, measure);
        QTEST(textOf(ioPoints(cellsOf({{3, 2}, {4, 4}}), measure, {0, 9}, std::size_t(smoothing))), "points");
    }

    // One time from the middle of interval 2 to the first quarter of 6, one within 4, and one that began before the first packet.
    void pointsOfALoad()
    {
        IoTally::Cells cells;
        cells[2].load = 0.5;
        cells[3].underWay = 1;
        cells[4].load = 0.125;
        cells[6].load = 0.25;
        cells[6].underWay = -1;
        QCOMPARE(textOf(ioPoints(cells, IoMeasure::Load, {0, 9})), (QStringList{"0:0", "1:0", "2:0.5", "3:1", "4:1.125", "5:1", "6:0.25", "7:0", "9:0"}));
        cells[-3].underWay = 1;
        cells[1].underWay = -1;
        QCOMPARE(textOf(ioPoints(cells, IoMeasure::Load, {0, 9})), (QStringList{"0:1", "1:0", "2:0.5", "3:1", "4:1.125", "5:1", "6:0.25", "7:0", "9:0"}));
        QCOMPARE(textOf(ioPoints(cells, IoMeasure::Load, {0, 9}, 2)).mid(2, 3), (QStringList{"2:0.25", "3:0.75", "4:1.0625"}));
        cells[10'000'000].underWay = -1;
        cells[6].underWay = 0;
        QVERIFY(!ioPoints(cells, IoMeasure::Load, {0, 10'000'000}).isWhole);
    }

    // Times of a field are in seconds, but for those that their field tells in milliseconds.
    void unitsOfTimes()
    {
        const std::vector<std::tuple<const char *, IoMeasure, double>> rows{{"dns.time", IoMeasure::Average, 1e-9}, {"icmp.resptime", IoMeasure::Average, 1e-6}, {"dns.time", IoMeasure::Load, 1.0}, {"ip.ttl", IoMeasure::Sum, 1.0}};
        for (const auto &[field, measure, scale] : rows) {
            const IoGraphSpec graph{.measure = measure, .field = field};
            const auto series = seriesOf(graph, registry());
            QVERIFY(series);
            QCOMPARE(scaleOf(graph, *series), scale);
        }
    }

    // The table behind the picture against `tshark -z io,stat`.
    void valuesAreTsharks()
    {
        NEEDS_PROGRAMS("tshark");
        IoGraphWindow &window = shown();
        setInterval(window, oneSecond);
        QCOMPARE(titles(window), (QStringList{"All packets", "TCP errors", "Underlay bytes", "Overlay bytes"}));
        const QByteArray told = tsharkOutput(flannel, {"-n", "-q", "-d", "udp.port==8472,vxlan", "-o", "ip.defragment:FALSE", "-z", "io,stat,1,,vxlan"});
        int rows = 0;
        for (const QByteArray &line : told.split('\n')) {
            if (!line.startsWith('|') || !line.contains("<>"))
                continue;
            const QList<QByteArray> cells = line.split('|');
            const auto value = [&](std::size_t graph) { return qint64(window.plot().picture().graphs[graph].at(rows).value_or(-1)); };
            QCOMPARE(value(0), cells[2].trimmed().toLongLong());
            QCOMPARE(value(2), cells[5].trimmed().toLongLong());
            const qint64 tunnelled = cells[4].trimmed().toLongLong();
            QCOMPARE(value(2) - value(3), 50 * tunnelled); // what VXLAN costs a packet
            ++rows;
        }
        QVERIFY(rows > 1);
        QCOMPARE(window.plot().picture().extent.size(), rows);
        QCOMPARE(window.values().model()->rowCount(), rows);
    }

    void tablesAreSound()
    {
        IoGraphWindow &window = shown();
        QAbstractItemModelTester values(window.values().model());
        QAbstractItemModelTester graphs(&window.graphs());
        setInterval(window, oneSecond / 10);
        window.graphs().move(0, 2);
        QCOMPARE(titleOf(window.graphs().graphs()[2]), QString("All packets"));
        window.graphs().remove(2);
        settle(window);
        QCOMPARE(titles(window), (QStringList{"TCP errors", "Underlay bytes", "Overlay bytes"}));
        QCOMPARE(window.values().model()->columnCount(), 4);
        QCOMPARE(window.values().model()->headerData(1, Qt::Horizontal).toString(), QString("TCP errors"));
        QCOMPARE(window.values().model()->headerData(1, Qt::Horizontal, Qt::TextAlignmentRole), window.values().model()->index(0, 1).data(Qt::TextAlignmentRole)); // a title stands above its figures
    }

    void typingAFilterProposesAndDraws()
    {
        IoGraphWindow &window = shown();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const int row = window.graphs().rowCount();
        for (QToolButton *button : window.list().findChildren<QToolButton *>())
            if (button->accessibleName() == "Add a graph")
                button->click();
        QCOMPARE(window.graphs().rowCount(), row + 1);
        auto *edit = window.list().view().findChild<FilterEdit *>();
        QVERIFY(edit);
        edit->setFocus();
        QTest::keyClicks(edit, "icm");
        QVERIFY(edit->isCompleting());
        QVERIFY(window.rect().contains(window.findChild<CompletionPopup *>()->geometry())); // though the list is at the bottom
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(edit->text(), QString("icmp"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(!window.list().view().findChild<FilterEdit *>());
        QCOMPARE(window.graphs().graphs().back().filter, QString("icmp"));
        settle(window);
        QCOMPARE(titles(window).back(), QString("New graph"));
        double packets = 0;
        for (const IoPoint &point : window.plot().picture().graphs.back().points)
            packets += point.value;
        m_window->applyFilter("icmp");
        QTRY_VERIFY(m_window->isSettled());
        QVERIFY(packets > 0);
        QCOMPARE(int(packets), m_window->listModel().rowCount());
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<IoGraphSpec>("graph");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no filter") << IoGraphSpec{.filter = "ip.src ="} << "is not";
        QTest::newRow("no field") << IoGraphSpec{.measure = IoMeasure::Sum} << "needs a field";
        QTest::newRow("unknown field") << IoGraphSpec{.measure = IoMeasure::Sum, .field = "ip.nothing"} << "there is no field ip.nothing";
        QTest::newRow("load of what is no time") << IoGraphSpec{.measure = IoMeasure::Load, .field = "ip.ttl"} << "there is no load";
        QTest::newRow("address") << IoGraphSpec{.measure = IoMeasure::Average, .field = "ip.src"} << "no number";
        QTest::newRow("addresses are counted") << IoGraphSpec{.measure = IoMeasure::CountValues, .field = "ip.src"} << "";
        QTest::newRow("number") << IoGraphSpec{.measure = IoMeasure::Maximum, .field = "overlay.ip.ttl"} << "";
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(IoGraphSpec, graph);
        QFETCH(QString, problem);
        graph.name = "mine";
        IoGraphWindow &window = shown();
        window.graphs().setGraphs({graph});
        emit window.graphs().edited();
        settle(window);
        const bool isWrong = !problem.isEmpty();
        QCOMPARE(titles(window).isEmpty(), isWrong);
        if (!isWrong)
            return;
        if (problem != "is not")
            QVERIFY2(window.hint().contains(problem), qPrintable(window.hint()));
        QVERIFY2(window.hint().startsWith("mine is not drawn: "), qPrintable(window.hint()));
        QVERIFY(!window.graphs().index(0, IoGraphModel::Filter).data(Qt::AccessibleDescriptionRole).toString().isEmpty());
    }

    // tshark's SUM, MIN, MAX and AVG have a test of their own; here the way from the row to the picture. Times are seconds.
    void fieldsAreMeasured()
    {
        IoGraphWindow &window = shown();
        window.graphs().setGraphs({{.name = "ttl", .measure = IoMeasure::Maximum, .field = "overlay.ip.ttl"}, {.name = "time", .measure = IoMeasure::Maximum, .field = "frame.time_relative"},
                                   {.name = "bits", .measure = IoMeasure::FrameBits}, {.name = "kilobits", .measure = IoMeasure::FrameBits, .factor = 0.001}});
        emit window.graphs().edited();
        settle(window);
        setInterval(window, 600 * oneSecond);
        const std::vector<IoDrawn> &graphs = window.plot().picture().graphs;
        QCOMPARE(graphs.size(), std::size_t(4));
        QCOMPARE(graphs[0].at(0), 64.0);
        const PacketStore &store = m_window->capture().store();
        QVERIFY(qAbs(*graphs[1].at(0) - double(store.frame(store.size() - 1).sinceFirst) * 1e-9) < 1e-6);
        QCOMPARE(graphs[2].at(0), 17889.0 * 8); // bytes of tshark -z io,phs
        QCOMPARE(graphs[3].at(0), 17.889 * 8);
        QCOMPARE(graphs[1].unit, IoUnit::Value);
        QVERIFY(window.plot().hasTwoAxes());
    }

    void aClickSelectsThePacket()
    {
        IoGraphWindow &window = shown();
        setInterval(window, oneSecond / 10);
        const IoPicture &picture = window.plot().picture();
        std::int64_t place = picture.extent.last;
        while (picture.graphs[2].at(place) == 0)
            --place;
        window.list().view().selectRow(2); // underlay bytes: the first with a tunnel, not the first of all
        const QPoint spot = window.plot().placeOf(place);
        QMouseEvent moved(QEvent::MouseMove, spot, window.plot().mapToGlobal(spot), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&window.plot(), &moved);
        QVERIFY2(window.hint().contains("Underlay bytes: "), qPrintable(window.hint()));
        QTest::mouseClick(&window.plot(), Qt::LeftButton, {}, window.plot().placeOf(place));
        const int row = m_window->selection().row();
        QVERIFY(row >= 0);
        const Frame frame = m_window->capture().store().frame(std::size_t(row));
        QCOMPARE(frame.sinceFirst / picture.interval, place);
        QVERIFY(m_window->selection().packet().packet.depth() > 0);
        // The same from the table, by keys alone.
        window.tabs().setCurrentIndex(1);
        window.values().setFocus();
        window.values().setCurrentIndex(window.values().model()->index(0, 0));
        QTest::keyClick(&window.values(), Qt::Key_Down);
        QTest::keyClick(&window.values(), Qt::Key_Up);
        QTRY_COMPARE(m_window->capture().store().frame(std::size_t(m_window->selection().row())).sinceFirst / picture.interval, 0);
    }

    void keysZoomAndMove()
    {
        IoGraphWindow &window = shown();
        IoPlot &plot = window.plot();
        const QCPRange all = plot.xAxis->range(), values = plot.yAxis->range();
        const auto press = [&](int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&plot, Qt::Key(key), modifiers); };
        press(Qt::Key_Plus, Qt::ShiftModifier);
        QVERIFY(plot.xAxis->range().size() < all.size());
        QVERIFY(plot.yAxis->range().size() < values.size());
        const double before = plot.xAxis->range().lower;
        press(Qt::Key_Right);
        QVERIFY(plot.xAxis->range().lower > before);
        press(Qt::Key_Left);
        QVERIFY(qAbs(plot.xAxis->range().lower - before) < all.size() * 1e-6);
        press(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(plot.xAxis->range().lower > before);
        press(Qt::Key_0);
        QCOMPARE(plot.xAxis->range().size(), all.size());
        press(Qt::Key_X);
        QVERIFY(plot.xAxis->range().size() < all.size());
        QCOMPARE(plot.yAxis->range().size(), values.size());
        press(Qt::Key_X, Qt::ShiftModifier);
        press(Qt::Key_Y);
        QVERIFY(plot.yAxis->range().size() < values.size());
        press(Qt::Key_Home);
        QCOMPARE(plot.yAxis->range().size(), values.size());
        press(Qt::Key_Z);
        QVERIFY(window.ioOptions().dragging().isChecked());
        press(Qt::Key_T);
        QVERIFY(window.ioOptions().timeOfDay().isChecked());
        QVERIFY(plot.xAxis->range().lower > 1.4e9); // seconds since 1970
        for (const IoPlot::Act &act : IoPlot::acts())
            QVERIFY(!act.act || !QKeySequence::listFromString(act.keys).isEmpty());
    }

    void theWheelZoomsAndDraggingToo()
    {
        IoGraphWindow &window = shown();
        IoPlot &plot = window.plot();
        const QCPRange all = plot.xAxis->range(), values = plot.yAxis->range();
        const QPoint middle = plot.axisRect()->center();
        QWheelEvent wheel(middle, plot.mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&plot, &wheel);
        QVERIFY(plot.xAxis->range().size() < all.size());
        QCOMPARE(plot.yAxis->range().size(), values.size());
        plot.fit();
        const auto drag = [&] {
            QTest::mousePress(&plot, Qt::LeftButton, {}, middle);
            QTest::mouseMove(&plot, middle + QPoint(40, 20));
            QTest::mouseMove(&plot, middle + QPoint(90, 60));
            QTest::mouseRelease(&plot, Qt::LeftButton, {}, middle + QPoint(90, 60));
        };
        drag();
        QVERIFY(plot.xAxis->range().lower < all.lower);
        QVERIFY(qAbs(plot.xAxis->range().size() - all.size()) < all.size() * 1e-6);
        plot.fit();
        window.ioOptions().dragging().click();
        drag();
        QVERIFY(plot.xAxis->range().size() < all.size() / 2);
        // What was zoomed into stays so when other counts come.
        const QCPRange seen = plot.xAxis->range();
        window.graphs().setData(window.graphs().index(1, IoGraphModel::Filter), "tcp");
        settle(window);
        QCOMPARE(plot.xAxis->range().lower, seen.lower);
    }

    void whatIsSeenStaysWithTheTimeOfDay()
    {
        IoGraphWindow &window = shown();
        IoPlot &plot = window.plot();
        QTest::keyClick(&plot, Qt::Key_X);
        QTest::keyClick(&plot, Qt::Key_Right);
        const QCPRange seen = plot.xAxis->range();
        QTest::keyClick(&plot, Qt::Key_T);
        QVERIFY(qAbs(plot.xAxis->range().lower - seen.lower - *plot.picture().start) < 1e-5);
        QTest::keyClick(&plot, Qt::Key_T);
        QVERIFY(qAbs(plot.xAxis->range().lower - seen.lower) < 1e-5);
        QVERIFY(qAbs(plot.xAxis->range().upper - seen.upper) < 1e-5);
    }

    void anotherCaptureIsSeenWhole()
    {
        IoGraphWindow &window = shown();
        IoPlot &plot = window.plot();
        QTest::keyClick(&plot, Qt::Key_T);
        QTest::keyClick(&plot, Qt::Key_X);
        QTest::keyClick(&plot, Qt::Key_Right);
        m_window->open({QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/calico-vxlan/captures/cv-master.eth0.pcapng")});
        QTRY_VERIFY(m_window->isSettled());
        settle(window);
        const IoPicture &picture = plot.picture();
        QVERIFY(picture.extent.size() > 1);
        QVERIFY(qAbs(plot.xAxis->range().lower - *picture.start - (double(picture.extent.first) - 0.5) * picture.seconds(1)) < 1e-5);
        QVERIFY(qAbs(plot.xAxis->range().upper - *picture.start - (double(picture.extent.last) + 0.5) * picture.seconds(1)) < 1e-5);
    }

    // It would hide the highest packets, which are at the end of this capture.
    void theLegendIsBesideThePeaks_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<Qt::Alignment>("side");
        QTest::newRow("peaks at the right") << "frame.number > 100" << Qt::Alignment(Qt::AlignLeft);
        QTest::newRow("peaks at the left") << "frame.number < 5" << Qt::Alignment(Qt::AlignRight);
    }

    void theLegendIsBesideThePeaks()
    {
        QFETCH(QString, filter);
        IoGraphWindow &window = shown();
        window.graphs().setGraphs({{.name = "mine", .filter = filter}});
        emit window.graphs().edited();
        settle(window);
        QCOMPARE(titles(window), QStringList{"mine"});
        QTEST(window.plot().axisRect()->insetLayout()->insetAlignment(0) & Qt::AlignHorizontal_Mask, "side");
    }

    void countsOnlyWhatIsDisplayed()
    {
        IoGraphWindow &window = shown();
        setInterval(window, 600 * oneSecond);
        QCOMPARE(window.plot().picture().graphs[0].at(0), 105.0);
        m_window->applyFilter("arp");
        QTRY_VERIFY(m_window->isSettled());
        window.limit().click();
        settle(window);
        QTRY_COMPARE(window.plot().picture().graphs[0].at(0), 2.0);
        QCOMPARE(window.plot().picture().graphs[2].at(0), 0.0);
        window.limit().click();
        settle(window);
        QTRY_COMPARE(window.plot().picture().graphs[0].at(0), 105.0);
    }

    // Packets come while somebody looks at those that are there; the interval that fits is theirs at the end.
    void followsACapture()
    {
        FifoCapture live(flannel);
        CaptureSetup setup;
        setup.interfaces = {live.path()};
        m_window->captureController().start(setup);
        live.writeTo(60);
        IoGraphWindow &window = shown();
        window.ioOptions().setInterval(oneSecond / 100);
        QTRY_COMPARE_WITH_TIMEOUT(window.plot().picture().interval, oneSecond / 100, 20'000);
        const auto packets = [&] {
            double all = 0;
            for (const IoDrawn &graph : window.plot().picture().graphs)
                if (graph.title == "All packets")
                    for (const IoPoint &point : graph.points)
                        all += point.value;
            return int(all);
        };
        QTRY_COMPARE_WITH_TIMEOUT(packets(), 60, 20'000);
        window.values().selectRow(3);
        QSignalSpy reset(window.values().model(), &QAbstractItemModel::modelReset);
        const int rows = window.values().model()->rowCount();
        live.writeTo(live.packets());
        QTRY_COMPARE_WITH_TIMEOUT(packets(), 105, 20'000);
        QVERIFY(m_window->capture().isFollowing());
        QVERIFY(window.values().model()->rowCount() > rows);
        QCOMPARE(window.values().currentIndex().row(), 3);
        QCOMPARE(reset.size(), 0);
        window.ioOptions().setInterval(0);
        live.end();
        QTRY_VERIFY(!m_window->captureController().isRunning());
        settle(window);
        QTRY_COMPARE(window.plot().picture().interval, oneSecond / 50); // 2.8 s
        QCOMPARE(packets(), 105);
    }

    void isKeptInTheProfile()
    {
        {
            IoGraphWindow &window = shown();
            window.graphs().setGraphs({{.name = "mine", .filter = "arp", .colour = "#123456", .style = IoStyle::Diamond, .measure = IoMeasure::Average, .field = "ip.ttl", .smoothing = 10, .factor = 0.5}});
            emit window.graphs().edited();
            setInterval(window, 2 * oneSecond);
        }
        cleanupWindow();
        IoGraphWindow &window = shown();
        QCOMPARE(window.graphs().rowCount(), 1);
        const IoGraphSpec kept = window.graphs().graphs().front();
        QCOMPARE(kept, (IoGraphSpec{.name = "mine", .filter = "arp", .colour = "#123456", .style = IoStyle::Diamond, .measure = IoMeasure::Average, .field = "ip.ttl", .smoothing = 10, .factor = 0.5}));
        QCOMPARE(window.ioOptions().interval(), 2 * oneSecond);
        m_preferences.setProfile("other");
        QCOMPARE(window.graphs().rowCount(), 4);
        QCOMPARE(window.ioOptions().interval(), 0);
        m_preferences.setProfile(Preferences::usualProfile);
        QCOMPARE(window.graphs().rowCount(), 1);
    }

    void linesThatAreNoGraphsAreNone_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"", "{", "[]", "{}", R"({"style":"spiral","measure":"packets"})", R"({"style":"line","measure":"weight"})"})
            QTest::addRow("<%s>", line) << QString(line);
    }

    void linesThatAreNoGraphsAreNone()
    {
        QFETCH(QString, line);
        QVERIFY(!ioGraphOf(line));
    }

    void files_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("png") << "png" << QByteArray("\x89PNG");
        QTest::newRow("svg") << "svg" << QByteArray("<?xml");
        QTest::newRow("pdf") << "pdf" << QByteArray("%PDF");
        QTest::newRow("csv") << "csv" << QByteArray("Interval start,All packets,TCP errors,Underlay bytes,Overlay bytes\n0,");
    }

    void files()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, begins);
        IoGraphWindow &window = shown();
        setInterval(window, oneSecond);
        const QTemporaryDir folder;
        const QString path = folder.filePath("graph." + suffix);
        window.save(path);
        QVERIFY2(window.hint().contains(path), qPrintable(window.hint()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.startsWith(begins), bytes.first(std::min<qsizetype>(bytes.size(), 80)).constData());
        if (suffix == "png")
            QVERIFY(QImage(path).width() >= 2560);
        if (suffix == "svg")
            QVERIFY(bytes.contains("Underlay bytes"));
        if (suffix == "csv")
            QCOMPARE(QString::fromUtf8(bytes), window.csv());
        window.save(folder.filePath("none/graph." + suffix));
        QVERIFY2(window.hint().contains("cannot be written"), qPrintable(window.hint()));
    }

    void speaksTheLanguageAndIsNamed()
    {
        IoGraphWindow &window = shown();
        QCOMPARE(window.plot().accessibleName(), QString("I/O Graphs"));
        QVERIFY(window.plot().accessibleDescription().contains("Underlay bytes"));
        m_language.setCode("zh_CN");
        QTRY_COMPARE(titles(window).front(), QString::fromUtf8("所有数据包"));
        QCOMPARE(window.graphs().headerData(0, Qt::Horizontal).toString(), QString::fromUtf8("图线"));
        for (const QWidget *widget : window.list().findChildren<QToolButton *>())
            QVERIFY(!widget->accessibleName().isEmpty());
    }

    void anotherLogarithm()
    {
        IoGraphWindow &window = shown();
        window.ioOptions().logarithmic().click();
        QCOMPARE(window.plot().yAxis->scaleType(), QCPAxis::stLogarithmic);
        QVERIFY(window.plot().yAxis->range().lower > 0);
    }

private:
    void cleanupWindow()
    {
        m_window.reset();
        init();
    }
};

QTEST_MAIN(IoGraphTest)
#include "tst_iograph.moc"
