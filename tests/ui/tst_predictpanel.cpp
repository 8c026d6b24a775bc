#include <QTest>

#include "ui/predict/hopboxes.h"
#include "ui/predict/hopheaders.h"
#include "ui/predict/playbar.h"
#include "ui/predict/predictpanel.h"
#include "ui/predict/verdictbar.h"
#include "ui/shared/language.h"
#include "ui/shared/snapshots.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTextCursor>
#include <QToolButton>

// The panel of a foretold path: its words and boxes at each hop, what can be opened and copied, keys.

using namespace vethscope;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");
const QString tea = "default/tea-6fb46d899f-4zkt2", web = "default/web-5dcb957ccc-d4n6l";

QString textOf(const HopBoxes &boxes)
{
    QStringList words;
    for (const PathBox &one : boxes.boxes())
        words << HopBoxes::signOf(one.fate) + QString::fromStdString(one.box.title);
    return boxes.title() + " | " + words.join(' ');
}

} // namespace

class PredictPanelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Snapshots> m_snapshots;
    std::unique_ptr<Predictions> m_predictions;
    std::unique_ptr<PathPlayer> m_player;
    std::unique_ptr<PredictPanel> m_panel;

    void load(const QString &sample)
    {
        QStringList hosts;
        for (const QFileInfo &file : QDir(samples + sample + "/hosts").entryInfoList({"*.txt"}))
            hosts << file.filePath();
        m_snapshots->read(hosts);
        QTRY_VERIFY_WITH_TIMEOUT(!m_snapshots->isBusy(), 30'000);
    }
    void foretell(const PathQuestion &question, const QString &sample = "flannel-vxlan")
    {
        load(sample);
        m_predictions->ask(question);
        QTRY_VERIFY_WITH_TIMEOUT(!m_predictions->isBusy() && m_predictions->foretold(), 30'000);
        m_player->setForetold(m_predictions->foretold());
    }
    QString steps() { return m_panel->steps().toPlainText(); }
    void click(const QString &link) { emit m_panel->steps().anchorClicked(QUrl(link)); }
    QPushButton *button(const QString &text)
    {
        for (auto *one : m_panel->findChildren<QPushButton *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    QString tab(int index) { return m_panel->findChild<QTabWidget *>()->tabText(index); }

private slots:
    void init()
    {
        m_snapshots = std::make_unique<Snapshots>();
        m_predictions = std::make_unique<Predictions>(*m_snapshots);
        m_player = std::make_unique<PathPlayer>();
        m_panel = std::make_unique<PredictPanel>(*m_player);
        m_panel->resize(560, 760);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_player.reset();
        m_predictions.reset();
        m_snapshots.reset();
    }

    void withoutAPathThereIsNothing()
    {
        QVERIFY(!m_panel->steps().isVisible());
        foretell({tea, web});
        QVERIFY(m_panel->steps().isVisible());
        QVERIFY(!steps().isEmpty());
        m_player->setForetold(nullptr);
        QVERIFY(!m_panel->steps().isVisible());
        QVERIFY(steps().isEmpty());
        QCOMPARE(m_panel->headers().topLevelItemCount(), 0);
    }

    void aTunnelIsPutAround()
    {
        foretell({tea, web});
        QCOMPARE(m_panel->findChild<QLabel *>("panelTitle")->text(), tea + " → " + web + "  ·  TCP 80");
        QCOMPARE(textOf(m_panel->in()), QString("In | "));
        QCOMPARE(textOf(m_panel->out()), QString("Out at eth0 of the pod " + tea + "  ·  74 B | Ethernet IPv4 TCP"));
        QCOMPARE(tab(0), QString("What tea-6fb46d899f-4zkt2 did"));
        m_player->setHop(4);
        QCOMPARE(textOf(m_panel->in()), QString("In at flannel.1 of master  ·  74 B | Ethernet IPv4 TCP"));
        QCOMPARE(textOf(m_panel->out()), QString("Out at eth0 of master  ·  124 B (+50 B) | +Ethernet +IPv4 +UDP +VXLAN 1 Ethernet IPv4 TCP"));
        QCOMPARE(tab(0), QString("What flannel.1 did"));
        QCOMPARE(tab(1), QString("Headers at eth0"));
        QVERIFY2(steps().contains("flannel.1 sends frames for 2a:3c:a0:e1:a9:b6 to 172.27.16.10"), qPrintable(steps()));
        QVERIFY2(steps().contains("2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 self permanent"), qPrintable(steps()));
        QVERIFY(m_panel->out().accessibleDescription().startsWith("Ethernet added, IPv4 added"));
        m_player->setHop(7);
        QCOMPARE(textOf(m_panel->in()), QString("In at eth0 of VM-16-10-centos  ·  124 B | −Ethernet −IPv4 −UDP −VXLAN 1 Ethernet IPv4 TCP"));
        QCOMPARE(textOf(m_panel->out()), QString("Out at flannel.1 of VM-16-10-centos  ·  74 B (−50 B) | Ethernet IPv4 TCP"));
        m_player->setHop(5);
        QCOMPARE(textOf(m_panel->out()).section(" | ", 0, 0), QString("Out at a router  ·  124 B"));
        m_player->setHop(6);
        QCOMPARE(tab(0), QString("What the router did"));
        m_player->setHop(10);
        QVERIFY2(steps().contains("✓ " + web + " has 10.244.1.3: it is delivered"), qPrintable(steps()));
    }

    void allFieldsWithTheirOrigin()
    {
        foretell({tea, web});
        m_player->setHop(3);
        QStringList rows;
        QTreeWidget &headers = m_panel->headers();
        for (int i = 0; i < headers.topLevelItemCount(); ++i) {
            const QTreeWidgetItem &item = *headers.topLevelItem(i);
            rows << item.text(0) + ' ' + item.text(1) + ' ' + item.text(2) + ' ' + item.text(3) + ", " + item.text(4);
        }
        QCOMPARE(rows.join('\n'), QStringList({
            "≠ O eth.src b2:ad:3a:6e:3a:4f → 8e:5c:79:80:cd:cc, MAC address of flannel.1 of master",
            "≠ O eth.dst 82:2a:05:51:fe:51 → 2a:3c:a0:e1:a9:b6, the next hop's, by the neighbour table of flannel.1 of master",
            " O eth.type 0x0800, always so",
            " O ip.src 10.244.0.60, address of eth0 of " + tea,
            " O ip.dst 10.244.1.3, address of eth0 of " + web,
            "≠ O ip.ttl 64 → 63, always so",
            " O ip.proto 6, always so",
            " O tcp.dstport 80, chosen by the application",
        }).join('\n'));
        QSignalSpy opened(m_panel.get(), &PredictPanel::evidenceRequested);
        emit headers.itemActivated(headers.topLevelItem(1), 0);
        QCOMPARE(opened.count(), 1);
        const auto line = opened.front().front().value<Evidence>();
        QVERIFY(QByteArray(line.text().data(), qsizetype(line.text().size())).contains("2a:3c:a0:e1:a9:b6"));
        emit headers.itemActivated(headers.topLevelItem(2), 0); // no line says it
        QCOMPARE(opened.count(), 1);
        m_player->setHop(7);
        QCOMPARE(headers.topLevelItem(0)->text(0), QString("−"));
        QCOMPARE(headers.topLevelItem(0)->text(3), QString("fe:ee:32:07:ea:08"));
    }

    void linesOpenAndLostOnesFoldOut()
    {
        foretell({tea, web});
        m_player->setHop(3);
        QSignalSpy opened(m_panel.get(), &PredictPanel::evidenceRequested);
        click("line:0");
        QCOMPARE(opened.count(), 1);
        const auto line = opened.front().front().value<Evidence>();
        QCOMPARE(std::string(line.text()).substr(0, 24), std::string("10.244.1.0/24 via 10.244"));
        click("line:99");
        QCOMPARE(opened.count(), 1);
        QVERIFY2(steps().contains("▸ 1 lost") && !steps().contains("lost: shorter prefix"), qPrintable(steps()));
        click("fold:0");
        QVERIFY2(steps().contains("▾ 1 lost") && steps().contains("default via 172.27.0.1 dev eth0") && steps().contains("lost: shorter prefix"), qPrintable(steps()));
        click("fold:0");
        QVERIFY(!steps().contains("lost: shorter prefix"));
        click("fold:0");
        m_player->setHop(4);
        m_player->setHop(3);
        QVERIFY2(!steps().contains("lost: shorter prefix"), "another hop begins folded");
        QVERIFY(steps().contains("≠ ip.ttl 64 → 63"));
    }

    void whatWasAssumedFoldsOut()
    {
        foretell({tea, web});
        QVERIFY2(steps().contains("▸ Taken as Kubernetes and the CNI leave it") && !steps().contains("conntrack -L"), qPrintable(steps()));
        click("assumed");
        QVERIFY2(steps().contains("▾ Taken as") && steps().contains("master: conntrack -L"), qPrintable(steps()));
        m_player->setHop(1);
        QVERIFY(steps().contains("master: conntrack -L"));
        click("assumed");
        QVERIFY(!steps().contains("conntrack -L"));
    }

    void whereItIsDroppedTheLineSaysSo()
    {
        foretell({"default/till-84d6f5c79-wv9hz", "default/cake-5f7c9d84bb-r6x2m"}, "flannel-host-gw");
        const QString verdict = m_panel->verdict().text();
        QVERIFY2(verdict.startsWith("✕ dropped\n10.244.0.7 is of the cluster, but goes to a router by the default route"), qPrintable(verdict));
        QVERIFY2(verdict.contains("leaves-cluster") && verdict.contains("default via 172.27.16.1 dev eth0") && verdict.contains("k8s-edge.txt:49"), qPrintable(verdict));
        QVERIFY2(!verdict.contains("would tell"), qPrintable(verdict));
        QVERIFY(!button("Answer")->isEnabled());
        QSignalSpy opened(m_panel.get(), &PredictPanel::evidenceRequested);
        for (auto *label : m_panel->verdict().findChildren<QLabel *>())
            if (label->text().contains("line:0"))
                emit label->linkActivated("line:0");
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.front().front().value<Evidence>().line, 49u);
        m_player->setHop(99);
        QVERIFY2(steps().contains("✕ 10.244.0.7 is of the cluster"), qPrintable(steps()));
    }

    void whereItIsNotKnownTheCommandCanBeCopied()
    {
        m_snapshots->readText("[root@n1 ~]# ip addr\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n"
                              "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n");
        QTRY_VERIFY_WITH_TIMEOUT(!m_snapshots->isBusy(), 30'000);
        m_predictions->ask({"n1", "10.9.9.9"});
        QTRY_VERIFY_WITH_TIMEOUT(m_predictions->foretold(), 30'000);
        m_player->setForetold(m_predictions->foretold());
        const QString verdict = m_panel->verdict().text();
        QVERIFY2(verdict.startsWith("? not known\n") && verdict.endsWith("This would tell, on n1: ip route"), qPrintable(verdict));
        QVERIFY(button("Copy")->isVisible());
        QTest::mouseClick(button("Copy"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString("ip route"));
        QCOMPARE(textOf(m_panel->out()), QString("Out at n1 | "));
        QVERIFY(m_panel->out().accessibleDescription().contains("never reached"));
    }

    void thereAndBack()
    {
        foretell({tea, web});
        QVERIFY(button("Request")->isChecked() && button("Answer")->isEnabled());
        m_player->setHop(4);
        QTest::mouseClick(button("Answer"), Qt::LeftButton);
        QVERIFY(m_player->isAnswer());
        QCOMPARE(m_panel->findChild<QLabel *>("panelTitle")->text().section("  ·  ", 0, 0), web + " → " + tea);
        QCOMPARE(textOf(m_panel->out()), QString("Out at eth0 of the pod " + web + "  ·  74 B | Ethernet IPv4 TCP"));
        QTest::mouseClick(button("Request"), Qt::LeftButton);
        QVERIFY(!m_player->isAnswer() && button("Request")->isChecked());
    }

    void waysOfAService()
    {
        foretell({tea, "default/web"});
        auto *ways = m_panel->findChild<QComboBox *>();
        QVERIFY(ways->isVisible());
        QCOMPARE(ways->count(), 2);
        QVERIFY2(ways->itemText(0).startsWith("50 % · ") && ways->itemText(0).endsWith("✓ delivered"), qPrintable(ways->itemText(0)));
        QVERIFY(ways->itemText(0) != ways->itemText(1));
        ways->setCurrentIndex(1);
        emit ways->activated(1);
        QCOMPARE(m_player->currentWay(), std::size_t(1));
        QCOMPARE(ways->currentIndex(), 1);
        foretell({tea, web});
        QVERIFY(!ways->isVisible());
    }

    void keysAndButtons()
    {
        foretell({tea, web});
        m_panel->setFocus();
        auto *slider = m_panel->findChild<QSlider *>();
        QVERIFY(slider->hasFocus());
        QCOMPARE(slider->maximum(), 11);
        const auto key = [&](Qt::Key pressed) { QTest::keyClick(QApplication::focusWidget(), pressed); };
        key(Qt::Key_Right);
        key(Qt::Key_Right);
        QCOMPARE(m_player->hop(), 2);
        key(Qt::Key_Left);
        QCOMPARE(m_player->hop(), 1);
        key(Qt::Key_End);
        QCOMPARE(m_player->hop(), 10);
        QCOMPARE(slider->value(), 11);
        key(Qt::Key_Home);
        QCOMPARE(m_player->hop(), 0);
        key(Qt::Key_Space);
        QVERIFY(m_player->isPlaying());
        key(Qt::Key_Space);
        QVERIFY(!m_player->isPlaying());
        m_panel->headers().setFocus(); // elsewhere in the panel, too
        key(Qt::Key_Space);
        QVERIFY(m_player->isPlaying());
        QTest::keyClick(m_panel->findChild<PlayBar *>(), Qt::Key_Right);
        QVERIFY(!m_player->isPlaying());
        QCOMPARE(m_player->hop(), 1);
        QList<QToolButton *> buttons;
        for (auto *one : m_panel->findChild<PlayBar *>()->findChildren<QToolButton *>())
            buttons << one;
        QCOMPARE(buttons.size(), 5);
        const auto press = [&](const QString &name) {
            for (QToolButton *one : buttons)
                if (one->accessibleName() == name)
                    QTest::mouseClick(one, Qt::LeftButton);
        };
        press("On one hop");
        QCOMPARE(m_player->hop(), 2);
        press("Last hop");
        QCOMPARE(m_player->hop(), 10);
        press("Back one hop");
        QCOMPARE(m_player->hop(), 9);
        press("First hop");
        QCOMPARE(m_player->hop(), 0);
        QVERIFY(!buttons[0]->isEnabled() && buttons[3]->isEnabled());
        press("Play");
        QVERIFY(m_player->isPlaying());
        press("Pause");
        QVERIFY(!m_player->isPlaying());
        slider->setValue(6);
        QCOMPARE(m_player->hop(), 5);
    }

    void longLinesAreCutAroundTheValue()
    {
        const auto source = std::make_shared<const SourceText>("n1.txt", "a  b\n" + std::string(60, 'x') + " " + std::string(90, 'y') + "\n" + std::string(200, 'z') + "VALUE" + std::string(200, 'w') + "\n");
        QCOMPARE(lineText({source, 1, 0}), QString("a b"));
        QCOMPARE(lineText({source, 2, 0}), QString(60, 'x') + " " + QString(49, 'y') + "…");
        const QString cut = lineText({source, 3, 201});
        QVERIFY2(cut.startsWith("…zzz") && cut.contains("VALUE") && cut.endsWith("ww…") && cut.size() == 112, qPrintable(cut));
    }

    void inChinese()
    {
        Language language;
        foretell({tea, web});
        m_player->setHop(4);
        language.setCode("zh_CN");
        QTRY_COMPARE(tab(0), QString("flannel.1 做了什么"));
        QVERIFY2(m_panel->verdict().text().startsWith("✓ 送达"), qPrintable(m_panel->verdict().text()));
        QVERIFY(button("应答"));
        language.setCode("en");
        QTRY_VERIFY(button("Answer"));
    }

    void besideAndBelow()
    {
        foretell({tea, web});
        auto *splitter = m_panel->findChild<QSplitter *>();
        QCOMPARE(splitter->orientation(), Qt::Vertical);
        m_panel->resize(1300, 320);
        QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    }
};

QTEST_MAIN(PredictPanelTest)
#include "tst_predictpanel.moc"
