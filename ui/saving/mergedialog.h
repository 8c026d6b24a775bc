#pragma once

#include <QDialog>

class QButtonGroup;
class QLineEdit;
class QPushButton;

namespace vethscope {

/// Asks for a capture to be put together with the one that is open, and how.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    enum class How { ByTime, Before, Behind };

    /// `folder` is where files are looked for first.
    explicit MergeDialog(const QString &folder, QWidget *parent = nullptr);

    QString path() const;
    void setPath(const QString &path);
    How how() const;
    void setHow(How how);

private:
    void browse();

    QString m_folder;
    QLineEdit *m_path;
    QButtonGroup *m_how;
    QPushButton *m_merge;
};

} // namespace vethscope
