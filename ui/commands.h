#pragma once

#include <QActionGroup>
#include <QKeySequence>
#include <QObject>

#include <map>

namespace vethscope {

enum class Command {
    Open, Merge, FileSetList, NextOfSet, PreviousOfSet, ImportSnapshot, ImportFolder, PasteSnapshot, Save, SaveAs, ExportPackets, ExportText, ExportCsv, ExportJson, ExportPdml, ExportTopology, Print, Reload, CloseFile, Quit,
    OpenSession, SaveSession, SaveSessionAs,
    EditPreferences, EditProfiles,
    Copy, Find, FindNext, FindPrevious, FocusFilter, ClearFilter,
    ToggleReference, UnsetReferences, NextReference, PreviousReference,
    TimeDateAndTime, TimeOfDay, TimeEpoch, TimeSinceFirst, TimeSincePrevious, TimeSinceDisplayed, TimeUtcDateAndTime, TimeUtcOfDay,
    DigitsAsTheFile, DigitsSeconds, DigitsMilliseconds, DigitsMicroseconds, DigitsNanoseconds,
    ToggleMark, MarkDisplayed, UnmarkAll, NextMark, PreviousMark, CommentPacket,
    ShowList, ShowDetails, ShowBytes, ShowBoxes, ShowTopology, ShowReport, ShowWhy, ShowHostOutput, ShowPrediction, ShowJourney, ShowFindings, ShowNames,
    EditColumns, FitColumns,
    LayoutBrowse, LayoutCompare, LayoutTopology,
    ShowBoth, ShowUnderlay, ShowOverlay,
    ThemeSystem, ThemeLight, ThemeDark,
    English, Chinese,
    ZoomIn, ZoomOut, ZoomNormal,
    ApplyAsColumn, DecodeAs, PredictPath, ShowComparison, Matrix, CapturePoints,
    Conversations, Endpoints,
    HistoryBack, HistoryForward, NextInConversation, PreviousInConversation, GoToPacket, NextPacket, PreviousPacket, FirstPacket, LastPacket,
    CaptureOptions, StartCapture, StopCapture, RestartCapture, AutoScroll,
    Manual, Shortcuts, About,
};

enum class CommandGroup { File, FileSet, Dissections, Edit, Settings, Panes, Columns, TimeFormat, TimeDigits, Layout, Perspective, Theme, Language, Zoom, History, Go, Mark, Reference, Capture, Analyze, Statistics, Help };

/// Every command of the window, once: menus, toolbar and shortcut sheet show the same actions.
class Commands : public QObject
{
    Q_OBJECT

public:
    explicit Commands(QObject *parent = nullptr);

    QAction &operator[](Command command) const { return *m_actions.at(command); }
    /// The commands that belong together, in the order in which a menu lists them.
    QList<QAction *> in(CommandGroup group) const { return m_groups.at(group)->actions(); }
    QActionGroup &group(CommandGroup group) const { return *m_groups.at(group); }
    static QString title(CommandGroup group);

    void retranslate();

private:
    std::map<Command, QAction *> m_actions;
    std::map<CommandGroup, QActionGroup *> m_groups;
};

} // namespace vethscope
