#include "ui/predict/verdictbar.h"

#include "ui/predict/hoptext.h"
#include "ui/shared/language.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTextDocumentFragment>

namespace vethscope {

VerdictBar::VerdictBar(QWidget *parent)
    : QWidget(parent), m_word(new QLabel(this)), m_sentence(new QLabel(this)), m_command(new QLabel(this)), m_copy(new QPushButton(this))
{
    m_word->setTextFormat(Qt::RichText);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->setTextFormat(Qt::PlainText);
    m_copy->setObjectName(QStringLiteral("quiet"));
    m_word->setObjectName(QStringLiteral("verdict"));
    connect(m_sentence, &QLabel::linkActivated, this, [this](const QString &link) {
        if (const auto number = std::size_t(link.section(QLatin1Char(':'), 1).toInt()); number < m_ending.evidence.size())
            emit evidenceRequested(m_ending.evidence[number]);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(m_ending.ask)); });

    auto *ask = new QHBoxLayout;
    ask->setSpacing(10);
    ask->addWidget(m_command);
    ask->addWidget(m_copy);
    ask->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_sentence);
    words->addLayout(ask);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_word, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    for (QWidget *later : {static_cast<QWidget *>(m_command), static_cast<QWidget *>(m_copy)})
        later->setVisible(false);
}

void VerdictBar::setPath(const path::Path &path)
{
    m_verdict = path.verdict();
    m_ending = path.ending;
    refresh();
}

QString VerdictBar::text() const
{
    const auto plain = [](const QLabel &label) { return QTextDocumentFragment::fromHtml(label.text()).toPlainText(); };
    return plain(*m_word) + QLatin1Char('\n') + plain(*m_sentence) + (m_command->isVisibleTo(this) ? QLatin1Char('\n') + m_command->text() : QString());
}

QString VerdictBar::wordOf(path::Verdict verdict)
{
    switch (verdict) {
    case path::Verdict::Delivered: return QStringLiteral("✓ ") + tr("delivered");
    case path::Verdict::Dropped: return QStringLiteral("✕ ") + tr("dropped");
    case path::Verdict::Unknown: break;
    }
    return QStringLiteral("? ") + tr("not known");
}

QColor VerdictBar::colourOf(path::Verdict verdict)
{
    const Palette &palette = Palette::current();
    return verdict == path::Verdict::Delivered ? palette.good : verdict == path::Verdict::Dropped ? palette.bad : palette.doubtful;
}

void VerdictBar::refresh()
{
    const QColor colour = colourOf(m_verdict);
    m_word->setText(QStringLiteral("<span style=\"color:%1; font-weight:600\">%2</span>").arg(colour.name(), wordOf(m_verdict).toHtmlEscaped()));

    QStringList parts{translated(m_ending.reason).toHtmlEscaped()};
    const QString muted = Palette::current().muted.name();
    QString small = QString::fromUtf8(nameOf(m_ending.disposition).data(), qsizetype(nameOf(m_ending.disposition).size()));
    if (!m_ending.kernelReason.empty())
        small += QStringLiteral(" · ") + tr("the kernel calls it %1").arg(QString::fromUtf8(m_ending.kernelReason.data(), qsizetype(m_ending.kernelReason.size())));
    if (m_verdict != path::Verdict::Delivered)
        parts << QStringLiteral("<span style=\"color:%1\">%2</span>").arg(muted, small.toHtmlEscaped());
    QString html = parts.join(QStringLiteral(" &nbsp;"));
    for (std::size_t i = 0; i < m_ending.evidence.size(); ++i) {
        const Evidence &line = m_ending.evidence[i];
        if (line.source)
            html += QStringLiteral("<br>") + quotedLine(line, QStringLiteral("line:%1").arg(i));
    }
    m_sentence->setText(html);
    const bool asks = m_verdict == path::Verdict::Unknown && !m_ending.ask.empty();
    m_command->setVisible(asks);
    m_copy->setVisible(asks);
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the command that would tell"));
    const QString command = QString::fromStdString(m_ending.ask);
    m_command->setText(m_ending.askOn.empty() ? tr("This would tell: %1").arg(command) : tr("This would tell, on %1: %2").arg(QString::fromStdString(m_ending.askOn), command));
}

void VerdictBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange || changesFonts(*event))
        refresh();
    QWidget::changeEvent(event);
}

} // namespace vethscope
