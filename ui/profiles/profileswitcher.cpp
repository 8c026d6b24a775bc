#include "ui/profiles/profileswitcher.h"

#include "core/filter/filter.h"
#include "core/summary/columns.h"
#include "ui/profiles/profilesettings.h"
#include "ui/shared/language.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"
#include "ui/shared/profilefolder.h"

#include <algorithm>

namespace vethscope {

ProfileSwitcher::ProfileSwitcher(const OpenCapture &capture, Preferences &preferences, QObject *parent)
    : QObject(parent), m_capture(capture), m_preferences(preferences)
{
    connect(&capture, &OpenCapture::changed, this, [this] { m_isDecided = false; });
    connect(&capture, &OpenCapture::progressed, this, &ProfileSwitcher::look);
    connect(&capture, &OpenCapture::finished, this, &ProfileSwitcher::look);
}

void ProfileSwitcher::look()
{
    if (m_isDecided || !m_capture.isOpen() || !m_preferences.isKept() || (m_capture.store().size() < looksAt && !m_capture.store().finished()))
        return;
    m_isDecided = true;
    if (!mayCome())
        return;
    const ProfileFolder folder(m_preferences.folder());
    for (const QString &profile : folder.names()) {
        const QString filter = switchFilterOf(m_preferences, profile).trimmed();
        const int row = filter.isEmpty() ? -1 : firstMatch(filter, profile);
        if (row < 0)
            continue;
        if (profile != m_preferences.profile()) {
            m_preferences.setProfile(profile);
            emit switched(profile, row + 1);
        }
        return;
    }
}

int ProfileSwitcher::firstMatch(const QString &filter, const QString &profile)
{
    const auto compiled = Filter::compile(filter.toStdString(), m_capture.registry());
    if (!compiled) {
        emit doubted(profile, translated(compiled.error().message));
        return -1;
    }
    FilterScratch scratch;
    PacketRow row;
    const int count = int(std::min<std::size_t>(m_capture.store().size(), looksAt));
    for (int packet = 0; packet < count; ++packet) {
        row.load(m_capture.store(), m_capture.dissector(), std::size_t(packet));
        scratch.begin();
        if (compiled->matches(row.frame, row.packet, scratch))
            return packet;
    }
    return -1;
}

} // namespace vethscope
