#include "app/screenshot.h"
#include "app/windowoptions.h"
#include "ui/mainwindow.h"
#include "ui/names/nameresolution.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QIcon>
#include <QTimer>

#include <algorithm>
#include <clocale>
#include <optional>
#include <string_view>

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

void introduce()
{
    QCoreApplication::setApplicationName(QStringLiteral("Vethscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VETHSCOPE_VERSION));
}

// --help and --version, for which QApplication would want a display first.
std::optional<int> toldWithoutDisplay(int argc, char **argv)
{
    const auto asks = [](std::string_view word) { return word == "-h" || word == "--help" || word == "--help-all" || word == "-v" || word == "--version"; };
    if (std::none_of(argv + 1, argv + argc, asks))
        return std::nullopt;
    QCoreApplication application(argc, argv);
    introduce();
    const Result<WindowOptions, Refusal> options = readOptions(QCoreApplication::arguments());
    return !options && options.error().exitCode == 0 ? std::optional(refuse(options.error())) : std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    if (const auto code = toldWithoutDisplay(argc, argv))
        return *code;
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/vethscope.svg")));
    QGuiApplication::setDesktopFileName(QStringLiteral("vethscope"));
    std::setlocale(LC_MESSAGES, "C"); // what the system calls errors stands among our own English words on standard error
    introduce();

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
    window.nameResolution().readLater(SystemNameFiles::here());
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
