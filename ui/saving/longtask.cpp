#include "ui/saving/longtask.h"

#include <QEventLoop>
#include <QProgressDialog>
#include <QTimer>

#include <thread>

namespace vethscope {
namespace {

constexpr int lookUpMilliseconds = 20;
constexpr int showAfterMilliseconds = 400; // a dialog that only flashes says nothing
constexpr int steps = 1000;

} // namespace

Result<void> runLongTask(QWidget *parent, const QString &label, const std::function<Result<void>(TaskProgress &)> &work)
{
    TaskProgress progress;
    Result<void> result;
    std::atomic<bool> finished = false;
    const std::jthread worker([&] {
        result = work(progress);
        finished = true;
    });

    QProgressDialog dialog(label, QProgressDialog::tr("Cancel"), 0, steps, parent);
    dialog.setWindowModality(Qt::WindowModal);
    dialog.setMinimumDuration(showAfterMilliseconds);
    dialog.setAutoReset(false);
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (dialog.wasCanceled())
            progress.cancelled = true;
        const auto total = double(std::max<std::uint64_t>(progress.total, 1));
        dialog.setValue(int(std::min(1.0, double(progress.done) / total) * (steps - 1)));
        if (finished)
            loop.quit();
    });
    timer.start(lookUpMilliseconds);
    loop.exec();
    if (progress.cancelled)
        return std::unexpected(Error{});
    return result;
}

} // namespace vethscope
