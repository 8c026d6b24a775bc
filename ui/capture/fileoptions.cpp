#include "ui/capture/fileoptions.h"

#include "ui/capture/capturesetup.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <limits>

namespace vethscope {
namespace {

QSpinBox *numberField(int smallest, int largest, int usual, const QString &unit, QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setRange(smallest, largest);
    field->setValue(usual);
    field->setSuffix(unit);
    field->setGroupSeparatorShown(true);
    return field;
}

} // namespace

FileOptions::FileOptions(QWidget *parent)
    : QWidget(parent), m_file(new QLineEdit(this)), m_size(numberField(1, 1'000'000, 100, tr(" MB"), this)),
      m_time(numberField(1, 1'000'000, 600, tr(" s"), this)), m_files(numberField(2, 100'000, 10, {}, this)),
      m_packets(numberField(1, std::numeric_limits<int>::max(), 1000, {}, this)), m_seconds(numberField(1, 1'000'000, 60, tr(" s"), this))
{
    auto *browse = new QPushButton(tr("Browse…"), this);
    browse->setObjectName(QStringLiteral("quiet"));
    browse->setAutoDefault(false);
    auto *fileLabel = new QLabel(tr("File"), this);
    fileLabel->setBuddy(m_file);
    m_file->setPlaceholderText(tr("one of Vethscope's own, to be saved later or not"));
    m_file->setAccessibleName(tr("File"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    auto *fileRow = new QHBoxLayout;
    fileRow->setSpacing(12);
    fileRow->addWidget(fileLabel);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browse);
    grid->addLayout(fileRow, 0, 0, 1, 4);
    grid->setColumnStretch(3, 1);
    addLimit(*grid, 1, m_bySize, tr("Begin the next file at"), m_size);
    addLimit(*grid, 2, m_byTime, tr("Begin the next file after"), m_time);
    addLimit(*grid, 3, m_keep, tr("Keep only the newest files:"), m_files);
    addLimit(*grid, 4, m_stopPackets, tr("Stop after so many packets:"), m_packets);
    addLimit(*grid, 5, m_stopTime, tr("Stop after"), m_seconds);
    connect(browse, &QPushButton::clicked, this, &FileOptions::browse);
    connect(m_file, &QLineEdit::textChanged, this, &FileOptions::changed);
}

void FileOptions::addLimit(QGridLayout &grid, int row, QCheckBox *&check, const QString &text, QWidget *value)
{
    check = new QCheckBox(text, this);
    value->setEnabled(false);
    value->setAccessibleName(text);
    connect(check, &QCheckBox::toggled, value, &QWidget::setEnabled);
    connect(check, &QCheckBox::toggled, this, &FileOptions::changed);
    grid.addWidget(check, row, 0);
    grid.addWidget(value, row, 1);
}

void FileOptions::browse()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Capture to a File"), m_file->text(), tr("pcapng (*.pcapng)"));
    if (!path.isEmpty())
        m_file->setText(path);
}

void FileOptions::setSetup(const CaptureSetup &setup)
{
    const auto set = [](QCheckBox *check, QSpinBox *field, int value) {
        check->setChecked(value > 0);
        if (value > 0)
            field->setValue(value);
    };
    m_file->setText(setup.file);
    set(m_bySize, m_size, setup.ringKilobytes / 1000);
    set(m_byTime, m_time, setup.ringSeconds);
    set(m_keep, m_files, setup.ringFiles);
    set(m_stopPackets, m_packets, setup.stopPackets);
    set(m_stopTime, m_seconds, int(setup.stopSeconds));
}

void FileOptions::writeTo(CaptureSetup &setup) const
{
    const auto get = [](const QCheckBox *check, const QSpinBox *field) { return check->isChecked() ? field->value() : 0; };
    setup.file = m_file->text().trimmed();
    setup.ringKilobytes = get(m_bySize, m_size) * 1000;
    setup.ringSeconds = get(m_byTime, m_time);
    setup.ringFiles = get(m_keep, m_files);
    setup.stopPackets = get(m_stopPackets, m_packets);
    setup.stopSeconds = get(m_stopTime, m_seconds);
}

QString FileOptions::problem() const
{
    const bool rotates = m_bySize->isChecked() || m_byTime->isChecked();
    if (rotates && m_file->text().trimmed().isEmpty())
        return tr("Several files need a file name to begin with.");
    if (m_keep->isChecked() && !rotates)
        return tr("Which files are the newest depends on when the next one begins.");
    return {};
}

} // namespace vethscope
