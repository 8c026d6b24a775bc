#include <QTest>

#include "tests/support/commandline.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/findings/diagnosed.h"
#include "ui/findings/findingcard.h"
#include "ui/findings/findingdetails.h"
#include "ui/findings/findinghead.h"
#include "ui/findings/findingsbadge.h"
#include "ui/findings/findingscontroller.h"
#include "ui/findings/findingspanel.h"
#include "ui/findings/frameline.h"
#include "ui/findings/suspectline.h"
#include "ui/journey/journeycontroller.h"
#include "ui/mainwindow.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"
#include "ui/topology/topologypanel.h"
#include "ui/topology/topologyscene.h"
#include "ui/why/commandbox.h"
#include "ui/why/evidenceline.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMap>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QToolButton>
#include <QXmlStreamReader>

#include <algorithm>

using namespace vethscope;
using namespace vethscope::test;

// Findings in the window: the same as `vethscope-cli diagnose` tells of the same files.

namespace {

const QString faultStories = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/faults/");
const QString soundSamples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

QStringList storyCaptures(const QString &folder)
{
    QStringList files;
    for (const QFileInfo &file : QDir(folder + "/captures").entryInfoList({"*.pcapng"}, QDir::Files, QDir::Name))
        files << file.filePath();
    return files;
}

QJsonObject diagnosedBy(const QStringList &captures, const QString &hosts)
{
    QStringList arguments{"diagnose", "--format", "json"};
    if (!captures.isEmpty())
        arguments << "-r" << captures;
    if (!hosts.isEmpty())
        arguments << "--snapshot" << hosts;
    return QJsonDocument::fromJson(runCommandLine(arguments).output).object();
}

// "SOURCE:LINE" and "FILE frame N", in the order of the answer: lines first, then frames.
QStringList citedBy(const QJsonValue &evidence)
{
    QStringList cited;
    for (const QJsonValue &one : evidence.toArray())
        cited << (one["capture"].isUndefined() ? QString("%1:%2").arg(one["source"].toString()).arg(one["line"].toInt())
                                               : QString("%1 frame %2").arg(one["capture"].toString()).arg(one["frame"].toInt()));
    return cited;
}

QString withoutBreaks(QString text)
{
    return text.remove(QChar(0x200b));
}

QStringList wordsIn(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        words << withoutBreaks(label->text());
    return words;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestFindingsWindow : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    FindingsPanel &panel() { return m_window->findings().panel(); }
    FindingsBadge &badge() { return m_window->findings().badge(); }
    Diagnoser &diagnoser() { return m_window->findings().diagnoser(); }
    FindingCard &card(std::size_t place) { return *panel().cards().at(place); }

    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 60'000); }
    void open(const QStringList &captures, const QString &hosts)
    {
        if (!captures.isEmpty())
            m_window->open(captures);
        if (!hosts.isEmpty())
            m_window->importSnapshots({hosts});
        m_window->showFindings();
        settle();
        QVERIFY(diagnoser().found());
    }
    void openStory(const QString &story) { open(storyCaptures(faultStories + story), faultStories + story + "/snapshots"); }

    // The row's file, and the frame's number in it.
    QString frameOf(int row)
    {
        const PacketStore &store = m_window->capture().store();
        const auto file = store.interfaceOf(std::size_t(row)).file;
        int number = 0;
        for (std::size_t before = 0; before <= std::size_t(row); ++before)
            number += store.interfaceOf(before).file == file;
        return QString("%1 frame %2").arg(QString::fromStdString(store.paths()[file].string())).arg(number);
    }
    // What a card cites, from above to below: of what shows it, and of what excludes others.
    QStringList citedIn(FindingCard &card)
    {
        QStringList cited;
        for (QObject *one : card.details()->children()) {
            if (const auto *line = qobject_cast<EvidenceLine *>(one))
                cited << QString("%1:%2").arg(QString::fromStdString(line->evidence().source->name())).arg(line->evidence().line);
            else if (const auto *frame = qobject_cast<FrameLine *>(one))
                cited << frameOf(frame->row());
        }
        return cited;
    }
    template <typename Line>
    Line *lineIn(FindingCard &card, int place)
    {
        return card.details()->findChildren<Line *>().value(place);
    }

private slots:
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->resize(1280, 860);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_language.setCode("en");
    }

