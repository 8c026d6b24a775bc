#pragma once

#include "ui/desk/workspace.h"
#include "ui/models/packetlistmodel.h"
#include "ui/saving/mergedialog.h"
#include "ui/saving/unsavedcaptures.h"
#include "ui/shared/commands.h"
#include "ui/shared/explanations.h"
#include "ui/shared/filteruse.h"
#include "ui/shared/marks.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"
#include "ui/shared/snapshots.h"
#include "ui/theme/theme.h"

#include <QMainWindow>

#include <memory>

namespace vethscope {

class Amender;
class AutoScroll;
class CaptureController;
class CaptureSaver;
class ColourController;
class ColumnController;
class CompanionWindows;
class ComparisonPanel;
class CopyMenu;
class Desk;
class DissectionSaver;
enum class DissectionFormat : std::uint8_t;
struct DissectionOrder;
struct DissectionParts;
struct ExportKind;
class EvidencePanel;
class FindingsController;
class HelpWindow;
class JourneyController;
class Language;
struct Options;
struct CaptureSetup;
struct TopologyPlace;
class ImportReportPanel;
class MessageBar;
class NameResolution;
class PacketWindows;
class PredictController;
class Preferences;
class RowMenu;
class SessionController;
class SnapshotController;
class StatusPanel;
class ToolBar;
class TopologyPanel;
class WelcomePage;
class WhyPanel;

/// Builds the panels and connects them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, Language &language, Preferences &preferences);
    ~MainWindow() override;

    /// Captures, or a session. Asks first when that would let go of a capture nobody has saved.
    void open(const QStringList &paths);
    /// Where a file that will be opened was captured.
    void setPoint(const QString &path, const CapturePoint &point) { m_capture.setPoint(path, point); }
    /// Reads host output beside what is open.
    void importSnapshots(const QStringList &paths);
    /// Starts a live capture.
    void startCapture(const CaptureSetup &setup);
    /// Asks what to capture, with these interfaces chosen to begin with.
    void askForCapture(const QStringList &interfaces);
    /// Tells of captures that a crash has left behind.
    void offerLeftovers();
    /// Puts another capture together with what is open.
    void merge(const QString &path, MergeDialog::How how);
    void applyFilter(const QString &expression);
    /// By the packet's number, which counts from 1.
    void selectPacket(int number);
    void selectWhenSettled(int number);
    void setLayout(Layout layout);
    /// Opens the host output at the line that proves something.
    void showEvidence(const Evidence &evidence);
    /// Shows why the selected address is there.
    void showWhy();
    /// Shows the selected packet on its way over all capture points.
    void showJourney();

    /// Shows what is wrong in what is open.
    void showFindings();

    /// Foretells a packet's way from one to the other, and shows it on the topology.
    void predict(const QString &from, const QString &to);

