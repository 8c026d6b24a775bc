#include "core/session/fingerprint.h"
#include "core/session/sessionreader.h"
#include "tests/support/capturefile.h"
#include "tests/support/stack.h"
#include "tests/support/zipfile.h"
#include "ui/capture/capturecontroller.h"
#include "ui/filters/filterbar.h"
#include "ui/hostfacts/dropped.h"
#include "ui/mainwindow.h"
#include "ui/packets/amender.h"
#include "ui/packets/commentdialog.h"
#include "ui/packets/namedialog.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/saving/capturesaver.h"
#include "ui/session/sessioncontroller.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <sys/stat.h>
#include <thread>

using namespace vethscope;
using namespace vethscope::test;

// A window that is saved as a session and one that opens it show the same.

namespace {

const QString sample = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/");

QByteArray numbered(int packets, std::uint32_t begin)
{
    PcapFile file;
    for (int i = 0; i < packets; ++i)
        file.packet(begin + std::uint32_t(2 * i), 0, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(5000, 6000, "data"))));
    return file.bytes();
}

} // namespace

class SessionWindowTest : public QObject
{
    Q_OBJECT

    // A window with what it needs, and answers instead of dialogs.
    struct Window {
        Theme theme;
        Language language;
        Preferences preferences{Preferences::Keep::Nothing};
        MainWindow window{theme, language, preferences};
        SessionChoice choice;
        SessionSizes asked;
        QString path;
        SessionQuestions::Answer answer = SessionQuestions::Answer::Cancel;
        int questions = 0;

        Window()
        {
            session().questions().choice = [this](const SessionSizes &sizes, const SessionChoice &) {
                asked = sizes;
                return choice;
            };
            session().questions().path = [this](const QString &) { return path; };
            session().questions().save = [this](const QString &) {
                ++questions;
                return answer;
            };
            window.show();
        }
        SessionController &session() { return window.session(); }
        QString filter() { return window.findChild<FilterBar *>()->expression(); }
        QString message()
        {
            auto *bar = window.findChild<MessageBar *>();
            return bar->isVisible() ? bar->text() : QString();
        }
        std::string comment(int row) { return std::string(window.capture().store().ownFrame(std::size_t(row)).comment); }
        QList<int> marked()
        {
            QList<int> rows;
            for (int row = window.marks().next(-1); row >= 0; row = window.marks().next(row))
                rows << row;
            return rows;
        }
        QString state()
        {
            QStringList lines{"filter " + filter(), QString("selected %1").arg(window.selection().row()), QString("rows %1").arg(window.listModel().rowCount())};
            for (const int row : marked())
                lines << QString("mark %1").arg(row);
            for (int row = window.ignored().next(-1); row >= 0; row = window.ignored().next(row))
                lines << QString("ignored %1").arg(row);
            for (const auto &[interface, shift] : window.amender().shifts())
                lines << QString("shift %1: %2").arg(interface).arg(shift(1'600'000'009'000'000'000));
            for (const auto &[row, text] : window.capture().store().comments().all())
                lines << QString("comment %1: ").arg(row) + QString::fromUtf8(text.data(), qsizetype(text.size()));
            for (const auto &[address, name] : window.capture().givenNames())
                lines << QString::fromStdString(address.text() + " is " + name);
            for (const LoadedSnapshot &one : window.snapshots().loaded())
                lines << QString("snapshot %1, chosen %2, commands %3").arg(Snapshots::titleOf(*one.snapshot)).arg(one.chosen).arg(one.snapshot->report.commands.size());
            for (const DecodeRule &rule : window.capture().decodeRules())
                lines << QString::fromStdString(textOf(rule));
            for (const Command command : {Command::LayoutBrowse, Command::LayoutCompare, Command::LayoutTopology, Command::ShowOverlay, Command::ShowBytes,
                                          Command::ShowTopology, Command::ShowReport})
                lines << QString("command %1 %2").arg(int(command)).arg(window.commands()[command].isChecked());
            return lines.join('\n');
        }
    };

