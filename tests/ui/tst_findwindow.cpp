#include "ui/filters/filteredit.h"
#include "ui/find/findbar.h"
#include "ui/find/findcontroller.h"
#include "ui/mainwindow.h"
#include "ui/panels/gotobar.h"
#include "ui/shared/commands.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace vethscope;

// Find Packet, as hands use it: on the lab's capture of a node's NIC, against what its frames are known to be.
class TestFindWindow : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    FindBar &bar() const { return *m_window->findChild<FindBar *>(); }
    FindController &finds() const { return *m_window->findChild<FindController *>(); }
    FilterEdit &edit() const { return *bar().findChild<FilterEdit *>(); }
    QString said() const { return bar().findChild<QLabel *>()->text(); }
    int selected() const { return m_window->selection().row() + 1; }

    // Boxes as they stand: where, width, what.
    void choose(FindRequest::What what, FindRequest::Where where = FindRequest::Where::List)
    {
        for (QComboBox *box : bar().findChildren<QComboBox *>()) {
            if (box->accessibleName() == "Where to look")
                box->setCurrentIndex(int(where));
            if (box->accessibleName() == "What to look for")
                box->setCurrentIndex(int(what));
        }
    }

    void find(Command command = Command::FindNext)
    {
        m_window->commands()[command].trigger();
        QTRY_VERIFY(!finds().isRunning());
    }

    void select(int number)
    {
        m_window->selectPacket(number);
        QTRY_COMPARE(selected(), number);
    }

