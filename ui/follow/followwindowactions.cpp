#include "ui/follow/followwindow.h"

#include "ui/follow/followoptions.h"

#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QShortcut>
#include <QTextDocumentFragment>

// What its buttons and keys do.

namespace vethscope {

void FollowWindow::connectFinding()
{
    connect(m_words, &QLineEdit::returnPressed, this, [this] { find(QApplication::keyboardModifiers() & Qt::ShiftModifier); });
    connect(m_next, &QPushButton::clicked, this, [this] { find(false); });
    connect(m_previous, &QPushButton::clicked, this, [this] { find(true); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_words, [this] {
        m_words->setFocus(Qt::ShortcutFocusReason);
        m_words->selectAll();
    });
    connect(new QShortcut(QKeySequence::FindNext, this), &QShortcut::activated, this, [this] { find(false); });
    connect(new QShortcut(QKeySequence::FindPrevious, this), &QShortcut::activated, this, [this] { find(true); });
}

void FollowWindow::find(bool backwards)
{
    const bool found = m_view->findWords(m_words->text(), backwards);
    if (!found)
        m_place->setText(tr("“%1” is nowhere in what is shown.").arg(m_words->text()));
}

QByteArray FollowWindow::saved() const
{
    QByteArray all;
    if (!m_shown)
        return all;
    const StreamFormat format = m_options->format();
    if (format != StreamFormat::Raw)
        all += QByteArray::fromStdString(headOf(*m_shown, format));
    for (const StreamChunk &chunk : m_shown->chunks) {
        if (!isShown(m_options->direction(), chunk))
            continue;
        if (format != StreamFormat::Raw)
            all += QByteArray::fromStdString(textOf(*m_shown, chunk, format));
        else if (const Bytes bytes = m_shown->bytesOf(chunk); !bytes.empty())
            all.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    }
    return all;
}

void FollowWindow::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the Conversation"), tr("stream", "file name") + QStringLiteral("-%1").arg(*m_number));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (const QByteArray bytes = saved(); !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        QMessageBox::warning(this, name(), tr("The conversation could not be written to %1: %2").arg(path, file.errorString()));
    else
        m_place->setText(tr("Written to %1.").arg(path));
}

void FollowWindow::copyText()
{
    copy(m_view->textCursor().hasSelection() ? m_view->textCursor().selection().toPlainText() : m_view->toPlainText());
}

void FollowWindow::filterOut()
{
    emit filterRequested(QStringLiteral("!(%1)").arg(QString::fromStdString(StreamName{m_content, *m_number}.filter())), FilterUse::Selected, FilterStep::Apply);
}

} // namespace vethscope
