#include "tests/support/privatenetwork.h"
#include "tests/support/programs.h"
#include "ui/capture/capturecontroller.h"
#include "ui/capture/capturedialog.h"
#include "ui/capture/capturefilterfield.h"
#include "ui/capture/interfacemodel.h"
#include "ui/findings/diagnosed.h"
#include "ui/findings/findingscontroller.h"
#include "ui/mainwindow.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/saving/capturesaver.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <sys/stat.h>

using namespace vethscope;
using namespace vethscope::test;

// Live captures in the window: on a veth pair between two network namespaces, and from streams.

namespace {

const QString program = QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope");
const QString helperName = QStringLiteral("vethscope-captu"); // as far as the kernel keeps it
const QString sample = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");
constexpr int pings = 50;

// Of a process, the field of that number in /proc/PID/stat, counted from 1.
QString statField(const QString &pid, int number)
{
    QFile file("/proc/" + pid + "/stat");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromLatin1(file.readAll());
    if (number == 2)
        return text.section('(', 1).section(')', 0, -2);
    return text.section(')', -1).trimmed().section(' ', number - 3, number - 3);
}

// The helpers that this process has started and that run.
QList<pid_t> helpersOf(qint64 parent)
{
    QList<pid_t> found;
    for (const QString &pid : QDir("/proc").entryList(QDir::Dirs))
        if (pid.toInt() > 0 && statField(pid, 2) == helperName && statField(pid, 4).toLongLong() == parent && statField(pid, 3) != "Z")
            found << pid.toInt();
    return found;
}

// Answers the next question with the button of that text.
void answerWith(const QString &text)
{
    QTimer::singleShot(0, qApp, [text] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        for (QAbstractButton *button : box->buttons())
            if (button->text().remove('&') == text)
                return button->click();
        QFAIL(qPrintable("no button says " + text));
    });
}

} // namespace

class LiveCaptureTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<PrivateNetwork> m_network;
    std::unique_ptr<MainWindow> m_window;

    CaptureController &controller() { return m_window->captureController(); }
    QTableView *list() const { return &m_window->findChild<PacketListPanel *>()->view(); }
    int rows() const { return list()->model()->rowCount(); }
    MessageBar *messages() const { return m_window->findChild<MessageBar *>(); }
    QString message() const { return messages()->isVisible() ? messages()->text() : QString(); }
    QAction &command(Command command) { return m_window->commands()[command]; }

    static CaptureSetup on(const QString &interface, const QString &filter = {})
    {
        CaptureSetup setup;
        setup.interfaces = {interface};
        setup.filter = filter;
        return setup;
    }

    void startOnNear()
    {
        if (!m_network)
            QSKIP(qPrintable(PrivateNetwork::whyNot()));
        controller().start(on("near", "icmp"));
        QTRY_VERIFY(m_window->capture().isOpen() && m_window->capture().isFollowing());
    }

