#pragma once

#include <QSettings>
#include <QStringList>
#include <QVariant>

#include <memory>

namespace vethscope {

/// What the window remembers from one run to the next: its size, recent files, theme, language.
class Preferences
{
public:
    enum class Keep : bool { Nothing, OnDisk };

    /// `Keep::Nothing` starts from the defaults and forgets everything: for screenshots and tests.
    explicit Preferences(Keep keep = Keep::OnDisk);

    bool isKept() const { return m_disk != nullptr; }

    QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);

    /// Puts an entry in front of the list under `key`, once, and keeps the list short.
    void remember(const QString &key, const QString &entry);
    QStringList list(const QString &key) const { return value(key).toStringList(); }

private:
    std::unique_ptr<QSettings> m_disk;
    QVariantHash m_memory;
};

namespace preference {
inline const QString recentFiles = QStringLiteral("recent/files");
inline const QString decodeAs = QStringLiteral("decode/rules"); // each as `udp.port==8473,vxlan`
inline const QString disabledProtocols = QStringLiteral("decode/disabled"); // by name
inline const QString recentFilters = QStringLiteral("recent/filters");
inline const QString geometry = QStringLiteral("window/geometry");
inline const QString listShare = QStringLiteral("window/listShare"); // each a PaneShares' member
inline const QString compareListShare = QStringLiteral("window/compareListShare");
inline const QString detailsShare = QStringLiteral("window/detailsShare");
inline const QString timeFormat = QStringLiteral("list/timeFormat"), timeDigits = QStringLiteral("list/timeDigits");
inline const QString columns = QStringLiteral("list/columns"); // as columnsText() writes them
inline const QString docks = QStringLiteral("window/docks");
inline const QString openDocks = QStringLiteral("window/openDocks"); // by their object names
inline const QString showTopology = QStringLiteral("window/showTopology");
inline const QString snapshotFolder = QStringLiteral("snapshots/folder");
inline const QString showNames = QStringLiteral("look/names");
inline const QString theme = QStringLiteral("look/theme");
inline const QString zoom = QStringLiteral("look/zoom");
inline const QString captureInterfaces = QStringLiteral("capture/interfaces");
inline const QString captureFilter = QStringLiteral("capture/filter");
inline const QString capturePromiscuous = QStringLiteral("capture/promiscuous");
inline const QString captureSnapLength = QStringLiteral("capture/snapLength");
inline const QString captureBuffer = QStringLiteral("capture/buffer");
inline const QString language = QStringLiteral("look/language");
} // namespace preference

} // namespace vethscope
