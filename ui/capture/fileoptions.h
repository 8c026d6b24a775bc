#pragma once

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace vethscope {

struct CaptureSetup;

/// Where a capture is written, when the next file of a ring begins, and when it ends by itself. Everything is off to begin with:
/// one file of our own, until somebody stops it.
class FileOptions : public QWidget
{
    Q_OBJECT

public:
    explicit FileOptions(QWidget *parent = nullptr);

    void setSetup(const CaptureSetup &setup);
    void writeTo(CaptureSetup &setup) const;
    /// Why these cannot be used together; empty when they can.
    QString problem() const;

signals:
    void changed();

private:
    void addLimit(QGridLayout &grid, int row, QCheckBox *&check, const QString &text, QWidget *value);
    void browse();

    QLineEdit *m_file;
    QCheckBox *m_bySize = nullptr;
    QCheckBox *m_byTime = nullptr;
    QCheckBox *m_keep = nullptr;
    QCheckBox *m_stopPackets = nullptr;
    QCheckBox *m_stopTime = nullptr;
    QSpinBox *m_size;
    QSpinBox *m_time;
    QSpinBox *m_files;
    QSpinBox *m_packets;
    QSpinBox *m_seconds;
};

} // namespace vethscope
