#include "tests/support/capturefile.h"
#include "tests/support/stack.h"
#include "ui/filters/filteredit.h"
#include "ui/mainwindow.h"
#include "ui/models/packettreemodel.h"
#include "ui/panels/gotobar.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/packettreeview.h"
#include "ui/panels/welcomepage.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/panesplitter.h"
#include "ui/shared/preferences.h"
#include "ui/shared/selection.h"
#include "ui/theme/palette.h"
#include "ui/topology/topologypanel.h"
#include "ui/topology/topologytoolbar.h"
#include "ui/topology/topologyview.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QDropEvent>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

using namespace vethscope;
using namespace vethscope::test;

namespace {

QByteArray smallCapture(int packets = 6)
{
    PcapFile file;
    for (int i = 0; i < packets; ++i)
        file.packet(std::uint32_t(100 + i), 0,
                    i % 2 == 0 ? requestOverVxlan() : ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(5000, 6000, "data"))));
    return file.bytes();
}

QString sampleFile(const char *name)
{
    return QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/") + QString::fromLatin1(name);
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    template <typename Widget>
    Widget *find() const
    {
        return m_window->findChild<Widget *>();
    }

    QTableView *list() const { return &find<PacketListPanel>()->view(); }

    QWidget *named(const char *accessibleName) const
    {
        for (QWidget *widget : m_window->findChildren<QWidget *>())
            if (widget->accessibleName() == QString::fromUtf8(accessibleName))
                return widget;
        return nullptr;
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), key, modifiers);
    }

    void openCapture(const QByteArray &bytes = smallCapture())
    {
        m_window->open({writeFile(m_folder, "node1.eth0.pcap", bytes)});
        QTRY_VERIFY(m_window->isSettled());
    }

    QString message() const { return find<MessageBar>()->isVisible() ? find<MessageBar>()->text() : QString(); }

