#pragma once

#include "ui/flowgraph/flowquestion.h"
#include "ui/flowgraph/flowwriting.h"
#include "ui/statistics/statisticwindow.h"

class QLabel;
class QTableView;
class QTabWidget;

namespace vethscope {

class FlowEventsModel;
class FlowOptions;
class FlowTextSaver;
class FlowView;

/// Statistics ▸ Flow Graph: who sends what to whom, packet by packet.
class FlowGraphWindow : public StatisticWindow
{
    Q_OBJECT

public:
    FlowGraphWindow(const WindowKind &kind, const WindowContext &context);

    FlowView &view() const { return *m_view; }
    FlowOptions &flowOptions() const { return *m_flowOptions; }
    QTabWidget &tabs() const { return *m_tabs; }
    QTableView &table() const { return *m_table; }
    const FlowGraph &graph() const { return m_writing.graph(); }
    /// What is said below the picture.
    QString hint() const;
    /// Writes what the suffix asks for: svg, png, pdf, or text, which is written beside the window.
    void save(const QString &path);
    QString csv() const override;
    bool isBusy() const override;

protected:
    void showCounts() override;
    bool hasRows() const override;
    bool canCopy() const override;
    QString whyNothing() const override;
    void retranslate() override;
    QWidget *firstFocus() const override;

private:
    FlowGraphWindow(const WindowKind &kind, const WindowContext &context, std::shared_ptr<FlowQuestion> question);

    void connectParts();
    void ask();
    void select(int row);
    void showSelected();
    void showHint();
    void rename();
    Result<void> saveDrawing(const QString &path);
    void saveText(const QString &path);
    void showWritten();
    void tellWritten(const QString &path, std::size_t packets, std::size_t ofPackets);
    void saveAs();

    const std::shared_ptr<FlowQuestion> m_question;
    FlowWriting m_writing;
    FlowOptions *m_flowOptions;
    FlowView *m_view;
    FlowEventsModel *m_model;
    QTableView *m_table;
    QTabWidget *m_tabs;
    QLabel *m_hint;
    FlowTextSaver *m_textSaver;
    QString m_told;
    bool m_selecting = false;
};

} // namespace vethscope
