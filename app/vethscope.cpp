#include "app/screenshot.h"
#include "app/windowoptions.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTimer>

using namespace vethscope;

namespace {

Theme::Mode themeMode(const WindowOptions &options, const Preferences &preferences)
{
    if (!options.theme.isEmpty())
        return options.theme == QLatin1String("dark") ? Theme::Mode::Dark : Theme::Mode::Light;
    if (!options.screenshot.isEmpty())
        return Theme::Mode::Light;
    return static_cast<Theme::Mode>(preferences.value(preference::theme, int(Theme::Mode::System)).toInt());
}

QString languageCode(const WindowOptions &options, const Preferences &preferences)
{
    if (!options.language.isEmpty())
        return options.language;
    if (!options.screenshot.isEmpty())
        return QStringLiteral("en");
    return preferences.value(preference::language, Language::ofSystem()).toString();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Vethscope"));
    QApplication::setApplicationVersion(QStringLiteral(VETHSCOPE_VERSION));

    const Result<WindowOptions, Refusal> options = readOptions(QApplication::arguments());
    if (!options)
        return refuse(options.error());

    Preferences preferences(options->screenshot.isEmpty() ? Preferences::Keep::OnDisk : Preferences::Keep::Nothing);
    Language language;
    language.setCode(languageCode(*options, preferences));
    Theme theme;
    theme.setMode(themeMode(*options, preferences));
    theme.setZoom(preferences.value(preference::zoom, 100).toInt());
    MainWindow window(theme, language, preferences);
    window.setLayout(options->layout.value_or(Layout::Browse));
    if (!options->screenshot.isEmpty())
        return takeScreenshot(window, *options);

    window.show();
    // With the window already on the screen, so that a long file does not delay it.
    QTimer::singleShot(0, &window, [&] {
        showWhatIsAskedFor(window, *options);
        if (!window.capture().isOpen() && !options->startCapture)
            window.offerLeftovers();
    });
    return QApplication::exec();
}