private slots:
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->resize(1280, 860);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        m_window->open({QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng")});
        QTRY_VERIFY(m_window->isSettled());
    }

    void cleanup() { m_window.reset(); }

    void oneBarAtATime()
    {
        const auto *goTo = m_window->findChild<GoToBar *>();
        m_window->commands()[Command::Find].trigger();
        QVERIFY(bar().isVisible() && !goTo->isVisible());
        m_window->commands()[Command::GoToPacket].trigger();
        QVERIFY(!bar().isVisible() && goTo->isVisible());
        m_window->commands()[Command::Find].trigger();
        QVERIFY(bar().isVisible() && !goTo->isVisible());
    }

    void opensAndCloses()
    {
        QVERIFY(!bar().isVisible());
        m_window->commands()[Command::Find].trigger();
        QVERIFY(bar().isVisible());
        QCOMPARE(QApplication::focusWidget(), &edit());
        QTest::keyClick(&edit(), Qt::Key_Escape);
        QVERIFY(!bar().isVisible());
        // Without anything to look for, the next one is a question.
        m_window->commands()[Command::FindNext].trigger();
        QVERIFY(bar().isVisible());
        QTest::keyClick(&edit(), Qt::Key_Return);
        QCOMPARE(said(), "There is nothing to look for yet");
    }

    void byFilter()
    {
        select(1);
        choose(FindRequest::What::Filter);
        edit().setText("tcp.flags.syn == 1");
        QList<int> found;
        for (int i = 0; i < 3; ++i) {
            find();
            found << selected();
        }
        QCOMPARE(found.front(), 9); // the first SYN
        QCOMPARE(found[1], 10);
        QVERIFY(found[2] > 10);
        QCOMPARE(said(), "");
        find(Command::FindPrevious);
        QCOMPARE(selected(), 10);
        find(Command::FindPrevious);
        find(Command::FindPrevious); // round the end
        QVERIFY(selected() > 10);
        QCOMPARE(said(), "It went on from the last packet.");
        find();
        QCOMPARE(selected(), 9);
        QCOMPARE(said(), "It went on from the first packet.");
        edit().setText("tcp.flags.sin == 1");
        find();
        QVERIFY2(said().contains("tcp.flags.sin"), qPrintable(said()));
        QCOMPARE(selected(), 9);
        edit().setText("sctp");
        find();
        QCOMPARE(said(), "No displayed packet has it.");
        QCOMPARE(selected(), 9);
    }

    void inTheList()
    {
        select(1);
        edit().setText("get /");
        find();
        QCOMPARE(selected(), 12);
        select(1);
        bar().findChild<QCheckBox *>()->setChecked(true); // case counts
        find();
        QCOMPARE(said(), "No displayed packet has it.");
        // Only among those that are displayed.
        m_window->applyFilter("icmp");
        QTRY_VERIFY(m_window->isSettled());
        edit().setText("HTTP");
        find();
        QCOMPARE(said(), "No displayed packet has it.");
        edit().setText("Echo (ping) reply");
        find();
        QCOMPARE(said(), "");
        QVERIFY(m_window->listModel().rowOf(selected() - 1) >= 0);
    }

    // Several places of one packet, one after the other.
    void inDetails()
    {
        select(3);
        choose(FindRequest::What::Text, FindRequest::Where::Details);
        edit().setText("Time to Live");
        QList<int> depths;
        for (int i = 0; i < 2; ++i) {
            find();
            QCOMPARE(selected(), 3);
            const TreeNode &node = m_window->selection().tree()[std::size_t(m_window->selection().node())];
            QCOMPARE(node.label, "Time to Live");
            depths << node.depth;
        }
        QCOMPARE(depths, (QList<int>{0, 1}));
        find();
        QCOMPARE(selected(), 4);
        find(Command::FindPrevious);
        QCOMPARE(selected(), 3);
        QCOMPARE(int(m_window->selection().tree()[std::size_t(m_window->selection().node())].depth), 1);
    }

    void inBytes()
    {
        select(1);
        choose(FindRequest::What::Hex);
        edit().setText("8e 5c 79 80 cd cc"); // flannel.1 of master: inside the tunnel
        find();
        QCOMPARE(selected(), 3);
        const BitRange place = m_window->selection().place();
        QCOMPARE(place, octets(56, 6));
        QCOMPARE(fullName(*m_window->selection().tree()[std::size_t(m_window->selection().node())].protocol, *m_window->selection().tree()[std::size_t(m_window->selection().node())].field), "eth.src");
    }

    // Between one pod's port and the other's, both ways; each end stays an end.
    void conversations()
    {
        select(9);
        QList<int> found;
        for (int i = 0; i < 9; ++i) {
            find(Command::NextInConversation);
            found << selected();
        }
        QCOMPARE(found.mid(0, 3), (QList<int>{10, 11, 12}));
        m_window->applyFilter("overlay.tcp.port == 38654");
        QTRY_VERIFY(m_window->isSettled());
        const int last = m_window->listModel().storeRow(m_window->listModel().rowCount() - 1) + 1;
        QCOMPARE(m_window->listModel().rowCount(), 10);
        m_window->applyFilter("");
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(found.last(), last);
        find(Command::NextInConversation);
        QCOMPARE(selected(), last);
        for (int i = 0; i < 12; ++i)
            find(Command::PreviousInConversation);
        QCOMPARE(selected(), 9);
    }

    void history()
    {
        QAction &back = m_window->commands()[Command::HistoryBack], &forward = m_window->commands()[Command::HistoryForward];
        select(5);
        select(20);
        select(21); // a step with the arrow
        select(60);
        QVERIFY(back.isEnabled() && !forward.isEnabled());
        back.trigger();
        QCOMPARE(selected(), 21);
        back.trigger();
        QCOMPARE(selected(), 5);
        forward.trigger();
        QCOMPARE(selected(), 21);
        select(90); // from here on another way
        QVERIFY(!forward.isEnabled());
        back.trigger();
        QCOMPARE(selected(), 21);
        m_window->open({QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.cni0.pcapng")});
        QTRY_VERIFY(m_window->isSettled());
        QTRY_COMPARE(selected(), 1);
        QVERIFY2(!back.isEnabled() && !forward.isEnabled(), back.isEnabled() ? "back" : "forward");
    }

    void button()
    {
        select(1);
        choose(FindRequest::What::Filter);
        edit().setText("http.request");
        m_window->commands()[Command::Find].trigger();
        QTest::keyClick(&edit(), Qt::Key_Return);
        QTRY_VERIFY(!finds().isRunning());
        QCOMPARE(selected(), 12);
        for (QCheckBox *box : bar().findChildren<QCheckBox *>())
            if (box->text() == "Backwards")
                box->setChecked(true);
        QTest::mouseClick(bar().findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(!finds().isRunning());
        QVERIFY(selected() > 12);
    }
};

QTEST_MAIN(TestFindWindow)
#include "tst_findwindow.moc"