private slots:
    void initTestCase()
    {
        NEEDS_PROGRAMS("tshark", "setpriv");
        if (PrivateNetwork::whyNot().isEmpty())
            m_network = std::make_unique<PrivateNetwork>();
    }

    void cleanupTestCase() { m_network.reset(); }

    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        QTRY_VERIFY(helpersOf(QCoreApplication::applicationPid()).isEmpty());
    }

    void showsAllPingsAndSavesThem()
    {
        startOnNear();
        QVERIFY(command(Command::StopCapture).isEnabled() && !command(Command::StartCapture).isEnabled());
        QVERIFY(m_window->windowTitle().contains("near (capturing)"));
        QCOMPARE(m_network->ping(pings), pings);
        QTRY_COMPARE(rows(), 2 * pings);
        command(Command::StopCapture).trigger();
        QTRY_VERIFY(!controller().isRunning());
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(rows(), 2 * pings);
        QCOMPARE(controller().dropped(), 0u);
        QVERIFY(message().isEmpty());
        QVERIFY(m_window->windowTitle().contains("near (not saved)"));

        QVERIFY(command(Command::Save).isEnabled());
        const QString kept = m_folder.filePath("kept.pcapng");
        m_window->captureSaver().askForPath = [&](const QString &) { return kept; };
        command(Command::Save).trigger();
        QVERIFY(!command(Command::Save).isEnabled());
        const QStringList lines = QString::fromLatin1(runProgram("tshark", {"-n", "-r", kept, "-T", "fields", "-E", "separator=/s", "-e", "frame.interface_name",
                                                                            "-e", "icmp.type"}).out).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.count("near 8"), pings);
        QCOMPARE(lines.count("near 0"), pings);
        QCOMPARE(lines.size(), 2 * pings);
    }

    // A second card of the other machine answers for its address as well, as kernels do: the finding comes while the capture runs.
    void aFindingComesWhileItRuns()
    {
        if (!m_network)
            QSKIP(qPrintable(PrivateNetwork::whyNot()));
        controller().start(on("near"));
        QTRY_VERIFY(m_window->capture().isOpen() && m_window->capture().isFollowing());
        command(Command::ShowFindings).trigger();
        const Diagnoser &diagnoser = m_window->findings().diagnoser();
        const auto found = [&] { return diagnoser.found() ? int(diagnoser.found()->findings.size()) : -1; };
        QCOMPARE(m_network->ping(2), 2);
        QTRY_VERIFY(rows() >= 4);
        QTRY_COMPARE_WITH_TIMEOUT(found(), 0, 20'000);

        QProcess twin;
        m_network->startFar(twin, "sh", {"-ec", "ip link add link far name twin type macvlan mode bridge; ip link set twin up"});
        QVERIFY(twin.waitForFinished());
        if (twin.exitCode() != 0)
            QSKIP("no macvlan can be made here");
        runProgram("ip", {"neigh", "flush", "dev", "near"});
        QCOMPARE(m_network->ping(1), 1);
        QTRY_COMPARE_WITH_TIMEOUT(found(), 1, 20'000);
        QCOMPARE(diagnoser.found()->findings.front().id, std::string_view("duplicate-pod-ip"));
        QCOMPARE(diagnoser.found()->findings.front().subject.address, std::string("10.99.0.2"));
        QVERIFY(controller().isRunning() && m_window->capture().isFollowing());
        command(Command::StopCapture).trigger();
        QTRY_VERIFY(!controller().isRunning());
        m_network->startFar(twin, "ip", {"link", "del", "twin"});
        QVERIFY(twin.waitForFinished());
    }

    void aFilterAppliesToWhatComes()
    {
        startOnNear();
        m_window->applyFilter("icmp.type == 0");
        m_network->ping(10);
        QTRY_COMPARE(rows(), 10);
        m_network->ping(5);
        QTRY_COMPARE(rows(), 15);
    }

    void restartBeginsAnew()
    {
        startOnNear();
        m_network->ping(10);
        QTRY_COMPARE(rows(), 20);
        const QString before = m_window->capture().paths().front();
        QVERIFY(command(Command::RestartCapture).isEnabled() && !command(Command::Reload).isEnabled());
        command(Command::RestartCapture).trigger();
        QTRY_VERIFY(m_window->capture().paths().front() != before && m_window->capture().isFollowing());
        QVERIFY(!QFile::exists(before));
        QTRY_COMPARE(rows(), 0);
        m_network->ping(3);
        QTRY_COMPARE(rows(), 6);
    }

    void followsTheEndUntilSomebodyLooksBack()
    {
        startOnNear();
        QVERIFY(command(Command::AutoScroll).isChecked());
        m_network->ping(pings);
        QScrollBar *bar = list()->verticalScrollBar();
        QTRY_COMPARE(rows(), 2 * pings);
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        bar->triggerAction(QScrollBar::SliderPageStepSub);
        QVERIFY(!command(Command::AutoScroll).isChecked());
        const int place = bar->value();
        m_network->ping(10);
        QTRY_COMPARE(rows(), 2 * pings + 20);
        QCOMPARE(bar->value(), place);
        bar->triggerAction(QScrollBar::SliderToMaximum);
        QVERIFY(command(Command::AutoScroll).isChecked());
    }

    void whatAKilledHelperWroteIsThere()
    {
        startOnNear();
        QCOMPARE(m_network->ping(pings), pings);
        QTRY_COMPARE(rows(), 2 * pings);
        const QList<pid_t> helpers = helpersOf(QCoreApplication::applicationPid());
        QCOMPARE(helpers.size(), 1);
        ::kill(helpers.front(), SIGKILL);
        QTRY_VERIFY(!controller().isRunning());
        QVERIFY(message().contains("was killed"));
        QCOMPARE(rows(), 2 * pings);
        QVERIFY(m_window->captureSaver().isUnsaved());
    }

    void whatAKilledWindowCapturedIsOfferedAgain_data()
    {
        QTest::addColumn<bool>("helperToo");
        QTest::newRow("window killed") << false;
        QTest::newRow("window and helper killed") << true;
    }

    void whatAKilledWindowCapturedIsOfferedAgain()
    {
        QFETCH(bool, helperToo);
        if (!m_network)
            QSKIP(qPrintable(PrivateNetwork::whyNot()));
        const QString data = m_folder.filePath(helperToo ? "both" : "one");
        const QDir captures(data + "/vethscope/captures");
        QProcess window;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_DATA_HOME", data);
        environment.insert("XDG_CONFIG_HOME", data);
        window.setProcessEnvironment(environment);
        window.start(program, {"-i", "near", "-k", "-f", "icmp"});
        QVERIFY(window.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(captures.entryList({"*.pcapng"}, QDir::Files).size(), 1, 20'000);
        QTRY_VERIFY(QFileInfo(captures.filePath(captures.entryList({"*.pcapng"}, QDir::Files).front())).size() > 0);
        QCOMPARE(m_network->ping(pings), pings);
        QTest::qWait(300); // longer than the kernel gathers
        const QList<pid_t> helpers = helpersOf(window.processId());
        QCOMPARE(helpers.size(), 1);
        if (helperToo)
            ::kill(helpers.front(), SIGKILL);
        window.kill();
        window.waitForFinished();
        QTRY_VERIFY(statField(QString::number(helpers.front()), 2) != helperName || statField(QString::number(helpers.front()), 3) == "Z");

        UnsavedCaptures unsaved(captures.path());
        const auto found = unsaved.leftovers();
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found.front().source, QString("near"));
        m_window->open({found.front().path});
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(rows(), 2 * pings);
        QVERIFY(message().isEmpty());
    }

    void asksBeforeItForgets_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("closed");
        QTest::addColumn<bool>("kept");
        QTest::newRow("save") << "Stop and Save…" << true << true;
        QTest::newRow("do not save") << "Stop without Saving" << true << false;
        QTest::newRow("cancel") << "Cancel" << false << false;
    }

    void asksBeforeItForgets()
    {
        QFETCH(QString, answer);
        QFETCH(bool, closed);
        QFETCH(bool, kept);
        startOnNear();
        m_network->ping(2);
        QTRY_COMPARE(rows(), 4);
        const QString own = m_window->capture().paths().front();
        const QString path = m_folder.filePath("asked.pcapng");
        QFile::remove(path);
        m_window->captureSaver().askForPath = [&](const QString &) { return path; };
        answerWith(answer);
        QCOMPARE(m_window->close(), closed);
        QCOMPARE(QFile::exists(path), kept);
        QCOMPARE(QFile::exists(own), !closed);
        QCOMPARE(controller().isRunning(), !closed);
    }

    void followsARing()
    {
        if (!m_network)
            QSKIP(qPrintable(PrivateNetwork::whyNot()));
        CaptureSetup setup = on("near", "icmp");
        setup.file = m_folder.filePath("ring.pcapng");
        setup.ringKilobytes = 2;
        setup.ringFiles = 2;
        controller().start(setup);
        QTRY_VERIFY(m_window->capture().isOpen());
        const QString first = m_window->capture().paths().front();
        m_network->ping(30);
        QTRY_VERIFY(m_window->capture().paths().front() > first);
        QTRY_VERIFY(QDir(m_folder.path()).entryList({"ring_*"}, QDir::Files).size() == 2);
        QVERIFY(!m_window->captureSaver().isUnsaved());
        command(Command::StopCapture).trigger();
        QTRY_VERIFY(!controller().isRunning());
        QTRY_VERIFY(m_window->isSettled());
        // The list shows the newest file, which may have begun with the last packet.
        const QString newest = m_window->capture().paths().front();
        const int packets = static_cast<int>(runProgram("tshark", {"-n", "-r", newest}).out.count('\n'));
        QCOMPARE(rows(), packets);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("interface");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no such interface") << "nosuch0" << "" << "nosuch0: there is no such interface";
        QTest::newRow("bad filter") << "lo" << "icmpp" << "the capture filter is invalid";
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, interface);
        QFETCH(QString, filter);
        QFETCH(QString, sentence);
        if (!m_network)
            QSKIP(qPrintable(PrivateNetwork::whyNot()));
        controller().start(on(interface, filter));
        QTRY_VERIFY(!controller().isRunning());
        QVERIFY2(message().contains(sentence), qPrintable(message()));
        QVERIFY(controller().hasFailed());
        QVERIFY(!m_window->capture().isOpen());
    }

    // As nobody, whose window cannot capture: it says which command would allow it.
    void saysWhichCommandPermitsIt()
    {
        if (!m_network)
            QSKIP(qPrintable(PrivateNetwork::whyNot()));
        QTemporaryDir folder("/tmp/vethscope-test-XXXXXX");
        QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
        for (const char *name : {"vethscope", "vethscope-capture"})
            QVERIFY(QFile::copy(QStringLiteral(VETHSCOPE_BINARY_DIR "/") + name, folder.filePath(name)));
        const Outcome outcome = runProgram("setpriv", {"--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all",
                                                       "env", "HOME=" + folder.path(), "XDG_RUNTIME_DIR=" + folder.path(), folder.filePath("vethscope"), "-i", "near", "-k",
                                                       "-c", "1", "--screenshot", folder.filePath("denied.png")});
        QCOMPARE(outcome.exitCode, 4);
        QVERIFY2(outcome.error.contains("sudo setcap cap_net_raw,cap_net_admin=eip '" + folder.filePath("vethscope-capture").toUtf8() + "'"),
                 outcome.error.constData());
        QVERIFY(QFileInfo(folder.filePath("denied.png")).size() > 0);
    }

    void theCommandCanBeCopied()
    {
        messages()->tell(MessageBar::Kind::Error, "not permitted", {{"Copy", [] { QApplication::clipboard()->setText("a command"); }, MessageBar::After::Stay}});
        QTest::mouseClick(messages()->findChild<QPushButton *>("quiet"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QString("a command"));
        QVERIFY(messages()->isVisible());
    }

    void followsAFifo()
    {
        const QString fifo = m_folder.filePath("fifo");
        QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
        controller().start(on(fifo));
        QVERIFY(m_window->capture().isOpen());
        QTest::qWait(100); // nobody writes yet, and the window is alive
        QVERIFY(controller().isRunning());
        QFile file(sample);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QFile pipe(fifo);
        QVERIFY(pipe.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        pipe.write(all.first(all.size() / 2));
        QTRY_VERIFY(rows() > 10);
        QVERIFY(m_window->capture().isFollowing());
        const int before = rows();
        pipe.write(all.mid(all.size() / 2));
        pipe.close();
        QTRY_VERIFY(!controller().isRunning());
        QTRY_VERIFY(m_window->isSettled());
        QVERIFY(rows() > before);
        QFile own(m_window->capture().paths().front());
        QVERIFY(own.open(QIODevice::ReadOnly));
        QCOMPARE(own.readAll(), all); // byte for byte on disk
        QVERIFY(m_window->captureSaver().isUnsaved());
    }

    void followsStandardInput()
    {
        const QString picture = m_folder.filePath("stdin.png");
        const Outcome outcome = runProgram("sh", {"-c", QStringLiteral("cat %1 | %2 -k -i - --select 5 --screenshot %3").arg(sample, program, picture)});
        QVERIFY2(outcome.exitCode == 0, outcome.error.constData());
        QVERIFY(QFileInfo(picture).size() > 0);
    }

    void dialogListsInterfaces()
    {
        if (!m_network)
            QSKIP(qPrintable(PrivateNetwork::whyNot()));
        CaptureDialog dialog(on("near", "icmp"));
        dialog.show();
        QTRY_VERIFY(dialog.interfaces().rowOf("near") >= 0);
        InterfaceModel &model = dialog.interfaces();
        const int row = model.rowOf("near");
        QCOMPARE(model.index(row, InterfaceModel::Kind).data().toString(), QString("veth"));
        QCOMPARE(model.index(row, InterfaceModel::Addresses).data().toString(), QString("10.99.0.1"));
        QTRY_COMPARE(dialog.setup().interfaces, QStringList{"near"});
        QCOMPARE(dialog.setup().filter, QString("icmp"));
        QTRY_COMPARE(dialog.filterField().state(), CaptureFilterField::State::Valid);
        QTest::qWait(1200);
        m_network->ping(20);
        QTRY_VERIFY(model.index(row, InterfaceModel::Traffic).data(InterfaceModel::ratesRole).value<QList<double>>().contains(40));

        // A pod comes: its interface is listed without being asked for, and what was chosen stays chosen.
        QCOMPARE(runProgram("ip", {"link", "add", "newcomer", "type", "bridge"}).exitCode, 0);
        QTRY_VERIFY(model.rowOf("newcomer") >= 0);
        QTRY_COMPARE(dialog.setup().interfaces, QStringList{"near"});
        runProgram("ip", {"link", "delete", "newcomer"});
    }

    void dialogStartsNothingWrong()
    {
        CaptureDialog dialog(on("lo", "icmpp"));
        dialog.show();
        auto *start = dialog.findChild<QPushButton *>("primary");
        QTRY_COMPARE(dialog.filterField().state(), CaptureFilterField::State::Invalid);
        QVERIFY(!start->isEnabled());
        dialog.filterField().setFilter("icmp");
        QTRY_VERIFY(start->isEnabled());
    }
};

QTEST_MAIN(LiveCaptureTest)
#include "tst_livecapture.moc"
