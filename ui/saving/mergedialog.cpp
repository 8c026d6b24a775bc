#include "ui/saving/mergedialog.h"

#include "ui/shared/dialogbuttons.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace vethscope {

MergeDialog::MergeDialog(const QString &folder, QWidget *parent)
    : QDialog(parent), m_folder(folder), m_path(new QLineEdit(this)), m_how(new QButtonGroup(this))
{
    setWindowTitle(tr("Merge"));
    auto *label = new QLabel(tr("Capture to merge with the one that is open"), this);
    label->setBuddy(m_path);
    m_path->setAccessibleName(label->text());
    auto *browse = new QPushButton(tr("Browse…"), this);
    browse->setObjectName(QStringLiteral("quiet"));
    browse->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    auto *buttons = new DialogButtons(tr("Merge"), this);
    m_merge = &buttons->acceptButton();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(10);
    column->addWidget(label);
    column->addLayout(row);
    const QString titles[] = {tr("By &time: the files stay as they are, each with its capture point"), tr("&Before the packets that are open, in a new capture"),
                              tr("Be&hind the packets that are open, in a new capture")};
    for (int how = 0; how < 3; ++how) {
        auto *button = new QRadioButton(titles[how], this);
        m_how->addButton(button, how);
        column->addWidget(button);
    }
    column->addWidget(buttons);
    setHow(How::ByTime);
    connect(browse, &QPushButton::clicked, this, &MergeDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, [this] { m_merge->setEnabled(!path().isEmpty()); });
    m_merge->setEnabled(false);
    resize(fontMetrics().averageCharWidth() * 84, sizeHint().height());
}

void MergeDialog::browse()
{
    const QString path = QFileDialog::getOpenFileName(this, windowTitle(), m_folder, tr("Captures (*.pcap *.pcapng *.cap *.dmp)") + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        setPath(path);
}

QString MergeDialog::path() const
{
    return m_path->text().trimmed();
}

void MergeDialog::setPath(const QString &path)
{
    m_path->setText(path);
}

MergeDialog::How MergeDialog::how() const
{
    return How(m_how->checkedId());
}

void MergeDialog::setHow(How how)
{
    m_how->button(int(how))->setChecked(true);
}

} // namespace vethscope
