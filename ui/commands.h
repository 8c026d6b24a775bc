#pragma once

#include <QActionGroup>
#include <QKeySequence>
#include <QObject>

#include <map>
#include <vector>

namespace vethscope {

enum class Command {
    Open, ImportSnapshot, ImportFolder, PasteSnapshot, Save, SaveAs, ExportPackets, ExportTopology, Reload, CloseFile, Quit,
    OpenSession, SaveSession, SaveSessionAs,
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
    ApplyAsColumn, DecodeAs, PredictPath, ShowComparison, CapturePoints,
    HistoryBack, HistoryForward, NextInConversation, PreviousInConversation, GoToPacket, NextPacket, PreviousPacket, FirstPacket, LastPacket,
    CaptureOptions, StartCapture, StopCapture, RestartCapture, AutoScroll,
    Manual, Shortcuts, About,
};

enum class CommandGroup { File, Edit, Panes, Columns, TimeFormat, TimeDigits, Layout, Perspective, Theme, Language, Zoom, History, Go, Mark, Reference, Capture, Analyze, Follow, Statistics, Help };

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
