#include "app/screenshot.h"

#include "app/windowoptions.h"
#include "core/snapshot/importsums.h"
#include "ui/capture/capturecontroller.h"
#include "ui/mainwindow.h"
#include "ui/session/sessioncontroller.h"
#include "ui/windowkinds.h"
#include "ui/windows/companionwindow.h"
#include "ui/windows/companionwindows.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QThread>

#include <algorithm>
#include <cstdio>

namespace vethscope {
namespace {

constexpr int waitMilliseconds = 20;
constexpr int frame = 48; // pixels of the main window that stay in sight around another
constexpr int paintRounds = 8; // samples and layouts that follow from timers after the last packet

void waitUntilSettled(const MainWindow &window)
{
    while (!window.isSettled())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, waitMilliseconds);
}

void letPaint()
{
    for (int i = 0; i < paintRounds; ++i) {
        QApplication::processEvents(QEventLoop::AllEvents, waitMilliseconds);
        QThread::msleep(waitMilliseconds);
    }
}

// What of host output was not used; only what is missing from it for us makes the exit code.
void tell(const ImportReport &report, QStringList &problems)
{
    for (const Error &problem : report.problems)
        problems << QString::fromStdString(problem.message.english());
    for (const std::string &line : complaintsOf(report))
        std::fprintf(stderr, "%s\n", line.c_str());
    if (!isComplete(report) && report.problems.empty()) {
        ImportSums sums;
        sums.add(report);
        problems << QString::fromStdString(sums.sentence());
    }
}

int fail(int exitCode, const QString &message)
{
    std::fputs(QStringLiteral("vethscope: %1\n").arg(message).toUtf8().constData(), stderr);
    return exitCode;
}

// A window that was opened beside the main one, as it stands in front of it.
QPixmap pictureOf(MainWindow &window)
{
    const std::vector<CompanionWindow *> open = window.windows().windows();
    if (open.empty())
        return window.grab();
    CompanionWindow &front = *open.back();
    const QMargins around(frame, frame, frame, frame);
    const QRect place = QRect(QPoint(), window.size()).marginsRemoved(around);
    front.resize(place.size());
    while (front.isBusy())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, waitMilliseconds);
    front.fit();
    letPaint();
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    painter.drawPixmap(place.topLeft(), front.grab());
    return picture;
}

// Whether one of the inputs that were named is there to be seen.
bool readsAnything(MainWindow &window, const WindowOptions &options)
{
    const auto isNamed = [](const LoadedSnapshot &one) { return !one.bundled; };
    return (!options.files.isEmpty() && window.capture().isOpen()) || std::ranges::any_of(window.snapshots().loaded(), isNamed);
}

} // namespace

void showWhatIsAskedFor(MainWindow &window, const WindowOptions &options)
{
    for (const auto &[file, point] : options.points)
        window.setPoint(file, point);
    if (options.panel == QLatin1String("why"))
        window.showWhy();
    if (options.panel == QLatin1String("journey"))
        window.showJourney();
    if (options.panel == QLatin1String("findings"))
        window.showFindings();
    if (options.startCapture)
        window.startCapture(options.capture);
    else if (!options.capture.interfaces.isEmpty())
        window.askForCapture(options.capture.interfaces);
    else
        window.open(options.files);
    if (options.layout)
        window.setLayout(*options.layout); // it goes before a session's own
    window.importSnapshots(options.snapshots);
    if (options.panel == QLatin1String("predict"))
        window.predict(options.from, options.to);
    if (const QByteArray panel = options.panel.toUtf8(); std::ranges::any_of(windowKinds(), [&](const WindowKind &kind) { return panel == kind.name; }))
        window.windows().show(panel.constData());
    if (!options.filter.isEmpty())
        window.applyFilter(options.filter);
    if (options.select > 0)
        window.selectWhenSettled(options.select);
}

int takeScreenshot(MainWindow &window, const WindowOptions &options)
{
    QStringList problems;
    QString failure;
    QObject::connect(&window.capture(), &OpenCapture::finished, &window, [&](const QStringList &found) { problems << found; });
    QObject::connect(&window.capture(), &OpenCapture::failed, &window, [&](const QString &message) { failure = message; });

    QObject::connect(&window.snapshots(), &Snapshots::failed, &window, [&](const QStringList &messages) { failure = messages.join(QStringLiteral("; ")); });
    QObject::connect(&window.snapshots(), &Snapshots::imported, &window, [&](const std::vector<std::shared_ptr<const Snapshot>> &fresh) {
        if (window.snapshots().isBundled())
            return; // nobody has named it
        for (const auto &snapshot : fresh)
            tell(snapshot->report, problems);
    });

    QObject::connect(&window.session(), &SessionController::failed, &window, [&](const QString &message) { failure = message; });
    QObject::connect(&window.session(), &SessionController::incomplete, &window, [&](const QStringList &found) { problems << found; });

    QString captureFailure;
    QObject::connect(&window.captureController(), &CaptureController::failed, &window, [&](const QString &message) { captureFailure = message; });

    window.setFixedSize(options.size);
    window.show();
    showWhatIsAskedFor(window, options);
    waitUntilSettled(window);
    letPaint();
    if (!pictureOf(window).save(options.screenshot, "PNG"))
        return fail(4, QStringLiteral("%1: the picture cannot be written").arg(options.screenshot));
    if (!captureFailure.isEmpty())
        return fail(4, captureFailure);
    if (!failure.isEmpty())
        return fail(readsAnything(window, options) ? 1 : 3, failure); // the picture shows it too
    problems.removeDuplicates(); // a session tells of its captures' too
    for (const QString &problem : std::as_const(problems))
        fail(1, problem);
    return problems.isEmpty() ? 0 : 1;
}

} // namespace vethscope
