#include "ui/windows/companionwindow.h"

#include "ui/shared/commands.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"
#include "ui/shared/screenroom.h"
#include "ui/windows/windowkind.h"

#include <QEvent>
#include <QShortcut>

namespace vethscope {

CompanionWindow::CompanionWindow(const WindowKind &kind, const WindowContext &context, QSize size)
    : QDialog(nullptr, Qt::Window), m_kind(kind), m_context(context)
{
    setAttribute(Qt::WA_QuitOnClose, false);
    setObjectName(QLatin1String(kind.name) + QStringLiteral("Window"));
    for (const Command command : {Command::ResolveNetwork, Command::ZoomIn, Command::ZoomOut, Command::ZoomNormal})
        addAction(&context.commands[command]); // their keys hold here, too
    connect(new QShortcut(QKeySequence(QStringLiteral("Ctrl+W")), this), &QShortcut::activated, this, &QWidget::close);
    connect(&context.capture, &OpenCapture::changed, this, &CompanionWindow::showTitle);
    connect(&context.capture, &OpenCapture::pathsChanged, this, &CompanionWindow::showTitle);
    const QRect room = screenRoom(*this);
    QRect first({}, (size * fontMetrics().averageCharWidth()).boundedTo(room.size()));
    first.moveCenter(room.center());
    setGeometry(first);
    restoreGeometry(remembered("geometry").toByteArray());
}

CompanionWindow::~CompanionWindow()
{
    remember("geometry", saveGeometry());
}

void CompanionWindow::present()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
    if (QWidget *first = firstFocus())
        first->setFocus();
}

QString CompanionWindow::subject() const
{
    return m_context.capture.isOpen() ? m_context.capture.displayName() : QString();
}

QString CompanionWindow::name() const
{
    return Commands::bare(Commands::translated(m_kind.text));
}

void CompanionWindow::showTitle()
{
    const QString about = subject();
    setWindowTitle(about.isEmpty() ? name() : tr("%1 — %2", "what is listed, and of which capture").arg(name(), about));
}

void CompanionWindow::retranslate()
{
    showTitle();
}

bool CompanionWindow::event(QEvent *event)
{
    if (event->type() == QEvent::Polish) // all of it is there
        retranslate();
    return QDialog::event(event);
}

void CompanionWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString CompanionWindow::key(const char *what) const
{
    return QStringLiteral("windows/") + QLatin1String(m_kind.name) + QLatin1Char('/') + QLatin1String(what);
}

QVariant CompanionWindow::remembered(const char *what, const QVariant &otherwise) const
{
    return m_context.preferences.value(key(what), otherwise);
}

void CompanionWindow::remember(const char *what, const QVariant &value)
{
    m_context.preferences.setValue(key(what), value);
}

} // namespace vethscope
