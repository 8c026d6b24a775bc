#include <QTest>

#include "ui/evidence/evidencepanel.h"
#include "ui/evidence/findline.h"
#include "ui/evidence/sourceview.h"
#include "ui/evidence/textcolumns.h"
#include "ui/shared/snapshots.h"

#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

using namespace vethscope;

// What hosts printed, opened at a line.

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

const char notes[] = R"([root@master net]# ip addr show cni0
6: cni0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default qlen 1000
    link/ether 0a:58:0a:f4:00:01 brd ff:ff:ff:ff:ff:ff
    inet 10.244.0.1/24 brd 10.244.0.255 scope global cni0
[root@master net]# ip route
default via 172.27.0.1 dev eth0
10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink
[root@VM-16-10-centos ~]# ip route
default via 172.27.16.1 dev eth0
)";

std::shared_ptr<const SourceText> textOf(std::string text)
{
    return std::make_shared<const SourceText>("a.txt", std::move(text));
}

std::shared_ptr<const SourceText> threeLines()
{
    return textOf("eth0 Eth0\nno\n ETH0 last eth0\n");
}

// Evidence of the line that is this one.
Evidence lineIn(const Snapshot &snapshot, std::string_view wanted)
{
    for (const ImportedCommand &command : snapshot.report.commands)
        for (std::uint32_t line = 1; line <= command.source->size(); ++line)
            if (command.source->line(line) == wanted)
                return {command.source, line};
    return {};
}

} // namespace

