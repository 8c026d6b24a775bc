#include "ui/columns/columndialog.h"

#include "core/columns/fieldcolumn.h"
#include "ui/filters/filteredit.h"
#include "ui/models/listcolumns.h"
#include "ui/shared/dialogbuttons.h"
#include "ui/shared/language.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace vethscope {
namespace {

constexpr int mostOccurrences = 99;

} // namespace

ColumnDialog::ColumnDialog(const ColumnSpec &column, const Registry &registry, QWidget *parent)
    : QDialog(parent), m_first(column), m_registry(registry), m_title(new QLineEdit(QString::fromStdString(column.title), this)), m_kind(new QComboBox(this)),
      m_expression(new FilterEdit(registry, this)), m_occurrence(new QSpinBox(this)), m_side(new QComboBox(this)), m_problem(new QLabel(this)),
      m_buttons(new DialogButtons(tr("Keep"), this))
{
    setWindowTitle(tr("Column"));
    for (int kind = 0; kind < int(Column::Field); ++kind)
        m_kind->addItem(ListColumns::titleOf(Column(kind)), kind);
    m_kind->addItem(tr("Info, word for word as in Wireshark"), int(Column::ClassicInfo));
    m_kind->insertItem(0, tr("Field or expression"), int(Column::Field));
    m_kind->setCurrentIndex(m_kind->findData(int(column.column)));
    m_expression->setText(QString::fromStdString(column.expression));
    m_expression->setPlaceholderText(QStringLiteral("ip.ttl   overlay.ip.src || arp.src.proto_ipv4   tcp.analysis.flags"));
    m_occurrence->setRange(-mostOccurrences, mostOccurrences);
    m_occurrence->setValue(column.occurrence);
    for (const QString &side : {tr("Left", "where the text stands"), tr("Centre", "where the text stands"), tr("Right", "where the text stands")})
        m_side->addItem(side);
    m_side->setCurrentIndex(int(column.side));
    build();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ColumnDialog::check);
    connect(m_expression, &QLineEdit::textChanged, this, &ColumnDialog::check);
    connect(m_expression, &FilterEdit::applied, this, [this] {
        if (m_buttons->acceptButton().isEnabled())
            accept();
    });
    connect(m_expression, &FilterEdit::dismissed, this, &QDialog::reject);
    check();
}

void ColumnDialog::build()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(20, 18, 20, 14);
    form->setVerticalSpacing(10);
    form->addRow(tr("&Title:"), m_title);
    form->addRow(tr("&Shows:"), m_kind);
    form->addRow(tr("&Expression:"), m_expression);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    form->addRow(QString(), m_problem);
    form->addRow(tr("&Occurrence:"), m_occurrence);
    auto *hint = new QLabel(tr("0: all of them · 1: the outermost · -1: the innermost"), this);
    hint->setObjectName(QStringLiteral("muted"));
    form->addRow(QString(), hint);
    form->addRow(tr("&Alignment:"), m_side);
    form->addRow(m_buttons);
    resize(fontMetrics().averageCharWidth() * 78, sizeHint().height());
}

void ColumnDialog::check()
{
    const bool isField = Column(m_kind->currentData().toInt()) == Column::Field;
    m_expression->setEnabled(isField);
    m_occurrence->setEnabled(isField);
    m_title->setPlaceholderText(isField ? m_expression->text() : m_kind->currentText());
    QString problem;
    m_expression->unmark();
    if (isField) {
        const auto field = FieldColumn::compile(m_expression->text().toStdString(), m_registry);
        if (!field) {
            problem = translated(field.error().message);
            if (!m_expression->text().trimmed().isEmpty())
                m_expression->mark(field.error());
        }
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_buttons->acceptButton().setEnabled(problem.isEmpty());
}

ColumnSpec ColumnDialog::column() const
{
    ColumnSpec column = m_first;
    column.column = Column(m_kind->currentData().toInt());
    const bool isField = column.column == Column::Field;
    column.title = m_title->text().trimmed().toStdString();
    column.expression = isField ? m_expression->text().trimmed().toStdString() : std::string();
    column.occurrence = isField ? m_occurrence->value() : 0;
    column.side = ColumnSpec::Side(m_side->currentIndex());
    return column;
}

} // namespace vethscope
