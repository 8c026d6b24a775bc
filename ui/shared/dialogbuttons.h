#pragma once

#include <QDialogButtonBox>

class QDialog;

namespace vethscope {

/// The buttons below a dialog: what it does, which is its default, and Cancel.
class DialogButtons : public QDialogButtonBox
{
    Q_OBJECT

public:
    DialogButtons(const QString &accept, QDialog *dialog);

    QPushButton &acceptButton() const { return *m_accept; }

private:
    QPushButton *m_accept;
};

} // namespace vethscope
