#pragma once

#include "core/capture/amendments.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace vethscope {

class DialogButtons;
class OpenCapture;

/// Asks how a clock is to be set right: by how much, or what time a packet, or two, should have.
class TimeShiftDialog : public QDialog
{
    Q_OBJECT

public:
    TimeShiftDialog(const OpenCapture &capture, int storeRow, bool isShifted, QWidget *parent = nullptr);

    /// Of which capture point; nothing: of all.
    std::optional<std::uint32_t> interface() const;
    /// Nothing where what was shifted is to be undone.
    std::optional<TimeShift> shift() const { return m_shift; }

private:
    void build();
    void fillPoints();
    void judge();
    QString judgeShift();
    QString judgePackets();
    QString timeOf(int number) const;

    const OpenCapture &m_capture;
    QComboBox *m_points;
    QRadioButton *m_by, *m_set, *m_undo;
    QLineEdit *m_amount;
    QSpinBox *m_first, *m_second;
    QLineEdit *m_firstTime, *m_secondTime;
    QCheckBox *m_hasSecond;
    QLabel *m_problem;
    DialogButtons *m_buttons;
    std::optional<TimeShift> m_shift;
};

} // namespace vethscope
