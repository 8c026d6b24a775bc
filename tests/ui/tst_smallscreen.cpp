#include "ui/help/fieldreference.h"
#include "ui/help/helpwindow.h"
#include "ui/mainwindow.h"
#include "ui/panels/toolbar.h"
#include "ui/shared/commands.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/shared/screenroom.h"
#include "ui/windowkinds.h"
#include "ui/windows/companionwindow.h"
#include "ui/windows/companionwindows.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace vethscope;

// On a screen of 1024 × 768 everything is in sight, in both languages.

class SmallScreenTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

    void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Chinese") << "zh_CN";
    }

private slots:
    void theToolBarGivesUpTheNameFirst_data() { languages(); }
    void windowsOpenWithTheirTitleBarInSight_data() { languages(); }

    // While a capture runs there are three buttons more; the window is not widened for them.
    void theToolBarGivesUpTheNameFirst()
    {
        QFETCH(QString, language);
        Language spoken;
        spoken.setCode(language);
        Commands commands;
        QWidget window;
        QVBoxLayout column(&window);
        column.setContentsMargins(0, 0, 0, 0);
        ToolBar bar(commands);
        column.addWidget(&bar);
        const auto &name = *bar.findChild<QLabel *>("appName");
        bar.setCapturing(true);
        window.resize(1024, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_COMPARE(bar.width(), 1024);
        for (const auto *button : bar.findChildren<QAbstractButton *>())
            QVERIFY2(!button->isVisible() || (button->width() >= button->minimumSizeHint().width() && bar.rect().contains(button->geometry())), qPrintable(button->text()));
        window.resize(1280, 60);
        QTRY_VERIFY(name.isVisible());
        window.resize(window.minimumSizeHint().width(), 60);
        QTRY_VERIFY(!name.isVisible());
        bar.setCapturing(false);
        QTRY_VERIFY(name.isVisible());
    }

    // The screen of the offscreen platform is 800 × 800.
    void windowsOpenWithTheirTitleBarInSight()
    {
        QFETCH(QString, language);
        Language spoken;
        spoken.setCode(language);
        Preferences preferences(Preferences::Keep::Nothing);
        MainWindow window(m_theme, spoken, preferences);
        window.show();
        for (const WindowKind &kind : windowKinds()) {
            const CompanionWindow &shown = window.windows().show(kind.name);
            QVERIFY2(screenRoom(shown).contains(shown.geometry()), kind.name);
        }
        for (const Command command : {Command::Manual, Command::Shortcuts, Command::FieldReference})
            window.commands()[command].trigger();
        const auto help = window.findChildren<HelpWindow *>();
        QCOMPARE(help.size(), 2);
        for (const HelpWindow *shown : help)
            QVERIFY2(shown->findChild<QTextBrowser *>()->horizontalScrollBar()->maximum() == 0 && shown->height() <= screenRoom(*shown).height(), qPrintable(shown->windowTitle()));
        const auto *fields = window.findChild<FieldReference *>();
        QVERIFY(fields && fields->height() <= screenRoom(*fields).height());
    }
};

QTEST_MAIN(SmallScreenTest)
#include "tst_smallscreen.moc"