    void settle(Window &one) { QTRY_VERIFY_WITH_TIMEOUT(one.window.isSettled(), 30'000); }

    void comment(Window &one, const std::vector<int> &rows, const QString &text)
    {
        one.window.selectPacket(rows.front() + 1);
        QTimer::singleShot(0, [&] {
            auto *dialog = one.window.findChild<CommentDialog *>();
            dialog->findChild<QPlainTextEdit *>()->setPlainText(text);
            dialog->accept();
        });
        one.window.commands()[Command::CommentPacket].trigger();
    }

    void nameAddress(Window &one, const QString &address, const QString &name)
    {
        one.window.applyFilter("ip.addr == " + address);
        settle(one);
        one.window.selectPacket(one.window.listModel().storeRow(0) + 1);
        QTimer::singleShot(0, [&] {
            auto *dialog = one.window.findChild<NameDialog *>();
            auto *choice = dialog->findChild<QComboBox *>();
            choice->setCurrentIndex(choice->findText(address));
            dialog->findChild<QLineEdit *>()->setText(name);
            dialog->accept();
        });
        one.window.commands()[Command::EditName].trigger();
        QCOMPARE(one.window.capture().givenNames().size(), std::size_t(1));
    }

    QString at(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;

private slots:
    void everythingComesBack_data()
    {
        QTest::addColumn<bool>("embedded");
        QTest::newRow("by reference") << false;
        QTest::newRow("embedded") << true;
    }

    void everythingComesBack()
    {
        QFETCH(bool, embedded);
        const QString path = at(embedded ? "embedded.vethscope" : "reference.vethscope");
        QString before;
        std::shared_ptr<const Cluster> cluster;
        {
            Window first;
            first.window.open({sample + "captures/master.eth0.pcapng", sample + "captures/VM-16-10-centos.eth0.pcapng"});
            first.window.importSnapshots({sample + "hosts"});
            nameAddress(first, "172.27.0.11", "我的节点");
            first.window.applyFilter("icmp || udp");
            settle(first);
            first.window.marks().mark({3, 4, 5, 17});
            first.window.ignored().mark({9, 10});
            first.window.amender().shift(1, TimeShift::between(1'600'000'000'000'000'000, 1'600'000'005'000'000'000, 1'600'000'010'000'000'000, 1'600'000'015'500'000'000));
            comment(first, {7}, "看这里: the first hop");
            QCOMPARE(first.comment(7), "看这里: the first hop");
            first.window.setLayout(Layout::Compare);
            first.window.commands()[Command::ShowOverlay].trigger();
            first.window.commands()[Command::ShowTopology].setChecked(true);
            settle(first);
            before = first.state();
            cluster = first.window.snapshots().cluster();
            first.path = path;
            first.choice = {embedded, embedded};
            QVERIFY(first.session().saveAs());
            QCOMPARE(first.asked.captures, 2);
            QCOMPARE(first.asked.captureBytes, QFileInfo(sample + "captures/master.eth0.pcapng").size() + QFileInfo(sample + "captures/VM-16-10-centos.eth0.pcapng").size());
            QVERIFY2(first.window.windowTitle().startsWith(QFileInfo(path).fileName()), qPrintable(first.window.windowTitle()));
            QVERIFY(first.message().contains(path));
        }
        Window second;
        second.window.open({path});
        settle(second);
        QCOMPARE(second.message(), QString());
        QCOMPARE(second.state(), before);
        QCOMPARE(second.comment(7), "看这里: the first hop");
        QVERIFY(second.window.windowTitle().startsWith(QFileInfo(path).fileName()));
        QCOMPARE(second.window.snapshots().cluster()->nodes.size(), cluster->nodes.size());
        QCOMPARE(second.preferences.list(preference::recentFiles).value(0), path);
        const bool inside = second.window.capture().paths().front().startsWith(sample);
        QCOMPARE(inside, !embedded);
        second.window.close(); // nothing has changed: nobody asks
        QCOMPARE(second.questions, 0);
    }

    // How the panes and columns stand, as the eye sees them.
    static QStringList arrangement(Window &one)
    {
        const QTableView &list = one.window.findChild<PacketListPanel *>()->view();
        QStringList lines;
        for (const char *pane : {"Packet list", "Packet details", "Packet bytes"})
            for (const QWidget *widget : one.window.findChildren<QWidget *>())
                if (widget->accessibleName() == pane && widget->isVisible())
                    lines << QString("%1 %2 x %3").arg(pane).arg(widget->width()).arg(widget->height());
        for (int place = 0; place < list.horizontalHeader()->count(); ++place) {
            const int column = list.horizontalHeader()->logicalIndex(place);
            lines << QString("%1 %2").arg(list.model()->headerData(column, Qt::Horizontal).toString()).arg(list.columnWidth(column));
        }
        return lines;
    }

    void panesAndColumnsComeBack()
    {
        QStringList browse, compare;
        {
            Window first;
            first.window.resize(1300, 900);
            first.window.open({sample + "captures/master.eth0.pcapng"});
            settle(first);
            const QStringList before = arrangement(first);
            auto *panel = first.window.findChild<PacketListPanel *>();
            auto *splitter = qobject_cast<QSplitter *>(panel->parentWidget());
            auto *lower = qobject_cast<QSplitter *>(first.window.findChild<DetailPanel *>()->parentWidget());
            splitter->setSizes({500, splitter->height() - 500});
            lower->setSizes({300, lower->width() - 300});
            panel->setColumns({{.column = Column::Number}, {.column = Column::Length, .width = 900}, {.column = Column::Destination, .width = 3100}, {.column = Column::Time},
                              {.title = "Hops left", .expression = "ip.ttl", .occurrence = -1, .side = ColumnSpec::Side::Right}, {.column = Column::Source}});
            browse = arrangement(first);
            QVERIFY(browse != before);
            QVERIFY(qAbs(lower->sizes()[0] - 300) <= lower->handleWidth());
            QCOMPARE(browse.mid(3, 3).join(' ').remove(QRegularExpression("[0-9]+ ?")), "No. Length Destination ");
            first.window.setLayout(Layout::Compare);
            splitter->setSizes({333, splitter->height() - 333});
            compare = arrangement(first);
            first.path = at("panes.vethscope");
            QVERIFY(first.session().saveAs());
        }
        Window second;
        second.window.resize(1300, 900);
        second.window.open({at("panes.vethscope")});
        settle(second);
        QCOMPARE(second.message(), QString());
        QTRY_COMPARE(arrangement(second), compare); // once the list has its scroll bar
        second.window.setLayout(Layout::Browse);
        QTRY_COMPARE(arrangement(second), browse);
        // A session that says nothing of them, such as one of an earlier version, leaves them as they are.
        SavedSession plain;
        const QFileInfo file(sample + "captures/master.eth0.pcapng");
        plain.captures = {{.name = "master.eth0.pcapng", .path = file.filePath().toStdString(), .relative = {}, .size = std::uint64_t(file.size()),
                           .fingerprint = fingerprintOf(file.filePath().toStdString())}};
        plain.layout.hidden = {"topology", "report"};
        QVERIFY(writeSession(plain, at("plain.vethscope").toStdString()));
        second.window.open({at("plain.vethscope")});
        settle(second);
        QCOMPARE(second.message(), QString());
        QCOMPARE(arrangement(second), browse);
    }

    // Marks are of a file's packets, whatever other captures are there.
    void missingCapture()
    {
        const QString one = writeFile(m_folder, "one.pcap", numbered(5, 100)), two = writeFile(m_folder, "two.pcap", numbered(5, 101));
        {
            Window first;
            first.window.open({one, two});
            settle(first);
            first.window.marks().mark({2, 3}); // the second packet of each
            first.window.selectPacket(6);      // the third of two.pcap
            comment(first, {5}, "third of two");
            first.path = at("missing.vethscope");
            QVERIFY(first.session().saveAs());
        }
        QFile::rename(one, one + ".away");
        {
            Window second;
            QSignalSpy incomplete(&second.session(), &SessionController::incomplete);
            second.window.open({at("missing.vethscope")});
            settle(second);
            QCOMPARE(incomplete.front().front().toStringList(), QStringList{"the capture one.pcap is not at " + one});
            QVERIFY(second.message().contains(one));
            QCOMPARE(second.window.capture().paths(), QStringList{two});
            QCOMPARE(second.marked(), QList<int>{1});
            QCOMPARE(second.comment(2), "third of two");
            QCOMPARE(second.window.selection().row(), 2);
            QVERIFY(second.session().save()); // with what is missing
        }
        QFile::rename(one + ".away", one);
        Window third;
        third.window.open({at("missing.vethscope")});
        settle(third);
        QCOMPARE(third.message(), QString());
        QCOMPARE(third.window.capture().paths(), (QStringList{two, one}));
        QCOMPARE(third.marked(), (QList<int>{2, 3}));
        QCOMPARE(third.comment(5), "third of two");
    }

    void asksBeforeMarksAreLost()
    {
        const QString capture = writeFile(m_folder, "asks.pcap", numbered(5, 100));
        Window one;
        one.window.open({capture});
        settle(one);
        one.window.open({capture});
        QCOMPARE(one.questions, 0);
        settle(one);
        one.window.marks().mark({1});
        one.window.open({sample + "captures/master.eth0.pcapng"});
        QCOMPARE(one.questions, 1); // and was told to stay
        QCOMPARE(one.window.capture().paths(), QStringList{capture});
        one.path = at("asks.vethscope");
        one.answer = SessionQuestions::Answer::Save;
        one.window.open({sample + "captures/master.eth0.pcapng"});
        QCOMPARE(one.questions, 2);
        QVERIFY(QFile::exists(one.path));
        QCOMPARE(one.window.capture().paths(), QStringList{sample + "captures/master.eth0.pcapng"});
        QVERIFY(!one.session().isOpen());
        settle(one);
        comment(one, {0}, "lost");
        one.answer = SessionQuestions::Answer::Discard;
        one.window.commands()[Command::CloseFile].trigger();
        QCOMPARE(one.questions, 3);
        QVERIFY(!one.window.capture().isOpen());
    }

    // Of a capture from standard input there is no file but ours; the session has it, so nobody asks any more.
    void liveCaptureIsEmbedded()
    {
        const QString fifo = at("stream");
        QCOMPARE(::mkfifo(fifo.toUtf8().constData(), 0600), 0);
        const std::jthread writer([&] {
            QFile file(fifo);
            if (file.open(QFile::WriteOnly))
                file.write(numbered(5, 100));
        });
        Window one;
        CaptureSetup setup;
        setup.interfaces = {fifo};
        QVERIFY(setup.isStream());
        one.window.startCapture(setup);
        QTRY_VERIFY_WITH_TIMEOUT(one.window.capture().isOpen() && one.window.isSettled(), 30'000);
        QVERIFY(one.window.captureSaver().isUnsaved());
        comment(one, {1}, "goes with the capture"); // about which another question is asked anyway
        QVERIFY(one.session().mayLetGo());
        QCOMPARE(one.questions, 0);
        one.window.marks().mark({2});
        QVERIFY(!one.session().mayLetGo());
        QCOMPARE(one.questions, 1);
        one.path = at("live.vethscope");
        QVERIFY(one.session().saveAs());
        QCOMPARE(one.asked.homeless, 1);
        QVERIFY(one.window.captureController().mayLetGo()); // without a dialog, which would wait for ever
        QVERIFY(!one.window.capture().isOpen());
        one.window.open({at("live.vethscope")});
        settle(one);
        QCOMPARE(one.window.listModel().rowCount(), 5);
        QCOMPARE(one.marked(), QList<int>{2});
        QVERIFY(!one.window.captureSaver().isUnsaved());
        // Saved again, what was unpacked is embedded again.
        one.window.marks().mark({3});
        QVERIFY(one.session().save());
        const auto again = readSession(at("live.vethscope").toStdString());
        QVERIFY(again && again->problems.empty());
        QVERIFY(again->session.captures.front().embedded);
    }

    void badSessions()
    {
        Window one;
        QSignalSpy failed(&one.session(), &SessionController::failed);
        const QString capture = writeFile(m_folder, "open.pcap", numbered(5, 100));
        one.window.open({capture});
        settle(one);
        const QString bad = writeFile(m_folder, "bad.vethscope", "no zip");
        one.window.open({bad});
        QCOMPARE(failed.count(), 1);
        QVERIFY2(one.message().startsWith("bad.vethscope cannot be opened as a session"), qPrintable(one.message()));
        QCOMPARE(one.window.capture().paths(), QStringList{capture}); // stays

        const QString odd = writeFile(m_folder, "odd.vethscope",
                                      zipOf({{"session.json", QByteArray("{'vethscope_session': 1, 'filter': 'ip.src ==', 'decodeAs': ['nonsense'], 'selected': 3}").replace('\'', '"')}}));
        one.window.open({odd, capture});
        settle(one);
        const QString told = one.message();
        for (const char *part : {"selected is a number", "Decode As, “nonsense”", "Display filter, “ip.src ==”", "open.pcap was not opened: a session is opened alone"})
            QVERIFY2(told.contains(part), qPrintable(told));
        QVERIFY(one.session().isOpen());
        QVERIFY(!one.window.capture().isOpen());
        QCOMPARE(one.window.windowTitle(), QString("odd.vethscope — Vethscope"));
    }

    void snapshotsAlone()
    {
        {
            Window first;
            first.window.snapshots().readText("[root@n1 ~]# ip route\ndefault via 10.0.0.1 dev eth0\n");
            settle(first);
            QVERIFY(first.window.commands()[Command::SaveSession].isEnabled());
            first.path = at("alone.vethscope");
            first.choice = {false, false}; // pasted text is nowhere else
            QVERIFY(first.session().saveAs());
        }
        Window second;
        second.window.open({at("alone.vethscope")});
        settle(second);
        QVERIFY(second.window.snapshots().cluster() && second.window.snapshots().cluster()->node("n1"));
        QCOMPARE(second.window.snapshots().loaded().front().snapshot->name, "pasted text");
    }

    void droppedAndTold()
    {
        writeFile(m_folder, "dropped.vethscope", zipOf({{"session.json", "{\"vethscope_session\": 1}"}}));
        writeFile(m_folder, "hosts.zip", zipOf({{"n1.txt", "text"}}));
        const Dropped dropped = toldApart({at("dropped.vethscope"), at("hosts.zip")});
        QCOMPARE(dropped.captures, QStringList{at("dropped.vethscope")});
        QCOMPARE(dropped.snapshots, QStringList{at("hosts.zip")});
    }

    // The user's own comment takes the place of the file's, is found by filters and goes into what is saved as pcapng.
    void comments()
    {
        PcapngFile file(Order::Little);
        file.interface(1).enhanced(0, 1'000'000, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(1, 2, "x"))), 0, file.option(1, "the file's"));
        const QString capture = writeFile(m_folder, "comments.pcapng", file.bytes());
        Window one;
        one.window.open({capture});
        settle(one);
        QCOMPARE(one.comment(0), "the file's");
        comment(one, {0}, "mine");
        one.window.applyFilter("frame.comment == \"mine\"");
        settle(one);
        QCOMPARE(one.window.listModel().rowCount(), 1);
        const auto shown = std::ranges::any_of(one.window.selection().tree(), [](const TreeNode &node) { return node.value == "mine"; });
        QVERIFY(shown);
        one.window.captureSaver().askForPath = [&](const QString &) { return at("copy.pcapng"); };
        QVERIFY(one.window.captureSaver().saveAs());
        const std::vector<std::filesystem::path> copy{at("copy.pcapng").toStdString()};
        const auto store = PacketStore::open(copy);
        QVERIFY(store);
        (*store)->waitUntilFinished();
        QCOMPARE(std::string((*store)->frame(0).comment), "mine");
        // Everything that there is to save was saved: nobody asks. With a mark, which is in no capture's file, somebody does.
        QVERIFY(one.session().mayLetGo());
        QCOMPARE(one.questions, 0);
        one.window.marks().mark({0});
        QVERIFY(one.window.captureSaver().saveAs());
        QVERIFY(!one.session().mayLetGo());
        QCOMPARE(one.questions, 1);
        one.window.marks().clear();
        // Over itself it would be a copy without a place; that is said, not passed over.
        one.window.captureSaver().askForPath = [&](const QString &) { return capture; };
        QSignalSpy failed(&one.window.captureSaver(), &CaptureSaver::failed);
        QVERIFY(!one.window.captureSaver().saveAs());
        QVERIFY(failed.front().front().toString().startsWith(capture + " is the file that is open"));
        comment(one, {0}, "");
        QCOMPARE(one.comment(0), "the file's");
    }

    void dialogOffersWhatThereIs()
    {
        SaveSessionDialog all({2, 5'000'000, 1, 1000, 3, 2000}, {false, true});
        const auto boxes = all.findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 2);
        QVERIFY2(boxes[0]->text().contains("2") && boxes[0]->text().contains("4.77 MiB"), qPrintable(boxes[0]->text()));
        QVERIFY(!all.choice().embedCaptures && all.choice().embedSnapshots);
        boxes[0]->click();
        QVERIFY(all.choice().embedCaptures);
        SaveSessionDialog none({}, {});
        for (const QCheckBox *box : none.findChildren<QCheckBox *>())
            QVERIFY(box->isHidden());
    }
};

QTEST_MAIN(SessionWindowTest)
#include "tst_sessionwindow.moc"
