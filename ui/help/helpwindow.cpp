#include "ui/help/helpwindow.h"

#include "ui/help/widgetkeys.h"
#include "ui/shared/commands.h"
#include "ui/shared/screenroom.h"
#include "ui/theme/palette.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QRegularExpression>
#include <QTextBrowser>

namespace vethscope {
namespace {

QString row(const QString &keys, const QString &what)
{
    return QStringLiteral("<tr><td style='padding:3px 28px 3px 0; color:%1'>%2</td><td style='padding:3px 0'>%3</td></tr>")
        .arg(Palette::current().accent.name(), keys.toHtmlEscaped(), what.toHtmlEscaped());
}

QString heading(const QString &text)
{
    return QStringLiteral("<tr><td colspan='2' style='padding:14px 0 4px 0'><b>%1</b></td></tr>").arg(text.toHtmlEscaped());
}

// Markdown makes a space of a line's end, and Chinese writes none between words or behind its own marks.
QString withoutBreaks(QString markdown)
{
    static const QRegularExpression inside(QStringLiteral(R"((?<=[\x{3000}-\x{9FFF}\x{FF00}-\x{FFEF}])\n *(?=[\x{3000}-\x{9FFF}\x{FF00}-\x{FFEF}]))"));
    static const QRegularExpression behindMarks(QStringLiteral(R"((?<=[\x{3001}\x{3002}\x{FF08}-\x{FF1F}])\n(?![-#|>\s]|```|\* |\d+\.))"));
    return markdown.remove(inside).remove(behindMarks);
}

} // namespace

HelpWindow::HelpWindow(std::function<Page()> write, QSize size, QWidget *parent)
    : QDialog(parent), m_write(std::move(write)), m_text(new QTextBrowser(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setOpenLinks(false);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (link.scheme() == QLatin1String("vethscope"))
            emit linkActivated(link.path());
        else if (link.scheme().isEmpty())
            m_text->scrollToAnchor(link.fragment());
        else
            QDesktopServices::openUrl(link);
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    resize(size.boundedTo(screenRoom(*this).size()));
    fill();
}

void HelpWindow::fill()
{
    const Page page = m_write();
    setWindowTitle(page.title);
    m_text->setAccessibleName(page.title);
    if (page.markdown.isEmpty())
        m_text->setHtml(page.html);
    else
        m_text->setMarkdown(page.markdown);
}

void HelpWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
    QDialog::changeEvent(event);
}

HelpWindow::Page HelpWindow::manual(const QString &language)
{
    QFile file(QStringLiteral(":/manual/%1.md").arg(language));
    const bool opened = file.open(QFile::ReadOnly);
    return {tr("Manual"), {}, opened ? withoutBreaks(QString::fromUtf8(file.readAll())) : tr("The manual is missing from this build.")};
}

HelpWindow::Page HelpWindow::shortcuts(const Commands &commands)
{
    QString html = QStringLiteral("<table cellspacing='0'>");
    QString before; // title of the group before: what one menu has stands below one heading
    for (int number = 0; number <= int(CommandGroup::Help); ++number) {
        const auto group = CommandGroup(number);
        QString rows;
        for (const QAction *action : commands.in(group))
            if (!action->shortcuts().isEmpty())
                rows += row(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText).replace(QLatin1String("; "), QLatin1String("   ")),
                            Commands::bare(action->text()));
        const QString title = Commands::bare(Commands::title(group));
        if (!rows.isEmpty())
            html += (title == before ? QString() : heading(title)) + rows;
        before = rows.isEmpty() ? before : title;
    }
    for (const WidgetKeys &part : widgetKeys()) {
        html += heading(part.title);
        for (const auto &[keys, what] : part.keys)
            html += row(keys, what);
    }
    return {tr("Keyboard Shortcuts"), html + QStringLiteral("</table>"), {}};
}

HelpWindow::Page HelpWindow::about()
{
    const QString text = QStringLiteral("<h2>Vethscope %1</h2><p>%2</p><p>%3</p><p style='color:%4'>%5</p>")
                             .arg(QCoreApplication::applicationVersion(), tr("Shows what really happens between two pods."),
                                  tr("Nothing is sent anywhere: captures stay on this machine."), Palette::current().muted.name(),
                                  tr("Free software under the GNU General Public License, version 3. Built with Qt %1.")
                                      .arg(QString::fromLatin1(qVersion())));
    return {tr("About Vethscope"), text, {}};
}

} // namespace vethscope
