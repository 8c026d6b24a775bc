#pragma once

#include "ui/iograph/iodrawn.h"
#include "ui/statistics/statisticwindow.h"

#include <QTimer>

#include <memory>

class QLabel;
class QSplitter;
class QTableView;
class QTabWidget;

namespace vethscope {

class IoGraphList;
class IoGraphModel;
class IoOptions;
class IoPlot;
class IoTally;
class IoValuesModel;

/// What the next pass counts.
struct IoQuestion {
    std::shared_ptr<const std::vector<IoSeries>> series;
    qint64 interval = 0; // 0: what fits the capture
};

/// Statistics ▸ I/O Graphs: how much of what there is over time, as graphs of packets that filters let through. The graphs are kept in the profile.
class IoGraphWindow : public StatisticWindow
{
    Q_OBJECT

public:
    IoGraphWindow(const WindowKind &kind, const WindowContext &context);

    IoPlot &plot() const { return *m_plot; }
    IoGraphModel &graphs() const { return *m_graphs; }
    IoGraphList &list() const { return *m_list; }
    IoOptions &ioOptions() const { return *m_ioOptions; }
    QTabWidget &tabs() const { return *m_tabs; }
    QTableView &values() const { return *m_values; }
    /// What is said below the picture.
    QString hint() const;
    /// Writes the picture or its values.
    void save(const QString &path);
    QString csv() const override;
    bool isBusy() const override { return StatisticWindow::isBusy() || m_asking.isActive(); }

protected:
    void showCounts() override;
    bool hasRows() const override;
    QString whyNothing() const override;
    void retranslate() override;
    QWidget *firstFocus() const override;

private:
    IoGraphWindow(const WindowKind &kind, const WindowContext &context, std::shared_ptr<IoQuestion> question);

    void build();
    void connectParts();
    void load();
    void keep();
    void ask();
    void askSoon();
    qint64 fitting() const;
    IoPicture picture(const IoTally &tally) const;
    void goTo(qint64 place);
    int packetIn(qint64 place) const;
    void showHint(std::optional<qint64> place);
    QString problems() const;
    void saveAs();

    const std::shared_ptr<IoQuestion> m_question;
    IoOptions *m_ioOptions;
    IoGraphModel *m_graphs;
    IoGraphList *m_list;
    IoPlot *m_plot;
    IoValuesModel *m_valuesModel;
    QTableView *m_values;
    QTabWidget *m_tabs;
    QLabel *m_hint;
    QSplitter *m_splitter;
    QString m_told; // of a file that was written, until something else is said
    QTimer m_asking;
    bool m_loading = false;
};

} // namespace vethscope
