#include "app/screenshot.h"

#include "app/windowoptions.h"
#include "ui/capture/capturecontroller.h"
#include "ui/mainwindow.h"
#include "ui/session/sessioncontroller.h"

#include <QApplication>
#include <QPixmap>
#include <QThread>

#include <cstdio>

namespace vethscope {
namespace {

constexpr int waitMilliseconds = 20;
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

int fail(int exitCode, const QString &message)
{
    std::fputs(qPrintable(QStringLiteral("vethscope: %1\n").arg(message)), stderr);
    return exitCode;
}

} // namespace

void showWhatIsAskedFor(MainWindow &window, const WindowOptions &options)
{
    if (options.startCapture)
        window.startCapture(options.capture);
    else if (!options.capture.interfaces.isEmpty())
        window.askForCapture(options.capture.interfaces);
    else
        window.open(options.files);
    if (options.layout)
        window.setLayout(*options.layout); // it goes before a session's own
    window.importSnapshots(options.snapshots);
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
            for (const Error &problem : snapshot->report.problems)
                problems << QString::fromStdString(problem.message);
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
    if (!window.grab().save(options.screenshot, "PNG"))
        return fail(3, QStringLiteral("%1: the picture cannot be written").arg(options.screenshot));
    if (!captureFailure.isEmpty())
        return fail(4, captureFailure);
    if (!failure.isEmpty())
        return fail(3, failure); // the picture shows it too
    problems.removeDuplicates(); // a session tells of its captures' too
    for (const QString &problem : std::as_const(problems))
        fail(1, problem);
    return problems.isEmpty() ? 0 : 1;
}

} // namespace vethscope
