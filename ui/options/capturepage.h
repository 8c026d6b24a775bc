#pragma once

#include "ui/capture/capturesetup.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace vethscope {

/// How captures begin, until their dialog says otherwise.
class CapturePage : public QWidget
{
    Q_OBJECT

public:
    explicit CapturePage(const CaptureSetup &setup, QWidget *parent = nullptr);

    CaptureSetup setup() const;

private:
    CaptureSetup m_first;
    QLineEdit *m_interfaces, *m_filter;
    QCheckBox *m_promiscuous;
    QSpinBox *m_snapLength, *m_buffer;
};

} // namespace vethscope
