#include "ui/packets/timeshiftdialog.h"

#include "core/columns/timeamount.h"
#include "core/columns/timetext.h"
#include "core/filter/dateliteral.h"
#include "ui/shared/dialogbuttons.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/utf8text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace vethscope {

TimeShiftDialog::TimeShiftDialog(const OpenCapture &capture, int storeRow, bool isShifted, QWidget *parent)
    : QDialog(parent), m_capture(capture), m_points(new QComboBox(this)), m_by(new QRadioButton(tr("&Shift by"), this)), m_set(new QRadioButton(tr("Set the &time of packet"), this)),
      m_undo(new QRadioButton(tr("&Undo all shifts"), this)), m_amount(new QLineEdit(this)), m_first(new QSpinBox(this)), m_second(new QSpinBox(this)),
      m_firstTime(new QLineEdit(this)), m_secondTime(new QLineEdit(this)), m_hasSecond(new QCheckBox(tr("and of packet"), this)), m_problem(new QLabel(this)),
      m_buttons(new DialogButtons(tr("Shift"), this))
{
    setWindowTitle(tr("Time Shift"));
    const int last = int(std::min<std::size_t>(capture.store().size(), std::numeric_limits<int>::max()));
    for (QSpinBox *number : {m_first, m_second})
        number->setRange(1, last);
    m_first->setValue(storeRow + 1);
    m_second->setValue(last);
    m_firstTime->setText(timeOf(m_first->value()));
    m_secondTime->setText(timeOf(m_second->value()));
    m_by->setChecked(true);
    m_undo->setEnabled(isShifted);
    fillPoints();
    build();
    for (QRadioButton *button : {m_by, m_set, m_undo})
        connect(button, &QRadioButton::toggled, this, &TimeShiftDialog::judge);
    for (QLineEdit *edit : {m_amount, m_firstTime, m_secondTime})
        connect(edit, &QLineEdit::textChanged, this, &TimeShiftDialog::judge);
    connect(m_hasSecond, &QCheckBox::toggled, this, &TimeShiftDialog::judge);
    connect(m_first, &QSpinBox::valueChanged, this, [this](int number) { m_firstTime->setText(timeOf(number)); });
    connect(m_second, &QSpinBox::valueChanged, this, [this](int number) { m_secondTime->setText(timeOf(number)); });
    judge();
    m_amount->setFocus();
}

void TimeShiftDialog::build()
{
    m_amount->setPlaceholderText(QStringLiteral("-0.25   00:01:30   -01:00:00.5"));
    m_amount->setAccessibleName(tr("By how much"));
    m_first->setAccessibleName(tr("Packet"));
    m_second->setAccessibleName(tr("Second packet"));
    m_firstTime->setAccessibleName(tr("Time that the packet should have"));
    m_secondTime->setAccessibleName(tr("Time that the second packet should have"));
    m_problem->setObjectName(QStringLiteral("dialogProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *points = new QLabel(tr("Capture &point:"), this);
    points->setBuddy(m_points);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(20, 18, 20, 14);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(3, 1);
    grid->addWidget(points, 0, 0);
    grid->addWidget(m_points, 0, 1, 1, 3);
    grid->addWidget(m_by, 1, 0);
    grid->addWidget(m_amount, 1, 1, 1, 3);
    int row = 2;
    for (const auto &[what, number, time] : {std::tuple{static_cast<QWidget *>(m_set), m_first, m_firstTime}, std::tuple{static_cast<QWidget *>(m_hasSecond), m_second, m_secondTime}}) {
        grid->addWidget(what, row, 0);
        grid->addWidget(number, row, 1);
        grid->addWidget(new QLabel(tr("to", "set the time of a packet to"), this), row, 2);
        grid->addWidget(time, row++, 3);
    }
    grid->addWidget(m_undo, row++, 0, 1, 4);
    grid->addWidget(m_problem, row++, 0, 1, 4);
    grid->addWidget(m_buttons, row, 0, 1, 4);
    setMinimumWidth(fontMetrics().averageCharWidth() * 90);
}

void TimeShiftDialog::fillPoints()
{
    m_points->addItem(tr("All"));
    for (std::size_t place = 0; place < m_capture.store().interfaceCount(); ++place) {
        const Interface &one = m_capture.store().interface(place);
        const QString file = QFileInfo(QString::fromStdString(m_capture.store().paths()[one.file].string())).fileName();
        const QString name = QStringLiteral("%1 %2").arg(QString::fromStdString(one.pointNode), QString::fromStdString(one.pointInterface.empty() ? one.name : one.pointInterface)).trimmed();
        m_points->addItem(name.isEmpty() ? file : QStringLiteral("%1 — %2").arg(name, file), int(place));
    }
}

std::optional<std::uint32_t> TimeShiftDialog::interface() const
{
    const QVariant place = m_points->currentData();
    return place.isValid() ? std::optional(place.toUInt()) : std::nullopt;
}

QString TimeShiftDialog::timeOf(int number) const
{
    TextBuffer text;
    printTime(text, {TimeFormat::DateAndTime, TimeStyle::most}, m_capture.store().time(std::size_t(number - 1)), 0, TimeStyle::most);
    return vethscope::text(viewOf(text));
}

void TimeShiftDialog::judge()
{
    m_amount->setEnabled(m_by->isChecked());
    for (QWidget *one : {static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_firstTime), static_cast<QWidget *>(m_hasSecond)})
        one->setEnabled(m_set->isChecked());
    for (QWidget *one : {static_cast<QWidget *>(m_second), static_cast<QWidget *>(m_secondTime)})
        one->setEnabled(m_set->isChecked() && m_hasSecond->isChecked());
    m_shift.reset();
    const QString problem = m_by->isChecked() ? judgeShift() : m_set->isChecked() ? judgePackets() : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_buttons->acceptButton().setEnabled(m_undo->isChecked() || m_shift.has_value());
}

QString TimeShiftDialog::judgeShift()
{
    if (m_amount->text().trimmed().isEmpty())
        return {};
    const auto amount = readTimeAmount(m_amount->text().trimmed().toStdString());
    if (!amount)
        return tr("Write seconds, or hours, minutes and seconds: -0.25, 01:30:00.5");
    m_shift = TimeShift::by(*amount);
    return {};
}

// From what the files say, so that a second shift takes the place of the first.
QString TimeShiftDialog::judgePackets()
{
    const auto first = readDate(m_firstTime->text().trimmed().toStdString()), second = readDate(m_secondTime->text().trimmed().toStdString());
    if (!first || (m_hasSecond->isChecked() && !second))
        return tr("Write a day and a time: 2026-01-31 12:00:00.5");
    const std::int64_t from = m_capture.store().ownTime(std::size_t(m_first->value() - 1));
    if (!m_hasSecond->isChecked()) {
        m_shift = TimeShift{from, *first, 0};
        return {};
    }
    const std::int64_t until = m_capture.store().ownTime(std::size_t(m_second->value() - 1));
    if (from == until)
        return tr("The two packets have one time.");
    if ((until > from) != (*second > *first))
        return tr("The packet that came first would come last.");
    m_shift = TimeShift::between(from, *first, until, *second);
    return {};
}

} // namespace vethscope
