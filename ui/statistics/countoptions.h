#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QCheckBox;
class QToolButton;

namespace vethscope {

/// The line above what was counted: which packets count, and the table to the clipboard.
class CountOptions : public QWidget
{
    Q_OBJECT

public:
    explicit CountOptions(QWidget *parent = nullptr);

    QCheckBox &limit() const { return *m_limit; }
    void setCopyEnabled(bool enabled);

signals:
    void limitToggled(bool limited);
    void csvRequested();

protected:
    /// At the left, behind the boxes that are there, or at the right, before the button that copies.
    void addBox(QWidget &box);
    void addButton(QToolButton &button);
    QAction &addCopy();
    virtual void retranslate();

    void changeEvent(QEvent *event) override;

private:
    QBoxLayout *m_row;
    QCheckBox *m_limit;
    QToolButton *m_copy;
    QAction *m_csv;
    int m_boxes = 1;
};

} // namespace vethscope
