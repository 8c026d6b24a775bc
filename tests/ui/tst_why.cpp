#include <QTest>

#include "core/facts/shownline.h"
#include "tests/support/commandline.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/evidence/sourceview.h"
#include "ui/hostfacts/importreportpanel.h"
#include "ui/mainwindow.h"
#include "ui/panels/comparecell.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/detailpanel.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/topology/factspanel.h"
#include "ui/topology/topologypanel.h"
#include "ui/topology/topologyscene.h"
#include "ui/why/addresscard.h"
#include "ui/why/evidenceline.h"
#include "ui/why/fieldpage.h"
#include "ui/why/rungwidget.h"
#include "ui/why/whypanel.h"
#include "ui/windows/companionwindows.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace vethscope;
using namespace vethscope::test;

// Why each address is there, in the window: the same as `vethscope-cli explain` tells, for the packet that is selected and no other.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");
const QString notes = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/seed/k8s-capture-notes.txt");
const QString notesCapture = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/captures/k8s/protocol2day__l15-master_8472.pcapng");

QJsonArray told(const QString &capture, const QString &hosts, int frame)
{
    const CommandResult result = runCommandLine({"explain", "--format", "json", "-r", capture, "--frame", QString::number(frame), "--snapshot", hosts});
    return QJsonDocument::fromJson(result.output).object()["fields"].toArray();
}

QString lineOf(const Evidence &line)
{
    return QString("%1:%2").arg(QString::fromStdString(line.source->name())).arg(line.line);
}

QStringList linesOf(const QJsonArray &evidence)
{
    QStringList lines;
    for (const QJsonValue &line : evidence)
        lines << QString("%1:%2").arg(line["source"].toString()).arg(line["line"].toInt());
    return lines;
}

} // namespace

class TestWhy : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    WhyPanel &why() const { return m_window->why(); }
    Explanations &explanations() const { return m_window->explanations(); }
    const FieldPage *page() const { return why().fieldPage(); }
    Selection &selection() const { return m_window->selection(); }

    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 30'000);
        QTRY_VERIFY(!explanations().isBusy());
    }

    void open(const QString &capture, const QString &hosts)
    {
        m_window->open({capture});
        m_window->importSnapshots({hosts});
        settle();
    }

    void openSample(const char *file = "master.eth0.pcapng", int frame = 3)
    {
        open(samples + "flannel-vxlan/captures/" + file, samples + "flannel-vxlan/hosts");
        m_window->selectPacket(frame);
        settle();
    }

    // Selects an address of the frame.
    void choose(const char *name, std::size_t depth)
    {
        for (const auto &field : explanations().frame()->fields)
            if (field.name == name && field.depth == depth)
                selection().setNode(explanations().nodeOf(field));
        QTRY_VERIFY(page() && page()->field() == name && page()->depth() == depth);
    }

    template <typename Button>
    std::vector<Button *> buttons(const QWidget &within) const
    {
        const auto found = within.findChildren<Button *>();
        return {found.begin(), found.end()};
    }

