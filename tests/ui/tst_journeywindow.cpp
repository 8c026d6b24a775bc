#include <QTest>

#include "tests/support/commandline.h"
#include "ui/findings/findingscontroller.h"
#include "ui/findings/findingspanel.h"
#include "ui/journey/doubtslabel.h"
#include "ui/journey/flowmodel.h"
#include "ui/journey/flowtable.h"
#include "ui/journey/followedjourneys.h"
#include "ui/journey/hopcolumns.h"
#include "ui/journey/hoptable.h"
#include "ui/journey/journeybar.h"
#include "ui/journey/journeycontroller.h"
#include "ui/journey/journeylist.h"
#include "ui/journey/journeymodel.h"
#include "ui/journey/journeypanel.h"
#include "ui/journey/journeyplayer.h"
#include "ui/journey/ladderexport.h"
#include "ui/journey/ladderpage.h"
#include "ui/journey/ladderview.h"
#include "ui/journey/pointsdialog.h"
#include "ui/journey/selectedjourney.h"
#include "ui/mainwindow.h"
#include "ui/predict/playbar.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/theme/palette.h"
#include "ui/topology/pathitem.h"
#include "ui/topology/topologypanel.h"
#include "ui/topology/topologyscene.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QHeaderView>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace vethscope;
using namespace vethscope::test;

// Journeys in the window: the same as `vethscope-cli journey` tells, of the packet that is selected.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");
const QString cluster = samples + "flannel-vxlan";

QStringList capturesOf(const QString &folder)
{
    QStringList files;
    for (const QFileInfo &file : QDir(folder + "/captures").entryInfoList({"*.pcapng"}, QDir::Files, QDir::Name))
        files << file.filePath();
    return files;
}

QJsonObject told(const QStringList &captures, const QString &hosts, const QStringList &more = {})
{
    QStringList arguments{"journey", "--format", "json", "-r"};
    arguments << captures;
    if (!hosts.isEmpty())
        arguments << "--snapshot" << hosts;
    return QJsonDocument::fromJson(runCommandLine(arguments + more).output).object();
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestJourneyWindow : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;
    QStringList m_captures;
    QJsonObject m_told; // of the whole cluster

    JourneyPanel &panel() { return m_window->journey().panel(); }
    HopTable &table() { return panel().table(); }
    LadderPage &ladder() { return panel().ladder(); }
    Selection &selection() { return m_window->selection(); }
    const SelectedJourney &selected() { return m_window->journey().selected(); }

    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled() && !m_window->journey().isBusy(), 60'000);
        QCoreApplication::processEvents();
    }
    void open(const QStringList &captures, const QString &hosts)
    {
        m_window->open(captures);
        if (!hosts.isEmpty())
            m_window->importSnapshots({hosts});
        m_window->showJourney();
        settle();
        QVERIFY(m_window->journey().follower().found());
    }
    // The row in the merged list of a frame that a point of the answer has.
    int rowOf(const QJsonObject &answer, const QJsonValue &hop)
    {
        const std::string file = answer["points"][hop["point"].toInt()]["file"].toString().toStdString();
        const PacketStore &store = m_window->capture().store();
        int number = 0;
        for (std::size_t row = 0; row < store.size(); ++row)
            if (store.paths()[store.interfaceOf(row).file].string() == file && ++number == hop["frame"].toInt())
                return int(row);
        return -1;
    }
    static QString headOf(const QJsonObject &point)
    {
        return point["interface"].toString() + '\n' + (point["pod"].isNull() ? point["node"].toString() : point["pod"].toString());
    }
    static QJsonObject journeyOf(const QJsonObject &answer, const QString &protocol, const QString &source, const QString &destination, int nth = 0)
    {
        for (const QJsonValue &one : answer["journeys"].toArray())
            if (one["flow"]["proto"] == protocol && one["flow"]["src"] == source && one["flow"]["dst"] == destination && nth-- == 0)
                return one.toObject();
        return {};
    }
    QString cell(int row, int column)
    {
        const QTableWidgetItem *item = table().item(row, column);
        return item ? item->text() : QString();
    }

