#include "core/profiles/profilesgathered.h"

#include "core/session/sessionparts.h"

#include <algorithm>

namespace vethscope {

ProfilesGathered::Take ProfilesGathered::choose(const std::string &path)
{
    ++m_entries;
    if (isFull())
        return {};
    if (!staysBelow(path)) {
        complain(Sentence::of("{} leads out of the archive and was not read", path.empty() ? std::string("?") : path));
        return {};
    }
    const std::filesystem::path place(path);
    const std::string file = place.filename().string();
    if (!isProfileFile(file))
        return {};
    const std::string folder = place.parent_path().filename().string();
    ProfileFiles &profile = profileOf(folder.empty() ? m_usual : folder);
    if (profile.files.contains(file)) {
        complain(Sentence::of("{} is there twice; the second one was not read", path));
        return {};
    }
    profile.files[file];
    return [this, &profile, file](std::string_view piece) { return take(profile, file, piece); };
}

bool ProfilesGathered::isFull()
{
    if (m_entries == m_limits.entries + 1)
        complain(Sentence::of("There are more than {} files; the rest was not read", m_limits.entries));
    return m_entries > m_limits.entries;
}

bool ProfilesGathered::take(ProfileFiles &profile, const std::string &file, std::string_view piece)
{
    std::string &text = profile.files[file];
    m_size += piece.size();
    if (text.size() + piece.size() <= m_limits.fileSize && m_size <= m_limits.wholeSize) {
        text += piece;
        return true;
    }
    complain(Sentence::of("{} of the profile {} is larger than {} bytes, or all files together larger than {}, and was not read", file, profile.name, m_limits.fileSize,
                          m_limits.wholeSize));
    m_size -= std::min<std::uint64_t>(m_size, text.size() + piece.size());
    profile.files.erase(file);
    return false;
}

ProfileFiles &ProfilesGathered::profileOf(const std::string &name)
{
    ProfileFiles &profile = m_profiles[name];
    profile.name = name;
    return profile;
}

ProfilesRead ProfilesGathered::result()
{
    for (auto &[name, profile] : m_profiles)
        if (!profile.files.empty())
            m_read.profiles.push_back(profile);
    return m_read;
}

} // namespace vethscope