private slots:
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_theme.setMode(Theme::Mode::Light);
        m_theme.setZoom(100);
        m_language.setCode("en");
    }

    // What the user has given the list is there again at the next start, also after one that only showed the welcome page.
    void theListKeepsItsHeight()
    {
        openCapture();
        QTRY_VERIFY(list()->isVisible());
        auto *splitter = qobject_cast<QSplitter *>(find<PacketListPanel>()->parentWidget());
        QVERIFY(splitter);
        const int whole = splitter->height();
        splitter->setSizes({whole * 6 / 10, whole - whole * 6 / 10});
        const int height = find<PacketListPanel>()->height();
        QVERIFY(height > whole / 2);
        QVERIFY(m_window->close());
        init();
        QVERIFY(m_window->close()); // nothing was opened
        init();
        openCapture();
        QTRY_VERIFY(list()->isVisible());
        QTRY_VERIFY2(qAbs(find<PacketListPanel>()->height() - height) <= 2, qPrintable(QStringLiteral("%1, was %2").arg(find<PacketListPanel>()->height()).arg(height)));
    }

    // The tree tells of the flows once the pass over them has come to the packet: who waits until all is there sees it.
    void nothingIsReadAgainOnceItIsSettled()
    {
        m_window->open({sampleFile("captures/master.eth0.pcapng")});
        QTRY_VERIFY(m_window->capture().store().size() > 0);
        m_window->selectPacket(12);
        while (!m_window->isSettled())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        QSignalSpy changed(&m_window->selection(), &Selection::packetChanged);
        QTest::qWait(250);
        QCOMPARE(changed.count(), 0);
    }

    // Sizes are given to the panes once; afterwards they are the user's, whatever else the window shows in between.
    void panesStayAsTheyAreDragged()
    {
        openCapture();
        QTRY_VERIFY(list()->isVisible());
        auto *splitter = qobject_cast<QSplitter *>(find<PacketListPanel>()->parentWidget());
        const auto drag = [&](int height) {
            splitter->setSizes({height, splitter->height() - height});
            return find<PacketListPanel>()->height();
        };
        const int browse = drag(splitter->height() / 2);
        m_window->setLayout(Layout::Topology);
        m_window->setLayout(Layout::Browse);
        QCOMPARE(find<PacketListPanel>()->height(), browse);
        m_window->hide();
        m_window->show();
        QCOMPARE(find<PacketListPanel>()->height(), browse);
        m_window->setLayout(Layout::Compare);
        const int compare = drag(splitter->height() / 3);
        QVERIFY(compare != browse);
        m_window->setLayout(Layout::Topology);
        m_window->setLayout(Layout::Browse); // where the list was last in Compare
        QCOMPARE(find<PacketListPanel>()->height(), browse);
        m_window->setLayout(Layout::Compare);
        QCOMPARE(find<PacketListPanel>()->height(), compare);
        find<Workspace>()->setLayout(Layout::Topology); // nothing that it has
        QCOMPARE(find<Workspace>()->layout(), Layout::Compare);
        QCOMPARE(find<PacketListPanel>()->height(), compare);
    }

    void welcomesWhileNothingIsOpen()
    {
        QVERIFY(find<WelcomePage>()->isVisible());
        QVERIFY(!list()->isVisible());
        openCapture();
        QVERIFY(!find<WelcomePage>()->isVisible());
        m_window->commands()[Command::CloseFile].trigger();
        QVERIFY(find<WelcomePage>()->isVisible());
    }

    void panelsHaveNames()
    {
        openCapture();
        for (const char *name : {"Packet list", "Packet details", "Packet bytes", "Display filter"})
            QVERIFY2(named(name), name);
    }

    void opensAndSelectsTheFirstPacket()
    {
        openCapture();
        QCOMPARE(list()->model()->rowCount(), 6);
        QCOMPARE(m_window->selection().row(), 0);
        QVERIFY(m_window->windowTitle().contains("node1.eth0.pcap"));
    }

    void clickSelects()
    {
        openCapture();
        const QRect cell = list()->visualRect(list()->model()->index(3, 5));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(m_window->selection().row(), 3);
    }

    void keysMoveFromAnyPane_data()
    {
        QTest::addColumn<QString>("pane");
        for (const char *pane : {"Packet list", "Packet details", "Packet bytes", "Display filter"})
            QTest::newRow(pane) << pane;
    }

    void keysMoveFromAnyPane()
    {
        QFETCH(QString, pane);
        openCapture();
        named(qPrintable(pane))->setFocus();
        key(Qt::Key_Down, Qt::ControlModifier);
        key(Qt::Key_F8);
        QCOMPARE(m_window->selection().row(), 2);
        key(Qt::Key_F7);
        key(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(m_window->selection().row(), 0);
    }

    void firstAndLast()
    {
        openCapture();
        key(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(m_window->selection().row(), 5);
        key(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(m_window->selection().row(), 0);
    }

    void typingAnywhereStartsAFilter()
    {
        openCapture();
        QTest::keyClicks(list(), "u");
        auto *edit = find<FilterEdit>();
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, "dp && !vxlan");
        QCOMPARE(edit->text(), QString("udp && !vxlan"));
        key(Qt::Key_Return);
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(list()->model()->rowCount(), 3);
        key(Qt::Key_Escape);
        QTRY_COMPARE(list()->model()->rowCount(), 6);
    }

    void filterKeepsTheSelectedPacketOrItsNeighbour()
    {
        openCapture();
        m_window->selectPacket(4);
        m_window->applyFilter("vxlan");
        QTRY_VERIFY(m_window->isSettled());
        QTRY_VERIFY(m_window->selection().row() == 2 || m_window->selection().row() == 4);
        m_window->applyFilter("");
        QTRY_COMPARE(list()->model()->rowCount(), 6);
        QCOMPARE(list()->currentIndex().row(), m_window->selection().row());
    }

    void goesToAPacketByNumber()
    {
        openCapture();
        key(Qt::Key_G, Qt::ControlModifier);
        QVERIFY(find<GoToBar>()->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), "5");
        key(Qt::Key_Return);
        QCOMPARE(m_window->selection().row(), 4);
        QVERIFY(!find<GoToBar>()->isVisible());
        QVERIFY(list()->hasFocus());
    }

    void goesToTheNearestDisplayedPacket()
    {
        openCapture();
        m_window->applyFilter("vxlan");
        QTRY_VERIFY(m_window->isSettled());
        m_window->selectPacket(6);
        QCOMPARE(m_window->selection().row(), 4);
    }

    void reloadKeepsThePacket()
    {
        openCapture();
        m_window->selectPacket(4);
        key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(m_window->isSettled());
        QTRY_COMPARE(m_window->selection().row(), 3);
    }

    void copiesTheRow()
    {
        openCapture();
        list()->setFocus();
        key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith("1\t0.000000\t"));
    }

    void switchesLayout()
    {
        openCapture();
        QVERIFY(named("Packet details")->isVisible());
        m_window->setLayout(Layout::Compare);
        QVERIFY(!named("Packet details")->isVisible());
        QVERIFY(list()->isVisible());
        QVERIFY(m_window->commands()[Command::LayoutCompare].isChecked());
        m_window->setLayout(Layout::Browse);
        QVERIFY(named("Packet details")->isVisible());
    }

    void panesCanBeHidden()
    {
        openCapture();
        m_window->commands()[Command::ShowBytes].trigger();
        QVERIFY(!named("Packet bytes")->isVisible());
        m_window->commands()[Command::ShowBytes].trigger();
        QVERIFY(named("Packet bytes")->isVisible());
    }

    void speaksChinese()
    {
        openCapture();
        m_window->commands()[Command::Chinese].trigger();
        QCOMPARE(list()->model()->headerData(0, Qt::Horizontal).toString(), QString("编号"));
        QTRY_COMPARE(m_window->menuBar()->actions().front()->text(), QString("文件(&F)"));
        QTRY_VERIFY(named("显示过滤器"));
        const QAbstractItemModel &tree = *find<PacketTreeView>()->model();
        QCOMPARE(tree.index(0, PacketTreeModel::Value).data().toString(), QStringLiteral("线路上 %1 字节").arg(requestOverVxlan().size()));
        m_window->commands()[Command::English].trigger();
        QCOMPARE(list()->model()->headerData(0, Qt::Horizontal).toString(), QString("No."));
        QTRY_VERIFY(named("Display filter"));
    }

    void turnsDark()
    {
        openCapture();
        m_window->commands()[Command::ThemeDark].trigger();
        QVERIFY(Palette::isDark());
        QVERIFY(list()->palette().color(QPalette::Base).lightness() < 128);
        m_window->commands()[Command::ThemeLight].trigger();
        QVERIFY(!Palette::isDark());
    }

    void zooms()
    {
        openCapture();
        const double before = list()->font().pointSizeF();
        m_window->commands()[Command::ZoomIn].trigger();
        QVERIFY(list()->font().pointSizeF() > before);
        QVERIFY(find<FilterEdit>()->font().pointSizeF() > before);
        QWheelEvent wheel({50, 50}, list()->viewport()->mapToGlobal(QPointF(50, 50)), {}, {0, -120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(list()->viewport(), &wheel);
        QCOMPARE(list()->font().pointSizeF(), before);
    }

    void looksThroughOtherEyes()
    {
        openCapture();
        m_window->commands()[Command::ShowUnderlay].trigger();
        QCOMPARE(list()->model()->index(0, int(Column::Protocol)).data().toString(), QString("UDP"));
    }

    void opensWhatIsDropped()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(writeFile(m_folder, "dropped.pcap", smallCapture(2)))});
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        QCOMPARE(m_preferences.list(preference::recentFiles).front(), m_folder.filePath("dropped.pcap"));
    }

    void importsHostOutputThatIsDropped()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(sampleFile("hosts/master.txt")), QUrl::fromLocalFile(sampleFile("captures/master.eth0.pcapng"))});
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY(m_window->isSettled());
        QVERIFY(m_window->capture().isOpen());
        QCOMPARE(m_window->snapshots().loaded().size(), std::size_t(1)); // the sample's other host is not added to one's own
        QVERIFY(!m_window->snapshots().isBundled());
        QVERIFY2(message().startsWith("master.txt — one host: master"), qPrintable(message()));
    }

    void aSampleBringsItsHosts()
    {
        m_window->open({sampleFile("captures/master.eth0.pcapng")});
        QTRY_VERIFY(m_window->isSettled());
        QVERIFY(m_window->snapshots().cluster());
        QVERIFY(m_window->snapshots().cluster()->node("VM-16-10-centos"));
        QVERIFY(message().isEmpty());
        key(Qt::Key_3, Qt::AltModifier);
        QVERIFY(m_window->topology().isVisible() && m_window->topology().view().isVisible());
        openCapture(); // another one, of which nobody knows the hosts
        QTRY_VERIFY(m_window->isSettled());
        QVERIFY(!m_window->snapshots().cluster());
    }

    void topologyHasALayoutAndADock()
    {
        openCapture();
        m_window->importSnapshots({sampleFile("hosts")});
        QTRY_VERIFY(m_window->isSettled());
        TopologyPanel &topology = m_window->topology();
        QVERIFY(!topology.isVisible());
        m_window->commands()[Command::ShowTopology].trigger();
        QVERIFY(topology.isVisible() && list()->isVisible());
        m_window->setLayout(Layout::Topology);
        QVERIFY(topology.isVisible() && !list()->isVisible());
        QVERIFY(!m_window->commands()[Command::ShowTopology].isEnabled());
        m_window->setLayout(Layout::Compare);
        QVERIFY(topology.isVisible() && list()->isVisible());
        m_window->commands()[Command::ShowTopology].trigger();
        QVERIFY(!topology.isVisible());
    }

    void typingInTheTopologySearches()
    {
        openCapture();
        m_window->importSnapshots({sampleFile("hosts")});
        QTRY_VERIFY(m_window->isSettled());
        m_window->setLayout(Layout::Topology);
        m_window->topology().view().setFocus();
        QTest::keyClicks(&m_window->topology().view(), "c");
        QCOMPARE(m_window->topology().toolBar().search().text(), QString("c"));
        const double before = m_window->font().pointSizeF();
        QWidget *viewport = m_window->topology().view().viewport();
        QWheelEvent wheel({50, 50}, viewport->mapToGlobal(QPointF(50, 50)), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(viewport, &wheel);
        QCOMPARE(m_window->font().pointSizeF(), before); // the drawing zooms, not the window
    }

    void filtersFromTheTopology()
    {
        openCapture();
        m_window->setLayout(Layout::Topology);
        emit m_window->topology().filterRequested("vxlan");
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(list()->model()->rowCount(), 3);
        QVERIFY(list()->isVisible());
    }

    void hostOutputAloneShowsTheTopology()
    {
        m_window->importSnapshots({sampleFile("hosts/master.txt")});
        QTRY_VERIFY(m_window->topology().view().isVisible());
        m_window->commands()[Command::ShowReport].trigger();
        QVERIFY(named("Import report")->isVisible());
    }

    // A double click on the line between two panes folds the second one away, and brings it back.
    void panesFold()
    {
        openCapture();
        const auto splitters = m_window->findChildren<PaneSplitter *>();
        QCOMPARE(splitters.size(), 2);
        for (PaneSplitter *splitter : splitters) {
            const QList<int> before = splitter->sizes();
            QVERIFY(before[0] > 0 && before[1] > 0);
            QTest::mouseDClick(splitter->handle(1), Qt::LeftButton);
            QVERIFY(splitter->isFolded());
            QCOMPARE(splitter->sizes()[0], before[0] + before[1]);
            QTest::mouseDClick(splitter->handle(1), Qt::LeftButton);
            QVERIFY(!splitter->isFolded());
            QCOMPARE(splitter->sizes(), before);
        }
    }

    void hostOutputThatCannotBeRead()
    {
        m_window->importSnapshots({m_folder.filePath("missing.txt")});
        QTRY_VERIFY(!message().isEmpty());
        QVERIFY2(message().contains("missing.txt"), qPrintable(message()));
    }

    void pointColumnIsThereOnlyWhenItSaysSomething()
    {
        openCapture();
        QVERIFY(!list()->isColumnHidden(int(Column::Point)));
        const QString nameless = writeFile(m_folder, "nameless.pcap", smallCapture());
        m_window->open({nameless});
        QTRY_VERIFY(m_window->isSettled());
        QVERIFY(list()->isColumnHidden(int(Column::Point)));
        m_window->setPoint(nameless, CapturePoint{"n1", "veth1"});
        QVERIFY(!list()->isColumnHidden(int(Column::Point)));
        QCOMPARE(list()->model()->index(0, int(Column::Point)).data().toString(), "n1 veth1");
    }

    void aNameWithLineBreaksIsOneLine()
    {
        m_window->open({writeFile(m_folder, "two\nlines.pcap", smallCapture())});
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(m_window->capture().displayName(), "two lines.pcap");
    }

    void saysWhatCannotBeRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("missing") << "missing.pcap" << QByteArray();
        QTest::newRow("empty") << "empty.pcap" << QByteArray("");
        QTest::newRow("no capture") << "letter.pcap" << QByteArray("Dear reader, this is no capture at all.");
        QTest::newRow("folder") << "" << QByteArray();
    }

    void saysWhatCannotBeRead()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const QString path = bytes.isNull() ? m_folder.filePath(name) : writeFile(m_folder, name, bytes);
        m_window->open({path});
        QVERIFY(!message().isEmpty());
        QVERIFY2(message().contains(name), qPrintable(message()));
        QVERIFY(find<WelcomePage>()->isVisible());
        QVERIFY(!QApplication::activeModalWidget());
    }

    void saysThatAFileWasCut()
    {
        const QByteArray whole = smallCapture();
        openCapture(whole.first(whole.size() - 10));
        QTRY_VERIFY(!message().isEmpty());
        QCOMPARE(list()->model()->rowCount(), 5);
        key(Qt::Key_O, Qt::AltModifier); // whatever is typed, the bar stays until it is dismissed
        QVERIFY(!message().isEmpty());
    }

    void keepsWhatIsOpenWhenAnotherFileFails()
    {
        openCapture();
        m_window->open({m_folder.filePath("missing.pcap")});
        QVERIFY(!message().isEmpty());
        QCOMPARE(list()->model()->rowCount(), 6);
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
