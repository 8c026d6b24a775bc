#include "ui/capture/capturecontroller.h"

#include "ui/capture/capturedialog.h"
#include "ui/capture/helpercapture.h"
#include "ui/capture/streamcapture.h"
#include "ui/saving/capturesaver.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"

#include <QApplication>
#include <QClipboard>
#include <QEventLoop>
#include <QFile>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace vethscope {

CaptureController::CaptureController(OpenCapture &capture, UnsavedCaptures &unsaved, CaptureSaver &saver, MessageBar &messages,
                                     Preferences &preferences, QWidget &window)
    : QObject(&window), m_capture(capture), m_unsaved(unsaved), m_saver(saver), m_messages(messages), m_preferences(preferences), m_window(window),
      m_setup(CaptureSetup::restored(preferences))
{
}

CaptureController::~CaptureController() = default;

void CaptureController::ask(const QStringList &interfaces)
{
    CaptureSetup wanted = m_setup;
    if (!interfaces.isEmpty())
        wanted.interfaces = interfaces;
    CaptureDialog dialog(wanted, &m_window);
    if (dialog.exec() == QDialog::Accepted)
        start(dialog.setup());
}

void CaptureController::startAgain()
{
    if (m_setup.interfaces.isEmpty())
        ask();
    else
        start(m_setup);
}

void CaptureController::start(const CaptureSetup &setup)
{
    if (!mayLetGo())
        return;
    m_setup = setup;
    if (!setup.isStream())
        setup.keep(m_preferences);
    m_file.clear();
    QString path = setup.file;
    if (path.isEmpty()) {
        QString problem;
        path = m_file = m_unsaved.begin(setup.title(), &problem);
        if (path.isEmpty()) {
            tell({CaptureFailure::Kind::Other, problem, {}});
            return;
        }
    }
    m_failed = false;
    m_dropped = 0;
    if (setup.isStream())
        m_live = std::make_unique<StreamCapture>(setup.interfaces.front(), path);
    else
        m_live = std::make_unique<HelperCapture>(setup, path);
    connect(m_live.get(), &LiveCapture::fileBegan, this, &CaptureController::follow);
    connect(m_live.get(), &LiveCapture::failed, this, &CaptureController::tell);
    connect(m_live.get(), &LiveCapture::droppedChanged, this, [this] {
        m_dropped = m_live->dropped();
        emit droppedChanged();
    });
    connect(m_live.get(), &LiveCapture::ended, this, &CaptureController::finish);
    emit runningChanged();
    emit droppedChanged();
    m_live->start();
}

void CaptureController::follow(const QString &path)
{
    m_capture.ended(); // the ring's file before this one
    m_capture.follow(path, m_file.isEmpty() ? QString() : m_setup.title());
}

void CaptureController::tell(const CaptureFailure &failure)
{
    m_failed = true;
    emit failed(failure.message + (failure.remedy.isEmpty() ? QString() : QLatin1Char('\n') + failure.remedy));
    if (failure.kind != CaptureFailure::Kind::Denied) {
        m_messages.tell(MessageBar::Kind::Error, failure.message);
        return;
    }
    const QString remedy = failure.remedy;
    m_messages.tell(MessageBar::Kind::Error, failure.message + QLatin1Char('\n') + remedy,
                    {{tr("Copy the Command"), [remedy] { QApplication::clipboard()->setText(remedy); }, MessageBar::After::Stay}});
}

void CaptureController::finish()
{
    m_live.release()->deleteLater(); // it is the one who says so
    m_capture.ended();
    const bool shown = m_capture.isOpen() && m_capture.paths().front() == m_file;
    if (!m_file.isEmpty() && !shown)
        m_unsaved.discard(m_file); // it never began
    emit runningChanged();
    if (!std::exchange(m_again, false))
        return;
    if (shown)
        m_unsaved.discard(m_file);
    else if (!m_setup.file.isEmpty())
        QFile::remove(m_setup.file); // what is open stays as it is until the new file takes its place
    start(m_setup);
}

void CaptureController::readPreferences()
{
    m_setup = CaptureSetup::restored(m_preferences);
}

void CaptureController::stop()
{
    if (m_live)
        m_live->stop();
}

void CaptureController::restart()
{
    if (!m_live)
        return;
    m_again = true;
    m_live->stop();
}

void CaptureController::waitForEnd()
{
    if (!m_live)
        return;
    QEventLoop loop;
    connect(m_live.get(), &LiveCapture::ended, &loop, &QEventLoop::quit);
    m_live->stop();
    if (m_live)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
}

bool CaptureController::mayLetGo()
{
    if (mayLetGoFirst && !mayLetGoFirst())
        return false;
    const bool toSave = m_saver.isUnsaved();
    if (!m_live && !toSave)
        return true;
    if (!m_live && isKeptElsewhere && isKeptElsewhere(m_capture.paths().front())) {
        letGoUnsaved();
        return true;
    }
    if (toSave)
        return askToSave();
    // It is in a file that the user has chosen: nothing is lost but what would still come.
    QMessageBox box(QMessageBox::Question, tr("Capture"), tr("A capture on %1 is running.").arg(m_setup.title()), QMessageBox::Cancel, &m_window);
    QPushButton *stopButton = box.addButton(tr("Stop It"), QMessageBox::AcceptRole);
    box.exec();
    if (box.clickedButton() != stopButton)
        return false;
    waitForEnd();
    return true;
}

bool CaptureController::askToSave()
{
    const bool running = m_live != nullptr;
    QMessageBox box(QMessageBox::Question, tr("Unsaved Capture"), tr("The packets captured on %1 are not saved.").arg(m_capture.displayName()),
                    QMessageBox::Cancel, &m_window);
    box.setInformativeText(running ? tr("The capture is still running.") : QString());
    QPushButton *save = box.addButton(running ? tr("Stop and Save…") : tr("Save…"), QMessageBox::AcceptRole);
    QPushButton *discard = box.addButton(running ? tr("Stop without Saving") : tr("Don't Save"), QMessageBox::DestructiveRole);
    box.setDefaultButton(save);
    box.exec();
    if (box.clickedButton() == save) {
        waitForEnd();
        return m_saver.save();
    }
    if (box.clickedButton() != discard)
        return false;
    waitForEnd();
    letGoUnsaved();
    return true;
}

void CaptureController::letGoUnsaved()
{
    const QString path = m_capture.paths().value(0);
    m_capture.close();
    m_unsaved.discard(path);
}

void CaptureController::offerLeftovers()
{
    const auto found = m_unsaved.leftovers();
    if (found.empty())
        return;
    const UnsavedCaptures::Leftover &newest = found.front();
    const QLocale locale;
    QString text = tr("A capture of %1 was not saved: %2, %3.")
                       .arg(locale.toString(newest.begun, QLocale::ShortFormat), newest.source, locale.formattedDataSize(newest.size));
    if (found.size() > 1)
        text += QLatin1Char(' ') + tr("There are %1 more.").arg(found.size() - 1);
    const QString path = newest.path;
    m_messages.tell(MessageBar::Kind::Warning, text,
                    {{tr("Open"), [this, path] { openLeftover(path); }}, {tr("Delete"), [this, path] {
                          if (m_unsaved.adopt(path))
                              m_unsaved.discard(path);
                          offerLeftovers();
                      }}});
}

void CaptureController::openLeftover(const QString &path)
{
    if (!mayLetGo() || !m_unsaved.adopt(path))
        return;
    if (!m_capture.open({path}))
        m_unsaved.forget(path);
}

} // namespace vethscope