    void asTheCommandLineTells_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("hasPackets");
        QTest::addColumn<bool>("hasHosts");
        for (const QString &name : QDir(faultStories).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << faultStories + name << true << true;
        for (const char *name : {"vni-mismatch", "tunnel-mtu-too-large", "stale-neighbour"})
            QTest::newRow(qPrintable(QString("%1, host output alone").arg(name))) << faultStories + name << false << true;
        for (const char *name : {"one-way-tunnel", "mtu-black-hole", "bgp-session-down"})
            QTest::newRow(qPrintable(QString("%1, packets alone").arg(name))) << faultStories + name << true << false;
    }

    void asTheCommandLineTells()
    {
        QFETCH(QString, folder);
        QFETCH(bool, hasPackets);
        QFETCH(bool, hasHosts);
        const QStringList captures = hasPackets ? storyCaptures(folder) : QStringList();
        const QString hosts = hasHosts ? folder + "/snapshots" : QString();
        const QJsonObject told = diagnosedBy(captures, hosts);
        const QJsonArray findings = told["findings"].toArray();
        open(captures, hosts);
        QCOMPARE(panel().cards().size(), std::size_t(findings.size()));
        QMap<QString, int> counts;
        for (int i = 0; i < findings.size(); ++i) {
            const QJsonValue finding = findings[i];
            FindingCard &shown = card(std::size_t(i));
            ++counts[finding["severity"].toString()];
            const QString sure = finding["confidence"] == "certain" ? "certain" : "consistent with what is there";
            QCOMPARE(wordsIn(shown.head()), (QStringList{finding["title"].toString(), finding["id"].toString() + " · " + sure}));
            QVERIFY(shown.head().accessibleName().startsWith(finding["severity"].toString(), Qt::CaseInsensitive));
            QCOMPARE(shown.head().isChecked(), i == 0);
            shown.head().setChecked(true);
            const QStringList words = wordsIn(*shown.details());
            for (const char *key : {"why", "fix"})
                QVERIFY2(words.contains(finding[QLatin1String(key)].toString()), key);
            QCOMPARE(shown.details()->findChildren<CommandBox *>().size(), finding["confirm"].isNull() ? 0 : 1);
            QVERIFY(finding["confirm"].isNull() || words.contains(finding["confirm"].toString()));
            QStringList cited = citedBy(finding["evidence"]);
            for (const QJsonValue &excluded : finding["excluded"].toArray()) {
                QVERIFY(words.contains("It is not " + excluded["look_alike"].toString() + ", which this shows"));
                cited += citedBy(excluded["evidence"]);
            }
            QCOMPARE(citedIn(shown), cited);
        }
        const QJsonArray suspects = told["suspects"].toArray();
        const auto lines = panel().findChildren<SuspectLine *>();
        QCOMPARE(lines.size(), suspects.size());
        for (int i = 0; i < lines.size(); ++i) {
            const QJsonValue suspect = suspects[i];
            const QString where = suspect["to_node"].isNull() && suspect["interface"].isNull() ? "the node " + suspect["node"].toString()
                : suspect["to_node"].isNull() ? suspect["interface"].toString() + " of " + suspect["node"].toString()
                                              : "the way from " + suspect["node"].toString() + " to " + suspect["to_node"].toString();
            QCOMPARE(wordsIn(*lines[i]), (QStringList{QString("%1. %2").arg(i + 1).arg(where), QString("flows failed: %1 · slow: %2 · well: %3")
                .arg(suspect["failed"].toInt()).arg(suspect["slow"].toInt()).arg(suspect["good"].toInt())}));
        }
        QStringList spoken;
        for (const char *severity : {"error", "warning", "note"})
            if (const int count = counts.value(severity); count > 0)
                spoken << QString(count == 1 ? "%1 %2" : "%1 %2s").arg(count).arg(severity);
        QVERIFY(badge().isVisible());
        QCOMPARE(badge().accessibleName(), spoken.isEmpty() ? "Nothing found" : spoken.join(", "));
        QCOMPARE(panel().text().contains("Host output is missing"), !hasHosts);
        QCOMPARE(panel().text().contains("No capture is open: only"), !hasPackets);
    }

    // Nothing wrong, and nobody looked, are said differently.
    void nothingFound_data()
    {
        QTest::addColumn<QString>("sample");
        for (const char *sample : {"flannel-host-gw", "calico-ipip", "flannel-vxlan-dual"})
            QTest::newRow(sample) << sample;
    }

