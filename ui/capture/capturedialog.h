#pragma once

#include "ui/capture/capturesetup.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;
class QToolButton;

namespace vethscope {

class CaptureFilterField;
class FileOptions;
class InterfaceModel;

/// Asks what to capture: interfaces with their traffic, a capture filter, and folded away where it is written.
class CaptureDialog : public QDialog
{
    Q_OBJECT

public:
    CaptureDialog(const CaptureSetup &setup, QWidget *parent = nullptr);

    /// What was chosen; to be asked once it was accepted.
    CaptureSetup setup() const;

    CaptureFilterField &filterField() const { return *m_filter; }
    InterfaceModel &interfaces() const { return *m_interfaces; }
    QTableView &view() const { return *m_view; }

public slots:
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeTable();
    QWidget *makeOptions();
    void unfold(bool unfolded);
    void selectWanted(const QString &problem);
    QStringList chosenInterfaces() const;
    void judge();

    CaptureSetup m_setup;
    InterfaceModel *m_interfaces;
    QTableView *m_view;
    CaptureFilterField *m_filter;
    QCheckBox *m_promiscuous;
    QSpinBox *m_snapLength;
    QSpinBox *m_buffer;
    QToolButton *m_fold;
    FileOptions *m_files;
    QLabel *m_problem;
    QPushButton *m_start;
    QString m_listProblem;
};

} // namespace vethscope
