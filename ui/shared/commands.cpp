#include "ui/shared/commands.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace vethscope {
namespace {

enum class Kind { Plain, Switch, Choice }; // does something; on or off; one of its group

struct Row {
    Command command;
    CommandGroup group;
    Kind kind;
    const char *text;
    const char *keys = ""; // divided by "; "
};

const auto rows = std::to_array<Row>({
    {Command::Open, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Open…"), "Ctrl+O"},
    {Command::Merge, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Merge…")},
    {Command::ImportSnapshot, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Import Host Snapshot…"), "Ctrl+Shift+O"},
    {Command::ImportFolder, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Import Host Snapshot &Folder…")},
    {Command::PasteSnapshot, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Paste Host Output…"), "Ctrl+V"},
    {Command::Save, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Save"), "Ctrl+S"},
    {Command::SaveAs, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Save &As…"), "Ctrl+Shift+S"},
    {Command::ExportPackets, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "E&xport Specified Packets…")},
    {Command::ExportBytes, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Export Packet &Bytes…"), "Ctrl+Shift+X"},
    {Command::ExportText, CommandGroup::Dissections, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "As Plain &Text…")},
    {Command::ExportCsv, CommandGroup::Dissections, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "As &CSV…")},
    {Command::ExportJson, CommandGroup::Dissections, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "As &JSON…")},
    {Command::ExportPdml, CommandGroup::Dissections, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "As P&DML…")},
    {Command::FileSetList, CommandGroup::FileSet, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&List Files")},
    {Command::NextOfSet, CommandGroup::FileSet, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Next File")},
    {Command::PreviousOfSet, CommandGroup::FileSet, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Previous File")},
    {Command::Print, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Pr&int…"), "Ctrl+P"},
    {Command::ExportTopology, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Export &Topology…")},
    {Command::OpenSession, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Open Sessio&n…")},
    {Command::SaveSession, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Sa&ve Session"), "Ctrl+Alt+S"},
    {Command::SaveSessionAs, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Save Session As…")},
    {Command::Reload, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Reload"), "Ctrl+R"},
    {Command::CloseFile, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Close"), "Ctrl+W"},
    {Command::Quit, CommandGroup::File, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Quit"), "Ctrl+Q"},

    {Command::EditPreferences, CommandGroup::Settings, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Pre&ferences…"), "Ctrl+Shift+P"},
    {Command::EditProfiles, CommandGroup::Settings, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Confi&guration Profiles…"), "Ctrl+Shift+A"},

    {Command::Copy, CommandGroup::Edit, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Copy"), "Ctrl+C"},
    {Command::Find, CommandGroup::Edit, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Find &Packet…"), "Ctrl+F"},
    {Command::FindNext, CommandGroup::Edit, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Find Ne&xt"), "Ctrl+N"},
    {Command::FindPrevious, CommandGroup::Edit, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Find Pre&vious"), "Ctrl+B"},
    {Command::FocusFilter, CommandGroup::Edit, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Display &Filter"), "Ctrl+/"},
    {Command::ClearFilter, CommandGroup::Edit, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Clear the Display Filter")},

    {Command::ToggleMark, CommandGroup::Mark, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Mark/Unmark Selected"), "Ctrl+M"},
    {Command::MarkDisplayed, CommandGroup::Mark, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Mark All Displayed"), "Ctrl+Shift+M"},
    {Command::UnmarkAll, CommandGroup::Mark, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Unmark All"), "Ctrl+Alt+M"},
    {Command::NextMark, CommandGroup::Mark, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Next Mark"), "Ctrl+Shift+N"},
    {Command::PreviousMark, CommandGroup::Mark, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Previous Mark"), "Ctrl+Shift+B"},
    {Command::CommentPacket, CommandGroup::Mark, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Packet Comm&ent…"), "Ctrl+Alt+C"},
    {Command::EditName, CommandGroup::Mark, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Edit Resolved &Name…")},

    {Command::ToggleReference, CommandGroup::Reference, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Set/Unset &Time Reference"), "Ctrl+T"},
    {Command::UnsetReferences, CommandGroup::Reference, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Unset All Time References"), "Ctrl+Alt+T"},
    {Command::NextReference, CommandGroup::Reference, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Next Time Reference"), "Ctrl+Alt+N"},
    {Command::PreviousReference, CommandGroup::Reference, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Previous Time Reference"), "Ctrl+Alt+B"},
    {Command::TimeShift, CommandGroup::Reference, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Time S&hift…"), "Ctrl+Shift+T"},

    {Command::ToggleIgnore, CommandGroup::Ignore, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Ignore/Unignore Selected"), "Ctrl+D"},
    {Command::IgnoreDisplayed, CommandGroup::Ignore, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Ignore All Displayed"), "Ctrl+Shift+D"},
    {Command::UnignoreAll, CommandGroup::Ignore, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "U&nignore All"), "Ctrl+Alt+D"},

    {Command::ColourisePackets, CommandGroup::Colours, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "Colo&urise Packet List")},
    {Command::EditColourRules, CommandGroup::Colours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colourin&g Rules…")},
    {Command::Colourise1, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colour &1"), "Ctrl+1"},
    {Command::Colourise2, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colour &2"), "Ctrl+2"},
    {Command::Colourise3, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colour &3"), "Ctrl+3"},
    {Command::Colourise4, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colour &4"), "Ctrl+4"},
    {Command::Colourise5, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colour &5"), "Ctrl+5"},
    {Command::Colourise6, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colour &6"), "Ctrl+6"},
    {Command::Colourise7, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colour &7"), "Ctrl+7"},
    {Command::Colourise8, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colour &8"), "Ctrl+8"},
    {Command::Colourise9, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colour &9"), "Ctrl+9"},
    {Command::Colourise10, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Colour 1&0"), "Ctrl+0"},
    {Command::ResetColours, CommandGroup::ConversationColours, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Reset Colours"), "Ctrl+Space"},
    {Command::ShowPacketWindow, CommandGroup::PacketWindow, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Show Packet in &New Window")},

    {Command::TimeDateAndTime, CommandGroup::TimeFormat, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Date and Time of Day"), "Ctrl+Alt+1"},
    {Command::TimeOfDay, CommandGroup::TimeFormat, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Time of Day"), "Ctrl+Alt+2"},
    {Command::TimeEpoch, CommandGroup::TimeFormat, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "Seconds Since 1970-01-01 (&Epoch)"), "Ctrl+Alt+3"},
    {Command::TimeSinceFirst, CommandGroup::TimeFormat, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "Seconds Since First Captured Packet"), "Ctrl+Alt+4"},
    {Command::TimeSincePrevious, CommandGroup::TimeFormat, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "Seconds Since &Previous Captured Packet"), "Ctrl+Alt+5"},
    {Command::TimeSinceDisplayed, CommandGroup::TimeFormat, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "Seconds Since Previous Dis&played Packet"), "Ctrl+Alt+6"},
    {Command::TimeUtcDateAndTime, CommandGroup::TimeFormat, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&UTC Date and Time of Day"), "Ctrl+Alt+7"},
    {Command::TimeUtcOfDay, CommandGroup::TimeFormat, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "UTC Time of Day"), "Ctrl+Alt+8"},

    {Command::DigitsAsTheFile, CommandGroup::TimeDigits, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Automatic (from the File)")},
    {Command::DigitsSeconds, CommandGroup::TimeDigits, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Seconds")},
    {Command::DigitsMilliseconds, CommandGroup::TimeDigits, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Milliseconds")},
    {Command::DigitsMicroseconds, CommandGroup::TimeDigits, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "Mi&croseconds")},
    {Command::DigitsNanoseconds, CommandGroup::TimeDigits, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Nanoseconds")},

    {Command::ShowList, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "Packet &List")},
    {Command::ShowDetails, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "Packet &Details")},
    {Command::ShowBytes, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "Packet &Bytes")},
    {Command::ShowBoxes, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "Bo&xes")},
    {Command::ShowTopology, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "&Topology Beside")},
    {Command::ShowReport, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "&Import Report")},
    {Command::ShowWhy, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "&Why"), "Alt+W"},
    {Command::ShowHostOutput, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "&Host Output"), "Alt+O"},
    {Command::ShowPrediction, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "&Predicted Path")},
    {Command::ShowJourney, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "&Journey"), "Alt+J"},
    {Command::ShowFindings, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "&Findings"), "Alt+D"},
    {Command::FlatTree, CommandGroup::Panes, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "D&etails as a Flat List of Headers")},

    {Command::ResolvePhysical, CommandGroup::NameResolution, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "Resolve &Physical Addresses")},
    {Command::ResolveNetwork, CommandGroup::NameResolution, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "Resolve &Network Addresses"), "Alt+N"},
    {Command::ResolveTransport, CommandGroup::NameResolution, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "Resolve &Transport Addresses")},

    {Command::EditColumns, CommandGroup::Columns, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Co&lumns…")},
    {Command::FitColumns, CommandGroup::Columns, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Resize Columns to Contents"), "Ctrl+Shift+R"},

    {Command::LayoutBrowse, CommandGroup::Layout, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Browse"), "Alt+1"},
    {Command::LayoutCompare, CommandGroup::Layout, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Compare"), "Alt+2"},
    {Command::LayoutTopology, CommandGroup::Layout, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Topology"), "Alt+3"},

    {Command::ShowBoth, CommandGroup::Perspective, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "Underlay + overlay")},
    {Command::ShowUnderlay, CommandGroup::Perspective, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "Underlay only")},
    {Command::ShowOverlay, CommandGroup::Perspective, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "Overlay only")},

    {Command::ThemeSystem, CommandGroup::Theme, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "As the &System")},
    {Command::ThemeLight, CommandGroup::Theme, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Light")},
    {Command::ThemeDark, CommandGroup::Theme, Kind::Choice, QT_TRANSLATE_NOOP("Commands", "&Dark")},

    {Command::English, CommandGroup::Language, Kind::Choice, "English"},
    {Command::Chinese, CommandGroup::Language, Kind::Choice, "简体中文"},

    {Command::ZoomIn, CommandGroup::Zoom, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Zoom &In"), "Ctrl++"},
    {Command::ZoomOut, CommandGroup::Zoom, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Zoom &Out"), "Ctrl+-"},
    {Command::ZoomNormal, CommandGroup::Zoom, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Normal Size"), "Ctrl+="},

    {Command::HistoryBack, CommandGroup::History, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Back"), "Alt+Left"},
    {Command::HistoryForward, CommandGroup::History, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "F&orward"), "Alt+Right"},
    {Command::GoToPacket, CommandGroup::Go, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Go to Packet…"), "Ctrl+G"},
    {Command::NextPacket, CommandGroup::Go, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Next Packet"), "Ctrl+Down; F8"},
    {Command::PreviousPacket, CommandGroup::Go, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Previous Packet"), "Ctrl+Up; F7"},
    {Command::GoToLinked, CommandGroup::Go, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Go to &Linked Packet")},
    {Command::NextInConversation, CommandGroup::Go, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Next Packet in &Conversation"), "Ctrl+."},
    {Command::PreviousInConversation, CommandGroup::Go, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Previous Packet in Con&versation"), "Ctrl+,"},
    {Command::FirstPacket, CommandGroup::Go, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&First Packet"), "Ctrl+Home"},
    {Command::LastPacket, CommandGroup::Go, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Last Packet"), "Ctrl+End"},

    {Command::DisplayFilters, CommandGroup::Analyze, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Saved Display &Filters…")},
    {Command::FilterButtons, CommandGroup::Analyze, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Filter &Buttons…")},
    {Command::ApplyAsColumn, CommandGroup::Analyze, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "Apply as &Column"), "Ctrl+Shift+I"},
    {Command::DecodeAs, CommandGroup::Analyze, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Decode As…"), "Ctrl+Shift+U"},
    {Command::PredictPath, CommandGroup::Analyze, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Predict a Path…"), "Alt+P"},
    {Command::ShowComparison, CommandGroup::Analyze, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "E&xpected Against Actual"), "Alt+X"},
    {Command::CapturePoints, CommandGroup::Analyze, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Capture Points…")},

    // Of those with the same keys, only one is ever enabled.
    {Command::CaptureOptions, CommandGroup::Capture, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Options…"), "Ctrl+K"},
    {Command::StartCapture, CommandGroup::Capture, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Start"), "Ctrl+E"},
    {Command::StopCapture, CommandGroup::Capture, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "S&top"), "Ctrl+E"},
    {Command::RestartCapture, CommandGroup::Capture, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Restart"), "Ctrl+R"},
    {Command::AutoScroll, CommandGroup::Capture, Kind::Switch, QT_TRANSLATE_NOOP("Commands", "&Auto-Scroll")},

    {Command::Manual, CommandGroup::Help, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Manual"), "F1"},
    {Command::FieldReference, CommandGroup::Help, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Field Reference")},
    {Command::Shortcuts, CommandGroup::Help, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&Keyboard Shortcuts")},
    {Command::About, CommandGroup::Help, Kind::Plain, QT_TRANSLATE_NOOP("Commands", "&About Vethscope")},
});

} // namespace

Commands::Commands(QObject *parent) : QObject(parent)
{
    for (const Row &row : rows) {
        QAction *action = make(row.group, row.keys);
        action->actionGroup()->setExclusionPolicy(row.kind == Kind::Choice ? QActionGroup::ExclusionPolicy::Exclusive : QActionGroup::ExclusionPolicy::None);
        action->setCheckable(row.kind != Kind::Plain);
        m_actions[row.command] = action;
    }
    retranslate();
}

QAction *Commands::make(CommandGroup group, const char *keys)
{
    QActionGroup *&actions = m_groups[group];
    if (!actions)
        actions = new QActionGroup(this);
    auto *action = new QAction(actions);
    if (*keys)
        action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(keys)));
    action->setMenuRole(QAction::NoRole);
    return action;
}

QAction &Commands::add(CommandGroup group, const char *text, const char *keys)
{
    QAction *action = make(group, keys);
    action->actionGroup()->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    action->setText(translated(text));
    m_added.push_back({action, text});
    return *action;
}

QString Commands::translated(const char *text)
{
    return QCoreApplication::translate("Commands", text);
}

QString Commands::bare(QString text)
{
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&|…"));
    return text.remove(mnemonic);
}

QString Commands::title(CommandGroup group)
{
    switch (group) {
    case CommandGroup::File:
        return tr("&File");
    case CommandGroup::FileSet:
        return tr("&File Set");
    case CommandGroup::Dissections:
        return tr("Export Packet &Dissections");
    case CommandGroup::Settings:
    case CommandGroup::Edit:
        return tr("&Edit");
    case CommandGroup::Panes:
        return tr("&View");
    case CommandGroup::NameResolution:
        return tr("Na&me Resolution");
    case CommandGroup::TimeFormat:
        return tr("&Time Display Format");
    case CommandGroup::TimeDigits:
        return tr("Time P&recision");
    case CommandGroup::Reference:
        return tr("Time Re&ferences");
    case CommandGroup::Columns:
        return tr("&Columns");
    case CommandGroup::Layout:
        return tr("&Layout");
    case CommandGroup::Perspective:
        return tr("&Show");
    case CommandGroup::Theme:
        return tr("&Theme");
    case CommandGroup::Language:
        return tr("L&anguage");
    case CommandGroup::Zoom:
        return tr("&Zoom");
    case CommandGroup::History:
    case CommandGroup::Go:
        return tr("&Go");
    case CommandGroup::Analyze:
        return tr("&Analyze");
    case CommandGroup::Follow:
        return tr("&Follow");
    case CommandGroup::Statistics:
        return tr("&Statistics");
    case CommandGroup::Mark:
        return tr("&Marks");
    case CommandGroup::Ignore:
        return tr("I&gnored Packets");
    case CommandGroup::Colours:
        return tr("Co&lours");
    case CommandGroup::ConversationColours:
        return tr("Colourise Con&versation");
    case CommandGroup::PacketWindow:
        return tr("Packet &Windows");
    case CommandGroup::Capture:
        return tr("&Capture");
    case CommandGroup::Help:
        return tr("&Help");
    }
    return {};
}

void Commands::retranslate()
{
    for (const Row &row : rows)
        (*this)[row.command].setText(translated(row.text));
    for (const Added &added : m_added)
        added.action->setText(translated(added.text));
}

} // namespace vethscope
