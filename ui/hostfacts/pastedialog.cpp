#include "ui/hostfacts/pastedialog.h"

#include "ui/hostfacts/importsummary.h"
#include "ui/shared/dialogbuttons.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace vethscope {
namespace {

constexpr int judgeMilliseconds = 150;

} // namespace

PasteDialog::PasteDialog(QWidget *parent)
    : QDialog(parent), m_text(new QPlainTextEdit(this)), m_report(new QLabel(this))
{
    setWindowTitle(tr("Paste Host Output"));
    auto *sentence = new QLabel(tr("Paste what terminals on the nodes have printed: prompts, commands and their output, of one host or of several."), this);
    sentence->setWordWrap(true);
    m_text->setFont(monospaceFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Host output"));
    m_text->setPlaceholderText(QStringLiteral("[root@master ~]# ip addr\n1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 …\n[root@master ~]# brctl show\n…"));
    m_text->setTabChangesFocus(true);
    m_report->setWordWrap(true);
    m_report->setTextFormat(Qt::PlainText);
    m_report->setMinimumHeight(m_report->fontMetrics().lineSpacing() * 2);
    m_report->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_report->setAccessibleName(tr("What is recognised"));

    auto *buttons = new DialogButtons(tr("Import"), this);
    m_import = &buttons->acceptButton();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addWidget(sentence);
    column->addWidget(m_text, 1);
    column->addWidget(m_report);
    column->addWidget(buttons);
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 120, unit * 80);

    m_timer.setSingleShot(true);
    m_timer.setInterval(judgeMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PasteDialog::judge);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_outdated = true;
        m_report->clear();
        m_import->setEnabled(!m_text->document()->isEmpty());
        m_timer.start();
    });
    m_import->setEnabled(false);
    m_text->setFocus();
}

PasteDialog::~PasteDialog()
{
    m_outdated = true;
    m_worker.wait(); // before what it reports to is gone
}

QString PasteDialog::text() const
{
    return m_text->toPlainText();
}

void PasteDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
    m_text->selectAll(); // pasting or typing replaces what only happened to be in the clipboard
}

QString PasteDialog::report() const
{
    return m_report->text();
}

void PasteDialog::judge()
{
    if (m_working)
        return; // and again when that is done
    const QString text = m_text->toPlainText();
    if (text.trimmed().isEmpty()) {
        m_report->clear();
        return;
    }
    m_working = true;
    m_outdated = false;
    const int revision = m_text->document()->revision();
    m_worker.run([this, revision, text = text.toStdString()] {
        const ImportSummary summary = importSummary(readPastedSnapshot(text, "pasted text", [this](const SnapshotProgress &) { return !m_outdated; }));
        QMetaObject::invokeMethod(this, [this, revision, summary] {
            m_working = false;
            if (revision == m_text->document()->revision())
                m_report->setText(summary.text());
            else
                m_timer.start();
        }, Qt::QueuedConnection);
    });
}

} // namespace vethscope
