#pragma once

#include "core/sentence/sentence.h"

#include <QObject>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <vector>

namespace vethscope {

class SettingsFile;

/// What the window remembers from one run to the next: its size, recent files, theme, language. What belongs to a profile (columns, colours, filters, the
/// layout and all that is not said to be shared) is that of the profile in use; who asks for a value need not know which it is.
class Preferences : public QObject
{
    Q_OBJECT

public:
    enum class Keep : bool { Nothing, OnDisk };

    /// `Keep::Nothing` starts from the defaults and forgets everything: for screenshots and tests.
    explicit Preferences(Keep keep = Keep::OnDisk);
    /// Kept in that folder.
    explicit Preferences(const QString &folder);
    ~Preferences() override;

    bool isKept() const { return m_shared != nullptr; }
    /// Where the settings are, and the folder `profiles`. Empty where nothing is kept.
    QString folder() const { return m_folder; }

    QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);

    /// Puts an entry in front of the list under `key`, once, and keeps the list short.
    void remember(const QString &key, const QString &entry);
    QStringList list(const QString &key) const { return value(key).toStringList(); }

    /// Whether each profile has a value of its own under this key.
    static bool isOfProfile(const QString &key);
    /// The one that is there from the beginning.
    static const QString usualProfile;
    /// The one in use.
    QString profile() const { return m_profile; }
    /// Uses another one; who shows what is in it hears of it before and after. A new one says nothing of anything: the defaults hold.
    void setProfile(const QString &name);
    /// The same, where its folder was made anew, given another name or taken away meanwhile: nothing is kept in the old one any more.
    void reopenProfile(const QString &name);

    /// What is set is in the files after this, for who copies them.
    void write();

    /// What was wrong with the files of settings, until it is asked for.
    std::vector<Sentence> takeProblems();

signals:
    /// Who shows something that is kept only when the window closes, sets it now: another profile comes, or the files are copied.
    void keepWanted();
    void profileChanged();

private:
    void openShared(const QString &folder);
    void openProfile(const QString &name);

    QString m_folder;
    std::unique_ptr<SettingsFile> m_shared, m_own; // null: nothing is kept
    QHash<QString, QVariantHash> m_memory;         // by profile; what is shared under no name
    QString m_profile = usualProfile;
    std::vector<Sentence> m_problems;
};

namespace preference {
inline const QString recentFiles = QStringLiteral("recent/files");
inline const QString decodeAs = QStringLiteral("decode/rules"); // each as `udp.port==8473,vxlan`
inline const QString disabledProtocols = QStringLiteral("decode/disabled"); // by name
inline const QString recentFilters = QStringLiteral("recent/filters");
inline const QString savedFilters = QStringLiteral("filters/saved"), filterButtons = QStringLiteral("filters/buttons"); // as KeptFilters writes them
inline const QString flatTree = QStringLiteral("look/flatTree");
inline const QString geometry = QStringLiteral("window/geometry");
inline const QString listShare = QStringLiteral("window/listShare"); // each a PaneShares' member
inline const QString compareListShare = QStringLiteral("window/compareListShare");
inline const QString detailsShare = QStringLiteral("window/detailsShare");
inline const QString timeFormat = QStringLiteral("list/timeFormat"), timeDigits = QStringLiteral("list/timeDigits");
inline const QString colourRules = QStringLiteral("list/colourRules"); // as `colorfilters` has them
inline const QString colourise = QStringLiteral("list/colourise");
inline const QString columns = QStringLiteral("list/columns"); // as columnsText() writes them
inline const QString docks = QStringLiteral("window/docks");
inline const QString openDocks = QStringLiteral("window/openDocks"); // by their object names
inline const QString showTopology = QStringLiteral("window/showTopology");
inline const QString snapshotFolder = QStringLiteral("snapshots/folder");
inline const QString networkNames = QStringLiteral("look/names");
inline const QString physicalNames = QStringLiteral("look/physicalNames"), transportNames = QStringLiteral("look/transportNames");
inline const QString theme = QStringLiteral("look/theme");
inline const QString zoom = QStringLiteral("look/zoom");
inline const QString captureInterfaces = QStringLiteral("capture/interfaces");
inline const QString captureFilter = QStringLiteral("capture/filter");
inline const QString capturePromiscuous = QStringLiteral("capture/promiscuous");
inline const QString captureSnapLength = QStringLiteral("capture/snapLength");
inline const QString captureBuffer = QStringLiteral("capture/buffer");
inline const QString currentProfile = QStringLiteral("profiles/current");
inline const QString switchFilter = QStringLiteral("profile/switchFilter"); // captures that it matches bring this profile
inline const QString language = QStringLiteral("look/language");
} // namespace preference

} // namespace vethscope