    /// Whether everything asked for has been read and filtered.
    bool isSettled() const;
    const OpenCapture &capture() const { return m_capture; }
    CaptureController &captureController() { return *m_controller; }
    CaptureSaver &captureSaver() { return *m_saver; }
    SessionController &session() { return *m_session; }
    Marks &marks() { return m_marks; }
    Marks &ignored() { return m_ignored; }
    Amender &amender() { return *m_amender; }
    PacketWindows &packetWindows() { return *m_packetWindows; }
    ColourController &colours() { return *m_colours; }
    Selection &selection() { return m_selection; }
    const PacketListModel &listModel() const { return m_model; }
    DissectionSaver &dissections() { return *m_dissections; }
    Commands &commands() { return m_commands; }
    Snapshots &snapshots() { return m_snapshots; }
    TopologyPanel &topology() { return *m_topology; }
    Explanations &explanations() { return m_explanations; }
    WhyPanel &why() { return *m_why; }
    EvidencePanel &hostOutput() { return *m_evidence; }
    CompanionWindows &windows() { return *m_windows; }
    NameResolution &nameResolution() { return *m_names; }
    PredictController &prediction() { return *m_prediction; }
    JourneyController &journey() { return *m_journey; }
    FindingsController &findings() { return *m_findings; }
    ComparisonPanel &comparison() { return *m_comparison; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPanels();
    void addJourney();
    void addFindings();
    void connectCapture();
    void connectLive();
    void connectMarks();
    void connectFile();
    void connectSnapshots();
    void connectNames();
    void connectSession();
    void connectWhy();
    void connectLook();
    void connectGo();
    void addWindows();
    void connectWindows();
    void connectPrediction();
    void connectComparison();
    void connectJourney();
    void connectFindings();
    void connectDissections();
    DissectionOrder dissectionOrder(DissectionFormat format, std::vector<std::uint32_t> rows, const DissectionParts &parts) const;
    void exportDissections(DissectionFormat format, const ExportKind &kind);
    void printPackets();
    void connectFileSets();
    void listFileSet();
    void connectProfiles();
    void showProfile();
    void useKeptDecoding();
    void tellProblemsOfSettings();
    void editPreferences();
    void useOptions(const Options &options);
    void useDecodeRules(const std::vector<DecodeRule> &rules);
    void connectRows();
    void connectPackets();
    void shiftTimes();
    void editName(int node);
    void addEditName(QMenu &menu, int node);
    void connectTree();
    int currentNode(const RowMenu &rows) const; // the row of the tree that says what the list's current cell says; -1 for none
    void fillPacketMenu(QMenu &menu, RowMenu &rows);
    void restore();

    void openWithDialog();
    void openSessionWithDialog();
    void openCaptures(const QStringList &paths);
    void openSession(const QString &path, const QStringList &leftOut);
    void offerHosts(const QStringList &captures);
    void commentPackets();
    void reload();
    void decodeAs();
    void showCapture();
    void showPacketOnTopology();
    void showPlaces(const std::vector<TopologyPlace> &places);
    void selectCited(int row);
    void showList();
    void filterFromTopology(const QString &expression);
    void useFilter(const QString &selected, FilterUse use, FilterStep step);
    void showTitle();
    void showLive();
    void showLook();
    void tellError(const QString &message);
    void tellWritten(std::size_t packets, const QString &path);
    QString exportPath(const QString &ending) const;
    void exportPackets();
    void exportFieldBytes();
    void showZoom();
    void help(Command command);

    Theme &m_theme;
    Language &m_language;
    Preferences &m_preferences;
    OpenCapture m_capture;
    Selection m_selection;
    Marks m_marks, m_references, m_ignored; // the user's, from where times count, and what nobody is to look into
    PacketListModel m_model;
    Snapshots m_snapshots;
    Explanations m_explanations;
    UnsavedCaptures m_unsaved;
    Commands m_commands;
    ToolBar *m_toolBar = nullptr;
    MessageBar *m_messages = nullptr;
    CaptureSaver *m_saver = nullptr;
    CaptureController *m_controller = nullptr;
    AutoScroll *m_autoScroll = nullptr;
    Desk *m_desk = nullptr;
    TopologyPanel *m_topology = nullptr;
    ImportReportPanel *m_report = nullptr;
    EvidencePanel *m_evidence = nullptr;
    WhyPanel *m_why = nullptr;
    SnapshotController *m_snapshotController = nullptr;
    NameResolution *m_names = nullptr;
    SessionController *m_session = nullptr;
    PredictController *m_prediction = nullptr;
    ComparisonPanel *m_comparison = nullptr;
    Amender *m_amender = nullptr;
    ColourController *m_colours = nullptr;
    CopyMenu *m_copyMenu = nullptr;
    PacketWindows *m_packetWindows = nullptr;
    JourneyController *m_journey = nullptr;
    FindingsController *m_findings = nullptr;
    WelcomePage *m_welcome = nullptr;
    Workspace *m_workspace = nullptr;
    DissectionSaver *m_dissections = nullptr;
    StatusPanel *m_status = nullptr;
    std::unique_ptr<CompanionWindows> m_windows; // gone before what they show
};

} // namespace vethscope
