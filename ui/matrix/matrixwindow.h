#pragma once

#include "ui/matrix/matrixrun.h"
#include "ui/windows/companionwindow.h"

#include <functional>

class QLabel;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace vethscope {

class CellPanel;
class ChangesModel;
class MatrixModel;
class MatrixOptions;
class MatrixSources;
class MatrixStatus;
class MatrixView;
class MessageBar;

/// Who reaches whom, foretold from the host snapshots; and what differs in a later snapshot.
class MatrixWindow : public CompanionWindow
{
    Q_OBJECT

public:
    MatrixWindow(const WindowKind &kind, const WindowContext &context);
    ~MatrixWindow() override;

    bool isRunning() const { return m_run.isRunning(); }
    bool isBusy() const override { return isRunning(); }
    void fit() override;
    MatrixModel &model() const { return *m_model; }
    MatrixView &view() const { return *m_view; }
    MatrixOptions &options() const { return *m_options; }
    MatrixStatus &status() const { return *m_status; }
    CellPanel &cell() const { return *m_cell; }
    QTreeView &changes() const { return *m_changesView; }
    MessageBar &messages() const { return *m_messages; }
    MatrixSources &sources() const { return *m_sources; }

    /// What the exports write; empty where there is no matrix.
    QByteArray csv() const;
    QByteArray svg() const;
    void openForComparing(const QString &path, bool isAfter);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    QString subject() const override { return {}; } // not of a capture
    void retranslate() override;

private:
    void arrangeWidgets();
    void connectParts();
    void start();
    void take(const std::shared_ptr<const MatrixResult> &result);
    void showPage();
    void showSide(bool isAfter);
    void keepingCell(const std::function<void()> &change);
    void showCell(const QModelIndex &index);
    void showChange(const QModelIndex &index);
    void ask(bool isAfter, bool isFolder);
    void stop();
    void showActivity();
    void save(const QString &title, const QString &filter, const QString &suffix, const QByteArray &bytes);

    MatrixRun m_run;
    MatrixSources *m_sources;
    MatrixModel *m_model;
    ChangesModel *m_changesModel;
    MatrixOptions *m_options;
    MessageBar *m_messages;
    MatrixView *m_view;
    QTreeView *m_changesView;
    CellPanel *m_cell;
    MatrixStatus *m_status;
    QLabel *m_message;
    QSplitter *m_tables, *m_splitter;
    QStackedWidget *m_pages;
    bool m_isStale = true;     // the facts are others
    bool m_isStopped = false;  // by the user
    bool m_opensAfter = false; // what is being read is to be compared with
};

} // namespace vethscope
