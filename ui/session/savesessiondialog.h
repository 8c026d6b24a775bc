#pragma once

#include <QDialog>

class QCheckBox;

namespace vethscope {

/// What of a session goes into its own file, and what is only referred to.
struct SessionChoice {
    bool embedCaptures = false;
    bool embedSnapshots = true;
};

/// How much there is to embed, in files and bytes.
struct SessionSizes {
    int captures = 0;          // that may be referred to, or embedded
    qint64 captureBytes = 0;
    int homeless = 0;          // that are in no file of the user's: always embedded
    qint64 homelessBytes = 0;
    int snapshots = 0;         // that were read from files, or folders
    qint64 snapshotBytes = 0;
};

/// Asks what a session is to carry with it.
class SaveSessionDialog : public QDialog
{
    Q_OBJECT

public:
    SaveSessionDialog(const SessionSizes &sizes, const SessionChoice &choice, QWidget *parent = nullptr);

    SessionChoice choice() const;

private:
    QCheckBox *m_captures;
    QCheckBox *m_snapshots;
};

} // namespace vethscope
