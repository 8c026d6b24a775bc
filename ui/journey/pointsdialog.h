#pragma once

#include "ui/journey/filepoint.h"

#include <QDialog>

#include <utility>
#include <vector>

class QComboBox;
class QTableWidget;

namespace vethscope {

class Snapshots;

/// Analyze ▸ Capture Points…: on which node or pod, and on which device, each open file was captured. What is left empty stays as it is
/// recognised, which stands there in grey.
class PointsDialog : public QDialog
{
    Q_OBJECT

public:
    PointsDialog(const OpenCapture &capture, const Snapshots &snapshots, const FollowedJourneys *found, QWidget *parent = nullptr);

    /// Of each file where something was changed; nothing: as it is recognised.
    std::vector<std::pair<QString, std::optional<CapturePoint>>> points() const;

    QComboBox &node(int row) const;
    QComboBox &device(int row) const;
    QTableWidget &table() const { return *m_table; }

private:
    enum Cell { FileCell, NodeCell, DeviceCell, FramesCell, CellCount };

    void addRow(const FilePoint &point);
    void offerDevices(int row);

    const Snapshots &m_snapshots;
    std::vector<FilePoint> m_points;
    QTableWidget *m_table;
};

} // namespace vethscope