    void nothingFound()
    {
        QFETCH(QString, sample);
        QVERIFY(diagnosedBy(storyCaptures(soundSamples + sample), soundSamples + sample + "/hosts")["findings"].toArray().isEmpty());
        QVERIFY(!badge().isVisible() && badge().accessibleName().isEmpty());
        m_window->showFindings();
        QVERIFY2(panel().text().contains("Not looked yet\nNo capture is open, and nothing of what hosts print is here."), qPrintable(panel().text()));
        QVERIFY(!diagnoser().isBusy());
        m_window->open(storyCaptures(soundSamples + sample)); // its hosts' output comes with it
        settle();
        QVERIFY2(panel().text().contains("Nothing found") && panel().text().contains("None of 49 faults shows in these packets and in what the hosts printed."), qPrintable(panel().text()));
        QVERIFY(panel().cards().empty());
        QVERIFY(badge().isVisible());
        QCOMPARE(badge().accessibleName(), "Nothing found");
        m_window->commands()[Command::CloseFile].trigger();
        settle();
        QVERIFY2(!panel().text().contains("these packets"), qPrintable(panel().text()));
    }

    void aLineOpensTheHostOutput()
    {
        openStory("stale-fdb");
        const auto subject = [&](const char *identity) { return m_window->topology().scene().withIdentity(identity); };
        EvidenceLine *const line = lineIn<EvidenceLine>(card(0), 0);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Space);
        QVERIFY(m_window->commands()[Command::ShowHostOutput].isChecked());
        QVERIFY2(m_window->hostOutput().place().startsWith("master: ") && m_window->hostOutput().place().contains(QString("line %1 of").arg(line->evidence().line)), qPrintable(m_window->hostOutput().place()));
        QVERIFY(m_window->topology().isVisible());
        QVERIFY(subject("interface:master/flannel.1"));
        QCOMPARE(m_window->topology().scene().lit(), std::set<Subject>{*subject("interface:master/flannel.1")});
        QTest::mouseClick(lineIn<EvidenceLine>(card(0), 1), Qt::LeftButton, {}, QPoint(20, 8));
        QVERIFY(m_window->hostOutput().place().startsWith("VM-16-10-centos: "));
        QCOMPARE(m_window->topology().scene().lit(), std::set<Subject>{*subject("interface:VM-16-10-centos/flannel.1")});
        for (QToolButton *button : card(0).details()->findChildren<QToolButton *>())
            button->click(); // all that it is about
        QCOMPARE(m_window->topology().scene().lit(), (std::set<Subject>{*subject("interface:master/flannel.1"), *subject("interface:VM-16-10-centos/flannel.1")}));
    }

    // In a narrow dock words are wrapped, not cut.
    void nothingIsCut()
    {
        m_window->resize(1024, 768);
        openStory("dns-search-amplification");
        auto *scroll = panel().findChild<QScrollArea *>();
        QTRY_COMPARE(scroll->widget()->width(), scroll->viewport()->width());
        for (QWidget *one : scroll->widget()->findChildren<QWidget *>())
            QVERIFY2(!one->isVisible() || one->mapTo(scroll->widget(), QPoint(one->width(), 0)).x() <= scroll->viewport()->width(), one->metaObject()->className());
    }

    // Without a device of the finding's the line's own, else the machine.
    void whatALineLights_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QStringList>("lit"); // of each line
        QTest::newRow("a firewall's line") << "forward-drop" << QStringList{"node:VM-16-10-centos"};
        QTest::newRow("a route's device") << "missing-route" << QStringList{};
        QTest::newRow("of a pod") << "dns-search-amplification" << QStringList{"pod:default/tea-6fb46d899f-4zkt2"};
    }

    void whatALineLights()
    {
        QFETCH(QString, story);
        QFETCH(QStringList, lit);
        openStory(story);
        const auto lines = card(0).details()->findChildren<EvidenceLine *>();
        for (qsizetype i = 0; i < lines.size(); ++i) {
            lines[i]->click();
            const std::set<Subject> shown = m_window->topology().scene().lit();
            QCOMPARE(shown.size(), 1u);
            if (i < lit.size())
                QCOMPARE(m_window->topology().scene().withIdentity(lit[i].toStdString()), std::optional(*shown.begin()));
        }
    }

    void aFrameIsSelected()
    {
        openStory("stale-fdb");
        m_window->setLayout(Layout::Topology);
        FrameLine *const line = lineIn<FrameLine>(card(0), 1);
        QVERIFY(line->row() != m_window->selection().row());
        QTest::mouseClick(line, Qt::LeftButton, {}, QPoint(20, 8));
        QCOMPARE(m_window->selection().row(), line->row());
        PacketListPanel &list = *m_window->findChild<PacketListPanel *>();
        QVERIFY(list.isVisible());
        QCOMPARE(list.selectedPackets(), std::vector<int>{line->row()});
        // A filter that hides it is named, and stays until it is cleared.
        m_window->applyFilter("arp && frame.number == 1");
        settle();
        lineIn<FrameLine>(card(0), 0)->click();
        QCOMPARE(m_window->selection().row(), lineIn<FrameLine>(card(0), 0)->row());
        MessageBar &messages = *m_window->findChild<MessageBar *>();
        QVERIFY(messages.isVisible());
        QCOMPARE(messages.text(), QString("The display filter hides packet %1.").arg(lineIn<FrameLine>(card(0), 0)->row() + 1));
        for (QPushButton *button : messages.findChildren<QPushButton *>())
            button->click();
        settle();
        QCOMPARE(list.selectedPackets(), std::vector<int>{lineIn<FrameLine>(card(0), 0)->row()});
    }

    void suspectsAreLit()
    {
        openStory("one-way-tunnel");
        const auto lines = panel().findChildren<SuspectLine *>();
        QCOMPARE(lines.size(), 5);
        const auto subject = [&](const char *identity) { return *m_window->topology().scene().withIdentity(identity); };
        lines[0]->click();
        QCOMPARE(m_window->topology().scene().lit(), (std::set<Subject>{subject("node:cn-master"), subject("node:cn-worker2")}));
        lines[2]->click();
        QCOMPARE(m_window->topology().scene().lit(), std::set<Subject>{subject("interface:cn-worker2/tunl0")});
        lines[4]->click();
        QCOMPARE(m_window->topology().scene().lit(), std::set<Subject>{subject("node:cn-worker2")});
    }

    void keyboard()
    {
        openStory("bgp-session-down");
        QCOMPARE(panel().cards().size(), 2u);
        FindingHead &first = card(0).head(), &second = card(1).head();
        first.setFocus();
        QTest::keyClick(&first, Qt::Key_Down);
        QVERIFY(second.hasFocus());
        QTest::keyClick(&second, Qt::Key_Down); // the last one
        QVERIFY(second.hasFocus() && !second.isChecked());
        QTest::keyClick(&second, Qt::Key_Right);
        QVERIFY(second.isChecked() && card(1).details()->isVisible());
        QCOMPARE(second.accessibleDescription(), "unfolded");
        QTest::keyClick(&second, Qt::Key_Tab);
        QVERIFY(card(1).details()->isAncestorOf(QApplication::focusWidget()));
        second.setFocus();
        QTest::keyClick(&second, Qt::Key_Left);
        QVERIFY(!second.isChecked() && !card(1).details()->isVisible());
        QTest::keyClick(&second, Qt::Key_Space);
        QVERIFY(second.isChecked());
        QTest::keyClick(&second, Qt::Key_Return);
        QVERIFY(!second.isChecked());
        QTest::keyClick(&second, Qt::Key_Home);
        QVERIFY(first.hasFocus());
        QTest::keyClick(&first, Qt::Key_End);
        QVERIFY(second.hasFocus());
        QTest::keyClick(&second, Qt::Key_Up);
        QVERIFY(first.hasFocus());
    }

    // Whatever takes the keyboard is a button with a name for who does not see it.
    void accessible()
    {
        openStory("one-way-tunnel");
        for (FindingCard *one : panel().cards())
            one->head().setChecked(true);
        int buttons = 0;
        for (QWidget *widget : panel().findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(spoken);
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            buttons += spoken->role() == QAccessible::Button || spoken->role() == QAccessible::CheckBox;
        }
        QVERIFY(buttons >= 12); // two lines, eight frames, the command's, the topology's, five suspects, the report's
        QAccessibleInterface *const counted = QAccessible::queryAccessibleInterface(&badge());
        QCOMPARE(counted->text(QAccessible::Name), "1 error");
        QVERIFY(counted->role() == QAccessible::Button);
    }

    void badgeOpensThePanel()
    {
        m_window->open(storyCaptures(faultStories + "bgp-session-down")); // nobody asks for the panel
        m_window->importSnapshots({faultStories + "bgp-session-down/snapshots"});
        settle();
        QVERIFY(!panel().isVisible() && badge().isVisible());
        QCOMPARE(badge().accessibleName(), "1 error, 1 warning");
        QTest::mouseClick(&badge(), Qt::LeftButton);
        QVERIFY(panel().isVisible() && m_window->commands()[Command::ShowFindings].isChecked());
        QCOMPARE(panel().cards().size(), 2u);
        m_window->commands()[Command::ShowFindings].trigger();
        QVERIFY(!panel().isVisible());
    }

    // The report is the command line's answer in other words: all that is cited stands in it, as Markdown that Qt reads.
    void copied_data()
    {
        QTest::addColumn<QString>("story");
        for (const char *story : {"stale-fdb", "one-way-tunnel", "dns-search-amplification", "bgp-session-down", "policy-drop"})
            QTest::newRow(story) << story;
    }

    void copied()
    {
        QFETCH(QString, story);
        const QJsonObject told = diagnosedBy(storyCaptures(faultStories + story), faultStories + story + "/snapshots");
        openStory(story);
        for (QPushButton *button : panel().findChildren<QPushButton *>())
            if (button->text().remove('&') == "Copy as Report")
                button->click();
        QTextDocument rendered;
        rendered.setMarkdown(QApplication::clipboard()->text());
        const QString text = rendered.toPlainText();
        for (const QJsonValue &finding : told["findings"].toArray()) {
            QString severity = finding["severity"].toString();
            severity[0] = severity[0].toUpper();
            QVERIFY2(text.contains(severity + ": " + finding["title"].toString()), qPrintable(text));
            for (const char *key : {"id", "why", "fix", "confirm"})
                QVERIFY2(text.contains(finding[QLatin1String(key)].toString()), qPrintable(text));
            QJsonArray cited = finding["evidence"].toArray();
            for (const QJsonValue &excluded : finding["excluded"].toArray()) {
                QVERIFY(text.contains("Not " + excluded["look_alike"].toString() + ", which this shows"));
                for (const QJsonValue &one : excluded["evidence"].toArray())
                    cited.append(one);
            }
            for (const QJsonValue &one : cited) {
                if (one["capture"].isUndefined()) {
                    QVERIFY2(text.contains(QString("%1:%2").arg(one["source"].toString()).arg(one["line"].toInt())), qPrintable(text));
                    QVERIFY2(text.contains(one["text"].toString().trimmed()), qPrintable(one["text"].toString()));
                } else {
                    QVERIFY2(text.contains(QString("%1, frame %2: ").arg(one["capture"].toString()).arg(one["frame"].toInt())), qPrintable(text));
                }
            }
        }
        for (const QString &capture : storyCaptures(faultStories + story))
            QVERIFY(text.contains(capture));
        const auto suspects = told["suspects"].toArray();
        QCOMPARE(text.contains("What flows that failed have in common"), !suspects.isEmpty());
        QVERIFY(!text.contains("**") && !text.contains("```"));
    }

    void savedWithDrawings()
    {
        openStory("stale-fdb");
        QTemporaryDir folder;
        const QString path = folder.filePath("what is wrong.md");
        m_window->findings().saveReport(path);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name), (QStringList{"what is wrong-1-ladder.svg", "what is wrong-1-topology.svg", "what is wrong.md"}));
        const QString text = QString::fromUtf8(bytesOf(path));
        for (const char *name : {"topology", "ladder"}) {
            const QString file = QString("what is wrong-1-%1.svg").arg(name);
            QVERIFY2(text.contains("](<" + file + ">)"), qPrintable(text));
            QXmlStreamReader xml(bytesOf(folder.filePath(file)));
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        }
        const QString drawing = QString::fromUtf8(bytesOf(folder.filePath("what is wrong-1-topology.svg")));
        QVERIFY(drawing.contains("flannel.1") && drawing.contains("VM-16-10-centos"));
        QCOMPARE(m_window->findChild<MessageBar *>()->text(), QString("The report was written to %1, drawings beside it: 2.").arg(path));
        m_window->findings().saveReport(folder.filePath("no such folder/report.md"));
        QVERIFY2(m_window->findChild<MessageBar *>()->text().contains("cannot be written"), qPrintable(m_window->findChild<MessageBar *>()->text()));
    }

    // What the hosts of these captures printed stands beside them: it is offered, not read.
    void hostOutputBeside()
    {
        MessageBar &messages = *m_window->findChild<MessageBar *>();
        m_window->open(storyCaptures(faultStories + "vni-mismatch"));
        settle();
        QVERIFY(m_window->snapshots().loaded().empty());
        QCOMPARE(messages.text(), "Host output stands beside these captures: " + faultStories + "vni-mismatch/snapshots");
        for (QPushButton *button : messages.findChildren<QPushButton *>())
            if (button->text() == "Import It")
                button->click();
        QTRY_VERIFY(!m_window->snapshots().loaded().empty());
        settle();
        QCOMPARE(badge().accessibleName(), "1 error");
        // Where it is there already nothing is offered, nor where nothing stands beside.
        m_window->open(storyCaptures(faultStories + "stale-fdb"));
        settle();
        QVERIFY(!messages.text().contains("stands beside") || !messages.isVisible());
        m_window->snapshots().clear();
        QTemporaryDir folder;
        const QString copy = folder.filePath("a.pcapng");
        QVERIFY(QFile::copy(storyCaptures(faultStories + "stale-fdb").front(), copy));
        m_window->open({copy});
        settle();
        QVERIFY(!messages.isVisible());
        // Of several folders nobody knows which is meant.
        m_window->open({storyCaptures(faultStories + "stale-fdb").front(), copy});
        settle();
        QVERIFY(!messages.isVisible());
    }

    // Looked at again when something has changed, and only then; what was unfolded stays so.
    void otherSnapshots()
    {
        const QString story = faultStories + "bgp-session-down";
        const QStringList captures = storyCaptures(story);
        openStory("bgp-session-down");
        card(1).head().setChecked(true);
        const int begun = diagnoser().begun();
        m_window->selectPacket(3);
        m_window->setLayout(Layout::Compare);
        m_window->applyFilter("bgp");
        settle();
        QTest::qWait(300);
        QCOMPARE(diagnoser().begun(), begun);
        m_window->snapshots().setChosen(0, false); // no host output any more
        settle();
        const QJsonArray alone = diagnosedBy(captures, {})["findings"].toArray();
        QCOMPARE(panel().cards().size(), std::size_t(alone.size()));
        QCOMPARE(diagnoser().begun(), begun + 1);
        QVERIFY(panel().text().contains("Host output is missing"));
        m_window->snapshots().setChosen(0, true);
        settle();
        QCOMPARE(panel().cards().size(), 2u);
        QVERIFY(card(0).head().isChecked() && card(1).head().isChecked());
    }

    // Another point for a file is another case.
    void otherPoints()
    {
        openStory("tunnel-port-blocked");
        const int begun = diagnoser().begun();
        QCOMPARE(panel().cards().size(), 1u);
        m_window->setPoint(m_window->capture().paths().front(), CapturePoint{"elsewhere", "eth9"});
        settle();
        QCOMPARE(diagnoser().begun(), begun + 1);
    }

    void stopped()
    {
        m_window->showFindings();
        m_window->open(storyCaptures(faultStories + "stale-fdb"));
        QTRY_VERIFY(m_window->capture().isComplete());
        diagnoser().stop();
        QVERIFY2(panel().text().contains("Not looked yet\nThat was stopped."), qPrintable(panel().text()));
        QVERIFY(!badge().isVisible());
        QTest::qWait(300);
        QVERIFY(!diagnoser().found() && m_window->isSettled());
        for (QPushButton *button : panel().findChildren<QPushButton *>())
            if (button->text() == "Look Again")
                button->click();
        settle();
        QVERIFY(diagnoser().found());
        QVERIFY(badge().isVisible());
    }

    void inChinese()
    {
        openStory("stale-fdb");
        m_language.setCode("zh_CN");
        QTRY_VERIFY2(panel().text().contains("1 个错误") && panel().text().contains("怎么办"), qPrintable(panel().text()));
        static const QRegularExpression english("\\b(the|what|which|this|and|is|of|to|not)\\b");
        QStringList untranslated;
        for (const QLabel *label : panel().findChildren<QLabel *>())
            if (label->isVisible() && !qobject_cast<EvidenceLine *>(label->parentWidget()) && !qobject_cast<FrameLine *>(label->parentWidget()) && label->text().contains(english))
                untranslated << label->text();
        QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join('\n')));
        QCOMPARE(badge().accessibleName(), "1 个错误");
        m_window->findings().copyReport();
        QVERIFY(QApplication::clipboard()->text().contains("诊断"));
    }
};

QTEST_MAIN(TestFindingsWindow)
#include "tst_findingswindow.moc"
