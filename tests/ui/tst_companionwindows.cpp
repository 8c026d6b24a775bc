#include <QTest>

#include "ui/help/helpwindow.h"
#include "ui/mainwindow.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/windowkinds.h"
#include "ui/windows/companionwindow.h"
#include "ui/windows/companionwindows.h"

#include <QMenu>
#include <QMenuBar>
#include <QSet>

using namespace vethscope;

// What every window beside the main one promises, of each row of the table.

namespace {

const QString smallSample = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");

} // namespace

class CompanionWindowsTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    void make()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    CompanionWindow &shown(const WindowKind &kind)
    {
        m_window->windows().action(kind.name).trigger();
        return *m_window->windows().window(kind.name);
    }

    static void rowsOfTheTable()
    {
        QTest::addColumn<int>("row");
        for (std::size_t row = 0; row < windowKinds().size(); ++row)
            QTest::newRow(windowKinds()[row].name) << int(row);
    }

    static const WindowKind &kindInRow()
    {
        QFETCH(int, row);
        return windowKinds()[std::size_t(row)];
    }

private slots:
    void init() { make(); }

    void cleanup()
    {
        m_language.setCode("en");
        m_window.reset();
    }

    void namesAreDifferent()
    {
        QSet<QByteArray> names;
        for (const WindowKind &kind : windowKinds())
            names << kind.name;
        QCOMPARE(names.size(), qsizetype(windowKinds().size()));
    }

    void isInItsMenu_data() { rowsOfTheTable(); }
    void isInItsMenu()
    {
        const WindowKind &kind = kindInRow();
        const QAction &action = m_window->windows().action(kind.name);
        int menus = 0;
        for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>()) // those below others too
            if (menu->actions().contains(&action)) {
                ++menus;
                QCOMPARE(menu->title(), Commands::title(kind.group));
            }
        QCOMPARE(menus, 1);
        for (const QKeySequence &keys : action.shortcuts())
            QVERIFY(HelpWindow::shortcuts(m_window->commands()).html.contains(keys.toString(QKeySequence::NativeText)));
    }

    void tellsWhatItIs_data() { rowsOfTheTable(); }
    void tellsWhatItIs()
    {
        const WindowKind &kind = kindInRow();
        m_window->open({smallSample});
        QTRY_VERIFY(m_window->isSettled());
        CompanionWindow &window = shown(kind);
        QCOMPARE(window.objectName(), QLatin1String(kind.name) + "Window");
        QVERIFY2(window.windowTitle().startsWith(Commands::bare(Commands::translated(kind.text))), qPrintable(window.windowTitle()));
        m_language.setCode("zh_CN");
        QTRY_VERIFY2(window.windowTitle().startsWith(Commands::bare(Commands::translated(kind.text))), qPrintable(window.windowTitle()));
        QVERIFY(Commands::translated(kind.text) != QLatin1String(kind.text));
        QTRY_VERIFY(!window.isBusy());
    }

    void closesByKeys_data() { rowsOfTheTable(); }
    void closesByKeys()
    {
        CompanionWindow &window = shown(kindInRow());
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!window.isVisible());
        QVERIFY(m_window->isVisible());
        shown(kindInRow());
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(!window.isVisible());
    }

    void isOneAndHasItsSizeAgain_data() { rowsOfTheTable(); }
    void isOneAndHasItsSizeAgain()
    {
        const WindowKind &kind = kindInRow();
        CompanionWindow &window = shown(kind);
        QCOMPARE(&shown(kind), &window);
        window.resize(723, 417);
        QTRY_COMPARE(window.size(), QSize(723, 417));
        make();
        QCOMPARE(shown(kind).size(), QSize(723, 417));
    }

    void closesWithTheMainOne_data() { rowsOfTheTable(); }
    void closesWithTheMainOne()
    {
        CompanionWindow &window = shown(kindInRow());
        QVERIFY(window.isVisible());
        m_window->close();
        QVERIFY(!window.isVisible());
    }

    // Without a capture, and when one is closed while it counts: nobody reads what is gone.
    void outlivesItsCapture_data() { rowsOfTheTable(); }
    void outlivesItsCapture()
    {
        CompanionWindow &window = shown(kindInRow());
        QTRY_VERIFY(!window.isBusy());
        m_window->open({smallSample});
        QTest::qWait(1);
        m_window->commands()[Command::CloseFile].trigger();
        QVERIFY(!m_window->capture().isOpen());
        QTRY_VERIFY(!window.isBusy());
        QVERIFY(window.isVisible());
    }
};

QTEST_MAIN(CompanionWindowsTest)
#include "tst_companionwindows.moc"