private slots:
    void initTestCase()
    {
        m_captures = capturesOf(cluster);
        m_told = told(m_captures, cluster + "/hosts");
        QVERIFY(m_told["journeys"].toArray().size() > 50);
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->resize(1280, 860);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    // With a message above, the find bar and all panes: no part of it is beyond the screen, whichever the page and the language.
    void fitsASmallScreen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Chinese") << "zh_CN";
    }

    void fitsASmallScreen()
    {
        constexpr QSize screen(1024, 768), around(16, 48); // a title bar, a frame
        QFETCH(QString, language);
        m_language.setCode(language);
        const auto back = qScopeGuard([&] { m_language.setCode("en"); });
        open(m_captures.first(2), cluster + "/hosts");
        m_window->commands()[Command::Find].trigger();
        for (int page = 0; page < panel().findChild<QTabWidget *>("trafficTabs")->count(); ++page) {
            panel().findChild<QTabWidget *>("trafficTabs")->setCurrentIndex(page);
            QCoreApplication::processEvents();
            const QSize least = m_window->minimumSizeHint();
            QVERIFY2(least.height() <= (screen - around).height() && least.width() <= (screen - around).width(), qPrintable(QString("%1×%2").arg(least.width()).arg(least.height())));
        }
    }

    // All hops of a journey, as the command line has them.
    void hopsAsTheCommandLineTells_data()
    {
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("destination");
        QTest::newRow("TCP through the tunnel") << "tcp" << "10.244.0.60" << "10.244.1.3";
        QTest::newRow("and back") << "tcp" << "10.244.1.3" << "10.244.0.60";
        QTest::newRow("ping") << "icmp" << "10.244.0.60" << "10.244.1.3";
    }

    void hopsAsTheCommandLineTells()
    {
        QFETCH(QString, protocol);
        QFETCH(QString, source);
        QFETCH(QString, destination);
        const QJsonObject one = journeyOf(m_told, protocol, source, destination);
        const QJsonArray hops = one["hops"].toArray();
        QVERIFY(hops.size() > 8);
        open(m_captures, cluster + "/hosts");
        selection().setRow(rowOf(m_told, hops[2]));
        settle();
        QVERIFY2(panel().text().contains(source) && panel().text().contains(destination) && panel().text().contains(one["outcome"] == "delivered" ? "✓ delivered" : "?"), qPrintable(panel().text()));
        QCOMPARE(table().columnCount(), int(hops.size() + one["not_observed"].toArray().size()));
        for (int i = 0; i < hops.size(); ++i) {
            QCOMPARE(table().horizontalHeaderItem(i)->text(), headOf(m_told["points"][hops[i]["point"].toInt()].toObject()));
            QCOMPARE(cell(HopTable::FrameRow, i), QString::number(rowOf(m_told, hops[i]) + 1));
            QStringList changes;
            for (const QJsonValue &change : hops[i]["changes"].toArray())
                changes << change.toString();
            QCOMPARE(cell(HopTable::ChangesRow, i), changes.join('\n'));
            if (i > 0)
                QCOMPARE(selected().all().followed->delta(selected().journey(), std::size_t(i)), std::llround(hops[i]["delta"].toDouble() * 1e9));
        }
        QCOMPARE(table().currentColumn(), 2);
        QVERIFY2(cell(HopTable::ForetoldRow, 4).startsWith("✓"), qPrintable(cell(HopTable::ForetoldRow, 4)));
        QVERIFY2(panel().text().contains("Its way is the foretold one."), qPrintable(panel().text()));
    }

    // A column that is chosen selects its frame, another packet that is selected shows its own journey.
    void tableAndListFollowEachOther()
    {
        const QJsonArray hops = journeyOf(m_told, "tcp", "10.244.0.60", "10.244.1.3")["hops"].toArray();
        open(m_captures, cluster + "/hosts");
        selection().setRow(rowOf(m_told, hops[0]));
        settle();
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(table().model()->index(0, 1)).center());
        QCOMPARE(selection().row(), rowOf(m_told, hops[1]));
        QTest::keyClick(&table(), Qt::Key_Right);
        QCOMPARE(selection().row(), rowOf(m_told, hops[2]));
        selection().setRow(rowOf(m_told, hops[5]));
        QCOMPARE(table().currentColumn(), 5);
        const QJsonArray others = journeyOf(m_told, "icmp", "10.244.0.60", "10.244.1.3")["hops"].toArray();
        selection().setRow(rowOf(m_told, others[0]));
        settle();
        QCOMPARE(cell(HopTable::FrameRow, 1), QString::number(rowOf(m_told, others[1]) + 1));
    }

    // The words of the rows stand beside hops only, and whole.
    void wordsOfRows()
    {
        open(m_captures, cluster + "/hosts");
        selection().setRow(rowOf(m_told, journeyOf(m_told, "icmp", "10.244.0.60", "10.244.1.3")["hops"][0]));
        settle();
        QHeaderView &words = *table().verticalHeader();
        QVERIFY(words.isVisibleTo(&table()));
        const QImage picture = words.viewport()->grab().toImage();
        const QRgb ground = picture.pixel(0, words.sectionSize(0) - 1);
        int lowest = -1;
        for (int y = 0; y < words.sectionSize(0); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixel(x, y) != ground)
                    lowest = y;
        QVERIFY2(lowest > words.sectionSize(0) / 2 + 1, qPrintable(QString::number(lowest))); // a letter's foot is below the middle
        int withoutJourney = 0;
        while (m_window->listModel().index(withoutJourney, int(Column::Protocol)).data() != "ARP")
            ++withoutJourney;
        selection().setRow(withoutJourney);
        settle();
        QCOMPARE(table().columnCount(), 0);
        QVERIFY(!words.isVisibleTo(&table()));
    }

    // Without host output there is no foretelling, and nothing is delivered for certain.
    void withoutHostOutput()
    {
        QTemporaryDir folder;
        QStringList captures;
        for (const QString &capture : std::as_const(m_captures)) { // elsewhere than the sample, which brings its hosts' output
            captures << folder.filePath(QFileInfo(capture).fileName());
            QVERIFY(QFile::copy(capture, captures.back()));
        }
        const QJsonObject answer = told(captures, {});
        const QJsonArray hops = journeyOf(answer, "icmp", "10.244.0.60", "10.244.1.3")["hops"].toArray();
        open(captures, {});
        selection().setRow(rowOf(answer, hops[0]));
        settle();
        QVERIFY(table().isRowHidden(HopTable::ForetoldRow));
        QCOMPARE(table().columnCount(), int(hops.size()));
        QVERIFY(!panel().bar().topologyButton().isEnabled());
    }

    // What was lost, and what is foretold to be dropped, as the command line says; a drop's line opens the host output.
    void lostAndForetold_data()
    {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<int>("lost");
        QTest::addColumn<int>("foretold");
        QTest::addColumn<int>("otherTtl"); // of the lost ones, those that began with another TTL than usual, which they may
        QTest::newRow("lost on the way") << "flannel-udp" << 4 << 2 << 2;
        QTest::newRow("to where no route leads") << "flannel-host-gw" << 4 << 4 << 0;
        QTest::newRow("into a blackhole") << "calico-ipip" << 0 << 2 << 0;
    }

    void lostAndForetold()
    {
        QFETCH(QString, sample);
        QFETCH(int, lost);
        QFETCH(int, foretold);
        QFETCH(int, otherTtl);
        const QStringList captures = capturesOf(samples + sample);
        const QJsonObject answer = told(captures, samples + sample + "/hosts");
        open(captures, samples + sample + "/hosts");
        panel().tabs().setCurrentIndex(1);
        QSignalSpy opened(&panel(), &JourneyPanel::evidenceRequested);
        int seenLost = 0, seenForetold = 0, seenOtherTtl = 0;
        for (const QJsonValue &one : answer["journeys"].toArray()) {
            if (one["outcome"] != "lost" && one["drop"].isNull())
                continue;
            selection().setRow(rowOf(answer, one["hops"][0]));
            settle();
            const QString text = panel().text();
            const auto &parts = ladder().view().figure().parts;
            const auto end = std::ranges::find(parts, LadderPart::Kind::End, &LadderPart::kind);
            QCOMPARE(text.contains("✕ lost after"), one["outcome"] == "lost");
            if (one["outcome"] == "lost") {
                ++seenLost;
                QVERIFY2(text.contains("did not see it"), qPrintable(text));
                QVERIFY(end != parts.end() && QString::fromStdString(end->title).startsWith("lost after"));
                QVERIFY(table().columns().back().isLost);
                const QTableWidgetItem *const foretoldItem = table().item(HopTable::ForetoldRow, 0);
                seenOtherTtl += foretoldItem->text().startsWith("≠ ip.ttl ") && foretoldItem->foreground().color() == Palette::current().muted;
                QVERIFY(cell(HopTable::TimeRow, table().columnCount() - 1).startsWith("✕"));
            }
            if (one["drop"].isNull())
                continue;
            ++seenForetold;
            QVERIFY2(text.contains("Foretold: " + one["drop"]["text"].toString()), qPrintable(text));
            const QJsonArray lines = one["drop"]["evidence"].toArray();
            for (QLabel *label : panel().findChildren<QLabel *>())
                if (!lines.isEmpty() && label->text().contains("line:0"))
                    emit label->linkActivated("line:0");
            if (!lines.isEmpty()) {
                QCOMPARE(opened.count(), 1);
                QCOMPARE(int(opened.takeFirst().front().value<Evidence>().line), lines[0]["line"].toInt());
                QVERIFY(m_window->commands()[Command::ShowHostOutput].isChecked());
            }
        }
        QCOMPARE(seenLost, lost);
        QCOMPARE(seenForetold, foretold);
        QCOMPARE(seenOtherTtl, otherTtl);
    }

    void ladderSelectsFrames()
    {
        const QJsonArray hops = journeyOf(m_told, "tcp", "10.244.0.60", "10.244.1.3")["hops"].toArray();
        open(m_captures, cluster + "/hosts");
        selection().setRow(rowOf(m_told, hops[0]));
        settle();
        panel().tabs().setCurrentIndex(1);
        QTRY_VERIFY(ladder().view().isVisible());
        LadderView &view = ladder().view();
        view.setZoom(0.6);
        view.verticalScrollBar()->setValue(0);
        view.horizontalScrollBar()->setValue(0);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.placeOf(rowOf(m_told, hops[1])));
        QCOMPARE(selection().row(), rowOf(m_told, hops[1]));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(selection().row(), rowOf(m_told, hops[2]));
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(selection().row(), rowOf(m_told, hops[1]));
        const double zoom = view.zoom();
        QTest::keyClick(&view, Qt::Key_Plus);
        QVERIFY(view.zoom() > zoom);
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY(view.zoom() <= 1);
        const std::size_t one = view.figure().parts.size();
        ladder().setOf(LadderPage::Of::Flow);
        const std::size_t flow = view.figure().parts.size();
        QVERIFY(flow > one);
        ladder().setOf(LadderPage::Of::Conversation);
        QVERIFY(view.figure().parts.size() > flow);
        QTemporaryDir folder;
        for (const char *suffix : {"svg", "png", "pdf"}) {
            const QString path = folder.filePath(QString("ladder.") + suffix);
            QVERIFY(saveLadder(view.figure(), path));
            QVERIFY(QFileInfo(path).size() > 1000);
        }
        QVERIFY(contentsOf(folder.filePath("ladder.pdf")).startsWith("%PDF"));
        QVERIFY(!QImage(folder.filePath("ladder.png")).isNull());
        QVERIFY(!saveLadder(view.figure(), folder.filePath("missing/ladder.svg")));
        QCOMPARE(withSuffix("a", "pdf"), QString("a.pdf"));
        QCOMPARE(withSuffix("a.SVG", "pdf"), QString("a.SVG"));
    }

    void flowsAsTheCommandLineTells()
    {
        open(m_captures, cluster + "/hosts");
        const QJsonObject answer = told(m_captures, cluster + "/hosts", {"--flows"});
        FlowModel &model = panel().flows().rows();
        QStringList wanted, shown;
        for (const QJsonValue &flow : answer["flows"].toArray())
            for (const QJsonValue &hop : flow["hops"].toArray())
                wanted << QString("%1 %2 %3 %4 %5 %6 %7").arg(flow["flow"]["src"].toString()).arg(hop["from"].toInt()).arg(hop["to"].toInt()).arg(hop["packets"].toInt())
                              .arg(hop["lost"].toInt()).arg(hop["not_observed"].toInt()).arg(std::llround(hop["delay"]["p99"].toDouble() * 1e9));
        for (int row = 0; row < model.rowCount(); ++row)
            if (const journey::Segment *one = model.segment(row))
                shown << QString("%1 %2 %3 %4 %5 %6 %7").arg(QString::fromStdString(selectedTuple(row).source.text())).arg(one->from).arg(one->to).arg(one->packets)
                             .arg(one->lost).arg(one->notObserved).arg(one->delays ? one->delays->longOnes : 0);
        QVERIFY(wanted.size() > 40);
        std::ranges::sort(wanted);
        std::ranges::sort(shown);
        QCOMPARE(shown, wanted);
    }
    const journey::Tuple &selectedTuple(int row)
    {
        const FlowModel &model = panel().flows().rows();
        return model.all()->followed->tuple(model.flow(row).first);
    }

    void flowsAreSortedAndFiltered()
    {
        open(m_captures, cluster + "/hosts");
        panel().tabs().setCurrentIndex(2);
        FlowTable &flows = panel().flows();
        FlowModel &model = flows.rows();
        flows.sortByColumn(FlowModel::Median, Qt::DescendingOrder);
        std::int64_t before = std::numeric_limits<std::int64_t>::max();
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto *one = model.segment(row);
            const std::int64_t median = one && one->delays ? one->delays->median : std::numeric_limits<std::int64_t>::min();
            QVERIFY(median <= before);
            before = median;
        }
        flows.sortByColumn(FlowModel::Packets, Qt::DescendingOrder);
        QTest::mouseClick(flows.viewport(), Qt::LeftButton, {}, flows.visualRect(model.index(1, 0)).center());
        QCOMPARE(selection().row(), model.firstPacket(1));
        const std::uint32_t flow = model.flow(1).first.flow;
        int wanted = 0;
        for (const journey::Journey &one : model.all()->followed->all())
            for (const journey::JourneyHop &hop : one.hops)
                wanted += one.flow == flow ? int(hop.rows.size()) : 0;
        emit flows.filterRequested(flows.currentFilter(), FilterUse::Selected, FilterStep::Apply);
        settle();
        QCOMPARE(m_window->listModel().rowCount(), wanted);
    }

    // One row a packet, with a mark for each point.
    void allJourneys()
    {
        const QString sample = samples + "flannel-udp";
        const QStringList captures = capturesOf(sample);
        const QJsonObject answer = told(captures, sample + "/hosts");
        open(captures, sample + "/hosts");
        panel().tabs().setCurrentIndex(3);
        JourneyModel &model = panel().list().rows();
        const QJsonArray journeys = answer["journeys"].toArray();
        QCOMPARE(model.rowCount(), int(journeys.size()));
        int undelivered = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QJsonValue one = journeys[row];
            const auto marks = model.marks(row);
            const bool isLost = one["outcome"] == "lost";
            undelivered += one["outcome"] != "delivered";
            QCOMPARE(model.firstPacket(row), rowOf(answer, one["hops"][0]));
            QCOMPARE(int(marks.size()), int(one["hops"].toArray().size() + one["not_observed"].toArray().size()) + isLost);
            QCOMPARE(std::ranges::count(marks, JourneyModel::Mark::Lost), isLost);
            QCOMPARE(int(std::ranges::count(marks, JourneyModel::Mark::NotObserved)), int(one["not_observed"].toArray().size()));
        }
        QTableView &view = panel().list().view();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(model.index(2, 2)).center());
        QCOMPARE(selection().row(), model.firstPacket(2));
        settle();
        QCOMPARE(selected().place(), std::optional<std::size_t>(2));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(selection().row(), model.firstPacket(3));
        selection().setRow(model.firstPacket(1));
        QCOMPARE(view.currentIndex().row(), 1);
        QTest::mouseClick(&panel().list().onlyUndelivered(), Qt::LeftButton, {}, QPoint(8, panel().list().onlyUndelivered().height() / 2));
        QCOMPARE(model.rowCount(), undelivered);
        QVERIFY(undelivered > 2 && model.rowOf(1) < 0);
        QCOMPARE(selection().row(), rowOf(answer, journeys[1]["hops"][0])); // nobody has chosen another one
    }

    // The packet travels over the drawing device by device; the panes show it as it is there.
    void travelsOverTheTopology()
    {
        const QJsonArray hops = journeyOf(m_told, "tcp", "10.244.0.60", "10.244.1.3")["hops"].toArray();
        open(m_captures, cluster + "/hosts");
        selection().setRow(rowOf(m_told, hops[0]));
        settle();
        TopologyScene &scene = m_window->topology().scene();
        QVERIFY(!scene.path());
        QTest::mouseClick(&panel().bar().topologyButton(), Qt::LeftButton);
        QVERIFY(m_window->commands()[Command::ShowTopology].isChecked());
        QVERIFY(scene.path());
        QCOMPARE(scene.path()->hop(), std::size_t(0));
        JourneyPlayer &player = m_window->journey().player();
        QCOMPARE(player.hopCount(), int(hops.size()) - 1); // the router, of which nobody printed anything, is one device with two points
        panel().bar().playBar().takes(Qt::Key_End);
        QCOMPARE(scene.path()->hop(), std::size_t(player.hopCount() - 1));
        QCOMPARE(selection().row(), rowOf(m_told, hops.last()));
        panel().bar().playBar().takes(Qt::Key_Left);
        QCOMPARE(scene.path()->hop(), std::size_t(player.hopCount() - 2));
        selection().setRow(rowOf(m_told, hops[0]));
        QCOMPARE(scene.path()->hop(), std::size_t(0));
        player.setInterval(5);
        panel().bar().playBar().takes(Qt::Key_Space);
        QTRY_VERIFY(!player.isPlaying());
        QCOMPARE(selection().row(), rowOf(m_told, hops.last()));
        m_window->predict("default/tea-6fb46d899f-4zkt2", "default/web-5dcb957ccc-d4n6l"); // in its place
        settle();
        QTRY_COMPARE(scene.path()->hop(), std::size_t(0));
        m_window->commands()[Command::ShowPrediction].setChecked(false);
        m_window->commands()[Command::ShowJourney].setChecked(false);
        QVERIFY(!scene.path());
    }

    // A device that the file's name does not tell is written into the dialog: list and journeys follow.
    void pointsAreMended()
    {
        QTemporaryDir folder;
        QStringList captures;
        for (const QString &capture : std::as_const(m_captures)) {
            if (!capture.contains("master.eth0") && !capture.contains("VM-16-10-centos.eth0") && !capture.contains("router"))
                continue;
            captures << folder.filePath(capture.contains("router.eth0") ? "a.pcapng" : capture.contains("router") ? "b.pcapng" : QFileInfo(capture).fileName());
            QVERIFY(QFile::copy(capture, captures.back()));
        }
        QCOMPARE(captures.size(), 4);
        open(captures, {});
        bool wasShown = false;
        QTimer::singleShot(0, this, [&] {
            auto *dialog = qobject_cast<PointsDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QCOMPARE(dialog->table().rowCount(), 4);
            for (int row = 0; row < 4; ++row)
                if (dialog->table().item(row, 0)->text() == "a.pcapng") {
                    QTest::keyClicks(dialog->node(row).lineEdit(), "edge");
                    QTest::keyClicks(dialog->device(row).lineEdit(), "wan0");
                }
            wasShown = true;
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        m_window->commands()[Command::CapturePoints].trigger();
        QVERIFY(wasShown);
        settle();
        QStringList points;
        for (const journey::JourneyPoint &point : m_window->journey().follower().found()->followed->points().all())
            points << QString::fromStdString(point.place.node + ':' + point.place.interface);
        QVERIFY2(points.contains("edge:wan0"), qPrintable(points.join(' ')));
        const PacketListModel &list = m_window->listModel();
        QStringList shown;
        for (int row = 0; row < list.rowCount(); ++row)
            shown << list.index(row, 2).data().toString();
        QVERIFY(shown.contains("edge wan0"));
    }

    // Captures that do not belong together: said above the journey, above the findings and where points are chosen, as the command line says it.
    void doubtful_data()
    {
        QTest::addColumn<QStringList>("captures"); // `SAMPLE FILE`, `FOLDER=` before it where it stands elsewhere
        QTest::addColumn<QString>("hosts");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("isLimit"); // of one point, which findings do without
        const QString one = "flannel-vxlan master.eth0", other = "flannel-vxlan VM-16-10-centos.eth0";
        QTest::newRow("points of one cluster") << QStringList{one, other} << "flannel-vxlan" << "" << false;
        QTest::newRow("one point") << QStringList{one} << "flannel-vxlan" << "Everything was captured at one point, master:eth0: nothing shows what became of packets elsewhere" << true;
        QTest::newRow("points of two clusters") << QStringList{one, "calico-ipip cn-worker1.eth0"} << "" << "No packet was seen both at master:eth0 and at cn-worker1:eth0, which recorded 3508 s apart: they are of different times, or a clock is wrong" << false;
        QTest::newRow("one point twice") << QStringList{one, "again=" + one, other} << "flannel-vxlan" << "were both captured at master:eth0 at the same time" << false;
        QTest::newRow("hosts of another cluster") << QStringList{one, other} << "calico-ipip" << "The host output knows no address of any captured packet: it is of another cluster" << false;
    }

    void doubtful()
    {
        QFETCH(QStringList, captures);
        QFETCH(QString, hosts);
        QFETCH(QString, said);
        QFETCH(bool, isLimit);
        QTemporaryDir folder;
        QStringList files;
        for (const QString &capture : std::as_const(captures)) {
            const QString file = capture.section('=', -1);
            const QString subfolder = capture.contains('=') ? capture.section('=', 0, 0) : QStringLiteral("first");
            QVERIFY(QDir(folder.path()).mkpath(subfolder));
            files << folder.filePath(subfolder + '/' + file.section(' ', 1) + ".pcapng");
            QVERIFY(QFile::copy(samples + file.section(' ', 0, 0) + "/captures/" + file.section(' ', 1) + ".pcapng", files.back()));
        }
        open(files, hosts.isEmpty() ? QString() : samples + hosts + "/hosts");
        const DoubtsLabel &label = panel().doubts();
        QCOMPARE(label.isVisible(), !said.isEmpty());
        QVERIFY2(label.text().contains(said), qPrintable(label.text()));
        QCOMPARE(label.text().startsWith("Doubtful: "), !said.isEmpty() && !isLimit);
        QCOMPARE(label.text().count('\n'), 0);
        QString inDialog;
        QTimer::singleShot(0, this, [&] {
            auto *dialog = qobject_cast<PointsDialog *>(QApplication::activeModalWidget());
            inDialog = dialog->findChild<DoubtsLabel *>()->isVisible() ? dialog->findChild<DoubtsLabel *>()->text() : QString();
            dialog->reject();
        });
        m_window->commands()[Command::CapturePoints].trigger();
        QCOMPARE(inDialog, label.text());
        m_window->showFindings();
        settle();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findings().diagnoser().found(), 60'000);
        const QString findings = m_window->findings().panel().text();
        QVERIFY2(said.isEmpty() || isLimit ? !findings.contains("Doubtful") : findings.contains(label.text()), qPrintable(findings));
        m_language.setCode("zh_CN");
        QCoreApplication::processEvents();
        const QString inChinese = label.text();
        m_language.setCode("en");
        QVERIFY2(said.isEmpty() || (!inChinese.contains("captured") && (isLimit || inChinese.startsWith(QString::fromUtf8("存疑：")))), qPrintable(inChinese));
        m_window->commands()[Command::CloseFile].trigger();
        settle();
        QVERIFY(!label.isVisible());
    }

    // What was found of other captures is dropped; what is stopped can begin again; without a capture it says what to do.
    void captureComesAndGoes()
    {
        m_window->showJourney();
        QVERIFY2(panel().text().contains("Open the captures of several points"), qPrintable(panel().text()));
        for (int i = 0; i < 6; ++i) { // in the middle of the work
            m_window->open(i % 2 ? m_captures : capturesOf(samples + "calico-ipip"));
            QTest::qWait(i * 15);
        }
        settle();
        QCOMPARE(m_window->journey().follower().found()->followed->points().size(), std::size_t(m_captures.size()));
        m_window->journey().follower().startAgain();
        m_window->journey().follower().stop();
        QVERIFY2(panel().text().contains("that was stopped"), qPrintable(panel().text()));
        QTest::qWait(50);
        QVERIFY(!m_window->journey().follower().found());
        m_window->journey().follower().startAgain();
        settle();
        QVERIFY(m_window->journey().follower().found());
        m_window->commands()[Command::CloseFile].trigger();
        QVERIFY(!m_window->journey().follower().found());
        QCOMPARE(table().columnCount(), 0);
    }

    // Whoever looks for findings has followed the packets: they are not followed again.
    void followedOnce()
    {
        m_window->open(m_captures);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 30'000);
        const auto found = m_window->journey().follower().found();
        QVERIFY(found);
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::AltModifier);
        QVERIFY(m_window->commands()[Command::ShowJourney].isChecked());
        settle();
        QCOMPARE(m_window->journey().follower().found(), found);
    }

    void inChinese()
    {
        const QJsonArray hops = journeyOf(m_told, "tcp", "10.244.0.60", "10.244.1.3")["hops"].toArray();
        open(m_captures, cluster + "/hosts");
        selection().setRow(rowOf(m_told, hops[0]));
        settle();
        m_language.setCode("zh_CN");
        QTRY_COMPARE(panel().tabs().tabText(0), QString("各跳"));
        QVERIFY2(panel().text().contains("✓ 送达"), qPrintable(panel().text()));
        QCOMPARE(panel().flows().rows().headerData(FlowModel::Lost, Qt::Horizontal).toString(), QString("丢失"));
        panel().tabs().setCurrentIndex(1);
        QVERIFY2(QString::fromStdString(ladder().view().figure().caption).contains("抓包点"), ladder().view().figure().caption.c_str());
        m_language.setCode("en");
        QTRY_COMPARE(panel().tabs().tabText(0), QString("Hops"));
    }
};

QTEST_MAIN(TestJourneyWindow)
#include "tst_journeywindow.moc"
