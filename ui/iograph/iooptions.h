#pragma once

#include "ui/statistics/countoptions.h"

class QComboBox;
class QLabel;

namespace vethscope {

/// The line above an I/O graph: how long an interval is, and how the picture looks.
class IoOptions : public CountOptions
{
    Q_OBJECT

public:
    IoOptions();

    /// In nanoseconds; 0 is what fits the capture.
    qint64 interval() const;
    void setInterval(qint64 nanoseconds);
    /// The one that fits.
    void setFitting(qint64 nanoseconds);
    QComboBox &intervals() const { return *m_interval; }
    QCheckBox &timeOfDay() const { return *m_timeOfDay; }
    QCheckBox &logarithmic() const { return *m_logarithmic; }
    QCheckBox &dragging() const { return *m_dragging; }
    /// How the picture looks, and a button that shows all of it: to be put beside it.
    QWidget &looks() const { return *m_looks; }
    void setSaveEnabled(bool enabled);

signals:
    void intervalChanged();
    void resetRequested();
    void saveRequested();

protected:
    void retranslate() override;

private:
    QWidget *m_looks;
    QLabel *m_label;
    QComboBox *m_interval;
    QCheckBox *m_timeOfDay, *m_logarithmic, *m_dragging;
    QToolButton *m_reset, *m_save;
    qint64 m_fitting = 0;
};

} // namespace vethscope
