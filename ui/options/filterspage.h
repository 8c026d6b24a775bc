#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace vethscope {

class FilterEdit;
class Registry;
struct Options;

/// The display filters that are remembered, and the one that brings the profile.
class FiltersPage : public QWidget
{
    Q_OBJECT

public:
    FiltersPage(const Options &options, const Registry &registry, QWidget *parent = nullptr);

    /// A filter that is none is not taken.
    void take(Options &options) const;

private:
    void check();
    void enableButtons();

    const Registry &m_registry;
    QListWidget *m_recent;
    QPushButton *m_forget, *m_forgetAll;
    FilterEdit *m_switch;
    QLabel *m_problem;
};

} // namespace vethscope
