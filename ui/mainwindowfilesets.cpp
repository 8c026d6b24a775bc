#include "ui/mainwindow.h"

#include "core/capture/fileset.h"
#include "ui/capture/capturecontroller.h"
#include "ui/saving/capturejoin.h"
#include "ui/saving/filesetdialog.h"
#include "ui/saving/filewatch.h"
#include "ui/saving/mergedialog.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"

#include <QFileInfo>

// Files beside the one that is open: those of its ring buffer, those that are merged with it; and what becomes of it meanwhile.

namespace vethscope {
namespace {

std::optional<FileSet> setOf(const OpenCapture &capture)
{
    return capture.isOpen() && capture.paths().size() == 1 ? fileSetOf(capture.paths().front().toStdString()) : std::nullopt;
}

} // namespace

void MainWindow::connectFileSets()
{
    const auto step = [this](Command command, int by) {
        connect(&m_commands[command], &QAction::triggered, this, [this, by] {
            if (const auto set = setOf(m_capture); set && set->current + std::size_t(by) < set->files.size())
                open({QString::fromStdString(set->files[set->current + std::size_t(by)].string())});
        });
    };
    step(Command::NextOfSet, 1);
    step(Command::PreviousOfSet, -1);
    connect(&m_commands[Command::FileSetList], &QAction::triggered, this, &MainWindow::listFileSet);
    connect(&m_commands[Command::Merge], &QAction::triggered, this, [this] {
        MergeDialog dialog(QFileInfo(m_capture.paths().front()).path(), this);
        if (dialog.exec() == QDialog::Accepted)
            merge(dialog.path(), dialog.how());
    });
    const auto enable = [this] {
        const auto set = setOf(m_capture);
        m_commands[Command::FileSetList].setEnabled(set.has_value());
        m_commands[Command::NextOfSet].setEnabled(set && set->current + 1 < set->files.size());
        m_commands[Command::PreviousOfSet].setEnabled(set && set->current > 0);
    };
    connect(&m_capture, &OpenCapture::changed, this, enable);
    connect(&m_capture, &OpenCapture::pathsChanged, this, enable);
    auto *watch = new FileWatch(m_capture, this);
    connect(watch, &FileWatch::changed, this, [this, enable](const QString &sentences) {
        enable();
        m_messages->tell(MessageBar::Kind::Warning, sentences);
    });
    enable();
}

void MainWindow::listFileSet()
{
    const auto set = setOf(m_capture);
    if (!set)
        return;
    FileSetDialog dialog(*set, this);
    if (dialog.exec() == QDialog::Accepted && dialog.chosen() != m_capture.paths().front())
        open({dialog.chosen()});
}

void MainWindow::merge(const QString &path, MergeDialog::How how)
{
    if (how == MergeDialog::How::ByTime) {
        if (m_capture.paths().contains(path))
            m_messages->tell(MessageBar::Kind::Warning, tr("%1 is open already.").arg(QFileInfo(path).fileName()));
        else if (m_controller->mayLetGo()) // asked first: a capture that is saved then is another file
            openCaptures(m_capture.paths() + QStringList(path));
        return;
    }
    QString problem;
    const QString joined = m_unsaved.begin(QStringLiteral("merged"), &problem);
    if (joined.isEmpty())
        return m_messages->tell(MessageBar::Kind::Error, problem);
    const auto order = how == MergeDialog::How::Before ? JoinOrder::Before : JoinOrder::Behind;
    const Result<void> result = joinCaptures(m_capture.store(), path, order, joined, this);
    if (!result && !result.error().message.empty())
        m_messages->tell(MessageBar::Kind::Error, translated(result.error().message));
    if (!result || !m_controller->mayLetGo() || !m_capture.open({joined}))
        m_unsaved.discard(joined);
}

} // namespace vethscope
