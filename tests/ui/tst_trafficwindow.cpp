#include <QTest>

#include "tests/support/capturefile.h"
#include "tests/support/stack.h"
#include "ui/filters/filterbar.h"
#include "ui/mainwindow.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/statistics/trafficmodel.h"
#include "ui/statistics/trafficview.h"
#include "ui/statistics/trafficwindow.h"
#include "ui/windows/companionwindows.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>

using namespace vethscope;
using namespace vethscope::test;

// Statistics ▸ Conversations and Endpoints, beside the main window.

namespace {

const QString sample = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");

} // namespace

class TrafficWindowTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;

    TrafficWindow &shown(TrafficSubject subject = TrafficSubject::Conversations)
    {
        const char *const kind = subject == TrafficSubject::Conversations ? "conversations" : "endpoints";
        m_window->windows().action(kind).trigger();
        TrafficWindow &window = *m_window->windows().window<TrafficWindow>(kind);
        settle(window);
        return window;
    }

    static void settle(TrafficWindow &window) { QTRY_VERIFY(!window.counter().isCounting()); }

    void open(const QStringList &paths = {sample})
    {
        m_window->open(paths);
        QTRY_VERIFY(m_window->isSettled());
    }

    void filter(const QString &expression)
    {
        m_window->applyFilter(expression);
        QTRY_VERIFY(m_window->isSettled());
    }

    static quint64 packets(const TrafficView &view)
    {
        quint64 sum = 0;
        for (int row = 0; row < view.rows().rowCount(); ++row)
            sum += view.rows().row(row).total().packets;
        return sum;
    }

    // The row of the packets of these two in the overlay.
    static int rowBetween(const TrafficView &view, const QString &a, const QString &b)
    {
        for (int row = 0; row < view.rows().rowCount(); ++row) {
            const TrafficRow &one = view.rows().row(row);
            const QStringList ends{addressOf(one.a), addressOf(one.b)};
            if (one.scope == Scope::Overlay && ends.contains(a) && ends.contains(b))
                return row;
        }
        return -1;
    }

    static QAction *actionIn(const QMenu &menu, const QString &text)
    {
        for (QAction *action : menu.actions())
            if (action->text().remove('&') == text)
                return action;
        return nullptr;
    }

    // Chooses from the context menu of the current row, by the entries' texts.
    void choose(TrafficView &view, const QStringList &path)
    {
        emit view.menuRequested({});
        QMenu *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const QMenu *at = menu;
        QAction *action = nullptr;
        for (const QString &text : path) {
            QVERIFY2(at, qPrintable(text));
            action = actionIn(*at, text);
            QVERIFY2(action, qPrintable(text));
            at = action->menu();
        }
        action->trigger();
        menu->close();
    }

