#include <QTest>

#include "ui/predict/pathplayer.h"
#include "ui/predict/predictdialog.h"
#include "ui/predict/predictions.h"
#include "ui/shared/snapshots.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

// Questions for paths, their answers from a worker, and the steps along a path.

using namespace vethscope;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");
const QString tea = "default/tea-6fb46d899f-4zkt2", web = "default/web-5dcb957ccc-d4n6l";

} // namespace

class PredictionsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Snapshots> m_snapshots;
    std::unique_ptr<Predictions> m_predictions;

    void load(const QString &sample = "flannel-vxlan")
    {
        QStringList hosts;
        for (const QFileInfo &file : QDir(samples + sample + "/hosts").entryInfoList({"*.txt"}))
            hosts << file.filePath();
        m_snapshots->read(hosts);
        QTRY_VERIFY_WITH_TIMEOUT(!m_snapshots->isBusy(), 30'000);
    }
    std::shared_ptr<const Foretold> foretold(const PathQuestion &question)
    {
        m_predictions->ask(question);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!m_predictions->isBusy(), 30'000); }();
        return m_predictions->foretold();
    }
    template <typename Widget>
    static Widget *named(QDialog &dialog, const QString &name)
    {
        for (auto *one : dialog.findChildren<Widget *>())
            if (one->accessibleName() == name)
                return one;
        return nullptr;
    }
    static QLineEdit *edit(QDialog &dialog, const QString &placeholder)
    {
        for (auto *one : dialog.findChildren<QLineEdit *>())
            if (one->placeholderText().startsWith(placeholder))
                return one;
        return nullptr;
    }
    static QPushButton *button(QDialog &dialog, const QString &text)
    {
        for (auto *one : dialog.findChildren<QPushButton *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }

private slots:
    void init()
    {
        m_snapshots = std::make_unique<Snapshots>();
        m_predictions = std::make_unique<Predictions>(*m_snapshots);
    }
    void cleanup()
    {
        m_predictions.reset();
        m_snapshots.reset();
    }

    void waitsForHosts()
    {
        m_predictions->ask({tea, web});
        QVERIFY(!m_predictions->isBusy());
        QVERIFY(!m_predictions->foretold());
        load();
        QTRY_VERIFY_WITH_TIMEOUT(m_predictions->foretold(), 30'000);
        QCOMPARE(m_predictions->foretold()->prediction.likeliest().hops.size(), std::size_t(11));
    }

    void theQuestionCounts_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("protocol");
        QTest::addColumn<int>("port");
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("packet"); // protocol, port, length, DF
        QTest::newRow("as usual") << web << 6 << 0 << 0 << "6 80 60 df";
        QTest::newRow("UDP") << web << 17 << 53 << 0 << "17 53 60";
        QTest::newRow("ping") << web << 1 << 0 << 84 << "1 - 84";
        QTest::newRow("a service's first port") << "kube-system/kube-dns" << 6 << 0 << 0 << "17 53 60";
    }

    void theQuestionCounts()
    {
        QFETCH(QString, to);
        QFETCH(int, protocol);
        QFETCH(int, port);
        QFETCH(int, size);
        load();
        PathQuestion question{tea, to, std::uint8_t(protocol)};
        if (port > 0)
            question.port = std::uint16_t(port);
        if (size > 0)
            question.size = std::uint32_t(size);
        const auto answer = foretold(question);
        QVERIFY(answer);
        const path::Packet &packet = *answer->prediction.likeliest().hops.front().packet;
        const path::IpHeader &ip = packet.inner().ip;
        QTEST(QStringLiteral("%1 %2 %3%4").arg(ip.protocol).arg(packet.destinationPort ? QString::number(packet.destinationPort->value) : "-").arg(ip.length).arg(ip.dontFragment ? " df" : ""), "packet");
    }

    void dontFragment()
    {
        load();
        PathQuestion question{tea, web, 17};
        question.dontFragment = true;
        QVERIFY(foretold(question)->prediction.likeliest().hops.front().packet->inner().ip.dontFragment);
    }

    void theLastQuestionCounts()
    {
        load();
        QSignalSpy changed(m_predictions.get(), &Predictions::changed);
        m_predictions->ask({tea, "master"});
        m_predictions->ask({tea, "VM-16-10-centos"});
        m_predictions->ask({tea, web});
        QTRY_VERIFY_WITH_TIMEOUT(!m_predictions->isBusy(), 30'000);
        QCOMPARE(m_predictions->foretold()->asked.to, web);
        QCOMPARE(changed.count(), 1);
    }

    void refusesWhatNobodyIsCalled()
    {
        load();
        QSignalSpy refused(m_predictions.get(), &Predictions::refused);
        QVERIFY(!foretold({"te", web}));
        QCOMPARE(refused.count(), 1);
        QVERIFY2(refused.front().front().toString().contains("tea-6fb46d899f-4zkt2"), qPrintable(refused.front().front().toString())); // the nearest
        QVERIFY(foretold({tea, web}));
        // What was foretold before stays, and is asked again with other snapshots.
        QVERIFY(foretold({tea, "nobody"}));
        QCOMPARE(m_predictions->foretold()->asked.to, web);
        QVERIFY(foretold({"kube-system/kube-dns", web}));
        QVERIFY2(refused.back().front().toString().contains("is a service"), qPrintable(refused.back().front().toString()));
        m_snapshots->setChosen(0, false);
        QTRY_VERIFY_WITH_TIMEOUT(!m_snapshots->isBusy() && !m_predictions->isBusy(), 30'000);
        QVERIFY(!m_predictions->foretold() || m_predictions->foretold()->cluster == m_snapshots->cluster());
    }

    void followsTheSnapshots()
    {
        load();
        QVERIFY(foretold({"master", web}));
        const auto before = m_predictions->foretold();
        QSignalSpy changed(m_predictions.get(), &Predictions::changed);
        m_snapshots->setChosen(0, false); // one node's output alone
        QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0 && !m_predictions->isBusy(), 30'000);
        QVERIFY(m_predictions->foretold() != before);
        m_snapshots->clear();
        QTRY_VERIFY(!m_predictions->foretold());
        load();
        QTest::qWait(50);
        QVERIFY2(!m_predictions->foretold(), "nobody asks any more");
    }

    void dialogAsks()
    {
        load();
        PredictDialog dialog(*m_snapshots->cluster(), *m_predictions, {});
        dialog.show();
        auto *from = named<QComboBox>(dialog, "From"), *to = named<QComboBox>(dialog, "To");
        QVERIFY(from && to);
        QVERIFY(from->findText(tea) >= 0 && from->findText("master") >= 0 && from->findText("kube-system/kube-dns") < 0);
        QVERIFY(to->findText("kube-system/kube-dns") >= 0);
        QPushButton *const predict = button(dialog, "Predict");
        QVERIFY(!predict->isEnabled());
        from->setEditText(tea);
        QVERIFY(!predict->isEnabled());
        to->setEditText(" " + web + " ");
        QVERIFY(predict->isEnabled());
        QCOMPARE(dialog.question().to, web);
        QVERIFY(!dialog.question().port && !dialog.question().size && !dialog.question().dontFragment);
        QLineEdit *const size = edit(dialog, "60"), *const port = edit(dialog, "80");
        size->setText("19");
        QVERIFY(!predict->isEnabled());
        QVERIFY(dialog.findChild<QLabel *>("dialogProblem")->text().contains("20"));
        size->setText("84");
        port->setText("8080");
        QCOMPARE(dialog.question().size, std::optional<std::uint32_t>(84));
        QCOMPARE(dialog.question().port, std::optional<std::uint16_t>(8080));
        auto *fragment = dialog.findChild<QCheckBox *>();
        QVERIFY(!fragment->isEnabled());
        for (auto *protocol : dialog.findChildren<QComboBox *>())
            if (!protocol->isEditable())
                protocol->setCurrentIndex(protocol->findText("ICMP"));
        fragment->setChecked(true);
        QVERIFY(fragment->isEnabled() && dialog.question().dontFragment && dialog.question().protocol == 1);
        QVERIFY2(!port->isEnabled() && !dialog.question().port, "ICMP has none");
        QTest::mouseClick(button(dialog, "S&wap"), Qt::LeftButton);
        QCOMPARE(dialog.question().from, web);
        QTest::mouseClick(predict, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), int(QDialog::Accepted), 30'000);
        QCOMPARE(m_predictions->foretold()->asked.from, web);
    }

    void dialogSaysWhyNot()
    {
        load();
        PredictDialog dialog(*m_snapshots->cluster(), *m_predictions, {"te", web});
        dialog.show();
        QCOMPARE(dialog.question().from, QString("te"));
        dialog.accept();
        auto *problem = dialog.findChild<QLabel *>("dialogProblem");
        QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains("tea-6fb46d899f-4zkt2"), 30'000);
        QVERIFY(dialog.isVisible());
        named<QComboBox>(dialog, "From")->setEditText(tea);
        QVERIFY(problem->text().isEmpty());
        dialog.accept();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isVisible(), 30'000);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void playerSteps()
    {
        load();
        PathPlayer player;
        QSignalSpy path(&player, &PathPlayer::pathChanged), hop(&player, &PathPlayer::hopChanged), playing(&player, &PathPlayer::playingChanged);
        player.play();
        QVERIFY(!player.isPlaying() && !player.path() && player.hopCount() == 0 && player.wayCount() == 0);
        player.setForetold(foretold({tea, web}));
        QCOMPARE(path.count(), 1);
        QCOMPARE(player.hopCount(), 11);
        QVERIFY(!player.hopBefore() && !player.isLast() && player.hasAnswer() && !player.isAnswer());
        QCOMPARE(player.wayCount(), std::size_t(1));
        player.setHop(-3);
        QCOMPARE(hop.count(), 0);
        player.setHop(4);
        player.setHop(4);
        QCOMPARE(hop.count(), 1);
        QCOMPARE(QString::fromStdString(player.currentHop().interface), QString("eth0"));
        QCOMPARE(QString::fromStdString(player.hopBefore()->interface), QString("flannel.1"));
        player.setHop(99);
        QCOMPARE(player.hop(), 10);
        QVERIFY(player.isLast());
        player.setInterval(1);
        player.play(); // begins anew
        QVERIFY(player.isPlaying() && player.hop() == 0);
        QTRY_COMPARE(player.hop(), 10);
        QVERIFY(!player.isPlaying());
        QCOMPARE(playing.count(), 2);
        player.setHop(2);
        player.setInterval(60'000);
        player.play();
        QCOMPARE(player.hop(), 2);
        player.setAnswer(true);
        QVERIFY(player.isAnswer() && player.hop() == 0 && !player.isPlaying());
        QCOMPARE(QString::fromStdString(player.currentHop().pod), web);
        player.setWay(7);
        QCOMPARE(path.count(), 2);
        // Asked again, the place is kept; another question begins anew.
        player.setHop(3);
        player.setForetold(std::make_shared<const Foretold>(Foretold{player.foretold()->asked, player.foretold()->cluster, player.foretold()->predictor, player.foretold()->question,
                                                                     player.foretold()->predictor->predict(player.foretold()->question)}));
        QVERIFY(player.isAnswer() && player.hop() == 3);
        player.setForetold(foretold({web, tea}));
        QVERIFY(!player.isAnswer() && player.hop() == 0);
        player.setForetold(nullptr);
        QVERIFY(!player.path() && player.hop() == 0);
    }

    void playerTakesWays()
    {
        load();
        PathPlayer player;
        player.setForetold(foretold({tea, "default/web"})); // two pods stand behind it
        QCOMPARE(player.wayCount(), std::size_t(2));
        QCOMPARE(player.way(0).probability, std::optional(0.5));
        player.setHop(1);
        QSignalSpy path(&player, &PathPlayer::pathChanged);
        player.setWay(1);
        QCOMPARE(path.count(), 1);
        QCOMPARE(player.hop(), 0);
        QCOMPARE(player.path(), &player.way(1));
        QVERIFY(player.way(0).hops.back().pod != player.way(1).hops.back().pod);
        player.setAnswer(true);
        QCOMPARE(player.currentWay(), std::size_t(0));
    }
};

QTEST_MAIN(PredictionsTest)
#include "tst_predictions.moc"
