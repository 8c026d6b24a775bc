#pragma once

#include "ui/statistics/trafficrow.h"

#include <QTableView>

#include <optional>

namespace vethscope {

class OpenCapture;
class TrafficModel;
class TrafficRowDelegate;

/// The table of one kind. What is selected stays so while counts grow and rows come.
class TrafficView : public QTableView
{
    Q_OBJECT

public:
    TrafficView(TrafficSubject subject, TrafficKind kind, const OpenCapture &capture, QWidget *parent = nullptr);

    TrafficModel &rows() const { return *m_model; }
    /// From top to bottom.
    std::vector<int> selectedRows() const;

signals:
    /// The user has selected a row, by pointer or key.
    void chosen(int row);
    /// And wants to see it: Return, or a double click.
    void opened(int row);
    void copyRequested();
    void menuRequested(const QPoint &place);

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Kept {
        std::vector<TrafficRow> selected;
        std::optional<TrafficRow> current;
        int scrolled = 0;
    };

    void keep();
    void restore();
    void updateFonts();
    void updateColumns();

    const OpenCapture &m_capture;
    TrafficModel *m_model;
    TrafficRowDelegate *m_delegate;
    Kept m_kept;
    bool m_restoring = false;
    bool m_widthsAreOurs = true; // until the user drags one
};

} // namespace vethscope
