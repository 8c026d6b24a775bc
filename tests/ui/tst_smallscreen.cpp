#include "ui/panels/toolbar.h"
#include "ui/shared/commands.h"
#include "ui/shared/language.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

using namespace vethscope;

// On a screen of 1024 × 768 everything is in sight, in both languages.

class SmallScreenTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

private slots:
    void theToolBarGivesUpTheNameFirst_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Chinese") << "zh_CN";
    }

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
};

QTEST_MAIN(SmallScreenTest)
#include "tst_smallscreen.moc"
