#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace vethscope {

struct Options;

/// Theme, language and size of the window.
class AppearancePage : public QWidget
{
    Q_OBJECT

public:
    explicit AppearancePage(const Options &options, QWidget *parent = nullptr);

    void take(Options &options) const;

private:
    QComboBox *m_theme, *m_language;
    QSpinBox *m_zoom;
};

} // namespace vethscope