class TestHostOutput : public QObject
{
    Q_OBJECT

private slots:
    void columns_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("byte");
        QTest::addColumn<int>("column");
        QTest::newRow("beginning") << QByteArray("abc") << 0 << 0;
        QTest::newRow("Latin") << QByteArray("abc") << 2 << 2;
        QTest::newRow("end") << QByteArray("abc") << 3 << 3;
        QTest::newRow("tab at the beginning") << QByteArray("\tx") << 1 << 8;
        QTest::newRow("tab behind a word") << QByteArray("abc\tx") << 4 << 8;
        QTest::newRow("tab behind eight") << QByteArray("12345678\tx") << 9 << 16;
        QTest::newRow("two bytes, one column") << QByteArray("\xc3\xa9x") << 2 << 1;
        QTest::newRow("Chinese takes two") << QByteArray("\xe7\x9c\x8bx") << 3 << 2;
        QTest::newRow("an arrow takes one") << QByteArray("\xe2\x86\x92x") << 3 << 1;
        QTest::newRow("an emoji takes two") << QByteArray("\xf0\x9f\x90\xb3x") << 4 << 2;
        QTest::newRow("no UTF-8: byte by byte") << QByteArray("\xe7\x9c") << 1 << 1;
        QTest::newRow("no UTF-8 in the middle") << QByteArray("\xe7" "ab") << 2 << 2;
    }

    void columns()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, byte);
        QFETCH(int, column);
        const std::string_view text(line.constData(), std::size_t(line.size()));
        QCOMPARE(int(columnOf(text, std::size_t(byte))), column);
        QCOMPARE(int(byteAt(text, std::size_t(column))), byte);
    }

    // A column within a character is the character's.
    void withinCharacters()
    {
        QCOMPARE(byteAt("\tx", 3), 0u);
        QCOMPARE(byteAt("\xe7\x9c\x8bx", 1), 0u);
        QCOMPARE(byteAt("abc", 99), 3u);
        QCOMPARE(columnOf("\xe7\x9c\x8bx", 1), 0u);
    }

    void search_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("from"); // line:byte
        QTest::addColumn<bool>("backwards");
        QTest::addColumn<QString>("found");
        QTest::newRow("the next in the line") << "eth0" << "1:0" << false << "1:5";
        QTest::newRow("in a later line, large or small") << "eth0" << "1:5" << false << "3:1";
        QTest::newRow("large words") << "ETH0" << "1:5" << false << "3:1";
        QTest::newRow("round the end") << "eth0" << "3:11" << false << "1:0";
        QTest::newRow("back in the line") << "eth0" << "1:5" << true << "1:0";
        QTest::newRow("back: the last of a line before") << "eth0" << "1:0" << true << "3:11";
        QTest::newRow("back in the middle") << "eth0" << "3:11" << true << "3:1";
        QTest::newRow("only one: itself again") << "last" << "3:6" << false << "3:6";
        QTest::newRow("only one, back") << "last" << "3:6" << true << "3:6";
        QTest::newRow("from behind it, back") << "last" << "3:7" << true << "3:6";
        QTest::newRow("from behind it, on") << "last" << "3:7" << false << "3:6";
        QTest::newRow("not there") << "eth1" << "1:0" << false << "";
        QTest::newRow("no words") << "" << "1:0" << false << "";
        QTest::newRow("over a line's end") << "eth0\nno" << "1:0" << false << "";
    }

    void search()
    {
        QFETCH(QString, words);
        QFETCH(QString, from);
        QFETCH(bool, backwards);
        LineSearch search(threeLines(), words.toStdString(), {from.section(':', 0, 0).toULongLong(), from.section(':', 1).toULongLong()}, backwards);
        for (int piece = 0; piece < 10 && !search.isOver(); ++piece)
            search.goOn(0); // a line at a time
        QVERIFY(search.isOver());
        const auto found = search.found();
        QTEST(found ? QString("%1:%2").arg(found->line).arg(found->byte) : QString(), "found");
    }

    void searchGoesInPieces()
    {
        LineSearch search(textOf(std::string(1000, '\n') + "x"), "x", {1, 0}, false);
        search.goOn(100);
        QVERIFY(!search.isOver());
        QVERIFY(!search.found());
        search.goOn(10'000);
        QVERIFY(search.isOver());
        QCOMPARE(search.found()->line, 1001u);
        LineSearch nothing(nullptr, "x", {1, 0}, false);
        QVERIFY(nothing.isOver());
    }

    void citesALine()
    {
        SourceView view;
        view.resize(400, 200);
        std::string text;
        for (int i = 1; i <= 500; ++i)
            text += "line " + std::to_string(i) + "\n";
        view.setText(textOf(text));
        QSignalSpy moved(&view, &SourceView::cursorMoved);
        view.cite(321, 6);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(view.citedLine(), 321u);
        QCOMPARE(view.cursor(), (TextPlace{321, 5}));
        QVERIFY(view.firstVisibleLine() <= 321 && view.firstVisibleLine() + view.visibleLines() > 321);
        QVERIFY(view.firstVisibleLine() > 321 - view.visibleLines());
        QCOMPARE(view.accessibleDescription(), "a.txt, line 321: line 321");
        view.cite(501, 0); // there is none
        QCOMPARE(view.citedLine(), 0u);
        view.cite(500, 0);
        QCOMPARE(view.firstVisibleLine() + view.visibleLines() - 1, 500u);
    }

    // The cited line looks otherwise than the others, and moves with them.
    void lightsTheLine()
    {
        SourceView view;
        view.resize(400, 200);
        view.setText(textOf("one\ntwo\nthree\nfour\n"));
        const QImage before = view.viewport()->grab().toImage();
        view.cite(2, 0);
        const QImage after = view.viewport()->grab().toImage();
        const auto differs = [&](int row) {
            const int height = before.height() / int(view.visibleLines()), y = row * height + height / 2;
            return before.pixelColor(before.width() - 2, y) != after.pixelColor(after.width() - 2, y);
        };
        QVERIFY(!differs(0));
        QVERIFY(differs(1));
        QVERIFY(!differs(2));
    }

    void selectsAndCopies()
    {
        SourceView view;
        view.resize(400, 200);
        view.setText(threeLines());
        view.show();
        view.select({1, 5}, 4);
        QCOMPARE(view.selectedText(), "Eth0");
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), "Eth0");
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY(!view.hasSelection());
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier); // the line
        QCOMPARE(QGuiApplication::clipboard()->text(), "eth0 Eth0");
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view.selectedText(), "eth0 Eth0\n");
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view.selectedText(), "eth0 Eth0\nn");
        QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(view.selectedText(), "eth0 Eth0\n");
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view.cursor(), (TextPlace{3, 15}));
        QTest::keyClick(&view, Qt::Key_Down); // there is no more
        QCOMPARE(view.cursor().line, 3u);
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(view.cursor(), (TextPlace{1, 0}));
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view.selectedText(), "eth0 Eth0\nno\n ETH0 last eth0");
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.cursor(), (TextPlace{3, 14}));
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.cursor(), (TextPlace{2, 2})); // shorter
        QTest::keyClick(&view, Qt::Key_Right); // stays in its line
        QCOMPARE(view.cursor(), (TextPlace{2, 2}));
    }

    void mouseSelects()
    {
        SourceView view;
        view.resize(400, 200);
        view.setText(textOf("inet 10.244.0.1/24 brd\nnext\n"));
        view.show();
        const int row = view.viewport()->height() / int(view.visibleLines());
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, QPoint(view.viewport()->width() / 3, row / 2));
        QVERIFY2(QStringList({"inet", "10.244.0.1/24", "brd"}).contains(view.selectedText()), qPrintable(view.selectedText()));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(view.viewport()->width() - 2, row + row / 2));
        QCOMPARE(view.cursor(), (TextPlace{2, 4}));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(2, row / 2));
        QCOMPARE(view.selectedText(), "inet 10.244.0.1/24 brd\nnext");
    }

    // A text of 60 MB is shown, scrolled and painted while nobody notices; a line of 8 MB as well.
    void longTexts()
    {
        std::string text;
        while (text.size() < 60'000'000)
            text += "10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink proto kernel scope link src 10.244.0.1\n";
        const auto source = textOf(std::move(text));
        SourceView view;
        view.resize(800, 600);
        view.show();
        QElapsedTimer timer;
        timer.start();
        view.setText(source);
        view.cite(std::uint32_t(source->size() - 100), 0);
        view.viewport()->grab();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        timer.restart();
        for (int i = 0; i < 20; ++i) {
            view.verticalScrollBar()->setValue(i * 30'000);
            view.viewport()->grab();
        }
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));

        view.setText(textOf(std::string(8'000'000, 'x') + "yz"));
        timer.restart();
        view.cite(1, 8'000'001);
        view.viewport()->grab();
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(view.horizontalScrollBar()->value() > 7'900'000);
    }

    void finds()
    {
        SourceView view;
        view.resize(400, 200);
        view.setText(threeLines());
        view.show();
        FindLine find(view);
        find.begin();
        QVERIFY(find.isVisible());
        QTest::keyClicks(&find.edit(), "eth0");
        QTRY_VERIFY(!find.isSearching());
        QCOMPARE(view.cursor(), (TextPlace{1, 4})); // behind the first, which is selected
        QCOMPARE(view.selectedText(), "eth0");
        for (const TextPlace next : {TextPlace{1, 9}, TextPlace{3, 5}, TextPlace{3, 15}, TextPlace{1, 4}}) {
            QTest::keyClick(&find.edit(), Qt::Key_Return);
            QTRY_VERIFY(!find.isSearching());
            QCOMPARE(view.cursor(), next);
        }
        QTest::keyClick(&find.edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTRY_VERIFY(!find.isSearching());
        QCOMPARE(view.cursor(), (TextPlace{3, 15}));
        QTest::keyClicks(&find.edit(), "zzz");
        QTRY_VERIFY(!find.isSearching());
        QCOMPARE(view.selectedText(), "eth0"); // nothing goes where nothing is found
        QTest::keyClick(&find.edit(), Qt::Key_Escape);
        QVERIFY(!find.isVisible());
    }

    void sources()
    {
        const auto snapshot = std::make_shared<const Snapshot>(readPastedSnapshot(notes, "notes"));
        const std::vector<HostSource> sources = hostSourcesOf({LoadedSnapshot{snapshot, {}}, LoadedSnapshot{snapshot, {}}});
        QCOMPARE(sources.size(), 2u); // each snapshot's own
        const HostSource &source = sources.front();
        QCOMPARE(source.name(), "notes");
        const auto told = [&](std::uint32_t line) {
            const HostSource::Part *const part = source.partAt(line);
            return part ? part->machine + ": " + part->command : QString();
        };
        QCOMPARE(told(0), QString());
        QCOMPARE(told(1), "master: ip addr show cni0");
        QCOMPARE(told(4), "master: ip addr show cni0");
        QCOMPARE(told(5), "master: ip route");
        QCOMPARE(told(7), "master: ip route");
        QCOMPARE(told(8), "VM-16-10-centos: ip route");
        QCOMPARE(told(999), "VM-16-10-centos: ip route");
        QVERIFY(source.has({source.text, 3}));
        const auto mended = std::make_shared<const SourceText>(source.text->with(3, {"another"}));
        QVERIFY(source.has({mended, 3}));
        QVERIFY(!source.has({textOf("x"), 1}));
        QVERIFY(!source.has({std::make_shared<const SourceText>("notes", notes), 3})); // the same words of another snapshot
        QVERIFY(!source.has({}));
    }

    void opensAtTheLine()
    {
        Snapshots snapshots;
        EvidencePanel panel(snapshots);
        panel.resize(700, 200);
        panel.show();
        QVERIFY(!panel.view().isVisible());
        QVERIFY(panel.place().isEmpty());
        snapshots.readText(notes);
        snapshots.read({samples + "flannel-vxlan/hosts"});
        QTRY_VERIFY_WITH_TIMEOUT(!snapshots.isBusy(), 30'000);
        QVERIFY(panel.view().isVisible());
        QVERIFY(panel.sources().count() > 3);
        const Evidence route = lineIn(*snapshots.loaded().front().snapshot, "10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink");
        QVERIFY(route.source);
        panel.showEvidence(route);
        QCOMPARE(panel.view().citedLine(), 7u);
        QCOMPARE(panel.view().text(), route.source);
        QCOMPARE(panel.place(), "master: ip route · line 7 of 9");
        QVERIFY(panel.sources().currentText().endsWith(QString::fromStdString(route.source->name())));
        QVERIFY2(panel.sources().currentText().contains(" · "), "of which snapshot, since there are two");

        const Evidence neighbour = lineIn(*snapshots.loaded().back().snapshot, "10.244.1.0               ether   2a:3c:a0:e1:a9:b6   CM                    flannel.1");
        QVERIFY(neighbour.source);
        panel.showEvidence(neighbour);
        QCOMPARE(panel.view().citedLine(), neighbour.line);
        QVERIFY(panel.sources().currentText().endsWith("master.txt"));
        QVERIFY2(panel.place().startsWith("master: arp"), qPrintable(panel.place()));
        panel.showEvidence({}); // nothing to show
        QCOMPARE(panel.view().citedLine(), neighbour.line);

        snapshots.remove(0); // what is shown stays
        QTRY_VERIFY_WITH_TIMEOUT(!snapshots.isBusy(), 30'000);
        QCOMPARE(panel.view().text(), neighbour.source);
        QCOMPARE(panel.view().citedLine(), neighbour.line);
        QVERIFY(!panel.sources().currentText().contains(" · "));
        panel.showEvidence(route); // evidence keeps its text
        QCOMPARE(panel.view().text(), route.source);
        QCOMPARE(panel.view().citedLine(), 7u);
        snapshots.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!snapshots.isBusy(), 30'000);
        QVERIFY(!panel.view().isVisible());
    }

    void choosesAnotherText()
    {
        Snapshots snapshots;
        EvidencePanel panel(snapshots);
        panel.show();
        snapshots.read({samples + "flannel-vxlan/hosts"});
        QTRY_VERIFY_WITH_TIMEOUT(!snapshots.isBusy(), 30'000);
        const int other = panel.sources().findText("master.txt");
        QVERIFY(other >= 0);
        panel.sources().setCurrentIndex(other);
        emit panel.sources().activated(other);
        QCOMPARE(QString::fromStdString(panel.view().text()->name()), "master.txt");
        QCOMPARE(panel.view().citedLine(), 0u);
        panel.view().setFocus();
        QTest::keyClick(&panel.view(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(panel.findLine().isVisible());
        QTest::keyClicks(&panel.findLine().edit(), "2a:3c:a0:e1:a9:b6");
        QTRY_VERIFY(!panel.findLine().isSearching());
        QCOMPARE(panel.view().selectedText(), "2a:3c:a0:e1:a9:b6");
        QVERIFY2(panel.place().startsWith("master: "), qPrintable(panel.place()));
    }
};

QTEST_MAIN(TestHostOutput)
#include "tst_hostoutput.moc"
