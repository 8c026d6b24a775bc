#pragma once

#include "core/capture/fileset.h"

#include <QDialog>

class QTableWidget;

namespace vethscope {

/// The files of a ring buffer with their times and sizes; one of them can be opened.
class FileSetDialog : public QDialog
{
    Q_OBJECT

public:
    explicit FileSetDialog(const FileSet &set, QWidget *parent = nullptr);

    /// Empty where none was chosen.
    QString chosen() const;

private:
    void fill(const FileSet &set);

    QTableWidget *m_table;
};

} // namespace vethscope
