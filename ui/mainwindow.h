#pragma once

#include "ui/commands.h"
#include "ui/models/packetlistmodel.h"
#include "ui/opencapture.h"
#include "ui/selection.h"
#include "ui/theme/theme.h"
#include "ui/workspace.h"

#include <QMainWindow>

class QStackedWidget;

namespace vethscope {

class HelpWindow;
class Language;
class MessageBar;
class Preferences;
class StatusPanel;
class ToolBar;
class WelcomePage;

/// Builds the panels and connects them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, Language &language, Preferences &preferences);
    ~MainWindow() override;

    void open(const QStringList &paths);
    void applyFilter(const QString &expression);
    /// By the packet's number, which counts from 1.
    void selectPacket(int number);
    void selectWhenSettled(int number);
    void setLayout(Layout layout);

    /// Whether everything asked for has been read and filtered.
    bool isSettled() const;
    const OpenCapture &capture() const { return m_capture; }
    Selection &selection() { return m_selection; }
    const PacketListModel &listModel() const { return m_model; }
    Commands &commands() { return m_commands; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPanels();
    void connectCapture();
    void connectFile();
    void connectLook();
    void connectGo();
    void restore();

    void openWithDialog();
    void reload();
    void decodeAs();
    void showCapture();
    void showZoom();
    void help(Command command);

    Theme &m_theme;
    Language &m_language;
    Preferences &m_preferences;
    OpenCapture m_capture;
    Selection m_selection;
    PacketListModel m_model;
    Commands m_commands;
    ToolBar *m_toolBar = nullptr;
    MessageBar *m_messages = nullptr;
    QStackedWidget *m_pages = nullptr;
    WelcomePage *m_welcome = nullptr;
    Workspace *m_workspace = nullptr;
    StatusPanel *m_status = nullptr;
};

} // namespace vethscope
