#include "ui/matrix/cellpanel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QPushButton>
#include <QTextBrowser>

namespace vethscope {

CellPanel::CellPanel(QWidget *parent) : QWidget(parent), m_browser(new QTextBrowser(this)), m_copy(new QPushButton(this)), m_predict(new QPushButton(this))
{
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setOpenLinks(false);
    m_browser->document()->setDocumentMargin(12);
    for (QPushButton *button : {m_copy, m_predict})
        button->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 10);
    column->addWidget(m_browser, 1);
    auto *buttons = new QVBoxLayout;
    buttons->setContentsMargins(12, 0, 12, 0);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_predict);
    column->addLayout(buttons);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &CellPanel::follow);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_text.command); });
    connect(m_predict, &QPushButton::clicked, this, [this] { emit predictRequested(m_text.from, m_text.to); });
    refresh();
}

void CellPanel::show(std::shared_ptr<const MatrixResult> result, bool isAfter, std::size_t cell)
{
    m_result = std::move(result);
    m_isAfter = isAfter;
    m_cell = cell;
    refresh();
}

void CellPanel::clear()
{
    m_result.reset();
    refresh();
}

QString CellPanel::text() const
{
    return m_browser->toPlainText();
}

void CellPanel::follow(const QUrl &link)
{
    const auto place = link.path().toULong();
    if (link.scheme() == QLatin1String("line") && place < m_text.lines.size())
        emit evidenceRequested(m_text.lines[place]);
}

void CellPanel::refresh()
{
    m_text = m_result ? cellText(*m_result, m_isAfter, m_cell) : CellText();
    m_browser->setHtml(m_result ? m_text.html : QStringLiteral("<p>%1</p>").arg(tr("Choose a cell: what becomes of its packets stands here, with the line that makes it so.").toHtmlEscaped()));
    m_browser->setAccessibleName(tr("The chosen cell"));
    m_copy->setText(tr("&Copy the Command"));
    m_copy->setVisible(!m_text.command.isEmpty());
    m_predict->setText(tr("&Predict This Path"));
    m_predict->setToolTip(tr("Every hop of it, with its headers"));
    m_predict->setEnabled(m_result != nullptr);
}

void CellPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace vethscope
