#include "ui/packets/commentdialog.h"

#include "ui/shared/dialogbuttons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace vethscope {

CommentDialog::CommentDialog(const QString &title, const QString &comment, QWidget *parent) : QDialog(parent), m_text(new QPlainTextEdit(comment, this))
{
    setWindowTitle(title);
    auto *sentence = new QLabel(tr("Shown with the packet, found by frame.comment, kept by a session (File ▸ Save Session) and by Save As to pcapng. "
                                   "Without text, what the file says is shown again."), this);
    sentence->setWordWrap(true);
    m_text->setAccessibleName(tr("Comment"));
    m_text->setTabChangesFocus(true);
    m_text->selectAll();
    auto *buttons = new DialogButtons(tr("Keep"), this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addWidget(sentence);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 80, unit * 40);
    m_text->setFocus();
}

QString CommentDialog::comment() const
{
    return m_text->toPlainText().trimmed();
}

} // namespace vethscope
