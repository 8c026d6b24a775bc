#include "ui/capture/capturedialog.h"

#include "ui/capture/capturefilterfield.h"
#include "ui/capture/fileoptions.h"
#include "ui/capture/interfacemodel.h"
#include "ui/capture/trafficdelegate.h"
#include "ui/shared/dialogbuttons.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

namespace vethscope {
namespace {

constexpr int largestSnapLength = 262144;
constexpr int largestBuffer = 2047; // MiB

} // namespace

CaptureDialog::CaptureDialog(const CaptureSetup &setup, QWidget *parent)
    : QDialog(parent), m_setup(setup), m_interfaces(new InterfaceModel(this)), m_view(new QTableView(this)),
      m_filter(new CaptureFilterField(this)), m_promiscuous(new QCheckBox(tr("Promiscuous mode"), this)), m_snapLength(new QSpinBox(this)),
      m_buffer(new QSpinBox(this)), m_fold(new QToolButton(this)), m_files(new FileOptions(this)), m_problem(new QLabel(this))
{
    setWindowTitle(tr("Capture"));
    m_problem->setObjectName(QStringLiteral("dialogProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);

    auto *buttons = new DialogButtons(tr("Start"), this);
    m_start = &buttons->acceptButton();
    QPushButton *refreshButton = buttons->addButton(tr("Refresh"), QDialogButtonBox::ResetRole);
    refreshButton->setObjectName(QStringLiteral("quiet"));
    refreshButton->setToolTip(tr("List the interfaces again (F5)"));
    refreshButton->setAutoDefault(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addWidget(makeTable(), 1);
    column->addWidget(m_filter);
    column->addWidget(makeOptions());
    column->addWidget(m_problem);
    column->addWidget(buttons);

    connect(refreshButton, &QPushButton::clicked, this, &CaptureDialog::refresh);
    connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this, &CaptureDialog::refresh);
    connect(m_interfaces, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (const QStringList chosen = chosenInterfaces(); !chosen.isEmpty())
            m_setup.interfaces = chosen;
    });
    connect(m_interfaces, &InterfaceModel::refreshed, this, &CaptureDialog::selectWanted);
    connect(m_filter, &CaptureFilterField::stateChanged, this, &CaptureDialog::judge);
    connect(m_files, &FileOptions::changed, this, &CaptureDialog::judge);

    m_filter->setFilter(setup.filter);
    m_files->setSetup(setup);
    unfold(!setup.file.isEmpty() || setup.stopPackets > 0 || setup.stopSeconds > 0);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 32);
    judge();
}

QWidget *CaptureDialog::makeTable()
{
    m_view->setModel(m_interfaces);
    m_view->setItemDelegateForColumn(InterfaceModel::Traffic, new TrafficDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setAccessibleName(tr("Interfaces"));
    m_view->setObjectName(QStringLiteral("framed"));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * 1.8));
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(InterfaceModel::Addresses, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    m_view->setColumnWidth(InterfaceModel::Name, character * 22);
    m_view->setColumnWidth(InterfaceModel::Kind, character * 13);
    m_view->setColumnWidth(InterfaceModel::Traffic, character * 32);
    connect(m_view, &QAbstractItemView::doubleClicked, this, [this] { m_start->click(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QStringList chosen = chosenInterfaces();
        if (!chosen.isEmpty())
            m_filter->setInterface(chosen.front());
        judge();
    });
    return m_view;
}

QWidget *CaptureDialog::makeOptions()
{
    m_promiscuous->setChecked(m_setup.promiscuous);
    m_promiscuous->setToolTip(tr("Also take packets that are addressed to others"));
    m_snapLength->setRange(0, largestSnapLength);
    m_snapLength->setSpecialValueText(tr("all"));
    m_snapLength->setValue(m_setup.snapLength);
    m_buffer->setRange(1, largestBuffer);
    m_buffer->setSuffix(tr(" MiB"));
    m_buffer->setValue(m_setup.bufferMebibytes);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_promiscuous);
    row->addSpacing(24);
    for (const auto &[text, field] : {std::pair{tr("Bytes kept of each packet"), m_snapLength}, {tr("Kernel's buffer"), m_buffer}}) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        field->setAccessibleName(text);
        row->addWidget(label);
        row->addWidget(field);
        row->addSpacing(16);
    }
    row->addStretch();

    m_fold->setObjectName(QStringLiteral("fold"));
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setText(tr("File, ring and end"));
    connect(m_fold, &QToolButton::toggled, this, &CaptureDialog::unfold);

    auto *options = new QWidget(this);
    auto *column = new QVBoxLayout(options);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_files);
    return options;
}

void CaptureDialog::unfold(bool unfolded)
{
    m_fold->setChecked(unfolded);
    m_fold->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_files->setVisible(unfolded);
}

void CaptureDialog::refresh()
{
    m_interfaces->refresh();
}

void CaptureDialog::selectWanted(const QString &problem)
{
    m_listProblem = problem;
    QItemSelection wanted;
    for (const QString &name : std::as_const(m_setup.interfaces))
        if (const int row = m_interfaces->rowOf(name); row >= 0)
            wanted.select(m_interfaces->index(row, 0), m_interfaces->index(row, InterfaceModel::Traffic));
    m_view->selectionModel()->select(wanted, QItemSelectionModel::ClearAndSelect);
    if (!wanted.isEmpty())
        m_view->scrollTo(wanted.first().topLeft());
    else if (m_interfaces->rowCount() > 0)
        m_view->selectRow(0);
    judge();
}

QStringList CaptureDialog::chosenInterfaces() const
{
    QStringList names;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        names << m_interfaces->name(index.row());
    return names;
}

// The start waits only for what is wrong, never for what is still being checked.
void CaptureDialog::judge()
{
    QString problem = m_listProblem;
    if (problem.isEmpty() && m_filter->state() == CaptureFilterField::State::Invalid)
        problem = tr("The capture filter is not valid.");
    if (problem.isEmpty())
        problem = m_files->problem();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_start->setEnabled(problem.isEmpty() && !chosenInterfaces().isEmpty());
}

CaptureSetup CaptureDialog::setup() const
{
    CaptureSetup setup;
    setup.interfaces = chosenInterfaces();
    setup.filter = m_filter->filter();
    setup.promiscuous = m_promiscuous->isChecked();
    setup.snapLength = m_snapLength->value();
    setup.bufferMebibytes = m_buffer->value();
    m_files->writeTo(setup);
    return setup;
}

void CaptureDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_interfaces->refresh();
    m_interfaces->watchTraffic(true);
}

void CaptureDialog::hideEvent(QHideEvent *event)
{
    m_interfaces->watchTraffic(false);
    QDialog::hideEvent(event);
}

} // namespace vethscope
