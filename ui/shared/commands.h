#pragma once

#include <QActionGroup>
#include <QKeySequence>
#include <QObject>

#include <map>
#include <vector>

namespace vethscope {

enum class Command {
    Open, Merge, FileSetList, NextOfSet, PreviousOfSet, ImportSnapshot, ImportFolder, PasteSnapshot, Save, SaveAs, ExportPackets, ExportBytes, ExportText, ExportCsv, ExportJson, ExportPdml, ExportTopology, Print, Reload, CloseFile, Quit,
    OpenSession, SaveSession, SaveSessionAs,
    EditPreferences, EditProfiles,
    Copy, Find, FindNext, FindPrevious, FocusFilter, ClearFilter,
    ToggleReference, UnsetReferences, NextReference, PreviousReference, TimeShift,
    TimeDateAndTime, TimeOfDay, TimeEpoch, TimeSinceFirst, TimeSincePrevious, TimeSinceDisplayed, TimeUtcDateAndTime, TimeUtcOfDay,
    DigitsAsTheFile, DigitsSeconds, DigitsMilliseconds, DigitsMicroseconds, DigitsNanoseconds,
    ToggleMark, MarkDisplayed, UnmarkAll, NextMark, PreviousMark, CommentPacket, EditName,
    ToggleIgnore, IgnoreDisplayed, UnignoreAll,
    ColourisePackets, EditColourRules,
    Colourise1, Colourise2, Colourise3, Colourise4, Colourise5, Colourise6, Colourise7, Colourise8, Colourise9, Colourise10, ResetColours,
    ShowPacketWindow,
    ShowList, ShowDetails, ShowBytes, ShowBoxes, ShowTopology, ShowReport, ShowWhy, ShowHostOutput, ShowPrediction, ShowJourney, ShowFindings, FlatTree,
    ResolvePhysical, ResolveNetwork, ResolveTransport,
    EditColumns, FitColumns,
    LayoutBrowse, LayoutCompare, LayoutTopology,
    ShowBoth, ShowUnderlay, ShowOverlay,
    ThemeSystem, ThemeLight, ThemeDark,
    English, Chinese,
    ZoomIn, ZoomOut, ZoomNormal,
    DisplayFilters, FilterButtons, ApplyAsColumn, DecodeAs, PredictPath, ShowComparison, CapturePoints,
    HistoryBack, HistoryForward, GoToLinked, NextInConversation, PreviousInConversation, GoToPacket, NextPacket, PreviousPacket, FirstPacket, LastPacket,
    CaptureOptions, StartCapture, StopCapture, RestartCapture, AutoScroll,
    Manual, FieldReference, Shortcuts, About,
};

enum class CommandGroup { File, FileSet, Dissections, Edit, Settings, Panes, NameResolution, Columns, TimeFormat, TimeDigits, Layout, Perspective, Theme, Language, Zoom, History, Go, Mark, Ignore, Reference, Colours, ConversationColours, PacketWindow, Capture, Analyze, Follow, Statistics, Help };

/// Every command of the window, once: menus, toolbar and shortcut sheet show the same actions.
class Commands : public QObject
{
    Q_OBJECT

public:
    explicit Commands(QObject *parent = nullptr);

    /// One more, behind those of its group that are there: of a window that is a row in a table. `text` is QT_TRANSLATE_NOOP("Commands", …).
    QAction &add(CommandGroup group, const char *text, const char *keys);

    QAction &operator[](Command command) const { return *m_actions.at(command); }
    /// The commands that belong together, in the order in which a menu lists them.
    QList<QAction *> in(CommandGroup group) const { return m_groups.contains(group) ? m_groups.at(group)->actions() : QList<QAction *>(); }
    QActionGroup &group(CommandGroup group) const { return *m_groups.at(group); }
    static QString title(CommandGroup group);
    /// A command's text in the language that is chosen, and one without access key and dots.
    static QString translated(const char *text);
    static QString bare(QString text);

    void retranslate();

private:
    struct Added {
        QAction *action;
        const char *text;
    };

    QAction *make(CommandGroup group, const char *keys);

    std::map<Command, QAction *> m_actions;
    std::vector<Added> m_added;
    std::map<CommandGroup, QActionGroup *> m_groups;
};

} // namespace vethscope
