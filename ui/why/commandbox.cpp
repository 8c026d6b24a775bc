#include "ui/why/commandbox.h"

#include "ui/theme/palette.h"
#include "ui/why/whylabels.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

namespace vethscope {

CommandBox::CommandBox(const QString &words, const QString &command, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("whyMissing"));
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 10, 8);
    row->setSpacing(10);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(whyLabel(words, this, Palette::current().text));
    QLabel *const line = whyLabel(breakable(command), this, Palette::current().text);
    line->setFont(monospaceFont());
    column->addWidget(line);
    row->addLayout(column, 1);
    auto *copy = new QPushButton(tr("Copy"), this);
    copy->setObjectName(QStringLiteral("quiet"));
    copy->setAccessibleName(tr("Copy the command %1").arg(command));
    connect(copy, &QPushButton::clicked, this, [command] { QGuiApplication::clipboard()->setText(command); });
    row->addWidget(copy, 0, Qt::AlignVCenter);
}

} // namespace vethscope
