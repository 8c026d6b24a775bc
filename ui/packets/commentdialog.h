#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace vethscope {

/// Edit ▸ Packet Comment…: the comment on one packet, or the same on several.
class CommentDialog : public QDialog
{
    Q_OBJECT

public:
    CommentDialog(const QString &title, const QString &comment, QWidget *parent = nullptr);

    /// Empty: there is none, or what the file itself says.
    QString comment() const;

private:
    QPlainTextEdit *m_text;
};

} // namespace vethscope
