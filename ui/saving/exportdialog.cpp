#include "ui/saving/exportdialog.h"

#include "ui/shared/dialogbuttons.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>

namespace vethscope {

using Which = PacketChoice::Which;
using Of = PacketChoice::Of;

ExportDialog::ExportDialog(PacketChoice choice, const QString &proposedPath, QWidget *parent)
    : ExportDialog(std::move(choice), proposedPath, {tr("Export Specified Packets"), tr("Export"), tr("pcapng (*.pcapng)"), QStringLiteral(".pcapng")}, parent)
{
}

ExportDialog::ExportDialog(PacketChoice choice, const QString &proposedPath, const ExportKind &kind, QWidget *parent)
    : QDialog(parent), m_kind(kind), m_choice(std::move(choice)), m_which(new QButtonGroup(this)), m_of(new QButtonGroup(this)), m_range(new QLineEdit(this)),
      m_path(new QLineEdit(proposedPath, this)), m_problem(new QLabel(this))
{
    setWindowTitle(kind.title);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const QString ofTitles[] = {tr("Captured"), tr("Displayed")};
    for (int column = 0; column < 2; ++column) {
        auto *button = new QRadioButton(ofTitles[column], this);
        m_of->addButton(button, column);
        grid->addWidget(button, 0, column + 2);
    }
    const QString titles[] = {tr("All packets"), tr("Selected packets"), tr("Marked packets"), tr("First to last marked packet"), tr("Range:")};
    for (int row = 0; row < int(choices); ++row) {
        auto *button = new QRadioButton(titles[row], this);
        m_which->addButton(button, row);
        grid->addWidget(button, row + 1, 0);
        for (int column = 0; column < 2; ++column) {
            QLabel *&label = m_counts[std::size_t(row)][std::size_t(column)];
            label = new QLabel(this);
            label->setIndent(fontMetrics().height() * 3 / 2); // under the words, not under the button
            grid->addWidget(label, row + 1, column + 2);
        }
    }
    m_range->setPlaceholderText(QStringLiteral("3, 10-20, 50-"));
    m_range->setAccessibleName(tr("Range of packet numbers"));
    grid->addWidget(m_range, int(choices), 1);

    auto *fileLabel = new QLabel(tr("File"), this);
    fileLabel->setBuddy(m_path);
    m_path->setAccessibleName(tr("File"));
    auto *browse = new QPushButton(tr("Browse…"), this);
    browse->setObjectName(QStringLiteral("quiet"));
    browse->setAutoDefault(false);
    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(fileLabel);
    fileRow->addWidget(m_path, 1);
    fileRow->addWidget(browse);

    for (QWidget *widget : std::initializer_list<QWidget *>{fileLabel, m_path, browse})
        widget->setVisible(!kind.filter.isEmpty());

    m_problem->setObjectName(QStringLiteral("dialogProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *buttons = new DialogButtons(kind.accept, this);
    m_export = &buttons->acceptButton();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(16);
    column->addLayout(grid);
    column->addLayout(fileRow);
    column->addWidget(m_problem);
    column->addWidget(buttons);

    connect(m_which, &QButtonGroup::idClicked, this, &ExportDialog::judge);
    connect(m_of, &QButtonGroup::idClicked, this, &ExportDialog::judge);
    connect(m_range, &QLineEdit::textEdited, this, [this] { m_which->button(int(Which::Range))->setChecked(true); });
    connect(m_range, &QLineEdit::textChanged, this, &ExportDialog::judge);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::judge);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    choose(Which::All, Of::Displayed);
    setMinimumWidth(fontMetrics().averageCharWidth() * 90);
}

Which ExportDialog::which() const
{
    return Which(m_which->checkedId());
}

Of ExportDialog::of() const
{
    return Of(m_of->checkedId());
}

void ExportDialog::choose(Which which, Of of)
{
    m_which->button(int(which))->setChecked(true);
    m_of->button(int(of))->setChecked(true);
    judge();
}

void ExportDialog::setPath(const QString &path)
{
    m_path->setText(path);
}

void ExportDialog::addChoices(QWidget &more)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, &more);
}

void ExportDialog::setRange(const QString &range)
{
    m_range->setText(range);
}

QString ExportDialog::path() const
{
    const QString path = m_path->text().trimmed();
    return QFileInfo(path).suffix().isEmpty() && !path.startsWith(QLatin1String("/dev/")) ? path + m_kind.ending : path;
}

std::vector<std::uint32_t> ExportDialog::rows() const
{
    return m_choice.rows(which(), of());
}

void ExportDialog::judge()
{
    QString problem;
    const bool ranged = which() == Which::Range;
    m_choice.setRanges(packetRanges(m_range->text(), m_choice.captured(), &problem));
    if (!ranged)
        problem.clear();
    for (int row = 0; row < int(choices); ++row)
        for (int column = 0; column < 2; ++column) {
            QLabel *label = m_counts[std::size_t(row)][std::size_t(column)];
            label->setText(QString::number(m_choice.count(Which(row), Of(column))));
            label->setEnabled(column == m_of->checkedId());
        }
    if (problem.isEmpty() && m_choice.count(which(), of()) == 0)
        problem = tr("There are no such packets.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_export->setEnabled(problem.isEmpty() && (m_kind.filter.isEmpty() || !m_path->text().trimmed().isEmpty()));
}

void ExportDialog::browse()
{
    const QString path = QFileDialog::getSaveFileName(this, windowTitle(), m_path->text(), m_kind.filter);
    if (path.isEmpty())
        return;
    m_path->setText(path);
    m_confirmed = this->path();
}

void ExportDialog::accept()
{
    if (!m_kind.filter.isEmpty() && path() != m_confirmed && QFileInfo(path()).isFile()
        && QMessageBox::question(this, windowTitle(), tr("%1 is there already. Replace it?").arg(QFileInfo(path()).fileName())) != QMessageBox::Yes)
        return;
    QDialog::accept();
}

} // namespace vethscope
