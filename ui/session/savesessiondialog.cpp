#include "ui/session/savesessiondialog.h"

#include "ui/shared/dialogbuttons.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace vethscope {

SaveSessionDialog::SaveSessionDialog(const SessionSizes &sizes, const SessionChoice &choice, QWidget *parent)
    : QDialog(parent), m_captures(new QCheckBox(this)), m_snapshots(new QCheckBox(this))
{
    setWindowTitle(tr("Save Session"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(10);
    const auto sentence = [&](const QString &text) {
        auto *label = new QLabel(text, this);
        label->setWordWrap(true);
        column->addWidget(label);
    };
    const QLocale locale;
    const auto sizeOf = [&](qint64 bytes) { return locale.formattedDataSize(bytes); };
    sentence(tr("A session keeps captures, host snapshots, the filter, marks, comments and the layout in one file. What is embedded travels with it; the rest "
                "is looked for where it is now, first from the session's own folder."));
    m_captures->setText(tr("Embed captures (number: %1, size: %2)").arg(sizes.captures).arg(sizeOf(sizes.captureBytes)));
    m_captures->setChecked(choice.embedCaptures);
    m_captures->setVisible(sizes.captures > 0);
    column->addWidget(m_captures);
    if (sizes.homeless > 0)
        sentence(tr("Captures that are saved nowhere else are embedded in any case (number: %1, size: %2).").arg(sizes.homeless).arg(sizeOf(sizes.homelessBytes)));
    m_snapshots->setText(tr("Embed host snapshots (number: %1, size: %2)").arg(sizes.snapshots).arg(sizeOf(sizes.snapshotBytes)));
    m_snapshots->setChecked(choice.embedSnapshots);
    m_snapshots->setVisible(sizes.snapshots > 0);
    column->addWidget(m_snapshots);

    auto *buttons = new DialogButtons(tr("Save…"), this);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
}

SessionChoice SaveSessionDialog::choice() const
{
    return {m_captures->isChecked(), m_snapshots->isChecked()};
}

} // namespace vethscope