private slots:
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->resize(1280, 860);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->showWhy();
    }

    void cleanup()
    {
        m_window.reset();
        m_theme.setMode(Theme::Mode::Light);
        m_language.setCode("en");
    }

    void sameAsTheVerb_data()
    {
        QTest::addColumn<QString>("capture");
        QTest::addColumn<QString>("hosts");
        QTest::addColumn<int>("frame");
        QTest::newRow("the study notes") << notesCapture << notes << 1;
        const QString flannel = samples + "flannel-vxlan/";
        QTest::newRow("VXLAN") << flannel + "captures/master.eth0.pcapng" << flannel + "hosts" << 3;
        QTest::newRow("ARP") << flannel + "captures/master.eth0.pcapng" << flannel + "hosts" << 1;
        QTest::newRow("behind the router") << flannel + "captures/VM-16-10-centos.eth0.pcapng" << flannel + "hosts" << 3;
        QTest::newRow("translated") << flannel + "captures/VM-16-10-centos.veth6a56ab55.pcapng" << flannel + "hosts" << 20;
        QTest::newRow("another value than foretold") << flannel + "captures/master.cni0.pcapng" << flannel + "hosts" << 63;
        QTest::newRow("IPIP") << samples + "calico-ipip/captures/cn-master.eth0.pcapng" << samples + "calico-ipip/hosts" << 48;
    }

    void sameAsTheVerb()
    {
        QFETCH(QString, capture);
        QFETCH(QString, hosts);
        QFETCH(int, frame);
        open(capture, hosts);
        m_window->selectPacket(frame);
        settle();
        QVERIFY(explanations().frame());
        const QJsonArray fields = told(capture, hosts, frame);
        QVERIFY(!fields.isEmpty());
        QCOMPARE(explanations().frame()->fields.size(), std::size_t(fields.size()));
        for (int i = 0; i < fields.size(); ++i) {
            const QJsonObject field = fields[i].toObject();
            const explain::FieldExplanation &own = explanations().frame()->fields[std::size_t(i)];
            QCOMPARE(QString::fromUtf8(own.name.data(), qsizetype(own.name.size())), field["field"].toString());
            const int node = explanations().nodeOf(own);
            QVERIFY2(node >= 0, own.name.data());
            QCOMPARE(explanations().fieldAt(node), &own);
            selection().setNode(node);
            QTRY_VERIFY(page() && page()->field() == own.name && page()->depth() == own.depth);
            QVERIFY(why().text().contains(field["value"].toString()));
            QStringList lines, lost;
            for (const RungWidget *rung : page()->rungs()) {
                for (const Evidence &line : rung->rung().evidence)
                    lines << lineOf(line);
                for (const kernel::Rejected &one : rung->rung().lost)
                    lost << lineOf(one.evidence) + ' ' + translated(one.because);
            }
            for (const QString &line : linesOf(field["evidence"].toArray()))
                QVERIFY2(lines.contains(line), qPrintable(field["field"].toString() + ' ' + line + " is not among " + lines.join(' ')));
            for (const QJsonValue &one : field["rejected"].toArray())
                QVERIFY2(lost.contains(linesOf({one["evidence"]}).front() + ' ' + one["because"].toString()), qPrintable(lost.join(", ")));
            const QString text = why().text();
            QVERIFY2(text.contains(field["text"].toString().section(", but ", 0, 0)), qPrintable(text));
            QVERIFY(text.contains(field["matches"].isNull() ? "not foretold" : field["matches"].toBool() ? "as foretold" : field["expected"].toString() + " was foretold"));
            QCOMPARE(text.contains("This would tell"), field.contains("ask"));
            if (field.contains("ask"))
                QVERIFY(text.contains(field["ask"].toString()));
            if (const QString nat = field["origin"]["nat"].toString(); !nat.isEmpty())
                QVERIFY(text.contains("it was " + nat));
        }
    }

    // A rung for each thing that was looked up, in its order and its hue.
    void ladder()
    {
        openSample();
        choose("ip.dst", 0);
        QStringList rungs;
        for (const RungWidget *rung : page()->rungs())
            rungs << rung->rung().title + " @ " + rung->rung().place + " " + scopeTag(rung->rung().scope);
        QCOMPARE(rungs.join(", "), "Route @ flannel.1 of master O, Neighbour @ flannel.1 of master O, Forwarding table @ flannel.1 of master T, Tunnel @ flannel.1 of master T");
        QCOMPARE(page()->rungs()[2]->accessibleName(), "3. Forwarding table, flannel.1 of master: flannel.1 sends frames for 2a:3c:a0:e1:a9:b6 to 172.27.16.10");
        choose("eth.dst", 0);
        QTRY_COMPARE(page()->rungs().size(), 6u);
        QCOMPARE(page()->rungs()[4]->rung().scope, Scope::Underlay);
        QCOMPARE(page()->rungs()[5]->rung().text, "172.27.0.1 is at fe:ee:32:07:ea:07");
        choose("eth.src", 0); // whose it is comes last
        QTRY_COMPARE(page()->rungs().back()->rung().title, "Whose it is");
        QCOMPARE(page()->rungs().back()->rung().interface, std::string("eth0"));
    }

    void differs()
    {
        openSample("master.cni0.pcapng", 63);
        choose("eth.src", 0);
        const QString text = why().text();
        QVERIFY2(text.contains("b2:ad:3a:6e:3a:4f was foretold"), qPrintable(text));
        QVERIFY(text.contains("≠"));
        QCOMPARE(page()->rungs().back()->rung().title, "Whose it is");
        QVERIFY2(page()->rungs().back()->rung().text.contains("82:2a:05:51:fe:51 is the address of cni0 of master"), qPrintable(page()->rungs().back()->rung().text));
    }

    void lostLinesFoldOut()
    {
        openSample();
        choose("eth.dst", 1);
        RungWidget *const route = page()->rungs().front();
        QVERIFY(route->fold());
        QVERIFY(!page()->rungs().back()->fold());
        const auto shown = [&] { return why().text().count("shorter prefix"); };
        QCOMPARE(shown(), 0);
        QTest::mouseClick(route->fold(), Qt::LeftButton);
        QCOMPARE(shown(), 1);
        QTest::mouseClick(route->fold(), Qt::LeftButton);
        QCOMPARE(shown(), 0);
        QTest::mouseClick(route->fold(), Qt::LeftButton);
        QCOMPARE(shown(), 1); // and not twice
    }

    void aLineOpensTheHostOutput()
    {
        openSample();
        choose("eth.dst", 1);
        QVERIFY(!m_window->hostOutput().isVisible());
        const auto lines = buttons<EvidenceLine>(*page()->rungs().back());
        QCOMPARE(lines.size(), 1u);
        QTest::mouseClick(lines.front(), Qt::LeftButton);
        QVERIFY(m_window->hostOutput().isVisible());
        QCOMPARE(m_window->hostOutput().view().citedLine(), lines.front()->evidence().line);
        QVERIFY(m_window->hostOutput().view().text()->name().ends_with("master.txt"));
        QVERIFY(m_window->hostOutput().place().startsWith("master: arp"));
    }

    void aRungLightsItsDevice()
    {
        openSample();
        choose("ip.dst", 0);
        const auto lit = [&](const char *identity) {
            const auto subject = m_window->topology().scene().withIdentity(identity);
            return subject && m_window->topology().scene().lit() == std::set<Subject>{*subject};
        };
        QSignalSpy chosen(&why(), &WhyPanel::deviceChosen);
        page()->rungs()[2]->setFocus();
        QTest::keyClick(page()->rungs()[2], Qt::Key_Space);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(m_window->topology().isVisible());
        QVERIFY(lit("interface:master/flannel.1"));
        choose("eth.dst", 0);
        QTRY_COMPARE(page()->rungs().size(), 6u);
        QTest::mouseClick(page()->rungs()[5], Qt::LeftButton, {}, QPoint(60, 12));
        QVERIFY(lit("interface:master/eth0"));
        m_window->selectPacket(4); // its own path again
        settle();
        QVERIFY(!lit("interface:master/eth0"));
        m_window->topology().showPlaces({{"master", {}, "no0"}}); // what is not drawn: its node
        QVERIFY(lit("node:master"));
        m_window->topology().showPlaces({{{}, "default/tea-6fb46d899f-4zkt2", "eth0"}});
        QVERIFY(lit("pod:default/tea-6fb46d899f-4zkt2"));
    }

    // What nobody printed is said, with the command that would tell.
    void missing()
    {
        open(notesCapture, notes);
        m_window->selectPacket(1);
        settle();
        choose("ip.dst", 0);
        QVERIFY(why().text().contains("This would tell, on master:\nbridge fdb"));
        const auto copy = buttons<QPushButton>(*page());
        QCOMPARE(copy.size(), 1u);
        QTest::mouseClick(copy.front(), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), "bridge fdb");
        choose("ip.src", 1);
        QTRY_VERIFY(why().text().contains("who sent it chose it"));
        QVERIFY(buttons<QPushButton>(*page()).empty());
    }

    // Conntrack wrote it, and not its sender.
    void translatedOnTheWay()
    {
        const QString flannel = samples + "flannel-vxlan/";
        open(flannel + "captures/VM-16-10-centos.veth6a56ab55.pcapng", flannel + "hosts");
        m_window->selectPacket(20);
        settle();
        const auto &fields = explanations().frame()->fields;
        const auto translated = std::ranges::find_if(fields, [](const explain::FieldExplanation &field) { return field.nat.has_value(); });
        QVERIFY(translated != fields.end());
        choose(std::string(translated->name).c_str(), translated->depth);
        QTRY_VERIFY(why().text().contains("not foretold: it was translated on the way"));
        QVERIFY(why().text().contains("Before the last translation on the way it was " + QString::fromStdString(translated->nat->text())));
        QVERIFY(!why().text().contains("who sent it chose it"));
    }

    void list()
    {
        openSample();
        QTRY_COMPARE(buttons<AddressCard>(why()).size(), 8u);
        QVERIFY(!page());
        QCOMPARE(why().text().split('\n').filter(QRegularExpression("^(Underlay|Overlay)$")), (QStringList{"Underlay", "Overlay"})); // one heading each
        const auto cards = buttons<AddressCard>(why());
        QCOMPARE(cards.front()->accessibleName(), "Underlay, Source MAC: 52:54:00:c2:ee:db, as foretold");
        QCOMPARE(cards.back()->accessibleName(), "Overlay, Destination IP: 10.244.1.3, not foretold");
        QVERIFY(why().text().contains("captured on eth0 of master · in vxlan"));
        cards[3]->setFocus();
        QTest::keyClick(cards[3], Qt::Key_Space);
        QTRY_VERIFY(page());
        QVERIFY(why().text().contains("172.27.16.10"));
        QCOMPARE(selection().place(), (BitRange{30 * 8, 32}));
        QVERIFY(why().isAncestorOf(QApplication::focusWidget()));
        const auto back = page()->findChildren<QToolButton *>();
        QTest::mouseClick(back.front(), Qt::LeftButton);
        QTRY_COMPARE(buttons<AddressCard>(why()).size(), 8u);
        QCOMPARE(selection().place(), (BitRange{30 * 8, 32})); // stays selected
        QTest::mouseClick(buttons<AddressCard>(why())[3], Qt::LeftButton); // the same again
        QTRY_VERIFY(page());
    }

    // The field stays while packets pass by.
    void followsPacketAndField()
    {
        openSample();
        choose("ip.src", 0);
        QVERIFY(why().text().contains("172.27.0.11"));
        m_window->selectPacket(4);
        settle();
        QTRY_VERIFY(why().text().contains("frame 4"));
        QVERIFY(page());
        QVERIFY(why().text().contains("172.27.16.10"));
        selection().setNode(0); // no address
        QTRY_VERIFY(!page());
    }

    void remarks()
    {
        QTRY_VERIFY2(why().text().contains("Import host output"), qPrintable(why().text()));
        QVERIFY(!explanations().frame());
        m_window->importSnapshots({samples + "flannel-vxlan/hosts"});
        settle();
        QTRY_VERIFY2(why().text().contains("Select a packet"), qPrintable(why().text()));
        m_window->open({samples + "flannel-vxlan/captures/master.eth0.pcapng"});
        settle();
        QTRY_VERIFY(why().text().contains("frame 1"));
        m_window->snapshots().clear();
        settle();
        QTRY_VERIFY(why().text().contains("Import host output"));
        QVERIFY(!explanations().frame());
    }

    // Whoever asks at any time gets what is said of the packet that is selected then, or nothing.
    void neverOfAnotherPacket()
    {
        openSample();
        int answers = 0;
        QStringList wrong;
        QObject listening;
        connect(&explanations(), &Explanations::changed, &listening, [&] {
            const explain::FrameExplanation *const frame = explanations().frame();
            if (!frame)
                return;
            ++answers;
            const explain::ShownFrame shown = explain::shownFrame(selection().packet().frame, selection().packet().packet);
            for (std::size_t i = 0; i < std::max(shown.fields.size(), frame->fields.size()); ++i)
                if (i >= shown.fields.size() || i >= frame->fields.size() || shown.fields[i].text() != frame->fields[i].value)
                    wrong << QString("row %1").arg(selection().row());
        });
        const int rows = m_window->listModel().rowCount();
        for (int i = 0; i < 300; ++i) {
            selection().setRow((i * 37) % rows);
            QVERIFY(!explanations().frame() || !explanations().isBusy());
            if (i % 3 == 0)
                QTest::qWait(1);
        }
        settle();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(", ")));
        QVERIFY(answers > 0);
        QVERIFY(explanations().frame());
        QCOMPARE(selection().row(), (299 * 37) % rows);
    }

    // Captures and snapshots may go at any moment.
    void goneMeanwhile()
    {
        openSample();
        for (int i = 0; i < 12; ++i) {
            QTRY_VERIFY(m_window->capture().store().size() > 20);
            selection().setRow(5 + i);
            if (i % 3 == 0)
                m_window->commands()[Command::CloseFile].trigger();
            else if (i % 3 == 1)
                m_window->snapshots().setChosen(0, i % 2 == 0);
            else
                m_window->commands()[Command::ResolveNetwork].toggle();
            if (!m_window->capture().isOpen()) {
                QVERIFY(!explanations().frame());
                m_window->open({samples + "flannel-vxlan/captures/master.eth0.pcapng"});
            }
        }
        m_window->snapshots().setChosen(0, true);
        settle();
        selection().setRow(2);
        settle();
        QVERIFY(explanations().frame());
        QCOMPARE(explanations().frame()->point.node, std::string("master"));
    }

    // Where a file was captured is as it was given.
    void givenPoint()
    {
        const QString file = samples + "flannel-vxlan/captures/VM-16-10-centos.flannel.1.pcapng";
        m_window->setPoint(file, {"master", "flannel.1"});
        open(file, samples + "flannel-vxlan/hosts");
        m_window->selectPacket(12);
        settle();
        QVERIFY(explanations().frame());
        QCOMPARE(explanations().frame()->point.node, std::string("master"));
        QVERIFY(why().text().contains("captured on flannel.1 of master"));
    }

    void compareAsksWhy()
    {
        m_window->open({samples + "flannel-vxlan/captures/master.eth0.pcapng"});
        m_window->snapshots().clear();
        settle();
        m_window->selectPacket(3);
        m_window->setLayout(Layout::Compare);
        auto *const compare = m_window->findChild<ComparePanel *>();
        const auto signs = [&] {
            QString text;
            for (CompareCard *card : compare->cards())
                text += card->why().isVisible() ? card->why().text().left(1) : QString("-");
            return text;
        };
        QTRY_COMPARE(signs().count('-'), signs().size()); // without host output
        m_window->importSnapshots({samples + "flannel-vxlan/hosts"});
        settle();
        QTRY_COMPARE(signs().left(8), "✓✓✓✓✓?✓?");
        QCOMPARE(signs().mid(8).count('-'), signs().size() - 8); // no addresses
        m_window->commands()[Command::ShowWhy].setChecked(false);
        CompareCard *const destination = compare->cards()[3];
        QCOMPARE(destination->why().accessibleName(), "Why? " + destination->accessibleName() + ": as foretold");
        destination->why().setFocus();
        QTest::keyClick(&destination->why(), Qt::Key_Space);
        QVERIFY(why().isVisible());
        QTRY_VERIFY(page());
        QVERIFY(why().text().contains("2a:3c:a0:e1:a9:b6"));
        m_window->setLayout(Layout::Browse);
    }

    void treeAsksWhy()
    {
        openSample();
        m_window->commands()[Command::ShowWhy].setChecked(false);
        auto *const details = m_window->findChild<DetailPanel *>();
        const auto action = [&](int node) {
            auto *menu = new QMenu(details);
            emit details->contextMenuAboutToShow(menu, node);
            for (QAction *one : menu->actions())
                if (one->text() == "Why is this here?")
                    return one;
            return static_cast<QAction *>(nullptr);
        };
        QVERIFY(action(0));
        QVERIFY(!action(0)->isEnabled());
        const int node = explanations().nodeOf(explanations().frame()->fields[1]);
        QVERIFY(action(node)->isEnabled());
        action(node)->trigger();
        QVERIFY(why().isVisible());
        QTRY_VERIFY(page());
        QCOMPARE(selection().node(), node);
        QVERIFY(why().text().contains("fe:ee:32:07:ea:07"));
    }

    // Everybody who knows a line opens it there.
    void othersOpenTheHostOutput()
    {
        openSample();
        m_window->setLayout(Layout::Topology);
        TopologyPanel &topology = m_window->topology();
        topology.scene().setCurrent(topology.scene().withIdentity("interface:master/flannel.1"));
        auto *const text = topology.facts().findChild<QTextBrowser *>();
        QVERIFY(text->toHtml().contains("href=\"0\""));
        QSignalSpy asked(&topology, &TopologyPanel::evidenceRequested);
        emit text->anchorClicked(QUrl("0"));
        QCOMPARE(asked.count(), 1);
        QVERIFY(m_window->hostOutput().isVisible());
        const auto cited = m_window->hostOutput().view().citedLine();
        QVERIFY(cited > 0);
        emit text->anchorClicked(QUrl("999"));
        QCOMPARE(asked.count(), 1);
        m_window->setLayout(Layout::Browse);

        m_window->commands()[Command::ShowHostOutput].setChecked(false);
        m_window->commands()[Command::ShowReport].setChecked(true);
        QTreeView &tree = m_window->findChild<ImportReportPanel *>()->tree();
        const QAbstractItemModel &model = *tree.model();
        const QModelIndex snapshot = model.index(model.rowCount() - 1, 0);
        QModelIndex command;
        for (int file = 0; file < model.rowCount(snapshot) && !command.isValid(); ++file)
            if (model.index(file, 0, snapshot).data() == "master.txt")
                command = model.index(2, 0, model.index(file, 0, snapshot));
        QVERIFY(command.isValid());
        emit tree.activated(command);
        QVERIFY(m_window->hostOutput().isVisible());
        QCOMPARE(QString::number(m_window->hostOutput().view().citedLine()), command.siblingAtColumn(2).data().toString());
        emit m_window->windows().evidenceRequested({m_window->hostOutput().view().text(), 2});
        QCOMPARE(m_window->hostOutput().view().citedLine(), 2u);
        emit tree.activated(command);
        emit tree.activated(snapshot); // stands nowhere
        QCOMPARE(QString::number(m_window->hostOutput().view().citedLine()), command.siblingAtColumn(2).data().toString());
    }

    void excerpt_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("shown");
        QTest::newRow("short") << "  inet 10.0.0.1/24   scope\tlink " << 0 << "inet 10.0.0.1/24 scope link";
        const QString before(200, 'a'), after(200, 'b');
        QTest::newRow("long, as a whole") << before + "X" + after << 0 << before.left(150) + "…";
        QTest::newRow("long, a value") << before + "X" + after << 201 << "…" + before.left(50) + "X" + after.left(99) + "…";
        QTest::newRow("long, a value at the end") << before + "X" << 201 << "…" + before.left(149) + "X";
    }

    void excerpt()
    {
        QFETCH(QString, line);
        QFETCH(int, column);
        const auto text = std::make_shared<const SourceText>("a", line.toStdString());
        QTEST(EvidenceLine::excerpt({text, 1, std::uint32_t(column)}), "shown");
    }

    void lostReasonsAreTranslated()
    {
        m_language.setCode("zh_CN");
        for (const char *reason : {"shorter prefix", "worse metric", "other device", "default entry", "suppressed by its rule"})
            QVERIFY2(translated(reason) != QString(reason), reason);
        QCOMPARE(translated("another one"), "another one");
    }

    void inChinese()
    {
        openSample();
        choose("eth.dst", 1);
        m_language.setCode("zh_CN");
        QTRY_VERIFY2(!why().text().contains("foretold"), qPrintable(why().text()));
        QVERIFY(!why().text().contains("next hop"));
    }
};

QTEST_MAIN(TestWhy)
#include "tst_why.moc"