private slots:
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window->commands()[Command::ResolveNetwork].setChecked(true);
        m_window.reset();
    }

    void opensOnItsTab()
    {
        open();
        TrafficWindow &window = shown();
        QCOMPARE(window.tabs().currentIndex(), int(TrafficKind::Ipv4));
        const int rows = window.currentView().rows().rowCount();
        QVERIFY(rows > 5);
        QCOMPARE(window.tabs().tabText(int(TrafficKind::Ipv4)), QString("IPv4 · %1").arg(rows));
        QVERIFY(!window.tabs().isTabEnabled(int(TrafficKind::Ipv6)) || window.view(TrafficKind::Ipv6).rows().rowCount() > 0);
        m_window->windows().action("conversations").trigger();
        QCOMPARE(&shown(), &window);
        window.tabs().setCurrentIndex(int(TrafficKind::Tcp));

        // Another capture, and another run: the tab is remembered.
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        open();
        QCOMPARE(shown().tabs().currentIndex(), int(TrafficKind::Tcp));
        QCOMPARE(shown(TrafficSubject::Endpoints).tabs().currentIndex(), int(TrafficKind::Ipv4)); // each has its own
        m_preferences.setValue("windows/conversations/tab", int(TrafficKind::Ipv4));
    }

    void withoutCapture()
    {
        TrafficWindow &window = shown();
        QCOMPARE(window.currentView().rows().rowCount(), 0);
        open();
        settle(window);
        QVERIFY(window.currentView().rows().rowCount() > 0);
        m_window->commands()[Command::CloseFile].trigger();
        QCOMPARE(window.currentView().rows().rowCount(), 0);
        QVERIFY(!window.counter().isCounting());
    }

    void aRowJumps()
    {
        open();
        TrafficWindow &window = shown();
        const int selected = m_window->selection().row();
        QCOMPARE(selected, 0); // opening it has selected nothing
        TrafficView &view = window.currentView();
        const int row = rowBetween(view, "10.244.0.60", "10.244.1.3");
        QVERIFY(row >= 0);
        view.selectRow(row);
        const int packet = m_window->selection().row();
        QCOMPARE(packet, int(view.rows().row(row).firstRow));
        filter("overlay.ip.addr == 10.244.0.60 && overlay.ip.addr == 10.244.1.3");
        QCOMPARE(m_window->listModel().storeRow(0), packet);
    }

    void limitedToTheDisplayFilter()
    {
        open();
        TrafficWindow &window = shown();
        const quint64 all = packets(window.view(TrafficKind::Ipv4));
        window.limit().setChecked(true); // there is no filter: nothing changes
        settle(window);
        QCOMPARE(packets(window.view(TrafficKind::Ipv4)), all);
        filter("overlay.ip.addr == 10.244.1.3");
        settle(window);
        // What is displayed has an IPv4 header outside and one inside.
        QTRY_COMPARE(packets(window.view(TrafficKind::Ipv4)), quint64(2 * m_window->listModel().rowCount()));
        filter("icmp && !ip");
        QTRY_COMPARE(packets(window.view(TrafficKind::Ipv4)), 0u);
        window.limit().setChecked(false);
        settle(window);
        QTRY_COMPARE(packets(window.view(TrafficKind::Ipv4)), all);
    }

    void filtersFromTheMenu()
    {
        open();
        TrafficWindow &window = shown();
        TrafficView &view = window.currentView();
        FilterBar &bar = *m_window->findChild<FilterBar *>();
        const int row = rowBetween(view, "10.244.0.60", "10.244.1.3");
        view.selectRow(row);
        const auto packetsOf = view.rows().row(row).total().packets;
        const QString expected = window.selectedFilter(TrafficDirection::AWithB);
        choose(view, {"Apply as Filter", "Selected", "A ↔ B"});
        QCOMPARE(bar.expression(), expected);
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(quint64(m_window->listModel().rowCount()), packetsOf);
        choose(view, {"Prepare as Filter", "…and not Selected", "A → any"});
        QCOMPARE(bar.expression(), "(" + expected + ") && !(" + window.selectedFilter(TrafficDirection::AToAny) + ")");
        QCOMPARE(m_window->listModel().filter().expression(), expected.toStdString()); // only written
        m_window->applyFilter({});

        TrafficWindow &endpoints = shown(TrafficSubject::Endpoints);
        endpoints.currentView().selectRow(0);
        const auto total = endpoints.currentView().rows().row(0).total().packets;
        choose(endpoints.currentView(), {"Apply as Filter", "Selected"});
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(quint64(m_window->listModel().rowCount()), total);
    }

    void severalRowsAreOneFilter()
    {
        open();
        TrafficWindow &window = shown();
        window.currentView().selectAll();
        filter(window.selectedFilter(TrafficDirection::AWithB));
        const int either = m_window->listModel().rowCount();
        filter("ip && !arp");
        QCOMPARE(either, m_window->listModel().rowCount());
    }

    void names()
    {
        open();
        TrafficWindow &window = shown();
        QVERIFY(window.names().isEnabled() && window.names().isChecked());
        TrafficView &view = window.currentView();
        const int row = rowBetween(view, "10.244.0.60", "10.244.1.3");
        const int side = addressOf(view.rows().row(row).a) == "10.244.0.60" ? 1 : 2;
        QCOMPARE(view.rows().index(row, side).data().toString(), "tea-6fb46d899f-4zkt2");
        const QStringList tip = view.rows().index(row, side).data(Qt::ToolTipRole).toString().split('\n');
        QCOMPARE(tip.size(), 3);
        QCOMPARE(tip[0], "10.244.0.60");
        const auto place = QRegularExpression("^(.+), line ([0-9]+): (.+)$").match(tip[2]);
        QVERIFY2(place.hasMatch(), qPrintable(tip[2]));
        QFile file(QFileInfo(sample).path() + "/../hosts/" + place.captured(1));
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll().split('\n').value(place.captured(2).toInt() - 1)).trimmed(), place.captured(3));
        QVERIFY(window.csv().contains("10.244.0.60,tea-6fb46d899f-4zkt2"));

        // The names come first when the column is sorted by them.
        view.sortByColumn(1, Qt::AscendingOrder);
        QString before;
        bool numbers = false;
        for (int i = 0; i < view.rows().rowCount(); ++i) {
            const QString text = view.rows().index(i, 1).data().toString();
            const bool isName = text != addressOf(view.rows().row(i).a);
            QVERIFY(!(numbers && isName));
            numbers = numbers || !isName;
        }

        QTest::mouseClick(&window.names(), Qt::LeftButton, {}, {6, window.names().height() / 2});
        QVERIFY(!m_window->commands()[Command::ResolveNetwork].isChecked());
        QVERIFY(!m_window->capture().shownNames().wanted().network);
        QVERIFY(rowBetween(view, "10.244.0.60", "10.244.1.3") >= 0);
        for (int i = 0; i < view.rows().rowCount(); ++i)
            QCOMPARE(view.rows().index(i, 1).data().toString(), addressOf(view.rows().row(i).a));
        QVERIFY(!window.csv().contains("tea-"));
        m_window->commands()[Command::ResolveNetwork].setChecked(true);
        QVERIFY(window.names().isChecked());
        m_window->snapshots().clear();
        QTRY_VERIFY(!window.names().isEnabled());
        settle(window);
        QVERIFY(view.rows().rowCount() > 0);
    }

    void copies()
    {
        open();
        TrafficWindow &window = shown();
        TrafficView &view = window.currentView();
        view.sortByColumn(view.rows().columnOf(QLatin1StringView("packets")), Qt::AscendingOrder);
        const QStringList all = window.csv().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(all.size(), view.rows().rowCount() + 1);
        view.selectRow(2);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        const QStringList copied = QApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(copied.size(), 2);
        QVERIFY2(all[3].contains(copied[1].section(',', -6)), qPrintable(copied[1]));
    }

    void oneScope()
    {
        open();
        TrafficWindow &window = shown();
        window.setScope(Scope::Overlay);
        for (const TrafficKind kind : trafficKinds)
            for (int row = 0; row < window.view(kind).rows().rowCount(); ++row)
                QCOMPARE(window.view(kind).rows().row(row).scope, Scope::Overlay);
        QVERIFY(window.view(TrafficKind::Tcp).rows().rowCount() > 0);
        QCOMPARE(window.tabs().tabText(int(TrafficKind::Tcp)), QString("TCP · %1").arg(window.view(TrafficKind::Tcp).rows().rowCount()));
    }

    void keys()
    {
        open();
        TrafficWindow &window = shown();
        QTest::keyClick(&window.currentView(), Qt::Key_Escape);
        QVERIFY(!window.isVisible());
        QCOMPARE(&shown(), &window);
        QVERIFY(window.isVisible());
        window.currentView().selectRow(1);
        QSignalSpy opened(&window, &TrafficWindow::packetOpened);
        QTest::keyClick(&window.currentView(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    // A capture that is closed, decoded anew and opened again while its packets are counted.
    void lettingGoWhileCounting()
    {
        PcapFile file;
        for (unsigned i = 0; i < 40'000; ++i)
            file.packet(i, 0, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(std::uint16_t(20'000 + i), 9999, "payload"))));
        const QString path = writeFile(m_folder, "many.pcap", file.bytes());
        for (int round = 0; round < 5; ++round) {
            m_window->open({path});
            m_window->windows().action("conversations").trigger();
            m_window->windows().action("endpoints").trigger();
            QTest::qWait(round * 45);
            if (round % 2 == 0) {
                m_window->commands()[Command::CloseFile].trigger();
                QVERIFY(!m_window->windows().window<TrafficWindow>("conversations")->counter().isCounting());
            } else {
                const_cast<OpenCapture &>(m_window->capture()).setDecodeRules({*parseDecodeRule("udp.port==9999,vxlan", m_window->capture().registry())});
                const_cast<OpenCapture &>(m_window->capture()).setDecodeRules({});
            }
        }
        open({path});
        TrafficWindow &window = shown();
        QTRY_COMPARE(window.view(TrafficKind::Udp).rows().rowCount(), 40'000);
        QCOMPARE(window.view(TrafficKind::Ipv4).rows().rowCount(), 1);
        QCOMPARE(packets(window.view(TrafficKind::Ipv4)), 40'000u);
    }

    void inChinese()
    {
        open();
        TrafficWindow &window = shown();
        m_language.setCode("zh_CN");
        QTRY_VERIFY(window.windowTitle().startsWith(QString::fromUtf8("会话统计")));
        QCOMPARE(window.currentView().rows().headerData(1, Qt::Horizontal).toString(), QString::fromUtf8("地址 A"));
        m_language.setCode("en");
        QTRY_VERIFY(window.windowTitle().startsWith("Conversations"));
    }
};

QTEST_MAIN(TrafficWindowTest)
#include "tst_trafficwindow.moc"
