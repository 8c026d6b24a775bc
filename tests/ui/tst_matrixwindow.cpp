#include <QTest>

#include "core/snapshot/snapshot.h"
#include "tests/support/samplecluster.h"
#include "ui/mainwindow.h"
#include "ui/matrix/cellpanel.h"
#include "ui/matrix/changesmodel.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixoptions.h"
#include "ui/matrix/matrixstatus.h"
#include "ui/matrix/matrixview.h"
#include "ui/matrix/matrixwindow.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"
#include "ui/windows/companionwindows.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTimer>
#include <QTreeView>
#include <QXmlStreamReader>

using namespace vethscope;

// Analyze ▸ Reachability Matrix, beside the main window: calico-ipip as the lab has it, and with one route of the master taken away.
class MatrixWindowTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
    QString m_sound, m_broken;

    // The lab's transcripts; of the master without the lines of the worker's block where it is to be broken.
    QString copied(const QString &name, bool isBroken)
    {
        const QDir hosts(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/calico-ipip/hosts"));
        const QString folder = m_folder.filePath(name);
        QDir().mkpath(folder);
        for (const QString &host : hosts.entryList({"*.txt"}, QDir::Files)) {
            QFile from(hosts.filePath(host)), to(folder + '/' + host);
            if (!from.open(QFile::ReadOnly) || !to.open(QFile::WriteOnly))
                return {};
            QByteArray text = from.readAll();
            if (isBroken && host == "cn-master.txt") {
                QByteArrayList kept;
                for (const QByteArray &line : text.split('\n'))
                    if (!line.startsWith("10.244.60.64"))
                        kept << line;
                text = kept.join('\n');
            }
            to.write(text);
        }
        return folder;
    }

    MatrixWindow &shown()
    {
        m_window->windows().action("matrix").trigger();
        MatrixWindow &window = *m_window->windows().window<MatrixWindow>("matrix");
        settle(window);
        return window;
    }

    static void settle(MatrixWindow &window)
    {
        QTRY_VERIFY(!window.isRunning());
        QCoreApplication::processEvents();
    }

    void import(const QString &path)
    {
        m_window->importSnapshots({path});
        QTRY_VERIFY(!m_window->snapshots().isBusy() && m_window->snapshots().cluster());
    }

    MatrixWindow &shownOf(const QString &path)
    {
        import(path);
        return shown();
    }

    static void compareWith(MatrixWindow &window, const QString &path)
    {
        window.openForComparing(path, true);
        QTRY_VERIFY(!window.options().after().isEmpty());
        settle(window);
    }

    MatrixWindow &compared()
    {
        MatrixWindow &window = shownOf(m_sound);
        compareWith(window, m_broken);
        return window;
    }

    static QModelIndex indexOf(const MatrixModel &model, const std::string &from, const std::string &to)
    {
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                if (model.who(row, Qt::Vertical).name.find(from) != std::string::npos && model.who(column, Qt::Horizontal).name.find(to) != std::string::npos)
                    return model.index(row, column);
        return {};
    }

    static QStringList names(const MatrixModel &model, Qt::Orientation orientation)
    {
        QStringList all;
        for (int section = 0; section < (orientation == Qt::Vertical ? model.rowCount() : model.columnCount()); ++section)
            all << model.headerData(section, orientation, Qt::DisplayRole).toString();
        return all;
    }

private slots:
    void initTestCase()
    {
        m_sound = copied("sound", false);
        m_broken = copied("broken", true);
        QVERIFY(!m_sound.isEmpty() && !m_broken.isEmpty());
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_language.setCode("en");
    }

    // Without facts there is nothing to foretell.
    void empty()
    {
        MatrixWindow &window = shown();
        QCOMPARE(window.model().rowCount(), 0);
        QVERIFY(window.csv().isEmpty());
        QVERIFY(window.svg().isEmpty());
        QVERIFY(!window.view().isVisible());
    }

    // Node by node, each with its pods; services last.
    void order()
    {
        MatrixWindow &window = shownOf(m_sound);
        QAbstractItemModelTester tester(&window.model());
        const QStringList rows{"cn-master", "kube-system/coredns-5d78c9869d-hn4vj", "default/blog-7c96bd5f4d-lz2pk", "cn-worker1", "default/post-68f5c7b9d4-t8wqs", "cn-worker2", "default/wiki-59d8fb6c7c-9mxrb"};
        QCOMPARE(names(window.model(), Qt::Vertical), rows);
        QCOMPARE(names(window.model(), Qt::Horizontal), rows + QStringList({"kube-system/kube-dns", "default/wiki"}));
        QStringList groups;
        for (int column = 0; column < window.model().columnCount(); ++column)
            if (window.model().beginsGroup(column, Qt::Horizontal))
                groups << QString::number(column) + ' ' + window.model().groupName(column, Qt::Horizontal);
        QCOMPARE(groups, QStringList({"0 cn-master", "3 cn-worker1", "5 cn-worker2", "7 Services"}));
        QCOMPARE(window.status().sums().section(" · ", 2, 2), QString("does not arrive: 0"));
    }

    // The cells are the matrix' own, whatever the order.
    void cells()
    {
        MatrixWindow &window = shownOf(m_broken);
        const MatrixModel &model = window.model();
        const path::Matrix &matrix = model.table().matrix;
        std::size_t dropped = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(row, column);
                const std::size_t cell = model.cell(index);
                QCOMPARE(matrix.rows[cell / matrix.columns.size()].name, model.who(row, Qt::Vertical).name);
                QCOMPARE(matrix.columns[cell % matrix.columns.size()].name, model.who(column, Qt::Horizontal).name);
                QCOMPARE(model.indexOf(cell), index);
                const bool isDropped = matrix.cells[cell].verdict() == path::Verdict::Dropped;
                QCOMPARE(index.data(MatrixModel::Look).toInt() == int(CellLook::Dropped), isDropped);
                QVERIFY(!index.data(MatrixModel::Changed).toBool());
                dropped += isDropped;
            }
        }
        QCOMPARE(dropped, std::size_t(3));
        QVERIFY2(window.status().sums().contains("does not arrive: 3"), qPrintable(window.status().sums()));
    }

    void looks()
    {
        MatrixModel &model = shownOf(m_sound).model();
        QCOMPARE(indexOf(model, "lz2pk", "lz2pk").data(MatrixModel::Look).toInt(), int(CellLook::Arrives));
        QCOMPARE(indexOf(model, "lz2pk", "9mxrb").data(MatrixModel::Look).toInt(), int(CellLook::Assumed));
        QCOMPARE(indexOf(model, "lz2pk", "9mxrb").data(Qt::AccessibleTextRole).toString(),
                 QString("pod default/blog-7c96bd5f4d-lz2pk → pod default/wiki-59d8fb6c7c-9mxrb: arrives, if what nobody printed is as usual"));
    }

    void onlyWhatFails()
    {
        MatrixWindow &window = shownOf(m_broken);
        window.options().onlyFailing().setChecked(true);
        QCOMPARE(names(window.model(), Qt::Vertical), QStringList({"cn-master", "kube-system/coredns-5d78c9869d-hn4vj", "default/blog-7c96bd5f4d-lz2pk"}));
        QCOMPARE(names(window.model(), Qt::Horizontal), QStringList({"default/post-68f5c7b9d4-t8wqs"}));
        window.options().search().setText("BLOG");
        QCOMPARE(names(window.model(), Qt::Vertical), QStringList({"default/blog-7c96bd5f4d-lz2pk"}));
        window.options().search().setText("kube-dns"); // no sender, and no column that fails
        QCOMPARE(window.model().rowCount(), 0);
        window.options().onlyFailing().setChecked(false);
        QCOMPARE(names(window.model(), Qt::Horizontal), QStringList({"kube-system/kube-dns"}));
        QCOMPARE(window.model().rowCount(), 7);
        window.options().search().clear();
        QCOMPARE(window.model().columnCount(), 9);
    }

    // What the cell says beside the table, with its line.
    void fault()
    {
        MatrixWindow &window = shownOf(m_broken);
        QSignalSpy lines(&window, &MatrixWindow::evidenceRequested), predictions(&window, &MatrixWindow::predictRequested);
        window.view().goTo(indexOf(window.model(), "lz2pk", "t8wqs"));
        const QString text = window.cell().text();
        for (const char *words : {"pod default/blog-7c96bd5f4d-lz2pk", "✕ does not arrive", "leaves-cluster", "is of the cluster, but goes to a router by the default route", "The line at fault", "default via 172.27.0.1 dev eth0"})
            QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY(window.cell().command().isEmpty());
        QMetaObject::invokeMethod(window.cell().findChild<QTextBrowser *>(), "anchorClicked", Q_ARG(QUrl, QUrl("line:0")));
        QCOMPARE(lines.size(), 1);
        QCOMPARE(QString::fromStdString(std::string(lines[0][0].value<Evidence>().text())).trimmed(), QString("default via 172.27.0.1 dev eth0"));
        window.cell().findChildren<QPushButton *>().last()->click();
        QCOMPARE(predictions.size(), 1);
        QCOMPARE(predictions[0], QVariantList({"pod/default/blog-7c96bd5f4d-lz2pk", "pod/default/post-68f5c7b9d4-t8wqs"}));
    }

    // What is not known says which command would tell, and copies it.
    void command()
    {
        const QString path = m_folder.filePath("few.txt");
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("[root@n1 ~]# ip addr\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 state UP\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n    inet 192.0.2.1/24 scope global eth0\n"
                   "[root@n2 ~]# ip addr\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 state UP\n    link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n    inet 198.51.100.2/24 scope global eth0\n");
        file.close();
        MatrixWindow &window = shownOf(path);
        window.view().goTo(indexOf(window.model(), "n1", "n2"));
        QVERIFY2(window.cell().text().contains("? not known"), qPrintable(window.cell().text()));
        QCOMPARE(window.cell().command(), QString("ip route"));
        QVERIFY(window.cell().text().contains("The command that would tell, on n1"));
        QPushButton *copy = window.cell().findChildren<QPushButton *>().first();
        QVERIFY(copy->isVisible());
        copy->click();
        QCOMPARE(QApplication::clipboard()->text(), QString("ip route"));
    }

    void keys()
    {
        MatrixWindow &window = shownOf(m_broken);
        MatrixView &view = window.view();
        QCOMPARE(view.currentIndex(), window.model().index(0, 0));
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.currentIndex(), window.model().index(1, 1));
        QVERIFY(window.cell().text().startsWith("pod kube-system/coredns"));
        QTest::keyClick(&view, Qt::Key_F); // column 4 of this row is dropped
        QCOMPARE(view.currentIndex(), window.model().index(1, 4));
        QTest::keyClick(&view, Qt::Key_F);
        QCOMPARE(view.currentIndex(), window.model().index(2, 4));
        QTest::keyClick(&view, Qt::Key_F); // and from the beginning
        QCOMPARE(view.currentIndex(), window.model().index(0, 4));
        QTest::keyClick(&view, Qt::Key_F, Qt::ShiftModifier);
        QCOMPARE(view.currentIndex(), window.model().index(2, 4));
        view.setCellSize(20);
        QTest::keyClick(&view, Qt::Key_Plus);
        QCOMPARE(view.cellSize(), 23);
        QTest::keyClick(&view, Qt::Key_Minus);
        QCOMPARE(view.cellSize(), 20);
        QCOMPARE(view.verticalHeader()->sectionSize(0), 20);
        view.setCellSize(1);
        QCOMPARE(view.cellSize(), MatrixView::smallest);
        view.setCellSize(1000);
        QCOMPARE(view.cellSize(), MatrixView::largest);
    }

    void exports()
    {
        MatrixWindow &window = shownOf(m_broken);
        const QStringList rows = QString::fromUtf8(window.csv()).trimmed().split('\n');
        QCOMPARE(rows.size(), 1 + 7 * 9);
        QCOMPARE(rows.first(), QString("from,to,kind,verdict,disposition,ask,ask_on,source,line,text"));
        QVERIFY(rows.join('\n').contains(QRegularExpression("default/blog-7c96bd5f4d-lz2pk,default/post-68f5c7b9d4-t8wqs,pod,dropped,leaves-cluster,,,cn-master.txt,\\d+,default via 172.27.0.1 dev eth0")));
        QXmlStreamReader svg(window.svg());
        QStringList texts;
        while (!svg.atEnd()) {
            svg.readNext();
            if (svg.isStartElement() && svg.name() == QLatin1String("text"))
                texts << svg.readElementText();
        }
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
        for (const char *text : {"Who reaches whom", "default/wiki-59d8fb6c7c-9mxrb  7", "8  kube-system/kube-dns", "9", "does not arrive: 3"})
            QVERIFY2(texts.contains(text), qPrintable(texts.join('|')));
    }

    // One route explains all that changed.
    void whatIf()
    {
        MatrixWindow &window = compared();
        const MatrixModel &model = window.model();
        QVERIFY(model.result()->after);
        QCOMPARE(model.result()->changes.size(), std::size_t(3));
        QVERIFY(window.changes().isVisible());
        const QAbstractItemModel &changes = *window.changes().model();
        QAbstractItemModelTester tester(const_cast<QAbstractItemModel *>(&changes));
        QCOMPARE(changes.rowCount(), 1);
        QStringList titles;
        for (int column = 0; column < changes.columnCount(); ++column)
            titles << changes.headerData(column, Qt::Horizontal).toString();
        QCOMPARE(titles, (QStringList{"Line, and the ways that it explains", "Before → after", "Headers that changed"}));
        QVERIFY(!changes.headerData(0, Qt::Horizontal, Qt::ToolTipRole).isValid() && !changes.headerData(0, Qt::Vertical).isValid());
        QCOMPARE(changes.index(0, 0).data().toString(), QString("3 ways: − 10.244.60.64/26 via 172.27.0.32 dev eth0 proto bird"));
        QCOMPARE(window.view().currentIndex(), indexOf(model, "cn-master", "t8wqs")); // the first of them
        QCOMPARE(changes.rowCount(changes.index(0, 0)), 3);
        const QModelIndex last = changes.index(2, 0, changes.index(0, 0));
        QCOMPARE(last.data().toString(), QString("default/blog-7c96bd5f4d-lz2pk → default/post-68f5c7b9d4-t8wqs"));
        QCOMPARE(last.siblingAtColumn(1).data().toString(), QString("✓ delivered → ✕ leaves-cluster"));
        QCOMPARE(last.siblingAtColumn(2).data().toString(), QString("native eth.dst"));
        // Its cell, and what is said of it.
        window.changes().setCurrentIndex(last);
        QCOMPARE(window.view().currentIndex(), indexOf(model, "lz2pk", "t8wqs"));
        QVERIFY(window.view().currentIndex().data(MatrixModel::Changed).toBool());
        for (const char *words : {"Before → after", "✓ arrives (delivered) → ✕ does not arrive (leaves-cluster)", "native eth.dst", "52:54:00:06:d4:b3", "Lines before", "Lines after", "default via 172.27.0.1"})
            QVERIFY2(window.cell().text().contains(words), qPrintable(window.cell().text()));
        QVERIFY(window.status().sums().endsWith("3 changed"));
    }

    void sides()
    {
        MatrixWindow &window = compared();
        const auto look = [&] { return indexOf(window.model(), "lz2pk", "t8wqs").data(MatrixModel::Look).toInt(); };
        QCOMPARE(look(), int(CellLook::Assumed));
        window.view().goTo(indexOf(window.model(), "lz2pk", "t8wqs"));
        window.options().side().setCurrentIndex(1);
        QVERIFY(window.model().isAfter());
        QCOMPARE(window.view().currentIndex(), indexOf(window.model(), "lz2pk", "t8wqs"));
        QVERIFY(window.cell().text().contains("✕ does not arrive"));
        QCOMPARE(look(), int(CellLook::Dropped));
        QVERIFY(indexOf(window.model(), "lz2pk", "t8wqs").data(MatrixModel::Changed).toBool());
        QVERIFY(!indexOf(window.model(), "lz2pk", "9mxrb").data(MatrixModel::Changed).toBool());
        window.options().onlyChanged().setChecked(true);
        QCOMPARE(window.model().rowCount(), 3);
        QCOMPARE(window.model().columnCount(), 1);
        // Compared with nothing there is one side again.
        window.options().chooseAfter(-1);
        settle(window);
        QVERIFY(!window.model().result()->after);
        QVERIFY(!window.model().isAfter());
        QVERIFY(!window.changes().isVisible());
        QVERIFY(!window.options().side().isVisible());
    }

    // Other facts, other cells; nobody has to ask for them.
    void follows()
    {
        MatrixWindow &window = shownOf(m_sound);
        QVERIFY(window.status().sums().contains("does not arrive: 0"));
        m_window->snapshots().clear();
        QTRY_COMPARE(window.model().rowCount(), 0);
        m_window->importSnapshots({m_broken});
        QTRY_VERIFY(window.model().rowCount() > 0);
        QVERIFY(window.status().sums().contains("does not arrive: 3"));
    }

    // Said in the window, where what was there stays.
    void unreadable_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing there") << "none" << "none";
        QTest::newRow("no host output") << "prose.txt" << "prose.txt tells of no node and no pod.";
        QTest::newRow("a folder of nothing") << "empty" << "empty";
    }

    void unreadable()
    {
        QFETCH(QString, name);
        QFETCH(QString, said);
        QFile prose(m_folder.filePath("prose.txt"));
        QVERIFY(prose.open(QFile::WriteOnly));
        prose.write("Dear all,\n\nthe meeting is on Tuesday.\n");
        prose.close();
        QDir(m_folder.path()).mkdir("empty");
        MatrixWindow &window = compared();
        const auto result = window.model().result();
        const MatrixSource after = window.options().after();
        QSignalSpy failed(&window.sources(), &MatrixSources::failed);
        QSignalSpy reading(&window.sources(), &MatrixSources::readingChanged);
        window.openForComparing(m_folder.filePath(name), true);
        QVERIFY(window.sources().isReading());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(reading.size(), 2);
        QVERIFY(!window.sources().isReading());
        QVERIFY(window.messages().isVisible());
        QVERIFY2(window.messages().text().contains(said), qPrintable(window.messages().text()));
        QCOMPARE(window.model().result(), result);
        QCOMPARE(window.options().after().snapshot, after.snapshot);
        QVERIFY(!window.isRunning());
        window.openForComparing(m_sound, true); // what can be read takes the message away
        QTRY_VERIFY(!window.messages().isVisible());
    }

    // A folder, an archive and a file are read alike; of two the last one counts.
    void opensWhateverHoldsASnapshot()
    {
        MatrixWindow &window = shownOf(m_sound);
        QSignalSpy opened(&window.sources(), &MatrixSources::opened);
        window.openForComparing(m_sound, true);
        window.openForComparing(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/calico-ipip/snapshots/cn-master.tar.gz"), true);
        QTRY_COMPARE(opened.size(), 1);
        settle(window);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().toInt(), 2);
        QVERIFY2(window.options().afterTitle().startsWith("cn-master"), qPrintable(window.options().afterTitle()));
        QCOMPARE(window.sources().all().size(), std::size_t(3));
        window.openForComparing(m_broken + "/cn-master.txt", false);
        QTRY_COMPARE(opened.size(), 2);
        QVERIFY2(window.options().beforeTitle().startsWith("cn-master.txt"), qPrintable(window.options().beforeTitle()));
        settle(window);
    }

    // The two entries of a choice ask; without an answer all stays.
    void asksForFilesAndFolders()
    {
        MatrixWindow &window = shownOf(m_sound);
        const auto result = window.model().result();
        QSignalSpy asked(&window.options(), &MatrixOptions::openRequested);
        QTimer closer;
        QStringList modes;
        connect(&closer, &QTimer::timeout, [&] {
            if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
                modes << QString::number(int(dialog->fileMode()));
                dialog->reject();
            }
        });
        closer.start(20);
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        for (QComboBox *box : {&window.options().beforeChoice(), &window.options().afterChoice()}) {
            for (const char *entry : {"Open Another…", "Open Another Folder…"}) {
                const int before = box->currentIndex(), place = box->findText(QString::fromUtf8(entry));
                QVERIFY(place > 0);
                box->setCurrentIndex(place);
                emit box->activated(place);
                QCOMPARE(box->currentIndex(), before);
            }
        }
        QStringList said;
        for (const auto &arguments : asked)
            said << QString::number(arguments[0].toBool()) + QString::number(arguments[1].toBool());
        QCOMPARE(said.join(' '), QString("00 01 10 11"));
        QCOMPARE(modes, QStringList({QString::number(QFileDialog::ExistingFile), QString::number(QFileDialog::Directory), QString::number(QFileDialog::ExistingFile), QString::number(QFileDialog::Directory)}));
        QCOMPARE(window.model().result(), result);
    }

    // Facts of 50 nodes are being joined, which nothing interrupts: the window does not wait for that, and what is started next comes.
    void stoppedWhileFactsAreJoined()
    {
        const std::string text = test::transcriptOf(test::generatedCluster(50, 10));
        const auto large = std::make_shared<const Snapshot>(readPastedSnapshot(text));
        QElapsedTimer joining;
        joining.start();
        const Cluster cluster = clusterOf(large->facts);
        const path::Predictor predictor(cluster);
        const qint64 whole = joining.elapsed();
        MatrixRun run;
        QSignalSpy finished(&run, &MatrixRun::finished), stopped(&run, &MatrixRun::stopped);
        QElapsedTimer waited;
        waited.start();
        run.start({{}, large});
        QVERIFY(run.isRunning());
        run.stop();
        QVERIFY2(waited.elapsed() < std::max<qint64>(whole / 4, 20), qPrintable(QStringLiteral("%1 of %2 ms").arg(waited.elapsed()).arg(whole)));
        QVERIFY(!run.isRunning());
        QCOMPARE(stopped.size(), 1);
        const auto small = std::make_shared<const Snapshot>(*readSnapshot(m_sound.toStdString()));
        waited.restart();
        run.start({{}, large});
        run.start({{}, small}); // in the place of the large one
        QVERIFY2(waited.elapsed() < std::max<qint64>(whole / 4, 20), qPrintable(QString::number(waited.elapsed())));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QCOMPARE(finished.front().front().value<std::shared_ptr<const MatrixResult>>()->before.matrix.rows.size(), std::size_t(7));
        QVERIFY(!run.isRunning());
        QTest::qWait(int(whole));
        QCOMPARE(finished.size(), 1);
    }

    // What is chosen stays chosen among fewer cells.
    void cellStaysChosen()
    {
        MatrixWindow &window = compared();
        const QString words = window.cell().text();
        QVERIFY(words.contains("cn-master"));
        window.options().onlyChanged().setChecked(true);
        QCOMPARE(window.view().currentIndex(), indexOf(window.model(), "cn-master", "t8wqs"));
        QCOMPARE(window.cell().text(), words);
        window.options().onlyChanged().setChecked(false);
        window.options().search().setText("cn-ma");
        QCOMPARE(window.view().currentIndex(), indexOf(window.model(), "cn-master", "t8wqs"));
        window.options().search().clear();
        window.options().side().setCurrentIndex(1);
        window.options().onlyFailing().setChecked(true);
        QCOMPARE(window.view().currentIndex(), indexOf(window.model(), "cn-master", "t8wqs"));
        QVERIFY(window.cell().text().contains("does not arrive"));
        window.options().search().setText("wiki");
        QVERIFY(!window.view().currentIndex().isValid()); // no such row is left
    }

    // How it ends is read in full at 1024 pixels, too.
    void changesAreReadInFull()
    {
        MatrixWindow &window = compared();
        window.resize(1024, 768);
        QCoreApplication::processEvents();
        const QHeaderView &header = *window.changes().header();
        const QModelIndex way = window.changes().model()->index(0, 1, window.changes().model()->index(0, 0));
        QVERIFY(header.sectionSize(1) >= window.changes().fontMetrics().horizontalAdvance(way.data().toString()));
        QCOMPARE(header.length(), window.changes().viewport()->width());
    }

    void chinese()
    {
        MatrixWindow &window = shownOf(m_broken);
        m_language.setCode("zh_CN");
        QCoreApplication::processEvents();
        QCOMPARE(window.windowTitle(), QString("可达性矩阵"));
        window.view().goTo(indexOf(window.model(), "lz2pk", "t8wqs"));
        QVERIFY2(window.cell().text().contains("不能到达"), qPrintable(window.cell().text()));
        QVERIFY(window.status().sums().contains("不能到达：3"));
    }
};

QTEST_MAIN(MatrixWindowTest)
#include "tst_matrixwindow.moc"
