#pragma once

#include <QObject>

#include <functional>

namespace vethscope {

class OpenCapture;
class Preferences;

/// Brings the profile whose switch filter matches a packet at the beginning of a capture, once for each capture that is opened.
class ProfileSwitcher : public QObject
{
    Q_OBJECT

public:
    static constexpr int looksAt = 1000; // packets of a capture

    ProfileSwitcher(const OpenCapture &capture, Preferences &preferences, QObject *parent = nullptr);

    /// The user has chosen one: this capture keeps it.
    void letBe() { m_isDecided = true; }
    /// Asked first, and may say no: a session brings a look of its own.
    std::function<bool()> mayCome = [] { return true; };

signals:
    /// `packet` counts from 1.
    void switched(const QString &profile, int packet);
    /// A profile's filter is none (any more).
    void doubted(const QString &profile, const QString &problem);

private:
    void look();
    int firstMatch(const QString &filter, const QString &profile);

    const OpenCapture &m_capture;
    Preferences &m_preferences;
    bool m_isDecided = false;
};

} // namespace vethscope
