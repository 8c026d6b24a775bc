#include "ui/shared/dialogbuttons.h"

#include <QDialog>
#include <QPushButton>

namespace vethscope {

DialogButtons::DialogButtons(const QString &accept, QDialog *dialog) : QDialogButtonBox(dialog), m_accept(addButton(accept, AcceptRole))
{
    m_accept->setObjectName(QStringLiteral("primary"));
    m_accept->setDefault(true);
    addButton(Cancel)->setObjectName(QStringLiteral("quiet"));
    connect(this, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(this, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
}

} // namespace vethscope
