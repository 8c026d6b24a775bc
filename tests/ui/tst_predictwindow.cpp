#include <QTest>

#include "ui/evidence/evidencepanel.h"
#include "ui/mainwindow.h"
#include "ui/predict/comparisonpanel.h"
#include "ui/predict/pathplayer.h"
#include "ui/predict/predictcontroller.h"
#include "ui/predict/predictpanel.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/topology/figureexport.h"
#include "ui/topology/partitem.h"
#include "ui/topology/pathitem.h"
#include "ui/topology/topologypanel.h"
#include "ui/topology/topologyscene.h"
#include "ui/topology/topologyview.h"
#include "ui/windows/companionwindows.h"

#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTimer>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>

// Foretold paths in the window: the commands, the drawing that lights up, the menus.

using namespace vethscope;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");
const QString tea = "default/tea-6fb46d899f-4zkt2", web = "default/web-5dcb957ccc-d4n6l";

} // namespace

class PredictWindowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;

    TopologyScene &scene() { return m_window->topology().scene(); }
    PathPlayer &player() { return m_window->prediction().player(); }
    QAction &command(Command command) { return m_window->commands()[command]; }

    void load(const QString &sample = "flannel-vxlan")
    {
        QStringList hosts;
        for (const QFileInfo &file : QDir(samples + sample + "/hosts").entryInfoList({"*.txt"}))
            hosts << file.filePath();
        m_window->importSnapshots(hosts);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->snapshots().cluster() && m_window->isSettled(), 30'000);
    }
    void predict(const QString &from, const QString &to)
    {
        m_window->predict(from, to);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 30'000);
    }
    bool isLit(const std::string &identity)
    {
        const auto subject = scene().withIdentity(identity);
        return subject && scene().partOf(*subject)->isLit();
    }
    // Runs a menu that is about to open: its titles, and triggers the one wanted.
    static void inMenu(QStringList &titles, const QString &wanted)
    {
        QTimer::singleShot(0, qApp, [&titles, wanted] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            QAction *found = nullptr;
            for (QAction *action : menu->actions()) {
                titles << action->text();
                if (action->text() == wanted)
                    found = action;
            }
            menu->hide(); // as a click does before the action
            if (found)
                found->trigger();
            menu->close();
        });
    }

    // Widths of the lines in the SVG group of that name.
    QStringList strokes(const QString &group)
    {
        static const QRegularExpression width(QStringLiteral("stroke-width=\"([0-9.]+)\""));
        const QString svg = QString::fromUtf8(figureSvg(*m_window->snapshots().cluster(), m_window->topology().paper()));
        const QString part = svg.section("<g id=\"" + group + "\">", 1).section("</g>", 0, 0);
        QStringList widths;
        for (auto match = width.globalMatch(part); match.hasNext();)
            widths << match.next().captured(1);
        return widths;
    }

    // A box's line is bolder by 1.2, another by 1.4.
    static bool isBold(const QStringList &plain, const QStringList &widths)
    {
        for (qsizetype i = 0; i < plain.size() && plain.size() == widths.size(); ++i)
            if (const double more = widths[i].toDouble() - plain[i].toDouble(); std::abs(more - 1.3) > 0.101)
                return false;
        return !plain.isEmpty() && plain.size() == widths.size();
    }

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_language = std::make_unique<Language>();
        m_preferences = std::make_unique<Preferences>(Preferences::Keep::Nothing);
        m_window = std::make_unique<MainWindow>(*m_theme, *m_language, *m_preferences);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void needsHosts()
    {
        QVERIFY(!command(Command::PredictPath).isEnabled());
        load();
        QVERIFY(command(Command::PredictPath).isEnabled());
        QVERIFY(!m_window->prediction().panel().isVisible());
    }

    void thePathLightsUp()
    {
        load();
        predict(tea, web);
        QVERIFY(m_window->prediction().panel().isVisible());
        QVERIFY(command(Command::LayoutTopology).isChecked());
        const PathItem *path = scene().path();
        QVERIFY(path);
        QCOMPARE(path->figure().stops.size(), std::size_t(11));
        QCOMPARE(path->hop(), std::size_t(0));
        QVERIFY(isLit("pod:" + tea.toStdString()) && !isLit("interface:master/vetha1f852ea") && !isLit("interface:master/flannel.1"));
        player().setHop(3);
        QCOMPARE(path, scene().path()); // the same item, a step further
        QCOMPARE(path->hop(), std::size_t(3));
        QVERIFY(isLit("interface:master/vetha1f852ea") && isLit("interface:master/cni0") && isLit("interface:master/flannel.1"));
        QVERIFY(!isLit("interface:master/eth0") && !isLit("interface:master/veth7bd66290"));
        const QRectF dot = path->dotArea();
        const figure::Point at = path->figure().stops[3].dot;
        QVERIFY(dot.contains(at.x, at.y) && dot.width() > 16);
        player().setAnswer(true);
        QVERIFY(isLit("pod:" + web.toStdString()) && !isLit("interface:master/flannel.1"));
        // Folding a node draws anew: the path is there again.
        m_window->topology().foldAll(true);
        QVERIFY(scene().path() && scene().path()->figure().stops.size() == 11);
        m_window->topology().foldAll(false);
        // Closing the panel ends it.
        command(Command::ShowPrediction).setChecked(false);
        QVERIFY(!scene().path() && !player().path() && !m_window->prediction().panel().isVisible());
        QVERIFY(!isLit("pod:" + web.toStdString()));
    }

    void otherSnapshotsAnotherPath()
    {
        load();
        predict(tea, web);
        QCOMPARE(player().hopCount(), 11);
        m_window->snapshots().clear();
        QTRY_VERIFY(!scene().path() && !player().path());
        QVERIFY(!command(Command::PredictPath).isEnabled());
    }

    void refusalsAreSaid()
    {
        load();
        QSignalSpy failed(&m_window->prediction(), &PredictController::failed);
        predict("tee", web);
        QCOMPARE(failed.count(), 1);
        QVERIFY(!m_window->prediction().panel().isVisible());
    }

    void dialogFromTheCommand()
    {
        load();
        QTimer::singleShot(0, qApp, [&] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            const auto boxes = dialog->findChildren<QComboBox *>();
            for (QComboBox *box : boxes)
                if (box->isEditable())
                    box->setEditText(box->accessibleName() == "From" ? tea : web);
            dialog->accept();
        });
        command(Command::PredictPath).trigger();
        QVERIFY(player().path());
        QCOMPARE(m_window->prediction().predictions().foretold()->asked.to, web);
        // The next one begins where this one ended.
        QTimer::singleShot(0, qApp, [&] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            for (QComboBox *box : dialog->findChildren<QComboBox *>())
                if (box->isEditable())
                    QCOMPARE(box->currentText(), box->accessibleName() == "From" ? tea : web);
            dialog->reject();
        });
        command(Command::PredictPath).trigger();
        QVERIFY(player().path());
    }

    void menusOfTheDrawing()
    {
        load();
        m_window->setLayout(Layout::Topology);
        QSignalSpy wanted(&m_window->topology(), &TopologyPanel::predictRequested);
        const auto menuOf = [&](const std::string &identity, const QString &title, const std::function<void(QDialog &)> &inDialog = {}) {
            QStringList titles;
            inMenu(titles, title);
            QTimer::singleShot(200, qApp, [inDialog] {
                if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
                    if (inDialog)
                        inDialog(*dialog);
                    dialog->reject();
                }
            });
            emit m_window->topology().view().menuRequested(*scene().withIdentity(identity), QPoint(100, 100));
            QTest::qWait(400);
            return titles;
        };
        QStringList titles = menuOf("pod:" + tea.toStdString(), "Predict from here…", [](QDialog &dialog) {
            for (QComboBox *box : dialog.findChildren<QComboBox *>())
                if (box->isEditable())
                    QCOMPARE(box->currentText(), box->accessibleName() == "From" ? tea : QString());
        });
        QVERIFY2(titles.contains("Predict from here…") && titles.contains("Predict to here…"), qPrintable(titles.join('\n')));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front(), (QVariantList{tea, QString()}));
        titles = menuOf("pod:" + web.toStdString(), "Predict from tea-6fb46d899f-4zkt2 to here");
        QVERIFY2(titles.contains("Predict from tea-6fb46d899f-4zkt2 to here"), qPrintable(titles.join('\n')));
        QCOMPARE(wanted.back(), (QVariantList{tea, web}));
        QTRY_VERIFY_WITH_TIMEOUT(player().path(), 30'000);
        titles = menuOf("interface:master/eth0", "Predict to here…");
        QCOMPARE(wanted.back(), (QVariantList{QString(), "master"}));
        titles = menuOf("subnet:172.27.0.0/20", {});
        QVERIFY2(!titles.join('\n').contains("Predict"), qPrintable(titles.join('\n')));
    }

    void comparisonOfThePacket()
    {
        m_window->open({samples + "flannel-vxlan/captures/master.eth0.pcapng"});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled() && m_window->snapshots().cluster(), 30'000);
        m_window->selectPacket(10);
        QVERIFY(!m_window->comparison().isVisible());
        m_window->setLayout(Layout::Topology);
        command(Command::ShowComparison).trigger();
        QVERIFY(m_window->comparison().isVisible());
        QVERIFY(command(Command::LayoutBrowse).isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->comparison().rows().topLevelItemCount() > 5, 30'000);
        QVERIFY(m_window->comparison().rows().topLevelItem(0)->text(0).startsWith("✓"));
        command(Command::ShowComparison).trigger();
        QVERIFY(!m_window->comparison().isVisible());
    }

    void theMatrixAsksToo()
    {
        load();
        emit m_window->windows().predictRequested(tea, web);
        QTRY_VERIFY_WITH_TIMEOUT(player().path(), 30'000);
        QCOMPARE(player().hopCount(), 11);
        QVERIFY(m_window->prediction().panel().isVisible());
        emit m_window->windows().evidenceRequested(player().path()->hops[3].steps.front().evidence.front());
        QVERIFY(m_window->hostOutput().isVisible());
    }

    void linesAreHandedOn()
    {
        load();
        predict(tea, web);
        const Evidence line = player().path()->hops[3].steps.front().evidence.front();
        for (const bool fromPath : {true, false}) {
            command(Command::ShowHostOutput).setChecked(false);
            QVERIFY(!m_window->hostOutput().isVisible());
            if (fromPath)
                emit m_window->prediction().panel().evidenceRequested(line);
            else
                emit m_window->comparison().evidenceRequested(line);
            QVERIFY(m_window->hostOutput().isVisible());
        }
    }

    // What is lit in the window is lit on paper: walked devices bold, the packet's dot where it is.
    void pathGoesToPaper()
    {
        load();
        const QStringList plain = strokes("interface:master/flannel.1");
        const qsizetype parts = qsizetype(m_window->topology().paper().parts.size());
        predict(tea, web);
        const auto last = [this] { return m_window->topology().paper().parts.back(); };
        QCOMPARE(qsizetype(m_window->topology().paper().parts.size()), parts + 1);
        QCOMPARE(strokes("interface:master/flannel.1"), plain);
        player().setHop(player().hopCount() - 1);
        QVERIFY2(isBold(plain, strokes("interface:master/flannel.1")), qPrintable(strokes("interface:master/flannel.1").join(' ')));
        const std::size_t walked = std::ranges::count_if(last().shapes, [](const figure::Shape &shape) { const auto *line = std::get_if<figure::Line>(&shape); return line && line->width == 5; });
        QVERIFY2(walked >= 8, qPrintable(QString::number(walked)));
        QVERIFY(std::ranges::any_of(m_window->topology().paper().parts, &Part::faint));
        player().setHop(0);
        QVERIFY(std::ranges::none_of(last().shapes, [](const figure::Shape &shape) { const auto *line = std::get_if<figure::Line>(&shape); return line && line->width == 5; }));
        const QImage withPath = figureImage(m_window->topology().paper());
        m_window->prediction().close();
        const QImage without = figureImage(m_window->topology().paper());
        QCOMPARE(withPath.size(), without.size());
        QVERIFY(withPath != without);
        QVERIFY(std::ranges::none_of(m_window->topology().paper().parts, &Part::faint));
        m_window->topology().showPlaces({{"master", {}, "flannel.1"}}); // what anything else lights
        QVERIFY(isBold(plain, strokes("interface:master/flannel.1")));
    }

    // Without a path the panel says what to do, and asks.
    void emptyPanelAsks()
    {
        PredictPanel &panel = m_window->prediction().panel();
        command(Command::ShowPrediction).setChecked(true);
        QVERIFY(panel.isVisible());
        const auto texts = [&] {
            QStringList said;
            for (const QLabel *label : panel.findChildren<QLabel *>())
                if (label->isVisible())
                    said << label->text();
            return said.join('|');
        };
        auto ask = [&](const QString &text) {
            for (QPushButton *button : panel.findChildren<QPushButton *>())
                if (button->isVisible() && button->text() == text)
                    return button;
            return static_cast<QPushButton *>(nullptr);
        };
        QVERIFY2(texts().startsWith("No path yet|Paths are foretold from what the hosts printed."), qPrintable(texts()));
        QVERIFY(ask("Predict a Path…") && !ask("Predict a Path…")->isEnabled());
        load();
        QVERIFY2(texts().startsWith("No path yet|Choose who sends to whom"), qPrintable(texts()));
        bool asked = false;
        QTimer::singleShot(0, qApp, [&] {
            if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
                asked = true;
                dialog->reject();
            }
        });
        QVERIFY(ask("Predict a Path…")->isEnabled());
        ask("Predict a Path…")->click();
        QVERIFY(asked);
        QVERIFY(!ask("Request") && !panel.steps().isVisible());
        predict(tea, web);
        QVERIFY(ask("Request") && ask("Another Path…") && !ask("Predict a Path…"));
        QVERIFY(panel.steps().isVisible() && !texts().contains("Choose who sends"));
        m_window->snapshots().clear();
        QTRY_VERIFY(!panel.isVisible());
    }

    // What was open when the window was closed is open again, as large as it was; what was not, is not.
    void docksComeBack()
    {
        const auto docks = [this] {
            QStringList open;
            for (const QDockWidget *dock : m_window->findChildren<QDockWidget *>())
                if (dock->isVisible())
                    open << dock->objectName();
            open.sort();
            return open.join(' ');
        };
        const auto dock = [this](const char *name) { return m_window->findChild<QDockWidget *>(QString::fromLatin1(name)); };
        const auto restart = [this] {
            m_window->close();
            m_window = std::make_unique<MainWindow>(*m_theme, *m_language, *m_preferences);
            m_window->show();
            QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
            QTest::qWait(50);
        };
        restart();
        QCOMPARE(docks(), QString());
        for (const Command one : {Command::ShowWhy, Command::ShowHostOutput, Command::ShowPrediction})
            command(one).setChecked(true);
        QTest::qWait(50);
        auto *desk = qobject_cast<QMainWindow *>(dock("whyDock")->parentWidget());
        QVERIFY(desk);
        desk->resizeDocks({dock("whyDock")}, {455}, Qt::Horizontal);
        desk->resizeDocks({dock("hostOutputDock")}, {187}, Qt::Vertical);
        QTest::qWait(50);
        const int width = dock("whyDock")->width(), height = dock("hostOutputDock")->height();
        QVERIFY(std::abs(width - 455) < 60 && std::abs(height - 187) < 60);
        restart();
        QCOMPARE(docks(), QString("hostOutputDock predictDock whyDock"));
        QVERIFY(command(Command::ShowWhy).isChecked() && !command(Command::ShowComparison).isChecked());
        QCOMPARE(dock("whyDock")->width(), width);
        QCOMPARE(dock("hostOutputDock")->height(), height);
        command(Command::ShowWhy).setChecked(false);
        command(Command::ShowPrediction).setChecked(false);
        restart();
        QCOMPARE(docks(), QString("hostOutputDock"));
        QCOMPARE(dock("hostOutputDock")->height(), height);
        command(Command::ShowWhy).setChecked(true); // which has kept its size, too
        QTest::qWait(50);
        QVERIFY2(std::abs(dock("whyDock")->width() - width) <= 2, qPrintable(QString::number(dock("whyDock")->width())));
    }
};

QTEST_MAIN(PredictWindowTest)
#include "tst_predictwindow.moc"
